"""Whether a win was the first: "was 1997 the first time labour won st albans"."""

from __future__ import annotations

from bot.reading.frames.checks import is_check
from bot.reading.framing import needs
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import AnyTime, History, Query, Selection

_TOLD = frozenset(
    {"first_time", "win", "get", "aux", "check", "take", "ever", "seats", "hold", "general_election", "changed_hands"}
)
"""Cues beside which no more is asked than whether it was the first."""


@needs("first_time")
@needs("a seat")
@needs("a party")
def first_win(work: Work) -> Query | None:
    """Whether a party won a seat for the first time in the year named, of all contests held."""
    sides = (work.seats, work.parties, work.years, work.slots.times)
    if any(len(side) != 1 for side in sides[:3]) or work.people or not _TOLD.issuperset(work.hits):
        return None
    others = [time for _, time in work.slots.times if time not in work.years]
    if work.kind is ElectionKind.BY_ELECTION or len(others) > (work.kind is not None):
        return None
    if not (is_check(work) or work.opens_as("verb_openers")) or not work.has("win", "take", "changed_hands"):
        return None
    if work.free_numbers() and any(at not in dict(work.slots.times) for at, _ in work.free_numbers()):
        return None
    year = work.years[0].year
    work.take(*_TOLD)
    work.use_times()
    where = Selection(seats=work.use(work.seats), parties=work.use(work.parties), when=AnyTime())
    return History(where=where, ask="first-won", claimed_since=year)
