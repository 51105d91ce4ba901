"""Elections called by how they went: "the 2015 bloodbath", "the massacre of 2019"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.reading.spans import Cover
from bot.reading.time_kinds import Side, Year

_LEADS = frozenset({"the", "that", "their", "its", "his", "her", "this"})
_NEAR = 3
"""Words at most from an article to the one it belongs to."""


def judged_elections(cover: Cover, groups: Mapping[str, frozenset[str]]) -> Iterator[int]:
    """The spans of words that call an election of a year that stands beside them, where an article leads them.

    "was 2019 a disaster" asks to judge it.
    """
    spans, tokens, names = cover.spans, cover.tokens, groups["judged_elections"]
    for at, span in enumerate(spans):
        if not span.unknown or tokens[span.start].text not in names:
            continue
        lead = {token.text for token in tokens[max(0, span.start - _NEAR) : span.start]}
        if not lead.isdisjoint(_LEADS) and _beside_a_year(cover, at):
            yield at


def _beside_a_year(cover: Cover, at: int) -> bool:
    """Whether a year stands right before a span, or behind it after "of" or "in"."""
    spans, tokens = cover.spans, cover.tokens
    if at and isinstance(spans[at - 1].time, Year | Side):
        return True
    joined = at + 2 < len(spans) and tokens[spans[at + 1].start].text in {"of", "in"}
    return joined and isinstance(spans[at + 2].time, Year)
