"""A leader named behind a party's figures: "and major's last one", "wilson in 64" are of the party that they led."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.reading.outcome import Outcome, Read, Refuse
from bot.reading.slots import Slots
from bot.reading.spans import Cover, Span
from bot.reading.time_kinds import Word, Year
from knowledge.models.elections import ElectionKind
from knowledge.queries.calendar import Calendar, Led
from knowledge.query import Figure, Governments, InYears, Latest, Measure, OnDay, Query, Several, Totals, When

_LIGHT = frozenset(
    {
        "aux", "did_how", "first_time", "following", "get", "last", "latest", "previous", "seats", "share", "under",
        "versus", "votes", "what",
    }
)  # fmt: skip
"""Cues that ask no more than the question before."""
_COUNTED = frozenset({"seats", "share", "votes"})
_BEHIND_BOTH = 2


def of_leader(last: Query, cover: Cover, slots: Slots, calendar: Calendar) -> Outcome | None:
    """The same of the party that somebody led, at an election that they fought; refused where none is sure.

    None where no leader is named, or more is named or asked for.
    """
    if not isinstance(last, Totals) or not last.where.parties or last.where.seats or last.where.people:
        return None
    named = [span for span in cover.spans if span.person and not _may_be_else(span)]
    if len(named) != 1 or not _asks_the_same(cover, named[0]):
        return None
    led = _led(named[0], cover, calendar, last.where.parties)
    days = _fought(led, calendar)
    day = _election(days, cover, slots, _spoken(last.where.when, calendar))
    if day is None:
        return Refuse("words", tuple(token.text for token in cover.tokens))
    where = last.where.model_copy(update={"parties": (led[0].party,), "when": _general(day, calendar)})
    return Read(last.model_copy(update={"where": where}), carried=True)


def with_house(last: Query, people: tuple[str, ...], when: When, calendar: Calendar) -> Several | None:
    """ "and blair in 1997", behind a Prime Minister's majority: in their seat, and that of the house they then led."""
    parts = last.parts if isinstance(last, Several) else ()
    if len(parts) != _BEHIND_BOTH or len(people) != 1 or not isinstance(when, InYears):
        return None
    seat, house = parts
    if not isinstance(seat, Figure) or not isinstance(house, Governments) or seat.measures != (Measure.MAJORITY,):
        return None
    days = [day for year in when.years for day in calendar.generals_in(year, when.month)]
    formed = len(days) == 1 and any(led.person == people[0] for led in calendar.formed_after(days[0]))
    if not formed:
        return None
    own = seat.where.model_copy(update={"people": people, "when": when})
    then = _general(days[0], calendar) if house.when.kind is ElectionKind.GENERAL else when
    return Several(parts=(seat.model_copy(update={"where": own}), house.model_copy(update={"when": then})))


def _may_be_else(span: Span) -> bool:
    """Whether a word that is a surname too is rather a place or a party: "i meant wales"."""
    return bool(span.filler or span.party or span.area or span.seat)


def _asks_the_same(cover: Cover, person: Span) -> bool:
    """Whether nothing but a time is named beside somebody, and no other figure asked for."""
    others = [span for span in cover.spans if span is not person]
    named = any(s.seat or s.party or s.area or s.unknown or (s.person and not s.filler) for s in others)
    cues = {cue for span in others for cue in span.cues}
    return not named and cues <= _LIGHT and _COUNTED.isdisjoint(cues)


def _led(span: Span, cover: Cover, calendar: Calendar, parties: Sequence[str]) -> list[Led]:
    """The times at the head of one party of whoever is named, of the party spoken of where they led that."""
    assert span.person is not None
    words = " ".join(token.base for token in cover.tokens[span.start : span.end])
    held = calendar.led(words) or calendar.led_by(span.person.ids) or calendar.led(span.person.label)
    times = [led for led in held if led.party in parties] or held
    return times if len({(led.party, led.name) for led in times}) == 1 else []


def _fought(times: Sequence[Led], calendar: Calendar) -> list[date]:
    """The general elections that a party fought in the times that somebody led it."""
    return [day for day in calendar.generals if any(led.since < day and led.on(day) for led in times)]


def _spoken(when: When, calendar: Calendar) -> date | None:
    """The general election spoken of."""
    if isinstance(when, InYears) and len(when.years) == 1:
        days = calendar.generals_in(when.years[0], when.month)
        return days[-1] if days else None
    if isinstance(when, OnDay):
        return when.day
    return calendar.generals[-1] if isinstance(when, Latest) else None


def _election(days: Sequence[date], cover: Cover, slots: Slots, spoken: date | None) -> date | None:
    """The one of some elections that words mean."""
    years = {time.year for _, time in slots.times if isinstance(time, Year)}
    words = {time.word for _, time in slots.times if isinstance(time, Word)} - {"now"}
    first = "first_time" in cover.cues or any(n.unit == "ordinal" and n.value == 1 for _, n in slots.numbers)
    if years:
        found = [day for day in days if day.year in years]
        return found[0] if len(found) == 1 and len(years) == 1 and not (words or first) else None
    if len(words) + first > 1 or (slots.numbers and not first):
        return None
    if first:
        return days[0] if days else None
    if words & {"latest", "last"} or "last" in cover.cues:
        return days[-1] if days else None
    if spoken and words:
        found = [day for day in days if day > spoken] if "following" in words else []
        found = [day for day in days if day < spoken][::-1] if "previous" in words else found
        return found[0] if found else None
    return days[0] if len(days) == 1 and not words else None


def _general(day: date, calendar: Calendar) -> InYears:
    """The general election of a day."""
    twice = len(calendar.generals_in(day.year)) > 1
    return InYears(years=(day.year,), month=day.month if twice else None, kind=ElectionKind.GENERAL)
