"""Whether a poll lies in the time of a query."""

from __future__ import annotations

from datetime import date

from knowledge.models.elections import ElectionKind
from knowledge.queries.catalogue import Catalogue
from knowledge.query import AnyTime, Between, InYears, OnDay, When


def takes(when: When, day: date) -> bool:
    """Whether a day lies in a time."""
    match when:
        case InYears(years=years, month=month):
            return day.year in years and month in (None, day.month)
        case Between(since=since, until=until):
            return (since or date.min) <= day <= (until or date.max)
        case OnDay(day=on):
            return day == on
    return isinstance(when, AnyTime)


def by_elections(catalogue: Catalogue, seat: str, when: When) -> list[date]:
    """The days of a seat's by-elections that lie in a time, in order."""
    return [day for day, kind in catalogue.polls(seat) if kind is ElectionKind.BY_ELECTION and takes(when, day)]
