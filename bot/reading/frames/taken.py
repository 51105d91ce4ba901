"""When a party took a seat, or lost it, and to whom."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.frames.conditions import party_after
from bot.reading.frames.takers import is_handed_over, when_taken
from bot.reading.framing import needs
from bot.reading.work import Work
from knowledge.query import AnyTime, History, Query, Selection


@needs("a seat")
@needs("a party")
@needs("when", "who")
def taken(work: Work) -> Query | None:
    """When a party took a seat, or lost it, and to whom."""
    if not (work.seats or work.inherited.seats) or not (work.parties or (work.inherited.parties and work.has("lose"))):
        return None
    if not work.has("when"):
        # "who did the liberals lose orpington to"
        lost_to = work.has("lose") and work.cover.tokens[-1].text == "to" and not work.timed
        if not lost_to or work.people or len(work.parties) > 1 or not (work.opens_with("who") and "did" in work.words):
            return None
    first = work.has("first_time") and work.has("win")
    if (first or work.has("last_time")) and not work.has("lose") and not work.people:
        return None
    if work.people and not work.has("lose"):
        return None
    work.use(work.people)
    work.leave_out("people")
    turned = any(work.text(slot.span).split()[0] in work.group("turning_colour") for slot in work.parties)
    if not (turned or is_handed_over(work)) and not work.has("win", "take", "get", "lose", "changed_hands", "hold"):
        return None
    ceased = any(work.text(at) in work.group("ceasing") for at in work.hits.get("changed_hands", ()))
    lost = work.has("lose") or ceased
    work.take("when", "win", "take", "get", "lose", "changed_hands", "hold", "seats", "first_time", "last_time", "beat")
    work.take("why", "who", "by_how_much")
    if lost:
        seats = work.use(work.seats) or work.inherited.seats
        when = work.when(AnyTime()) if work.timed else AnyTime()
        if len(work.parties) > 1:
            return _lost_to(work, Selection(seats=seats, when=when))
        gone = work.use(work.parties) or work.inherited.parties
        if work.has("for_good") and not _won_since(work, seats, gone):
            work.take("for_good")
        return History(where=Selection(seats=seats, lost_by=gone, when=when), ask="won-by")
    where = from_to(work, oldest(work, work.ages()))
    return when_taken(work, where)


def _lost_to(work: Work, where: Selection) -> Query | None:
    """ "when did the tories lose bath to the lib dems": when these took it from those."""
    if len(work.parties) != 2 or party_after(work, "losing_to") is not work.parties[1]:
        return None
    (loser, taker) = (slot.values for slot in work.parties)
    work.use(work.parties)
    return History(where=where.model_copy(update={"parties": taker, "lost_by": loser}), ask="won-by")


def _won_since(work: Work, seats: Sequence[str], parties: Sequence[str]) -> bool:
    """Whether one of the parties won a seat when it was last polled: it was never lost for good."""
    counts = work.catalogue.counts_as()
    last = (max(work.catalogue.won_in(seat), key=lambda won: won.date, default=None) for seat in seats)
    return any(won is not None and counts.get(won.party, won.party) in parties for won in last)


def oldest(work: Work, where: Selection) -> Selection:
    """A seat's history is that of the seat of exactly the name given, though it be long gone."""
    old = [slot.old for slot in work.seats if slot.old]
    last = max((day for seats in old for seat in seats for day, _ in work.catalogue.polls(seat)), default=None)
    founded = [day for party in where.parties if (day := work.catalogue.first_general(party))]
    if last and founded and min(founded) >= last:
        # a party that came when it went is asked about where the name lives on
        return where
    return where.model_copy(update={"seats": old[0]}) if old else where


def from_to(work: Work, where: Selection) -> Selection:
    """Two parties of a change: "from tory to lib dem", "did labour take it from the tories"."""
    if len(where.parties) != 2:
        return where
    first, second = where.parties

    def lead(at: int) -> set[str]:
        start = work.start(work.parties[at])
        return {token.text for token in work.cover.tokens[max(0, start - 2) : start]}

    giver, receiver = (first, second) if lead(0) & work.group("changed_from") else (second, first)
    if "to" in lead(1):
        giver, receiver = first, second
    return where.model_copy(update={"parties": (receiver,), "lost_by": (giver,)})
