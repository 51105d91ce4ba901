"""Words that stand for more than they say: "than before" is "than last time", "the 2010 one" the contest of 2010."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from bot.reading.scan import Token, TokenKind

_YEARS = range(1800, 2100)


def plainer(
    tokens: Sequence[Token], breaks: frozenset[int], groups: Mapping[str, Set[str]]
) -> tuple[list[Token], frozenset[int]]:
    """The words with such a short one written out, and the others as they are."""
    for at in range(len(tokens) - 1):
        end = at + 2
        alone = end == len(tokens) or end in breaks
        if alone and tokens[at].text == "than" and tokens[at + 1].text in groups["alone_before"]:
            said = [tokens[at + 1]._replace(text=word, base=word) for word in ("last", "time")]
            return [*tokens[: at + 1], *said, *tokens[end:]], frozenset(cut + (cut > at + 1) for cut in breaks)
        if alone and _is_dated_one(tokens, at, breaks, groups):
            return [*tokens[: at + 1], *tokens[end:]], frozenset(cut - (cut > at + 1) for cut in breaks)
    return list(tokens), breaks


def _is_dated_one(tokens: Sequence[Token], at: int, breaks: frozenset[int], groups: Mapping[str, Set[str]]) -> bool:
    """Whether a year and "one" stand behind what is asked, after a sign: "redcar, the 2010 one"."""
    year = tokens[at].kind is TokenKind.NUMBER and tokens[at].value in _YEARS
    led = at > 1 and tokens[at - 1].text in groups["articles"] and at - 1 in breaks
    return year and led and tokens[at + 1].text in groups["one_of_them"]
