"""By-elections held on the day of another."""

from __future__ import annotations

from bot.reading.framing import needs
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import Count, Listing, Of, OnDay, Query, Selection

_TOLD = frozenset({"same_day", "what", "which", "who", "where", "listing", "how_many", "stand", "aux", "by_election",
    "seats", "get", "ever", "result", "win", "hold", "take"})  # fmt: skip
"""Cues that ask no more than which contests there were."""


@needs("same_day", groups=("same_nights",))
def same_day(work: Work) -> Query | None:
    """ "what else was held the same day as the selby by-election": every by-election of its day."""
    if not work.has("same_day"):
        return _of_that_night(work)
    if len(work.seats) != 1 or work.people or work.parties or not set(work.hits) <= _TOLD:
        return None
    polls = [poll for seat in work.seats[0].values for poll in work.catalogue.polls(seat)]
    years = {year.year for year in work.years}
    days = [day for day, kind in polls if kind is ElectionKind.BY_ELECTION and (not years or day.year in years)]
    if not days or work.kind is ElectionKind.GENERAL:
        return None
    counted = work.has("how_many")
    work.take(*_TOLD)
    work.use(work.seats)
    work.use_times()
    work.use_words("else")
    where = Selection(when=OnDay(day=max(days), kind=ElectionKind.BY_ELECTION))
    return Count(where=where, of=Of.CONTESTS) if counted else Listing(where=where, of=Of.CONTESTS)


def of_that_night(work: Work) -> bool:
    """Whether words speak of others on the day spoken of."""
    if not work.says("the_others"):
        return False
    text = " ".join(token.text for token in work.cover.tokens)
    return any(phrase in text for phrase in work.group("same_nights"))


def _of_that_night(work: Work) -> Query | None:
    """ "and the other one that same night?": every by-election of the day of the one spoken of."""
    others = (slot for slot in work.parties if work.text(slot.span).split()[-1] not in work.group("the_others"))
    named = work.seats or work.people or any(others) or work.areas
    days = [
        day
        for seat in work.inherited.seats
        for day, kind in work.catalogue.polls(seat)
        if kind is ElectionKind.BY_ELECTION and day == work.inherited.day
    ]
    if not of_that_night(work) or named or len(days) != 1 or not set(work.hits) <= _TOLD:
        return None
    work.take(*_TOLD)
    work.use_times()
    work.use_words(*work.group("same_night_words"), *work.group("the_others"))
    return Listing(where=Selection(when=OnDay(day=days[0], kind=ElectionKind.BY_ELECTION)), of=Of.CONTESTS)
