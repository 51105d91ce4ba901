"""A county, by name or in short, is of many seats: never somebody's surname, nor a slip for one."""

from __future__ import annotations

import pytest

from bot.reading.outcome import Read
from bot.reading.reader import Reader


@pytest.mark.parametrize("text", ["{}", "{} 2024", "{} 2019", "who won {}", "{} result 2017"])
def test_a_county_is_nobody(reader: Reader, text: str) -> None:
    asked = {county: reader.read(text.format(county)) for county in reader.lexicon.counties}
    read = {county: outcome.query for county, outcome in asked.items() if isinstance(outcome, Read)}
    assert not [county for county, query in read.items() if getattr(getattr(query, "where", None), "people", ())]


@pytest.mark.parametrize("county", ["lancs", "lancashire", "glos", "bucks", "cheshire", "hants"])
def test_a_county_is_no_one_seat(reader: Reader, county: str) -> None:
    for text in (county, f"{county} 2024", f"who won {county}"):
        assert not isinstance(reader.read(text), Read)
