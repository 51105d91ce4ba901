"""Every question of the corpora, asked through the assistant: enough are right, hardly any wrong, in every family."""

from __future__ import annotations

import pytest

from bot.assistant import Assistant, Parts
from bot.reading.memory import Memory
from tests.questions.corpora import CORPORA, Judged, ask, corpus, families, report, share
from tests.questions.judge import Outcome

# The bounds are what is reached; they only ever move towards 1 and 0.
RIGHT = 0.97
"""At least this part of all replies is right."""
WRONG = 0.0075
"""At most this part of all replies is wrong."""
FAMILY_RIGHT = 0.78
"""At least this part of the replies of every family is right."""
FAMILY_WRONG = 1
"""At most so many replies of a small family are wrong ..."""
FAMILY_WRONG_SHARE = 0.16
"""... and at most this part of a large one's."""
SMALL = 7
"""A family of fewer questions proves little by its share: only its wrong replies count."""


@pytest.fixture(scope="module")
def judged(parts: Parts) -> list[Judged]:
    """All questions, each in a conversation of its own."""
    assistant = Assistant(parts=parts, memory=Memory())
    return [ask(assistant, expected) for name in CORPORA for expected in corpus(name)]


@pytest.mark.parametrize("name", CORPORA)
def test_no_question_stands_twice(name: str) -> None:
    expected = corpus(name)
    assert len({each.id for each in expected}) == len(expected)
    assert len({each.asked.casefold() for each in expected}) == len(expected)


def test_enough_replies_are_right(judged: list[Judged]) -> None:
    assert share(judged, Outcome.RIGHT) >= RIGHT, report(judged, Outcome.MISSED, Outcome.WRONG)


def test_hardly_any_reply_is_wrong(judged: list[Judged]) -> None:
    assert share(judged, Outcome.WRONG) <= WRONG, report(judged, Outcome.WRONG)


def test_every_family_gets_right_replies(judged: list[Judged]) -> None:
    poor = {
        family: report(asked, Outcome.MISSED, Outcome.WRONG)
        for family, asked in families(judged).items()
        if len(asked) >= SMALL and share(asked, Outcome.RIGHT) < FAMILY_RIGHT
    }
    assert not poor, "\n".join(f"{family}: {told}" for family, told in poor.items())


def test_no_family_gets_wrong_replies_often(judged: list[Judged]) -> None:
    poor = {
        family: report(asked, Outcome.WRONG)
        for family, asked in families(judged).items()
        if sum(each.outcome is Outcome.WRONG for each in asked) > max(FAMILY_WRONG, FAMILY_WRONG_SHARE * len(asked))
    }
    assert not poor, "\n".join(f"{family}: {told}" for family, told in poor.items())
