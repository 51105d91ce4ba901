"""The general elections at which a total of the country, an area or a party compares so with a number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from knowledge.facts.ranking import ElectionsFacts, RankedTotal
from knowledge.queries.check_contest import holds
from knowledge.queries.rank_totals import ranked_totals
from knowledge.query import Condition, Elections, Measure, Of, Operator, Rank

if TYPE_CHECKING:
    from knowledge.store.store import Store


def run_elections(store: Store, query: Elections) -> ElectionsFacts:
    """Those that fit, oldest first, and how many were looked through."""
    of = Of.PARTIES if query.any_party else Of.ELECTIONS
    values = ranked_totals(store, Rank(where=query.where, of=of, measure=query.condition.measure))
    known = [entry for entry in values.entries if holds(query.condition, entry.value, about=False)]
    if query.beaten:
        known = [entry for entry in known if _most_seats(entry) not in query.where.parties]
    days = [totals.day for totals in values.totals]
    return ElectionsFacts(
        entries=tuple(sorted(known, key=lambda entry: (entry.totals.day, -entry.value))),
        elections=len(days),
        unheld=values.unheld,
        first=days[0] if days else None,
        last=days[-1] if days else None,
        nearest=None if known or query.beaten else _nearest(query.condition, values.entries),
    )


def _most_seats(entry: RankedTotal) -> str:
    """The party that won most seats at the general election of a figure."""
    return max(entry.totals.parties, key=lambda party: party.seats or 0).party


def _nearest(condition: Condition, entries: Sequence[RankedTotal]) -> RankedTotal | None:
    """The highest of the figures that were all too low, or the lowest of those too high."""
    if condition.measure is Measure.COMMONS_MAJORITY or condition.operator is Operator.EQUAL:
        return None
    highest = condition.operator in (Operator.MORE, Operator.AT_LEAST)
    return (max if highest else min)(entries, key=lambda entry: entry.value, default=None)
