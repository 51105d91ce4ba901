"""Times that had by-elections and no general election: who won then is asked of the by-elections."""

from __future__ import annotations

from bot.reading.framing import needs
from bot.reading.time_kinds import Day
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import Focus, InYears, Listing, Of, OnDay, Query, Result, Selection


def without_a_general(work: Work, where: Selection) -> Query | None:
    """ "who won on 20 july 2023", "who got in in 2023": whoever won the by-elections held then.

    Those of a party where one is named. None where a general election is named or was held then, or nothing was.
    Where by-elections were spoken of just before it is asked of them, whatever else was held then.
    """
    when = where.when
    if when.kind is ElectionKind.BY_ELECTION:
        return _spoken_of(work, where)
    if not isinstance(when, OnDay | InYears) or ElectionKind.GENERAL in (when.kind, work.kind):
        return None
    if (where.parties and not work.has("win")) or where.not_won_by:
        return None
    if not work.has("who", "win") or work.says("elections_called"):
        return None
    calendar = work.calendar
    if isinstance(when, OnDay):
        held = when.day in calendar.by_elections and when.day not in calendar.generals
        return Result(where=where) if held and not where.parties else None
    years = set(when.years)
    if any(day.year in years for day in calendar.generals) or not years & {day.year for day in calendar.by_elections}:
        return None
    by_elections = when.model_copy(update={"kind": ElectionKind.BY_ELECTION})
    theirs = {"when": by_elections, "winner": where.parties, "parties": ()}
    return Listing(where=where.model_copy(update=theirs), of=Of.CONTESTS)


def _spoken_of(work: Work, where: Selection) -> Listing | None:
    """ "by-elections in 2024, where and who won": those that were spoken of; a party's own are those it won."""
    if not work.has("win") or where.not_won_by:
        return None
    return Listing(where=where.model_copy(update={"winner": where.parties, "parties": ()}), of=Of.CONTESTS)


_HOW_THEY_DID = frozenset(
    {"aux", "by_election", "did_how", "finish", "get", "result", "share", "votes", "what", "when", "where", "how_many"}
)
"""Cues beside which a party named with the day of a by-election asks for no more than how it did then."""


@needs("no seat named")
@needs("a party")
def party_then(work: Work) -> Query | None:
    """ "8 december 2016 by-election, ukip came where": how the party did at the by-elections of a day."""
    days = [time.day for _, time in work.slots.times if isinstance(time, Day)]
    if work.anchored or work.areas or len(work.parties) != 1 or len(days) != 1 or work.free_numbers():
        return None
    if not _HOW_THEY_DID.issuperset(work.hits) or work.kind is ElectionKind.GENERAL or work.asks_whether:
        return None
    if days[0] not in work.calendar.by_elections or days[0] in work.calendar.generals:
        return None
    work.take(*_HOW_THEY_DID)
    work.use_times()
    when = OnDay(day=days[0], kind=ElectionKind.BY_ELECTION)
    return Result(where=Selection(parties=work.use(work.parties), when=when), focus=Focus.PARTY)


_OF_THAT_DAY = frozenset(
    {"seats", "transfer", "took_part", "chose", "who", "win", "came_in", "get", "aux", "which", "what", "listing", "mp",
    "by_election", "take", "candidates", "votes"}
)  # fmt: skip
"""Cues that ask no more than what came of the polls of a day."""


@needs("no seat named")
@needs(words=("voted", "polled", "voting", "votes"))
@needs("who", "win", "came_in")
def voted_then(work: Work) -> Query | None:
    """ "20 july 2023, three seats voted, who got in": the by-elections of that day, and whether there were so many."""
    days = [time.day for _, time in work.slots.times if isinstance(time, Day)]
    named = work.anchored or work.parties or work.areas or work.seats
    if len(days) != 1 or named or not _OF_THAT_DAY.issuperset(work.hits) or not work.has("seats"):
        return None
    if days[0] not in work.calendar.by_elections or days[0] in work.calendar.generals:
        return None
    free = work.free_numbers()
    if len(free) > 1 or any(number.unit for _, number in free):
        return None
    work.used.update(at for at, _ in free)
    work.take(*_OF_THAT_DAY)
    work.use_times()
    where = Selection(when=OnDay(day=days[0], kind=ElectionKind.BY_ELECTION))
    return Listing(where=where, of=Of.CONTESTS, expected=int(free[0][1].value) if free else None)
