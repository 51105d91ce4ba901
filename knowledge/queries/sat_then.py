"""Who was member of a seat at a time at which it had no contest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.facts.contests import SatThen
from knowledge.queries.periods import bounds
from knowledge.queries.seat_lines import seat_lines
from knowledge.queries.successions import A_HOUSE
from knowledge.query import Relative, When

if TYPE_CHECKING:
    from knowledge.store.store import Store


def sat_then(store: Store, seat: str, when: When) -> tuple[SatThen, ...]:
    """The members from the first to the last day of ``when``, where it says both."""
    first, last = bounds(when)
    if first is None or last is None or isinstance(when, Relative):
        return ()
    lives = seat_lines(store, [seat], first - A_HOUSE, last + A_HOUSE).get(seat, ())
    sitting = [tenure for life in lives for tenure in life.tenures if tenure.covers(first, last)]
    found = []
    for tenure in sitting:
        elections = [contest.date for contest in tenure.won if contest.date <= last]
        party = tenure.party_on(max(first, tenure.start))
        found.append(SatThen(tenure.name, party, elections[-1] if elections else None))
    return tuple(found)
