"""General elections 1918-2005, the boundary sets they were fought on, and which set was in force on a day."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from knowledge.importers.base import SourceFault
from knowledge.models.places import Nation


@dataclass(frozen=True, slots=True)
class ElectionDay:
    """A general election as the library's files name it: ``1974F`` is that of February 1974."""

    key: str
    day: date
    parliament: int

    @property
    def id(self) -> str:
        return f"parl.{self.day.isoformat()}"

    @property
    def name(self) -> str:
        if self.day.year == 1974:
            return f"{self.day:%B} 1974 general election"
        return f"{self.day.year} general election"


GENERAL_ELECTIONS = tuple(
    ElectionDay(key, date.fromisoformat(day), number)
    for number, (key, day) in enumerate(
        (
            ("1918", "1918-12-14"),
            ("1922", "1922-11-15"),
            ("1923", "1923-12-06"),
            ("1924", "1924-10-29"),
            ("1929", "1929-05-30"),
            ("1931", "1931-10-27"),
            ("1935", "1935-11-14"),
            ("1945", "1945-07-05"),
            ("1950", "1950-02-23"),
            ("1951", "1951-10-25"),
            ("1955", "1955-05-26"),
            ("1959", "1959-10-08"),
            ("1964", "1964-10-15"),
            ("1966", "1966-03-31"),
            ("1970", "1970-06-18"),
            ("1974F", "1974-02-28"),
            ("1974O", "1974-10-10"),
            ("1979", "1979-05-03"),
            ("1983", "1983-06-09"),
            ("1987", "1987-06-11"),
            ("1992", "1992-04-09"),
            ("1997", "1997-05-01"),
            ("2001", "2001-06-07"),
            ("2005", "2005-05-05"),
            ("2010", "2010-05-06"),
            ("2015", "2015-05-07"),
            ("2017", "2017-06-08"),
            ("2019", "2019-12-12"),
            ("2024", "2024-07-04"),
        ),
        start=31,
    )
)
"""All of them since 1918, with the number of the Parliament elected; the 30th sat from 1911 to 1918."""

BY_KEY = {election.key: election for election in GENERAL_ELECTIONS}
_DAYS = [election.day for election in GENERAL_ELECTIONS]
_DAY_OF_SET = {election.day.year: election.day for election in reversed(GENERAL_ELECTIONS)}
_GREAT_BRITAIN = (1918, 1945, 1950, 1955, 1974, 1983, 1997, 2010, 2024)
_SETS: dict[Nation, tuple[int, ...]] = {
    Nation.ENGLAND: _GREAT_BRITAIN,
    Nation.WALES: _GREAT_BRITAIN,
    Nation.SCOTLAND: (*_GREAT_BRITAIN[:-2], 2005, *_GREAT_BRITAIN[-2:]),
    # Twelve seats from 1922, redrawn for single members in 1950, and in 1983, 1997, 2010 and 2024.
    Nation.NORTHERN_IRELAND: (1922, 1950, 1983, 1997, 2010, 2024),
    Nation.IRELAND: (1918,),
    Nation.UNIVERSITIES: (1918,),
}
_LAST_USE = {Nation.IRELAND: date(1922, 11, 15), Nation.UNIVERSITIES: date(1950, 2, 23)}
"""When the last set of a nation went out of use without another taking its place."""


@dataclass(frozen=True, slots=True)
class BoundarySet:
    """Boundaries in force in a nation from one general election to another."""

    year: int
    first: date
    abolished: date | None

    @property
    def label(self) -> str:
        """The years of the first and the last general election fought on them: ``1918-1935``."""
        used = [day.year for day in _DAYS if day >= self.first and (self.abolished is None or day < self.abolished)]
        return str(used[0]) if used[0] == used[-1] else f"{used[0]}-{used[-1]}"


def boundary_set(nation: Nation, on: date) -> BoundarySet:
    """The boundaries in force in ``nation`` on a polling day.

    Raises ``SourceFault`` for a day before the first set, or after the last one was abolished.
    """
    years = _SETS[nation]
    firsts = [_DAY_OF_SET[year] for year in years]
    at = bisect_right(firsts, on) - 1
    abolished = firsts[at + 1] if at + 1 < len(firsts) else _LAST_USE.get(nation)
    if at < 0 or (abolished is not None and on >= abolished):
        raise SourceFault(f"no boundaries of {nation.value} in force on {on.isoformat()}")
    return BoundarySet(years[at], firsts[at], abolished)


def parliament_on(day: date) -> int:
    """The number of the Parliament sitting, or elected, on ``day``."""
    at = bisect_right(_DAYS, day) - 1
    if at < 0:
        raise SourceFault(f"{day.isoformat()} is before the general election of 1918")
    return GENERAL_ELECTIONS[at].parliament


def general_election_on(day: date) -> ElectionDay | None:
    """The general election held on ``day``, if one was."""
    at = bisect_right(_DAYS, day) - 1
    return GENERAL_ELECTIONS[at] if at >= 0 and _DAYS[at] == day else None
