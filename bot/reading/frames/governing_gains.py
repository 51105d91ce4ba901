"""Seats that a governing party gained at by-elections."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.reading.framing import needs
from bot.reading.time_kinds import Word
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import (
    GOVERNING,
    AnyTime,
    Between,
    Claims,
    Count,
    InYears,
    Listing,
    Measure,
    Of,
    Outcome,
    Query,
    Rank,
    Selection,
    When,
)

_OF_MORE = (
    "highest", "lowest", "closest", "average", "why", "not", "majority", "turnout", "share", "swing", "lose", "take",
    "closeness", "by_how_much", "deposit", "cause", "beat", "over", "changed_hands", "how_long", "pm", "leader",
)  # fmt: skip
"""Cues of questions that ask more than which by-elections a government held."""
_PLAIN = (
    "governing", "government", "hold", "when", "what", "where", "last_time", "last", "latest", "previous", "ever",
    "aux", "since", "until", "which", "who", "first_time", "all_time", "seats", "win", "get", "check", "mp",
)  # fmt: skip
"""Cues that add nothing to them."""
_TWO = 2
"""Seats named where one is claimed and the other begins the time."""


@needs("governing", "government")
def governing_gain(work: Work) -> Query | None:
    """By-elections that a governing party gained, as the stated records have it."""
    if work.kind is ElectionKind.GENERAL or (work.has("lose") and not work.has("take", "win")):
        # what governments lost is not held apart
        return None
    telling = work.group("governing_gains")
    fused = any(telling & set(work.text(at).split()) for at in work.hits.get("governing", ()))
    told = work.kind is not None or (work.has("check") and _had_by_election(work))
    if not fused and (not told or not work.has("take", "win", "lose")):
        return None
    work.take(
        "governing", "government", "take", "win", "lose", "when", "what", "last_time", "previous", "ever", "check"
    )
    work.take("since", "until", "latest", "not", "which", "who", "mp", "first_time", "all_time", "seats", "how_long")
    work.use_words(*work.group("anybody"))
    work.when()
    work.use(work.seats)
    later = _asks_next(work)
    claimed = _first_since(work)
    if claimed is not None:
        return claimed
    ahead = _seat_bound(work)
    if work.opens_with("is", "was", "true") or (work.has("check") and work.seats) or ahead is None:
        seats = _claimed(work)
        return Claims(seats=seats, topic="government gain", checked=bool(seats) and work.has("check"))
    return _asked(work, Selection(outcome=Outcome.GAIN, winner=_governors(work), when=ahead), later=later)


@needs("governing", "government")
@needs("hold")
def governing_hold(work: Work) -> Query | None:
    """ "before newark when did a tory government last hold a seat at a by-election"."""
    if work.kind is not ElectionKind.BY_ELECTION or work.has(*_OF_MORE) or work.people:
        return None
    ahead = _seat_bound(work)
    if ahead is None or (work.seats and not isinstance(ahead, Between)):
        return None
    work.take(*_PLAIN)
    work.use_words(*work.group("anybody"))
    where = Selection(outcome=Outcome.HOLD, winner=_governors(work), areas=work.use(work.areas), when=ahead)
    return _asked(work, where, later=_asks_next(work))


def _governors(work: Work) -> tuple[str, ...]:
    """The governing party; "a tory government": while it was that one."""
    at = min(work.first("governing"), work.first("government"))
    named = [slot for slot in work.parties if slot.span == at - 1]
    return (GOVERNING, *work.use(named))


def _asked(work: Work, where: Selection, *, later: bool) -> Query:
    """Whether there was one, how many, which, or the first or last of such by-elections."""
    if work.opens_as("verb_openers"):
        work.take("aux", "get")
        return Count(where=where, of=Of.CONTESTS, whether=True)
    if work.take("how_many", "times_count"):
        return Count(where=where, of=Of.CONTESTS)
    if work.take("listing") or work.says("by_election_plurals"):
        return Listing(where=where, of=Of.CONTESTS)
    return Rank(where=where, of=Of.CONTESTS, measure=Measure.DATE, highest=not later)


def _first_since(work: Work) -> Query | None:
    """ "was hartlepool the first government gain since copeland": of one seat, counted from the poll in another."""
    claimed, seats = _claimed(work), work.slots.seats
    if len(seats) != _TWO or len(claimed) != 1 or not work.has("since"):
        return None
    if not work.has("first_time", "last_time", "last"):
        return None
    bound = _seat_bound(work.over(replace(work.slots, seats=seats[1:])))
    if not isinstance(bound, Between):
        return None
    where = Selection(outcome=Outcome.GAIN, winner=_governors(work), when=bound)
    highest = not work.has("first_time")
    return Rank(where=where, of=Of.CONTESTS, measure=Measure.DATE, highest=highest, claimed_seat=claimed[0])


def _claimed(work: Work) -> tuple[str, ...]:
    """ "was hartlepool the first government gain since copeland": the seat of which it is said, named ahead of it."""
    gain = min(work.first("governing"), work.first("government"))
    return next((slot.values for slot in work.slots.seats if slot.span < gain), ())


def _had_by_election(work: Work) -> bool:
    """ "copeland: first gain by a governing party since mitcham": of a seat that had one, by-elections are meant."""
    polls = (poll for slot in work.seats for seat in slot.values for poll in work.catalogue.polls(seat))
    return any(kind is ElectionKind.BY_ELECTION for _, kind in polls)


def _asks_next(work: Work) -> bool:
    """ "after copeland, when did a government next gain one": the first since, not the last; marks what says so."""
    if not work.seats or not work.has("since") or not work.take("next_one"):
        return False
    work.used.update(at for at, time in work.slots.times if time == Word("following"))
    return True


def _seat_bound(work: Work) -> When | None:
    """By-elections, or those before or since the by-election in the seat named, or in the years named."""
    kind = ElectionKind.BY_ELECTION
    years = {year.year for year in work.years}
    when = work.when(AnyTime(kind=kind))
    if work.seats:
        seat = work.use(work.seats)[0]
        days = [day for day, held in work.catalogue.polls(seat) if held is kind]
        days = [day for day in days if day.year in years] or days
        if not days:
            return None
        if work.says("before_contest"):
            return Between(until=days[-1] - timedelta(days=1), kind=kind)
        return Between(since=days[-1] + timedelta(days=1), kind=kind)
    if isinstance(when, Between | InYears):
        return when.model_copy(update={"kind": kind})
    return AnyTime(kind=kind)
