"""Measures that only a whole contest or election has: no party or person in it has a turnout of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.reading.frames.measures import OF_A_WHOLE
from bot.reading.work import Work
from knowledge.query import (
    Check,
    Compare,
    Count,
    ExpectedDirection,
    ExpectedOrder,
    Measure,
    Query,
    Result,
    Selection,
)

_CUES = ("turnout", "electorate", "valid_votes", "invalid_votes", "took_part")


def shared_out(query: Query, work: Work) -> Iterator[int]:
    """The words of such a measure where it would be told as that of each of two in one contest, or of a party."""
    if isinstance(query, Check):
        apart = _claimed(query)
    elif isinstance(query, Compare):
        apart = _compared(query)
    else:
        return
    if apart:
        yield from dict.fromkeys(at for cue in _CUES for at in work.hits.get(cue, ()))


def _claimed(query: Check) -> bool:
    """Whether an order between two in one contest, or what a party's did, is claimed of such a measure."""
    for expected in query.expect:
        if isinstance(expected, ExpectedOrder) and expected.measure in OF_A_WHOLE:
            if _is_of_one_contest((query.where, expected.than)):
                return True
        elif isinstance(expected, ExpectedDirection) and expected.measure in OF_A_WHOLE and _is_a_partys(query.where):
            return True
    return False


def _is_a_partys(where: Selection) -> bool:
    """Whether a party's own is spoken of: in the country, or of one of two in a seat."""
    return len(where.parties) > 1 or bool(where.parties and not where.seats)


def _compared(query: Compare) -> bool:
    """Whether sides of one contest are held against each other by such a measure."""
    measures: set[Measure] = set()
    for side in query.sides:
        measures.update(() if isinstance(side, Count | Result) else side.measures)
    return not OF_A_WHOLE.isdisjoint(measures) and _is_of_one_contest([side.where for side in query.sides])


def _is_of_one_contest(sides: Sequence[Selection]) -> bool:
    """Whether nothing but parties or people tells the sides apart."""
    told = {side.model_copy(update={"parties": (), "people": ()}).model_dump_json() for side in sides}
    whose = {(side.parties, side.people) for side in sides}
    return len(told) == 1 and len(whose) > 1
