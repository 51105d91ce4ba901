"""Which way a figure went, asked by two verbs: "did it grow or drop" is asked as "did it up or down"."""

from __future__ import annotations

from bot.reading.lexicon import Lexicon
from bot.reading.scan import Token

_UP, _DOWN = "up", "down"
"""The words, and the cues, of the two ways."""
_OR = "or"


def either_way(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """The words with those of the two ways that "or" joins as "up" and "down": neither of them is claimed."""
    if not any(token.text == _OR for token in tokens):
        return tokens
    found = list(tokens)
    for at in range(1, len(tokens) - 1):
        if tokens[at].text == _OR:
            behind = tokens[at + 2].text if at + 2 < len(tokens) else ""
            of = behind in lexicon.groups["moved_things"]
            ways = _way(tokens[at - 1], lexicon, of=of), _way(tokens[at + 1], lexicon, of=of)
            if set(ways) == {_UP, _DOWN}:
                found[at - 1], found[at + 1] = _put(tokens[at - 1], _UP), _put(tokens[at + 1], _DOWN)
    return found


def _way(token: Token, lexicon: Lexicon, *, of: bool) -> str:
    """Which way a verb says that a figure went; nothing where it may say both or none.

    To win is one where it is ``of`` votes or seats, "did labour gain or lose seats", and not of a seat by its name.
    """
    ways = {_UP, _DOWN}.intersection(lexicon.cues.get(token.text, ()))
    if of and token.text in lexicon.groups["gaining_verbs"]:
        ways.add(_UP)
    if of and token.text in lexicon.groups["dropping_verbs"]:
        ways.add(_DOWN)
    return ways.pop() if len(ways) == 1 else ""


def _put(token: Token, word: str) -> Token:
    """A token as if another word were typed there."""
    return token._replace(text=word, base=word)
