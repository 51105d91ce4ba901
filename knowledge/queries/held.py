"""The last day that results are held for: read once, for many answers name it."""

from __future__ import annotations

from datetime import date

from knowledge.store.store import Store

_DATA_UNTIL = "select max(date) from elections where kind <> 'notional'"


def data_until(store: Store) -> date:
    """The day of the last election held."""
    return store.once(_data_until)


def _data_until(store: Store) -> date:
    return date.fromisoformat(store.fetch(_DATA_UNTIL)[0][0])
