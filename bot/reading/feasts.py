"""Feasts as days: "christmas 2014", "easter 2019"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.reading.lexicon import Lexicon
from bot.reading.scan import Token
from bot.reading.years import year_at

MOVABLE = frozenset({"easter", "easter sunday"})
"""Feasts whose day is another every year."""
_LONGEST = 3
"""Words of a feast's name at most."""


def feast(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[date, int] | None:
    """The day of a feast and its year named at a token, and where its words end."""
    words = ""
    for end in range(at, min(at + _LONGEST, len(tokens) - 1)):
        words = f"{words} {tokens[end].text}" if words else tokens[end].text
        month_day = lexicon.forms.feasts.get(words)
        if month_day is None and words not in MOVABLE:
            continue
        joined = end + (2 if tokens[end + 1].text in {"in", "of"} else 1)
        year = year_at(tokens, joined, lexicon, loose=True)
        if year:
            return _easter(year) if month_day is None else date(year, *month_day), joined + 1
    return None


def _easter(year: int) -> date:
    """Easter Sunday, by the rule of the Gregorian calendar (Meeus, Jones and Butcher)."""
    century, rest = divmod(year, 100)
    shift = (8 * century + 13) // 25
    epact = (19 * (year % 19) + century - century // 4 - shift + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (year % 19 + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
