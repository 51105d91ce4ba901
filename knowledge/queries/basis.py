"""What a contest's hold or gain is measured against."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from knowledge.facts.contests import Basis, CandidacyFact, ContestFact, contest_fact
from knowledge.queries.fields import fields
from knowledge.queries.selection import CONTESTS

if TYPE_CHECKING:
    from knowledge.store.store import Store


_A_PARLIAMENT = timedelta(days=6 * 365)
"""Longer than a Parliament has sat in peace: how far back to look where no contest on the same boundaries is held."""


def previous_general(store: Store, contest: ContestFact) -> ContestFact | None:
    """The contest that published changes are against: the general election before on the same boundaries,
    the notional result after a boundary change; ``None`` where neither is held."""
    rows = store.fetch(
        f"{CONTESTS} WHERE k.constituency = ? AND k.kind <> 'by-election' AND k.date < ? ORDER BY k.date DESC LIMIT 1",
        (contest.constituency, contest.date.isoformat()),
    )
    return contest_fact(rows[0]) if rows else None


def previous_with_field(store: Store, contest: ContestFact) -> tuple[ContestFact | None, tuple[CandidacyFact, ...]]:
    """As ``previous_general``, with everybody who stood in it."""
    before = previous_general(store, contest)
    if before is None:
        return None, ()
    return before, fields(store, [before])[before.contest]


def basis(store: Store, contest: ContestFact) -> Basis:
    """The published basis of a contest's result, and who held the seat when it came."""
    before = previous_general(store, contest)
    since = (before.date if before is not None else contest.date - _A_PARLIAMENT).isoformat()
    day = contest.date.isoformat()
    between = tuple(
        contest_fact(row)
        for row in store.fetch(
            f"{CONTESTS} WHERE k.seat = ? AND k.kind = 'by-election' AND k.date > ? AND k.date < ? ORDER BY k.date",
            (contest.seat, since, day),
        )
    )
    party, name = _holder(store, contest.seat, since, day)
    if party is None and between:
        party, name = between[-1].winner_party, between[-1].winner_name
    return Basis(before, between, party, name)


def _holder(store: Store, seat: str, since: str, day: str) -> tuple[str | None, str | None]:
    """Counting party and name of the last member for a seat of that name before ``day``, not earlier than ``since``."""
    rows = store.fetch(
        "SELECT coalesce(q.counts_as, q.id), p.name FROM spells s JOIN constituencies k ON k.id = s.constituency"
        " JOIN people p ON p.id = s.person JOIN parties q ON q.id = s.party"
        " WHERE k.seat = ? AND s.start >= ? AND s.start < ? ORDER BY s.start DESC LIMIT 1",
        (seat, since, day),
    )
    return (rows[0][0], rows[0][1]) if rows else (None, None)
