"""Whether somebody lost to whoever is named: what is asked of those who lost no such contest."""

from __future__ import annotations

import pytest

from bot.answering.answer import Kind
from bot.assistant import Assistant


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("did penny mordaunt lose to labour in 2019", "No: Penny Mordaunt (Conservative) won Portsmouth North"),
        ("did jeremy hunt lose his seat to a lib dem", "No: Jeremy Hunt (Conservative) won"),
        ("did jeremy corbyn lose to labour", "No contest that Jeremy Corbyn lost is held"),
    ],
)
def test_who_never_lost_is_told_to_have_won(assistant: Assistant, question: str, opening: str) -> None:
    reply = assistant.ask(question)
    assert reply.kind is Kind.ANSWER
    assert reply.headline.startswith(opening)
