"""The whole result of a contest, and the votes or shares of everybody who stood."""

from __future__ import annotations

from bot.reading.framing import needs
from bot.reading.work import Work
from knowledge.query import Focus, Query, Result

_OF_ALL_VOTES = frozenset({"listing", "votes", "get", "what", "aux", "general_election", "by_election"})
"""Cues beside which "all the votes" asks for those of each candidate."""
_OF_ALL = _OF_ALL_VOTES | {
    "by_party", "candidates", "did_how", "full", "how_many", "how_much", "latest", "last", "now", "party_of",
    "per_seat", "result", "share", "win",
}  # fmt: skip
"""Cues beside which a figure of "each candidate" is everybody's."""


@needs("full", "per_seat", "listing")
def full(work: Work) -> Query | None:
    """The whole result."""
    each = work.has("per_seat") and work.has("candidates", "votes")
    if not work.placed or not (work.has("full") or each or _all_votes(work)):
        return None
    work.take("per_seat", "how_many", "get", "full", "result", "listing", "candidates", "votes")
    return Result(where=work.selection(), focus=Focus.FULL)


def _all_votes(work: Work) -> bool:
    """ "all the votes for bath 2019": everybody's, where nobody is named and none are said to be added up."""
    if work.of_somebody or work.inherited.parties or not _OF_ALL_VOTES.issuperset(work.hits):
        return False
    whole = (at for at in work.hits.get("listing", ()) if work.text(at) in work.group("all_of_them"))
    return any(at + 1 in work.hits.get("votes", ()) for at in whole)


@needs("a seat")
@needs("per_seat", "share", "votes")
@needs("by_party", "candidates", "full", "listing", "per_seat", groups=("shares",))
def each_share(work: Work) -> Query | None:
    """ "the vote share of all candidates", "what did each party get", "vote shares in bath": everybody's."""
    nobody = work.seats and not (work.of_somebody or work.inherited.parties or work.free_numbers())
    if not nobody or not _OF_ALL.issuperset(work.hits) or not (_each(work) or work.says("shares")):
        return None
    work.take(*_OF_ALL)
    work.use_words("party", "partys", "candidates", "candidate")
    return Result(where=work.selection(), focus=Focus.FULL)


def _each(work: Work) -> bool:
    """Whether the words are of each candidate or party."""
    if work.has("by_party", "per_seat", "full"):
        return True
    return work.has("listing") and (work.has("candidates", "party_of") or work.says("party_words"))
