"""Contests and candidacies as the queries return them, and what is missing when one does not exist.

Fractions are of one (0.442 is 44.2%). ``None`` always means *not held*. Party ids in ``..._party`` fields are the ids
that count (``labour`` for ``labour-coop``); ``exact_party`` keeps the row's own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import fields as fields_of
from typing import Any

from knowledge.models.elections import Detail, ElectionKind


@dataclass(frozen=True, slots=True)
class ContestFact:
    """One constituency at one election: a row of ``contest_facts``."""

    contest: str
    election: str
    date: dt.date
    kind: ElectionKind
    parliament: int | None
    constituency: str
    seat: str
    seat_name: str
    nation: str
    region: str | None
    boundary_set: str
    electorate: int | None
    valid_votes: int | None
    invalid_votes: int | None
    turnout: float | None
    majority: int | None
    majority_share: float | None
    result: str | None
    gain: bool | None
    """True for a gain, False for a hold, on the published basis."""
    winner_party: str | None
    exact_party: str | None
    winner_person: str | None
    winner_name: str | None
    winner_votes: int | None
    second_party: str | None
    second_person: str | None
    second_name: str | None
    second_votes: int | None
    third_party: str | None
    lost_party: str | None
    """The party the seat was gained from, on the published basis."""
    candidates: int | None
    deposits_lost: int | None
    swing: float | None
    """Butler swing from the runner-up's party to the winner's, from the published changes."""
    declared_at: dt.datetime | None
    writ: dt.date | None
    cause: str | None
    previous_member: str | None
    previous_name: str | None
    seats: int
    unopposed: bool
    detail: Detail
    source: str
    exact_previous: str | None = None
    """The exact party that the member before a by-election last sat for."""

    @property
    def by_election(self) -> bool:
        """Whether it was a by-election."""
        return self.kind is ElectionKind.BY_ELECTION


CONTEST_COLUMNS = tuple(field.name for field in fields_of(ContestFact))
"""Columns of ``contest_facts`` in the order of ``ContestFact``'s fields."""


@dataclass(frozen=True, slots=True)
class CandidacyFact:
    """A person (or, before 2010, a party's column) in a contest: a row of ``candidacy_facts``."""

    contest: str
    election: str
    date: dt.date
    kind: ElectionKind
    parliament: int | None
    constituency: str
    seat: str
    seat_name: str
    nation: str
    region: str | None
    person: str | None
    name: str | None
    """The name people use. Absent where only a party's votes are held."""
    published_name: str | None
    """The name as published for this contest, where it differs."""
    family: str | None
    party: str
    exact_party: str
    label: str | None
    votes: int | None
    share: float | None
    change: float | None
    """Change in share on the published basis."""
    position: int | None
    elected: bool
    deposit_lost: bool | None
    behind: int | None
    """Votes behind the winner; for the winner the majority, negative."""
    winner_party: str | None
    second_party: str | None
    pooled: bool
    """True where the figure adds up several candidates or parties."""
    detail: Detail
    candidates: int | None
    source: str

    @property
    def shown_name(self) -> str | None:
        """The name to show: the plainer of the usual and the published one; both where the surnames differ."""
        if self.published_name is None or self.name is None:
            return self.name
        if self.family is None or self.family.casefold() in self.published_name.casefold():
            return min(self.name, self.published_name, key=len)
        return f"{self.published_name}, also {self.name}"


CANDIDACY_COLUMNS = tuple(field.name for field in fields_of(CandidacyFact))
"""Columns of ``candidacy_facts`` in the order of ``CandidacyFact``'s fields."""

_KINDS = {kind.value: kind for kind in ElectionKind}
_DETAILS = {detail.value: detail for detail in Detail}


def _flag(value: Any) -> bool | None:
    return None if value is None else bool(value)


def contest_fact(row: Sequence[Any]) -> ContestFact:
    """A row of ``CONTEST_COLUMNS`` as a fact."""
    values = list(row)
    values[2] = dt.date.fromisoformat(values[2])
    values[3] = _KINDS[values[3]]
    values[18] = _flag(values[18])
    values[33] = values[33] and dt.datetime.fromisoformat(values[33])
    values[34] = values[34] and dt.date.fromisoformat(values[34])
    values[39] = bool(values[39])
    values[40] = _DETAILS[values[40]]
    return ContestFact(*values)


def candidacy_fact(row: Sequence[Any]) -> CandidacyFact:
    """A row of ``CANDIDACY_COLUMNS`` as a fact."""
    values = list(row)
    values[2] = dt.date.fromisoformat(values[2])
    values[3] = _KINDS[values[3]]
    values[21] = bool(values[21])
    values[22] = _flag(values[22])
    values[26] = bool(values[26])
    values[27] = _DETAILS[values[27]]
    return CandidacyFact(*values)


@dataclass(frozen=True, slots=True)
class Related:
    """A seat that another was made into, or from."""

    seat_name: str
    people: float | None
    """Fraction of the people of the seat asked about who live in it (came from it)."""
    contest: ContestFact | None
    """Its contest at the time asked about, if there was one."""


@dataclass(frozen=True, slots=True)
class SatThen:
    """A member of a seat at a time without a contest."""

    name: str
    party: str
    """At that time."""
    elected: dt.date | None
    """Day of the election by which they sat."""


@dataclass(frozen=True, slots=True)
class SeatAfter:
    """The seat that somebody had won last, and its next contest, which somebody else won."""

    name: str
    won: ContestFact
    following: ContestFact


@dataclass(frozen=True, slots=True)
class NoSuchContest:
    """No contest as selected is held. ``nearest`` are contests of the same place (or person) that are, by date."""

    place: str | None
    """Name of the seat asked about, if one was."""
    nearest: tuple[ContestFact, ...] = ()
    abolished: dt.date | None = None
    """Set where the seat was abolished before the time asked about."""
    created: dt.date | None = None
    """Set where the seat was created only after the time asked about."""
    people: tuple[str, ...] = ()
    """Names of the people asked about, where no seat was."""
    related: tuple[Related, ...] = ()
    """Seats that followed an abolished one, or that one created later was made from, largest part first."""
    sat: tuple[SatThen, ...] = ()
    """Who was member at the time asked about, where the seat was there and the time is one within the data."""
    after: tuple[SeatAfter, ...] = ()
    """The seats that the people asked about had held until then, where only winners are held by name."""
    causes: tuple[str, ...] = ()
    """Why it would have been held: others of the time may have been."""


@dataclass(frozen=True, slots=True)
class DidNotStand:
    """The contest is held, but the selected party or person had no candidate in it."""

    contest: ContestFact
    field: tuple[CandidacyFact, ...]
    """Who did stand, best first."""
    parties: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    """Ids asked about."""
    names: tuple[str, ...] = ()
    """Names of the people asked about."""
    elsewhere: tuple[CandidacyFact, ...] = ()
    """Where the person stood at that election, or (a party) how it did in this seat at other contests."""
    unnamed: bool = False
    """True where only some parties' columns are held, so that a candidate may hide among the pooled ones."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A contest selected, with everybody who stood and those of them who were asked about."""

    contest: ContestFact
    field: tuple[CandidacyFact, ...]
    """Best first; empty where more contests were selected than anybody reads in full."""
    chosen: tuple[CandidacyFact, ...] = ()
    """Of the parties, people and position selected; empty where none was selected."""
    missing: DidNotStand | None = None
    """Set where parties or people were selected and none of them is known to have stood."""

    @property
    def winner(self) -> CandidacyFact | None:
        """The first of those elected."""
        return next((c for c in self.field if c.elected), None)

    @property
    def runner_up(self) -> CandidacyFact | None:
        """Second by votes; ``None`` where not held."""
        return next((c for c in self.field if c.position == 2 and not c.elected), None)


@dataclass(frozen=True, slots=True)
class SeatEnd:
    """A seat that no longer exists, and what followed it."""

    seat: str
    seat_name: str
    abolished: dt.date
    successors: tuple[tuple[str, float | None], ...]
    """Names of the seats that followed and the fraction of the people that went to each, largest first."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What a hold or gain is measured against: the published basis, and what came in between."""

    published: ContestFact | None
    """The previous general election, notional after a boundary change; ``None`` where not held."""
    by_elections: tuple[ContestFact, ...]
    """By-elections in the seat between the two, oldest first."""
    holder_party: str | None
    """Party of the sitting member when the contest came, where it is held; by-elections and defections counted."""
    holder_name: str | None


@dataclass(frozen=True, slots=True)
class PersonName:
    """Who a person id stands for."""

    id: str
    name: str
    family: str
    gender: str | None
