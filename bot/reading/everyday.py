"""Words of every day that are also written as a name of a place."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.lexicon import Lexicon
from bot.reading.scan import Token, TokenKind

_FIRST_YEAR = 1800
"""A bare number from here on may be a year."""
_AGES = range(16, 100)
"""Ages that bound a group of voters."""


def moves(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a word says how a figure moved rather than where: "down 2.2 points", but not "in Down"."""
    if tokens[at].text not in lexicon.groups["movements"] or at + 1 >= len(tokens):
        return False
    behind = tokens[at + 1]
    counted = behind.kind is TokenKind.NUMBER and (behind.value < _FIRST_YEAR or bool(behind.unit))
    return counted or behind.text in lexicon.groups["amounts"]


def is_everyday(tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a word is one of every day that nothing marks as a place: "deal", but "in Deal"."""
    if end - start > 1 or start == 0:
        return False
    token = tokens[start]
    plain = token.base in lexicon.function or (token.base in lexicon.english and not token.capital)
    return plain and tokens[start - 1].text not in lexicon.groups["place_leads"]


def is_age_group(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether two words are a group of voters by age: "under 25s", "18-24s"."""
    lead, token = tokens[at], tokens[at + 1]
    aged = token.kind is TokenKind.NUMBER and token.unit == "s" and token.value in _AGES
    return aged and (lead.text in lexicon.groups["age_leads"] or lead.kind is TokenKind.NUMBER)
