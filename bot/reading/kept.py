"""What one clause of a message tells must not be lost in what another is read as."""

from __future__ import annotations

from bot.reading.outcome import Read
from bot.reading.slots import Inherited
from bot.reading.spans import Cover
from bot.reading.times import KindOf, Word
from bot.reading.work import LIGHT_CUES
from knowledge.query import Between, InYears, OnDay, When


def is_telling(cover: Cover) -> bool:
    """Whether a clause asks or tells something, beside what it names."""
    cues = {cue for span in cover.spans if not (span.filler or span.soft or span.time) for cue in span.cues}
    return not cues <= LIGHT_CUES


def loses_time(read: Read, story: Inherited, cover: Cover) -> bool:
    """Whether a time told before a question that names none itself is not the question's: it would be of another."""
    own = any(span.time is not None and not isinstance(span.time, KindOf | Word) for span in cover.spans)
    if story.when is None or own:
        return False
    told = read.query.model_dump_json()
    years = _years(story.when)
    return bool(years) and not any(str(year) in told for year in years)


def _years(when: When) -> set[int]:
    """The years that a time names."""
    if isinstance(when, InYears):
        return set(when.years)
    if isinstance(when, OnDay):
        return {when.day.year}
    if isinstance(when, Between):
        return {day.year for day in (when.since, when.until) if day}
    return set()
