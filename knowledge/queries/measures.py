"""Measures as SQL on ``contest_facts k`` and ``candidacy_facts c``."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from knowledge.query import Measure

_BASIS = (
    "SELECT p.{column} FROM contest_facts p WHERE p.constituency = k.constituency"
    " AND p.kind <> 'by-election' AND p.date < k.date ORDER BY p.date DESC LIMIT 1"
)

CONTEST_MEASURES: Mapping[Measure, str] = MappingProxyType(
    {
        Measure.MAJORITY: "k.majority",
        Measure.MAJORITY_SHARE: "k.majority_share",
        Measure.TURNOUT: "k.turnout",
        Measure.ELECTORATE: "k.electorate",
        Measure.VALID_VOTES: "k.valid_votes",
        Measure.INVALID_VOTES: "k.invalid_votes",
        Measure.CANDIDATES: "k.candidates",
        Measure.DEPOSITS_LOST: "k.deposits_lost",
        Measure.SWING: "k.swing",
        Measure.DECLARED_AT: "k.declared_at",
        Measure.DATE: "k.date",
        Measure.RESULT: "k.gain",
        Measure.CAUSE: "k.cause",
        Measure.THIRD_MARGIN: (
            "(SELECT f.share - t.share FROM candidacy_rows f JOIN candidacy_rows t ON t.contest_id = f.contest_id"
            " WHERE f.contest_id = k.id AND f.position = 1 AND t.position = 3)"
        ),
        Measure.TURNOUT_CHANGE: f"(k.turnout - ({_BASIS.format(column='turnout')}))",
    }
)
"""Measures of a contest, on ``contest_facts k``."""

CANDIDACY_MEASURES: Mapping[Measure, str] = MappingProxyType(
    {
        Measure.VOTES: "c.votes",
        Measure.SHARE: "c.share",
        Measure.CHANGE: "c.change",
        Measure.VOTE_CHANGE: (
            "(c.votes - (SELECT p.votes FROM candidacy_facts p WHERE p.constituency = c.constituency"
            " AND p.party = c.party AND p.kind <> 'by-election' AND p.date < c.date ORDER BY p.date DESC LIMIT 1))"
        ),
        Measure.POSITION: "c.position",
        Measure.BEHIND: "c.behind",
        Measure.DEPOSIT: "c.deposit_lost",
        Measure.PARTY: "c.party",
    }
)
"""Measures of a candidacy, on ``candidacy_facts c``."""


def of_contest(measure: Measure) -> bool:
    """Whether it is measured of a whole contest."""
    return measure in CONTEST_MEASURES


def of_candidacy(measure: Measure) -> bool:
    """Whether it is measured of one candidacy."""
    return measure in CANDIDACY_MEASURES
