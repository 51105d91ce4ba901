"""What a check finds, before it is located in a file or excused by a correction."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """A row that does not hold together with others."""

    table: str
    rowid: int
    field: str
    expected: str
    found: str = ""
    contest: str | None = None
    """The contest whose correction of ``field`` would excuse this."""
    person: str | None = None
    """The candidate concerned, where one is."""


Check = Callable[[sqlite3.Connection], Iterator[Finding]]
"""Looks through a database that holds the packs' own rows and nothing worked out from them."""

COUNTED_IN_FULL = "c.detail = 'candidates' and c.seats = 1 and not c.unopposed"
"""Condition on contests ``c``: every candidate is held, one member was returned, and votes were cast."""
