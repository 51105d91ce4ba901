"""Rankings of contests and candidacies by a figure, over a window that is told with them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge.facts.ranking import Ranked, RankFacts, RankTotalsFacts
from knowledge.queries.clause import Clause
from knowledge.queries.population import Population, held, measure_sql, population, ranked_rows, window
from knowledge.queries.rank_totals import rank_totals
from knowledge.query import Measure, Of, Rank

if TYPE_CHECKING:
    from knowledge.store.store import Store

_TIES_SHOWN = 12
_OF_AREAS = frozenset({Of.PARTIES, Of.ELECTIONS})


def run_rank(store: Store, query: Rank) -> RankFacts | RankTotalsFacts:
    """The highest or lowest of what ``query`` selects, with all that tie for the last place asked for."""
    if query.of in _OF_AREAS:
        return rank_totals(store, query)
    rows = population(query.where, query.of, query.measure)
    sql = measure_sql(query.measure)
    if query.measure is Measure.SWING:
        rows, sql = _between_parties(rows, query.where.parties)
    wanted = query.nth or query.limit
    direction = "DESC" if query.highest else "ASC"
    order = f"{direction}, {rows.alias}.date, {rows.alias}.seat_name LIMIT {wanted + _TIES_SHOWN}"
    found = ranked_rows(store, rows, sql, f"AND value IS NOT NULL ORDER BY value {order}")
    entries = tuple(_placed(found, query))
    last = entries[-1].value if entries else None
    overflow = len(found) == wanted + _TIES_SHOWN and found[-1].value == last
    return RankFacts(
        entries=entries,
        window=window(store, rows, sql),
        tied=_tied(store, rows, sql, last) if overflow else sum(1 for e in entries if e.value == last),
        held=held(store, query.where),
    )


def _placed(found: list[Ranked], query: Rank) -> list[Ranked]:
    """Rows with their places: those up to the limit with its ties, or those of the nth place alone."""
    placed: list[Ranked] = []
    for index, each in enumerate(found):
        tie = bool(placed) and placed[-1].value == each.value
        placed.append(replace(each, place=placed[-1].place if tie else index + 1))
    if query.nth is not None:
        if len(placed) < query.nth:
            return []
        value = placed[query.nth - 1].value
        return [each for each in placed if each.value == value]
    if len(placed) <= query.limit:
        return placed
    value = placed[query.limit - 1].value
    return [each for index, each in enumerate(placed) if index < query.limit or each.value == value]


def _tied(store: Store, rows: Population, sql: str, value: object) -> int:
    count = store.fetch(
        f"SELECT count(*) FROM {rows.rows} WHERE {rows.where.sql} AND {sql} = ?", (*rows.where.params, value)
    )
    number: int = count[0][0]
    return number


def _between_parties(rows: Population, parties: tuple[str, ...]) -> tuple[Population, str]:
    """Swing from the first to the second of two parties named; to the one where only one is."""
    if len(parties) == 2:
        change = "(SELECT s.change FROM candidacy_facts s WHERE s.contest = k.contest AND s.party = '{party}' LIMIT 1)"
        off, to = (change.format(party=party.replace("'", "")) for party in parties)
        return rows, f"(({to} - {off}) / 2.0)"
    if len(parties) == 1:
        where = Clause(f"{rows.where.sql} AND k.winner_party = ?", (*rows.where.params, parties[0]))
        return replace(rows, where=where), "k.swing"
    return rows, "k.swing"
