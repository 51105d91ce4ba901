"""The polling days held, and who led a party or the government when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.fold import fold
from knowledge.store.store import Store

FORMED = timedelta(days=28)
"""By then whoever won a general election governs."""


@dataclass(frozen=True, slots=True)
class Led:
    """A person's time at the head of a party or of the government."""

    name: str
    party: str
    office: str
    since: date
    until: date | None
    person: str | None = None
    """The id of a person who is held as a candidate."""

    def on(self, day: date) -> bool:
        """Whether the time takes in a day."""
        return self.since <= day and (self.until is None or day <= self.until)

    def within(self, first: int, last: int) -> bool:
        """Whether some of the time falls into years, the first to the last."""
        return self.since.year <= last and (self.until is None or first <= self.until.year)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The polling days held, oldest first, who led when, and the day it is for the asker."""

    generals: tuple[date, ...]
    by_elections: tuple[date, ...]
    today: date
    leaders: tuple[Led, ...] = ()
    majorities: tuple[tuple[date, int], ...] = ()
    """The overall majorities that general elections brought."""

    def generals_in(self, year: int, month: int | None = None) -> list[date]:
        """The days of the general elections of a year, or of a month of it."""
        return [day for day in self.generals if day.year == year and month in (None, day.month)]

    def formed_after(self, day: date) -> list[Led]:
        """Who led the government that the general election of a day brought."""
        return [led for led in self.leaders if led.office == "prime-minister" and led.on(day + FORMED)]

    def led(self, name: str) -> list[Led]:
        """The times at the head of a party of whoever's folded name ends with these words."""
        key = fold(name)
        return [led for led in self.leaders if led.name == key or led.name.endswith(f" {key}")]

    def led_by(self, people: Iterable[str]) -> list[Led]:
        """The times at the head of a party or the government of the people of these ids."""
        asked = frozenset(people)
        return [led for led in self.leaders if led.person in asked]

    @classmethod
    def load(cls, store: Store, today: date) -> Calendar:
        """Read the polling days from the store."""
        rows = store.fetch("SELECT kind, date FROM elections ORDER BY date")
        days: dict[str, list[date]] = {}
        for kind, day in rows:
            days.setdefault(kind, []).append(date.fromisoformat(day))
        offices = store.fetch(
            "SELECT name, party, office, start, end, person FROM offices"
            " WHERE office IN ('party-leader', 'prime-minister') AND party IS NOT NULL"
        )
        leaders = tuple(
            Led(fold(name), party, office, date.fromisoformat(since), until and date.fromisoformat(until), person)
            for name, party, office, since, until, person in offices
        )
        formed = store.fetch(
            "SELECT e.date, g.majority FROM governments g JOIN elections e ON e.id = g.election"
            " WHERE g.majority > 0 ORDER BY e.date"
        )
        majorities = tuple((date.fromisoformat(day), majority) for day, majority in formed)
        return cls(tuple(days.get("general", ())), tuple(days.get("by-election", ())), today, leaders, majorities)
