"""What seats became and what they were made from, at boundary changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from knowledge.facts.seats import SeatPart, Tenure
from knowledge.queries.clause import marks
from knowledge.queries.seat_lines import seat_lines
from knowledge.store.store import Store

A_HOUSE = timedelta(days=11 * 366)
"""No House of Commons since 1918 sat longer than the one of 1935 to 1945."""
_SMALLEST = 0.005
"""Parts of fewer people than this fraction come from maps that do not quite meet, not from boundaries that moved."""

_BECAME = """
select n.seat, n.name, s.people, n.first from successions s join constituencies n on n.id = s.new
where s.old in ({}) order by s.people is null, s.people desc, s.rowid
"""
_MADE_FROM = """
select o.seat, o.name, s.from_people, o.abolished from successions s join constituencies o on o.id = s.old
where s.new in ({}) order by s.from_people is null, s.from_people desc, s.rowid
"""


def became(store: Store, constituency: str) -> tuple[SeatPart, ...]:
    """The seats that a constituency went to, largest part first; where no sizes are held, as the pack orders them."""
    return _parts(store, _BECAME, constituency)


def made_from(store: Store, constituency: str) -> tuple[SeatPart, ...]:
    """The seats that a constituency was made from, largest part first; where no sizes are held, the chief one first."""
    return _parts(store, _MADE_FROM, constituency)


def with_members(
    store: Store, parts: Sequence[SeatPart], first: date, last: date | None = None
) -> tuple[SeatPart, ...]:
    """``parts`` with who sat there from ``first`` to ``last``."""
    # Whoever sat at the time was elected not long before it, and whoever followed not long after.
    since = first - min(A_HOUSE, first - date.min)
    until = (last or first) + min(A_HOUSE, date.max - (last or first))
    lines = seat_lines(store, [part.seat for part in parts], since, until)
    return tuple(replace(part, members=_sitting(lines.get(part.seat, ()), first, last or first)) for part in parts)


def _sitting(lives: Sequence[Any], first: date, last: date) -> tuple[Tenure, ...]:
    return tuple(tenure for life in lives for tenure in life.tenures if tenure.covers(first, last))


def _parts(store: Store, sql: str, constituency: str) -> tuple[SeatPart, ...]:
    rows = store.fetch(sql.format(marks([constituency])), (constituency,))
    return tuple(
        SeatPart(seat=row[0], name=row[1], people=row[2], changed=date.fromisoformat(row[3]) if row[3] else None)
        for row in rows
        if row[2] is None or row[2] >= _SMALLEST
    )
