"""Finding a name however it was damaged: typos, words left out, turned round or run together.

Exact tables answer most look-ups; what they leave is narrowed to a few candidates by words shared or nearly shared, and
only those are compared in full. A link is silent only with a clear lead: else the nearest names are choices.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log
from operator import itemgetter

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

SURE, NEAR, MARGIN = 0.86, 0.74, 0.04
"""Likeness from which a name is linked silently, from which it is offered, and the lead it needs over the next."""
_SHORTLIST = 24
"""Names compared in full."""
_COMMON = 400
"""Names that share a word, above which the word alone proposes none of them."""
_WORDS = 6
"""Known words that a misspelt word may stand for."""


@dataclass(frozen=True, slots=True)
class Match:
    """A name found: its key, whether it may be taken without asking, and others about as near."""

    key: str
    sure: bool
    others: tuple[str, ...] = ()


class _Forms:
    """Names by a form of theirs. Few forms are of several names: a list for each would cost megabytes."""

    def __init__(self, forms: Iterable[tuple[str, str]]) -> None:
        self.first: dict[str, str] = {}
        self._several: dict[str, list[str]] = {}
        for form, key in forms:
            held = self.first.setdefault(form, key)
            if held != key:
                self._several.setdefault(form, [held]).append(key)

    def get(self, form: str) -> list[str]:
        """The names of a form, in order of the alphabet."""
        held = self.first.get(form)
        return self._several.get(form) or ([held] if held is not None else [])


class _Typed:
    """Words as typed, to be compared with many names: what does not change with the name is worked out once."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        self._text = " ".join(words)
        self._sorted = " ".join(sorted(words))
        self._joined = "".join(words)
        self._alike: dict[str, list[float]] = {}

    def likeness(self, theirs: Sequence[str]) -> float:
        """How alike the words typed and those of a name are: as they stand, sorted, run together, word by word."""
        whole = max(
            fuzz.ratio(self._text, " ".join(theirs)),
            fuzz.ratio(self._sorted, " ".join(sorted(theirs))),
            fuzz.ratio(self._joined, "".join(theirs)),
        )
        alike = [self._each(other) for other in theirs]
        mine: float = sum(map(max, zip(*alike, strict=True))) / len(self._words)
        back = sum(map(max, alike)) / len(theirs)
        return max(whole / 100, 0.7 * mine + 0.3 * back)

    def _each(self, other: str) -> list[float]:
        """How alike each word typed and one of a name are. Names on a shortlist share many of their words."""
        found = self._alike.get(other)
        if found is None:
            found = self._alike[other] = [OSA.normalized_similarity(word, other) for word in self._words]
        return found


class NameIndex:
    """Names of one kind by key. Building it takes a tenth of a second for twenty thousand names."""

    def __init__(self, keys: Iterable[str], joining: frozenset[str]) -> None:
        self._keys = sorted(set(keys))
        self._joining = joining
        self._known = frozenset(self._keys)

    @cached_property
    def _bags(self) -> _Forms:
        """Names by their words in order of the alphabet."""
        return _Forms((" ".join(sorted(self._telling(key))), key) for key in self._keys)

    @cached_property
    def _joined(self) -> _Forms:
        """Names written as one word, with and without the words that only join."""
        joined = ((key.replace(" ", ""), key) for key in self._keys)
        telling = (("".join(self._telling(key)), key) for key in self._keys) if self._joining else ()
        return _Forms(sorted({*joined, *telling}, key=itemgetter(1)))

    @cached_property
    def _postings(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for key in self._keys:
            for word in set(self._telling(key)):
                found.setdefault(word, []).append(key)
        return found

    @cached_property
    def _sized(self) -> dict[tuple[str, int], list[str]]:
        """Words of names by their first letter and how many letters they have."""
        found: dict[tuple[str, int], list[str]] = {}
        for word in self._postings:
            found.setdefault((word[0], len(word)), []).append(word)
        return found

    def _telling(self, key: str) -> list[str]:
        words = key.split()
        return [word for word in words if word not in self._joining] or words if self._joining else words

    def find(self, text: str) -> Match | None:
        """The name that ``text`` (folded) most likely stands for, or none near enough."""
        return self.holding(text) or self._nearest(self._telling(text))

    def holding(self, text: str) -> Match | None:
        """The name that is ``text`` (folded), or holds these words in another order, run together or among others."""
        if text in self._known:
            return Match(text, sure=True)
        words = self._telling(text)
        for found in (self._bags.get(" ".join(sorted(words))), self._joined.get("".join(words))):
            if found:
                return Match(found[0], sure=len(found) == 1, others=tuple(found[1:]))
        held = self._holding(words)
        if len(held) == 1 and len(words) > 1:
            return Match(held[0], sure=True)
        if 1 < len(held) <= _SHORTLIST and len(words) > 1:
            return Match(held[0], sure=False, others=tuple(held[1:8]))
        return None

    def is_near(self, text: str, key: str) -> bool:
        """Whether ``text`` (folded) is so like a name that it alone would be meant."""
        return _Typed(self._telling(text)).likeness(self._telling(key)) >= SURE

    def _holding(self, words: Sequence[str]) -> list[str]:
        """Names with all these words among theirs."""
        lists = [self._postings.get(word, []) for word in words]
        if not lists or not all(lists):
            return []
        shortest = min(lists, key=len)
        return [key for key in shortest if all(key in set(other) for other in lists if other is not shortest)]

    def _nearest(self, words: Sequence[str]) -> Match | None:
        typed = _Typed(words)
        scored = sorted(((typed.likeness(self._telling(key)), key) for key in self._shortlist(words)), reverse=True)
        scored = [found for found in scored if found[0] >= NEAR]
        if not scored:
            return self._run_together(words)
        best, key = scored[0]
        others = tuple(other for likeness, other in scored[1:4] if best - likeness < MARGIN)
        # one word never stands for a name of several: "Paris" is no Paris Hayes
        enough = len(words) > 1 or len(self._telling(key)) == 1
        return Match(key, sure=best >= SURE and enough and not others, others=others)

    def _shortlist(self, words: Sequence[str]) -> list[str]:
        """Names that share the rarest words, or words nearly alike, with those typed."""
        votes: dict[str, float] = {}
        alike = [found for word in words for found in self._alike(word)]
        alike.sort(key=lambda found: len(self._postings[found[0]]))
        for known, likeness in alike:
            names = self._postings[known]
            weight = likeness * log(1 + len(self._keys) / len(names))
            if len(names) > _COMMON:
                # a word of hundreds of names finds none by itself, but speaks for those found by others
                votes.update({key: vote + weight for key, vote in votes.items() if known in key.split()})
                continue
            for key in names:
                votes[key] = votes.get(key, 0.0) + weight
        return sorted(votes, key=votes.__getitem__, reverse=True)[:_SHORTLIST]

    def _alike(self, word: str) -> list[tuple[str, float]]:
        """Known words that one may stand for: itself, or others within an edit or two; the rarest lists first."""
        if word in self._postings:
            return [(word, 1.0)]
        edits = 1 if len(word) <= 4 else 2
        sizes = range(len(word) - edits, len(word) + edits + 1)
        choices = [known for size in sizes for known in self._sized.get((word[0], size), ())]
        close = process.extract(word, choices, scorer=OSA.distance, score_cutoff=edits, limit=_WORDS)
        return [(known, 1.0 - distance / max(len(word), len(known))) for known, distance, _ in close]

    def _run_together(self, words: Sequence[str]) -> Match | None:
        """Names written as one word with a slip in it."""
        typed = "".join(words)
        if len(typed) < 8 or len(words) > 2:
            return None
        close = process.extract(typed, list(self._joined.first), scorer=fuzz.ratio, score_cutoff=SURE * 100, limit=2)
        if not close:
            return None
        clear = len(close) == 1 or close[0][1] - close[1][1] >= MARGIN * 100
        return Match(self._joined.get(close[0][0])[0], sure=clear and close[0][0][0] == typed[0])
