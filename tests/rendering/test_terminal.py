"""Answers laid out for a terminal."""

from __future__ import annotations

import io
import re

from hypothesis import given

from bot.answering.answer import Answer
from bot.rendering.terminal import console_for, draw
from bot.rendering.text import to_text
from tests.rendering.answers import answers
from tests.rendering.samples import ALL, COPELAND


class Terminal(io.StringIO):
    """Output that claims to be a terminal."""

    def isatty(self) -> bool:
        """Yes."""
        return True


def drawn(answer: Answer) -> str:
    """What a terminal gets."""
    out = Terminal()
    draw(answer, console_for(out))
    return out.getvalue()


@given(answers)
def test_any_answer_can_be_drawn(answer: Answer) -> None:
    assert drawn(answer)


def test_nothing_of_the_text_is_missing() -> None:
    for answer in ALL:
        shown = letters(re.sub(r"\x1b\[[0-9;]*m", "", drawn(answer)))
        for line in to_text(answer).splitlines():
            for word in line.split():
                if not line.startswith("Source: "):
                    assert letters(word) in shown


def test_a_line_is_no_wider_than_reads_well() -> None:
    plain = re.sub(r"\x1b\[[0-9;]*m", "", drawn(COPELAND))
    assert max(map(len, plain.splitlines())) <= 100


def letters(text: str) -> str:
    """Letters and digits alone."""
    return "".join(filter(str.isalnum, text.casefold()))
