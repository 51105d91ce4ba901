"""Whether somebody (or a party) was member for a seat."""

from __future__ import annotations

from bot.answering.answer import Answer, Kind, Reason
from bot.answering.wording import Words, capital, day, listed
from knowledge.facts.check import CheckFacts
from knowledge.facts.seats import HolderFacts, SeatHolders, Tenure
from knowledge.query import Check


def answer_holding(query: Check, facts: CheckFacts, words: Words) -> Answer:
    """Yes or no, with who was member and from when to when."""
    held = facts.holders
    assert held is not None
    said = "; ".join(_seat(words, held, seat) for seat in held.seats) or "nobody asked about sat for a seat held here"
    if facts.holding is None:
        return Answer(kind=Kind.DECLINE, reason=Reason.NOT_HELD, headline=f"{capital(said)}.")
    first = "Yes" if facts.holding != query.negated else "No"
    tenures = [t for seat in held.seats for t in seat.tenures]
    headline = f"{first}: {said}."
    if query.why:
        headline = f"{capital(said)}." if facts.holding else f"That is not so: {said}."
    return Answer(
        kind=Kind.ANSWER,
        headline=headline,
        sources=words.sources(source for t in tenures for source in t.sources),
        colour=words.colour(tenures[0].party) if tenures else None,
    )


def _seat(words: Words, held: HolderFacts, seat: SeatHolders) -> str:
    when = f"on {day(held.at)}" if held.at == held.until else f"between {day(held.at)} and {day(held.until)}"
    if seat.tenures:
        members = listed(_member(words, tenure) for tenure in seat.tenures)
        return f"the member for {seat.ref.name} {when} was {members}"
    if seat.vacancies:
        return f"{seat.ref.name} had no member {when}: the seat was vacant after {seat.vacancies[0].after.name}"
    if seat.successors and seat.ref.abolished is not None:
        after = listed(part.name for part in seat.successors[:3])
        return f"{seat.ref.name} had no member {when}: it was abolished on {day(seat.ref.abolished)} (then {after})"
    return f"no member for {seat.ref.name} {when} is held"


def _member(words: Words, tenure: Tenure) -> str:
    until = f" to {day(tenure.end)}" if tenure.end is not None else ""
    return f"{tenure.name} ({words.party(tenure.party)}), from {day(tenure.start)}{until}"
