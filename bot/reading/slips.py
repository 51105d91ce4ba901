"""A word taken back for the one behind it that it was meant for: "bershire no sorry berwickshire"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rapidfuzz.distance import OSA

from bot.reading.scan import Message, Token, TokenKind

_LONGEST = 3
"""Words at most that take one back."""
_ALIKE = 0.6
"""How alike a word and the one it was meant for are at least, of 1."""
_SHORT = 4
"""Letters up to which words are alike by chance."""


def without_slips(
    tokens: Sequence[Token], breaks: frozenset[int], corrections: Collection[str], openings: Collection[str]
) -> Message:
    """The words without those taken back, and the positions that punctuation stands before.

    ``openings`` are the first words of ``corrections``.
    """
    for at in range(1, len(tokens) - 1):
        if tokens[at].text not in openings:
            continue
        for end in range(min(at + _LONGEST, len(tokens) - 1), at, -1):
            said = " ".join(token.text for token in tokens[at:end])
            if said in corrections and _is_slip(tokens[at - 1], tokens[end]):
                gone = end - at + 1
                kept = [*tokens[: at - 1], *tokens[end:]]
                return kept, frozenset(i - gone if i >= end else i for i in breaks if not at - 1 < i <= end)
    return tokens, breaks


def _is_slip(typed: Token, meant: Token) -> bool:
    """Whether a word is another one typed wrong."""
    one, other = typed.text, meant.text
    if typed.kind is not TokenKind.WORD or meant.kind is not TokenKind.WORD or one == other:
        return False
    alike = OSA.normalized_similarity(one, other) >= _ALIKE
    return min(len(one), len(other)) > _SHORT and one[0] == other[0] and alike
