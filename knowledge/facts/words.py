"""Quotations, claims, explainers and what the knowledge base holds, as the queries return them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from knowledge.models.words import Verdict


@dataclass(frozen=True, slots=True)
class QuoteFact:
    """Exact words with their attribution."""

    id: str
    words: str
    speaker: str
    person: str | None
    role: str
    date: date
    occasion: str
    contests: tuple[str, ...]
    about: tuple[str, ...]
    partial: bool
    also_printed_as: tuple[str, ...]
    corroborated_by: tuple[str, ...]
    source: str


class Nearness(IntEnum):
    """How the words asked for stand to a held quotation."""

    NEAR = 1
    """Resembles them: shown as what it is, never as the words asked for."""
    WITHIN = 2
    """All of them, in this order, but with other words between."""
    EXACT = 3
    """Word for word."""


@dataclass(frozen=True, slots=True)
class QuoteMatch:
    """A held quotation, and how it meets the words asked for (absent where none were)."""

    quote: QuoteFact
    nearness: Nearness | None = None


@dataclass(frozen=True, slots=True)
class QuoteFacts:
    """What is held of the quotations asked for."""

    matches: tuple[QuoteMatch, ...]
    """Best first; all that was asked holds for each (words perhaps only nearly)."""
    others_words: tuple[QuoteMatch, ...]
    """Quotations with the words asked for, of other speakers than asked for."""
    same_speaker: tuple[QuoteFact, ...]
    """What else is held of the speakers asked for, where nothing matches."""
    same_contest: tuple[QuoteFact, ...]
    """What else is held about the contests asked for, where nothing matches."""
    asked_speakers: tuple[str, ...]
    """Names of the speakers asked for."""
    asked_places: tuple[str, ...]
    """Names of the seats asked for; where quotations are held about some of them, those."""
    topic: str | None
    """The topic they were chosen by: the one asked for, or words that no quotation holds but that some are about."""
    speakers: tuple[str, ...]
    """Everybody of whom a quotation is held."""


@dataclass(frozen=True, slots=True)
class ClaimFact:
    """A stated record or explanation with the date it was true on."""

    id: str
    statement: str
    stated_by: str
    stated_on: date
    true_on: date
    until: date | None
    exact: str | None
    later: str | None
    verdict: Verdict
    contests: tuple[str, ...]
    people: tuple[str, ...]
    about: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class ClaimFacts:
    """The claims that match, likeliest meant first; ``places`` and ``topics`` are what else claims are held about."""

    claims: tuple[ClaimFact, ...]
    places: tuple[str, ...]
    topics: tuple[str, ...]
    data_until: date


@dataclass(frozen=True, slots=True)
class ExplainerFact:
    """A word explained."""

    id: str
    term: str
    short: str
    detail: str | None
    example: str | None
    see_also: tuple[str, ...]
    """Terms, not ids."""
    source: str


@dataclass(frozen=True, slots=True)
class ExplainFacts:
    """The explainer asked for, or (absent) which terms are held."""

    explainer: ExplainerFact | None
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PeriodCoverage:
    """How much is held of one kind of election at one level of detail."""

    kind: str
    detail: str
    contests: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class CoverageFacts:
    """What the knowledge base holds."""

    periods: tuple[PeriodCoverage, ...]
    candidacies: int
    quotes: int
    explainers: int
    data_until: date
