"""Rankings of parties, and of general elections, by their totals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.facts.ranking import RankedTotal, RankTotalsFacts
from knowledge.facts.totals import ElectionTotals
from knowledge.queries.general import general_elections, meant
from knowledge.queries.placing import asked, placed
from knowledge.queries.totals import APART, SMALL, totals_of
from knowledge.query import AnyTime, Latest, Measure, Of, Rank, Totals

if TYPE_CHECKING:
    from knowledge.store.store import Store

_TOP = 5
_OF_PARTIES = frozenset({Measure.SHARE, Measure.CHANGE, Measure.SEATS, Measure.SEAT_CHANGE, Measure.VOTE_CHANGE})
"""Measures that an election has only by its parties: "the highest share at a general election"."""
_WHOLE_HOUSE = frozenset({Measure.COMMONS_MAJORITY, Measure.MAJORITY, Measure.TURNOUT, Measure.ELECTORATE})
_BESIDE_OTHERS = frozenset(
    {
        Measure.CHANGE,
        Measure.POSITION,
        Measure.SEAT_CHANGE,
        Measure.SWING,
        Measure.TURNOUT_CHANGE,
        Measure.VOTE_CHANGE,
    }
)
"""Measures that need the election before, or the other parties."""

_OF_ALL_SIZES = frozenset({Measure.VOTES, Measure.SHARE, Measure.CANDIDATES})
"""Measures whose lowest is that of the smallest party; of others nothing would be told by all the noughts."""


@dataclass(frozen=True, slots=True)
class Totalled:
    """The figures of a ranking, in no order, and the elections they are of."""

    query: Rank
    """What is ranked once it is settled whether that is parties or elections."""
    totals: tuple[ElectionTotals, ...]
    entries: tuple[RankedTotal, ...]
    unheld: int
    every: bool
    """Whether the smallest parties are looked at too."""
    lowest: bool
    """Whether parties are ranked from the bottom."""


def ranked_totals(store: Store, query: Rank) -> Totalled:
    """Every figure that a ranking of parties or general elections is made of."""
    held = general_elections(store)
    if query.of is Of.ELECTIONS and query.measure in _OF_PARTIES and not query.where.parties:
        query = query.model_copy(update={"of": Of.PARTIES})
    when = query.where.when
    if query.of is Of.ELECTIONS and isinstance(when, Latest):
        when = AnyTime(kind=when.kind)
    chosen = meant(when, held)
    alone = query.measure not in _BESIDE_OTHERS
    seated = alone and (query.of is Of.ELECTIONS or (query.measure is Measure.SEATS and query.highest))
    asked = Totals(where=query.where, measures=(query.measure,))
    lowest = query.of is Of.PARTIES and not query.highest and not query.where.parties
    every = lowest and query.measure in _OF_ALL_SIZES
    totals = totals_of(store, held, chosen, asked, alone=alone, seated=seated, every=every)
    values = [entry for each in totals for entry in _entries(each, query)]
    known = tuple(entry for entry in values if entry is not None)
    if query.of is Of.ELECTIONS and not query.highest and len(query.where.parties) == 1:
        shown = _in_the_house(totals, known)
        if len(shown) < len(known):
            totals = tuple(each for each in totals if shown[0].totals.day <= each.day <= shown[-1].totals.day)
            known = shown
    return Totalled(query, tuple(totals), known, len(values) - len(known), every, lowest)


def _in_the_house(totals: Sequence[ElectionTotals], entries: tuple[RankedTotal, ...]) -> tuple[RankedTotal, ...]:
    """The entries without those of a later party that took up the name of an old one, and never won a seat.

    They are told by the general elections between at which no such party is held.
    """
    days = [each.day for each in totals]
    runs: list[list[RankedTotal]] = []
    for entry in sorted(entries, key=lambda each: each.totals.day):
        behind = bool(runs) and days.index(entry.totals.day) == days.index(runs[-1][-1].totals.day) + 1
        if behind:
            runs[-1].append(entry)
        else:
            runs.append([entry])
    seated = [run for run in runs if any(entry.party and entry.party.seats for entry in run)]
    last = runs.index(seated[-1]) if seated else len(runs)
    return tuple(entry for run in runs[: last + 1] for entry in run)


def rank_totals(store: Store, query: Rank) -> RankTotalsFacts:
    """The highest or lowest party or general election by a total of an area."""
    found = ranked_totals(store, query)
    known = sorted(found.entries, key=lambda entry: entry.value, reverse=query.highest)
    ranking = placed(known)
    totals = found.totals
    return RankTotalsFacts(
        entries=tuple(asked(ranking, query.nth, query.limit)),
        top=tuple(ranking[: max(query.nth or query.limit, _TOP)]),
        ranked=len(known),
        unheld=found.unheld,
        first=totals[0].day if totals else None,
        last=totals[-1].day if totals else None,
        elections=len(totals),
        above=SMALL if found.lowest and not found.every else None,
        pooled=found.lowest and any(each.pooled for each in totals),
        held=tuple(election.day for election in general_elections(store)),
    )


def _entries(totals: ElectionTotals, query: Rank) -> list[RankedTotal | None]:
    """What one election adds to the ranking; None for a figure that is not held."""
    if query.of is Of.PARTIES:
        asked = query.where.parties
        return [
            _entry(totals, p.value(query.measure), index)
            for index, p in enumerate(totals.parties)
            if p.party not in APART and (not asked or p.party in asked)
        ]
    if query.where.parties and query.measure not in _WHOLE_HOUSE:
        return [
            _entry(totals, p.value(query.measure), index)
            for index, p in enumerate(totals.parties)
            if p.party in query.where.parties
        ]
    first = totals.parties[0].party if totals.parties else None
    if query.measure in _WHOLE_HOUSE and query.where.parties and first not in query.where.parties:
        return []
    return [_entry(totals, totals.value(query.measure), None)]


def _entry(totals: ElectionTotals, value: float | None, index: int | None) -> RankedTotal | None:
    if value is None:
        return None
    return RankedTotal(1, value, totals, None if index is None else totals.parties[index])
