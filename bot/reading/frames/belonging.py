"""Whose a seat was, and for whom somebody stood, as a yes/no question asks."""

from __future__ import annotations

from bot.reading.dated import in_year
from bot.reading.frames.orders import Expected
from bot.reading.frames.won_there import is_of_old
from bot.reading.time_kinds import KindOf, Side, Year
from bot.reading.work import Work
from knowledge.query import ExpectedHolder, ExpectedStood, ExpectedWinner, InYears

_BARE = frozenset({"check", "party_of", "candidates", "aux", "now", "not", "what"})
"""Cues beside which a person and a party ask only whether the one stood for the other."""
_PLAINLY = frozenset({"check", "aux", "by_election", "general_election", "seats", "mp"})
"""Cues beside which a seat and a party ask only whether it was theirs."""


def affiliated(work: Work) -> Expected | None:
    """ "was Martin Bell a Lib Dem": whether the person stood for the party."""
    if len(work.people) != 1 or len(work.parties) != 1 or not _BARE.issuperset(work.hits):
        return None
    work.take("check", "party_of", "candidates")
    return (ExpectedStood(),), {}


def was(work: Work) -> Expected | None:
    """ "was hartlepool labour in 2019", "bath lib dem in 2015 yeah": whose a seat was is whom it had elected."""
    if not (work.seats or work.inherited.seats) or len(work.parties) != 1 or work.people or work.slots.numbers:
        return None
    named = {slot.span for slot in (*work.seats, *work.parties)}
    # "was it tory before that": at the contest before the one spoken of
    earlier = bool(work.inherited.seats) and not work.seats and not work.years and work.has("previous")
    plain = _PLAINLY | {"previous"} if earlier else _PLAINLY
    if not plain.issuperset(cue for cue, places in work.hits.items() if not named.issuperset(places)):
        return None
    work.take(*plain)
    if work.opens_with("is", "isnt") and not work.timed:
        return (ExpectedHolder(),), {}
    after = _after_poll(work)
    if after is not None:
        return (ExpectedWinner(),), {"when": after}
    return ((ExpectedWinner(),), {}) if work.years or earlier or not work.timed else None


def _after_poll(work: Work) -> InYears | None:
    """ "was newbury still tory after the 1993 by-election": whom the poll of that year elected; marks the words."""
    polls = [poll for slot in work.seats for seat in slot.values for poll in work.catalogue.polls(seat)]
    for at, time in work.slots.times:
        if not isinstance(time, Side) or time.side != "after" or not isinstance(time.anchor, Year):
            continue
        year = time.anchor.year
        kinds = [kind for day, kind in polls if day.year == year and work.kind in (None, kind)]
        if len(kinds) == 1 and not work.years:
            work.used.add(at)
            work.use_times(KindOf)
            return in_year(time.anchor, kinds[0])
    return None


def sat(work: Work) -> Expected | None:
    """ "is andy burnham mp for makerfield"."""
    sitting = work.opens_with("is") and work.people and not work.parties
    if not work.has("mp") or not (work.people or work.parties) or not (work.seats or sitting):
        return None
    if work.has("win", "lose", "take", "beat", "stand") or is_of_old(work):
        return None
    if any(isinstance(time, Side) and time.side == "until" for _, time in work.slots.times):
        # "stayed member until 1987" is said of the end, and not of any day before it
        return None
    if work.people and work.parties and not work.timed and any(work.text(at)[:3] == "sat" for at in work.hits["mp"]):
        return None  # "powell sat for south down as a tory": at some time, and not today
    work.take("mp", "hold", "now", "who")
    return (ExpectedHolder(),), {}
