"""The party that somebody stood for: asked for beside a figure of theirs, or telling which of a name is meant."""

from __future__ import annotations

from bot.reading.framing import needs
from bot.reading.work import Work
from knowledge.query import Focus, Query, Result

_OF_THEIRS = frozenset(
    {"result", "get", "did_how", "what", "who", "aux", "general_election", "by_election", "candidates"}
)
"""Cues of a question for how somebody did."""


def label_told(work: Work) -> None:
    """ "votes of keith vaz ... and the party label he used"; marks what says so."""
    if work.people and work.take("party_of") and not work.slots.numbers:
        work.use_words(*work.group("bearing"))


@needs("a person")
@needs("a party")
@needs("result", "get", "did_how")
def result_for(work: Work) -> Query | None:
    """ "michael foster's result in 2010 - he was a labour man": of those of the name, whoever stood for the party."""
    if len(work.people) != 1 or len(work.parties) != 1 or len(work.years) != 1 or work.seats or work.spanned():
        return None
    if not _OF_THEIRS.issuperset(work.hits) or work.slots.numbers or work.asks_whether:
        return None
    cards = work.catalogue.cards(work.people[0].values)
    counted = work.catalogue.counts_as()
    if not any(counted.get(s.party, s.party) in work.parties[0].values for card in cards for s in card.stands):
        return None
    work.take(*_OF_THEIRS)
    return Result(where=work.selection(), focus=Focus.PARTY)
