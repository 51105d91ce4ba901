"""An election named and nothing more, which asks how it went: "the 1997 election", "4 july 2024"."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from bot.reading.frames.national import general
from bot.reading.time_kinds import Day, KindOf, Word, Year
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import InYears, Latest, Listing, Of, OnDay, Query, Selection, Totals, When

_PLAIN = frozenset({"general_election", "by_election", "last", "last_time", "latest"})
"""Cues that only name an election."""


def bare_election(work: Work) -> Query | None:
    """How one general election went, or which by-elections were held in a year or on a day; None of anything else."""
    named = work.seats or work.anchored or work.parties or work.areas or work.slots.numbers or work.slots.quoted
    if named or work.says("at_place") or not _PLAIN.issuperset(work.hits) or not _tells_when(work):
        return None
    where = work.selection(default=Latest(kind=ElectionKind.GENERAL))
    work.take(*_PLAIN)
    return whole_election(work, where) or _by_elections(work, where)


def whole_election(work: Work, where: Selection) -> Totals | None:
    """The totals of the general election of a time; None where there was none or a by-election is named."""
    polled = work.kind is not ElectionKind.BY_ELECTION and _held(work.calendar.generals, where.when)
    return Totals(where=general(where)) if polled else None


def _by_elections(work: Work, where: Selection) -> Listing | None:
    """The by-elections of a time; None where there were none or a general election is named."""
    when = where.when
    held = isinstance(when, OnDay | InYears) and _held(work.calendar.by_elections, when)
    if work.kind is not ElectionKind.GENERAL and held and isinstance(when, OnDay | InYears):
        by_elections = when.model_copy(update={"kind": ElectionKind.BY_ELECTION})
        return Listing(where=where.model_copy(update={"when": by_elections}), of=Of.CONTESTS)
    return None


def _held(polls: Collection[date], when: When) -> bool:
    """Whether a poll was held at a time of one day, of a year or a month of it; the latest always was."""
    match when:
        case OnDay(day=day):
            return day in polls
        case InYears(years=years, month=month):
            return any(day.year in years and month in (None, day.month) for day in polls)
        case Latest(kind=kind):
            return kind is ElectionKind.GENERAL
        case _:
            return False


def _tells_when(work: Work) -> bool:
    """Whether the words of time are those of one election, or of the latest general one."""
    times = [time for _, time in work.slots.times if not isinstance(time, KindOf)]
    if len(times) != 1:
        return False
    time = times[0]
    if isinstance(time, Word):
        return time.word == "latest" and work.kind is not ElectionKind.BY_ELECTION
    if isinstance(time, Year) and time.month is None:
        # "thirty five" and "two dozen" are numbers as well
        return work.kind is not None or str(time.year) in work.words
    return isinstance(time, Day) or (isinstance(time, Year) and time.guessed is None)
