"""Whether a party stood against somebody, in the contest of theirs that is meant; that nobody of it stood."""

from __future__ import annotations

from bot.reading.framing import needs
from bot.reading.slots import Slot
from bot.reading.times import KindOf, Word, Year
from bot.reading.work import Work
from knowledge.queries.catalogue import Stand
from knowledge.query import Between, Check, ExpectedStood, OnDay, Query, Selection

_OF_STANDING = frozenset(
    {
        "stand", "candidates", "versus", "check", "aux", "ever", "all_time", "get", "by_election", "general_election",
        "seats", "mp", "not_aux", "put", "who",
    }
)  # fmt: skip
"""Cues beside which no more is asked than whether a party stood."""
_DENIED = frozenset(
    {"stand", "candidates", "aux", "ever", "by_election", "general_election", "not_aux", "only", "check"}
)
"""Cues beside which a denial is of no more than that somebody stood."""


@needs("a person")
@needs("a party")
@needs("stand", "candidates")
@needs("versus")
def stood_against(work: Work) -> Query | None:
    """ "did the greens stand against tim farron in 2017": the party is asked about, not the one it stood against."""
    if len(work.people) != 1 or len(work.parties) != 1 or not (work.asks_whether or work.has("check", "not_aux")):
        return None
    slot = work.people[0]
    if not _OF_STANDING.issuperset(work.hits) or not _is_against(work, slot) or work.free_numbers():
        return None
    if any(not isinstance(time, Year | KindOf | Word) for _, time in work.slots.times):
        return None
    stands = _stands(work, slot)
    if not stands:
        return None
    denied = work.has("not_aux") and not work.opens_as("denials")
    work.take(*_OF_STANDING)
    work.use(work.people)
    work.use(work.seats)
    last = max(stands, key=lambda stand: stand.date)
    ever = work.has("ever", "all_time") and not work.years
    seats = tuple(dict.fromkeys(stand.seat for stand in stands)) if work.years or ever else (last.seat,)
    when = work.when() if work.years else OnDay(day=last.date)
    if ever:
        when = Between(since=min(stand.date for stand in stands), until=last.date)
    work.use_times()
    where = Selection(seats=seats, parties=work.use(work.parties), when=when)
    return Check(where=where, expect=(ExpectedStood(),), negated=denied)


def _is_against(work: Work, slot: Slot) -> bool:
    """Whether somebody is named right behind "against"."""
    start = work.start(slot)
    return start > 0 and work.cover.tokens[start - 1].text in work.group("opposing")


def _stands(work: Work, slot: Slot) -> list[Stand]:
    """The contests of the one person meant that fit the seat, the year and the kind of election named."""
    seats = {seat for named in work.seats for seat in named.values}
    card = work.catalogue.person(slot.values[0]) if len(slot.values) == 1 else None
    years = {(year.year, year.month) for year in work.years}
    return [
        stand
        for stand in (card.stands if card else ())
        if (not seats or stand.seat in seats)
        and (not years or not years.isdisjoint({(stand.date.year, None), (stand.date.year, stand.date.month)}))
        and work.kind in (None, stand.kind)
    ]


@needs("a seat")
@needs("not_aux")
@needs("stand", "candidates")
def stood_not(work: Work) -> Query | None:
    """ "labour didnt stand in batley and spen 2016": said to be so, which is checked."""
    if len(work.parties) + len(work.people) != 1 or len(work.seats) != 1 or work.opens_as("denials"):
        return None
    if not _DENIED.issuperset(work.hits) or work.free_numbers():
        return None
    work.take(*_DENIED)
    work.use_words(*work.group("fringe"))
    return Check(where=work.selection(), expect=(ExpectedStood(),), negated=True)
