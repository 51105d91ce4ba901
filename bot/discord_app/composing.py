"""What the options of a slash command ask: a query where all of them were picked, else a question in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.discord_app.desk import Request
from knowledge.models.elections import ElectionKind
from knowledge.query import (
    AnyTime,
    Career,
    Explain,
    Fate,
    Focus,
    History,
    Holder,
    InYears,
    Latest,
    Measure,
    Of,
    OnDay,
    Quotes,
    Rank,
    Result,
    Selection,
    Totals,
    When,
)

_PICK = re.compile(r"(seat|person|party|election|explainer|speaker):(.+)")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}$")
_ELECTION = re.compile(r"(?P<before>general election|by-election|ge)?\s*(?:of|in)?\s*(?P<year>(?:19|20)\d\d)\s*"
                       r"(?P<after>general election|by-election|ge)?", re.IGNORECASE)  # fmt: skip
_KINDS: Mapping[str, ElectionKind] = {
    "general election": ElectionKind.GENERAL,
    "ge": ElectionKind.GENERAL,
    "by-election": ElectionKind.BY_ELECTION,
}


@dataclass(frozen=True, slots=True)
class Option:
    """The value of an option: something picked from the suggestions (``id`` set), or words as they were typed."""

    words: str
    id: str | None = None


def read(value: str) -> Option:
    """Tells a picked value (``seat:copeland``) from typed words."""
    match = _PICK.fullmatch(value)
    if match is None:
        return Option(words=value.strip())
    return Option(words=match[2].replace("-", " "), id=match[2])


def when_of(value: str | None) -> When | None:
    """The time that an election option names; None where it takes reading."""
    if value is None:
        return None
    option = read(value)
    if option.id is not None:
        day = _DAY.search(option.id)
        kind = ElectionKind.BY_ELECTION if ".by." in option.id else ElectionKind.GENERAL
        return OnDay(day=date.fromisoformat(day[0]), kind=kind) if day else None
    match = _ELECTION.fullmatch(option.words)
    if match is None:
        return None
    kind_name = (match["before"] or match["after"] or "").casefold()
    return InYears(years=(int(match["year"]),), kind=_KINDS.get(kind_name))


def result(place: str, election: str | None) -> Request:
    """``/result``: everybody who stood."""
    seat, when = read(place), when_of(election)
    if seat.id is None or (election is not None and when is None):
        return _sentence("full result", seat.words, _words(election))
    where = Selection(seats=(seat.id,)) if when is None else Selection(seats=(seat.id,), when=when)
    return Result(where=where, focus=Focus.FULL)


SEAT_SENTENCES: Final[Mapping[str, str]] = {
    "results": "results in {place} since 2010",
    "member": "who is the MP for {place}",
    "members": "all MPs for {place}",
    "last-change": "when did {place} last change hands",
    "became": "what happened to {place}",
}


def seat(place: str, show: str) -> Request:
    """``/seat``: the part of a seat's story that ``show`` names."""
    picked = read(place)
    if picked.id is None:
        return SEAT_SENTENCES[show].format(place=picked.words)
    where = Selection(seats=(picked.id,), when=AnyTime())
    if show == "member":
        return Holder(where=where)
    if show == "became":
        return Fate(where=where)
    if show == "members":
        return History(where=where, ask="members")
    return History(where=where, ask="last-change" if show == "last-change" else "results")


def person(name: str) -> Request:
    """``/person``: all contests of a person."""
    picked = read(name)
    if picked.id is None:
        return f"all contests of {picked.words}"
    return Career(where=Selection(people=(picked.id,), when=AnyTime()))


def party(name: str, election: str | None, area: str | None) -> Request:
    """``/party``: seats, votes and share of a party, in the whole country or an area."""
    picked, when = read(name), when_of(election)
    if picked.id is None or (election is not None and when is None):
        sentence = _sentence(picked.words, "seats, votes and share", _words(election))
        return f"{sentence} in {area.replace('-', ' ')}" if area else sentence
    chosen = when if when is not None else Latest(kind=ElectionKind.GENERAL)
    return Totals(where=Selection(parties=(picked.id,), areas=(area,) if area else (), when=chosen))


def quotes(speaker: str | None, words: str | None, place: str | None) -> Request:
    """``/quotes``: by speaker, words or seat. A place that was not picked is a topic."""
    by, seat_option = read(speaker or ""), read(place or "")
    if speaker and by.id is None:
        about = _sentence(words or "", seat_option.words)
        return f"what did {by.words} say about {about}" if about else f"what did {by.words} say"
    return Quotes(
        speakers=(by.id,) if by.id else (),
        words=words,
        seats=(seat_option.id,) if seat_option.id else (),
        topic=seat_option.words if place and seat_option.id is None else None,
    )


def rank(measure: Measure, *, highest: bool, limit: int, election: str | None, area: str | None) -> Request:
    """``/rank``: contests by a measure."""
    when = when_of(election)
    if election is not None and when is None:
        most = "highest" if highest else "lowest"
        sentence = f"{limit} {most} {measure.value.replace('_', ' ')} {_words(election)}"
        return f"{sentence} in {area.replace('-', ' ')}" if area else sentence
    where = Selection(areas=(area,) if area else (), when=when if when is not None else AnyTime())
    return Rank(where=where, of=Of.CONTESTS, measure=measure, highest=highest, limit=limit)


def explain(term: str) -> Request:
    """``/explain``: what a word means."""
    picked = read(term)
    return Explain(term=picked.id) if picked.id is not None else f"what is {picked.words}"


def _words(election: str | None) -> str:
    return read(election).words if election else ""


def _sentence(*parts: str) -> str:
    return " ".join(filter(None, parts))
