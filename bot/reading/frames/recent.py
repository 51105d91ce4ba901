"""By-elections by when they were held: "the last five by-elections", "the first by-election of the parliament"."""

from __future__ import annotations

from datetime import timedelta

from bot.reading.frames.conditions import conditions, either
from bot.reading.frames.vacancies import causes
from bot.reading.framing import needs
from bot.reading.time_kinds import KindOf, Word
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import AnyTime, Between, Listing, Measure, Of, Query, Rank

_MOST = 50
_ENDS = ("last", "latest", "latest_by", "last_time", "first_time")
_PLAIN = ("listing", "which", "what", "who", "where", "win", "result", "mp", "seats", "get", "take", "hold", "when")


@needs("by-elections")
@needs(*_ENDS)
def recent_by_elections(work: Work) -> Query | None:
    """The latest, or earliest, so many by-elections of a time, area or party."""
    bound = _beside_seat(work)
    if work.kind is not ElectionKind.BY_ELECTION or (work.anchored and bound is None):
        return None
    number = _number(work) or _only_the_end(work) or _one_beside(work, bound)
    first = work.has("first_time")
    if number is None and not (first and (bound or _is_bounded(work))):
        return None
    if number is not None and not (first or work.has("last", "latest", "latest_by", "last_time")):
        return None
    work.take(*_ENDS, *_PLAIN)
    if first:
        work.ordinal()
    told = causes(work)
    extra = conditions(work) | ({"causes": told} if told else {})
    parties = work.spare(work.parties)
    if parties and not extra.keys() & {"winner", "parties", "lost_by"}:
        extra["winner"] = either(work, parties)
    work.use_times(Word)
    if bound is not None:
        work.use_times()
        extra |= {"when": bound}
    where = work.selection(default=AnyTime(kind=ElectionKind.BY_ELECTION), with_parties=False, **extra)
    if where.when.type == "latest":
        where = where.model_copy(update={"when": AnyTime(kind=ElectionKind.BY_ELECTION)})
    if bound is not None:
        where = where.model_copy(update={"seats": ()})
    return Rank(where=where, of=Of.CONTESTS, measure=Measure.DATE, highest=not first, limit=number or 1)


_OF_THE_ONLY = frozenset(
    {"only", "by_election", "where", "which", "what", "who", "when", "seats", "aux", "hold", "get", "win"}
)
"""Cues beside which no more is asked than which was the only by-election of a time."""


@needs("by-elections")
@needs("only")
@needs("where", "which", "what", "who", "when")
def only_by_election(work: Work) -> Query | None:
    """ "where was the only by-election of 2025": those of that time, and whether there was but one."""
    if work.anchored or work.parties or work.free_numbers() or not _is_bounded(work) or work.opens_as("verb_openers"):
        return None
    if not _OF_THE_ONLY.issuperset(work.hits) or work.says("by_election_plurals"):
        return None
    work.take(*_OF_THE_ONLY)
    where = work.selection(default=AnyTime(kind=ElectionKind.BY_ELECTION))
    return Listing(where=where, of=Of.CONTESTS, expected=1)


def _beside_seat(work: Work) -> Between | None:
    """ "before crewe and nantwich in 2008", "since copeland": all by-elections on one side of that in a seat named."""
    if len(work.seats) != 1 or work.seats[0].old or work.people or len(work.years) > 1 or work.ends():
        # a seat of old of the name and one of today are two
        return None
    at = work.seats[0].span
    lead = work.text(at - 1).split()[-1] if at else ""
    before, after = lead in work.group("before_contest"), lead in work.group("afterwards")
    days = [
        day
        for seat in work.seats[0].values
        for day, kind in work.catalogue.polls(seat)
        if kind is ElectionKind.BY_ELECTION and (not work.years or day.year == work.years[0].year)
    ]
    if before == after or len(days) != 1:
        return None
    step = timedelta(days=1)
    work.used.update((at, at - 1))
    kind = ElectionKind.BY_ELECTION
    return Between(until=days[0] - step, kind=kind) if before else Between(since=days[0] + step, kind=kind)


def _is_bounded(work: Work) -> bool:
    """Whether a stretch of time is named, of which the first is asked for."""
    return any(not isinstance(time, KindOf | Word) for _, time in work.slots.times)


def _only_the_end(work: Work) -> int | None:
    """ "last tory by-election gain", "when did the lib dems first win a by-election": one is asked for."""
    told = work.has("win", "take", "hold", "lose") or work.says("winning_words", "gains")
    told = work.has("vacancy") or (bool(work.parties) and told)
    one = work.has(*_ENDS) and not work.says("by_election_plurals", "win_nouns")
    return 1 if told and one and not work.has("how_many", "how_long", "votes", "share", "majority") else None


def _one_beside(work: Work, bound: Between | None) -> int | None:
    """ "the last by-election before hartlepool": one, of whichever party."""
    if bound is None or work.parties or work.says("by_election_plurals", "win_nouns"):
        return None
    return None if work.has("how_many", "how_long", "votes", "share", "majority", "turnout", "candidates") else 1


def _number(work: Work) -> int | None:
    """How many are asked for, right before or behind "last" or "most recent"; marks it."""
    ends = {at for cue in _ENDS for at in work.hits.get(cue, ())}
    for at, number in work.slots.numbers:
        if at not in work.used and number.unit == "" and 1 < number.value <= _MOST and ends & {at - 1, at + 1}:
            work.used.add(at)
            return int(number.value)
    return None
