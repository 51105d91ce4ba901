"""Whether a message asks yes or no behind whom it names first: "theresa may 2017, did she get a majority"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from bot.reading.scan import Token

_SUBJECTS = frozenset({"he", "she", "they", "it", "that"})
"""Words that stand for whom or what was named first."""


def asks_behind(tokens: Sequence[Token], groups: Mapping[str, frozenset[str]]) -> bool:
    """Whether a verb and a pronoun behind it put a question of yes or no, with no question word anywhere."""
    texts = [token.text for token in tokens]
    if not groups["askers"].isdisjoint(texts):
        return False
    verbs = groups["verb_openers"]
    return any(verb in verbs and subject in _SUBJECTS for verb, subject in pairwise(texts[1:]))
