"""Which of two times told a question points back at: "lost in 2015, returned in 2017: votes on his return"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from bot.reading.lexicon import Lexicon
from bot.reading.scan import Message, Token, TokenKind
from bot.reading.time_kinds import Later, TimeSpan, Year
from bot.reading.times import find_times

_DEEDS = (("told_returns", "return_points"), ("told_losses", "loss_points"))
"""Groups of the words that tell a deed, and of those that point back at it."""
_MOST_WORDS = 4
"""Words at most of one phrase."""
_NEAR = 5
"""Words at most between what was done and when."""


def pointed_back(message: Message, lexicon: Lexicon) -> Message | None:
    """The message with the time pointed at in place of both; as it is where none is; None where it tells of none."""
    tokens, _ = message
    if lexicon.groups["point_ends"].isdisjoint(token.text for token in tokens):
        return message
    for deed, points in _DEEDS:
        pointers = list(_phrases(tokens, lexicon.groups[points]))
        if not pointers:
            continue
        start, end = pointers[-1]
        told = [at for at in _phrases(tokens, lexicon.groups[deed]) if at[1] <= start]
        times = [found for found in find_times(tokens, lexicon) if isinstance(found.time, Year | Later)]
        before = [found for found in times if found.end <= start]
        if not told or len(times) != len(before) or not before:
            return message
        year = _year_of(told[-1], before, _others(tokens, lexicon, deed))
        return None if year is None else _rewritten(message, before, (start, end), year)
    return message


def _phrases(tokens: Sequence[Token], phrases: Collection[str]) -> Iterator[tuple[int, int]]:
    """Where any of some phrases stands, the longest at each word."""
    for start in range(len(tokens)):
        for length in range(min(_MOST_WORDS, len(tokens) - start), 0, -1):
            if " ".join(token.text for token in tokens[start : start + length]) in phrases:
                yield start, start + length
                break


def _others(tokens: Sequence[Token], lexicon: Lexicon, deed: str) -> list[int]:
    """Where another deed is told."""
    return [at for other, _ in _DEEDS if other != deed for at, _ in _phrases(tokens, lexicon.groups[other])]


def _year_of(told: tuple[int, int], times: Sequence[TimeSpan], others: Sequence[int]) -> int | None:
    """The year of a deed: told right behind it, else right before it, with no other deed between."""
    start, end = told
    taken = [next((found for found in times if found.start > at), None) for at in others]
    free = [found for found in times if found not in taken]
    near = [t for t in free if end <= t.start <= end + _NEAR and not any(end <= at < t.start for at in others)]
    near += [t for t in free if start - _NEAR <= t.end <= start and not any(t.end <= at < start for at in others)]
    if not near:
        return None
    time = near[0].time
    if isinstance(time, Year):
        return time.year
    anchors = [t.time.year for t in times if isinstance(t.time, Year) and t.start < near[0].start]
    return anchors[-1] + time.years if anchors and isinstance(time, Later) else None


def _rewritten(message: Message, times: Sequence[TimeSpan], pointer: tuple[int, int], year: int) -> Message:
    """The words without the times told, the year in place of the words that point at it."""
    tokens, breaks = message
    gone = {at for found in times for at in range(found.start, found.end)}
    gone |= {at - 1 for at in gone if at and tokens[at - 1].text == "in"}
    first = tokens[pointer[0]]
    put = [
        first._replace(text="in", base="in"),
        first._replace(text=str(year), base=str(year), value=float(year), kind=TokenKind.NUMBER),
    ]
    words: list[Token] = []
    moved = set()
    for at, token in enumerate(tokens):
        if at in breaks:
            moved.add(len(words))
        if at == pointer[0]:
            words += put
        elif at not in gone and not pointer[0] < at < pointer[1]:
            words.append(token)
    return words, frozenset(moved)
