"""What the queries about the country as a whole return: offices, governments and referendums."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class OfficeSpell:
    """One person's unbroken time in an office. ``end`` is None while it lasted on ``as_of``, the source's date."""

    office: str
    party: str | None
    """Party id: of the party led, or of a Prime Minister."""
    person: str | None
    name: str
    start: date
    end: date | None
    as_of: date
    note: str | None
    source: str


@dataclass(frozen=True, slots=True)
class OfficeStep:
    """A spell of the person asked about, with who followed or preceded; None where the data begins or ends there."""

    spell: OfficeSpell
    other: OfficeSpell | None


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """Who held an office. Which field is filled depends on what was asked."""

    office: str
    party: str | None
    at: date | None
    """The day asked about; None where the date of the data was meant."""
    until: date | None
    holders: tuple[OfficeSpell, ...] = ()
    """In order of time. Empty: nobody is held for that day."""
    steps: tuple[OfficeStep, ...] = ()
    """For "after" and "before" somebody."""
    held: bool = True
    """Whether any spell of this office (of this party) is held at all."""
    first: date | None = None
    """The earliest day held."""
    parties: tuple[str, ...] = ()
    """For an unknown party leader: the parties whose leaders are held."""
    asked: str | None = None
    """Name of the person asked about, as held or as typed."""
    known: bool = False
    """Whether a person of that name is held at all, in whatever place."""


@dataclass(frozen=True, slots=True)
class GovernmentFact:
    """A government formed. ``majority`` is the published overall majority, None where none is published."""

    id: str
    formed: date
    election: str | None
    prime_minister: str
    party: str
    kind: str
    partners: tuple[str, ...]
    majority: int | None
    hung: bool
    note: str | None
    source: str


@dataclass(frozen=True, slots=True)
class PartySeats:
    """A party in the house: seats, and votes in the United Kingdom."""

    party: str
    seats: int
    votes: int | None


@dataclass(frozen=True, slots=True)
class HouseFact:
    """The house that one general election returned, and what was formed after it."""

    election: str
    day: date
    name: str
    size: int
    """Seats in the house."""
    parties: tuple[PartySeats, ...]
    """Parties with a seat, most seats first, at least two of them."""
    governments: tuple[GovernmentFact, ...]
    """Formed after it and before the next general election, in order of time."""
    source: str
    leader: str | None = None
    """Prime Minister once it had met, from the list of Prime Ministers, for houses whose governments are not held."""

    @property
    def majority(self) -> int:
        """Seats of the largest party less all others; below one in a hung parliament."""
        return 2 * self.parties[0].seats - self.size

    @property
    def hung(self) -> bool:
        """No party has more than half of the seats."""
        return self.majority <= 0

    @property
    def most_votes(self) -> PartySeats:
        """The party with most votes."""
        return max(self.parties, key=lambda p: p.votes or 0)


@dataclass(frozen=True, slots=True)
class GovernmentsFacts:
    """Houses selected, in order of time, and the days of all general elections held."""

    houses: tuple[HouseFact, ...]
    held: tuple[date, ...] = ()
    others: tuple[HouseFact, ...] = ()
    """Where a leader or party was asked for and formed no government in the time asked: the houses of that time."""
    leader: str | None = None
    """The name of the leader whose record was asked for."""


@dataclass(frozen=True, slots=True)
class CountFact:
    """Votes for one option of a referendum in one area."""

    option: str
    votes: int | None
    share: float | None


@dataclass(frozen=True, slots=True)
class ReferendumArea:
    """The result of a referendum in one area, the option with most votes first."""

    area: str
    kind: str
    counts: tuple[CountFact, ...]
    electorate: int | None
    turnout: float | None
    rejected: int | None
    source: str


@dataclass(frozen=True, slots=True)
class ReferendumFacts:
    """A referendum with its result in the whole and in the area asked for (None: not held, or the whole was meant)."""

    id: str
    day: date
    title: str
    question: str | None
    outcome: str
    whole: ReferendumArea | None
    area: ReferendumArea | None
    asked_area: str | None
    areas_held: int
    near: tuple[str, ...] = ()
    """Names of held areas like the one asked for."""
