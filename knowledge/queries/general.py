"""Which general elections (or notional results) a time means, for questions about the country."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from knowledge.models.elections import ElectionKind
from knowledge.query import AnyTime, Between, InYears, Latest, OnDay, Relative, When

if TYPE_CHECKING:
    from knowledge.store.store import Store


@dataclass(frozen=True, slots=True)
class GeneralElection:
    """A general election, or a notional result of one on later boundaries."""

    id: str
    kind: ElectionKind
    day: date
    name: str


_ELECTIONS = "select id, kind, date, name from elections where kind <> 'by-election' order by date"


def general_elections(store: Store) -> Sequence[GeneralElection]:
    """All that are held, notional ones among them, oldest first."""
    return store.once(_general_elections)


def _general_elections(store: Store) -> Sequence[GeneralElection]:
    return tuple(
        GeneralElection(row[0], ElectionKind(row[1]), date.fromisoformat(row[2]), row[3])
        for row in store.fetch(_ELECTIONS, ())
    )


def meant(when: When, held: Sequence[GeneralElection]) -> list[GeneralElection]:
    """Those of ``held`` that ``when`` means, oldest first.

    Notional results only where ``when.kind`` says so; any other kind is taken as general elections, for a country
    has totals of nothing else.
    """
    notional = when.kind is ElectionKind.NOTIONAL
    of_kind = [e for e in held if (e.kind is ElectionKind.NOTIONAL) == notional]
    match when:
        case Latest():
            return of_kind[-1:]
        case InYears(years=years, month=month):
            return [e for e in of_kind if e.day.year in years and month in (None, e.day.month)]
        case OnDay(day=day):
            return [e for e in of_kind if e.day == day]
        case Between(since=since, until=until):
            return [e for e in of_kind if (since or date.min) <= e.day <= (until or date.max)]
        case AnyTime():
            return of_kind
        case Relative():
            return _relative(when, of_kind)


def before(election: GeneralElection, held: Sequence[GeneralElection]) -> GeneralElection | None:
    """The general election before ``election``; None where it is the first held."""
    earlier = [e for e in held if e.kind is ElectionKind.GENERAL and e.day < election.day]
    return earlier[-1] if earlier else None


def _relative(when: Relative, held: Sequence[GeneralElection]) -> list[GeneralElection]:
    """Counted from the anchor's day, which need not be a general election's itself."""
    start, end = _days(when, held)
    if when.step > 0:
        later = [e for e in held if e.day > end]
        return later[when.step - 1 : when.step]
    if when.step < 0:
        earlier = [e for e in held if e.day < start]
        return earlier[when.step : when.step + 1 or None]
    return [e for e in held if start <= e.day <= end]


def _days(when: Relative, held: Sequence[GeneralElection]) -> tuple[date, date]:
    """First and last day that the anchor means."""
    match when.anchor:
        case OnDay(day=day):
            return day, day
        case Between(since=since, until=until):
            return since or date.min, until or date.max
        case InYears(years=years):
            named = meant(when.anchor, held)
            if named:
                return named[0].day, named[-1].day
            return date(min(years), 1, 1), date(max(years), 12, 31)
        case Latest():
            latest = held[-1].day if held else date.max
            return latest, latest
