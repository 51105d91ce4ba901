"""Which of the choices that were put the next message names."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from bot.reading.numbers import ORDINALS
from knowledge.fold import fold
from knowledge.query import Query

_MAX_WORDS = 6
"""Words of a message that may still only name a choice."""
_CLOSE = 88
"""Likeness, of 100, from which a misspelt label is taken for the one meant."""

Options = Sequence[tuple[str, Query]]


def choice(text: str, options: Options, fillers: frozenset[str]) -> Query | None:
    """The option that a folded message names: by number, by place in the list, or by words only it has."""
    words = [word for word in text.split() if word not in fillers]
    number = int(text) if text.isdigit() else ORDINALS.get(words[0], 0) if len(words) == 1 else 0
    if 1 <= number <= len(options):
        return options[number - 1][1]
    return _labelled(words, options) if 0 < len(words) <= _MAX_WORDS else None


def _labelled(words: Sequence[str], options: Options) -> Query | None:
    """The one option whose label is these words, holds them, or all but is them."""
    said = " ".join(words)
    exact = [query for label, query in options if fold(label) == said]
    if exact:
        return exact[0]
    holding = [query for label, query in options if set(words) <= set(fold(label).split())]
    if len(holding) == 1:
        return holding[0]
    close = [query for label, query in options if fuzz.ratio(fold(label), said) >= _CLOSE]
    return close[0] if len(close) == 1 else None
