"""Lists and counts of contests and candidacies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.facts.ranking import Item, ListFacts
from knowledge.queries.gaps import gaps
from knowledge.queries.measures import CANDIDACY_MEASURES
from knowledge.queries.population import Population, held, measure_sql, people_names, population, ranked_rows, window
from knowledge.query import Count, Listing, Of, Operator

if TYPE_CHECKING:
    from knowledge.store.store import Store

_ALL = 60
"""Lists up to this length are given whole."""
_FIRST = 40
_LOW_FIRST = frozenset({Operator.LESS, Operator.AT_MOST})


def run_listing(store: Store, query: Listing | Count) -> ListFacts:
    """What ``query`` selects: all of it, or the beginning of a long list with the number of all."""
    rows = population(store, query.where, _listed(query))
    whole = window(store, rows)
    limit = query.limit if isinstance(query, Listing) else None
    shown = min(whole.rows if whole.rows <= _ALL else _FIRST, limit or whole.rows)
    items = _items(store, rows, shown) if shown else ()
    winners = _winners(store, rows) if rows.of is Of.CONTESTS and whole.rows else []
    return ListFacts(
        of=rows.of,
        items=items,
        window=whole,
        held=held(store, query.where, empty=not items),
        names=people_names(store, query.where),
        by_winner=tuple((party, number) for party, number, _ in winners if party is not None),
        gains=sum(gains or 0 for _, _, gains in winners),
        gaps=gaps(store, query.where, rows.of),
    )


def _listed(query: Listing | Count) -> Of:
    """A list of candidacies by their place alone is one of contests."""
    return Of.CANDIDACIES if query.of is Of.CANDIDACIES else Of.CONTESTS


def _items(store: Store, rows: Population, limit: int) -> tuple[Item, ...]:
    """By the figure that picks them where there is one, else by date and seat."""
    condition = next(iter(rows.selection.conditions), None)
    tail = f"{rows.alias}.date, {rows.alias}.seat_name{', c.position' if rows.alias == 'c' else ''} LIMIT {limit}"
    measure = "NULL"
    if condition is not None and (rows.of is Of.CANDIDACIES or condition.measure not in CANDIDACY_MEASURES):
        measure = measure_sql(condition.measure)
        tail = f"value {'ASC' if condition.operator in _LOW_FIRST else 'DESC'}, {tail}"
    found = ranked_rows(store, rows, measure, f"ORDER BY {tail}")
    return tuple(Item(each.contest, each.candidacy, each.value if measure != "NULL" else None) for each in found)


def _winners(store: Store, rows: Population) -> list[tuple[str | None, int, int | None]]:
    return [
        (row[0], row[1], row[2])
        for row in store.fetch(
            f"SELECT k.winner_party, count(*), sum(k.gain) FROM {rows.rows()} WHERE {rows.where.sql}"
            " GROUP BY k.winner_party ORDER BY count(*) DESC, k.winner_party",
            rows.where.params,
        )
    ]
