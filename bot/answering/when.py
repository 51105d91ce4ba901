"""When, in words: the time that a selection speaks of."""

from __future__ import annotations

from calendar import month_name
from datetime import date

from bot.answering.wording import day, listed
from knowledge.query import AnyTime, Between, InYears, Latest, OnDay, Relative, When


def when_phrase(when: When) -> str:
    """``in 2018``, ``on 8 June 2017``, ``from 2010 to 2019``, ``since 2010``; empty for any time."""
    match when:
        case InYears(years=years, month=month):
            named = listed([str(year) for year in years])
            return f"in {month_name[month]} {named}" if month else f"in {named}"
        case OnDay(day=on):
            return f"on {day(on)}"
        case Between():
            return between_phrase(when.since, when.until)
        case Latest():
            return "last"
        case Relative(step=step):
            return "after that" if step > 0 else "before that"
        case AnyTime():
            return ""


def between_phrase(since: date | None, until: date | None) -> str:
    """A span of time; whole years are named as years."""
    if since is None:
        return f"until {_edge(until, first=False)}" if until is not None else ""
    if until is None:
        return f"since {_edge(since, first=True)}"
    if since.year == until.year and _whole(since, first=True) and _whole(until, first=False):
        return f"in {since.year}"
    return f"from {_edge(since, first=True)} to {_edge(until, first=False)}"


def _edge(edge: date, *, first: bool) -> str:
    return str(edge.year) if _whole(edge, first=first) else day(edge)


def _whole(edge: date, *, first: bool) -> bool:
    return (edge.month, edge.day) == ((1, 1) if first else (12, 31))
