"""Seats that a governing party gained at by-elections."""

from __future__ import annotations

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
    Listing,
    Measure,
    Of,
    Outcome,
    Query,
    Rank,
    Selection,
    When,
)


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
    ahead = _seat_bound(work)
    if work.opens_with("is", "was", "true") or (work.has("check") and work.seats) or ahead is None:
        seats = _claimed(work)
        return Claims(seats=seats, topic="government gain", checked=bool(seats) and work.has("check"))
    where = Selection(outcome=Outcome.GAIN, winner=(GOVERNING,), when=ahead)
    if work.opens_as("verb_openers"):
        work.take("aux", "get")
        return Count(where=where, of=Of.CONTESTS, whether=True)
    if work.take("how_many", "times_count"):
        return Count(where=where, of=Of.CONTESTS)
    if work.take("listing") or work.says("by_election_plurals"):
        return Listing(where=where, of=Of.CONTESTS)
    return Rank(where=where, of=Of.CONTESTS, measure=Measure.DATE, highest=not later)


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
    when = work.when(AnyTime(kind=kind))
    if work.seats:
        seat = work.use(work.seats)[0]
        days = [day for day, held in work.catalogue.polls(seat) if held is kind]
        if not days:
            return None
        if work.says("before_contest"):
            return Between(until=days[-1] - timedelta(days=1), kind=kind)
        return Between(since=days[-1] + timedelta(days=1), kind=kind)
    if isinstance(when, Between):
        return when.model_copy(update={"kind": kind})
    return AnyTime(kind=kind)
