"""Who came before or after somebody as member for a seat."""

from __future__ import annotations

from datetime import date, timedelta

from bot.answering.answer import Answer, Block, Kind, Listing, Told
from bot.answering.seats import (
    OF_NEW,
    abolished,
    elected,
    member,
    member_line,
    parts_block,
    sitting,
    span,
    vacancy_words,
    went_to,
)
from bot.answering.wording import Words, capital, day, in_words, listed
from knowledge.facts.seats import HolderFacts, SeatRef, Step, Tenure
from knowledge.query import Holder

_MANY = 3
"""So many members between are left to the list."""


def answer_steps(query: Holder, facts: HolderFacts, words: Words) -> Answer:
    """The member before or after, for each time and seat that fits; or that the person never sat for the seat."""
    if not facts.steps:
        return _never_sat(facts, words)
    before = query.relation == "before"
    sentences = [_before(step, facts, words) if before else _after(step, facts, words) for step in facts.steps]
    blocks: list[Block] = []
    for step in facts.steps:
        chain = (*step.via, step.of, step.other)
        named = [t for t in (reversed(chain) if before else chain) if t is not None]
        if len(named) > 1:
            title = f"Members for {listed(dict.fromkeys(tenure.seat_name for tenure in named))}:"
            blocks.append(Listing(title=title, items=tuple(member_line(words, tenure) for tenure in named)))
        title = "What it was made from, with the members then:" if before else "What followed, with the members then:"
        blocks.extend(parts_block(words, title, step.parts, facts.data_until, OF_NEW if before else "its"))
    tenures = [tenure for step in facts.steps for tenure in (step.other, step.of) if tenure is not None]
    followers = [step.other for step in facts.steps if step.other is not None]
    answering = followers[0] if followers else None
    return Answer(
        kind=Kind.ANSWER,
        headline=" ".join(sentences),
        blocks=tuple(blocks),
        sources=words.sources(source for tenure in tenures for source in tenure.sources),
        colour=words.colour(answering.party) if answering else None,
        told=_told(answering if len(followers) == 1 else None, contest=not before),
    )


def _told(answering: Tenure | None, *, contest: bool) -> Told:
    """Whom the answer names; where they came after somebody also the contest that elected them."""
    if answering is None:
        return Told()
    people = (answering.person,) if answering.person else ()
    elected = contest and answering.won and answering.won[0].date == answering.start
    return Told(seat=answering.seat, day=answering.start, people=people) if elected else Told(people=people)


def _before(step: Step, facts: HolderFacts, words: Words) -> str:
    of, other = step.of, step.other
    if other is not None and of is not None:
        sat = f"{_ends_as(words, other)} was the MP for {other.seat_name} before {_later(step, of)}, {span(other)}"
        return f"{sat}.{_other_seat(step)}"
    if other is not None:
        return f"{_ends_as(words, other)} was the MP for {other.seat_name} before {_then(facts.at)}, {span(other)}."
    assert of is not None, "a step without either end is never made"
    if step.parts:
        first = step.parts[0]
        members = sitting(words, first, of.start - timedelta(days=1))
        made = f"{of.seat_name} was created at the general election of {day(of.start)}, mostly from {first.name}"
        return f"{of.name} was its first MP: {made}{f', whose last MP was {members}' if members else ''}."
    if step.created is not None:
        created = day(step.created)
        return f"{of.name} was its first MP: {of.seat_name} was created at the general election of {created}."
    return f"No MP for {of.seat_name} before {of.name} is held: the contests held begin on {day(of.start)}."


def _later(step: Step, of: Tenure) -> str:
    """Everybody between, where they are few; else the first of them, and how far it is to the one asked about."""
    if len(step.via) < _MANY:
        return listed([of.name, *(tenure.name for tenure in reversed(step.via))])
    return f"{of.name}, {in_words(len(step.via) + 1)} members before {step.via[0].name}"


def _after(step: Step, facts: HolderFacts, words: Words) -> str:
    of, other = step.of, step.other
    if other is not None and of is not None:
        replaced = "replaced" if other.won and other.won[0].by_election else "followed"
        then = f"{member(words, other)} {replaced} {_ends_as(words, of)} as MP for {other.seat_name}"
        came = f"; {of.name} came after {listed(t.name for t in reversed(step.via))}" if step.via else ""
        return f"{then}, {elected(words, other)}{came}.{_other_seat(step)}"
    if other is not None:
        follower = member(words, other, facts.until)
        return f"{follower} was the MP for {other.seat_name} after {_then(facts.until)}, {span(other)}."
    assert of is not None, "a step without either end is never made"
    if step.vacancy is not None:
        return f"Nobody yet: {of.seat_name} is vacant; {vacancy_words(words, step.vacancy)}."
    if step.abolished is not None:
        return _ended(step, step.abolished, of, words)
    return f"Nobody: {member(words, of)} is still the MP for {of.seat_name} on the data to {day(facts.data_until)}."


def _ended(step: Step, ref: SeatRef, of: Tenure, words: Words) -> str:
    """Nobody came after the last member of an abolished seat: where it went, and who sat there."""
    sentence = f"Nobody followed {of.name}: {abolished(ref)}"
    if not step.parts:
        return f"{sentence}, and what followed it is not held."
    members = sitting(words, step.parts[0], of.end or of.start)
    then = f", which elected {members}" if members else ""
    return f"{sentence}, and {went_to(step.parts[0])}{then}."


def _other_seat(step: Step) -> str:
    """That the way led through another seat than the one asked about."""
    asked, found = (step.via or (step.of,))[0], step.other
    if asked is None or found is None or asked.seat == found.seat:
        return ""
    came = "came from" if found.start < asked.start else "went to"
    return f" The largest part of {asked.seat_name} {came} {found.seat_name}."


def _then(when: date) -> str:
    """The edge of the time asked about: the year where it is a whole one."""
    return str(when.year) if (when.month, when.day) in ((1, 1), (12, 31)) else day(when)


def _ends_as(words: Words, tenure: Tenure) -> str:
    """The member with the party of the last election; a change of whip before leaving is told in the list."""
    return f"{tenure.name} ({words.party(tenure.elected_party)})"


def _never_sat(facts: HolderFacts, words: Words) -> Answer:
    """The person asked about was never member for the seat: says so, and who was."""
    who = listed(facts.people, "or") or "that person"
    names = listed((seat.ref.name for seat in facts.seats), "or")
    if not names:
        return Answer(
            kind=Kind.ANSWER,
            headline=f"{capital(who)} won no contest that is held, so nobody came before or after as MP.",
        )
    last = [seat.last for seat in facts.seats if seat.last is not None]
    items = tuple(f"{tenure.seat_name}: {member_line(words, tenure)}" for tenure in last)
    return Answer(
        kind=Kind.ANSWER,
        headline=f"No: in the contests held, {who} was not the MP for {names}.",
        blocks=(Listing(title="The last member held:", items=items),) if items else (),
        sources=words.sources(tenure.won[-1].source for tenure in last),
    )
