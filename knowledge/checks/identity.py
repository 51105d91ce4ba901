"""Every row is there once, over all packs, and ids say what they name."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from functools import partial

from knowledge.checks.finding import Check, Finding
from knowledge.models.tables import TABLES

_KEYS = {
    "party_names": "party, name",
    "person_names": "person, name",
    "party_totals": "election, area, party",
    "area_totals": "election, area",
    "successions": "old, new",
    "spells": "person, constituency, party, start",
    "referendum_counts": "referendum, area, area_kind, option",
}
"""What tells the rows of a table without ids apart."""


def unique_rows() -> Iterator[Check]:
    """For each table, a check that no two of its rows have one id or key."""
    for table, model in TABLES.items():
        key = "id" if "id" in model.model_fields else _KEYS.get(table)
        if key:
            yield partial(_doubles, table=table, key=key)


def candidates_are_unique(database: sqlite3.Connection) -> Iterator[Finding]:
    """Nobody stands twice in one contest."""
    return _doubles(database, "candidacies", "contest, person", "where person is not null")


def _doubles(database: sqlite3.Connection, table: str, key: str, where: str = "") -> Iterator[Finding]:
    parts = " || ' ' || ".join(part.strip() for part in key.split(","))
    groups = database.execute(
        f"select {parts}, group_concat(rowid) from {table} {where} group by {key} having count(*) > 1"
    )
    for found, rowids in groups:
        for rowid in sorted(map(int, rowids.split(",")))[1:]:
            yield Finding(table, rowid, key.replace(",", " and"), "a row for each once, over all packs", str(found))


def ids_name_their_rows(database: sqlite3.Connection) -> Iterator[Finding]:
    """Ids of elections, constituencies and contests have the form that ``docs/packs.md`` gives them."""
    infix = "case {kind} when 'general' then '' when 'by-election' then 'by.' else 'notional.' end"
    of_election, of_contest = (infix.format(kind=kind) for kind in ("kind", "e.kind"))
    yield from _misnamed(
        database, "elections", f"select rowid, id, 'parl.' || {of_election} || date as right from elections"
    )
    yield from _misnamed(
        database,
        "contests",
        f"select c.rowid, c.id, 'parl.' || k.seat || '.' || {of_contest} || e.date as right from contests as c"
        " join elections as e on e.id = c.election join constituencies as k on k.id = c.constituency",
    )
    yield from _misnamed(
        database,
        "constituencies",
        "select rowid, id, seat || '.' || coalesce(substr(first, 1, 4), substr(boundary_set, 1, 4)) as right"
        " from constituencies",
    )


def _misnamed(database: sqlite3.Connection, table: str, query: str) -> Iterator[Finding]:
    for rowid, found, right in database.execute(f"select * from ({query}) where id <> right"):
        yield Finding(table, rowid, "id", str(right), str(found))
