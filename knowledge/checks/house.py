"""Contests of a general election make up the whole house."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from knowledge.checks.finding import Finding


def seats_sum_to_the_house(database: sqlite3.Connection) -> Iterator[Finding]:
    """The seats contested in an area are as many as are published for it."""
    rows = database.execute(
        "select t.rowid, t.seats, sum(c.seats) as contested from area_totals as t"
        " join elections as e on e.id = t.election and e.kind = 'general'"
        " join contests as c on c.election = t.election"
        " where t.area = 'united-kingdom' and t.seats is not null group by t.rowid having contested <> t.seats"
    )
    for rowid, published, contested in rows:
        yield Finding("area_totals", rowid, "seats", f"the seats contested, {contested}", str(published))
