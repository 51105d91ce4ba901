"""What is asked of the whole house behind a question of one general election: its majority, who had most."""

from __future__ import annotations

from types import MappingProxyType

from bot.reading.spans import Cover
from knowledge.models.elections import ElectionKind
from knowledge.query import Governments, InYears, Latest, Measure, Of, Query, Rank, Selection, Totals, When

_MAJORITY = frozenset({"majority", "outright", "what", "how_much", "result", "chamber", "get", "government"})
"""Cues beside which no more is asked than a government's majority."""
_MOST = frozenset({"highest", "who", "which", "what", "get", "win", "party_of"})
"""Cues beside which no more is asked than who had most."""
_COUNTED = MappingProxyType({"votes": Measure.VOTES, "seats": Measure.SEATS, "share": Measure.SHARE})


def of_the_house(cover: Cover, last: Query) -> Query | None:
    """ "overall majority?", "and most votes": of the election just told of, and not what the word means."""
    when = election_of(last)
    named = (s.seat or s.party or s.area or s.time or s.person or s.unknown or s.number for s in cover.spans)
    if when is None or any(named):
        return None
    terms = {span.term for span in cover.spans if span.term}
    where = Selection(when=when)
    if cover.cues <= _MAJORITY and "majority" in terms and not isinstance(last, Rank):
        return Totals(where=where, measures=(Measure.COMMONS_MAJORITY,))
    counted = [measure for cue, measure in _COUNTED.items() if cue in cover.cues]
    most = "highest" in cover.cues or "plurality" in terms
    if most and len(counted) == 1 and cover.cues <= _MOST | set(_COUNTED):
        return Rank(where=where, of=Of.PARTIES, measure=counted[0], highest=True, limit=2)
    return None


def election_of(last: Query) -> When | None:
    """The one general election that a question of the whole country was of."""
    if isinstance(last, Governments):
        when: When = last.when
    elif isinstance(last, Totals) or (isinstance(last, Rank) and last.of is Of.PARTIES):
        if last.where != Selection(when=last.where.when):
            return None
        when = last.where.when
    else:
        return None
    one = isinstance(when, Latest) or (isinstance(when, InYears) and len(when.years) == 1)
    general = when.kind is ElectionKind.GENERAL or (isinstance(last, Governments) and when.kind is None)
    return when if one and general else None
