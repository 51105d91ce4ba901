"""How a party did in a seat, and who stood for it there."""

from __future__ import annotations

from bot.reading.frames.existing import says_any_of_party
from bot.reading.framing import needs
from bot.reading.work import Work
from knowledge.query import Between, Figure, Focus, Measure, Query, Result, Selection

_WHO_STOOD = frozenset({"who", "aux", "what", "get", "by_election", "general_election", "latest", "latest_by"})
"""Cues beside which a party in a seat is asked for its candidate."""


@needs("a party")
def party_candidate(work: Work) -> Query | None:
    """Who stood for a party, with what result."""
    if not work.parties or work.people or not (work.seats or work.inherited.seats) or says_any_of_party(work):
        return None
    bare = not work.hits or set(work.hits) <= {
        "aux", "what", "latest", "now", "result", "versus", "by_election", "general_election",
        "this_year", "last_year", "last_time", "where",
    }  # fmt: skip
    if bare and work.timed and not (work.has("aux") and work.spanned("until", "before", "after", "since")):
        work.take("result", "what", "last_time", "where")
        return _did(work.selection())
    if not work.hits and len(work.parties) == len(work.seats) == 1 and not work.timed:
        # "labour in copeland": no more is said
        return _did(work.selection())
    if work.has("who") and set(work.hits) <= _WHO_STOOD and work.seats and not work.free_numbers():
        # "who was the lib dem in wells in 2024"
        work.take("who", "get")
        return _did(work.selection())
    got = _got_in(work)
    if not (got or work.has("candidates", "stand", "who", "did_how", "get")):
        return None
    if (work.has("win") and not got) or work.has(
        "majority", "swing", "lose", "take", "hold", "change", "share", "finish", "mp", "how_long", "when"
    ):
        return None
    if got:
        work.take("win")
    if got or work.has("candidates", "stand", "did_how", "get"):
        work.take("candidates", "stand", "did_how", "how_many", "votes", "get", "result", "where")
        return _did(work.selection())
    return None


def _did(where: Selection) -> Query:
    """How a party did in a seat: contest by contest, where a stretch of time is named."""
    if isinstance(where.when, Between) and where.seats:
        return Figure(where=where, measures=(Measure.SHARE, Measure.VOTES), per_contest=True)
    return Result(where=where, focus=Focus.PARTY)


def _got_in(work: Work) -> bool:
    """ "what did labour get in bath": got there, not elected."""
    return work.has("what", "how_many", "how_much") and not work.has("who") and _enters(work)


def got_there(work: Work) -> bool:
    """ "what did labour get in bath and who was it": what they got there, and not who got in."""
    return work.has("what") and _enters(work)


def _enters(work: Work) -> bool:
    """Whether all that may say that somebody won is "get in"."""
    return work.has("win") and all(work.text(at) in work.group("got_in") for at in work.hits["win"])
