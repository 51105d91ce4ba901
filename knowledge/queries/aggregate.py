"""Means, medians and sums of a figure over contests or candidacies."""

from __future__ import annotations

from statistics import fmean, median
from typing import TYPE_CHECKING

from knowledge.facts.ranking import AggregateFacts, Ranked
from knowledge.queries.gaps import gaps
from knowledge.queries.population import Population, held, measure_sql, people_names, population, ranked_rows, window
from knowledge.query import Aggregate

if TYPE_CHECKING:
    from knowledge.store.store import Store


def run_aggregate(store: Store, query: Aggregate) -> AggregateFacts:
    """The figure over all rows that hold one, with the lowest and the highest of them."""
    rows = population(store, query.where, query.of, query.measure)
    sql = measure_sql(query.measure)
    found = store.fetch(f"SELECT {sql} FROM {rows.rows(sql)} WHERE {rows.where.sql}", rows.where.params)
    values = [float(row[0]) for row in found if isinstance(row[0], int | float)]
    return AggregateFacts(
        of=rows.of,
        where=rows.selection,
        value=_value(query, values) if values else None,
        window=window(store, rows, sql),
        held=held(store, query.where, empty=not values),
        names=people_names(store, query.where),
        lowest=_extreme(store, rows, sql, "ASC"),
        highest=_extreme(store, rows, sql, "DESC"),
        gaps=gaps(store, query.where, rows.of),
    )


def _value(query: Aggregate, values: list[float]) -> float:
    match query.function:
        case "average":
            return fmean(values)
        case "median":
            return median(values)
        case "sum":
            return sum(values)


def _extreme(store: Store, rows: Population, sql: str, direction: str) -> Ranked | None:
    found = ranked_rows(store, rows, sql, f"AND value IS NOT NULL ORDER BY value {direction} LIMIT 1")
    return found[0] if found else None
