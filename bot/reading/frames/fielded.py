"""How many candidates of a party stood in a seat, and all who stood there where only a list is asked for."""

from __future__ import annotations

from bot.reading.framing import needs
from bot.reading.work import Work
from knowledge.query import Count, Focus, Of, Query, Result

_IN_ORDER = frozenset(
    {"candidates", "finish", "votes", "share", "result", "general_election", "by_election", "highest", "full"}
)
"""Cues beside which no more is asked than who stood, in order of their votes."""


@needs("a seat")
@needs("a party")
@needs("candidates", "stand")
def fielded(work: Work) -> Query | None:
    """ "how many independents stood in eastbourne in 2010": a party's candidates are counted."""
    placed = bool(work.seats or work.inherited.seats)
    if not (placed and len(work.parties) == 1) or work.people or work.has("votes", "win", "share", "women", "get"):
        return None
    if work.has("chose") and not work.has("candidates"):
        # "how many went for the uup": voters, not candidates
        return None
    if not (work.has("how_many") and work.has("candidates", "stand")) or work.has("deposit_lost", "deposit"):
        return None
    work.take("how_many", "candidates", "stand", "total")
    return Count(where=work.selection(), of=Of.CANDIDACIES)


@needs("a seat")
@needs("candidates", "result")
@needs(groups=("ordering_verbs",))
def in_order(work: Work) -> Query | None:
    """ "rank the candidates in bath 2019 by votes": of one contest, the whole result."""
    asked = work.seats and not (work.parties or work.people or work.free_numbers()) and len(work.years) < 2
    if not asked or not work.opens_as("ordering_verbs") or not _IN_ORDER.issuperset(work.hits):
        return None
    work.take(*_IN_ORDER)
    work.use_words(*work.group("ordering_verbs"))
    return Result(where=work.selection(), focus=Focus.FULL)


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


def counts_places(work: Work) -> bool:
    """Whether how often is asked for; "how many votes did the runner up get in bath" asks for theirs."""
    if not work.has("how_many") or work.has("who"):
        return False
    theirs = work.has("runner_up", "last_place") and work.has("votes") and work.has("get", "win")
    return not (theirs and work.take("get", "win"))
