"""Where phrases of the lexicon stand in a question, whatever spans its words were taken for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.reading.work import Work

_LONGEST = 6
"""Words of a phrase at most."""


def spans_of(work: Work, phrases: frozenset[str]) -> Iterator[int]:
    """The spans that the words of a phrase stand in."""
    tokens = work.cover.tokens
    for start, phrase in found([token.text for token in tokens], phrases):
        end = start + len(phrase.split())
        yield from (at for at, span in enumerate(work.cover.spans) if span.start < end and span.end > start)


def spans_with(work: Work, group: str) -> Iterator[int]:
    """The spans with a word of a group."""
    words = work.group(group)
    yield from (at for at in range(len(work.cover.spans)) if not words.isdisjoint(work.text(at).split()))


def found(texts: Sequence[str], phrases: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Where phrases stand among some words."""
    firsts = {phrase.split()[0] for phrase in phrases}
    for start, text in enumerate(texts):
        if text in firsts:
            for length in range(1, _LONGEST + 1):
                phrase = " ".join(texts[start : start + length])
                if phrase in phrases and len(texts) >= start + length:
                    yield start, phrase
