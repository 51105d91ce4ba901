"""Years as people write and say them: "2019", "'74", "feb 74", "nineteen sixty six"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.lexicon import Lexicon
from bot.reading.numbers import worded
from bot.reading.scan import Token, TokenKind
from bot.reading.short_years import (
    FIRST_YEAR,
    GENERAL_YEARS,
    LAST_YEAR,
    THIS_CENTURY,
    full_year,
    is_short_year,
    text_at,
)

_CENTURIES = {"nineteen": 1900, "twenty": 2000}


def year_at(tokens: Sequence[Token], at: int, lexicon: Lexicon, *, loose: bool) -> int | None:
    """The year at a token: four digits always, two digits where a neighbour says so (``loose``: after a month)."""
    if not 0 <= at < len(tokens):
        return None
    token = tokens[at]
    if token.kind is TokenKind.YEAR:
        return full_year(int(token.value))
    if token.kind is not TokenKind.NUMBER or token.unit or not token.text.isdigit():
        return None
    value = int(token.text)
    if token.end - token.start > len(token.text):
        # "2,017 votes": the comma is gone from the text, and no year is written with one
        return None
    if len(token.text) == 4:
        return value if FIRST_YEAR <= value <= LAST_YEAR else None
    if len(token.text) == 2 and (loose or is_short_year(tokens, at, lexicon)):
        return full_year(value)
    return None


def worded_year(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The year said at a token, and where its words end.

    "nineteen sixty six", "twenty fifteen", "two thousand and five", "oh five"; "sixty six" where nothing is counted.
    """
    first = tokens[at].text
    if first in {"oh", "o"} or (first in _CENTURIES and at + 1 < len(tokens)):
        rest = worded(tokens, at + 1) if at + 1 < len(tokens) else None
        low, high = (1, 9) if first in {"oh", "o"} else (10, 99)
        if rest is not None and not rest.unit and low <= rest.value <= high:
            return _CENTURIES.get(first, 2000) + int(rest.value), rest.end
    if first == "two" and text_at(tokens, at + 1) == "thousand":
        start = at + (3 if text_at(tokens, at + 2) == "and" else 2)
        rest = worded(tokens, start) if start < len(tokens) else None
        if rest is not None and not rest.unit and 1 <= rest.value <= THIS_CENTURY:
            return 2000 + int(rest.value), rest.end
    number = worded(tokens, at)
    if number is None or number.unit or number.end - at != 2 or int(number.value) not in GENERAL_YEARS:
        return None
    groups = lexicon.groups
    counted = text_at(tokens, at - 1) in groups["count_leads"] or text_at(tokens, number.end) in groups["counted"]
    return None if counted else (full_year(int(number.value)), number.end)
