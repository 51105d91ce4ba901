"""What lies between the first and the second: "peterborough 1966 votes between them"."""

from __future__ import annotations

from bot.reading.framing import needs
from bot.reading.work import Work
from knowledge.query import Figure, Measure, Query

_KEPT = frozenset({"pooled", "votes", "how_many", "how_much", "what", "result", "majority", "general_election", "aux"})
"""Cues that such a question may hold."""


@needs("a seat")
@needs("pooled")
def between(work: Work) -> Query | None:
    """The majority in a seat, where no parties are named whose votes could be added up."""
    spoken_of = work.inherited.parties or work.inherited.people
    if work.parties or work.people or work.areas or not _KEPT.issuperset(work.hits) or spoken_of:
        return None
    if not work.text_is("pooled", "between them") or work.free_numbers() or "they" in work.words:
        return None
    if not work.has("votes", "how_many", "how_much", "majority"):
        return None
    work.take(*_KEPT)
    return Figure(where=work.selection(), measures=(Measure.MAJORITY,))
