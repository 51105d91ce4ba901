"""Results of the contests selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.facts.result import ResultFacts
from knowledge.queries.absence import seat_ends
from knowledge.queries.basis import basis
from knowledge.queries.beside import beside
from knowledge.queries.entries import entries
from knowledge.query import Latest, Result

if TYPE_CHECKING:
    from knowledge.store.store import Store

_TOLD = 3
"""Bases are told for at most so many contests."""


def run_result(store: Store, query: Result) -> ResultFacts:
    """The contests that ``query`` selects, with their fields and the bases of their results."""
    selected = entries(store, query.where)
    found = selected.entries
    few = len(found) <= _TOLD
    return ResultFacts(
        entries=found,
        missing=selected.missing,
        bases=tuple(basis(store, entry.contest) if few else None for entry in found),
        beside=beside(store, query.where, found),
        ended=seat_ends(store, query.where.seats) if isinstance(query.where.when, Latest) else (),
    )
