"""What a row refers to is there."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from functools import partial

from knowledge.checks.finding import Check, Finding
from knowledge.models.tables import TABLES

_REFERENCES = (
    ("contests", "election", "elections", "id"),
    ("contests", "constituency", "constituencies", "id"),
    ("contests", "winner", "parties", "id"),
    ("contests", "lost_by", "parties", "id"),
    ("contests", "previous_member", "people", "id"),
    ("candidacies", "contest", "contests", "id"),
    ("candidacies", "person", "people", "id"),
    ("candidacies", "party", "parties", "id"),
    ("corrections", "contest", "contests", "id"),
    ("corrections", "person", "people", "id"),
    ("constituencies", "region", "regions", "id"),
    ("successions", "old", "constituencies", "id"),
    ("successions", "new", "constituencies", "id"),
    ("regions", "part_of", "regions", "id"),
    ("places", "seat", "constituencies", "seat"),
    ("places", "seat_2010", "constituencies", "seat"),
    ("parties", "counts_as", "parties", "id"),
    ("party_names", "party", "parties", "id"),
    ("person_names", "person", "people", "id"),
    ("spells", "person", "people", "id"),
    ("spells", "constituency", "constituencies", "id"),
    ("spells", "party", "parties", "id"),
    ("party_totals", "election", "elections", "id"),
    ("party_totals", "area", "regions", "id"),
    ("party_totals", "party", "parties", "id"),
    ("area_totals", "election", "elections", "id"),
    ("area_totals", "area", "regions", "id"),
    ("governments", "election", "elections", "id"),
    ("governments", "party", "parties", "id"),
    ("offices", "party", "parties", "id"),
    ("offices", "person", "people", "id"),
    ("referendums", "area", "regions", "id"),
    ("referendum_counts", "referendum", "referendums", "id"),
    ("quotes", "person", "people", "id"),
    ("explainers", "example_contest", "contests", "id"),
)
"""Table, field, and the table and field that must hold its value."""

_LISTS = (
    ("quotes", "contests", "contests"),
    ("claims", "contests", "contests"),
    ("claims", "people", "people"),
    ("explainers", "see_also", "explainers"),
)
"""Table, field of several ids, and the table that must hold each."""


def resolving_references() -> Iterator[Check]:
    """For each field that names another row, a check that the row is there; for each table, that its sources are."""
    for table, field, target, key in _REFERENCES:
        yield partial(_resolves, table=table, field=field, target=target, key=key)
    for table, model in TABLES.items():
        if "source" in model.model_fields:
            yield partial(_resolves, table=table, field="source", target="sources", key="id")
    for table, field, target in _LISTS:
        yield partial(_all_resolve, table=table, field=field, target=target)


def _resolves(database: sqlite3.Connection, table: str, field: str, target: str, key: str) -> Iterator[Finding]:
    rows = database.execute(
        f"select rowid, {field} from {table} where {field} is not null and {field} not in (select {key} from {target})"
    )
    for rowid, found in rows:
        yield Finding(table, rowid, field, f"the {key} of one of the {target}", str(found))


def _all_resolve(database: sqlite3.Connection, table: str, field: str, target: str) -> Iterator[Finding]:
    rows = database.execute(
        f"select t.rowid, e.value from {table} as t, json_each(t.{field}) as e"
        f" where e.value not in (select id from {target})"
    )
    for rowid, found in rows:
        yield Finding(table, rowid, field, f"ids of {target}", str(found))


def places_lead_somewhere(database: sqlite3.Connection) -> Iterator[Finding]:
    """A place lies in a seat, now or on the 2010 boundaries, unless it is one that must lead nowhere."""
    rows = database.execute(
        "select rowid, name, kind from places where (kind = 'elsewhere') = (coalesce(seat, seat_2010) is not null)"
    )
    for rowid, name, kind in rows:
        expected = "no seat for a place elsewhere" if kind == "elsewhere" else f"a seat for {name}"
        yield Finding("places", rowid, "seat", expected)
