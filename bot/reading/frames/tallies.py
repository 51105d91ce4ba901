"""What is said of each of two or three parties: "the snp won 48 seats in 2019 and labour one"."""

from __future__ import annotations

from bot.reading.frames.conditions import FRACTIONS
from bot.reading.frames.national import general
from bot.reading.framing import needs
from bot.reading.numbers import Number
from bot.reading.slots import Slot
from bot.reading.time_kinds import Year
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import Check, Condition, ExpectedNumber, Latest, Measure, Operator, Query, Several

_MOST = 3
"""Parties at most of which something is said."""
_HOUSE = 650
"""Seats at most that a party may be said to have where nothing says what is counted: "tories 365, labour 202"."""
_SAID = frozenset(
    {
        "aux", "by_election", "check", "exactly", "general_election", "get", "hold", "latest", "mp", "only", "seats",
        "share", "take", "total", "versus", "votes", "win",
    }
)  # fmt: skip
"""Cues beside which no more is said than how many each of them had."""
_Tally = tuple[Slot, int, Number]


@needs("a number")
@needs("two of a kind")
def tallies(work: Work) -> Query | None:
    """Whether each party had as many seats, votes or so large a share as is said of it."""
    if not 1 < len(work.parties) <= _MOST or work.people or not _SAID.issuperset(work.hits):
        return None
    said = _numbered(work)
    if said is None or any(work.text(at) in work.group("opposed_sides") for at in work.hits.get("versus", ())):
        return None
    if not (work.timed or work.has("seats", "win", "get", "mp")):
        # "tory 92 labour 97 votes": of two years
        return None
    measures = {_measure(work, number) for _, _, number in said}
    measure = measures.pop() if len(measures) == 1 else None
    if measure is None:
        return None
    work.take(*_SAID)
    work.use(work.parties)
    default = Latest() if work.anchored else Latest(kind=ElectionKind.GENERAL)
    where = work.selection(default=default, with_parties=False)
    where = where if work.anchored else general(where)
    parts = []
    for slot, at, number in said:
        work.used.add(at)
        value = number.value / 100 if number.unit in FRACTIONS else number.value
        had = Condition(measure=measure, operator=Operator.EQUAL, value=value)
        there = where.model_copy(update={"parties": slot.values})
        parts.append(Check(where=there, expect=(ExpectedNumber(condition=had, about=number.rough),)))
    return Several(parts=tuple(parts))


def _numbered(work: Work) -> list[_Tally] | None:
    """Each party with the one number behind it and before the next; None where one has none, or more."""
    years = {at for at, time in work.slots.times if isinstance(time, Year)}
    numbers = [(at, number) for at, number in work.slots.numbers if at not in years]
    ends = [*(slot.span for slot in work.parties[1:]), len(work.cover.spans)]
    own = [
        [(slot, at, number) for at, number in numbers if slot.span < at < end]
        for slot, end in zip(work.parties, ends, strict=True)
    ]
    if len(numbers) != len(own) or any(len(found) != 1 for found in own):
        return None
    return [found[0] for found in own]


def _measure(work: Work, number: Number) -> Measure | None:
    """What a number is of: a share in per cent, else votes in a seat, and seats in the country."""
    if number.unit in FRACTIONS:
        return Measure.SHARE
    if number.unit or work.has("share"):
        return None
    if work.anchored or work.has("votes"):
        return None if work.has("seats") else Measure.VOTES
    bare = bool(work.years) and number.value <= _HOUSE
    return Measure.SEATS if bare or work.has("seats", "win", "get", "mp") else None
