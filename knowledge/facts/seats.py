"""Seats through time as the queries return them: members, vacancies, changes of hands, what came before and after.

``None`` means *not held*, except for ends of time: an absent end is one that has not come by the date of the data.
Party ids are those that count (``labour`` for ``labour-coop``).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from knowledge.facts.contests import ContestFact


@dataclass(frozen=True, slots=True)
class Winner:
    """Somebody elected in a contest."""

    person: str | None
    name: str | None
    party: str


@dataclass(frozen=True, slots=True)
class Won:
    """A contest and whom it elected (several in a seat that returned several)."""

    contest: ContestFact
    winners: tuple[Winner, ...]

    def by(self, parties: tuple[str, ...]) -> bool:
        """Whether one of ``parties`` won a seat in it."""
        return any(winner.party in parties for winner in self.winners)


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person's unbroken time as member for a seat."""

    person: str | None
    name: str
    seat: str
    seat_name: str
    party: str
    """At the start."""
    start: date
    end: date | None
    """When the next member was elected, or the seat abolished, or earlier where the members' table has it."""
    end_cause: str | None
    won: tuple[ContestFact, ...]
    """The contests that this time rests on, oldest first; none for a member seated by an election court."""
    moves: tuple[tuple[date, str], ...] = ()
    """Later changes of party, with the party gone to."""
    closed_by: ContestFact | None = None
    """The contest that elected somebody else, where there was one."""
    end_known: bool = True
    """False where only the by-election that followed is held, not when the member left."""
    start_known: bool = True
    """False for members first held at the first election of all that are held, who may have sat before it."""
    table: str | None = None
    """Source of the members' table, where it says something of this time."""

    @property
    def sources(self) -> tuple[str, ...]:
        """Sources of the first and the last election of this time, and of the members' table."""
        contests = (self.won[0].source, self.won[-1].source) if self.won else ()
        return (*contests, *([self.table] if self.table else []))

    @property
    def elected_party(self) -> str:
        """The party of the last election, before any later change."""
        return self.party_on(self.won[-1].date) if self.won else self.party

    def covers(self, first: date, last: date) -> bool:
        """Whether the member sat on some day from ``first`` to ``last``. On the day of an end the next one sits."""
        return self.start <= last and (self.end is None or self.end > first)

    def party_on(self, day: date) -> str:
        """The party on ``day``."""
        return next((party for since, party in reversed(self.moves) if since <= day), self.party)


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A time without a member, between somebody's leaving and a by-election."""

    after: Tenure
    start: date
    end: date | None
    filled_by: ContestFact | None
    filled_name: str | None

    def covers(self, first: date, last: date) -> bool:
        """Whether the seat was vacant on some day from ``first`` to ``last``."""
        return self.start <= last and (self.end is None or self.end > first)


@dataclass(frozen=True, slots=True)
class SeatRef:
    """A seat over all its boundary sets of one life (from being created to being abolished)."""

    seat: str
    name: str
    constituencies: tuple[str, ...]
    """Ids, oldest boundary set first."""
    created: date | None
    """First general election on the oldest boundary set held."""
    abolished: date | None


@dataclass(frozen=True, slots=True)
class SeatPart:
    """Another seat that a seat went to, or came from, at a boundary change, and how much."""

    seat: str
    name: str
    people: float | None
    """Fraction of residents: of the old seat's for what followed, of the new seat's for what it was made from."""
    changed: date | None = None
    """The general election of the change."""
    members: tuple[Tenure, ...] = ()
    """Who sat there at the time asked about."""


@dataclass(frozen=True, slots=True)
class SeatLine:
    """A seat's contests and members through one life, oldest first."""

    ref: SeatRef
    won: tuple[Won, ...]
    tenures: tuple[Tenure, ...]
    vacancies: tuple[Vacancy, ...]


@dataclass(frozen=True, slots=True)
class SeatHolders:
    """Who held one seat in the time asked about."""

    ref: SeatRef
    tenures: tuple[Tenure, ...]
    vacancies: tuple[Vacancy, ...]
    last: Tenure | None
    """The last member held, whatever the time."""
    successors: tuple[SeatPart, ...] = ()
    """Set where the seat was abolished before or during the time asked about, with the members there."""
    forerunners: tuple[SeatPart, ...] = ()
    """Set where the seat was not there yet, with the members there."""
    by_elections: tuple[Won, ...] = ()
    """By-elections in the time asked about."""
    first_held: date | None = None
    """Date of the first contest held for it."""


@dataclass(frozen=True, slots=True)
class Step:
    """The member before or after somebody in a seat. ``other`` is absent where nobody is held."""

    of: Tenure | None
    """Absent where it was asked about a time, not a person."""
    other: Tenure | None
    vacancy: Vacancy | None = None
    """A vacancy after ``of`` that nobody has filled by the date of the data."""
    parts: tuple[SeatPart, ...] = ()
    """Where the seat began or ended there: the seats before or after it, with their members."""
    created: date | None = None
    """When the seat was created, where nobody could come before for that reason."""
    abolished: SeatRef | None = None
    """The seat, where nobody could come after because it was abolished."""
    via: tuple[Tenure, ...] = ()
    """The members between, where it was asked for more than one step: from the one asked about to the one next to
    ``of``."""


@dataclass(frozen=True, slots=True)
class HolderFacts:
    """Members for the seats asked about."""

    seats: tuple[SeatHolders, ...]
    steps: tuple[Step, ...]
    people: tuple[str, ...]
    """Names of the people before or after whom it was asked."""
    at: date
    until: date
    now: bool
    """True where the time asked about is the date of the data."""
    data_until: date


@dataclass(frozen=True, slots=True)
class Change:
    """A seat changing hands between two contests held one after the other."""

    before: Won
    after: Won
    left: Tenure | None = None
    """The member of the losing side until then."""


@dataclass(frozen=True, slots=True)
class Holding:
    """An unbroken run of contests won by a party, through seats that followed one another."""

    party: str
    first: Won
    """The contest it began with."""
    from_party: str | None
    """Who won the contest before, where that is held."""
    start_known: bool
    """False where it begins with the first election of all that are held."""
    ended: Won | None
    """The contest at which another party won; absent where the party still holds it (or the seat was abolished)."""
    names: tuple[str, ...]
    """The seat's names through that time, oldest first."""


@dataclass(frozen=True, slots=True)
class SeatHistory:
    """One seat's history in the window asked about."""

    ref: SeatRef
    won: tuple[Won, ...]
    """Contests in the window, oldest first."""
    before: Won | None
    """The contest before the window, where one is held."""
    changes: tuple[Change, ...]
    lives: tuple[SeatRef, ...]
    """Every life of the seat's name, oldest first; ``ref`` is the last of them."""
    tenures: tuple[Tenure, ...]
    holdings: tuple[Holding, ...]
    """For ``held-since``: of the parties asked about, or of the last winner; oldest first."""
    successors: tuple[SeatPart, ...]
    forerunners: tuple[SeatPart, ...]
    begun: tuple[Won, ...] = ()
    """First contests of a life that were published as a gain, though no contest of the seat came right before."""


@dataclass(frozen=True, slots=True)
class HistoryFacts:
    """Histories of the seats asked about."""

    seats: tuple[SeatHistory, ...]
    parties: tuple[str, ...]
    lost_by: tuple[str, ...]
    data_until: date


@dataclass(frozen=True, slots=True)
class SeatFate:
    """What one seat became or was made from."""

    ref: SeatRef
    parts: tuple[SeatPart, ...]
    """Largest first."""
    others: tuple[SeatPart, ...] = ()
    """Parts of the other direction, where nothing is held in the one asked about."""
    last: Tenure | None = None
    now: tuple[Tenure, ...] = ()
    """Members on the date of the data, where the seat still exists."""
    areas: tuple[str, ...] = ()
    """The region, where it has one, and the nation that it lies or lay in."""


@dataclass(frozen=True, slots=True)
class FateFacts:
    """Fates of the seats asked about."""

    seats: tuple[SeatFate, ...]
    data_until: date
