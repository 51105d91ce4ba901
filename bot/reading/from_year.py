""" "The tightest seat from 2005": beside one of many contests the year is that of its election, and no beginning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from bot.reading.spans import Cover
from bot.reading.time_kinds import KindOf, Side, Time, Year
from knowledge.models.elections import ElectionKind

_RANKED = frozenset({"closest", "safest"})
_ENDS = frozenset({"highest", "lowest", "do_best", "do_worst"})
_FROM = "from"


def may_rank(cover: Cover) -> bool:
    """Whether one end of a ranking may be asked for."""
    return not (_RANKED | _ENDS).isdisjoint(cover.cues)


def from_its_year(
    times: Sequence[tuple[int, Time]], cover: Cover, generals: Sequence[date], groups: Mapping[str, frozenset[str]]
) -> list[tuple[int, Time]]:
    """The times, where "from" and a year with a general election name the election that one contest was of."""
    if len([time for _, time in times if not isinstance(time, KindOf)]) != 1 or not _is_of_one(cover, groups):
        return list(times)
    if any(time == KindOf(ElectionKind.BY_ELECTION) for _, time in times):
        return list(times)
    years = {day.year for day in generals}
    return [(at, _point(at, time, cover, years, groups["onwards"])) for at, time in times]


def _is_of_one(cover: Cover, groups: Mapping[str, frozenset[str]]) -> bool:
    """Whether single seats are ranked, and not elections: how close or safe they were, or said to be seats."""
    if not _RANKED.isdisjoint(cover.cues):
        return True
    return any(token.text in groups["single_marks"] for token in cover.tokens)


def _point(at: int, time: Time, cover: Cover, years: set[int], onwards: frozenset[str]) -> Time:
    """The year itself, where it is no open stretch of time."""
    anchor = time.anchor if isinstance(time, Side) and time.side == "since" else None
    if not isinstance(anchor, Year) or anchor.year not in years:
        return time
    span = cover.spans[at]
    texts = [token.text for token in cover.tokens]
    opened = not onwards.isdisjoint(texts[span.start :]) or texts[span.end : span.end + 1] == ["on"]
    return anchor if texts[span.start] == _FROM and not opened else time
