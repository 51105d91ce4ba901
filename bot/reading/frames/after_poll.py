"""A seat kept after a poll: "did labour keep copeland after the 2017 by-election" asks how that poll came out."""

from __future__ import annotations

from itertools import pairwise

from bot.reading.dated import in_year
from bot.reading.time_kinds import Day, Side, Year
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import OnDay, When

_OTHER = ("take", "lose", "win", "beat", "stand", "finish", "runner_up", "votes", "share", "majority")
"""Cues of what came of a later poll."""


def kept_after(work: Work) -> When | None:
    """The one poll of a seat after which somebody is asked to have kept it; None where it is not named as a poll."""
    if len(work.seats) != 1 or not work.has("hold") or work.has(*_OTHER):
        return None
    sides = [(at, time) for at, time in work.slots.times if isinstance(time, Side)]
    if len(sides) != 1 or sides[0][1].side != "after" or work.years:
        return None
    at, side = sides[0]
    kind = work.kind
    if not isinstance(side.anchor, Year | Day) or not (work.fused(at) or _is_vote(work, at)):
        return None
    year = side.anchor.year if isinstance(side.anchor, Year) else side.anchor.day.year
    polls = {(day, held) for seat in work.seats[0].values for day, held in work.catalogue.polls(seat)}
    held = {each for day, each in polls if day.year == year and kind in (None, each)}
    if len(held) != 1:
        return None
    kind = held.pop()
    if _is_theirs_by_then(work, year, kind):
        return None
    return OnDay(day=side.anchor.day, kind=kind) if isinstance(side.anchor, Day) else in_year(side.anchor, kind)


def _is_theirs_by_then(work: Work, year: int, kind: ElectionKind) -> bool:
    """Whether the party named had only just won the seat then: what it kept after that is told by later polls."""
    counts = work.catalogue.counts_as()
    parties = {value for slot in work.parties for value in slot.values}
    for before, after in pairwise(work.catalogue.won_in(work.seats[0].values[0])):
        if (after.date.year, after.kind) == (year, kind):
            was, became = (counts.get(won.party, won.party) for won in (before, after))
            return became in parties and was not in parties
    return False


def _is_vote(work: Work, at: int) -> bool:
    """ "after the 1997 election": a poll is named, and not only a year."""
    span, tokens = work.cover.spans[at], work.cover.tokens
    near = [token.text for token in tokens[span.end - 1 : span.end + 2]]
    return work.kind is ElectionKind.GENERAL or not work.group("single_polls").isdisjoint(near)
