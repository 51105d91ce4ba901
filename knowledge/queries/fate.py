"""What became of seats, what they were made from, and whether they still exist."""

from __future__ import annotations

from datetime import date

from knowledge.facts.seats import FateFacts, SeatFate, SeatLine
from knowledge.queries.held import data_until
from knowledge.queries.seat_lines import seat_lines
from knowledge.queries.successions import became, made_from, with_members
from knowledge.query import Fate
from knowledge.store.store import Store

_LIES_IN = "select region, nation from constituencies where id = ?"


def run_fate(store: Store, query: Fate) -> FateFacts:
    """The fate of each seat selected: its last life's end, or its first one's beginning."""
    until = data_until(store)
    lines = seat_lines(store, query.where.seats)
    return FateFacts(tuple(_fate(store, lives, query, until) for lives in lines.values()), until)


def _fate(store: Store, lives: tuple[SeatLine, ...], query: Fate, until: date) -> SeatFate:
    life = lives[-1]
    follows = became(store, life.ref.constituencies[-1])
    if not follows and len(life.ref.constituencies) > 1 and life.ref.abolished is None:
        # A seat that still exists: what its boundaries before the present ones went to.
        follows = became(store, life.ref.constituencies[-2])
    came_from = made_from(store, life.ref.constituencies[0])
    if not came_from:
        # A seat that kept its name came chiefly from itself: what it gained tells only beside its own part.
        came_from = tuple(part for part in made_from(store, life.ref.constituencies[-1]) if part.people is not None)
    asked, other = (came_from, follows) if query.ask in ("made-from", "created") else (follows, came_from)
    return SeatFate(
        ref=life.ref,
        parts=with_members(store, asked, until),
        others=other,
        last=life.tenures[-1] if life.tenures else None,
        now=tuple(t for t in life.tenures if t.covers(until, until)),
        areas=_areas(store, life.ref.constituencies[-1]),
    )


def _areas(store: Store, constituency: str) -> tuple[str, ...]:
    """The region and nation of a constituency; a nation without regions stands once."""
    rows = store.fetch(_LIES_IN, (constituency,))
    return tuple(dict.fromkeys(area for row in rows for area in row if area))
