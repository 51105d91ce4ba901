"""Two times of one question: "what did labour get in gorton in 2024 and then at the by-election" asks of both."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from bot.reading.lexicon import Lexicon
from bot.reading.scan import Token
from bot.reading.spans import Cover, Span
from bot.reading.time_kinds import Day, KindOf, Year
from bot.reading.times import may_be_time
from knowledge.models.elections import ElectionKind

Words = Sequence[Token]
_BY = ElectionKind.BY_ELECTION
_MOVED = frozenset({"better", "change", "compare", "down", "swing", "up", "worse"})
"""Cues of how a figure moved from one time to another."""


def two_times(cover: Cover, groups: Mapping[str, frozenset[str]]) -> tuple[Words, Words] | None:
    """The question at the first time and at the second, where one of them is a by-election; None where it names one."""
    spans, tokens = cover.spans, cover.tokens
    if not _MOVED.isdisjoint(cover.cues):
        # what lies between the two is asked for
        return None
    for at in range(1, len(spans) - 1):
        if tokens[spans[at].start].text not in groups["time_joints"]:
            continue
        first, last = _back(cover, at), _on(cover, at)
        left, right = spans[first:at], spans[at + 1 : last]
        if not _differ(left, right) or _is_ranged(cover, first, groups["range_leads"]):
            continue
        start, joint, end = spans[first].start, spans[at].start, spans[last - 1].end
        behind = next(i for i in range(spans[at].end, end) if tokens[i].text not in groups["time_joints"])
        return (*tokens[:joint], *tokens[end:]), (*tokens[:start], *tokens[behind:])
    return None


def may_be_two(tokens: Words, lexicon: Lexicon) -> bool:
    """Whether a word that may join two times stands before one that may be of time, or lead to what is."""
    joints, openings = lexicon.groups["time_joints"], lexicon.openings
    return any(
        token.text in joints and (behind.text in openings or may_be_time(behind, lexicon))
        for token, behind in pairwise(tokens)
    )


def _back(cover: Cover, at: int) -> int:
    """Where the time before a joint begins, with the words that lead to it."""
    while at > 0 and _belongs(cover.spans[at - 1]):
        at -= 1
    return at


def _on(cover: Cover, at: int) -> int:
    """Where the time behind a joint ends: it does with the last word of time."""
    end = at + 1
    while end < len(cover.spans) and _belongs(cover.spans[end]):
        end += 1
    while end > at + 1 and cover.spans[end - 1].time is None:
        end -= 1
    return end


def _belongs(span: Span) -> bool:
    """Whether a span is a time or only leads to one."""
    named = span.seat or span.person or span.party or span.area
    return isinstance(span.time, Year | KindOf | Day) or (span.filler and not named and set(span.cues) <= {"than"})


def _differ(left: Sequence[Span], right: Sequence[Span]) -> bool:
    """Whether one side says by-election, and the other another time."""
    sides = [[span.time for span in side if isinstance(span.time, Year | KindOf | Day)] for side in (left, right)]
    kinds = [{time.kind for time in side if isinstance(time, KindOf)} for side in sides]
    return all(sides) and sum(side == {_BY} for side in kinds) == 1


def _is_ranged(cover: Cover, first: int, leads: Collection[str]) -> bool:
    """Whether a stretch of time is meant: "between 2019 and the by-election"."""
    start = cover.spans[first].start
    words = {token.text for token in cover.tokens[max(0, start - 1) : start + 2]}
    return not words.isdisjoint(leads)
