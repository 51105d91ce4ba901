"""Numbers in words and figures."""

from __future__ import annotations

import pytest

from bot.reading.numbers import find_numbers
from bot.reading.scan import clean, scan, strip


def numbers(text: str) -> list[tuple[float, str]]:
    """Value and unit of each number in ``text``; a part of a longer one is left out."""
    tokens, _, _ = strip(scan(clean(text)))
    found, end = [], 0
    for number in sorted(find_numbers(tokens), key=lambda number: (number.start, -number.end)):
        if number.start >= end:
            found.append((number.value, number.unit))
            end = number.end
    return found


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("2,147 votes", 2147, ""),
        ("8k", 8000, ""),
        ("8 thousand", 8000, ""),
        ("two grand", 2000, ""),
        ("1.2 million", 1_200_000, ""),
        ("3m", 3_000_000, ""),
        ("two", 2, ""),
        ("six in ten", 60, "percent"),
        ("6 out of 10", 60, "percent"),
        ("two thirds", 200 / 3, "percent"),
        ("sixty odd percent", 60, "percent"),
        ("zero", 0, ""),
        ("twelve", 12, ""),
        ("twenty", 20, ""),
        ("thirty five", 35, ""),
        ("five hundred", 500, ""),
        ("ten thousand", 10_000, ""),
        ("forty two thousand", 42_000, ""),
        ("three hundred thousand", 300_000, ""),
        ("third", 3, "ordinal"),
        ("twelfth", 12, "ordinal"),
        ("3rd", 3, "ordinal"),
        ("21st", 21, "ordinal"),
        ("5.5%", 5.5, "percent"),
        ("5 %", 5, "percent"),
        ("5 percent", 5, "percent"),
        ("5 per cent", 5, "percent"),
        ("5 pct", 5, "percent"),
        ("fifty percent", 50, "percent"),
        ("half", 50, "percent"),
        ("quarter", 25, "percent"),
        ("5pts", 5, "points"),
        ("5 points", 5, "points"),
        ("five points", 5, "points"),
        ("5 percentage points", 5, "points"),
        ("6.9pp", 6.9, "points"),
        ("2017", 2017, ""),
        ("a thousand", 1000, ""),
        ("two dozen", 24, ""),
        ("half a million", 500_000, ""),
        ("a quarter of a million", 250_000, ""),
        ("two and a half thousand", 2500, ""),
        ("three hundred and forty six", 346, ""),
        ("two thousand five hundred", 2500, ""),
        ("one hundred and twenty three thousand four hundred and five", 123_405, ""),
        ("a quarter of", 25, "percent"),
        ("three quarters", 75, "percent"),
        ("9 out of 10", 90, "percent"),
        ("single figures", 1, "digits"),
        ("four figure", 4, "digits"),
        ("6 digit", 6, "digits"),
    ],
)
def test_numbers(text: str, value: float, unit: str) -> None:
    assert numbers(text) == [(value, unit)]


def test_several_numbers_stay_apart() -> None:
    assert numbers("411 or 412") == [(411, ""), (412, "")]
    assert numbers("third with 24.7% and 5,233 votes") == [(3, "ordinal"), (24.7, "percent"), (5233, "")]
    assert [value for value, _ in numbers("two three")] == [2, 3]


def test_a_third_is_a_part_or_a_place() -> None:
    for part in ("a third of the vote", "over a third"):
        value, unit = numbers(part)[0]
        assert (round(value, 2), unit) == (33.33, "percent")
    assert numbers("came a third") == [(3, "ordinal")]
    assert numbers("a third place") == [(3, "ordinal")]


@pytest.mark.parametrize(
    "text", ["the grand total", "who won bath", "someone", "tenacious", "points", "'17", "thirdly", ""]
)
def test_words_that_are_no_numbers(text: str) -> None:
    assert numbers(text) == []


def test_a_number_covers_its_scale_and_unit() -> None:
    tokens, _, _ = strip(scan(clean("over 5 per cent or 3 thousand votes")))
    spans = {(number.value, number.unit): (number.start, number.end) for number in find_numbers(tokens)}
    assert spans == {(5, "percent"): (1, 4), (3000, ""): (5, 7)}
