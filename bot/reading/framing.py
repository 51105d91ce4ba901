"""Frames and what they need: a frame that reads nothing unless some word stands in the question is not even tried."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.reading.work import Work
from knowledge.query import Query

_REMEMBERED = 512
"""Sets of fitting frames that are remembered at most."""
Reading = Callable[[Work], Query | None]
"""What a question is read as, None where it is not of the kind that a frame reads."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A kind of question that is told by what stands in it.

    Each of ``needs`` is a set of cues, or of kinds of name, of which one has to be there.
    """

    reading: Reading
    needs: tuple[frozenset[str], ...]

    def __call__(self, work: Work) -> Query | None:
        """The question as this frame reads it."""
        return None if any(map(work.shown.isdisjoint, self.needs)) else self.reading(work)


def needs(*shown: str) -> Callable[[Reading], Frame]:
    """Mark a frame as one that reads nothing unless one of these is in ``Work.shown``; marked twice, one of each."""

    def mark(frame: Reading) -> Frame:
        if isinstance(frame, Frame):
            return Frame(frame.reading, (frozenset(shown), *frame.needs))
        return Frame(frame, (frozenset(shown),))

    return mark


class Frames:
    """The frames in order, each kept as one bit, so that those a question may be of are found at once."""

    def __init__(self, frames: Sequence[Reading]) -> None:
        self._readings = [frame.reading if isinstance(frame, Frame) else frame for frame in frames]
        every = [frame.needs if isinstance(frame, Frame) else () for frame in frames]
        self._chosen: dict[int, tuple[Reading, ...]] = {}
        self._rounds: list[tuple[int, dict[str, int]]] = []
        for nth in range(max(map(len, every), default=0)):
            free, told = 0, dict[str, int]()
            for at, needed in enumerate(every):
                for key in needed[nth] if nth < len(needed) else ():
                    told[key] = told.get(key, 0) | 1 << at
                free |= (nth >= len(needed)) << at
            self._rounds.append((free, told))

    def fitting(self, shown: frozenset[str]) -> Sequence[Reading]:
        """The frames of which nothing needed is missing."""
        fit = (1 << len(self._readings)) - 1
        for free, told in self._rounds:
            met = free
            for key in shown:
                met |= told.get(key, 0)
            fit &= met
        found = self._chosen.get(fit)
        if found is None:
            if len(self._chosen) >= _REMEMBERED:
                self._chosen.clear()
            found = tuple(frame for at, frame in enumerate(self._readings) if fit >> at & 1)
            self._chosen[fit] = found
        return found
