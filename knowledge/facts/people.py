"""People's contests and time as members as the queries return them. One name may be several people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from knowledge.facts.contests import CandidacyFact


@dataclass(frozen=True, slots=True)
class MemberTime:
    """Time as member for one seat under one party, from the members' table (or, without it, from contests)."""

    seat: str
    seat_name: str
    party: str
    start: date
    end: date | None
    end_cause: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class PersonCareer:
    """What is held of one person id."""

    person: str
    name: str
    identified: bool
    """False where the sources give the candidacy no person id, so that it stands alone."""
    candidacies: tuple[CandidacyFact, ...]
    """In the window asked about, oldest first."""
    member: tuple[MemberTime, ...]


@dataclass(frozen=True, slots=True)
class CareerFacts:
    """The careers of the people asked about, those with most contests first."""

    people: tuple[PersonCareer, ...]
    beaten_by: dict[str, str]
    """Contest id to the winner's name, for contests that were lost."""
    window: tuple[date, date]
    """Dates of the first and the last contest of those levels of detail in which all candidates are named."""
    data_until: date
