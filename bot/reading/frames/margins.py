"""What lies between two figures: of one election and the next, of whoever won and a party, at a by-election by day."""

from __future__ import annotations

from itertools import pairwise

from bot.reading.dated import in_year
from bot.reading.framing import needs
from bot.reading.time_kinds import Year
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import Figure, Measure, OnDay, Query, Selection, When

_MOVED = ("up", "down", "change")
_BESIDE_A_MOVE = frozenset({*_MOVED, "how_much", "deposit_gone", "did_how", "by_how_much", "aux", "share", "what"})
"""Cues beside which no more is asked than how far a party moved."""
_BESIDE_A_LEAD = frozenset({"ahead", "how_much", "by_how_much", "aux"})
"""Cues beside which no more is asked than how far somebody was ahead."""


@needs("a seat")
@needs("a party")
@needs(*_MOVED)
def one_step(work: Work) -> Query | None:
    """ "ukip's drop in great grimsby, 2015 to 2017": from one general election to the next, the change published."""
    years = sorted(year.year for year in work.years or work.ends())
    if len(years) != 2 or len(work.seats) != 1 or len(work.parties) != 1 or work.people or work.kind is not None:
        return None
    if not work.has(*_MOVED) or not _BESIDE_A_MOVE.issuperset(work.hits):
        return None
    if (years[0], years[1]) not in pairwise(day.year for day in work.calendar.generals):
        return None
    work.take(*_BESIDE_A_MOVE)
    work.use_times()
    when = in_year(Year(years[1]), ElectionKind.GENERAL)
    where = Selection(seats=work.use(work.seats), parties=work.use(work.parties), when=when)
    return Figure(where=where, measures=(Measure.CHANGE,))


def of_the_winner(work: Work) -> bool:
    """ "how far ahead of the tories", where only a seat is known: whoever won there was; marks what says so."""
    if len(work.parties) != 1 or work.people or not (work.seats or work.inherited.seats) or not work.has("ahead"):
        return False
    before = [token.text for token in work.cover.tokens[: work.start(work.parties[0])]]
    if before[-1:] != ["of"] or not _BESIDE_A_LEAD.issuperset(work.hits):
        return False
    return work.take(*_BESIDE_A_LEAD)


def of_a_day(work: Work, when: When) -> tuple[Measure, ...]:
    """ "the by-election of 1 may 2025, how close": its majority; beside "who" the result tells that too."""
    if not isinstance(when, OnDay) or when.day in work.calendar.generals:
        return ()
    sized = work.take("closeness", "by_how_much")
    return (Measure.MAJORITY,) if sized and not work.has("who") else ()


def is_behind(work: Work) -> bool:
    """Whether how far behind is asked for; "who finished behind the greens" asks for somebody else."""
    beyond = work.has("who") and any(at + 1 == slot.span for at in work.hits.get("behind", ()) for slot in work.parties)
    return work.has("behind") and not beyond
