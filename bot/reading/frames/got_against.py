"""What somebody is said to have got where somebody else stood: "al murray got over 500 votes against farage"."""

from __future__ import annotations

from dataclasses import replace

from bot.reading.frames.claimed_numbers import number_conditions, set_against
from bot.reading.frames.duels import met_in, stood_in
from bot.reading.framing import needs
from bot.reading.work import Work
from knowledge.query import Check, ExpectedNumber, Measure, Query

_CLAIMED = frozenset(
    {
        "votes", "share", "get", "over", "under", "exactly", "check", "aux", "versus", "by_election", "sure",
        "general_election", "about_number", "only", "stand", "win", "greeting", "finish",
    }
)  # fmt: skip
"""Cues beside which no more is said than how many votes somebody got."""
_HAD = frozenset({Measure.VOTES, Measure.SHARE})


@needs("a person")
@needs("two of a kind")
@needs("a number")
def got_against(work: Work) -> Query | None:
    """A number of votes said of the first of two people, in the contest in which they met."""
    if not set_against(work) or not _CLAIMED.issuperset(work.hits):
        return None
    met = met_in(work.over(replace(work.slots, numbers=[])))
    if met is None:
        return None
    first = min(work.people, key=lambda slot: slot.span)
    alone = work.over(replace(work.slots, people=[first]))
    found = number_conditions(alone)
    stood = tuple(card.id for card in work.catalogue.cards(first.values) if stood_in(card, met))
    if found is None or not stood or any(condition.measure not in _HAD for condition in found[0]):
        return None
    work.used.update(alone.used)
    work.take(*_CLAIMED)
    work.use_times()
    work.use(work.people)
    work.use(work.seats)
    expected = tuple(ExpectedNumber(condition=condition, about=found[1]) for condition in found[0])
    return Check(where=met.model_copy(update={"people": stood}), expect=expected)
