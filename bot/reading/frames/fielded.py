"""How many candidates of a party stood in a seat, and all who stood there where only a list is asked for."""

from __future__ import annotations

from bot.reading.framing import needs
from bot.reading.work import Work
from knowledge.query import Count, Focus, Of, Query, Result


@needs("a seat")
@needs("a party")
@needs("candidates", "stand")
def fielded(work: Work) -> Query | None:
    """ "how many independents stood in eastbourne in 2010": a party's candidates are counted."""
    placed = bool(work.seats or work.inherited.seats)
    if not (placed and len(work.parties) == 1) or work.people or work.has("votes", "win", "share", "women", "get"):
        return None
    if not (work.has("how_many") and work.has("candidates", "stand")) or work.has("deposit_lost", "deposit"):
        return None
    work.take("how_many", "candidates", "stand", "total")
    return Count(where=work.selection(), of=Of.CANDIDACIES)


@needs("a seat")
@needs("listing")
def them_all(work: Work) -> Query | None:
    """ "st ives 2017: list them": of one contest, where nothing else is asked, those who stood there."""
    if not work.timed or work.parties or work.people or work.free_numbers():
        return None
    told = {work.text(at) for at in work.hits["listing"]}
    if not set(work.hits) <= {"listing", "whole"} or told.isdisjoint(work.group("list_them")):
        return None
    work.take("listing", "whole")
    return Result(where=work.selection(), focus=Focus.CANDIDATES)
