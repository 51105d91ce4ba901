"""What was made of a message, and the turn that it stands behind."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cached_property

from bot.reading.conversation import Turn
from bot.reading.outcome import Refuse
from bot.reading.reader import Reader
from bot.reading.slots import Slots
from bot.reading.spans import Cover
from knowledge.query import Query


@dataclass(frozen=True)
class Asked:
    """A message as it was understood, its words and what was told before it."""

    query: Query | None
    """None where it was not understood."""
    turn: Turn
    cover: Cover
    """Its words beside all that marks a follow-up."""
    groups: Mapping[str, Set[str]]
    reader: Reader
    marked: bool
    """Whether anything did."""

    @property
    def last(self) -> Query | None:
        """The last question."""
        return self.turn.query

    @cached_property
    def slots(self) -> Slots:
        """What the words name."""
        return self.reader.slots(self.cover)

    def says(self, group: str) -> bool:
        """Whether a word of a group is said."""
        return not self.groups[group].isdisjoint(token.text for token in self.cover.tokens)

    @property
    def text(self) -> str:
        """The words."""
        return " ".join(token.text for token in self.cover.tokens)

    @property
    def defines(self) -> bool:
        """Whether what a word means is asked for: "what is a majority", and not "how big a majority"."""
        words = [token.text for token in self.cover.tokens]
        plain = self.groups["defining"] - self.groups["articles"]
        if not plain.isdisjoint(words):
            return True
        return (
            words[0] in self.groups["what_words"]
            and not self.groups["articles"].isdisjoint(words[1:3])
            and ("the" not in words)
        )

    @property
    def refused(self) -> Refuse:
        """That the words can be of nothing."""
        return Refuse("words", tuple(token.text for token in self.cover.tokens))
