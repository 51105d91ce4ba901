"""A month named without its year behind a contest: the one of that time, not the latest of all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.reading.slots import Inherited, Slots
from bot.reading.time_kinds import Time, Year
from knowledge.queries.catalogue import Catalogue
from knowledge.query import InYears, Latest, OnDay


def settled(slots: Slots, inherited: Inherited, catalogue: Catalogue) -> Slots:
    """The slots with each month without a year put beside the contest spoken of; as they are where none was."""
    if not inherited.seats or not any(_is_guess(time) for _, time in slots.times):
        return slots
    polls = sorted({day for seat in inherited.seats for day, _ in catalogue.polls(seat)})
    spoken = _spoken(inherited, polls)
    if spoken is None:
        return slots
    return replace(slots, times=[(at, _nearest(time, spoken, polls)) for at, time in slots.times])


def _is_guess(time: Time) -> bool:
    """Whether a month was given the year of the latest poll only because none was named."""
    return isinstance(time, Year) and time.guessed is not None


def _spoken(inherited: Inherited, polls: list[date]) -> date | None:
    """The day of the contest spoken of, or the first of its year."""
    when = inherited.when
    if inherited.day:
        return inherited.day
    if isinstance(when, OnDay):
        return when.day
    if isinstance(when, InYears) and when.years:
        return min((day for day in polls if day.year in when.years), default=None)
    return polls[-1] if polls and isinstance(when, Latest | None) else None


def _nearest(time: Time, spoken: date, polls: list[date]) -> Time:
    """The month of the year spoken of, or of the first year behind it with a poll in that month."""
    if not isinstance(time, Year) or time.guessed is None:
        return time
    behind = time.guessed == "after"
    fitting = [
        day for day in polls if day.month == time.month and (day > spoken if behind else day.year >= spoken.year)
    ]
    if fitting:
        return Year(fitting[0].year, time.month)
    ahead = (time.month or 0) > spoken.month
    return Year(spoken.year + (1 if behind and not ahead else 0), time.month)
