"""Arithmetic on one contest: votes as they were, and as they would be after moving some."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.facts.contests import Basis, CandidacyFact, ContestFact, Entry, NoSuchContest


@dataclass(frozen=True, slots=True)
class Moved:
    """Votes moved from one candidacy to another."""

    giver: CandidacyFact
    receiver: CandidacyFact
    votes: int


@dataclass(frozen=True, slots=True)
class Scenario:
    """One contest and what became of it."""

    entry: Entry
    moved: tuple[Moved, ...]
    counts: tuple[tuple[CandidacyFact, int], ...]
    """Everybody with the votes they would have, most first."""
    challenger: CandidacyFact | None
    """Who would have had to win, where that was asked; else the runner-up."""
    absent: tuple[str, ...]
    """Parties named that had no candidate."""
    basis: Basis | None = None
    """What the hold or gain of the contest as it was is against."""

    @property
    def contest(self) -> ContestFact:
        """The contest."""
        return self.entry.contest


@dataclass(frozen=True, slots=True)
class WhatIfFacts:
    """The contests worked on."""

    scenarios: tuple[Scenario, ...]
    missing: NoSuchContest | None = None
