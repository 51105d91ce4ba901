"""Claims that a seat went to one party at every election but those of some years."""

from __future__ import annotations

from bot.reading.framing import needs
from bot.reading.time_kinds import KindOf, Year
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import AnyTime, History, Query

_PLAIN = frozenset(
    {"except", "history", "check", "aux", "win", "hold", "always", "mp", "get", "take", "general_election", "chose"}
)
"""Cues beside which no more is said than that it was so each time but then."""


@needs("except")
@needs("a seat")
@needs("a party")
@needs(groups=("each_time",))
def always_but(work: Work) -> Query | None:
    """ "edinburgh central was labour at every general election bar 1983, right?": with the years that are left out."""
    if len(work.seats) != 1 or len(work.parties) != 1 or work.people or work.areas or not work.says("each_time"):
        return None
    if not _PLAIN.issuperset(work.hits) or work.free_numbers():
        return None
    years = [(at, time.year) for at, time in work.slots.times if isinstance(time, Year)]
    others = [time for _, time in work.slots.times if not isinstance(time, Year | KindOf)]
    if not years or others or any(at < work.first("except") for at, _ in years):
        return None
    kind = ElectionKind.GENERAL if "general" in work.words else work.kind
    work.take(*_PLAIN)
    work.use_times()
    work.leave_out("times")
    where = work.selection(default=AnyTime()).model_copy(update={"when": AnyTime(kind=kind)})
    return History(where=where, ask="always-won", except_years=tuple(year for _, year in years))
