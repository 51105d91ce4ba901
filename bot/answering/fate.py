"""What became of a seat, what it was made from, and whether it still exists."""

from __future__ import annotations

from bot.answering.answer import Answer, Block, Kind, Paragraph, Reason
from bot.answering.national import area_name
from bot.answering.seats import OF_NEW, abolished, member, member_line, parts_block, parts_words, sitting
from bot.answering.wording import Words, day, listed
from knowledge.facts.seats import FateFacts, SeatFate, SeatPart, Tenure
from knowledge.query import Fate

_UNIVERSITIES = "universities"


def answer_fate(query: Fate, facts: FateFacts, words: Words) -> Answer:
    """The fate of the seat or seats."""
    if not facts.seats or (query.ask == "made-from" and not any(fate.parts for fate in facts.seats)):
        return Answer(
            kind=Kind.DECLINE,
            headline=" ".join(_made_from(fate) for fate in facts.seats) or "No such seat is held.",
            examples=("what happened to Copeland constituency?", "what replaced Kensington?"),
            reason=Reason.NOT_HELD,
        )
    members = [
        t for fate in facts.seats for t in (*fate.now, *([fate.last] if fate.last else []), *_sitting(fate.parts))
    ]
    sitting_now = any(fate.now or _sitting(fate.parts) for fate in facts.seats)
    return Answer(
        kind=Kind.ANSWER,
        headline=" ".join(_headline(query, fate, facts, words) for fate in facts.seats),
        blocks=tuple(block for fate in facts.seats for block in _blocks(query, fate, facts, words)),
        notes=(f"Members as on {day(facts.data_until)}, the date of the data.",) if sitting_now else (),
        sources=words.sources(
            [
                *(source for tenure in members for source in tenure.sources),
                *([words.reference.data_source] * sitting_now),
            ]
        ),
    )


def _headline(query: Fate, fate: SeatFate, facts: FateFacts, words: Words) -> str:
    if query.ask == "made-from":
        return _made_from(fate)
    if query.ask == "created":
        return _created(fate)
    if query.ask == "region":
        return _lies(query, fate, words)
    so = bool(fate.ref.abolished) == (query.ask == "gone")
    lead = "" if query.ask == "became" else "Yes: " if so else "No: "
    if fate.ref.abolished is None:
        return lead + _still_there(fate, facts, words)
    return f"{lead}{abolished(fate.ref)}{_followed(fate.parts, facts, words)}."


def _created(fate: SeatFate) -> str:
    if fate.parts and fate.parts[0].seat != fate.ref.seat:
        return _made_from(fate)
    name = fate.ref.name
    if fate.ref.created is None:
        first = "the general election of 1918, the first held here"
        return f"{name} was contested at {first}; when it was created is not held."
    return f"{name} was created at the general election of {day(fate.ref.created)}."


def _lies(query: Fate, fate: SeatFate, words: Words) -> str:
    """Which region and nation a seat is in, or was; with yes or no where it is said to lie in one."""
    if _UNIVERSITIES in fate.areas:
        return f"{fate.ref.name} was a university seat, elected by graduates, and lay in no region."
    region, *nations = (area_name(words, area) for area in fate.areas)
    verb = "is" if fate.ref.abolished is None else "was"
    claimed = query.where.areas
    said = "" if not claimed else "Yes: " if set(claimed) & {*fate.areas, "united-kingdom"} else "No: "
    nation = "".join(f" ({nation})" for nation in nations)
    ended = f"; it was abolished at the general election of {day(fate.ref.abolished)}" if fate.ref.abolished else ""
    return f"{said}{fate.ref.name} {verb} in {region}{nation}{ended}."


def _followed(parts: tuple[SeatPart, ...], facts: FateFacts, words: Words) -> str:
    """What replaced a seat: the one, or all with how much of it went to each."""
    if not parts:
        return "; what followed it is not held"
    if len(parts) == 1:
        only = parts[0]
        members = sitting(words, only, facts.data_until)
        return f" and replaced by {only.name}{f', where {members} is the MP' if members else ''}"
    return f" and replaced by {parts_words(parts)}"


def _still_there(fate: SeatFate, facts: FateFacts, words: Words) -> str:
    members = listed(member(words, tenure, facts.data_until) for tenure in fate.now)
    now = f"; its MP is {members}" if members else ""
    changed = next((part.changed for part in fate.parts if part.changed), None)
    moved = ""
    if changed is not None:
        kept = next((part for part in fate.parts if part.seat == fate.ref.seat), None)
        if kept is not None and kept.people is not None and len(fate.parts) == 1:
            moved = f", with all its people kept at the boundary change of {changed.year}"
        else:
            moved = f", on new boundaries since {day(changed)}: the old seat's people went to {parts_words(fate.parts)}"
    return f"{fate.ref.name} still exists{moved}{now}."


def _made_from(fate: SeatFate) -> str:
    name = fate.ref.name
    if not fate.parts:
        return f"What {name} was made from is not held."
    first, created = fate.parts[0], fate.ref.created
    when = f" at the general election of {day(created)}" if created else ""
    if first.seat == fate.ref.seat:
        changed = f" of {first.changed.year}" if first.changed else ""
        came = parts_words(fate.parts, OF_NEW)
        return f"{name} kept its name at the boundary change{changed}; its people came from {came}."
    if len(fate.parts) == 1 and first.people is None:
        return f"{name} was created{when}, chiefly from {first.name}."
    return f"{name} was created{when} from {parts_words(fate.parts, OF_NEW)}."


def _blocks(query: Fate, fate: SeatFate, facts: FateFacts, words: Words) -> tuple[Block, ...]:
    blocks: list[Block] = []
    on = facts.data_until
    if query.ask == "made-from":
        blocks.extend(
            parts_block(words, "Where its people came from, with the members there now:", fate.parts, on, OF_NEW)
        )
    elif len(fate.parts) > 1:
        blocks.extend(parts_block(words, "Where its people went, with the members there now:", fate.parts, on))
    if fate.ref.abolished and fate.last:
        blocks.append(Paragraph(text=f"The last MP for {fate.ref.name}: {member_line(words, fate.last)}."))
    if fate.others and query.ask != "made-from":
        blocks.append(Paragraph(text=f"It was made from {parts_words(fate.others, OF_NEW)}."))
    return tuple(blocks)


def _sitting(parts: tuple[SeatPart, ...]) -> list[Tenure]:
    return [tenure for part in parts for tenure in part.members]
