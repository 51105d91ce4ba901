"""Who took the seat of somebody named."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.reading.framing import needs
from bot.reading.work import Work
from knowledge.query import Focus, Holder, Latest, Query, Result, Selection


@needs("a person")
@needs("who")
def taker(work: Work) -> Query | None:
    """ "who nicked jacob rees-mogg's seat in 24": who won where they stood then; else who followed them."""
    if not _took_theirs(work):
        return None
    work.take("take", "win", "get", "who", "mp")
    where = work.selection()
    if where.when == Latest() or not _stood_then(work):
        return Holder(where=Selection(people=where.people), relation="after")
    return Result(where=where, focus=Focus.WINNER)


def _took_theirs(work: Work) -> bool:
    """Whether the seat of the one person named is said to have passed to somebody asked for."""
    if len(work.people) != 1 or work.seats or work.parties or not work.has("take", "win") or not work.has("who"):
        return False
    tokens, span = work.cover.tokens, work.cover.spans[work.people[0].span]
    last = tokens[span.end - 1]
    owned = last.base != last.text or last.text.endswith("s")
    behind = [token.text for token in tokens[span.end : span.end + 2]]
    return owned and not work.group("their_seats").isdisjoint(behind) and work.first("who") < work.people[0].span


def _stood_then(work: Work) -> bool:
    """Whether whoever is named stood in a year named."""
    years = {year.year for year in work.years}
    cards = filter(None, map(work.catalogue.person, work.people[0].values))
    return any(stand.date.year in years for card in cards for stand in card.stands)


def seat_taken(work: Work, where: Selection) -> Selection:
    """ "when did the lib dems get tiverton": of the seats a place has been in, the one that a party took from another.

    A seat that it won at the very first is none that it took, where it had just taken the one before.
    """
    slot = work.seats[0] if len(work.seats) == 1 else None
    if slot is None or slot.how != "place" or len(where.seats) != 1 or _took(work, where.seats[0], where):
        return where
    before = [row.seat_2010 for row in work.catalogue.places(slot.label) if row.seat_2010]
    taken = [seat for seat in dict.fromkeys(before) if _took(work, seat, where)]
    if len(taken) != 1:
        return where
    work.seats[0] = replace(slot, every=(*slot.every, taken[0]))
    return where.model_copy(update={"seats": (taken[0],)})


def _took(work: Work, seat: str, where: Selection) -> bool:
    """Whether one of the parties won a seat that another had won before."""
    counts = work.catalogue.counts_as()
    parties = [counts.get(won.party, won.party) for won in work.catalogue.won_in(seat)]
    return any(after in where.parties and before not in where.parties for before, after in pairwise(parties))
