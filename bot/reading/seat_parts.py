"""Runs of words that are part of a seat's name, or all of it written otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from bot.reading.gazetteer import Gazetteer
from bot.reading.lexicon import Lexicon
from bot.reading.scan import Token

Part = tuple[tuple[str, ...], str, str]
"""The seats that words may name, the words, and how they name them: exact, partial or joined."""


class SeatParts:
    """Tells which seats words may name in part."""

    def __init__(self, gazetteer: Gazetteer, lexicon: Lexicon) -> None:
        self._gazetteer = gazetteer
        self._lexicon = lexicon

    def of_seat(self, words: Sequence[str]) -> Part | None:
        """The seats whose name holds these words, or is these words written as one."""
        if not self._gazetteer.may_be_part(words[0]):
            return self._run_together(words)
        held = self._gazetteer.partial(words)
        begun = self._gazetteer.initialled(words, whole=bool(held))
        # "y" is a word that joins as well as the first letter of Yardley
        if words[-1] in self._lexicon.groups["joining"] and len(words) > 1:
            begun = begun or self._gazetteer.initialled(words, whole=False)
            held = begun or held
        seats = held | begun
        if len(seats) == 1 and self._gazetteer.is_whole(words, *seats):
            return tuple(seats), " ".join(words), "exact"
        if len(seats) == 1 and " ".join(words) in self._lexicon.counties:
            # Lancashire is not West Lancashire, though no other seat has its name now
            return None
        if seats:
            return tuple(sorted(seats)), " ".join(words), "partial"
        return self._run_together(words)

    def _run_together(self, words: Sequence[str]) -> Part | None:
        """The seats whose name is these words written as one."""
        seats = self._gazetteer.joined(words)
        return (tuple(sorted(seats)), " ".join(words), "joined") if seats else None

    def is_empty(self, last: Token, *, alone: bool) -> bool:
        """Whether words can be no part of a name: one that reading knows, or several and the last, no letter, asks."""
        if alone:
            return last.text in self._lexicon.words or last.base in self._lexicon.words
        return last.text in self.asking and len(last.text) > 1

    @cached_property
    def asking(self) -> frozenset[str]:
        """Words that can neither open nor close a name: they only join, or they ask something."""
        lexicon = self._lexicon
        return (lexicon.function | (lexicon.words - self._gazetteer.name_words)) - lexicon.forms.short.keys()
