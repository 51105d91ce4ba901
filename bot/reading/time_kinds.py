"""What words of time can say: years, dates, stretches, sides of a date, kinds of election and relative words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from knowledge.models.elections import ElectionKind


@dataclass(frozen=True, slots=True)
class Year:
    """A year, or a month of it."""

    year: int
    month: int | None = None
    guessed: Literal["latest", "after"] | None = None
    """Set where no year was named: the latest poll of the month, or the first behind the one spoken of."""


@dataclass(frozen=True, slots=True)
class Day:
    """A date in full."""

    day: date


@dataclass(frozen=True, slots=True)
class DayMonth:
    """A date without its year, or only a month (``day`` 0)."""

    day: int
    month: int
    after: bool = False
    """Whether the first of the month behind the contest spoken of is meant: "the next may"."""


@dataclass(frozen=True, slots=True)
class Span:
    """From the start of ``since`` to the end of ``until``; an open end is None."""

    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class Side:
    """Before or after a time: a bound or an anchor, as the frame needs it."""

    side: Literal["before", "after", "since", "until"]
    anchor: Year | Day | DayMonth


@dataclass(frozen=True, slots=True)
class KindOf:
    """By-election or general election named."""

    kind: ElectionKind


@dataclass(frozen=True, slots=True)
class Word:
    """A relative word: ``latest``, ``latest_by``, ``previous``, ``following``, ``that_year``, ``now`` ..."""

    word: str


@dataclass(frozen=True, slots=True)
class Later:
    """So many years after the time spoken of, or before it (negative)."""

    years: int


@dataclass(frozen=True, slots=True)
class Past:
    """So many years up to today: "the last fifteen years"."""

    years: int


@dataclass(frozen=True, slots=True)
class Nth:
    """The first or second general election of a year: "the first election of 74"."""

    year: int
    nth: int


Time = Year | Nth | Day | DayMonth | Span | Side | KindOf | Word | Later | Past


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """Tokens ``start`` to ``end`` (excluded) read as ``time``."""

    start: int
    end: int
    time: Time


def first_day(time: Time) -> date | None:
    """The first day that a point of time takes in."""
    if isinstance(time, Year):
        return date(time.year, time.month or 1, 1)
    if isinstance(time, Span):
        return time.since
    return time.day if isinstance(time, Day) else None


def last_day(time: Time) -> date | None:
    """The last day that a point of time takes in."""
    if isinstance(time, Year):
        if time.month is None or time.month == 12:
            return date(time.year, 12, 31)
        return date.fromordinal(date(time.year, time.month + 1, 1).toordinal() - 1)
    if isinstance(time, Span):
        return time.until
    return time.day if isinstance(time, Day) else None
