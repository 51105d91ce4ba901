"""Which of the last two contests had more of a figure that neither question asked: "which had the lower turnout"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile

from bot.reading.side_by_side import side_by_side
from knowledge.query import AnyTime, Between, Compare, Figure, Measure, Query, Result

Groups = Mapping[str, frozenset[str]]
_TWO = 2
_MEASURES = (
    ("turnout_nouns", Measure.TURNOUT),
    ("majority_nouns", Measure.MAJORITY),
    ("electorate_nouns", Measure.ELECTORATE),
)
"""Groups of nouns of a contest's figures."""


def side_measured(words: Sequence[str], queries: Sequence[Query], groups: Groups) -> Compare | None:
    """The figure named, of the last two contests, where words but compare them by it; None of anything else."""
    named = [(group, measure) for group, measure in _MEASURES if not groups[group].isdisjoint(words)]
    if len(named) != 1 or len(queries) < _TWO:
        return None
    group, measure = named[0]
    most = len(queries) if groups["beside_superlative"].intersection(words) else _TWO
    sides = list(takewhile(bool, (_figure(query, measure) for query in queries[:most])))
    left = [word for word in words if word not in groups[group]]
    return side_by_side(left, [side for side in sides if side], groups) if len(sides) >= _TWO else None


def _figure(query: Query, measure: Measure) -> Figure | None:
    """A figure of the one contest that a question was of."""
    if not isinstance(query, Figure | Result) or len(query.where.seats) != 1:
        return None
    if isinstance(query.where.when, AnyTime | Between) or (isinstance(query, Figure) and query.per_contest):
        return None
    where = query.where.model_copy(update={"place": None, "people": (), "parties": ()})
    return Figure(where=where, measures=(measure,))
