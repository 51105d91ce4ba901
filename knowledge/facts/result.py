"""Results of contests as the query for them returns them."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.facts.contests import Basis, Entry, NoSuchContest, SeatEnd


@dataclass(frozen=True, slots=True)
class ResultFacts:
    """The contests asked about, by date."""

    entries: tuple[Entry, ...]
    missing: NoSuchContest | None
    bases: tuple[Basis | None, ...]
    """For each entry what its hold or gain is measured against, where that is short enough to tell."""
    beside: tuple[Entry, ...] = ()
    """By-elections of the seat, or other contests of the person, told when no election was named."""
    ended: tuple[SeatEnd, ...] = ()
    """Seats asked about that no longer exist."""
