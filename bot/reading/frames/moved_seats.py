"""The general election at which a party gained or lost most seats."""

from __future__ import annotations

from bot.reading.frames.national import general
from bot.reading.framing import needs
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import AnyTime, Measure, Of, Query, Rank

_OF_MOVES = frozenset(
    {
        "highest", "take", "lose", "seats", "which", "when", "what", "aux", "ever", "all_time", "history", "get",
        "since", "general_election", "total", "listing",
    }
)  # fmt: skip
"""Cues beside which no more is asked than when a party gained or lost most seats."""


@needs("a party")
@needs("highest")
@needs(groups=("moved_nouns",))
def most_moved(work: Work) -> Query | None:
    """ "the tories' biggest ever loss of seats": the election at which a party gained or lost most."""
    if work.anchored or work.people or len(work.parties) != 1 or not _OF_MOVES.issuperset(work.hits) or work.years:
        return None
    gained = work.has("take")
    apart = work.has("seats") and not work.words.isdisjoint({"which", "what"}) and not work.says("election_marks")
    whole = (
        work.says("election_marks") or work.has("seats", "when", "ever", "all_time") or work.spanned("since", "after")
    )
    if gained == work.has("lose") or apart or not whole:
        return None
    work.take(*_OF_MOVES)
    where = general(work.selection(default=AnyTime(kind=ElectionKind.GENERAL)))
    return Rank(where=where, of=Of.ELECTIONS, measure=Measure.SEAT_CHANGE, highest=gained)
