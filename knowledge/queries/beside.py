"""Contests that belong beside the latest one when no election was named."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from knowledge.facts.contests import Entry
from knowledge.models.elections import ElectionKind
from knowledge.queries.entries import held_entries
from knowledge.query import AnyTime, Between, Latest, Selection, When

if TYPE_CHECKING:
    from knowledge.store.store import Store

_CANDIDATES_SINCE = date(2010, 1, 1)
"""From here on by-elections are held with every candidate."""
_MOST = 6


def beside(store: Store, where: Selection, found: Iterable[Entry]) -> tuple[Entry, ...]:
    """By-elections of the seat since 2010, other contests of the person, latest first, without those ``found``.

    None where an election was named, or more than one contest is the latest.
    """
    shown = {entry.contest.contest for entry in found}
    if not isinstance(where.when, Latest) or where.when.kind is not None or len(shown) > 1:
        return ()
    if where.seats:
        when: When = Between(since=_CANDIDATES_SINCE, kind=ElectionKind.BY_ELECTION)
    elif where.people:
        when = AnyTime()
    else:
        return ()
    others = held_entries(store, where.model_copy(update={"when": when}))
    return tuple(entry for entry in reversed(others) if entry.contest.contest not in shown)[:_MOST]
