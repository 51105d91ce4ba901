"""What a message opens and ends with out of courtesy: it asks nothing, and no reading may hang on it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.lexicon import Lexicon
from bot.reading.scan import Token

_LONGEST = 5
"""Words of such a phrase at most."""
Words = tuple[list[Token], frozenset[int]]
"""Words, and the positions that punctuation stands before."""


class Courtesies:
    """Sets aside what a message opens and ends with."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._openings = frozenset(phrase.split()[0] for phrase in lexicon.groups["courtesies_before"])
        self._endings = frozenset(phrase.split()[-1] for phrase in lexicon.groups["courtesies_after"])

    def without(self, words: Words, quoted: str | None) -> Words:
        """The words between the courtesies; all of them where there is nothing else."""
        tokens, _ = words
        if not tokens or (tokens[0].text not in self._openings and tokens[-1].text not in self._endings):
            return words
        return _plain(words, quoted, self._lexicon)


def _plain(words: Words, quoted: str | None, lexicon: Lexicon) -> Words:
    """The words between the courtesies; all of them where there is nothing else."""
    tokens, breaks = words
    last = len(tokens) - _closing(tokens, (quoted or "").casefold(), lexicon)
    first = _opening(tokens[:last], breaks, lexicon)
    if (first, last) == (0, len(tokens)):
        return words
    return tokens[first:last], frozenset(at - first for at in breaks if first < at < last)


def _opening(tokens: Sequence[Token], breaks: frozenset[int], lexicon: Lexicon) -> int:
    """How many words of courtesy there are before anything else; none where there is nothing else."""
    leads, first = lexicon.groups["courtesies_before"], 0
    while first < len(tokens):
        texts = [token.text for token in tokens[first : first + _LONGEST]]
        fitting = (size for size in range(len(texts), 0, -1) if " ".join(texts[:size]) in leads)
        length = next((size for size in fitting if not _goes_on(tokens, first, first + size, breaks, lexicon)), 0)
        if not length or first + length >= len(tokens):
            break
        first += length
    return first


def _goes_on(tokens: Sequence[Token], start: int, end: int, breaks: frozenset[int], lexicon: Lexicon) -> bool:
    """Whether the last word belongs to what follows: "hey all mps for wigan", "well done", but not "so who won".

    "do you know if labour won" asks for yes or no by its opening.
    """
    groups = lexicon.groups
    if end == len(tokens):
        return False
    if tokens[end].text in groups["whether"]:
        return True
    opening = " ".join(token.text for token in tokens[start:end])
    return opening in groups["going_on"] and end not in breaks and tokens[end].text not in groups["starters"]


def _closing(tokens: Sequence[Token], quoted: str, lexicon: Lexicon) -> int:
    """How many words of courtesy there are behind everything else; words in quote marks are none.

    "how many thanks" asks how many.
    """
    ends, left = lexicon.groups["courtesies_after"], len(tokens)
    while left and not (quoted and quoted.endswith(tokens[left - 1].text)):
        texts = [token.text for token in tokens[max(0, left - _LONGEST - 1) : left]]
        sizes = range(min(_LONGEST, len(texts) - 1), 0, -1)
        fitting = (size for size in sizes if " ".join(texts[-size:]) in ends)
        length = next((size for size in fitting if size == 1 or not _asks(texts[-size - 1 : 1 - size], lexicon)), 0)
        if not length:
            break
        left -= length
    return len(tokens) - left


def _asks(texts: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether the word before a courtesy and its first one are a phrase that asks."""
    return lexicon.holds(" ".join(texts))
