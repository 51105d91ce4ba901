"""Results of contests as the query for them returns them."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.facts.contests import Basis, ContestFact, Entry, NoSuchContest, SeatEnd


@dataclass(frozen=True, slots=True)
class ResultFacts:
    """The contests asked about, by date."""

    entries: tuple[Entry, ...]
    missing: NoSuchContest | None
    bases: tuple[Basis | None, ...]
    """For each entry what its hold or gain is measured against, where that is short enough to tell."""
    by_elections: tuple[ContestFact, ...] = ()
    """Other contests of the seat since 2010 that were by-elections, told when no election was named."""
    ended: tuple[SeatEnd, ...] = ()
    """Seats asked about that no longer exist."""
