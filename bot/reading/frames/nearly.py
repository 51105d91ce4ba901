"""Seats that a party nearly won: within so many votes of winning, missed by fewer than so many."""

from __future__ import annotations

from bot.reading.frames.conditions import operator
from bot.reading.frames.national import general
from bot.reading.frames.orders import Expected
from bot.reading.framing import needs
from bot.reading.of_many import is_nearly_won
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import (
    BEATEN,
    AnyTime,
    Condition,
    Count,
    ExpectedNumber,
    Latest,
    Listing,
    Measure,
    Of,
    Query,
    When,
)

_PLAIN = (
    "how_many", "listing", "which", "what", "where", "seats", "win", "take", "hold", "get", "finish", "votes", "behind",
    "over", "under", "aux",
)  # fmt: skip
"""Cues that add nothing once it is known how far behind somebody has to be."""
_BESIDE = (
    "highest", "lowest", "closest", "safest", "average", "share", "turnout", "majority", "swing", "runner_up", "not",
    "lose", "women", "men",
)  # fmt: skip
"""Cues of another question, or of more than is told here."""


def near(work: Work) -> Expected | None:
    """ "did the lib dems come within 500 votes of winning ashfield": they lost, and by no more than that."""
    free = work.free_numbers()
    if len(free) != 1 or free[0][1].unit or not work.has("under") or len(work.parties) + len(work.people) != 1:
        return None
    at, number = free[0]
    work.used.add(at)
    compared = operator(work)
    work.take(*_PLAIN)
    behind = (
        Condition(measure=Measure.BEHIND, operator=compared, value=number.value),
        BEATEN,
    )
    return tuple(ExpectedNumber(condition=condition) for condition in behind), {}


@needs("a party")
@needs("over", "under")
@needs("a number")
def nearly_won(work: Work) -> Query | None:
    """ "seats where labour came within 500 votes of winning", "seats they missed by fewer than 500 votes"."""
    if not is_nearly_won(work) or work.anchored or work.opens_as("verb_openers"):
        return None
    free = work.free_numbers()
    if len(free) != 1 or free[0][1].unit or len(work.parties) != 1 or work.has(*_BESIDE):
        # by points is not how far behind somebody was is held
        return None
    at, number = free[0]
    counted = work.has("how_many")
    work.used.add(at)
    compared = operator(work)
    work.take(*_PLAIN)
    by_election = work.kind is ElectionKind.BY_ELECTION
    default: When = AnyTime(kind=work.kind) if by_election else Latest(kind=ElectionKind.GENERAL)
    # behind is everybody but the winner
    behind = (
        Condition(measure=Measure.BEHIND, operator=compared, value=number.value),
        BEATEN,
    )
    where = work.selection(default=default, conditions=behind)
    where = where if by_election else general(where)
    return Count(where=where, of=Of.CANDIDACIES) if counted else Listing(where=where, of=Of.CANDIDACIES)
