"""A claim told as somebody's: "bet my brother a tenner that ...", "mum thinks ..." is asked whether it is true."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.reading.scan import Token

_FEWEST = 3
"""Words at least of a claim."""
_ASKING = ("is", "it", "true", "that")


def claimed(tokens: Sequence[Token], groups: Mapping[str, frozenset[str]]) -> list[Token] | None:
    """The claim as a question for a yes or no; None where none is told, or a question follows."""
    telling, beside = groups["telling"], groups["beside_telling"]
    outside = (at for at, token in enumerate(tokens) if not (token.text in telling or token.text in beside))
    size = next(outside, len(tokens))
    told = any(token.text in telling for token in tokens[:size])
    if not told or len(tokens) - size < _FEWEST or tokens[size].text in groups["starters"]:
        return None
    return [*(tokens[0]._replace(text=word, base=word) for word in _ASKING), *tokens[size:]]
