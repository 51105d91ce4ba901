"""Frames and what they need: a frame that reads nothing unless some word stands in the question is not even tried."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from bot.reading.work import Work
from knowledge.query import Query

_REMEMBERED = 512
"""Sets of fitting frames that are remembered at most."""
Reading = Callable[[Work], Query | None]
"""What a question is read as, None where it is not of the kind that a frame reads."""
Groups = Mapping[str, frozenset[str]]
"""The lexicon's groups of words."""


@dataclass(frozen=True, slots=True)
class Need:
    """What one of has to stand in a question: some cues and kinds of name, words, or words of some groups."""

    shown: frozenset[str]
    words: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()

    def spoken(self, groups: Groups) -> Iterator[str]:
        """Every word that meets it; of a phrase in a group each word, as it does not stand without them."""
        yield from self.words
        for group in self.groups:
            for phrase in groups[group]:
                yield from phrase.split()

    def is_met(self, work: Work) -> bool:
        """Whether any of it stands in the question."""
        return not work.shown.isdisjoint(self.shown) or not work.words.isdisjoint(self.spoken(work.lexicon.groups))


@dataclass(frozen=True, slots=True)
class Frame:
    """A kind of question that is told by what stands in it: all that it ``needs``."""

    reading: Reading
    needs: tuple[Need, ...]

    def __call__(self, work: Work) -> Query | None:
        """The question as this frame reads it."""
        return self.reading(work) if all(need.is_met(work) for need in self.needs) else None


def needs(*shown: str, words: Sequence[str] = (), groups: Sequence[str] = ()) -> Callable[[Reading], Frame]:
    """Mark a frame as one that reads nothing unless one of these is in ``Work.shown`` or among the words.

    Marked twice, it needs one of each.
    """
    need = Need(frozenset(shown), frozenset(words), frozenset(groups))

    def mark(frame: Reading) -> Frame:
        if isinstance(frame, Frame):
            return Frame(frame.reading, (need, *frame.needs))
        return Frame(frame, (need,))

    return mark


class Frames:
    """The frames in order, each kept as one bit a need, so that those a question may be of are found at once."""

    def __init__(self, frames: Sequence[Reading], groups: Groups) -> None:
        self._readings = [frame.reading if isinstance(frame, Frame) else frame for frame in frames]
        needed = [frame.needs if isinstance(frame, Frame) else () for frame in frames]
        self._rounds = max(map(len, needed), default=0)
        self._free = 0
        """The bits of needs that a frame does not have."""
        self._shown: dict[str, int] = {}
        self._words: dict[str, int] = {}
        self._chosen: dict[int, tuple[Reading, ...]] = {}
        for at, each in enumerate(needed):
            for nth in range(self._rounds):
                bit = 1 << nth * len(frames) + at
                if nth < len(each):
                    _mark(self._shown, each[nth].shown, bit)
                    _mark(self._words, each[nth].spoken(groups), bit)
                else:
                    self._free |= bit

    def fitting(self, shown: Set[str], words: Set[str]) -> Sequence[Reading]:
        """The frames of which nothing needed is missing."""
        met, width = self._free, len(self._readings)
        for key in shown:
            met |= self._shown.get(key, 0)
        for word in words:
            met |= self._words.get(word, 0)
        fit = (1 << width) - 1
        for nth in range(self._rounds):
            fit &= met >> nth * width
        found = self._chosen.get(fit)
        if found is None:
            if len(self._chosen) >= _REMEMBERED:
                self._chosen.clear()
            found = tuple(frame for at, frame in enumerate(self._readings) if fit >> at & 1)
            self._chosen[fit] = found
        return found


def _mark(held: dict[str, int], keys: Iterable[str], bit: int) -> None:
    """Set the bit of a need that any of the keys meets."""
    for key in keys:
        held[key] = held.get(key, 0) | bit
