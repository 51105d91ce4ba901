"""Majorities of two general elections held against each other: a government's, beside that of its leader's seat."""

from __future__ import annotations

from typing import Literal

from bot.reading.dated import in_year
from bot.reading.framing import needs
from bot.reading.time_kinds import Word, Year
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import (
    Check,
    Compare,
    ExpectedDirection,
    Figure,
    Governments,
    InYears,
    Measure,
    Query,
    Selection,
    Several,
)

_PLAIN = frozenset(
    {
        "majority", "outright", "better", "worse", "highest", "lowest", "than", "versus", "check", "aux", "win", "get",
        "which", "what", "chamber", "government", "hold", "over", "under", "who", "and", "pm", "closer", "compare",
    }
)  # fmt: skip
"""Cues beside which no more is asked than which of the two was larger."""


@needs("majority", "outright")
@needs("two times")
@needs("better", "worse", "highest", "lowest", "closer", "over", "under")
def two_majorities(work: Work) -> Query | None:
    """ "did wilson have a bigger majority in 1966 than in 1964", "was the tory majority bigger in 1983 or 1987"."""
    years = work.years
    if work.seats or work.areas or work.kind is ElectionKind.BY_ELECTION or len(years) != 2 or work.free_numbers():
        return None
    if not _PLAIN.issuperset(work.hits) or len(work.slots.times) != len(years) + _nows(work):
        return None
    governed = _governed(work)
    than, either = work.says("than"), work.says("alternatives")
    if governed is None or than == either:
        return None
    party, person = governed
    less = work.has("worse", "lowest", "closer") or work.says("smaller")
    if less == (work.has("better", "highest") or work.says("greater")):
        return None
    work.use(work.people)
    work.use(work.parties)
    work.use_times()
    work.take(*_PLAIN)
    house, own = (_judged if than else _beside)(years, party, person, less=less)
    if person is None or work.has("outright", "chamber", "government"):
        return house
    return Several(parts=(house, own))


def _nows(work: Work) -> int:
    """How many times say no more than that it is so, or of which kind."""
    return sum(not isinstance(time, Year) for _, time in work.slots.times if isinstance(time, Word))


def _governed(work: Work) -> tuple[str, str | None] | None:
    """The party named, or that of whoever is named and was Prime Minister after both elections, and they."""
    if len(work.people) + len(work.parties) != 1:
        return None
    if work.parties:
        # of one that did not govern it is told that it had none
        held = {day.year for day in work.calendar.generals}
        return (work.parties[0].values[0], None) if all(year.year in held for year in work.years) else None
    named = work.people[0]
    found: set[tuple[str, str | None]] = set()
    for year in work.years:
        days = work.calendar.generals_in(year.year, year.month)
        formed = [led for day in days for led in work.calendar.formed_after(day)]
        if len(days) != 1 or len(formed) != 1:
            return None
        person = formed[0].person
        if person not in {*named.values, *named.every}:
            return None
        found.add((formed[0].party, person))
    (governed, *others) = found
    return None if others else governed


def _judged(years: list[Year], party: str, person: str | None, *, less: bool) -> tuple[Check, Check]:
    """Whether the majority of the first year was the larger: of the house, and of the leader's own seat."""
    then, since = (in_year(year, ElectionKind.GENERAL) for year in years)
    house = ExpectedDirection(measure=Measure.COMMONS_MAJORITY, up=not less, since=since)
    own = ExpectedDirection(measure=Measure.MAJORITY, up=not less, since=since)
    return (
        Check(where=Selection(parties=(party,), when=then), expect=(house,)),
        Check(where=Selection(people=(person,) if person else (), when=then), expect=(own,)),
    )


def _beside(years: list[Year], party: str, person: str | None, *, less: bool) -> tuple[Governments, Compare]:
    """The majorities of both years side by side: of the house, and of the leader's own seat."""
    when = InYears(years=tuple(year.year for year in years), kind=ElectionKind.GENERAL)
    people = (person,) if person else ()
    sides = [Selection(people=people, when=in_year(year, ElectionKind.GENERAL)) for year in years]
    one, other = (Figure(where=side, measures=(Measure.MAJORITY,)) for side in sides)
    prefer: Literal["higher", "lower"] = "lower" if less else "higher"
    house = Governments(when=when, ask="majority", parties=(party,))
    return house, Compare(sides=(one, other), prefer=prefer)
