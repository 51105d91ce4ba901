"""What figures are called and how they are shown in rankings, lists and series."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType

from bot.answering.wording import clock, counted, day, number, ordinal, percent, points, signed, signed_number
from knowledge.query import Condition, Measure, Operator


@dataclass(frozen=True, slots=True)
class Called:
    """The name of a measure and of its extremes: ``largest majority``, ``largest majorities``."""

    name: str
    high: str
    low: str
    highs: str
    lows: str

    def extreme(self, *, highest: bool, several: bool) -> str:
        """The superlative, of one or of several."""
        if several:
            return self.highs if highest else self.lows
        return self.high if highest else self.low


def _called(name: str, plural: str, high: str = "highest", low: str = "lowest") -> Called:
    return Called(name, f"{high} {name}", f"{low} {name}", f"{high} {plural}", f"{low} {plural}")


def _many(name: str) -> Called:
    return _called(name, name, "most", "fewest")


def _change(name: str) -> Called:
    return Called(f"change in {name}", f"largest rise in {name}", f"largest fall in {name}", *_both(name))


def _both(name: str) -> tuple[str, str]:
    return f"largest rises in {name}", f"largest falls in {name}"


CALLED: Mapping[Measure, Called] = MappingProxyType(
    {
        Measure.MAJORITY: _called("majority", "majorities", "largest", "smallest"),
        Measure.MAJORITY_SHARE: _called("percentage majority", "percentage majorities", "largest", "smallest"),
        Measure.TURNOUT: _called("turnout", "turnouts"),
        Measure.ELECTORATE: _called("electorate", "electorates", "largest", "smallest"),
        Measure.VALID_VOTES: _many("valid votes"),
        Measure.INVALID_VOTES: _many("rejected ballot papers"),
        Measure.CANDIDATES: _many("candidates"),
        Measure.DEPOSITS_LOST: _many("lost deposits"),
        Measure.SWING: _called("swing", "swings", "largest", "smallest"),
        Measure.DECLARED_AT: _called("declaration", "declarations", "last", "first"),
        Measure.DATE: _called("contest", "contests", "latest", "earliest"),
        Measure.THIRD_MARGIN: _called("gap from first to third", "gaps from first to third", "widest", "narrowest"),
        Measure.TURNOUT_CHANGE: _change("turnout"),
        Measure.VOTES: _many("votes"),
        Measure.SHARE: _called("share of the vote", "shares of the vote"),
        Measure.CHANGE: _change("share of the vote"),
        Measure.VOTE_CHANGE: _change("votes"),
        Measure.POSITION: Called("place", "lowest place", "highest place", "lowest places", "highest places"),
        Measure.BEHIND: _called("distance behind the winner", "distances behind the winner", "longest", "shortest"),
        Measure.SEATS: _many("seats"),
        Measure.SEAT_CHANGE: _change("seats"),
        Measure.GAINS: _many("seats gained"),
        Measure.LOSSES: _many("seats lost"),
        Measure.SECONDS: _many("second places"),
        Measure.VOTES_PER_SEAT: _many("votes for each seat won"),
        Measure.WOMEN: _many("women elected"),
        Measure.COMMONS_MAJORITY: _called("overall majority", "overall majorities", "largest", "smallest"),
        Measure.DEPOSIT: Called("deposit", "lost deposit", "kept deposit", "lost deposits", "kept deposits"),
    }
)
"""Measures that can be ranked."""

_FRACTIONS = frozenset({Measure.SHARE, Measure.TURNOUT, Measure.SWING})
_POINTS = frozenset({Measure.MAJORITY_SHARE, Measure.THIRD_MARGIN})
_DIFFERENCES = frozenset({Measure.CHANGE, Measure.TURNOUT_CHANGE})
_UNITS: Mapping[Measure, tuple[str, str]] = MappingProxyType(
    {
        Measure.MAJORITY: ("vote", "votes"),
        Measure.VOTES: ("vote", "votes"),
        Measure.BEHIND: ("vote", "votes"),
        Measure.VALID_VOTES: ("valid vote", "valid votes"),
        Measure.INVALID_VOTES: ("rejected ballot paper", "rejected ballot papers"),
        Measure.ELECTORATE: ("elector", "electors"),
        Measure.CANDIDATES: ("candidate", "candidates"),
        Measure.DEPOSITS_LOST: ("lost deposit", "lost deposits"),
        Measure.SEATS: ("seat", "seats"),
        Measure.GAINS: ("seat gained", "seats gained"),
        Measure.LOSSES: ("seat lost", "seats lost"),
        Measure.SECONDS: ("second place", "second places"),
        Measure.WOMEN: ("woman", "women"),
        Measure.VOTES_PER_SEAT: ("vote for each seat", "votes for each seat"),
    }
)


def naming(measure: Measure) -> Called:
    """What any measure and its extremes are called."""
    name = measure.value.replace("_", " ")
    return CALLED.get(measure) or _called(name, name)


def called(measure: Measure) -> str:
    """The name of any measure in words."""
    return naming(measure).name


def bare(measure: Measure, value: float | str) -> str:
    """The figure without its unit, as it stands in a table or a list whose title names the measure."""
    if isinstance(value, str):
        return _moment(measure, value)
    if measure in _FRACTIONS:
        return percent(value)
    if measure in _POINTS:
        return points(value)
    if measure in _DIFFERENCES:
        return signed(value)
    if measure in (Measure.SEAT_CHANGE, Measure.VOTE_CHANGE):
        return signed_number(round(value))
    return number(value)


def figure(measure: Measure, value: float | str) -> str:
    """The figure with its unit: ``2 votes``, ``53.0%``, ``+8.5 points``."""
    if isinstance(value, str):
        return _moment(measure, value)
    if measure in _DIFFERENCES:
        return f"{signed(value)} points"
    if measure is Measure.POSITION:
        return ordinal(round(value))
    if measure is Measure.SEAT_CHANGE:
        return f"{signed_number(round(value))} seats"
    if measure is Measure.VOTE_CHANGE:
        return f"{signed_number(round(value))} votes"
    unit = _UNITS.get(measure)
    return counted(round(value), *unit) if unit is not None else bare(measure, value)


_COUNTED = frozenset(
    {
        Measure.CANDIDATES,
        Measure.DEPOSITS_LOST,
        Measure.VOTES,
        Measure.VALID_VOTES,
        Measure.SEATS,
        Measure.WOMEN,
        Measure.SECONDS,
    }
)
"""Measures that count things."""


_BEATEN = 2
"""The first place that does not win."""


def condition_words(condition: Condition) -> str:
    """A condition on a figure: ``with a majority below 100 votes``."""
    measure, value = condition.measure, condition.value
    if measure is Measure.POSITION and condition.operator is Operator.AT_LEAST and condition.value == _BEATEN:
        return "who did not win"
    if measure is Measure.POSITION and condition.operator is Operator.AT_MOST:
        return f"but came {ordinal(round(condition.value))} or better"
    if measure is Measure.DEPOSIT:
        return (
            "who lost the deposit" if bool(value) is (condition.operator is Operator.EQUAL) else "who kept the deposit"
        )
    compared = {
        Operator.LESS: "below",
        Operator.AT_MOST: "of at most",
        Operator.EQUAL: "of",
        Operator.AT_LEAST: "of at least",
        Operator.MORE: "above",
    }[condition.operator]
    if measure in _COUNTED:
        few = {"below": "fewer than", "of at most": "at most", "of": "exactly", "of at least": "at least"}
        return f"with {few.get(compared, 'more than')} {figure(measure, value)}"
    return f"with a {called(measure)} {compared} {_plain(measure, value)}"


def _plain(measure: Measure, value: float) -> str:
    """A threshold as it was asked for, without needless decimals: ``5 points``, ``70%``."""
    if measure in _FRACTIONS | _POINTS | _DIFFERENCES:
        shown = f"{value * 100:.1f}".removesuffix(".0")
        return f"{shown}%" if measure in _FRACTIONS else f"{shown} points"
    return figure(measure, value)


def _moment(measure: Measure, value: str) -> str:
    if measure is Measure.DECLARED_AT:
        return clock(datetime.fromisoformat(value))
    return day(date.fromisoformat(value)) if measure is Measure.DATE else value
