"""Two people or more set side by side: by how they lost, and where each of them stood."""

from __future__ import annotations

from typing import Literal

from bot.reading.work import Work
from knowledge.query import Measure

Measures = tuple[Measure, ...]
Prefer = Literal["higher", "lower"] | None
"""Which side is asked for, if any."""

_TWO = 2
"""People at least who are set side by side."""


def _both_lost(work: Work) -> bool:
    """ "who lost by less, truss or mordaunt": how far behind each of two people was."""
    if len(work.people) < _TWO or not (work.has("lose") and work.has("behind") and work.has("better", "worse")):
        return False
    years = {year.year for year in work.years}
    for slot in work.people:
        stands = [stand for card in work.catalogue.cards(slot.values) for stand in card.stands]
        there = [stand for stand in stands if stand.date.year in years]
        if not there or any(stand.elected for stand in there):
            # nobody who won lost by anything
            return False
    return True


def by_defeats(work: Work, measures: Measures, prefer: Prefer) -> tuple[Measures, Prefer]:
    """What is compared and which side is asked for: how far behind they were, where both lost."""
    if not _both_lost(work):
        return measures, prefer
    work.take("lose", "behind", "majority", "votes")
    # whoever is less far behind did better
    return (Measure.BEHIND,), "higher" if prefer == "lower" else "lower"


def at_home(work: Work) -> bool:
    """ "bigger majority at home", "... in their own seats": where each of two people stood, which is meant anyway."""
    if len(work.people) < _TWO or work.has("up", "down", "change"):
        return False
    tokens = [token.text for token in work.cover.tokens]
    for at, span in enumerate(work.cover.spans):
        before = tokens[max(0, span.start - 1) : span.start]
        own = not work.group("own_leads").isdisjoint(before) and work.text(at).split()[-1] in work.group("own_places")
        if own or work.text(at) in work.group("at_home") or (before == ["at"] and work.text(at) == "home"):
            ends = work.cover.spans[at + 1 : at + 2]
            turf = bool(ends) and tokens[ends[0].start] in work.group("own_places")
            work.pass_over([at, at + 1] if turf else [at])
            return True
    return False
