"""Members of a seat: of a stretch of time, of a year, up to somebody's first win, since the contest spoken of."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from itertools import pairwise

from bot.reading.frames.neighbours import of_by_election
from bot.reading.framing import needs
from bot.reading.time_kinds import Day, KindOf, Side, Word, Year
from bot.reading.time_kinds import Span as TimeRange
from bot.reading.work import Work
from knowledge.query import Between, History, Holder, InYears, OnDay, Query, Result, Selection

_UP_TO = frozenset(
    {
        "who", "mp", "hold", "get", "aux", "party_of", "which", "what", "until", "seats", "general_election",
        "by_election",
    }
)  # fmt: skip
"""Cues beside which a seat and the end of a time ask for the member up to then."""


@needs("a seat")
@needs("who", "mp", "hold", "party_of")
@needs("a stretch of time")
def sat_until(work: Work) -> Query | None:
    """ "who was in cynon valley until 2019", "mp for bolsover up to the 2019 election": the member up to a time."""
    ends = [time.anchor for _, time in work.slots.times if isinstance(time, Side) and time.side == "until"]
    others = any(not isinstance(time, Side | KindOf) for _, time in work.slots.times)
    if len(ends) != 1 or others or work.of_somebody or not _UP_TO.issuperset(work.hits):
        return None
    seats = tuple(value for slot in work.seats for value in slot.values) or work.inherited.seats
    day = _end(work, ends[0], seats)
    if day is None or len(seats) != 1 or are_all(work) or bounded(work):
        return None
    work.take(*_UP_TO)
    work.use_times()
    work.use(work.seats)
    return Holder(where=Selection(seats=seats), at=day, relation="before")


def _end(work: Work, anchor: object, seats: tuple[str, ...]) -> date | None:
    """The day up to which somebody sat: of the contest named, else the first of a year or month."""
    if isinstance(anchor, Day):
        return anchor.day
    if not isinstance(anchor, Year):
        return None
    polls = {poll for seat in seats for poll in work.catalogue.polls(seat) if poll[0].year == anchor.year}
    days = [day for day, kind in polls if kind is work.kind]
    if work.kind is not None and len(days) == 1:
        return days[0]
    return date(anchor.year, anchor.month or 1, 1)


def before_first_win(work: Work) -> Query | None:
    """ "who had burnley before julie cooper first won it": the member up to the day of that win."""
    before = work.says("members_before") and work.has("first_time") and work.has("who") and work.has("win", "mp")
    if not (before and len(work.seats) == 1 and len(work.people) == 1):
        return None
    cards = work.catalogue.cards(work.people[0].values)
    won = [
        stand.date for card in cards for stand in card.stands if stand.elected and stand.seat in work.seats[0].values
    ]
    if not won:
        return None
    work.take("first_time", "who", "win", "mp", "hold", "get", "until", "previous", "ahead", "predecessor")
    work.use(work.people)
    work.use_times()
    return Holder(where=Selection(seats=work.use(work.seats)), at=min(won), relation="before")


def before_taken(work: Work) -> Query | None:
    """ "who was mp for orpington before the liberals took it in 1962": the member up to the day that they did.

    "dundee west's labour mp until the snp won": where that member was of the party named.
    """
    takers = [slot for slot in work.parties if slot.span - 1 in work.hits.get("until", ())]
    theirs = {party for slot in work.parties if slot not in takers for party in slot.values}
    told = len(takers) == 1 and work.has("take", "win") and work.has("mp", "hold") and work.has("who", "mp")
    if not told or len(work.seats) != 1 or len(work.seats[0].values) != 1 or len(work.parties) > 1 + bool(theirs):
        return None
    seat, years = work.seats[0].values[0], {year.year for year in work.years}
    counts = work.catalogue.counts_as()
    held = [(won.date, counts.get(won.party, won.party)) for won in work.catalogue.won_in(seat)]
    taken = [
        day
        for (_, earlier), (day, party) in pairwise(held)
        if party in takers[0].values
        and (earlier in theirs if theirs else earlier != party)
        and (not years or day.year in years)
    ]
    if len(taken) != 1:
        return None
    work.take("until", "take", "win", "who", "mp", "hold", "get", "by_election", "general_election")
    work.use(work.parties)
    work.use_times()
    return Holder(where=Selection(seats=work.use(work.seats)), at=taken[0], relation="before")


def since_then(work: Work) -> Query | None:
    """ "and who's had it since": the members since the contest spoken of."""
    seats, day = work.inherited.seats, work.inherited.day
    if work.seats or work.people or work.timed or not (seats and day and work.text_is("since", "since")):
        return None
    if not work.has("who", "mp") or work.has("take", "lose", "majority", "votes", "share", "turnout"):
        return None
    if not (work.has("mp", "hold", "win", "get") or not work.words.isdisjoint(("had", "has"))):
        return None
    work.take("since", "who", "mp", "hold", "win", "get", "listing", "ever")
    return History(where=Selection(seats=seats, when=Between(since=day)), ask="members")


def _is_elected_then(work: Work) -> bool:
    """Whether whoever was elected is asked for, at one time."""
    said = {work.text(at) for at in work.hits.get("win", ())}
    if not said or not said <= work.group("elected_verbs") or len(work.years) != 1 or work.spanned():
        return False
    dated = not any(isinstance(time, Side | Word) for _, time in work.slots.times)
    return dated and not work.has("now", "previous", "until")


def has_now(work: Work) -> bool:
    """ "who has bath now", "who's got it these days", "which one holds it now": nothing else is asked."""
    having = not work.words.isdisjoint(("has", "got", "have")) and (work.has("now") or "mp" in work.words)
    holding = {"holds", "it"} <= work.words and work.has("now")
    asked = {"who", "now", "get", "aux", "greeting", "seats", "which", "party_of", *(("hold",) if holding else ())}
    return (having or holding) and set(work.hits) <= asked


def is_outcome(work: Work) -> bool:
    """ "hold or gain", "who held on": an outcome, and nobody who holds the seat."""
    if not work.has("mp") and any(work.text(at) in work.group("holding_on") for at in work.hits.get("hold", ())):
        return True
    sits = work.has("who", "mp") or has_now(work)
    return work.has("hold") and (work.has("take") or not sits)


def bounded(work: Work) -> bool:
    """ "the mps for hexham until 1945": all who sat up to a time, or from it."""
    return work.has("mp") and work.says("sitting_members") and work.spanned("until", "before")


def over_years(work: Work) -> bool:
    """Whether all members of a stretch of time are asked for."""
    return work.has("mp") and are_all(work) and (work.spanned() or bounded(work))


def beside(work: Work) -> bool:
    """Whether the one member before or after a time is asked for."""
    sides = any(isinstance(time, Side) and time.side in {"after", "before"} for _, time in work.slots.times)
    return work.has("mp") and sides and not bounded(work)


def are_all(work: Work) -> bool:
    """Whether all members are asked for: not "the name of the MP"."""
    return work.has("history") or work.says("member_plurals")


def at_the_time(work: Work, where: Selection) -> Query | None:
    """ "after the war, elected 1945": of a year, who won its contest where that is spoken of, else who sat then."""
    when = where.when
    if not isinstance(when, InYears | OnDay):
        return None
    if work.has("win") or work.kind is not None or not isinstance(when, InYears) or len(when.years) > 1:
        return Result(where=where)
    first, last = when.month or 1, when.month or 12
    year = when.years[0]
    until = date(year, last, monthrange(year, last)[1])
    return Holder(where=Selection(seats=where.seats), at=date(year, first, 1), until=until)


def elected_in(work: Work) -> Query | None:
    """ "who sat after 2010, elected 2015": of a stretch of time and a year of it, who won that year's contest.

    "mp elected july 2024" asks for the same, and not who else sat that year.
    """
    if _is_elected_then(work):
        return Result(where=work.selection(with_parties=False))
    stretched = any(isinstance(time, Side | TimeRange) for _, time in work.slots.times)
    if not (stretched and work.has("win") and len(work.years) == 1):
        return None
    at = next(at for at, time in work.slots.times if isinstance(time, Year))
    led = {at - 1, at - 2 if work.cover.spans[at - 1].filler else at - 1}
    return Result(where=work.selection()) if led & set(work.hits["win"]) else None


def before_contest(work: Work) -> Query | None:
    """ "bath 2017, who was mp before": the member up to the one contest of that year."""
    if work.cover.tokens[-1].text not in work.group("members_before") or len(work.years) != 1 or work.people:
        return None
    seats = work.use(work.seats)
    days = [
        day
        for seat in seats
        for day, kind in work.catalogue.polls(seat)
        if day.year == work.years[0].year and work.kind in (None, kind)
    ]
    if len(seats) != 1 or len(days) != 1:
        return None
    work.take("until", "previous", "predecessor")
    work.use_times()
    return Holder(where=Selection(seats=seats), at=days[0], relation="before")


def beside_by_election(work: Work) -> Query | None:
    """ "who was mp before the by-election": the member whose seat fell vacant, or the one it elected."""
    beside = of_by_election(work)
    if beside is None:
        return None
    step, day = beside
    work.use_times(KindOf, Word, Year, Side)
    seats = work.use(work.seats) or work.inherited.seats
    if step > 0:
        return Holder(where=Selection(seats=seats), at=day + timedelta(days=1))
    return Holder(where=Selection(seats=seats), at=day, relation="before")


def had_any(work: Work) -> bool:
    """ "did chesham have an mp in may 2021": who it was, or that the seat was vacant."""
    if not work.seats or not work.timed or work.parties or work.has("women", "not"):
        return False
    tokens, at = work.cover.tokens, work.first("mp")
    led = work.has("mp") and tokens[work.cover.spans[at].start - 1].text in work.group("any_member")
    return bool(led) and work.opens_as("verb_openers") and work.says("member_having")
