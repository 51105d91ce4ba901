"""Names as people mistype them, made afresh from a seed."""

from __future__ import annotations

import random
import string
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.fold import fold

_SHORTEST = 4
"""Letters that a word must have to be mistyped; of two mistakes in one word it must have twice as many."""
_TELLING = 3
"""Words that a name must have for one to be left out, or the rest may be anybody's."""


@dataclass(frozen=True, slots=True)
class Damaged:
    """A name as typed, and the ids of what bears the name that was meant."""

    typed: str
    name: str
    meant: frozenset[str]
    sort: str


class Damager:
    """Damages names. The first letter of a word stays: hands slip after it."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self.sorts: dict[str, Callable[[str], str | None]] = {
            "edit1": self._edit1,
            "edit2": self._edit2,
            "word left out": self._leave_out,
            "& for and": _swap_and,
            "reversed": _reverse,
            "accents and hyphens": _plain,
            "joined": _join,
            "reversed, edit1": lambda name: self._edit1(_reverse(name) or ""),
        }

    def _edit1(self, name: str) -> str | None:
        words = name.split()
        long = [at for at, word in enumerate(words) if len(word) >= _SHORTEST and word.isalpha()]
        if not long:
            return None
        at = self._rng.choice(long)
        words[at] = self._slip(words[at])
        return " ".join(words)

    def _edit2(self, name: str) -> str | None:
        words = name.split()
        long = [at for at, word in enumerate(words) if len(word) >= _SHORTEST and word.isalpha()]
        if not long or (len(long) == 1 and len(words[long[0]]) < 2 * _SHORTEST):
            return None
        pair = self._rng.sample(long, 2) if len(long) > 1 else long * 2
        for at in pair:
            words[at] = self._slip(words[at])
        return " ".join(words)

    def _leave_out(self, name: str) -> str | None:
        words = [word for word in name.split() if word.casefold() not in {"and", "of", "the", "&"}]
        if len(words) < _TELLING:
            return None
        at = self._rng.randrange(len(words) - 1)
        return " ".join(words[:at] + words[at + 1 :])

    def _slip(self, word: str) -> str:
        at = self._rng.randrange(1, len(word) - 1)
        letter = self._rng.choice(string.ascii_lowercase)
        return self._rng.choice(
            (
                word[:at] + word[at + 1 :],
                word[:at] + letter + word[at:],
                word[:at] + letter + word[at + 1 :],
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            )
        )


def _swap_and(name: str) -> str | None:
    return name.replace(" and ", " & ") if " and " in name else None


def _reverse(name: str) -> str | None:
    words = name.replace(",", "").split()
    return " ".join(reversed(words)) if len(words) > 1 else None


def _plain(name: str) -> str | None:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).replace("-", " ")
    plain = plain.replace("'", "").replace("’", "")
    return plain if plain != name else None


def _join(name: str) -> str | None:
    words = name.split()
    return "".join(words) if 1 < len(words) <= 3 else None


def damage(
    names: dict[str, frozenset[str]], known: Sequence[str], every: frozenset[str], each: int, rng: random.Random
) -> list[Damaged]:
    """Up to ``each`` damaged names of every sort. ``names``: name -> the ids it stands for.

    Left out is what can no longer be told: what is a name as it stands (``every``: all folded names held, of whatever),
    and what some other name of the kind (``known``, folded) is as close to as the one that was meant.
    """
    found: list[Damaged] = []
    for sort, spoil in Damager(rng).sorts.items():
        order = sorted(names)
        rng.shuffle(order)
        made = (Damaged(typed, name, names[name], sort) for name in order if (typed := spoil(name)) not in (None, name))
        told = (one for one in made if _can_be_told(one, known, every))
        found.extend(islice(told, each))
    return found


def _can_be_told(one: Damaged, known: Sequence[str], every: frozenset[str]) -> bool:
    meant = fold(one.name)
    if fold(one.typed) in every:
        return fold(one.typed) == meant
    if one.sort == "word left out":
        words = set(fold(one.typed).split())
        return all(key == meant for key in known if words <= set(key.split()))
    key = fold(_reverse(one.typed) or one.typed if "reversed" in one.sort else one.typed)
    own = OSA.distance(key, meant)
    # "kirkcaldy and coodenbeath" is nearer to another seat of these words than to "cowdenbeath and kirkcaldy"
    as_typed = process.extract(fold(one.typed), known, scorer=OSA.distance, score_cutoff=max(own, 2), limit=8)
    if any(other != meant and distance <= own for other, distance, _ in as_typed):
        return False
    close = process.extract(key, known, scorer=OSA.distance, score_cutoff=max(own, 2), limit=8)
    return all(other == meant or distance > own for other, distance, _ in close)
