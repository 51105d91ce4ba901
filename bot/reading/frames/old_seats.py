"""Seats that are gone, where a place of their name lies in another now."""

from __future__ import annotations

from bot.reading.framing import needs
from bot.reading.time_kinds import Year
from bot.reading.work import Work
from knowledge.query import History, Holder, Query, Selection, Several

_FEW = 10
"""As many parts at most as a seat is cut in."""
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


_OF_THE_END = frozenset(
    {
        "aux", "by_party", "exists", "fate", "get", "hold", "last", "mp", "seats", "until", "what", "when", "who",
    }
)  # fmt: skip
"""Cues beside which no more is asked than who sat when a seat came to its end."""


@needs("a seat")
@needs("mp")
@needs("fate", "exists")
@needs("until", "when")
def member_at_the_end(work: Work) -> Query | None:
    """ "who was its mp before it was split", "who held delyn when it was abolished": of a seat that is gone."""
    if len(work.seats) != 1 or len(work.seats[0].values) != 1 or work.people or work.parties:
        return None
    told = [Year(work.calendar.generals[-1].year)] if work.years else []
    if len(work.slots.times) != len(told) or work.years != told:
        # "until it was scrapped in 2024"
        return None
    if not _OF_THE_END.issuperset(work.hits) or not work.has("who", "what") or not work.says("at_the_end"):
        return None
    seat, last = work.seats[0].values[0], work.calendar.generals[-1]
    if max(day for day, _ in work.catalogue.polls(seat)) >= last:
        return None
    work.take(*_OF_THE_END)
    work.used.update(at for at, number in work.slots.numbers if work.text(at - 1) == "in" and number.value < _FEW)
    work.pass_over([at for at, _ in work.slots.times])
    return Holder(where=Selection(seats=work.use(work.seats)))


def of_both(work: Work, history: History) -> History | Several:
    """ "was finchley always tory": of the seat of just this name, which is gone, and of that where the place lies."""
    old = [slot.old for slot in work.seats if slot.old and slot.old != history.where.seats]
    if len(old) != 1 or len(work.seats) != 1:
        return history
    gone = history.model_copy(update={"where": history.where.model_copy(update={"seats": old[0]})})
    return Several(parts=(gone, history))
