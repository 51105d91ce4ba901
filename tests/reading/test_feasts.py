"""Feasts as days of a year."""

from __future__ import annotations

from datetime import date

import pytest

from bot.reading.feasts import feast
from bot.reading.lexicon import load_lexicon
from bot.reading.scan import scan

LEXICON = load_lexicon()


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("easter 2019", date(2019, 4, 21)),
        ("easter 2008", date(2008, 3, 23)),
        ("easter of 2011", date(2011, 4, 24)),
        ("christmas 2014", date(2014, 12, 25)),
        ("boxing day in 2016", date(2016, 12, 26)),
    ],
)
def test_a_feast_with_its_year_is_a_day(words: str, day: date) -> None:
    tokens = scan(words)
    assert feast(tokens, 0, LEXICON) == (day, len(tokens))


def test_without_a_year_it_is_none() -> None:
    assert feast(scan("christmas in bath"), 0, LEXICON) is None
