"""Things happen in an order that can be."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from knowledge.checks.finding import Finding


def spells_do_not_overlap(database: sqlite3.Connection) -> Iterator[Finding]:
    """A seat that returns one member has one member at a time."""
    rows = database.execute(
        "select rowid, start, until, before from ("
        " select s.rowid, s.start, lag(coalesce(s.end, '9999')) over seat as until,"
        " lag(s.person) over seat as before, s.person"
        " from spells as s join constituencies as k on k.id = s.constituency"
        " where k.seat not in (select j.seat from contests as c join constituencies as j on j.id = c.constituency"
        "  where c.seats > 1)"
        " window seat as (partition by k.seat order by s.start, coalesce(s.end, '9999')))"
        " where until > start"
    )
    for rowid, start, until, before in rows:
        ending = "still sitting" if until == "9999" else f"until {until}"
        yield Finding("spells", rowid, "start", f"a day after {before} ({ending})", start)


def spells_end_after_they_start(database: sqlite3.Connection) -> Iterator[Finding]:
    """No time in the house or in an office ends before it begins."""
    for table in ("spells", "offices"):
        for rowid, start, end in database.execute(f"select rowid, start, end from {table} where end < start"):
            yield Finding(table, rowid, "end", f"a day from {start} on", end)


def contests_are_on_their_boundaries(database: sqlite3.Connection) -> Iterator[Finding]:
    """A seat is contested while its boundaries are in use; notional results look back and may be earlier."""
    rows = database.execute(
        "select c.rowid, c.id, c.constituency, k.first, k.abolished from contests as c"
        " join elections as e on e.id = c.election and e.kind <> 'notional'"
        " join constituencies as k on k.id = c.constituency"
        " where e.date < k.first or e.date >= k.abolished"
    )
    for rowid, contest, constituency, first, abolished in rows:
        expected = f"a constituency in use on that day ({first} to {abolished or 'now'})"
        yield Finding("contests", rowid, "constituency", expected, constituency, contest)
