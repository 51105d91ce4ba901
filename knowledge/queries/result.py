"""Results of the contests selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.facts.contests import ContestFact, Entry, contest_fact
from knowledge.facts.result import ResultFacts
from knowledge.queries.absence import seat_ends
from knowledge.queries.basis import basis
from knowledge.queries.clause import marks
from knowledge.queries.entries import entries
from knowledge.queries.selection import CONTESTS
from knowledge.query import Latest, Result, Selection

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
        by_elections=by_elections_beside(store, query.where, found),
        ended=seat_ends(store, query.where.seats) if isinstance(query.where.when, Latest) else (),
    )


def by_elections_beside(store: Store, where: Selection, found: tuple[Entry, ...]) -> tuple[ContestFact, ...]:
    """By-elections of the seats since 2010, latest first, that were not asked for but belong beside their latest
    contest; none where an election was named."""
    when = where.when
    if not where.seats or not isinstance(when, Latest) or when.kind is not None:
        return ()
    rows = store.fetch(
        f"{CONTESTS} WHERE k.seat IN ({marks(where.seats)}) AND k.kind = 'by-election'"
        " AND k.date >= '2010-01-01' ORDER BY k.date DESC",
        where.seats,
    )
    shown = {entry.contest.contest for entry in found}
    return tuple(contest_fact(row) for row in rows if row[0] not in shown)
