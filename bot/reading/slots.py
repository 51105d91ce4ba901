"""What a question names, and what its conversation set before."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from bot.reading.numbers import Number
from bot.reading.time_kinds import Time
from knowledge.query import Holder, InYears, OnDay, When


@dataclass(frozen=True, slots=True)
class Slot:
    """An entity in the question: where it stands, what it means, how it is shown."""

    span: int
    values: tuple[str, ...]
    label: str
    how: str = "exact"
    old: tuple[str, ...] = ()
    """A seat of exactly this name that is long gone, where a place of the name leads elsewhere now."""
    every: tuple[str, ...] = ()
    """All that bear the name, before the other words narrowed it down."""
    mended: bool = False
    """Whether a word of it was read as a typo."""
    short: bool = False
    """Whether it was typed in so few letters that it may be short for anything."""


@dataclass(slots=True)
class Slots:
    """What was found, in order of the words."""

    seats: list[Slot] = field(default_factory=list)
    areas: list[Slot] = field(default_factory=list)
    parties: list[Slot] = field(default_factory=list)
    people: list[Slot] = field(default_factory=list)
    terms: list[Slot] = field(default_factory=list)
    times: list[tuple[int, Time]] = field(default_factory=list)
    numbers: list[tuple[int, Number]] = field(default_factory=list)
    without: list[Slot] = field(default_factory=list)
    """Parties whose seats are left out."""
    elsewhere: list[Slot] = field(default_factory=list)
    asides: list[int] = field(default_factory=list)
    """Spans that say nothing more than others do: "attlee" beside Labour and 1945."""
    quoted: str | None = None
    passed: set[int] = field(default_factory=set)
    """Spans of a name that was taken back for another, and of the words that say so."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the last answer spoke of, whether or not its question named it."""

    seat: str | None = None
    day: date | None = None
    people: tuple[str, ...] = ()
    listed: tuple[tuple[str, date], ...] = ()
    """Seat and polling day of each of several contests, where no one of them is spoken of."""


@dataclass(frozen=True, slots=True)
class Inherited:
    """What the conversation set, for a question that leaves it open."""

    seats: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    when: When | None = None
    holder: Holder | None = None
    """The last question, where it asked for a member."""
    day: date | None = None
    """Polling day of the one contest that the last answer spoke of."""
    pointed: bool = False
    """Whether the people are those the last answer named, and the words ask of them."""

    @property
    def spoken(self) -> date | None:
        """A day of the time that was spoken of."""
        if isinstance(self.when, InYears) and self.when.years:
            return date(self.when.years[-1], self.when.month or 12, 28)
        return self.when.day if isinstance(self.when, OnDay) else self.day
