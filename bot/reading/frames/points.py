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
    spoken = work.says("points") or (signed and work.has("by_how_much"))
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
