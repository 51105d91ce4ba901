"""``hustings chat``."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest

from bot.terminal.chatting import chat
from knowledge.query import Result, Selection
from tests.discord.service import SmallService


def typed(*lines: str) -> Callable[[], str]:
    """A prompt at which these lines are typed, then nothing more."""
    left = iter(lines)

    def read() -> str:
        line = next(left, None)
        if line is None:
            raise EOFError
        return line

    return read


def test_all_turns_are_one_conversation() -> None:
    service, out = SmallService(), io.StringIO()
    assert chat(service, read=typed("copeland", "", "stoke"), out=out) == 0
    assert [what for what, _ in service.asked] == ["copeland", "stoke"]
    assert len({whose for _, whose in service.asked} - {None}) == 1
    assert "Trudy Harrison" in out.getvalue()


def test_a_number_picks_a_choice() -> None:
    service = SmallService()
    chat(service, read=typed("stoke", "2"), out=io.StringIO())
    assert service.asked[1][0] == Result(where=Selection(seats=("stoke-on-trent-north",)))


@pytest.mark.parametrize("number", ["4", "0", "²", "-1"])
def test_any_other_number_is_a_question(number: str) -> None:
    service = SmallService()
    chat(service, read=typed("stoke", number), out=io.StringIO())
    assert service.asked[1][0] == number


@pytest.mark.parametrize("word", ["quit", "Exit", "bye", ":q"])
def test_it_can_be_left_by_a_word(word: str) -> None:
    service = SmallService()
    assert chat(service, read=typed(word, "copeland"), out=io.StringIO()) == 0
    assert service.asked == []


def test_it_can_be_left_by_a_key() -> None:
    def interrupted() -> str:
        raise KeyboardInterrupt

    assert chat(SmallService(), read=interrupted, out=io.StringIO()) == 0
