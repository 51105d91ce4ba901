"""Names of seats and people by their ids."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from knowledge.facts.contests import PersonName
from knowledge.queries.clause import marks

if TYPE_CHECKING:
    from knowledge.store.store import Store


def seat_names(store: Store, seats: Sequence[str]) -> dict[str, str]:
    """The latest name of each seat; a seat that is not held keeps its slug."""
    if not seats:
        return {}
    held = store.once(_latest_names)
    return {seat: held.get(seat, seat) for seat in seats}


def _latest_names(store: Store) -> dict[str, str]:
    rows = store.fetch("SELECT seat, name FROM constituencies ORDER BY first")
    return {row[0]: row[1] for row in rows}


def people(store: Store, ids: Sequence[str]) -> dict[str, PersonName]:
    """The people of these ids; those not held are left out."""
    if not ids:
        return {}
    rows = store.fetch(f"SELECT id, name, family, gender FROM people WHERE id IN ({marks(ids)})", tuple(ids))
    held = {row[0]: PersonName(*row) for row in rows}
    return {person: held[person] for person in ids if person in held}
