"""A figure just told, asked for once more as another one: "what's that as a swing", "in votes?", "and as a share"."""

from __future__ import annotations

from types import MappingProxyType

from bot.reading.conversation import Turn, subject
from bot.reading.outcome import Outcome, Read, Refuse
from knowledge.query import Figure, Measure, OnDay, Query, Result, Selection, Totals

_AS_VOTES = MappingProxyType(
    {
        Measure.MAJORITY: Measure.MAJORITY,
        Measure.MAJORITY_SHARE: Measure.MAJORITY,
        Measure.TURNOUT: Measure.VALID_VOTES,
        Measure.SHARE: Measure.VOTES,
        Measure.VOTES: Measure.VOTES,
        Measure.CHANGE: Measure.VOTE_CHANGE,
    }
)
_AS_SHARE = MappingProxyType(
    {
        Measure.MAJORITY: Measure.MAJORITY_SHARE,
        Measure.MAJORITY_SHARE: Measure.MAJORITY_SHARE,
        Measure.TURNOUT: Measure.TURNOUT,
        Measure.VALID_VOTES: Measure.TURNOUT,
        Measure.SHARE: Measure.SHARE,
        Measure.VOTES: Measure.SHARE,
        Measure.VOTE_CHANGE: Measure.CHANGE,
    }
)
_OF_SWING = frozenset({*_AS_VOTES, *_AS_SHARE, Measure.CHANGE})
"""Measures of a contest that a swing goes with."""


def restated(unit: str, turn: Turn) -> Outcome | None:
    """The figure of the last answer as another; None where it had none that can be told so.

    ``unit`` is what the words want it as, as ``Clauses.restated_as`` names it.
    """
    held = subject(turn.query)
    if isinstance(held, Totals) and held.measures == (Measure.SEATS,) and unit == "as_share":
        # a share of the seats is no share of the vote
        return Refuse("words", ("percentage",))
    if not isinstance(held, Figure | Result | Totals):
        return None
    asked = _swing(held, turn) if unit == "as_swing" else _measured(held, unit)
    return Read(asked, carried=True) if asked is not None else None


def _swing(held: Figure | Result | Totals, turn: Turn) -> Query | None:
    """The swing of the one contest told of, whoever was asked about there."""
    if isinstance(held, Totals) or (isinstance(held, Figure) and not _OF_SWING.issuperset(held.measures)):
        return None
    told = turn.told
    where = Selection(seats=held.where.seats, when=held.where.when)
    if not where.seats and told.seat and told.day:
        where = Selection(seats=(told.seat,), when=OnDay(day=told.day))
    return Figure(where=where, measures=(Measure.SWING,)) if where.seats else None


def _measured(held: Figure | Result | Totals, unit: str) -> Query | None:
    """The same figure as a share or as votes."""
    if isinstance(held, Result) or len(held.measures) != 1:
        return None
    measure = (_AS_SHARE if unit == "as_share" else _AS_VOTES).get(held.measures[0])
    return held.model_copy(update={"measures": (measure,)}) if measure is not None else None
