"""The sides of a comparison as their own queries return them."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.facts.figure import FigureFacts
from knowledge.facts.ranking import ListFacts
from knowledge.facts.totals import TotalsFacts
from knowledge.query import Count, Figure, Result, Totals


@dataclass(frozen=True, slots=True)
class FigureSide:
    """A contest, candidacy or result to compare. ``figure`` is what was measured for it."""

    query: Result | Figure
    figure: Figure
    facts: FigureFacts


@dataclass(frozen=True, slots=True)
class TotalsSide:
    """Totals to compare."""

    query: Totals
    facts: TotalsFacts


@dataclass(frozen=True, slots=True)
class CountSide:
    """A number of contests or candidacies to compare."""

    query: Count
    facts: ListFacts


Side = FigureSide | TotalsSide | CountSide


@dataclass(frozen=True, slots=True)
class CompareFacts:
    """All sides, in the order asked."""

    sides: tuple[Side, ...]
