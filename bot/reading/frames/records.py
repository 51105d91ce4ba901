"""Records of any one party: "the most votes for a party", "record number of seats for one party"."""

from __future__ import annotations

from bot.reading.frames.measures import TOTAL_CUES, named
from bot.reading.frames.national import general
from bot.reading.framing import needs
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import AnyTime, Measure, Of, Query, Rank

_OF_PARTIES = frozenset({Measure.SEATS, Measure.VOTES, Measure.SHARE})
_TOLD = frozenset(
    {
        "highest", "get", "history", "career", "votes", "seats", "share", "one_party", "party_of", "win", "what",
        "total", "general_election", "ever", "all_time", "who", "which", "how_many", "aux", "when", "mp", "result",
        "came_in", "do_best",
    }
)  # fmt: skip
"""Cues beside which no more is asked than the most that any party had."""


@needs("no seat named")
@needs("votes", "seats", "share")
@needs(words=("party",))
def any_partys_record(work: Work) -> Query | None:
    """The highest figure that one party had at any general election of the time, where none and no year is named."""
    named_one = work.anchored or work.parties or work.people or work.years
    if named_one or work.kind is ElectionKind.BY_ELECTION or not _TOLD.issuperset(work.hits):
        return None
    if work.free_numbers() or not _of_a_party(work) or not (work.has("highest") or work.says("records")):
        return None
    if work.opens_as("verb_openers") or work.inherited.when is not None:
        return None
    measures = [each for each in named(work, TOTAL_CUES) if each in _OF_PARTIES]
    if len(measures) > 1 and Measure.SHARE in measures:
        measures = [Measure.SHARE]
    if len(measures) != 1:
        return None
    work.take(*_TOLD)
    where = general(work.selection(default=AnyTime(kind=ElectionKind.GENERAL)))
    return Rank(where=where, of=Of.PARTIES, measure=measures[0], highest=True, limit=2)


def _of_a_party(work: Work) -> bool:
    """ "for a party", "any party has got", "by one single party"."""
    texts = [token.text for token in work.cover.tokens]
    leads = work.group("lone_party_leads")
    return any(text == "party" and at and texts[at - 1] in leads for at, text in enumerate(texts))
