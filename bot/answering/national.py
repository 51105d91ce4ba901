"""Wording shared by answers about the country, nations and regions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from bot.answering.answer import Answer, Kind, Reason
from bot.answering.wording import Words, day, listed, number, percent
from knowledge.facts.totals import ElectionTotals, PartyTotalFact

_COMPASS = frozenset({"north", "south", "east", "west"})
_WHOLE = "united-kingdom"


def area_name(words: Words, area: str) -> str:
    """An area as it stands in a sentence: ``the North West``, ``Wales``, ``the United Kingdom``."""
    name = words.area(area)
    return f"the {name}" if area.partition("-")[0] in _COMPASS or area == _WHOLE else name


def within(words: Words, areas: Sequence[str]) -> str:
    """``in Wales and the North West``; empty for the whole country."""
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


def no_general_election(asked: str, held: Sequence[date], near: date | None) -> Answer:
    """The reply where no general election was held at the time asked about: ``asked`` is "in 2018".

    ``near`` is a day of that time; the elections on either side of it are named.
    """
    sides = [] if near is None else [*[d for d in held if d < near][-1:], *[d for d in held if d > near][:1]]
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
