"""Lists and counts of contests and candidacies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.facts.ranking import Item, ListFacts
from knowledge.facts.totals import TotalsFacts
from knowledge.models.elections import ElectionKind
from knowledge.queries.gaps import gaps
from knowledge.queries.measures import CANDIDACY_MEASURES
from knowledge.queries.population import Population, held, measure_sql, people_names, population, ranked_rows, window
from knowledge.queries.totals import run_totals
from knowledge.query import Count, Latest, Listing, Measure, Of, Operator, Outcome, Selection, Totals

if TYPE_CHECKING:
    from knowledge.store.store import Store

_ALL = 60
"""Lists up to this length are given whole."""
_FIRST = 40
_LOW_FIRST = frozenset({Operator.LESS, Operator.AT_MOST})


def run_count(store: Store, query: Count) -> ListFacts | TotalsFacts:
    """How many: counted, or taken from the totals where those know what single results do not.

    Women elected are published for elections whose members' genders are not all held, and a party's losses or gains
    in seats follow from its totals where hold or gain by seat is not held.
    """
    measure = _of_totals(query)
    if measure is not None:
        where = Selection(areas=query.where.areas, when=query.where.when, parties=_party(query.where))
        totals = run_totals(store, Totals(where=where, measures=(measure,)))
        if any(each.value(measure) is not None or each.selected for each in totals.elections):
            if measure is Measure.WOMEN:
                return totals
            facts = run_listing(store, query)
            return facts if facts.items or not any(gap.complete for gap in facts.gaps) else totals
    return run_listing(store, query)


def _of_totals(query: Count) -> Measure | None:
    """The total that answers a count of a whole area at general elections, if there is one."""
    where = query.where
    bare = Selection(areas=where.areas, when=where.when)
    if where.when.kind is not ElectionKind.GENERAL and not isinstance(where.when, Latest):
        return None
    if where == bare.model_copy(update={"gender": "female", "place": 1, "parties": where.parties}):
        return Measure.WOMEN
    if len(_party(where)) != 1 or where.parties:
        return None
    if where == bare.model_copy(update={"lost_by": where.lost_by, "outcome": where.outcome}):
        return Measure.LOSSES
    if where.outcome is Outcome.GAIN and where == bare.model_copy(
        update={"winner": where.winner, "outcome": where.outcome}
    ):
        return Measure.GAINS
    return None


def _party(where: Selection) -> tuple[str, ...]:
    return where.parties or where.lost_by or where.winner


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
        won=_won(store, query.where) if rows.of is Of.CONTESTS else None,
    )


def _won(store: Store, where: Selection) -> int | None:
    """How many seats a party won, where those that it held are selected: who "held" a seat may have gained it."""
    kept = Selection(areas=where.areas, when=where.when, winner=where.winner, outcome=Outcome.HOLD)
    if where != kept or len(where.winner) != 1 or where.when.kind is not ElectionKind.GENERAL:
        return None
    asked = Selection(areas=where.areas, when=where.when, parties=where.winner)
    elections = run_totals(store, Totals(where=asked, measures=(Measure.SEATS,))).elections
    return elections[0].selected[0].seats if len(elections) == 1 and elections[0].selected else None


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
