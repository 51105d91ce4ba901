"""Those who came first, second and third in one contest."""

from __future__ import annotations

from bot.reading.framing import needs
from bot.reading.work import Work
from knowledge.query import Focus, Query, Result

_OF_TOP_PLACES = frozenset(
    {
        "highest", "over", "result", "candidates", "get", "what", "who", "listing", "party_of", "votes", "finish",
        "aux", "by_election", "general_election", "which",
    }
)  # fmt: skip
"""Cues beside which "top 3" asks who came where in one contest."""
_MOST_PLACES = 20
"""More are no places of one contest."""


@needs("a seat")
@needs("highest")
@needs("a number")
def top_places(work: Work) -> Query | None:
    """ "top 3 in bath 2019": who came first, second and third in one contest."""
    several = len(work.seats) > 1 or work.says("by_election_plurals")
    if work.of_somebody or several or not _OF_TOP_PLACES.issuperset(work.hits):
        return None
    free = work.free_numbers()
    if len(free) != 1 or free[0][1].unit or not 1 < free[0][1].value < _MOST_PLACES:
        return None
    at = free[0][0]
    if at - 1 not in work.hits.get("highest", ()) or work.text(at - 1) not in work.group("top_words"):
        return None
    work.used.add(at)
    work.take(*_OF_TOP_PLACES)
    return Result(where=work.selection(), focus=Focus.FULL)
