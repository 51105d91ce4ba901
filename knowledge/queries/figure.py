"""Measures of the contests and candidacies selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.facts.contests import CandidacyFact, ContestFact, Entry
from knowledge.facts.figure import FigureFacts, Measured
from knowledge.queries.absence import seat_ends
from knowledge.queries.basis import basis, previous_with_field
from knowledge.queries.beside import beside
from knowledge.queries.entries import entries
from knowledge.queries.measures import of_candidacy
from knowledge.query import Figure, Latest, Measure, Selection

if TYPE_CHECKING:
    from knowledge.store.store import Store

_AGAINST_BEFORE = {Measure.CHANGE, Measure.VOTE_CHANGE, Measure.TURNOUT_CHANGE, Measure.SWING}
_OF_WINNERS = {Measure.MAJORITY, Measure.MAJORITY_SHARE}
_COMPARED = 60
"""Contests whose previous ones are fetched, at most."""
_SHOWN = 4
"""Results shown with what their hold or gain is against, at most."""


def run_figure(store: Store, query: Figure) -> FigureFacts:
    """The measures that ``query`` asks for, with what its answer needs beside them."""
    where, measures = query.where, query.measures
    never_won = False
    if where.people and isinstance(where.when, Latest) and _OF_WINNERS & set(measures):
        won = where.model_copy(update={"place": 1})
        selected = entries(store, won)
        if any(entry.chosen for entry in selected.entries):
            where = won
        else:
            never_won = not where.seats
            selected = entries(store, where)
    else:
        selected = entries(store, where)
    few = len(selected.entries) <= _COMPARED
    shown = len(selected.entries) <= _SHOWN and not query.per_contest
    return FigureFacts(
        measured=tuple(measure(store, where, entry, measures, compare=few, shown=shown) for entry in selected.entries),
        missing=selected.missing,
        also=tuple(
            measure(store, where, entry, measures)
            for entry in beside(store, where, selected.entries)
            if entry.missing is None
        ),
        ended=seat_ends(store, where.seats) if isinstance(where.when, Latest) else (),
        never_won=never_won,
    )


def measure(
    store: Store,
    where: Selection,
    entry: Entry,
    measures: tuple[Measure, ...],
    *,
    compare: bool = True,
    shown: bool = False,
) -> Measured:
    """One contest with its subjects and, where the measures need it and ``compare``, the contest before.

    ``shown``: its result is told as well, so that what its hold or gain is against belongs to it.
    """
    named = bool(entry.chosen)
    subjects = entry.chosen
    if not named and entry.missing is None and entry.winner is not None and any(of_candidacy(m) for m in measures):
        subjects = (entry.winner,)
    asked = set(measures)
    before: ContestFact | None = None
    before_field: tuple[CandidacyFact, ...] = ()
    if compare and asked & _AGAINST_BEFORE:
        before, before_field = previous_with_field(store, entry.contest)
    return Measured(
        entry=entry,
        subjects=subjects,
        named=named,
        before=before,
        before_field=before_field,
        basis=basis(store, entry.contest) if shown or (compare and Measure.RESULT in asked) else None,
        pair=where.parties,
    )
