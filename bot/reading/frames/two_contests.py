"""What a claim expects of two contests of one seat: "was turnout higher at the by-election than at the general"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.reading.frames.measures import CLAIM_CUES
from bot.reading.frames.orders import Expected
from bot.reading.time_kinds import Day, DayMonth, KindOf, Word, Year
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import ExpectedDirection, Measure, OnDay

_OF_BOTH = ("up", "down", "better", "worse", "over", "under", "than", "highest", "lowest", "win", "get", "change")
_TERM = 5
"""Years between a by-election and a general election of the seat beside it, at most."""
_BY, _GENERAL = ElectionKind.BY_ELECTION, ElectionKind.GENERAL


@dataclass(slots=True)
class _Side:
    """What is said of one of the two: its year, month or day, and its kind."""

    kind: ElectionKind | None = None
    year: int | None = None
    month: int | None = None
    day: date | None = None
    relative: bool = False
    """Whether words such as "the one before" say when it was."""

    def add(self, time: object) -> None:
        """Takes in a time that stands on this side."""
        match time:
            case KindOf(kind=kind):
                self.kind = kind
            case Year(year=year, month=month, guessed=guessed):
                self.year, self.month = None if guessed else year, month or self.month
            case DayMonth(day=0, month=month):
                self.month = month
            case Day(day=day):
                self.day = day
            case Word(word="by_election" | "general_election" | "that_year"):
                pass
            case _:
                self.relative = True

    def fits(self, day: date, kind: ElectionKind, year: int | None) -> bool:
        """Whether a poll of the seat is one that is meant, in ``year`` where none is named."""
        if self.day is not None:
            return day == self.day
        dated = (self.year or year) in (None, day.year) and self.month in (None, day.month)
        return kind is self.kind and dated


def of_two_contests(work: Work) -> bool:
    """Whether a by-election stands on one side of "than" and another contest of the same seat on the other."""
    one = len({slot.values for slot in work.seats}) == 1 and len({slot.values for slot in work.parties}) < 2
    if not one or len(work.people) > 1 or (work.people and work.parties) or work.free_numbers():
        return False
    sides = _sides(work) if work.says("than") else None
    return sides is not None and {_BY} < {sides[0].kind, sides[1].kind}


def two_contests(work: Work) -> Expected | None:
    """A measure of the one compared with the same of the other; None where either may be several contests."""
    sides, measure = _sides(work), _measure(work)
    more = work.has("up", "better", "over") or work.says("greater")
    less = work.has("down", "worse", "under") or work.says("smaller")
    if sides is None or measure is None or more == less or any(side.relative for side in sides):
        return None
    days = _days(work, *sides)
    if days is None:
        return None
    work.take(*(cue for cue, _ in CLAIM_CUES), "valid_votes", "electorate", *_OF_BOTH)
    work.use_times()
    since = OnDay(day=days[1])
    return (ExpectedDirection(measure=measure, up=more, since=since),), {"when": OnDay(day=days[0])}


def _sides(work: Work) -> tuple[_Side, _Side] | None:
    """What is said before "than" and behind it."""
    tokens, spans = work.cover.tokens, work.cover.spans
    than = next((at for at, token in enumerate(tokens) if at and token.text in work.group("than")), None)
    if than is None:
        return None
    one, other = _Side(), _Side()
    for at, time in work.slots.times:
        (one if spans[at].start < than else other).add(time)
    for side, against in ((one, other), (other, one)):
        if side.kind is None and side.year is not None and against.kind is _BY:
            # "than in 2019": against a by-election no kind needs to be named
            side.kind = _GENERAL
    return one, other


def _days(work: Work, one: _Side, other: _Side) -> tuple[date, date] | None:
    """The days of the two, where each can be but one; what has no year of its own is of the other's, or near it."""
    years = {side.year for side in (one, other) if side.year is not None}
    shared = years.pop() if len(years) == 1 else None
    found = [_day(work, side, shared) for side in (one, other)]
    if found[0] is None or found[1] is None or found[0] == found[1]:
        return None
    return found[0], found[1]


def _day(work: Work, side: _Side, shared: int | None) -> date | None:
    """The day of one of the two: in the year named for the other, or the by-election of the parliament beside it."""
    polls = work.catalogue.polls(work.seats[0].values[0])
    days = [day for day, kind in polls if side.fits(day, kind, shared)]
    if not days and side.year is None and side.kind is _BY and shared is not None:
        days = [day for day, kind in polls if side.fits(day, kind, None) and abs(day.year - shared) <= _TERM]
    return days[0] if len(days) == 1 else None


def _measure(work: Work) -> Measure | None:
    """What is compared; of people who voted, where no party is named, how many they were."""
    if not (work.parties or work.people) and not work.has("majority", "electorate"):
        if "turnout" in work.words:
            return Measure.TURNOUT
        if work.says("electors") or work.has("valid_votes"):
            return Measure.VALID_VOTES if work.has("votes", "turnout", "valid_votes") else None
        return Measure.TURNOUT if work.has("turnout") else None
    return next((measure for cue, measure in CLAIM_CUES if work.has(cue)), None)
