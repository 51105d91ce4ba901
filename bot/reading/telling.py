"""Whether the words of a clause only name something, or tell or ask more of it."""

from __future__ import annotations

from bot.reading.spans import Cover, Span

_IDLE = frozenset({"aux", "get", "latest", "listing", "now", "versus"})
"""Cues of words that ask nothing of what is named beside them."""


def is_bare(cover: Cover) -> bool:
    """Whether a place, a time or somebody is named, or nothing at all, and nothing asked."""
    return all(_names(span) or _IDLE.issuperset(span.cues) for span in cover.spans)


def tells_more(cover: Cover) -> bool:
    """Whether there is a word that asks something, or one that is not known."""
    return any(span.unknown or (span.cues and not (span.filler or span.soft or _names(span))) for span in cover.spans)


def _names(span: Span) -> bool:
    """Whether words name a place, a time, a party or somebody."""
    return bool(span.seat or span.person or span.party or span.area or span.time)
