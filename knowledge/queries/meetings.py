"""The contests in which people stood against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.facts.check import Apart, NeverMet
from knowledge.queries.absence import NAMED_SINCE
from knowledge.queries.clause import marks
from knowledge.queries.entries import Selected, entries
from knowledge.queries.naming import people
from knowledge.queries.selection import candidacies
from knowledge.query import AnyTime, Check, ExpectedOrder, Latest, Measure, Selection

if TYPE_CHECKING:
    from knowledge.store.store import Store

_AGAINST = frozenset({Measure.VOTES, Measure.POSITION, Measure.BEHIND})
"""Measures of who was ahead of whom, which say nothing of two who stood apart."""
_LATEST = 2


def meetings(store: Store, query: Check) -> Selected | NeverMet | None:
    """The contests in which the people asked about stood against those they are compared with.

    ``None`` where a seat is named, nobody is compared with anybody, or it can be told of people who stood apart.
    """
    orders = [e for e in query.expect if isinstance(e, ExpectedOrder) and e.than.people]
    where = query.where
    if not orders or not where.people or where.seats:
        return None
    rivals = orders[0].than.people
    rows = store.fetch(
        f"SELECT contest FROM candidacy_facts WHERE person IN ({marks(where.people)})"
        f" INTERSECT SELECT contest FROM candidacy_facts WHERE person IN ({marks(rivals)})",
        (*where.people, *rivals),
    )
    both = {row[0] for row in rows}
    if not both:
        return _never(store, where, rivals) if orders[0].measure in _AGAINST else None
    # a time that is named is that of the contest asked about; without one they may have met at any
    when = AnyTime(kind=where.when.kind) if isinstance(where.when, Latest) else where.when
    every = entries(store, where.model_copy(update={"when": when})).entries
    met = tuple(entry for entry in every if entry.contest.contest in both)
    if isinstance(where.when, Latest):
        met = met[-1:]
    return Selected(met) if met else None


def _never(store: Store, where: Selection, rivals: tuple[str, ...]) -> NeverMet:
    return NeverMet(_apart(store, where, where.people), _apart(store, where, rivals), NAMED_SINCE)


def _apart(store: Store, where: Selection, asked: tuple[str, ...]) -> Apart:
    names = dict.fromkeys(person.name for person in people(store, asked).values())
    then = candidacies(store, Selection(people=asked, when=where.when))
    stood = then or candidacies(store, Selection(people=asked, when=AnyTime()))[-_LATEST:]
    return Apart(tuple(names), tuple(stood))
