"""What the words of time leave open, as a test of polls."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from bot.reading.time_kinds import Day, DayMonth, KindOf, Nth, Past, Side, Time, Word, Year, first_day, last_day
from bot.reading.time_kinds import Span as TimeRange
from knowledge.models.elections import ElectionKind
from knowledge.queries.calendar import Calendar

DETAILED_SINCE = 2010
"""The year from which every candidate is held: what is older is asked for by its time."""
Poll = tuple[date, ElectionKind]
_YEARS_AGO = MappingProxyType({"this_year": 0, "last_year": 1})
"""Words for a year told from today -> how many years ago it was."""


@dataclass(frozen=True, slots=True)
class Window:
    """What the words of time leave open, as a test of a poll."""

    kind: ElectionKind | None
    tests: tuple[Callable[[date], bool], ...]
    until: date | None = None
    """The last day of the times named."""
    before: date | None = None
    """The day that everything asked about lies before."""

    @property
    def bound(self) -> bool:
        """Whether the words say anything of time."""
        return bool(self.tests) or self.kind is not None

    def takes(self, poll: Poll) -> bool:
        """Whether a poll lies in it."""
        day, kind = poll
        if self.kind is not None and kind is not self.kind:
            return False
        for test in self.tests:
            if test(day):
                return True
        return not self.tests


_ALWAYS = Window(None, ())
_LATEST_BY = Word("latest_by")


def is_from_today(time: Time) -> bool:
    """Whether it is a year told from today."""
    return isinstance(time, Word) and time.word in _YEARS_AGO


def plain_year(time: Time, calendar: Calendar) -> Time:
    """A year told from today as that year; the first or second general election of one by its month, if it had two.

    Years up to today as the time since the first of them.
    """
    if isinstance(time, Past):
        return Side("since", Day(_years_ago(calendar.today, time.years)))
    if isinstance(time, Word) and time.word in _YEARS_AGO:
        return Year(calendar.today.year - _YEARS_AGO[time.word])
    if not isinstance(time, Nth):
        return time
    held = calendar.generals_in(time.year)
    return Year(time.year, held[time.nth - 1].month) if len(held) > 1 else Year(time.year)


def _years_ago(today: date, years: int) -> date:
    """The day so many years before one; of 29 February the day before."""
    leap = (today.month, today.day) == (2, 29)
    return today.replace(year=today.year - years, day=28 if leap else today.day)


def window(times: Sequence[Time]) -> Window:
    """The window that the words of time open."""
    if not times:
        return _ALWAYS
    # "before the 2022 by-election": the kind is that of the contest gone from
    asides = [_is_beside(time) for time in (None, *times)]
    kinds = {time.kind for time, aside in zip(times, asides, strict=False) if isinstance(time, KindOf) and not aside}
    if _LATEST_BY in times:
        kinds.add(ElectionKind.BY_ELECTION)
    tests = tuple([test for test in map(_test, times) if test])
    days = [day for day in map(last_day, times) if day]
    sides = [first_day(time.anchor) for time in times if isinstance(time, Side) and time.side == "before"]
    before = min(filter(None, sides), default=None)
    return Window(kinds.pop() if len(kinds) == 1 else None, tests, max(days, default=None), before)


def _is_beside(time: Time | None) -> bool:
    """Whether a time is what lies before or after a year or day."""
    return isinstance(time, Side) and time.side in {"before", "after"} and not isinstance(time.anchor, DayMonth)


def _test(time: Time) -> Callable[[date], bool] | None:
    """A test of a day; None for words that bound none."""
    if isinstance(time, Year | Day):
        since, until = first_day(time), last_day(time)
        assert since and until
        return lambda day: since <= day <= until
    if isinstance(time, DayMonth):
        return lambda day: day.month == time.month and time.day in (0, day.day)
    if isinstance(time, TimeRange):
        return lambda day: (time.since is None or day >= time.since) and (time.until is None or day <= time.until)
    if isinstance(time, Side):
        return _side_test(time)
    return None


def _side_test(time: Side) -> Callable[[date], bool] | None:
    """A test of being on one side of a point of time."""
    since, until = first_day(time.anchor), last_day(time.anchor)
    if since is None or until is None:
        return None
    if time.side == "since":
        return lambda day: day >= since
    if time.side == "after":
        return lambda day: day > until
    if time.side == "until":
        return lambda day: day <= until
    return lambda day: day < since
