"""What a message opens and ends with out of courtesy: it asks nothing, and no reading may hang on it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.lexicon import Lexicon
from bot.reading.scan import Token

_LONGEST = 5
"""Words of such a phrase at most."""
_APART = 3
"""A courtesy of more words than this begins none that asks with the word before it."""
_DENIED = "not"
"""What a question behind a claim ends with: "did he not"."""
_SO = "correct"
"""What asks the same in one word."""
Words = tuple[list[Token], frozenset[int]]
"""Words, and the positions that punctuation stands before."""


class Courtesies:
    """Sets aside what a message opens and ends with."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        groups = lexicon.groups
        opening, closing = groups["courtesies_before"] | groups["confirming"], groups["courtesies_after"]
        self._openings = frozenset(phrase.split()[0] for phrase in opening)
        self._endings = frozenset(phrase.split()[-1] for phrase in closing) | {_DENIED}

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
    if not quoted and _is_tagged(tokens[:last], breaks, lexicon):
        # a claim is asked by whether it is so
        tokens = [*tokens[: last - 3], tokens[last - 3]._replace(text=_SO, base=_SO)]
        last -= 2
    first = _opening(tokens[:last], breaks, lexicon)
    if (first, last) == (0, len(tokens)):
        return tokens, breaks
    return tokens[first:last], frozenset(at - first for at in breaks if first < at < last)


def _opening(tokens: Sequence[Token], breaks: frozenset[int], lexicon: Lexicon) -> int:
    """How many words of courtesy there are before anything else; none where there is nothing else."""
    leads, first = lexicon.groups["courtesies_before"], 0
    while first < len(tokens):
        texts = [token.text for token in tokens[first : first + _LONGEST]]
        fitting = (size for size in range(len(texts), 0, -1) if " ".join(texts[:size]) in leads)
        length = next((size for size in fitting if not _goes_on(tokens, first, first + size, breaks, lexicon)), 0)
        length = length or _confirming(tokens, first, lexicon)
        if not length or first + length >= len(tokens):
            break
        first += length
    return first


def _confirming(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> int:
    """How many words ask to confirm a figure or name that is not told: "kindly confirm the winner in ..."."""
    groups = lexicon.groups
    for size in range(_LONGEST, 0, -1):
        behind = [token.text for token in tokens[start + size : start + size + 2]]
        asked = behind[1:] if behind[:1] and behind[0] in groups["articles"] else behind[:1]
        opening = " ".join(token.text for token in tokens[start : start + size])
        if asked and asked[0] in groups["asked_nouns"] and opening in groups["confirming"]:
            return size
    return 0


def _is_tagged(tokens: Sequence[Token], breaks: frozenset[int], lexicon: Lexicon) -> bool:
    """Whether the last three words ask whether what stands before them is so: "..., did he not?"."""
    start = len(tokens) - 3
    if start < 1 or start not in breaks or tokens[-1].text != _DENIED:
        return False
    verb, subject = tokens[start].text, tokens[start + 1].text
    return verb in lexicon.groups["tag_verbs"] and subject in lexicon.groups["tag_subjects"]


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
        length = next(
            (size for size in fitting if size == 1 or size > _APART or not _asks(texts[-size - 1 : 1 - size], lexicon)),
            0,
        )
        if not length:
            break
        left -= length
    return len(tokens) - left


def _asks(texts: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether the word before a courtesy and its first one are a phrase that asks."""
    return lexicon.holds(" ".join(texts))
