"""The contest of a seat before or after another: of a year, a by-election, somebody's win or a majority."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType

from bot.reading.framing import needs
from bot.reading.time_kinds import KindOf, Side, Word, Year
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.queries.catalogue import WonContest
from knowledge.query import AnyTime, OnDay, Query, Relative, Result, Selection, When

_STEPS = MappingProxyType({"before": -1, "after": 1})
"""Side of a time -> the step to the contest there."""
_TAKEN = (
    "following", "previous", "win", "result", "who", "mp", "take", "since", "until", "lose", "what",
    "majority", "votes",
)  # fmt: skip
"""Cues that say no more than which contest is meant."""


@needs("a seat")
@needs("following", "previous", groups=("single_contests",))
@needs("following", "previous", "a stretch of time", groups=("members_after", "members_before"))
def neighbour(work: Work) -> Query | None:
    """The election before or after another: "who won newbury at the election after 2010"."""
    if not (work.seats or work.inherited.seats) or not (step := _step(work)):
        return None
    if work.has("turnout", "share", "swing", "electorate", "how_long", "how_many", "by_how_much", "candidates"):
        return None
    if work.parties and work.has("last", "latest", "latest_by", "first_time") and _bounds(work):
        return None
    when = _beside_win(work, step)
    if when is None and (work.people or work.parties or work.has("majority", "votes")):
        return None
    when = when or work.single() or _beside_by_election(work, step) or _beside_spoken_of(work, step)
    if when is None:
        return None
    work.take(*_TAKEN)
    return Result(where=Selection(seats=work.use(work.seats) or work.inherited.seats, when=when))


def _bounds(work: Work) -> bool:
    """ "last labour by-election gain before selby": the contest of the seat bounds those of any other."""
    sides = work.group("members_before") | work.group("members_after")
    leads = (work.cover.tokens[max(0, work.start(slot) - 1)].text for slot in work.seats)
    return any(lead in sides for lead in leads)


def _step(work: Work) -> int:
    """One on or one back; 0 where the question speaks of no contest beside another."""
    if work.has("following", "previous"):
        return 1 if work.has("following") else -1
    if not work.says("single_contests") or work.has("mp", "hold", "listing", "history"):
        return 0
    sides = [time.side for _, time in work.slots.times if isinstance(time, Side)]
    if "after" in sides or work.says("members_after"):
        return 1
    return -1 if "before" in sides or work.says("members_before") else 0


def _beside_win(work: Work, step: int) -> When | None:
    """ "the election after david drew won in 2017", "the one after the 27 vote win": beside the one that fits."""
    free = [(at, number) for at, number in work.slots.numbers if at not in work.used and not number.unit]
    years = {year.year for year in work.years}
    counted = [(at, number) for at, number in free if number.value not in years]
    if not (work.people or work.parties or counted) or not (counted or work.has("win", "lose", "take")):
        return None
    fitting = [won for won in _contests(work) if not years or won.date.year in years]
    if counted:
        fitting = [won for won in fitting if won.majority == counted[0][1].value]
    if work.kind is ElectionKind.BY_ELECTION:
        fitting = [won for won in fitting if won.kind is ElectionKind.BY_ELECTION]
    if len(fitting) != 1:
        return None
    work.use(work.people)
    work.use(work.parties)
    work.used.update(at for at, _ in counted[:1])
    work.use_times()
    kind = work.kind if work.kind is ElectionKind.GENERAL else None
    return Relative(anchor=OnDay(day=fitting[0].date), step=step, kind=kind)


def _contests(work: Work) -> list[WonContest]:
    """The contests of the seat that those named won, or lost where the question says so."""
    seats = [seat for slot in work.seats for seat in slot.values] or list(work.inherited.seats)
    contests = [won for seat in seats for won in work.catalogue.won_in(seat)]
    people = {person for slot in work.people for person in slot.values}
    parties = {party for slot in work.parties for party in slot.values}
    if work.has("lose") and not work.has("win", "take"):
        cards = work.catalogue.cards(people)
        lost = {s.date for card in cards for s in card.stands if s.seat in seats and not s.elected}
        return [won for won in contests if won.date in lost]
    fitting = [won for won in contests if (not people or won.person in people)]
    return [won for won in fitting if not parties or won.party in parties]


def of_by_election(work: Work) -> tuple[int, date] | None:
    """ "before the by-election": the step from the seat's latest one, or that of the year named, and its day."""
    if work.kind is not ElectionKind.BY_ELECTION:
        return None
    seats = [seat for slot in work.seats for seat in slot.values] or list(work.inherited.seats)
    years = {year.year for year in _years_named(work)}
    polls = {poll for seat in seats for poll in work.catalogue.polls(seat) if not years or poll[0].year in years}
    days = [day for day, kind in polls if kind is ElectionKind.BY_ELECTION]
    if not days or (years and len(days) > 1):
        return None
    for at, time in work.slots.times:
        if isinstance(time, Side) and time.side in _STEPS and (at + 1, KindOf(work.kind)) in work.slots.times:
            return _marked(work, _STEPS[time.side], max(days))
        if not isinstance(time, KindOf):
            continue
        # "mp after the copeland by-election": of the seat named right before it
        first = at - (work.has("mp") and any(slot.span == at - 1 for slot in work.seats))
        words = [token.text for token in work.cover.tokens[: work.cover.spans[first].start]]
        while words and words[-1] == "the":
            words.pop()
        if words and words[-1] in work.group("members_after"):
            return _marked(work, 1, max(days))
        if words and words[-1] in work.group("members_before"):
            return _marked(work, -1, max(days))
    if work.has("mp") and work.cover.tokens[-1].text in work.group("members_before"):
        # "corby by-election 2012 who had been mp before"
        return _marked(work, -1, max(days))
    return None


def _years_named(work: Work) -> list[Year]:
    """The years named, also those that something is before or after of."""
    times = [time.anchor if isinstance(time, Side) else time for _, time in work.slots.times]
    return [time for time in times if isinstance(time, Year)]


def _marked(work: Work, step: int, day: date) -> tuple[int, date]:
    work.take("since", "until", "following", "previous")
    return step, day


def _beside_by_election(work: Work, step: int) -> When | None:
    """ "the one after the by-election"."""
    beside = of_by_election(work)
    if beside is None or beside[0] != step:
        return None
    work.use_times(KindOf, Word, Year, Side)
    return Relative(anchor=OnDay(day=beside[1]), step=step)


def _beside_spoken_of(work: Work, step: int) -> When | None:
    """ "and the next one?": beside the contest last spoken of."""
    anchor = work.inherited.when
    if isinstance(anchor, Relative) and work.inherited.day:
        anchor = OnDay(day=work.inherited.day)
    if anchor is None or isinstance(anchor, AnyTime | Relative):
        return None
    kind = work.kind
    work.use_times()
    return Relative(anchor=anchor, step=step, kind=kind)
