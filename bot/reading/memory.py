"""Conversations, remembered for a short while."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable

from bot.reading.conversation import Turn

LIFETIME = 600.0
"""Seconds after which a conversation is forgotten."""
_MOST = 10_000


class Memory:
    """The last turn of each conversation, and what was asked just before it. Holds queries, never words."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._turns: OrderedDict[str, tuple[float, Turn]] = OrderedDict()

    def recall(self, conversation: str | None) -> Turn | None:
        """The last turn, unless it is too long ago."""
        if conversation is None or conversation not in self._turns:
            return None
        said, turn = self._turns[conversation]
        if self._clock() - said > LIFETIME:
            del self._turns[conversation]
            return None
        return turn

    def keep(self, conversation: str | None, turn: Turn) -> None:
        """Remember a turn; what is too long ago goes, and the oldest conversations where there are too many."""
        if conversation is None:
            return
        now = self._clock()
        self._turns[conversation] = (now, turn)
        self._turns.move_to_end(conversation)
        while len(self._turns) > _MOST or now - next(iter(self._turns.values()))[0] > LIFETIME:
            self._turns.popitem(last=False)

    def forget(self, conversation: str) -> None:
        """Drop a conversation."""
        self._turns.pop(conversation, None)
