"""Who came where in the contest of somebody named: "who came last against theresa may in 2017"."""

from __future__ import annotations

from bot.reading.work import Work
from knowledge.query import LAST_PLACE, Focus, OnDay, Query, Result, Selection

_FIRST_BEHIND = 3


def of_their_contest(work: Work) -> Query | None:
    """The one at a place in the contest of the person whom the words say they stood against."""
    if len(work.people) != 1 or work.parties or work.seats or len(work.years) > 1:
        return None
    start = work.start(work.people[0])
    if not start or work.cover.tokens[start - 1].text not in work.group("set_against"):
        return None
    years, kind = {year.year for year in work.years}, work.kind
    stands = [
        stand
        for card in work.catalogue.cards(work.people[0].values)
        for stand in card.stands
        if (not years or stand.date.year in years) and kind in (None, stand.kind)
    ]
    last = max(stands, key=lambda stand: stand.date, default=None)
    if last is None or (years and len(stands) > 1):
        return None
    place = LAST_PLACE if work.has("last_place") else None if work.has("runner_up") else work.ordinal()
    if place is None or LAST_PLACE < place < _FIRST_BEHIND:
        return None
    work.take("last_place", "finish", "who", "votes", "share", "how_many", "get", "versus", "what", "party_of")
    work.use(work.people)
    work.use_times()
    return Result(where=Selection(seats=(last.seat,), when=OnDay(day=last.date), place=place), focus=Focus.PLACE)
