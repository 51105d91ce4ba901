"""The judge of the corpora is itself tested: it must neither let a wrong figure pass nor fail a right one."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from bot.answering.answer import Kind
from tests.questions.judge import Expectation, Outcome, Wanted, folded, holds, judge


def expected(**more: object) -> Expectation:
    """An expectation of an answer, with ``more``."""
    return Expectation.model_validate({"id": "x", "question": "who?", "tags": ["winner"], "kind": "answer"} | more)


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        ("Ynys Mon", "Ynys Môn at the 2019 general election"),
        ("13748", "with 13,748 votes"),
        ("13,748", "with 13748 votes"),
        ("6.9", "6.9 points"),
        ("+8.5", "8.5 points up: +8.5"),
        ("-9.0", "a change of \u22129.0"),
        ("O'Neill", "Michelle O\u2019Neill"),
        ("co-operative", "Co\u2011operative"),
        (("first", "won"), "she won"),
        (("4 July 2024", "/july \\d{4}/"), "in July 2024"),
        ("/^yes\\b/", "Yes: it was"),
        ("2017", "2017."),
        ("12", "the 12, all told"),
    ],
)
def test_found(wanted: Wanted, text: str) -> None:
    assert holds(wanted, folded(text))


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        ("748", "13,748 votes"),
        ("13", "13,748 votes"),
        ("6.9", "16.9 points"),
        ("6", "6.9 points"),
        ("9", "6.9 points"),
        ("418", "1997 4189"),
        (("first", "won"), "she lost"),
        ("/^yes\\b/", "No, yes"),
        ("/^yes\\b/", "yesterday"),
    ],
)
def test_not_found(wanted: Wanted, text: str) -> None:
    assert not holds(wanted, folded(text))


@pytest.mark.parametrize(
    ("more", "kind", "headline", "text", "outcome"),
    [
        ({"head": ["Snell"]}, Kind.ANSWER, "Gareth Snell won.", "Gareth Snell won.", Outcome.RIGHT),
        ({"head": ["Snell"]}, Kind.ANSWER, "Labour won.", "Labour won. Snell", Outcome.WRONG),
        ({"all": ["7853"]}, Kind.ANSWER, "Labour won.", "Labour won. 7,853", Outcome.RIGHT),
        ({"none": ["Nuttall"]}, Kind.ANSWER, "Snell won.", "Snell beat Nuttall", Outcome.WRONG),
        ({"none": ["Nuttall"]}, Kind.DECLINE, "Not held.", "Nuttall", Outcome.WRONG),
        ({}, Kind.DECLINE, "Not held.", "Not held.", Outcome.MISSED),
        ({}, Kind.CLARIFY, "Which?", "Which?", Outcome.MISSED),
        ({"kind": "decline"}, Kind.ANSWER, "Snell won.", "Snell won.", Outcome.WRONG),
        ({"kind": "decline"}, Kind.CLARIFY, "Which?", "Which?", Outcome.MISSED),
        ({"kind": "clarify", "all": ["Stoke"]}, Kind.CLARIFY, "Which?", "Which?", Outcome.MISSED),
        ({"kind": ["answer", "clarify"], "all": ["a", "b"]}, Kind.CLARIFY, "a", "a or b", Outcome.RIGHT),
        ({"kind": ["answer", "clarify"], "all": ["c"]}, Kind.ANSWER, "a", "a", Outcome.WRONG),
    ],
)
def test_judged(more: dict[str, object], kind: Kind, headline: str, text: str, outcome: Outcome) -> None:
    assert judge(expected(**more), kind, headline, text).outcome is outcome


@pytest.mark.parametrize("fault", [{"kind": "reply"}, {"tags": []}, {"kind": []}, {"heads": ["x"]}, {"question": ""}])
def test_a_faulty_expectation_is_refused(fault: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        expected(**fault)
