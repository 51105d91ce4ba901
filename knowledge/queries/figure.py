"""Measures of the contests and candidacies selected."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from knowledge.facts.contests import CandidacyFact, ContestFact, Entry
from knowledge.facts.figure import FigureFacts, Measured
from knowledge.models.elections import ElectionKind
from knowledge.queries.absence import seat_ends
from knowledge.queries.basis import basis, previous_with_field
from knowledge.queries.entries import entries
from knowledge.queries.measures import of_candidacy
from knowledge.query import AnyTime, Between, Figure, Latest, Measure, Selection

if TYPE_CHECKING:
    from knowledge.store.store import Store

_AGAINST_BEFORE = {Measure.CHANGE, Measure.VOTE_CHANGE, Measure.TURNOUT_CHANGE, Measure.SWING}
_OF_WINNERS = {Measure.MAJORITY, Measure.MAJORITY_SHARE}
_CANDIDATES_SINCE = date(2010, 1, 1)
"""From here on by-elections are held with every candidate."""
_COMPARED = 60
"""Contests whose previous ones are fetched, at most."""


def run_figure(store: Store, query: Figure) -> FigureFacts:
    """The measures that ``query`` asks for, with what its answer needs beside them."""
    where, measures = query.where, query.measures
    never_won = False
    if where.people and not where.seats and isinstance(where.when, Latest) and _OF_WINNERS & set(measures):
        won = where.model_copy(update={"place": 1})
        selected = entries(store, won)
        if selected.entries:
            where = won
        else:
            never_won = True
            selected = entries(store, where)
    else:
        selected = entries(store, where)
    few = len(selected.entries) <= _COMPARED
    return FigureFacts(
        measured=tuple(measure(store, where, entry, measures, compare=few) for entry in selected.entries),
        missing=selected.missing,
        also=_also(store, where, measures, selected.entries),
        ended=seat_ends(store, where.seats) if isinstance(where.when, Latest) else (),
        never_won=never_won,
    )


def measure(
    store: Store, where: Selection, entry: Entry, measures: tuple[Measure, ...], *, compare: bool = True
) -> Measured:
    """One contest with its subjects and, where the measures need it and ``compare``, the contest before."""
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
        basis=basis(store, entry.contest) if compare and Measure.RESULT in asked else None,
        pair=where.parties,
    )


def _also(
    store: Store, where: Selection, measures: tuple[Measure, ...], found: tuple[Entry, ...]
) -> tuple[Measured, ...]:
    """Contests told beside the latest when no election was named: by-elections of the seat since 2010, the other
    contests of the person."""
    if not isinstance(where.when, Latest) or where.when.kind is not None or len(found) != 1:
        return ()
    if where.seats:
        when: Between | AnyTime = Between(since=_CANDIDATES_SINCE, kind=ElectionKind.BY_ELECTION)
    elif where.people:
        when = AnyTime()
    else:
        return ()
    others = entries(store, where.model_copy(update={"when": when})).entries
    shown = {entry.contest.contest for entry in found}
    return tuple(
        measure(store, where, entry, measures)
        for entry in others
        if entry.contest.contest not in shown and entry.missing is None
    )[-6:]
