"""A place named last, behind a sign of punctuation: "did farage win in 2024 and by how much, clacton"."""

from __future__ import annotations

from bot.reading.clauses import Clause
from bot.reading.reader import Reader
from bot.reading.scan import Token, TokenKind


def place_first(reader: Reader, tokens: Clause, breaks: frozenset[int]) -> tuple[Clause, frozenset[int]]:
    """The words with such a place ahead of all that is asked of it, where they name no other."""
    cut = max((at for at in breaks if 0 < at < len(tokens)), default=0)
    if not cut:
        return tokens, breaks
    head, tail = reader.cover(tokens[:cut]), reader.cover(tokens[cut:])
    placed = len(tail.spans) == 1 and tail.spans[0].seat is not None and tail.spans[0].seat.how == "exact"
    if not placed or any(span.seat or span.elsewhere or span.area for span in head.spans):
        return tokens, breaks
    lead = Token(TokenKind.WORD, "in", tokens[cut].start, tokens[cut].start, "in")
    size = len(tokens) - cut + 1
    moved = frozenset(at + size for at in breaks if 0 < at < cut)
    return [lead, *tokens[cut:], *tokens[:cut]], moved
