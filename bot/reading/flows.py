"""Votes said to have moved from one party to another: no result tells whose they had been."""

from __future__ import annotations

from collections.abc import Iterator

from bot.reading.slots import Slot
from bot.reading.work import Work
from knowledge.query import Figure, Query, Result, Totals


def flows(query: Query, work: Work) -> Iterator[int]:
    """ "how many ukip votes went to the tories", "where did the ukip vote go": the span that asks it."""
    if isinstance(query, Figure | Result | Totals):
        yield from (at for slot in work.parties for at in _moved(work, slot))


def _moved(work: Work, slot: Slot) -> Iterator[int]:
    """The span behind a party and its voters that says they went elsewhere, or that others got them."""
    end = work.cover.spans[slot.span].end
    behind = [token.text for token in work.cover.tokens[end : end + 2]]
    if len(behind) < 2 or behind[0] not in work.group("ballots"):
        return
    at = next(at for at, span in enumerate(work.cover.spans) if span.end > end + 1)
    other = any(each.span > slot.span for each in work.parties)
    went = behind[1] in work.group("going_elsewhere") and (other or work.cover.tokens[0].text == "where")
    if went or (other and at in work.hits.get("aux", ())):
        yield at
