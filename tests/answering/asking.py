"""Short ways to build the queries that the tests of answers ask."""

from __future__ import annotations

from datetime import date

from bot.answering.answer import Answer
from bot.answering.answerer import Answerer
from knowledge.models.elections import ElectionKind
from knowledge.query import (
    Between,
    Check,
    Condition,
    Expectation,
    ExpectedNumber,
    ExpectedOutcome,
    Figure,
    InYears,
    Latest,
    Measure,
    OnDay,
    Operator,
    Selection,
    When,
)
from knowledge.store.store import Store

BY_ELECTION = Latest(kind=ElectionKind.BY_ELECTION)
FEBRUARY_2017 = OnDay(day=date(2017, 2, 23), kind=ElectionKind.BY_ELECTION)
SINCE_2010 = Between(since=date(2010, 1, 1), kind=ElectionKind.GENERAL)


def year(*years: int, month: int | None = None, kind: ElectionKind | None = None) -> InYears:
    """Contests of these years."""
    return InYears(years=years, month=month, kind=kind)


def seat(
    name: str, when: When | None = None, *, parties: tuple[str, ...] = (), people: tuple[str, ...] = ()
) -> Selection:
    """One seat, at its latest contest unless ``when`` is given."""
    return Selection(seats=(name,), when=when or Latest(), parties=parties, people=people)


def ids(store: Store, name: str) -> tuple[str, ...]:
    """Ids of everybody of that name."""
    return tuple(row[0] for row in store.fetch("SELECT id FROM people WHERE name = ? ORDER BY id", (name,)))


ORPINGTON_1962 = seat("orpington", year(1962))
"""A by-election of which only the winner is held."""
TWO_MEMBERS = seat("blackburn", year(1935))
"""A seat that returned two members."""


def figure(answerer: Answerer, where: Selection, *measures: Measure, per_contest: bool = False) -> Answer:
    """The answer to a figure."""
    return answerer.answer(Figure(where=where, measures=measures, per_contest=per_contest))


def check(
    answerer: Answerer, where: Selection, *expect: Expectation, why: bool = False, negated: bool = False
) -> Answer:
    """The answer to a yes-or-no question."""
    return answerer.answer(Check(where=where, expect=expect, why=why, negated=negated))


def number(measure: Measure, operator: Operator, value: float, *, about: bool = False) -> ExpectedNumber:
    """A figure expected."""
    return ExpectedNumber(condition=Condition(measure=measure, operator=operator, value=value), about=about)


HOLD = ExpectedOutcome(outcome="hold")
GAIN = ExpectedOutcome(outcome="gain")
LOSS = ExpectedOutcome(outcome="loss")
