"""Who was member for a seat: now, at a time, or before or after somebody."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.answer import Answer, Block, Kind, Listing, Paragraph, Reason, Told
from bot.answering.seats import (
    OF_NEW,
    abolished,
    contest_line,
    elected,
    member,
    member_line,
    member_through,
    parts_block,
    period,
    sitting,
    span,
    vacancy_words,
    vacant_span,
    went_to,
    years,
)
from bot.answering.succession import answer_steps
from bot.answering.wording import Words, day, in_words, listed
from knowledge.facts.seats import HolderFacts, SeatHolders, SeatPart, Tenure
from knowledge.query import Holder


def answer_holder(query: Holder, facts: HolderFacts, words: Words) -> Answer:
    """The member or members asked about, or why there was none."""
    if query.relation is not None and (facts.steps or query.where.people):
        return answer_steps(query, facts, words)
    told = [_Told.of(seat, facts, words) for seat in facts.seats]
    if not told or not any(each.known for each in told):
        return _not_held(facts, words)
    return Answer(
        kind=Kind.ANSWER,
        headline=" ".join(each.headline for each in told),
        blocks=tuple(block for each in told for block in each.blocks),
        notes=(f"Members as on {day(facts.data_until)}, the date of the data.",) if facts.now else (),
        sources=words.sources([*(source for each in told for source in each.sources), *_until(facts, words)]),
        colour=next((each.colour for each in told if each.colour), None),
        told=Told(people=_people(facts)),
    )


def _people(facts: HolderFacts) -> tuple[str, ...]:
    """The one member named, where it is one."""
    people = {tenure.person for seat in facts.seats for tenure in seat.tenures if tenure.person}
    return tuple(people) if len(people) == 1 else ()


class _Told:
    """What is told of one seat."""

    def __init__(self, headline: str, seat: SeatHolders, words: Words, *, known: bool = True) -> None:
        self.headline = headline
        self.known = known
        self.blocks: tuple[Block, ...] = ()
        parts = [tenure for part in seat.successors + seat.forerunners for tenure in part.members]
        vacated = [vacancy.after for vacancy in seat.vacancies]
        named = [*seat.tenures, *vacated, *parts] or ([seat.last] if seat.last else [])
        self.sources = [source for tenure in named for source in tenure.sources]
        latest = seat.tenures[-1] if seat.tenures else None
        self.colour = words.colour(latest.party) if latest else None

    @classmethod
    def of(cls, seat: SeatHolders, facts: HolderFacts, words: Words) -> _Told:
        if seat.forerunners:
            return _not_yet(seat, facts, words)
        if seat.ref.abolished and seat.ref.abolished <= facts.at:
            return _no_more(seat, facts, words)
        told = _Told(_sitting(seat, facts, words), seat, words, known=bool(seat.tenures or seat.vacancies))
        blocks: list[Block] = []
        if len(seat.tenures) > 1:
            blocks.append(Listing(title="Members then:", items=tuple(member_line(words, t) for t in seat.tenures)))
            blocks.extend(
                Paragraph(text=f"Vacant {vacant_span(v)}: {vacancy_words(words, v)}.") for v in seat.vacancies
            )
        if seat.by_elections:
            lines = tuple(contest_line(words, won) for won in seat.by_elections)
            blocks.append(Listing(title="By-elections then:", items=lines))
        if seat.successors:
            blocks.extend(
                parts_block(
                    words, f"{abolished(seat.ref)}. What followed, with the members:", seat.successors, facts.until
                )
            )
        told.blocks = (*_history_of_one(seat, facts, words), *blocks)
        return told


def _until(facts: HolderFacts, words: Words) -> tuple[str, ...]:
    """Members are listed up to a date, and after it by the by-elections held: the source of the last proves "now"."""
    return (words.reference.data_source,) if facts.now else ()


def _sitting(seat: SeatHolders, facts: HolderFacts, words: Words) -> str:
    """The sentence for a seat that was there at the time asked about."""
    name = seat.ref.name
    if not seat.tenures and seat.vacancies:
        when = "is" if facts.now else "was"
        then = "" if facts.now else f" {period(facts.at, facts.until)}"
        return f"{name} {when} vacant{then}: {vacancy_words(words, seat.vacancies[-1])}."
    if not seat.tenures:
        return f"No member for {name} {period(facts.at, facts.until)} is held."
    followed = f" {_followed(seat.successors, facts, words)}" if seat.successors else ""
    if facts.now:
        told = (
            f"{member(words, t, facts.data_until)} is the MP for {name}, {elected(words, t, latest=True)}"
            for t in seat.tenures
        )
        return f"{listed(told)}."
    when = period(facts.at, facts.until)
    named = [member_through(words, tenure, facts.at, facts.until) for tenure in seat.tenures]
    vacant = ""
    if seat.vacancies:
        vacant = f" The seat was vacant for part of it: {vacancy_words(words, seat.vacancies[-1])}."
    if len(named) == 1:
        return f"{named[0]} was the MP for {name} {when} ({span(seat.tenures[0])}).{vacant}{followed}"
    people = "".join(f"{_joint(seat.tenures, n)}{who}, {span(seat.tenures[n])}" for n, who in enumerate(named))
    return f"{name} had {in_words(len(named))} members {when}: {people}.{followed}"


def _joint(tenures: Sequence[Tenure], place: int) -> str:
    """What stands before the tenure: ``; and`` for one that sat beside another, ``; then`` for one that followed."""
    if place == 0:
        return ""
    began = tenures[place].start
    beside = any(earlier.end is None or began < earlier.end for earlier in tenures[:place])
    return "; and " if beside else "; then "


def _followed(parts: tuple[SeatPart, ...], facts: HolderFacts, words: Words) -> str:
    """The seats that followed, each with its member."""
    told = listed(
        f"{part.name}{''.join(f' (MP {t.name}, {words.party(t.party_on(facts.until))})' for t in part.members)}"
        for part in parts
        if part.people is None or part.people >= 0.01
    )
    return f"It was then abolished and followed by {told}."


def _no_more(seat: SeatHolders, facts: HolderFacts, words: Words) -> _Told:
    """The seat had been abolished: what followed it, and who sits or sat there."""
    told = _Told("", seat, words)
    sentence = abolished(seat.ref)
    if seat.last:
        sentence += f"; its last MP was {member(words, seat.last, seat.last.end)}, {years(seat.last)}"
    if seat.successors:
        first = seat.successors[0]
        members = sitting(words, first, facts.until)
        verb = "is" if facts.now else "was"
        joint = ", and" if seat.last else ";"
        sentence += f"{joint} {went_to(first)}"
        sentence += f", where {members} {verb} the MP" if members else ""
        # a town of the old name may lie in a smaller part that still bears it
        namesake = next((part for part in seat.successors[1:] if seat.ref.name in part.name), None)
        theirs = sitting(words, namesake, facts.until) if namesake is not None else ""
        if namesake is not None and theirs:
            sentence += f"; the MP for {namesake.name} {verb} {theirs}"
    else:
        sentence += ", and what followed it is not held" if seat.last else "; what followed it is not held"
    told.headline = f"{sentence}."
    last = (Paragraph(text=f"The last MP for {seat.ref.name}: {member_line(words, seat.last)}."),) if seat.last else ()
    told.blocks = (*last, *parts_block(words, "What followed, with the members:", seat.successors, facts.until))
    return told


def _not_yet(seat: SeatHolders, facts: HolderFacts, words: Words) -> _Told:
    """The seat was created later: what it was made from, and who sat there."""
    told = _Told("", seat, words)
    created = f" until the general election of {day(seat.ref.created)}" if seat.ref.created else ""
    sentence = f"{seat.ref.name} did not exist {period(facts.at, facts.until)}: it was not created{created}"
    if seat.forerunners:
        first = seat.forerunners[0]
        members = sitting(words, first, facts.until)
        sentence += f", mostly from {first.name}"
        sentence += f", whose MP was {members}" if members else ""
    told.headline = f"{sentence}."
    told.blocks = parts_block(
        words, "What it was made from, with the members then:", seat.forerunners, facts.at, OF_NEW
    )
    return told


def _history_of_one(seat: SeatHolders, facts: HolderFacts, words: Words) -> tuple[Block, ...]:
    """For the present member: when first elected, and changes of party."""
    if len(seat.tenures) != 1:
        return ()
    tenure = seat.tenures[0]
    if facts.now and len(tenure.won) == 1 and not tenure.moves:
        return ()
    won = listed(words.short_occasion(contest) for contest in tenure.won)
    return (Paragraph(text=f"{member_line(words, tenure)}. Elected at: {won}."),)


def _not_held(facts: HolderFacts, words: Words) -> Answer:
    """Nobody is held for the time asked about: says from when members are."""
    del words
    if not facts.seats:
        who = listed(facts.people, "or")
        return Answer(
            kind=Kind.DECLINE,
            headline=f"No time as MP is held for {who}." if who else "No such seat is held.",
            examples=("who is the MP for Bath?", "who was MP for Hartlepool in 2018?"),
            reason=Reason.NOT_HELD,
        )
    seat = facts.seats[0]
    first = f" The first contest held for it is of {day(seat.first_held)}." if seat.first_held else ""
    return Answer(
        kind=Kind.DECLINE,
        headline=f"No member for {seat.ref.name} {period(facts.at, facts.until)} is held.{first}",
        examples=(f"history of {seat.ref.name}", f"who is the MP for {seat.ref.name}?"),
        reason=Reason.NOT_HELD,
    )
