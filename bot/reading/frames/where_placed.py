"""Where, or how often, somebody came at a place: "where has john bickley come second"."""

from __future__ import annotations

from bot.reading.framing import needs
from bot.reading.time_kinds import Word
from bot.reading.work import Work
from knowledge.query import LAST_PLACE, AnyTime, Count, Listing, Of, Query

_OF_PLACES = frozenset(
    {
        "where", "which", "what", "listing", "seats", "times_count", "how_many", "aux", "runner_up", "last_place",
        "finish", "ever", "all_time", "when", "get", "stand", "candidates", "by_election", "general_election",
        "history", "career",
    }
)  # fmt: skip
"""Cues beside which no more is asked than where somebody came at a place."""


@needs("a person")
@needs("no seat named")
@needs("runner_up", "last_place", "finish")
@needs("where", "which", "listing", "times_count", "when")
def where_placed(work: Work) -> Query | None:
    """The contests in which the one person named came second, third or last: listed or counted."""
    if len(work.people) != 1 or work.parties or work.areas or not _OF_PLACES.issuperset(work.hits):
        return None
    dated = any(not isinstance(time, Word) for _, time in work.slots.times)
    whole = work.has("times_count", "which", "listing") or not work.has("when")
    if dated or not whole or (work.has("how_many") and not work.has("times_count")):
        return None
    place = 2 if work.has("runner_up") else LAST_PLACE if work.has("last_place") else work.ordinal()
    if place is None or (work.has("runner_up", "last_place") and work.free_numbers()):
        return None
    counted = work.has("times_count")
    work.take(*_OF_PLACES)
    where = work.selection(default=AnyTime(), place=place)
    return Count(where=where, of=Of.CANDIDACIES) if counted else Listing(where=where, of=Of.CANDIDACIES)
