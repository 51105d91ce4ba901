"""Whoever sat for a seat as a party's: "the communist mp for west fife", "which independent sat for tatton"."""

from __future__ import annotations

from datetime import date

from bot.reading.framing import needs
from bot.reading.time_kinds import Word, Year, last_day
from bot.reading.work import Work
from knowledge.query import AnyTime, History, Holder, Query, Selection

_OF_MEMBERS = frozenset(
    {"who", "which", "what", "mp", "hold", "listing", "aux", "ever", "all_time", "general_election", "party_of"}
)
"""Cues of a question for a member."""
_SITTING = ("mp", "hold")


@needs("a seat")
@needs("a party")
@needs("who", "which", "listing")
def members_of(work: Work) -> Query | None:
    """The party's members of a seat in all its time, or whoever sat there in a year, with their party."""
    if not work.has(*_SITTING):
        return _told_of(work)
    if len(work.parties) != 1 or len(work.seats) != 1 or work.people or work.free_numbers() or work.asks_whether:
        return None
    if not _OF_MEMBERS.issuperset(work.hits) or work.opens_as("verb_openers") or not _is_past(work):
        return None
    years = [time for _, time in work.slots.times if not isinstance(time, Word)]
    if len(years) > 1 or not all(isinstance(time, Year) for time in years):
        return None
    work.take(*_OF_MEMBERS)
    seats, parties = work.use(work.seats), work.use(work.parties)
    if not years:
        work.use_times(Word)
        return History(where=Selection(seats=seats, parties=parties, when=work.ages().when), ask="ever-won")
    work.use_times()
    named = work.years[0]
    until = last_day(named)
    return Holder(where=Selection(seats=seats), at=date(named.year, named.month or 1, 1), until=until)


def _told_of(work: Work) -> Query | None:
    """ "a liberal mp in orpington. who was that?": the same, of what was told before without a time."""
    told = work.inherited
    if (
        not (told.seats and told.parties)
        or told.when is not None
        or told.people
        or work.seats
        or work.people
        or work.timed
    ):
        return None
    if work.parties or work.slots.numbers or not work.says("pronouns") or not {"who", "aux"}.issuperset(work.hits):
        return None
    work.take("who")
    return History(where=Selection(seats=told.seats, parties=told.parties, when=AnyTime()), ask="ever-won")


def _is_past(work: Work) -> bool:
    """Whether members of old are asked for, not the one there now: "who was the ...", "which ... sat for"."""
    return work.says("past_verbs", "sitting_members") or work.words.isdisjoint(("is", "now"))
