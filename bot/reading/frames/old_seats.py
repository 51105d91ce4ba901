"""Seats that are gone, where a place of their name lies in another now."""

from __future__ import annotations

from bot.reading.framing import needs
from bot.reading.work import Work
from knowledge.query import History, Holder, Query, Selection, Several

_OF_THE_LAST = frozenset({"last", "mp", "who", "aux", "what", "which", "hold"})
"""Cues beside which no more is asked than who was the last member."""


@needs("a seat")
@needs("last")
@needs("mp")
def last_member(work: Work) -> Query | None:
    """ "who was the last mp for limehouse": of the seat of that name, though the place lies in another now."""
    if len(work.seats) != 1 or not work.seats[0].old or not _OF_THE_LAST.issuperset(work.hits):
        return None
    if work.people or work.parties or work.timed:
        return None
    seats = work.seats[0].old
    work.use(work.seats)
    work.take(*_OF_THE_LAST)
    return Holder(where=Selection(seats=seats))


def of_both(work: Work, history: History) -> History | Several:
    """ "was finchley always tory": of the seat of just this name, which is gone, and of that where the place lies."""
    old = [slot.old for slot in work.seats if slot.old and slot.old != history.where.seats]
    if len(old) != 1 or len(work.seats) != 1:
        return history
    gone = history.model_copy(update={"where": history.where.model_copy(update={"seats": old[0]})})
    return Several(parts=(gone, history))
