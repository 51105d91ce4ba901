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
_FIFTHS = {"thirds": 3, "quarters": 4, "fifths": 5, "tenths": 10}
_WHOLES = frozenset({3, 4, 5, 10, 20, 100})
"""What "six in ten" may be a part of."""
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
            number: Number | None = _figure(tokens, at)
        else:
            number = worded(tokens, at) if token.kind is TokenKind.WORD else None
        if number:
            found += [number, *_fraction(tokens, number)]
    return found


def _fraction(tokens: Sequence[Token], number: Number) -> list[Number]:
    """ "six in ten", "6 out of 10", "two thirds": as a percentage."""
    if number.unit or not 0 < number.value < max(_WHOLES):
        return []
    end = number.end
    texts = [token.text for token in tokens[end : end + 3]]
    if texts and texts[0] in _FIFTHS:
        return [Number(number.start, end + 1, 100 * number.value / _FIFTHS[texts[0]], "percent")]
    joint = 2 if texts[:2] == ["out", "of"] else 1 if texts[:1] in (["in"], ["of"]) else 0
    if not joint or end + joint >= len(tokens):
        return []
    whole = _figure(tokens, end + joint) if tokens[end + joint].kind is TokenKind.NUMBER else None
    whole = whole or worded(tokens, end + joint)
    if whole is None or whole.unit or whole.value not in _WHOLES or number.value >= whole.value:
        return []
    return [Number(number.start, whole.end, 100 * number.value / whole.value, "percent")]


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


def worded(tokens: Sequence[Token], at: int) -> Number | None:
    """A number in words that begins at a token: an ordinal, a part, or a value with its scale."""
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
    if end < len(tokens) and tokens[end].text == "odd":
        end += 1
    if end < len(tokens) and (tokens[end].text == "percent" or tokens[end].text in _POINTS):
        return Number(at, end + 1, value, "percent" if tokens[end].text == "percent" else "points")
    return Number(at, end, value)
