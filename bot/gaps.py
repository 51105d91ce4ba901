"""The opt-in list of words that no question explained: single words, never a question, never who asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.fold import tokens

LONGEST = 30
"""Letters of the longest word that is kept: what is longer is no word of a question."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A word that was not understood, and how often."""

    word: str
    times: int


class GapsLog:
    """Adds words to a file, one a line. The order of a question's words is not kept."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __call__(self, words: Sequence[str]) -> None:
        """Note the single words of what a question left unexplained.

        Raises ``OSError`` where the file cannot be written.
        """
        single = sorted(
            {word for phrase in words for word in tokens(phrase) if word.isalpha() and len(word) <= LONGEST}
        )
        if single:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a", encoding="utf-8") as file:
                file.writelines(f"{word}\n" for word in single)


def read_gaps(path: Path) -> list[Gap]:
    """The words noted so far, the commonest first.

    Raises ``OSError`` where the file cannot be read.
    """
    counted = Counter(path.read_text(encoding="utf-8").split())
    return [Gap(word, times) for word, times in sorted(counted.items(), key=lambda found: (-found[1], found[0]))]
