"""Years as people write and say them: "2019", "'74", "feb 74", "nineteen sixty six"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.lexicon import Lexicon
from bot.reading.numbers import worded
from bot.reading.scan import Token, TokenKind

FIRST_YEAR, LAST_YEAR = 1800, 2040
_CENTURIES = {"nineteen": 1900, "twenty": 2000}
_THIS_CENTURY = 28
"""Two figures above this are a year of the last century: no election later than this is asked about."""
_GENERAL_YEARS = frozenset(
    {10, 15, 17, 19, 24, 5, 1, 97, 92, 87, 83, 79, 74, 70, 66, 64, 59, 55, 51, 50, 45, 35, 31, 29}
)


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
    if len(token.text) == 2 and (loose or _is_short_year(tokens, at, lexicon)):
        return full_year(value)
    return None


def _is_short_year(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether two figures are a year: by the words beside them, or as a general election's that count nothing."""
    groups, value = lexicon.groups, int(tokens[at].text)
    lead, following = text_at(tokens, at - 1), text_at(tokens, at + 1)
    if lead in groups["election_leads"] or following in groups["general_marks"]:
        return True
    if value not in _GENERAL_YEARS:
        # behind a name: "mid ulster 69"
        named = at > 0 and tokens[at - 1].kind is TokenKind.WORD and lead not in lexicon.words
        counting = following in groups["counted"] or lead in groups["count_leads"]
        return named and value > _THIS_CENTURY and not counting
    if lead in groups["year_leads"] or at + 1 == len(tokens) or following in groups["versus"]:
        return True
    dated = any(token.kind is TokenKind.NUMBER and len(token.text) == 4 and not token.unit for token in tokens)
    # "corbyn 2019 v foot 83": each side has a year of its own
    dated = dated and not any(token.text in groups["versus"] for token in tokens)
    counted = lead in groups["count_leads"] or following in groups["counted"]
    return value > 9 and at > 0 and not (dated or counted or tokens[at - 1].kind is TokenKind.NUMBER)


def full_year(value: int) -> int:
    """A year of four figures: of this century where an election of it may be asked about."""
    if value >= 100:
        return value
    return (2000 if value <= _THIS_CENTURY else 1900) + value


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
        if rest is not None and not rest.unit and 1 <= rest.value <= _THIS_CENTURY:
            return 2000 + int(rest.value), rest.end
    number = worded(tokens, at)
    if number is None or number.unit or number.end - at != 2 or int(number.value) not in _GENERAL_YEARS:
        return None
    groups = lexicon.groups
    counted = text_at(tokens, at - 1) in groups["count_leads"] or text_at(tokens, number.end) in groups["counted"]
    return None if counted else (full_year(int(number.value)), number.end)


def text_at(tokens: Sequence[Token], at: int) -> str:
    """The word at a position, or nothing beyond the ends."""
    return tokens[at].text if 0 <= at < len(tokens) else ""
