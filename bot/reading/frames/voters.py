"""Votes, shares and turnout asked for by what the voters did."""

from __future__ import annotations

from bot.reading.work import Work
from knowledge.query import Measure

Measures = tuple[Measure, ...]


def chosen(work: Work) -> Measures | None:
    """ "how many voted labour", "what percentage plumped for the greens"."""
    if len(work.parties) + len(work.people) != 1 or work.has("majority", "change"):
        return None
    if not work.has("chose"):
        return _went_for(work)
    if not work.has("how_many", "share", "how_much") or (work.has("electorate") and not work.has("how_many")):
        # a share of the electorate is no share of the vote
        return None
    if work.people and dating(work):
        return None
    share = work.take("share", "how_much")
    work.take("chose", "how_many", "votes", "turnout", "valid_votes", "took_part", "electorate")
    return (Measure.SHARE,) if share else (Measure.VOTES,)


def _went_for(work: Work) -> Measures | None:
    """ "how many went alliance in belfast east": in one seat those are votes, and no seats."""
    at = work.first("how_many") + 1
    went = at < len(work.cover.spans) and work.text(at) in work.group("went_to_vote")
    if not (work.seats and work.parties and went and work.parties[0].span == at + 1) or work.has("seats", "mp"):
        return None
    work.used.add(at)
    work.take("how_many", "votes")
    return (Measure.VOTES,)


def part_of_vote(work: Work) -> Measures | None:
    """ "how much of the bath vote went to labour": a share."""
    ends = [work.cover.spans[at].end for at in work.hits.get("how_much", ())]
    tokens = work.cover.tokens
    part = any(end < len(tokens) and tokens[end].text == "of" for end in ends)
    if not part or not work.has("votes") or not (work.parties or work.people):
        return None
    work.take("how_much", "votes", "get")
    return (Measure.SHARE,)


def took_part(work: Work) -> Measures | None:
    """ "what proportion of the electorate voted": where nobody is named, that is the turnout."""
    beside = dating(work) if work.people else ()
    if work.parties or (work.people and not beside) or work.inherited.parties or not work.has("took_part"):
        return None
    if not work.has("share", "how_many") or work.has("invalid_votes", "majority", "swing", "change", "who"):
        return None
    work.used.update(beside)
    if set(work.hits.get("win", ())) - set(work.hits["took_part"]) - work.used:
        # "voted in" alone is both
        return None
    if not work.has("share", "electorate") and work.has("valid_votes", "votes"):
        return None
    work.take("took_part", "win", "share", "electorate", "how_many", "how_much", "votes", "turnout", "valid_votes")
    return (Measure.TURNOUT,)


def dating(work: Work) -> tuple[int, ...]:
    """ "what proportion voted when winnie ewing won hamilton": the words beside whose win only says which contest."""
    slot = work.people[0]
    lead = work.text(slot.span - 1).split()[-1:] if slot.span else []
    won = slot.span + 1 in work.hits.get("win", ()) and bool(work.seats)
    led = bool(lead) and work.group("at_a_time").issuperset(lead)
    return (slot.span - 1, slot.span + 1) if len(work.people) == 1 and won and led else ()
