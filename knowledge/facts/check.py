"""What became of each thing expected, contest by contest or election by election."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from knowledge.facts.contests import CandidacyFact, ContestFact, Entry, NoSuchContest
from knowledge.facts.figure import Measured
from knowledge.facts.seats import HolderFacts
from knowledge.facts.totals import ElectionTotals, PartyTotalFact
from knowledge.facts.words import ClaimFact
from knowledge.query import Expectation


@dataclass(frozen=True, slots=True)
class Compared:
    """A figure beside another that it was compared with; ``None`` where not held."""

    value: float | None
    other: float | None
    subject: CandidacyFact | PartyTotalFact | None = None
    rival: CandidacyFact | PartyTotalFact | None = None
    elsewhere: ContestFact | ElectionTotals | None = None
    """Where ``other`` is taken from, if from another contest or election."""
    absent_people: tuple[str, ...] = ()
    """Names of the people compared with who did not stand in the contest."""
    absent_parties: tuple[str, ...] = ()
    """Ids of the parties compared with that did not."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One expectation held against the facts. ``verdict`` is ``None`` where they do not decide it."""

    expectation: Expectation
    verdict: bool | None
    compared: Compared | None = None
    by_eve: bool | None = None
    """A hold, gain or loss against who held the seat when the contest came, where that decides otherwise."""


@dataclass(frozen=True, slots=True)
class ContestCheck:
    """All that was expected of one contest."""

    measured: Measured
    subjects: tuple[CandidacyFact, ...]
    """Those in the field who are all that was asked for: of the party and the person."""
    findings: tuple[Finding, ...]

    @property
    def verdict(self) -> bool | None:
        """Whether everything expected is so."""
        return together([f.verdict for f in self.findings])


@dataclass(frozen=True, slots=True)
class NationalCheck:
    """All that was expected of one general election in one area."""

    totals: ElectionTotals
    party: PartyTotalFact | None
    findings: tuple[Finding, ...]

    @property
    def verdict(self) -> bool | None:
        """Whether everything expected is so."""
        return together([f.verdict for f in self.findings])


@dataclass(frozen=True, slots=True)
class Apart:
    """A person, or people of one name."""

    names: tuple[str, ...]
    stood: tuple[CandidacyFact, ...]
    """Where they stood at the time asked about, else at their latest, oldest first."""


@dataclass(frozen=True, slots=True)
class NeverMet:
    """Two people of whom no contest is held in which both stood."""

    one: Apart
    other: Apart
    named_since: date
    """From this day on every candidate is held by name."""


@dataclass(frozen=True, slots=True)
class CheckFacts:
    """What was found: of contests, or of general elections, or of who held a seat."""

    contests: tuple[ContestCheck, ...] = ()
    national: tuple[NationalCheck, ...] = ()
    holders: HolderFacts | None = None
    holding: bool | None = None
    """Whether the person or party held the seat; ``None`` where not held or not asked."""
    sitter: str = ""
    """Name of the one person of whom it is asked whether they held any seat."""
    missing: NoSuchContest | None = None
    beside: tuple[Entry, ...] = ()
    """By-elections of the seat, or other contests of the person, told when no election was named."""
    never_met: NeverMet | None = None
    """Set where it is asked who of two people was ahead of the other, and they never stood in the same contest."""
    claims: tuple[ClaimFact, ...] = ()
    """Stated explanations of these contests, where the reason was asked for."""


def together(verdicts: list[bool | None]) -> bool | None:
    """False if one is false, else ``None`` if one is not known, else true."""
    if False in verdicts:
        return False
    return None if None in verdicts else True
