"""Runs of words that may be a name, as the names held are keyed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from itertools import product

from bot.reading.lexicon import MAX_PHRASE
from bot.reading.scan import Token, TokenKind
from knowledge.store.store import Name

Run = tuple[str, int, int, bool]
"""Tokens from one to another (excluded) as a name would be keyed; whether a final s that was typed is left out."""
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_PARTED = frozenset({"seat", "place", "region", "explainer"})
_MAX_SHORT = 5
"""Words at most of a name that short forms are written out of."""


def name_runs(tokens: Sequence[Token], following: Callable[[str], Set[str]]) -> tuple[list[Run], list[Run]]:
    """Every run of words that may be a name; and those behind a "the", without it.

    ``following`` tells the second words of the names that begin with a word.
    """
    runs: list[Run] = []
    bare: list[Run] = []
    endings = [_endings(token) for token in tokens]
    for start, first in enumerate(tokens):
        if not _is_named(first):
            continue
        for last, bent in endings[start][1]:
            runs.append((last, start, start + 1, bent))
        led = first.text == "the"
        if not (_goes_on(tokens, start, following) or led):
            continue
        words = f"{first.text} "
        for end in range(start + 2, min(start + MAX_PHRASE, len(tokens)) + 1):
            token = tokens[end - 1]
            if not _is_named(token):
                break
            for last, bent in endings[end - 1][0]:
                runs.append((words + last, start, end, bent))
                if led:
                    bare.append((words[4:] + last, start, end, bent))
            words = f"{words}{token.text} "
    return runs, bare


def may_be_parted(name: Name) -> bool:
    """Whether a name may be typed with a sign of punctuation in it: that of a place, or one that has such a sign."""
    return name.kind in _PARTED or not name.label.replace(" ", "").isalnum()


def as_typed(runs: Sequence[Run], found: Mapping[str, Sequence[Name]]) -> list[Run]:
    """The runs without those that are short for a name as typed, "libs", and would be for another without the s."""
    short = {(start, end): found.get(key, ()) for key, start, end, bent in runs if not bent}
    whole = {place for place, names in short.items() if names and all(name.form == "initials" for name in names)}
    return [run for run in runs if not (run[3] and (run[1], run[2]) in whole)]


def _is_named(token: Token) -> bool:
    """Whether a token may stand in a name."""
    return token.kind is TokenKind.WORD or token.kind is TokenKind.NUMBER


def _goes_on(tokens: Sequence[Token], at: int, following: Callable[[str], Set[str]]) -> bool:
    """Whether a name may begin with a word and the one behind it, whatever that one ends in."""
    if at + 1 >= len(tokens):
        return False
    second, behind = tokens[at + 1], following(tokens[at].text)
    return second.text in behind or second.base in behind or second.text[:-1] in behind


def written_out(tokens: Sequence[Token], short: Mapping[str, tuple[str, ...]]) -> list[Run]:
    """The runs of words with short forms in them as they are in full: "stoke n" is "stoke north"."""
    places = [at for at, token in enumerate(tokens) if token.text in short]
    ends = {
        (start, end)
        for at in places
        for start in range(max(0, at - _MAX_SHORT + 1), at + 1)
        for end in range(max(at + 1, start + 2), min(start + _MAX_SHORT, len(tokens)) + 1)
    }
    runs: list[Run] = []
    for start, end in ends:
        words = [token.base or token.text for token in tokens[start:end]]
        every = product(*(short.get(word, (word,)) for word in words))
        runs += [(" ".join(full), start, end, False) for full in every]
    return runs


_VOWELS = frozenset("aeiouy")


def _endings(token: Token) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    """The end of a name, and a word as one: without a possessive, as typed, without a bare final s (bent).

    An apostrophe tells that the s is no part of the name: "david owen's" is no David Owens.
    """
    typed = (token.text, False)
    if token.base and token.base != token.text:
        owned = [(token.base, False), typed]
        return owned, owned
    if token.text[-1:] != "s" or token.kind is not TokenKind.WORD:
        plain = [typed]
        return plain, plain
    bent = [typed, (token.text[:-1], True)]
    behind, alone = (bent if _is_bent(token.text, alone=alone) else [typed] for alone in (False, True))
    return behind, alone


def _is_bent(text: str, *, alone: bool) -> bool:
    """Whether a final s may be a possessive's: of a longer word, of a surname behind another, or of mere initials."""
    return len(text) > 4 or (len(text) == 4 and (not alone or _VOWELS.isdisjoint(text)))


def said(token: Token) -> str:
    """A word as phrases have it: "2nd" with its ending."""
    return token.text + token.unit if token.unit in _ORDINALS else token.text
