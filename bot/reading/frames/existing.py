"""Whether a party had anybody standing in a seat: "were there any independents in bath", "any green in bath"."""

from __future__ import annotations

from bot.reading.frames.orders import Expected
from bot.reading.work import Work
from knowledge.query import ExpectedStood

_BESIDE = frozenset({"aux", "candidates", "check", "by_election", "general_election", "get", "stand", "seats"})
"""Cues beside which no more is asked than whether there was one."""


def any_of_party(work: Work) -> Expected | None:
    """That somebody of the one party named stood in the one seat named."""
    if len(work.seats) != 1 or not says_any_of_party(work):
        return None
    work.take(*_BESIDE)
    work.use_words("any", "anyone", "anybody", "there")
    return (ExpectedStood(),), {}


def says_any_of_party(work: Work) -> bool:
    """Whether "any" stands before the one party named, or a verb right behind it, and nothing else is asked."""
    if len(work.parties) != 1 or work.people or work.slots.numbers or not work.seats:
        return False
    slot = work.parties[0]
    seats = {seat.span for seat in work.seats}
    asked = {cue for cue, places in work.hits.items() if not set(places) <= {slot.span, *seats}}
    if not _BESIDE.issuperset(asked):
        return False
    if work.start(slot) == 0 and slot.span + 1 in work.hits.get("stand", ()):
        # "labour run anyone in bath 2017"
        return True
    ahead = [token.text for token in work.cover.tokens[: work.start(slot)]]
    return ahead[-1:] == ["any"] or (ahead[1:2] == ["there"] and work.opens_as("verb_openers"))
