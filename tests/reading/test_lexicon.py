"""The words that reading knows: every phrase can be found, none says two things that cancel, faults are named."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import bot.reading.lexicon as lexicon_module
from bot.reading.lexicon import MAX_PHRASE, Lexicon, LexiconError, load_lexicon
from bot.reading.scan import clean, scan, strip
from bot.reading.spans import Span
from bot.reading.work import LIGHT_CUES
from knowledge.fold import fold, tokens
from knowledge.store.store import Store

FOLDER = Path(lexicon_module.__file__).parent
NEGATIONS = ("not", "except", "always", "both", "minority_winner")
"""Cues that turn a question round or bind it: never read over."""
TELLING = frozenset(
    tokens(
        "not never no none nobody nothing neither nor without except only every unless hardly always should will "
        "would could might must may can cannot wont dont didnt isnt wasnt either both half"
    )
)
"""Single words that must never be read over."""


def phrases(lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Every phrase with the name of its table."""
    for table in ("cues", "function", "soft", "wrapper", "areas", "eras"):
        for phrase in getattr(lexicon, table):
            yield table, phrase


def test_every_phrase_is_folded_and_can_be_looked_up(lexicon: Lexicon) -> None:
    faults = [
        (table, phrase)
        for table, phrase in phrases(lexicon)
        if phrase != fold(phrase) or not phrase or len(phrase.split()) > MAX_PHRASE
    ]
    assert faults == []


def test_every_phrase_of_letters_is_scanned_as_it_stands(lexicon: Lexicon) -> None:
    faults = []
    for table, phrase in phrases(lexicon):
        scanned, _, _ = strip(scan(clean(phrase)))
        if not any(c.isdigit() for c in phrase) and " ".join(token.text for token in scanned) != phrase:
            faults.append((table, phrase))
    assert faults == []


def test_negations_and_quantifiers_are_never_read_over(lexicon: Lexicon) -> None:
    empty = lexicon.function | lexicon.soft | lexicon.wrapper
    assert {phrase for phrase in empty if set(lexicon.cues.get(phrase, ())) & set(NEGATIONS)} == set()
    assert empty & TELLING == set()
    assert not LIGHT_CUES & set(NEGATIONS)


def test_negations_are_read_over_only_where_they_open_a_yes_or_no_question(lexicon: Lexicon) -> None:
    both = {
        phrase for phrase, cues in lexicon.cues.items() if set(cues) & set(NEGATIONS) and set(cues) & set(LIGHT_CUES)
    }
    assert both <= {"didnt", "isnt", "wasnt"}


def test_areas_are_regions_held(lexicon: Lexicon, store: Store) -> None:
    held = {row[0] for row in store.fetch("SELECT DISTINCT ref FROM names WHERE kind = 'region'")}
    assert set(lexicon.areas.values()) <= held


def test_single_words_of_phrases_are_known(lexicon: Lexicon) -> None:
    assert {"majority", "turnout", "the", "won"} <= lexicon.words
    assert not any(" " in word for word in lexicon.words | lexicon.english)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the data files that a test may spoil."""
    copy = tmp_path / "lexicon"
    shutil.copytree(FOLDER, copy, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return copy


def test_a_copy_loads_the_same(folder: Path, lexicon: Lexicon) -> None:
    assert load_lexicon(folder) == lexicon


@pytest.mark.parametrize(
    ("name", "addition", "told"),
    [
        ("cues.toml", '[odd]\nphrases = ["Won It"]\n', ("cues.toml [odd]", "'Won It'", "'won it'")),
        ("cues.toml", '[odd]\nphrases = ["who\'s"]\n', ("cues.toml [odd]", "whos")),
        ("cues.toml", '[odd]\nphrases = ["môn"]\n', ("cues.toml [odd]", "mon")),
        ("cues.toml", '[odd]\nphrases = [""]\n', ("cues.toml [odd]", "''")),
        ("cues.toml", "[odd]\nphrases = [7]\n", ("cues.toml [odd]", "7")),
        ("cues.toml", '[odd]\nphrases = "won"\n', ("cues.toml [odd]", "list of phrases")),
        ("cues.toml", '[odd]\nphrases = ["a b c d e f g h"]\n', ("cues.toml [odd]", f"longer than {MAX_PHRASE}")),
    ],
)
def test_a_faulty_phrase_is_named_with_its_place(folder: Path, name: str, addition: str, told: tuple[str, ...]) -> None:
    with (folder / name).open("a", encoding="utf-8") as file:
        file.write(f"\n{addition}")
    with pytest.raises(LexiconError) as raised:
        load_lexicon(folder)
    assert all(piece in str(raised.value) for piece in told)


def test_a_faulty_filler_is_named_with_its_place(folder: Path) -> None:
    plain = folder / "plain.toml"
    plain.write_text(plain.read_text("utf-8").replace("function = [", 'function = ["The", '), "utf-8")
    with pytest.raises(LexiconError, match=r"plain\.toml function: 'The'"):
        load_lexicon(folder)


def test_a_phrase_under_several_cues_keeps_them_all(folder: Path) -> None:
    with (folder / "cues.toml").open("a", encoding="utf-8") as file:
        file.write('\n[first_odd]\nphrases = ["zanzibar"]\n[second_odd]\nphrases = ["zanzibar", "zanzibar"]\n')
    loaded = load_lexicon(folder)
    assert loaded.cues["zanzibar"] == ("first_odd", "second_odd")
    assert {"first_odd", "second_odd"} <= loaded.cue_names()
    assert "zanzibar" in loaded.words


def test_a_span_is_worth_its_best_meaning() -> None:
    span = Span(0, 1)
    for score in (1.0, 3.0, 2.0):
        span.worth(score)
    assert span.score == 3.0


def test_no_spelling_of_chats_is_a_word_of_a_name(lexicon: Lexicon, store: Store) -> None:
    named = {word for (key,) in store.fetch("select distinct key from names") for word in key.split()}
    assert {typed for typed in lexicon.forms.spellings if typed in named} == set()
