"""By how much somebody missed a seat: "labour missed out on kensington by less than 200"."""

from __future__ import annotations

from bot.reading.frames.claimed_numbers import number_conditions
from bot.reading.framing import needs
from bot.reading.work import Work
from knowledge.query import Check, ExpectedNumber, Measure, Query

_OF_A_MISS = frozenset(
    {"escaped", "check", "aux", "under", "over", "exactly", "only", "votes", "by_how_much", "about_number",
    "general_election", "by_election"}
)  # fmt: skip
"""Cues of a claim that somebody missed a seat by so much."""


@needs("escaped")
@needs("a seat")
@needs("a number")
@needs("a party", "a person")
def missed_by(work: Work) -> Query | None:
    """Whether somebody was so many votes behind whoever won the seat."""
    if len(work.seats) != 1 or len(work.parties) + len(work.people) != 1 or len(work.free_numbers()) != 1:
        return None
    if not _OF_A_MISS.issuperset(work.hits) or "by" not in work.words:
        return None
    found = number_conditions(work)
    if found is None or len(found[0]) != 1 or found[0][0].measure not in {Measure.MAJORITY, Measure.VOTES}:
        return None
    condition = found[0][0].model_copy(update={"measure": Measure.BEHIND})
    work.take(*_OF_A_MISS)
    return Check(where=work.selection(), expect=(ExpectedNumber(condition=condition, about=found[1]),))
