"""Change in a party's share, asked for in points."""

from __future__ import annotations

from bot.reading.work import Work
from knowledge.query import Measure

_ASKING = frozenset({"how_many", "how_much", "by_how_much"})
_SIGNED = _ASKING | {"over", "pooled", "except", "aux", "what", "by_election", "general_election", "votes", "share"}
"""Cues beside which a "plus" or "minus" is of the one figure asked for, and joins no other to it."""


def points(work: Work) -> tuple[Measure, ...] | None:
    """ "how many points did labour lose"."""
    signed = work.says("signs") and _SIGNED.issuperset(work.hits) and not _ASKING.isdisjoint(work.hits)
    spoken = _spoken(work) or (signed and work.has("by_how_much"))
    if not work.parties or not spoken or not (signed or work.has("lose", "take", "up", "down", "get")):
        return None
    if signed:
        # "plus how many points"
        work.take("over", "pooled", "except", "by_how_much")
    if work.has("share") and not signed and not work.has("lose", "up", "down"):
        # "polled what percentage"
        return None
    work.take("lose", "take", "up", "down", "get", "how_many", "how_much", "change", "share")
    return (Measure.CHANGE,)


def _spoken(work: Work) -> bool:
    """Whether points are spoken of, and not only in the name of a seat: "castle point"."""
    if not work.says("points"):
        return False
    spans, named = work.cover.spans, {slot.span for slot in work.seats}
    points = work.group("points")
    return any(
        token.text in points
        for at, span in enumerate(spans)
        if at not in named
        for token in work.cover.tokens[span.start : span.end]
    )
