"""The words that reading knows, as data files that a non-programmer can extend, and their index."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from knowledge.fold import fold

_HERE = Path(__file__).parent
MAX_PHRASE = 7
"""Words of the longest phrase looked up."""


class LexiconError(Exception):
    """A data file of words holds something that cannot be a phrase."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Folded phrase -> cues; and the phrases that are read over."""

    cues: Mapping[str, tuple[str, ...]]
    function: frozenset[str]
    soft: frozenset[str]
    wrapper: frozenset[str]
    words: frozenset[str] = field(default=frozenset())
    """Every single word of every phrase: none of them is ever corrected as a typo of a name."""
    quoting: frozenset[str] = field(default=frozenset())
    """Words of a question about a quotation that are not the words quoted."""
    areas: Mapping[str, str] = field(default_factory=dict)
    """Other words for nations and regions -> region id."""
    given: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """A given name -> the forms people use for it."""
    eras: Mapping[str, tuple[date | None, date | None]] = field(default_factory=dict)
    """Words for stretches of time -> first and last day."""
    english: frozenset[str] = field(default=frozenset())
    """Everyday words: what is spelt like one of them is no misspelt name."""

    def cue_names(self) -> frozenset[str]:
        """The cues that any phrase stands under."""
        return frozenset(name for names in self.cues.values() for name in names)


def load_lexicon(folder: Path = _HERE) -> Lexicon:
    """Read ``cues.toml``, ``plain.toml``, ``areas.toml`` and ``english.txt`` of ``folder``.

    Raises ``LexiconError`` naming file, cue and phrase for a phrase that is empty, unfolded or too long.
    """
    cues: dict[str, list[str]] = {}
    for name, entry in _read(folder / "cues.toml").items():
        for phrase in _phrases(f"cues.toml [{name}]", entry["phrases"]):
            cues.setdefault(phrase, []).append(name)
    plain = _read(folder / "plain.toml")
    function, soft, wrapper = (
        frozenset(_phrases(f"plain.toml {name}", plain[name])) for name in ("function", "soft", "wrapper")
    )
    words = {word for phrase in (*cues, *function, *soft, *wrapper) for word in phrase.split()}
    areas = {phrase: area for area, phrases in _read(folder / "areas.toml").items() for phrase in phrases}
    eras = {phrase: (_date(since), _date(until)) for phrase, (since, until) in _read(folder / "eras.toml").items()}
    english = frozenset(
        word
        for line in (folder / "english.txt").read_text("utf-8").splitlines()
        if not line.startswith("#")
        for word in line.split()
    )
    return Lexicon(
        cues={k: tuple(v) for k, v in cues.items()},
        function=function,
        soft=soft,
        wrapper=wrapper,
        words=frozenset(words),
        quoting=frozenset(plain["quoting"]),
        areas=areas,
        given=_given(folder / "given_names.toml"),
        eras=eras,
        english=english,
    )


def _given(path: Path) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for group in _read(path)["groups"]:
        for name in group:
            found.setdefault(name, set()).update(group)
    return {name: frozenset(forms) for name, forms in found.items()}


def _date(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _read(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return tomllib.load(file)


def _phrases(where: str, phrases: object) -> list[str]:
    if not isinstance(phrases, list):
        raise LexiconError(f"{where}: expected a list of phrases")
    for phrase in phrases:
        if not isinstance(phrase, str) or phrase != fold(phrase) or not phrase:
            raise LexiconError(f"{where}: {phrase!r} should be folded words, {fold(str(phrase))!r}")
        if phrase.count(" ") >= MAX_PHRASE:
            raise LexiconError(f"{where}: {phrase!r} is longer than {MAX_PHRASE} words")
    return list(dict.fromkeys(phrases))
