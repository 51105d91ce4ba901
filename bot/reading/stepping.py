"""The general election before or after a year, where no seat is named: "who won the election before 2019"."""

from __future__ import annotations

from collections.abc import Mapping

from bot.reading.lexicon import Lexicon
from bot.reading.slots import Slots
from bot.reading.spans import Cover
from bot.reading.time_kinds import Word, Year, first_day, last_day
from knowledge.queries.calendar import Calendar

_STEPS = {Word("previous"): "stepping_back", Word("following"): "stepping_on"}
"""Words of time that name the contest beside another, and the groups of words they end in right before a year."""


def stepped(slots: Slots, cover: Cover, calendar: Calendar, lexicon: Lexicon) -> None:
    """Put that election in the place of the year; of a seat the contest beside it is found by its own polls."""
    if slots.seats or len(slots.times) < len(_STEPS):
        return
    times = dict(slots.times)
    for at, word in slots.times:
        group, year = _STEPS.get(word) if isinstance(word, Word) else None, _behind(at, cover, times)
        if group is None or year is None or cover.tokens[cover.spans[at].end - 1].text not in lexicon.groups[group]:
            continue
        start, end = first_day(times[year]), last_day(times[year])
        assert start and end
        earlier = [day for day in calendar.generals if day < start]
        later = [day for day in calendar.generals if day > end]
        found = earlier[-1:] if group == "stepping_back" else later[:1]
        if found:
            slots.times = [each for each in slots.times if each[0] not in (at, year)]
            slots.times.append((year, Year(found[0].year, found[0].month)))
            slots.asides.append(at)


def _behind(at: int, cover: Cover, times: Mapping[int, object]) -> int | None:
    """The span of the year that stands behind a word of time, with nothing but articles between."""
    for next_at in range(at + 1, len(cover.spans)):
        if isinstance(times.get(next_at), Year):
            return next_at
        if not cover.spans[next_at].filler:
            return None
    return None
