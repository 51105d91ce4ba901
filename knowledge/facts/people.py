"""People's contests and time as members as the queries return them. One name may be several people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from knowledge.facts.contests import CandidacyFact
from knowledge.facts.seats import Tenure


@dataclass(frozen=True, slots=True)
class PersonCareer:
    """What is held of one person id."""

    person: str
    name: str
    identified: bool
    """False where the sources give the candidacy no person id, so that it stands alone."""
    candidacies: tuple[CandidacyFact, ...]
    """In the window asked about, oldest first."""
    tenures: tuple[Tenure, ...]
    """Time as member, whatever the window, oldest first."""


@dataclass(frozen=True, slots=True)
class CareerFacts:
    """The careers of the people asked about: those with an id first, those with most contests before others."""

    people: tuple[PersonCareer, ...]
    beaten_by: dict[str, str]
    """Contest id to the winner's name, for contests that were lost."""
    named_from: date
    """Date of the first contest of which every candidate is held by name; before it only winners are."""
    data_until: date
    asked: tuple[str, ...] = ()
    """Names of the seats for which they are asked to have been elected."""
