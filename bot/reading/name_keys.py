"""Runs of words that may be a name, as the names held are keyed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product

from bot.reading.lexicon import MAX_PHRASE
from bot.reading.scan import Token, TokenKind

Keys = dict[str, list[tuple[int, int, bool]]]
BareKeys = dict[str, list[tuple[int, int]]]
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_MAX_SHORT = 5
"""Words at most of a name that short forms are written out of."""


def name_keys(tokens: Sequence[Token]) -> tuple[Keys, BareKeys]:
    """Every run of words that may be a name, with its places; and those behind a "the", without it."""
    keys: Keys = {}
    bare: BareKeys = {}
    endings = [(_endings(token, alone=True), _endings(token, alone=False)) for token in tokens]
    for start in range(len(tokens)):
        words = ""
        for end in range(start + 1, min(start + MAX_PHRASE, len(tokens)) + 1):
            token = tokens[end - 1]
            if token.kind not in (TokenKind.WORD, TokenKind.NUMBER):
                break
            for last, bent in endings[end - 1][end - start > 1]:
                keys.setdefault(words + last, []).append((start, end, bent))
                if words.startswith("the "):
                    bare.setdefault(words.removeprefix("the ") + last, []).append((start, end))
            words = f"{words}{token.text} "
    return keys, bare


def write_out(tokens: Sequence[Token], keys: Keys, short: Mapping[str, tuple[str, ...]]) -> None:
    """Add the runs of words with short forms in them as they are in full: "stoke n" is "stoke north"."""
    places = [at for at, token in enumerate(tokens) if token.text in short]
    runs = {
        (start, end)
        for at in places
        for start in range(max(0, at - _MAX_SHORT + 1), at + 1)
        for end in range(max(at + 1, start + 2), min(start + _MAX_SHORT, len(tokens)) + 1)
    }
    for start, end in runs:
        words = [token.base or token.text for token in tokens[start:end]]
        for full in product(*(short.get(word, (word,)) for word in words)):
            keys.setdefault(" ".join(full), []).append((start, end, False))


_VOWELS = frozenset("aeiouy")


def _endings(token: Token, *, alone: bool) -> list[tuple[str, bool]]:
    """A word as a name, or the end of one: without a possessive, as typed, without a bare final s (bent).

    An apostrophe tells that the s is no part of the name: "david owen's" is no David Owens.
    """
    found = [(token.text, False)]
    if token.base and token.base != token.text:
        found.insert(0, (token.base, False))
    elif token.text.endswith("s") and token.kind is TokenKind.WORD and _is_bent(token.text, alone=alone):
        found.append((token.text[:-1], True))
    return found


def _is_bent(text: str, *, alone: bool) -> bool:
    """Whether a final s may be a possessive's: of a longer word, of a surname behind another, or of mere initials."""
    return len(text) > 4 or (len(text) == 4 and (not alone or _VOWELS.isdisjoint(text)))


def said(token: Token) -> str:
    """A word as phrases have it: "2nd" with its ending."""
    return token.text + token.unit if token.unit in _ORDINALS else token.text
