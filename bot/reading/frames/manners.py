"""How clearly somebody is said to have won: "by miles", "narrowly"."""

from __future__ import annotations

from bot.reading.work import Work
from knowledge.query import Condition, Expectation, ExpectedNumber, ExpectedOutcome, ExpectedWinner, Measure, Operator

_MARGINAL = 0.1
"""A majority of less than this part of the votes makes a seat marginal, as the word is explained."""


def manner(work: Work, expect: tuple[Expectation, ...]) -> tuple[Expectation, ...]:
    """ "did labour win hartlepool by miles": the size of the majority that is said beside a win; marks its words."""
    said = {work.text(at) for cue in ("by_how_much", "closeness") for at in work.hits.get(cue, ())}
    wide, narrow = said <= work.group("wide_wins"), said <= work.group("narrow_wins")
    if not said or not (wide or narrow) or len(expect) != 1 or not _is_win(expect[0]):
        return ()
    work.take("by_how_much", "closeness")
    operator = Operator.AT_LEAST if wide else Operator.LESS
    condition = Condition(measure=Measure.MAJORITY_SHARE, operator=operator, value=_MARGINAL)
    return (ExpectedNumber(condition=condition),)


def _is_win(expected: Expectation) -> bool:
    """Whether it is a win that is expected."""
    gained = isinstance(expected, ExpectedOutcome) and expected.outcome in {"gain", "hold"}
    return gained or isinstance(expected, ExpectedWinner)
