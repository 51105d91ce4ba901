"""Figures to compare, each side by its own query."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, assert_never

from knowledge.facts.compare import CompareFacts, CountSide, FigureSide, Side, TotalsSide
from knowledge.queries.figure import run_figure
from knowledge.queries.listing import run_listing
from knowledge.queries.totals import run_totals
from knowledge.query import Compare, Count, Figure, Focus, Measure, Result, Totals

if TYPE_CHECKING:
    from knowledge.store.store import Store

_OF_RESULT = (Measure.MAJORITY, Measure.MAJORITY_SHARE, Measure.TURNOUT)
_OF_CANDIDATE = (Measure.VOTES, Measure.SHARE)
BESIDE: Mapping[Measure, Measure] = MappingProxyType(
    {
        Measure.VOTES: Measure.SHARE,
        Measure.SHARE: Measure.VOTES,
        Measure.MAJORITY: Measure.MAJORITY_SHARE,
        Measure.MAJORITY_SHARE: Measure.MAJORITY,
    }
)
"""Measures that tell only half of a comparison without the other."""


def run_compare(store: Store, query: Compare) -> CompareFacts:
    """The facts of every side."""
    return CompareFacts(tuple(_side(store, side) for side in query.sides))


def _side(store: Store, side: Result | Figure | Totals | Count) -> Side:
    match side:
        case Result():
            figure = Figure(where=side.where, measures=_measures(side))
            return FigureSide(side, figure, run_figure(store, figure))
        case Figure():
            figure = side.model_copy(update={"measures": completed(side.measures)})
            return FigureSide(side, figure, run_figure(store, figure))
        case Totals():
            measures = completed(side.measures) or (Measure.SEATS, Measure.VOTES, Measure.SHARE)
            totals = side.model_copy(update={"measures": measures})
            return TotalsSide(totals, run_totals(store, totals))
        case Count():
            return CountSide(side, run_listing(store, side))
        case _:
            assert_never(side)


def _measures(result: Result) -> tuple[Measure, ...]:
    """What of a result is compared: how the one named did, else how the contest came out."""
    named = result.where.parties or result.where.people
    return _OF_CANDIDATE if named and result.focus is not Focus.CLOSENESS else _OF_RESULT


def completed(measures: tuple[Measure, ...]) -> tuple[Measure, ...]:
    """The measures with those that belong beside them."""
    extra = [BESIDE[m] for m in measures if m in BESIDE]
    return tuple(dict.fromkeys((*measures, *extra)))
