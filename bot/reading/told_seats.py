"""Lists, counts and totals of seats and by-elections that are of more, or of others, than the words ask for."""

from __future__ import annotations

from collections.abc import Iterator

from bot.reading.phrases_said import spans_of
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import Check, Compare, Count, Latest, Listing, Measure, Query, Totals

_OF_VOTES = frozenset({Measure.VOTES, Measure.SHARE})
"""Measures of what one candidate got, where what lies between two may be meant."""


def of_others(query: Query, work: Work) -> Iterator[int]:
    """The spans of words that such a query passes over."""
    match query:
        case Count() | Listing():
            yield from _listed(query, work)
        case Compare():
            yield from _set_apart(work)
        case Totals():
            if len(work.areas) > 1 and work.has("win") and work.has("lose"):
                yield from work.hits["lose"]
            yield from spans_of(work, work.group("same_throughout"))
        case Check() if not (query.where.seats or query.where.people or work.asks_whether or work.has("check")):
            if isinstance(query.where.when, Latest) and work.kind is ElectionKind.BY_ELECTION:
                # "by-elections with no labour candidate" asks for a list of them
                yield from spans_of(work, work.group("by_election_plurals"))
        case _:
            pass


def _listed(query: Count | Listing, work: Work) -> Iterator[int]:
    """Margins taken for votes, holders for winners, and whose seats those of by-elections were before."""
    if any(condition.measure in _OF_VOTES for condition in query.where.conditions):
        # "came second by less than 5%", "labour and the tories were within 100 votes": of the other, not of all
        for at, _ in work.slots.numbers:
            yield from _margin(work, at)
    if len(work.areas) > 1 and work.has("win") and work.has("lose"):
        yield from work.hits["lose"]
    if query.where.outcome is None and work.has("win"):
        yield from spans_of(work, work.group("holding_before"))
    if work.kind is ElectionKind.BY_ELECTION:
        for slot in work.parties:
            start, end = work.start(slot), work.cover.spans[slot.span].end
            texts = [token.text for token in work.cover.tokens]
            lead, behind = texts[max(0, start - 2) : start], texts[end : end + 1]
            if ("in" in lead[-1:] and "seats" in behind) or lead == ["in", "seats"]:
                yield slot.span


def _margin(work: Work, at: int) -> Iterator[int]:
    """A number led by "within", or by "by" and words of less or more."""
    start = work.cover.spans[at].start
    before = [token.text for token in work.cover.tokens[max(0, start - 3) : start]]
    led = "by" in before and work.has("under", "over")
    if before[-1:] == ["within"] or (led and work.has("runner_up", "finish", "ahead")):
        yield at


def _set_apart(work: Work) -> Iterator[int]:
    """Seats won in one place and lost in another, and where one party came ahead of another."""
    if work.has("win") and work.has("lose"):
        yield from work.hits["lose"]
    if work.opens_with("where") and not (work.areas or work.seats or work.people):
        yield from (at for at in range(len(work.cover.spans)) if work.text(at).startswith("where"))
