"""``hustings chat``: a conversation in the terminal."""

from __future__ import annotations

from collections.abc import Callable
from typing import TextIO

from bot.answering.answer import Answer
from bot.service import Service
from bot.terminal.asking import show

CONVERSATION = "terminal"
LEAVING = frozenset({"quit", "exit", "bye", "goodbye", "q", ":q"})


def chat(service: Service, *, read: Callable[[], str], out: TextIO) -> int:
    """Answers what ``read`` returns until it raises ``EOFError`` or somebody leaves; a number picks that choice."""
    last: Answer | None = None
    while True:
        try:
            typed = read().strip()
        except (EOFError, KeyboardInterrupt):
            out.write("\n")
            return 0
        if typed.casefold() in LEAVING:
            return 0
        if typed:
            last = _reply(service, typed, last)
            show(last, out)
            out.write("\n")
            out.flush()


def _reply(service: Service, typed: str, last: Answer | None) -> Answer:
    if last is not None and typed.isdecimal() and 1 <= int(typed) <= len(last.options):
        return service.answer(last.options[int(typed) - 1].query, conversation=CONVERSATION)
    return service.ask(typed, conversation=CONVERSATION)
