"""Whether somebody was ever elected for a seat named, or whether the seat only says who is meant."""

from __future__ import annotations

from bot.reading.slots import Slot
from bot.reading.work import Work
from knowledge.query import AnyTime, Career, Query, Selection

_MEMBER = frozenset({"mp", "candidates"})
"""Cues of what somebody is of a seat: "the hartlepool candidate paul williams"."""

_OF_MEMBERS = frozenset({"mp", "check", "aux", "seats", "hold", "candidates", "get", "not_aux"})
"""Cues of a question whether somebody was a member."""
_PAST = frozenset({"been", "did", "didnt", "hadnt", "sat", "wasnt"})
"""Words of what was, besides the verbs of members."""


def ever_elected(work: Work) -> Query | None:
    """ "did paul williams of hartlepool ever win anything", "did he ever win hartlepool", "was benn mp for bath"."""
    if not work.people or (work.parties and not work.has("candidates")):
        return None
    if not (work.has("ever") and work.has("win", "mp", "hold")) and not _was_member(work):
        return None
    work.take("ever", "win", "mp", "check", "candidates", "get", "seats", "all_time", "hold")
    work.use(work.parties)
    seats, areas = asked_seats(work), work.use(work.areas)
    where = Selection(seats=seats, areas=areas, people=work.use(work.people), when=AnyTime())
    return Career(where=where, ask="ever-elected")


def _was_member(work: Work) -> bool:
    """ "was tony benn mp for chesterfield": of a member of old, where no time is named."""
    return is_of_old(work) and not work.slots.numbers and work.has("mp") and _OF_MEMBERS.issuperset(work.hits)


def is_of_old(work: Work) -> bool:
    """Whether it is asked of somebody at no time in particular what they were, not what they are."""
    past = work.says("past_verbs") or not work.words.isdisjoint(_PAST)
    untimed = not work.timed and work.inherited.when is None
    return past and untimed and bool(work.people) and not work.parties


def asked_seats(work: Work) -> tuple[str, ...]:
    """The seats for which somebody is asked to have been elected; marks the others too, which only say who is meant."""
    asked = [slot for slot in work.seats if not _tells_who(work, slot)]
    work.use(work.seats)
    if not work.seats and work.says("at_place"):
        return work.inherited.seats
    return tuple(dict.fromkeys(seat for slot in asked for seat in (slot.every or slot.values)))


def _tells_who(work: Work, slot: Slot) -> bool:
    """ "paul williams of hartlepool", "hartlepool's paul williams": the seat belongs to the name it stands beside."""
    spans, tokens = work.cover.spans, work.cover.tokens
    for person in work.people:
        if person.span < slot.span:
            between = [token.text for token in tokens[spans[person.span].end : spans[slot.span].start]]
            if between and between[0] in work.group("belonging"):
                return not set(between) - work.group("belonging") - work.group("articles")
        elif all(_MEMBER.issuperset(span.cues) for span in spans[slot.span + 1 : person.span]):
            return True
    return False
