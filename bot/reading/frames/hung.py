"""Hung parliaments: which there were, the first or last of them, whether an election returned one."""

from __future__ import annotations

from typing import Literal

from bot.reading.dated import in_year
from bot.reading.time_kinds import Word, Year
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import AnyTime, Governments, Latest, Query


def hung(work: Work) -> Query | None:
    """ "which elections brought a hung parliament"."""
    if not work.take("hung"):
        return None
    end = _hung_end(work)
    work.take("finish", "leave")
    work.take("listing", "how_many", "when", "which", "all_time", "last_time", "ever", "what", "win", "result")
    work.take("check", "latest", "majority", "get", "times_count")
    plain = work.opens_as("verb_openers") or not (work.has("which", "listing", "when") or work.says("hung_plurals"))
    after = work.after_general() if plain else None
    when = after or work.when(AnyTime(kind=ElectionKind.GENERAL))
    if isinstance(when, Latest) and work.opens_as("verb_openers"):
        # "was the last election a hung parliament"
        when = in_year(Year(work.calendar.generals[-1].year), ElectionKind.GENERAL)
    if end is not None and isinstance(when, Latest):
        when = AnyTime(kind=ElectionKind.GENERAL)
    return Governments(when=when, ask="hung", parties=work.use(work.parties), end=end)


def _hung_end(work: Work) -> Literal["first", "last"] | None:
    """ "last hung parliament", "when did we last have one": the first or last of them; marks what says so."""
    if work.opens_as("verb_openers") or work.has("how_many", "listing", "times_count") or work.says("hung_plurals"):
        return None
    before = work.cover.spans[work.first("hung") - 1].cues if work.first("hung") else ()
    for end, cues in (("last", ("last", "last_time", "latest")), ("first", ("first_time",))):
        if not set(cues).isdisjoint(before) or (work.has("when") and work.has(*cues)):
            work.take(*cues)
            work.use_times(Word)
            return "first" if end == "first" else "last"
    return None
