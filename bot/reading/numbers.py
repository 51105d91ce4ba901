"""Numbers in words and figures: "2,147", "8k", "two", "half a million", "third", "5.5%", "two thirds"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.reading.scan import Token, TokenKind
from bot.reading.short_years import FIRST_YEAR, LAST_YEAR, text_at

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
TENS = {"thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "grand": 1000, "million": 1_000_000}
_GRAND = frozenset({"grand"})
"""Scales that are words of their own too: only behind a number."""
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
_PARTS = {"half": 2, "quarter": 4, "third": 3, "fifth": 5, "tenth": 10}
_PLURAL_PARTS = {"halves": 2, "quarters": 4, "thirds": 3, "fifths": 5, "tenths": 10}
_WHOLES = frozenset({20, 100})
"""Beyond ten, what "six in a hundred" may be a part of."""
_ONE_OF_ALL = frozenset(
    {"adult", "elector", "person", "vote", "voter", "voters", "people", "adults", "electors", "votes"}
)
"""Of whom a part may be counted: "one voter in five"."""
_ORDINAL_UNITS = frozenset({"st", "nd", "rd", "th"})
_MEASURED = frozenset(
    [
        "over",
        "under",
        "than",
        "about",
        "around",
        "roughly",
        "nearly",
        "almost",
        "least",
        "most",
        "below",
        "above",
        "exactly",
        "only",
    ]
)
"""Words before "a third" that make it a part of something, not a place."""
_TIMES = {"single": 1, "double": 2, "triple": 3}
NUMBER_LEADS = frozenset([*SMALL, *TENS, *_SCALES, *ORDINALS, *_PARTS, *_TIMES, "a", "one"])
"""Words that a number can begin with."""
_FIGURES = frozenset({"figure", "figures", "digit", "digits"})


@dataclass(frozen=True, slots=True)
class Number:
    """A number of tokens ``start`` to ``end`` (excluded).

    ``unit``: "percent", "points", "ordinal", "digits" (how many figures a number has) or empty. ``rough``: a part that
    nobody means to the last decimal, "a third".
    """

    start: int
    end: int
    value: float
    unit: str = ""
    rough: bool = False


def find_numbers(tokens: Sequence[Token]) -> list[Number]:
    """Every number, whether it may also be a year or not; the longest that begins at each word."""
    found = []
    for at, token in enumerate(tokens):
        number: Number | None = None
        if token.kind is TokenKind.WORD and token.text not in NUMBER_LEADS:
            continue
        if token.kind in {TokenKind.WORD, TokenKind.NUMBER}:
            number = _digits(tokens, at) or _out_of(tokens, at) or _part(tokens, at)
        if number is None and token.kind is TokenKind.NUMBER:
            number = _figure(tokens, at)
        elif number is None and token.kind is TokenKind.WORD:
            number = worded(tokens, at)
        if number is not None:
            found.append(number)
    return found


def _whole(tokens: Sequence[Token], at: int) -> float | None:
    """A whole number in one word or in figures without a unit."""
    if at >= len(tokens):
        return None
    token = tokens[at]
    if token.kind is TokenKind.NUMBER:
        return token.value if token.text.isdigit() and not token.unit else None
    return SMALL.get(token.text)


def _digits(tokens: Sequence[Token], at: int) -> Number | None:
    """ "single figures", "a four figure majority", "3 digits"."""
    if text_at(tokens, at + 1) not in _FIGURES:
        return None
    count = _TIMES.get(tokens[at].text) or _whole(tokens, at)
    return Number(at, at + 2, count, "digits") if count and count <= 7 else None


def _out_of(tokens: Sequence[Token], at: int) -> Number | None:
    """ "one in three", "9 out of 10", "one voter in five": a part of people, never of two years."""
    behind = at + 1 + (text_at(tokens, at + 1) in _ONE_OF_ALL)
    end = behind + 2 if text_at(tokens, behind) == "out" and text_at(tokens, behind + 1) == "of" else behind + 1
    if end == behind + 1 and text_at(tokens, behind) != "in":
        return None
    part, whole = _whole(tokens, at), _whole(tokens, end)
    if part is None or whole is None or not 0 < part < whole or (whole > 10 and whole not in _WHOLES):
        return None
    return Number(at, end + 1, 100 * part / whole, "percent", rough=True)


def _part(tokens: Sequence[Token], at: int) -> Number | None:
    """ "half", "a third of", "two thirds", "three quarters"; with a scale a number: "half a million"."""
    word, following = tokens[at].text, text_at(tokens, at + 1)
    if word in {"half", "quarter"}:
        start, end, count, of = at, at + 1, 1.0, _PARTS[word]
    elif word in {"a", "one"} and following in _PARTS and _is_part(tokens, at):
        start, end, count, of = at, at + 2, 1.0, _PARTS[following]
    elif following in _PLURAL_PARTS and _whole(tokens, at):
        start, end, count, of = at, at + 2, _whole(tokens, at) or 0.0, _PLURAL_PARTS[following]
    else:
        return None
    scaled = end + (text_at(tokens, end) == "of")
    if text_at(tokens, scaled) in {"a", "an"} and text_at(tokens, scaled + 1) in _SCALES:
        return Number(start, scaled + 2, count / of * _SCALES[tokens[scaled + 1].text])
    return Number(start, end, 100 * count / of, "percent", rough=True)


def _is_part(tokens: Sequence[Token], at: int) -> bool:
    """Whether "a third" is a part of something and no place: by the word before or behind it."""
    return tokens[at + 1].text == "quarter" or text_at(tokens, at + 2) == "of" or text_at(tokens, at - 1) in _MEASURED


def _figure(tokens: Sequence[Token], at: int) -> Number:
    """A number in figures, with the unit behind it."""
    token = tokens[at]
    if token.unit in _ORDINAL_UNITS:
        return Number(at, at + 1, token.value, "ordinal")
    if token.unit == "%":
        return Number(at, at + 1, token.value, "percent")
    if token.unit in _POINTS:
        return Number(at, at + 1, token.value, "points")
    value, end = _scaled(tokens, at + 1, token.value)
    return _with_unit(tokens, at, end, value)


def worded(tokens: Sequence[Token], at: int) -> Number | None:
    """A number in words: an ordinal, or a value with its scales."""
    word = tokens[at].text
    if word in ORDINALS:
        return Number(at, at + 1, ORDINALS[word], "ordinal")
    below = _below_hundred(tokens, at)
    if below is None:
        if word not in _SCALES or word in _GRAND or _counts(tokens, at - 1):
            return None
        # "over a thousand": the article says no more than one
        below = (1.0, at)
    value, end = _scaled(tokens, below[1], below[0])
    return _with_unit(tokens, at, end, value)


def _counts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is itself a number, which the scale behind it belongs to."""
    word = text_at(tokens, at)
    return word in SMALL or word in TENS or word in _SCALES or (bool(word) and tokens[at].kind is TokenKind.NUMBER)


def _below_hundred(tokens: Sequence[Token], at: int) -> tuple[float, int] | None:
    """ "seven", "thirty five", as a value and where it ends."""
    word = text_at(tokens, at)
    if word in SMALL or word in TENS:
        value = float(SMALL.get(word, 0) or TENS.get(word, 0))
        unit = SMALL.get(text_at(tokens, at + 1), 0)
        if value >= 20 and 0 < unit < 10:
            return value + unit, at + 2
        return value, at + 1
    return None


def _scaled(tokens: Sequence[Token], at: int, value: float) -> tuple[float, int]:
    """A value with the scales behind it: "two and a half thousand", "three hundred and forty six thousand"."""
    end = at
    if [text_at(tokens, end + i) for i in range(3)] == ["and", "a", "half"] and text_at(tokens, end + 3) in _SCALES:
        value, end = value + 0.5, end + 3
    total = 0.0
    while text_at(tokens, end) in _SCALES:
        scale = _SCALES[tokens[end].text]
        value, end = value * scale, end + 1
        more = _below_hundred(tokens, end + (text_at(tokens, end) == "and")) if scale >= 100 else None
        if more is None:
            continue
        if text_at(tokens, more[1]) in _SCALES and _SCALES[tokens[more[1]].text] < scale:
            # "two thousand five hundred": the smaller scale is of what follows alone
            total, (value, end) = total + value, more
        else:
            value, end = value + more[0], more[1]
    return total + value, end


def _with_unit(tokens: Sequence[Token], start: int, end: int, value: float) -> Number:
    """A number with the unit in words behind it, if any."""
    if text_at(tokens, end) == "odd":
        end += 1
    following, second = text_at(tokens, end), text_at(tokens, end + 1)
    if FIRST_YEAR <= value <= LAST_YEAR and end == start + 1 and tokens[start].text.isdigit():
        # "bath 2019 pct": a year, as no share is so large
        return Number(start, end, value)
    if following == "percent" and second in _POINTS:
        return Number(start, end + 2, value, "points")
    if following in {"percent", "pct"}:
        return Number(start, end + 1, value, "percent")
    if following == "per" and second == "cent":
        return Number(start, end + 2, value, "percent")
    if following in _POINTS:
        return Number(start, end + 1, value, "points")
    if following == "percentage" and second.startswith("point"):
        return Number(start, end + 2, value, "points")
    return Number(start, end, value)
