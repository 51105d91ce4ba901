"""A date whose day and year stand apart: "the 2024 by-elections of 15 feb", "2024 (15 feb)"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.reading.time_kinds import Day, DayMonth, Time, Year

Placed = tuple[int, Time]
"""A time, and the span that it stands in."""


def in_full(times: Sequence[Placed]) -> list[Placed]:
    """The times with the one day and the one year among them as the date that they are together."""
    days = [time for _, time in times if isinstance(time, DayMonth)]
    years = [time for _, time in times if isinstance(time, Year)]
    whole = _joined(days[0], years[0]) if len(days) == len(years) == 1 else None
    if whole is None:
        return list(times)
    return [(at, whole if isinstance(time, DayMonth | Year) else time) for at, time in times]


def _joined(day: DayMonth, year: Year) -> Day | None:
    """The date of a day and a year; None where there is none, or the year is told with another month."""
    if not day.day or year.guessed or year.month not in (None, day.month):
        return None
    try:
        return Day(date(year.year, day.month, day.day))
    except ValueError:
        return None
