"""Wording shared by answers about the country, nations and regions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from bot.answering.answer import Answer, Kind, Reason
from bot.answering.when import when_phrase
from bot.answering.wording import Words, day, listed, number, percent
from knowledge.facts.totals import ElectionTotals, PartyTotalFact
from knowledge.models.areas import missing_from
from knowledge.query import InYears, OnDay, When

_COMPASS = frozenset({"north", "south", "east", "west"})
_WHOLE = "united-kingdom"


def area_name(words: Words, area: str) -> str:
    """An area as it stands in a sentence: ``the North West``, ``Wales``, ``the United Kingdom``."""
    name = words.area(area)
    return f"the {name}" if area.partition("-")[0] in _COMPASS or area == _WHOLE else name


def within(words: Words, areas: Sequence[str]) -> str:
    """``in Wales and the North West``, ``in England outside London``; empty for the whole country."""
    missing = missing_from(areas)
    if missing is not None:
        whole, left_out = missing
        return f"in {area_name(words, whole)} outside {listed([area_name(words, a) for a in left_out])}"
    named = [a for a in areas if a != _WHOLE]
    return f"in {listed([area_name(words, a) for a in named])}" if named else ""


def place(words: Words, totals: ElectionTotals) -> str:
    """``in Scotland at the 2017 general election``, ``at the 2017 general election``."""
    preposition = "in" if "notional" in totals.name else "at"
    return f"{within(words, (totals.area,))} {preposition} the {totals.name}".strip()


def held_on(election: str, day_held: date) -> str:
    """When a general election was held: ``The 2017 general election was held on Thursday 8 June 2017.``."""
    return f"The {election} was held on {day_held:%A} {day(day_held)}."


def title(words: Words, totals: ElectionTotals) -> str:
    """As a heading: ``2017 general election, Scotland``."""
    return f"{totals.name}, {words.area(totals.area)}"


def people_of(words: Words, party: str) -> str:
    """A party in a list of parties: ``Conservatives``, ``Labour``."""
    held = words.party_ref(party)
    return held.plural or held.name


def seats_of(total: PartyTotalFact, house: int | None) -> str:
    """``262 of 650 seats``, ``no seats (0 of 650)``; ``seats not held``."""
    if total.seats is None:
        return "seats (number not held)"
    of = f" of {number(house)}" if house is not None else ""
    if total.seats == 0:
        return f"no seats (0{of})"
    return f"{number(total.seats)}{of} seat{'' if (house or total.seats) == 1 else 's'}"


def votes_of(total: PartyTotalFact) -> str:
    """``12,878,460 votes (40.0%)``, with what is held of both."""
    if total.votes is None:
        return f"{percent(total.share)} of the vote" if total.share is not None else "votes not held"
    share = f" ({percent(total.share)})" if total.share is not None else ""
    return f"{number(total.votes)} vote{'' if total.votes == 1 else 's'}{share}"


def asked_days(when: When) -> list[date]:
    """A day in each of the years asked about, in order; none where no year or day is named."""
    match when:
        case InYears(years=years, month=month):
            return [date(year, month or 6, 1) for year in sorted(years)]
        case OnDay(day=on):
            return [on]
    return []


def no_general_election(when: When, held: Sequence[date]) -> Answer:
    """The reply where no general election is held at the time asked about, which may lie before or after them all.

    The elections on either side of it are named.
    """
    asked, days = when_phrase(when), asked_days(when)
    if days and (days[0] > held[-1] or days[-1] < held[0]):
        return not_held(
            f"No general election {asked} is held: those held are from {day(held[0])} to {day(held[-1])}.",
            (f"who won the {held[-1].year} general election",),
        )
    sides = [*[d for d in held if d < days[0]][-1:], *[d for d in held if d > days[0]][:1]] if days else []
    beside = f" The nearest were on {listed([day(d) for d in sides])}." if sides else ""
    return Answer(
        kind=Kind.ANSWER,
        headline=f"No general election was held {asked}.{beside}",
        notes=(f"General elections are held here from {day(held[0])} to {day(held[-1])}.",),
        examples=tuple(f"who won the {d.year} general election" for d in sides or held[-1:]),
    )


def not_held(headline: str, examples: Iterable[str] = (), notes: Iterable[str] = ()) -> Answer:
    """A fact that is not among those held."""
    return Answer(
        kind=Kind.DECLINE,
        headline=headline,
        notes=tuple(notes),
        examples=tuple(examples),
        reason=Reason.NOT_HELD,
    )
