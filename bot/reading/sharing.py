"""What several questions of one message share: the place, or the time, that only the last of them names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.reading.clauses import Clause
from bot.reading.conversation import carried
from bot.reading.leanings import OPEN
from bot.reading.outcome import Read
from bot.reading.reader import Reader
from bot.reading.several import moved_to
from bot.reading.slots import Inherited
from bot.reading.telling import Teller
from knowledge.models.elections import ElectionKind
from knowledge.query import InYears, Latest, OnDay, Selection, When

_SHORT = 9
"""Words at most of a question that leaves the place to the one behind it."""


class Sharer:
    """Gives questions that "and" joins what the last of them names."""

    def __init__(self, reader: Reader, teller: Teller) -> None:
        self._reader = reader
        self._teller = teller

    def shared(self, parts: Sequence[Clause], found: list[Read]) -> list[Read]:
        """The questions of all parts, each asked of the place and time meant."""
        if not found or len(found) != len(parts):
            return found
        return self._of_one_time(parts, self._of_one_place(parts, found))

    def _of_one_place(self, parts: Sequence[Clause], found: list[Read]) -> list[Read]:
        """ "who won and who came second in bath 2019": what names nothing is asked of the place named last."""
        lean, placed = replace(carried(found[-1].query), people=(), parties=()), list(found)
        for at, part in enumerate(parts[:-1] if lean.seats else ()):
            where = getattr(found[at].query, "where", None)
            alone = not getattr(where, "seats", ()) and self._teller.story(part, Inherited()) == Inherited()
            if alone and len(part) <= _SHORT:
                again = self._reader.read_tokens(part, frozenset(), None, lean)
                placed[at] = again if isinstance(again, Read) else found[at]
        return placed

    def _of_one_time(self, parts: Sequence[Clause], found: list[Read]) -> list[Read]:
        """ "who won bath and what was the turnout in 2019": what names no time is asked of the one named last."""
        wheres = [getattr(read.query, "where", None) for read in found]
        spoken = wheres[-1]
        if not isinstance(spoken, Selection) or not _is_told(spoken.when):
            return found
        timed = [bool(self._reader.slots(self._reader.cover(part)).times) for part in parts]
        return [
            moved_to(read, found[-1], spoken.when) if not dated and where and where.when in OPEN else read
            for read, dated, where in zip(found, timed, wheres, strict=True)
        ]


def _is_told(when: When) -> bool:
    """Whether a year, a day or a by-election is named."""
    by_election = isinstance(when, Latest) and when.kind is ElectionKind.BY_ELECTION
    return by_election or isinstance(when, InYears | OnDay)
