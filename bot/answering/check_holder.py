"""Whether somebody (or a party) was member for a seat."""

from __future__ import annotations

from datetime import date

from bot.answering.answer import Answer, Kind, Reason
from bot.answering.seats import member_through
from bot.answering.wording import Words, capital, day, listed, number
from knowledge.facts.check import CheckFacts
from knowledge.facts.seats import HolderFacts, SeatHolders, SeatPart, Tenure
from knowledge.query import Check

_SUCCESSORS = 3
_TOLD = 6
"""Members at most that are told by name."""


def answer_holding(query: Check, facts: CheckFacts, words: Words) -> Answer:
    """Yes or no, with who was member and from when to when."""
    held = facts.holders
    assert held is not None
    asked = frozenset(query.where.people) if facts.holding else frozenset()
    said = _said(words, facts, held, asked)
    if facts.holding is None:
        return Answer(kind=Kind.DECLINE, reason=Reason.NOT_HELD, headline=f"{capital(said)}.")
    first = "Yes" if facts.holding != query.negated else "No"
    tenures = [t for seat in held.seats for t in seat.tenures]
    gone = bool(held.seats) and not tenures and all(seat.successors for seat in held.seats)
    # "is hove labour": of a seat that is no more neither yes nor no is the answer; somebody is no member for it
    headline = f"{capital(said)}." if gone and not query.where.people else f"{first}: {said}."
    if query.why:
        headline = f"{capital(said)}." if facts.holding else f"That is not so: {said}."
    return Answer(
        kind=Kind.ANSWER,
        headline=headline,
        sources=words.sources(source for t in tenures for source in t.sources),
        colour=words.colour(tenures[0].party) if tenures else None,
    )


def _said(words: Words, facts: CheckFacts, held: HolderFacts, asked: frozenset[str]) -> str:
    """Who sat for the seats then; of somebody asked about for any seat, only for the one that decides."""
    seats = held.seats
    if facts.sitter and facts.holding:
        seats = tuple(seat for seat in seats if any(tenure.person in asked for tenure in seat.tenures)) or seats
    told = [_seat(words, held, seat, asked) for seat in seats]
    if facts.sitter and facts.holding is False:
        return "; ".join([f"{facts.sitter} was not an MP {_when(held)}", *told[-1:]])
    return "; ".join(told) or "nobody asked about sat for a seat held here"


def _seat(words: Words, held: HolderFacts, seat: SeatHolders, asked: frozenset[str]) -> str:
    """Who sat for a seat then; of those ``asked`` about, who did, only they."""
    when = _when(held)
    tenures = [tenure for tenure in seat.tenures if tenure.person in asked] or list(seat.tenures)
    if tenures:
        said = [_member(words, tenure, held) for tenure in tenures[:_TOLD]]
        said += [f"{number(len(tenures) - _TOLD)} more"] if len(tenures) > _TOLD else []
        who = "members" if len(tenures) > 1 else "the member"
        return f"{who} for {seat.ref.name} {when} {'were' if len(tenures) > 1 else 'was'} {listed(said)}"
    if seat.vacancies:
        return f"{seat.ref.name} had no member {when}: the seat was vacant after {seat.vacancies[0].after.name}"
    if seat.successors and seat.ref.abolished is not None:
        after = listed(_successor(words, part, held) for part in seat.successors[:_SUCCESSORS])
        return f"{seat.ref.name} had no member {when}: it was abolished on {day(seat.ref.abolished)}; then {after}"
    return f"no member for {seat.ref.name} {when} is held"


def _successor(words: Words, part: SeatPart, held: HolderFacts) -> str:
    """A seat that followed, with its member."""
    if not part.members:
        return part.name
    return f"{part.name}, {listed(_member(words, member, held) for member in part.members)}"


def _when(held: HolderFacts) -> str:
    if held.at == held.until:
        return f"on {day(held.at)}"
    if (held.at, held.until) == (date(held.until.year, 1, 1), date(held.until.year, 12, 31)):
        return f"in {held.until.year}"
    return f"up to {day(held.until)}" if held.at == date.min else f"between {day(held.at)} and {day(held.until)}"


def _member(words: Words, tenure: Tenure, held: HolderFacts) -> str:
    """A member with the party, or parties, of the time asked about."""
    until = f" to {day(tenure.end)}" if tenure.end is not None else ""
    return f"{member_through(words, tenure, held.at, held.until)}, from {day(tenure.start)}{until}"
