"""Questions of pay, private life, policies, groups of voters and unknown people: declined, never bent to an answer."""

from __future__ import annotations

import pytest

from bot.reading.listener import Listener
from bot.reading.outcome import Refuse


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("what did rishi sunak earn", "money"),
        ("who funds the lib dems", "money"),
        ("what did thatcher do before politics", "private"),
        ("how many muslim mps are there", "offtopic"),
        ("what is the green policy on tax", "offtopic"),
        ("best curry in leeds", "offtopic"),
        ("who won bath rugby last night", "offtopic"),
        ("how many members does the labour party have", "offtopic"),
        ("how much does an mp earn", "money"),
        ("can you register me to vote", "opinion"),
        ("is first past the post fair to small parties", "opinion"),
        ("remain voters - how many of them went lib dem in 2019", "subdivision"),
        ("clark griswold's votes in bath 2015, how many", "words"),
    ],
)
def test_declined(listener: Listener, question: str, why: str) -> None:
    outcome = listener.hear(question)
    assert isinstance(outcome, Refuse)
    assert outcome.why == why
