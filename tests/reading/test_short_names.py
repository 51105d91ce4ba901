"""Names of seats cut short: first letters of the rest, short forms, beginnings; and two figures as a year."""

from __future__ import annotations

import pytest

from bot.reading.reader import Reader
from bot.reading.scan import clean, scan
from bot.reading.short_years import is_short_year, short_year


@pytest.mark.parametrize(
    ("typed", "seats"),
    [
        ("finchley and gg", {"finchley-and-golders-green"}),
        ("hull w and h", {"kingston-upon-hull-west-and-haltemprice", "kingston-upon-hull-west-and-hessle"}),
        ("oxford w and a", {"oxford-west-and-abingdon"}),
        ("bath q", set()),
    ],
)
def test_first_letters_stand_for_the_rest_of_a_name(reader: Reader, typed: str, seats: set[str]) -> None:
    assert reader.gazetteer.initialled(typed.split(), whole=False) == seats


def test_a_short_form_stands_for_all_it_may_mean(reader: Reader) -> None:
    assert reader.gazetteer.partial(["e", "dunbs"]) == {"east-dunbartonshire"}
    assert reader.gazetteer.partial(["leics", "s"]) == {"leicester-south", "south-leicestershire"}
    assert reader.gazetteer.is_whole(["w", "aberdeens"], "west-aberdeenshire")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("chesterf", "chesterfield"), ("inverc", "inverclyde"), ("gall", "galloway"), ("placing", None)],
)
def test_a_beginning_is_mended_and_a_plain_word_is_not(reader: Reader, typed: str, meant: str | None) -> None:
    names = [found.meant for found in reader.gazetteer.corrections(typed) if found.rank > 0]
    assert names == [] if meant is None else meant in names


@pytest.mark.parametrize(
    ("text", "at", "year"),
    [
        ("kippers clacton 15 votes", 2, 2015),
        ("old bexley 21 h/g", 2, 2021),
        ("clacton 14 votes", 1, None),
        ("did labour hold clacton 15 votes", 4, None),
        ("bath 33 votes", 1, None),
        ("bath 2019 19", 2, None),
    ],
)
def test_two_figures_behind_a_name_are_a_year_unless_something_is_claimed(
    reader: Reader, text: str, at: int, year: int | None
) -> None:
    assert short_year(scan(clean(text)), at, reader.lexicon, placed=True) == year


@pytest.mark.parametrize(
    ("text", "at", "found"),
    [
        ("wakefield by-e 22", 3, True),
        ("lost 12 by-elections", 1, False),
        ("arfon 17 maj 92", 3, False),
        ("17 maj barrow", 0, True),
        ("bath 24 vs 26", 3, True),
    ],
)
def test_two_figures_are_a_year_by_what_stands_beside_them(reader: Reader, text: str, at: int, found: bool) -> None:
    assert is_short_year(scan(clean(text)), at, reader.lexicon) is found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("mp b4 him", ["mp", "before", "him"]),
        ("mp for b4", ["mp", "for", "b4"]),
        ("b4 7ab", ["b4"]),
        ("who won bath m8", ["who", "won", "bath", "mate"]),
        ("con +/- bath", ["con", "change", "bath"]),
        ("ukip Δ bath", ["ukip", "change", "bath"]),
        ("bath 15/17", ["bath", "15", "17"]),
        ("maj=27", ["maj", "equals", "27"]),
        ("maj=?", ["maj"]),
    ],
)
def test_signs_and_words_by_sound_are_words(text: str, words: list[str]) -> None:
    assert [token.text for token in scan(clean(text)) if token.kind != "break"] == words
