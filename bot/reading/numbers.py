"""Numbers in words and figures: "2,147", "8k", "two", "five hundred", "third", "5.5%"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.reading.scan import Token, TokenKind

SMALL = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
}
TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "grand": 1000}
ORDINALS = {
    word: value
    for value, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        start=1,
    )
}
_POINTS = frozenset({"point", "points", "pp", "ppt", "ppts", "pt", "pts"})
_PARTS = {"half": 50.0, "quarter": 25.0}
_ORDINAL_UNITS = frozenset({"st", "nd", "rd", "th"})


@dataclass(frozen=True, slots=True)
class Number:
    """A number of tokens ``start`` to ``end`` (excluded). ``unit``: "percent", "points", "ordinal" or empty."""

    start: int
    end: int
    value: float
    unit: str = ""


def find_numbers(tokens: Sequence[Token]) -> list[Number]:
    """Every number, whether it may also be a year or not."""
    found = []
    for at, token in enumerate(tokens):
        if token.kind is TokenKind.NUMBER:
            found.append(_figure(tokens, at))
        elif token.kind is TokenKind.WORD:
            number = _worded(tokens, at)
            if number:
                found.append(number)
    return found


def _figure(tokens: Sequence[Token], at: int) -> Number:
    """A number in figures, with the unit behind it."""
    token = tokens[at]
    if token.unit in _ORDINAL_UNITS:
        return Number(at, at + 1, token.value, "ordinal")
    if token.unit == "%":
        return Number(at, at + 1, token.value, "percent")
    if token.unit in _POINTS:
        return Number(at, at + 1, token.value, "points")
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    scale = _SCALES.get(following)
    if scale:
        return Number(at, at + 2, token.value * scale)
    if following in {"percent", "pct"}:
        return Number(at, at + 2, token.value, "percent")
    if following == "per" and at + 2 < len(tokens) and tokens[at + 2].text == "cent":
        return Number(at, at + 3, token.value, "percent")
    if following in _POINTS:
        return Number(at, at + 2, token.value, "points")
    if following == "percentage" and at + 2 < len(tokens) and tokens[at + 2].text.startswith("point"):
        return Number(at, at + 3, token.value, "points")
    return Number(at, at + 1, token.value)


def _worded(tokens: Sequence[Token], at: int) -> Number | None:
    """A number in words: an ordinal, a part, or a value with its scale."""
    word = tokens[at].text
    if word in _PARTS:
        return Number(at, at + 1, _PARTS[word], "percent")
    if word in ORDINALS:
        return Number(at, at + 1, ORDINALS[word], "ordinal")
    end = at + 1
    if word == "a" and end < len(tokens) and tokens[end].text in _SCALES:
        return Number(at, end + 1, _SCALES[tokens[end].text])
    value: float | None = SMALL.get(word)
    if value is None:
        value = TENS.get(word)
    if value is None:
        return None
    if word in TENS and end < len(tokens) and 0 < SMALL.get(tokens[end].text, 0) < 10:
        value += SMALL[tokens[end].text]
        end += 1
    while end < len(tokens) and tokens[end].text in _SCALES:
        value *= _SCALES[tokens[end].text]
        end += 1
    if end < len(tokens) and (tokens[end].text == "percent" or tokens[end].text in _POINTS):
        return Number(at, end + 1, value, "percent" if tokens[end].text == "percent" else "points")
    return Number(at, end, value)
