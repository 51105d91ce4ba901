"""By-elections that a party won or lost while somebody led it: "ed davey's by-election gains"."""

from __future__ import annotations

from datetime import timedelta

from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.queries.calendar import Led
from knowledge.query import AnyTime, Between, Count, InYears, Listing, Of, Outcome, Query, Selection

_KIND = ElectionKind.BY_ELECTION


def led_then(work: Work, *, counted: bool) -> Query | None:
    """What the party of a leader won or lost, who hardly won by-elections in the plural themselves."""
    led = _led(work)
    if led is None or work.seats or work.parties or work.has("stand"):
        return None
    losing, winning = work.has("lose"), work.has("win", "take")
    when = _when_led(work, led)
    if losing == winning or when is None:
        return None
    work.take("how_many", "times_count", "lose", "win", "take", "listing", "which", "what", "where", "get", "leader")
    work.use(work.people)
    whose = {"lost_by": (led.party,)} if losing else {"winner": (led.party,)}
    gained = winning and work.says("gains", "gaining")
    where = Selection.model_validate({"when": when, **whose, "outcome": Outcome.GAIN if gained else None})
    return Count(where=where, of=Of.CONTESTS) if counted else Listing(where=where, of=Of.CONTESTS)


def _led(work: Work) -> Led | None:
    """The one time at the head of a party of whoever is named, where they won no by-election themselves."""
    if len(work.people) != 1:
        return None
    slot = work.people[0]
    # "corbyn's by-election losses": of a surname, whoever led a party, even where others stood at by-elections
    people = slot.every if slot.how == "surname" and slot.every else slot.values
    times = [led for led in work.calendar.led_by(people) if led.office == "party-leader"]
    if len(times) != 1:
        return None
    cards = work.catalogue.cards([led.person for led in times if led.person])
    own = [stand for card in cards for stand in card.stands if stand.elected and stand.kind is _KIND]
    return None if own else times[0]


def _when_led(work: Work, led: Led) -> Between | None:
    """What of the time named falls into the time at the head of the party; None where another may be meant."""
    when = work.when(AnyTime(kind=_KIND))
    since, until = led.since, led.until
    if isinstance(when, InYears):
        first, last = min(when.years), max(when.years)
        whole = led.since.year < first and (led.until is None or last < led.until.year)
        if not whole or len(when.years) > 1 or when.month:
            return None
        start = since.replace(year=first, month=1, day=1)
        return Between(since=start, until=start.replace(month=12, day=31), kind=_KIND)
    if isinstance(when, Between):
        since = max(since, when.since or since)
        until = min(filter(None, (until, when.until)), default=None)
        return Between(since=since, until=until, kind=_KIND) if until is None or since < until else None
    return Between(since=since, until=until - timedelta(days=1) if until else None, kind=_KIND)
