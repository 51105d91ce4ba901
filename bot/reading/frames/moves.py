"""What a claim expects of how far a figure moved: "up 8.5 points", "down by more than 20 seats"."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bot.reading.dated import in_year
from bot.reading.frames.conditions import operator
from bot.reading.frames.orders import Expected
from bot.reading.time_kinds import Year
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import Condition, ExpectedDirection, ExpectedNumber, Measure, Operator

_TURNED: Mapping[Operator, Operator] = MappingProxyType(
    {
        Operator.LESS: Operator.MORE,
        Operator.AT_MOST: Operator.AT_LEAST,
        Operator.EQUAL: Operator.EQUAL,
        Operator.AT_LEAST: Operator.AT_MOST,
        Operator.MORE: Operator.LESS,
    }
)
"""How a fall by more than a number compares as a change below zero."""


_ASKING = (
    "who", "which", "what", "where", "when", "how_many", "how_much", "why", "listing", "by_how_much", "did_how",
    "change", "compare", "versus", "highest", "lowest", "average", "closest", "cause", "explain", "if",
)  # fmt: skip
"""Cues beside which a rise or fall is asked about, and not said to be so."""
_FIGURES = ("share", "votes", "turnout")


def says_moved(work: Work) -> bool:
    """ "ukip share went up in stoke in 2017?": what a figure did is told by a verb, and nothing is asked."""
    if (
        not work.timed
        or work.has(*_ASKING)
        or work.free_numbers()
        or work.has("up") == work.has("down")
        or len(work.parties) > 1
    ):
        return False
    at = min(work.first("up"), work.first("down"))
    told = {*work.text(at).split()} & work.group("moved_verbs")
    figure = min(work.first(cue) for cue in _FIGURES)
    return bool(told) and figure <= at and not work.has("seats", "win", "lose", "candidates", "mp")


def moved(work: Work) -> Expected | None:
    """A rise or fall by a number; one to a number is a level, and no move."""
    country = _in_country(work)
    up, down = work.has("up") or (country and work.says("gains")), work.has("down", "lose")
    free = work.free_numbers()
    if len(free) != 1 or up == down:
        return None
    if not (work.has("up", "down") or free[0][1].unit in {"percent", "points"} or country):
        return None
    at, held = free[0]
    if held.rough and work.has("lose", "take"):
        # "a third of its vote" is a part of what it had before
        return None
    start = work.cover.spans[at].start
    if start and work.cover.tokens[start - 1].text in work.group("gone_to"):
        return None
    fraction = held.unit in {"percent", "points"}
    measure = _measure(work, fraction=fraction)
    if measure is None:
        return None
    compared = operator(work)
    work.used.add(at)
    about = work.take("about_number") or held.rough
    work.take(
        "up",
        "down",
        "lose",
        "take",
        "win",
        "over",
        "under",
        "exactly",
        "change",
        "get",
        "share",
        "votes",
        "by_how_much",
    )
    value = held.value / 100 if fraction else held.value
    condition = Condition(
        measure=measure, operator=compared if up else _TURNED[compared], value=value if up else -value
    )
    so_much = ExpectedNumber(condition=condition, about=about)
    if not country or compared is Operator.EQUAL:
        return (so_much,), {}
    # "fewer than 10 seats lost" is none gained
    sign = Condition(measure=measure, operator=Operator.MORE if up else Operator.LESS, value=0)
    return (ExpectedNumber(condition=sign, about=about), so_much), {}


def _in_country(work: Work) -> bool:
    """ "did labour lose 60 seats", "did labour gain a million votes": of the whole country, to nobody named."""
    changed = work.has("lose") or work.says("gains")
    return changed and work.has("seats", "votes") and not work.anchored and len(work.parties) == 1


def _measure(work: Work, *, fraction: bool) -> Measure | None:
    """What moved: a share unless the words say otherwise."""
    if fraction:
        if work.take("turnout"):
            return Measure.TURNOUT_CHANGE
        return Measure.CHANGE if work.parties or work.people or work.inherited.parties else None
    if not (work.parties or work.people):
        return None
    if work.take("seats"):
        return None if work.seats or work.people else Measure.SEAT_CHANGE
    return Measure.VOTE_CHANGE if work.has("votes") else None


def women_moved(work: Work) -> Expected | None:
    """ "did the number of women mps go up in 1979": of the house, against the general election before."""
    rising, falling = work.has("up", "better"), work.has("down", "worse")
    if not work.has("women") or rising == falling or work.anchored or work.parties or work.areas:
        return None
    if work.free_numbers() or len(work.years) != 1 or work.has("candidates", "stand", "votes", "share"):
        return None
    year = work.years[0]
    days = work.calendar.generals_in(year.year, year.month)
    earlier = [day for day in work.calendar.generals if days and day < days[0]]
    if len(days) != 1 or not earlier or work.has("than"):
        return None
    work.take("women", "mp", "up", "down", "better", "worse", "how_many", "seats", "change", "get", "total")
    since = in_year(Year(earlier[-1].year, earlier[-1].month), ElectionKind.GENERAL)
    return (ExpectedDirection(measure=Measure.WOMEN, up=rising, since=since),), {}
