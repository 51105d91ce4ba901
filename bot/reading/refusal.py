"""Why nothing came of a question."""

from __future__ import annotations

from bot.reading.lexicon import Lexicon
from bot.reading.outcome import Refuse
from bot.reading.spans import NOT_HELD, Cover
from bot.reading.time_kinds import Year
from bot.reading.topics import is_of_other_matters
from knowledge.queries.calendar import Calendar


def is_early(cover: Cover, calendar: Calendar) -> bool:
    """Whether a year is named of which nothing is held."""
    first = calendar.generals[0].year
    return any(isinstance(span.time, Year) and span.time.year < first for span in cover.spans)


def refusal(cover: Cover, unexplained: tuple[str, ...], lexicon: Lexicon, calendar: Calendar) -> Refuse:
    """The reason, the most telling first: elsewhere, not held, another matter, too early, words not understood."""
    elsewhere = tuple(span.elsewhere for span in cover.spans if span.elsewhere)
    if elsewhere:
        return Refuse("elsewhere", elsewhere)
    cues = cover.cues
    for kind in NOT_HELD:
        if kind in cues:
            return Refuse(kind)
    if is_of_other_matters(cover, lexicon.groups):
        return Refuse("offtopic")
    if is_early(cover, calendar):
        return Refuse("early")
    return Refuse("words", unexplained or tuple(token.text for token in cover.unknown))
