"""Words and signs that join two names: "hope n fear", "lab + ld"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from bot.reading.scan import Token
from bot.reading.spans import Span, is_placed

_Spans = Mapping[tuple[int, int], Span]


def short_joints(tokens: Sequence[Token], spans: _Spans, joints: Set[str]) -> Iterator[tuple[int, float]]:
    """ "hope n fear": where a bare "n" joins, and what that is worth.

    It does unless a place behind it makes it north; "bath n wells" are two.
    """
    for start, token in enumerate(tokens):
        if token.text in joints and 0 < start < len(tokens) - 1:
            behind = (span for (first, _), span in spans.items() if first == start + 1)
            worth = 6.0 if _parts(start, spans) else 0.0 if any(map(is_placed, behind)) else 1.5
            if worth:
                yield start, worth


def _parts(at: int, spans: _Spans) -> bool:
    """Whether a seat is named right before a word and another, in full, right behind it."""
    single = [(span.seat, *place) for place, span in spans.items() if span.seat and len(span.seat.seats) == 1]
    return any(end == at for *_, end in single) and any(s.how == "exact" and first == at + 1 for s, first, _ in single)


def sums(tokens: Sequence[Token], spans: _Spans) -> Iterator[int]:
    """The plus signs between two parties, whose figures are to be added; between anything else it only joins."""
    signs = [at for at, token in enumerate(tokens) if token.unit == "+" and token.text == "and"]
    if not signs:
        return
    parties = [place for place, span in spans.items() if span.party]
    for at in signs:
        if any(end == at for _, end in parties) and any(start == at + 1 for start, _ in parties):
            yield at
