"""How many candidates of a party stood in a seat."""

from __future__ import annotations

from bot.reading.framing import needs
from bot.reading.work import Work
from knowledge.query import Count, Of, Query


@needs("a seat")
@needs("a party")
@needs("candidates", "stand")
def fielded(work: Work) -> Query | None:
    """ "how many independents stood in eastbourne in 2010": a party's candidates are counted."""
    placed = bool(work.seats or work.inherited.seats)
    if not (placed and len(work.parties) == 1) or work.people or work.has("votes", "win", "share", "women", "get"):
        return None
    if not (work.has("how_many") and work.has("candidates", "stand")) or work.has("deposit_lost", "deposit"):
        return None
    work.take("how_many", "candidates", "stand", "total")
    return Count(where=work.selection(), of=Of.CANDIDACIES)
