"""Rankings of contests and candidacies by a figure, over a window that is told with them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge.facts.ranking import Ranked, RankFacts, RankTotalsFacts
from knowledge.fold import slug
from knowledge.models.elections import ElectionKind
from knowledge.queries.gaps import gaps
from knowledge.queries.placing import asked, placed
from knowledge.queries.population import (
    Population,
    general_window,
    held,
    measure_sql,
    people_names,
    population,
    ranked_rows,
    window,
)
from knowledge.queries.rank_totals import rank_totals
from knowledge.query import AnyTime, Between, Measure, Of, Rank

if TYPE_CHECKING:
    from knowledge.store.store import Store

_HOUSE = 1000
"""More than any one election has contests."""
_AHEAD = 12
"""So many more than asked for are read, to see ties and to show what comes next."""
_TOP = 5
_CHANGE = "(SELECT s.change FROM candidacy_facts s WHERE s.contest = k.contest AND s.party = '{party}' LIMIT 1)"
_TOTALS = frozenset(
    {
        Measure.SEATS,
        Measure.SEAT_CHANGE,
        Measure.GAINS,
        Measure.LOSSES,
        Measure.SECONDS,
        Measure.VOTES_PER_SEAT,
        Measure.WOMEN,
        Measure.COMMONS_MAJORITY,
    }
)
"""Measures of parties in an area, whatever is said to be ranked."""
_OF_AREAS = frozenset({Of.PARTIES, Of.ELECTIONS})


def run_rank(store: Store, query: Rank) -> RankFacts | RankTotalsFacts:
    """The highest or lowest of what ``query`` selects, with all that tie for the last place asked for."""
    if query.of in _OF_AREAS or query.measure in _TOTALS:
        of = query.of if query.of in _OF_AREAS else Of.PARTIES
        return rank_totals(store, query.model_copy(update={"of": of}))
    facts = _rank(store, query)
    when = query.where.when
    several_years = isinstance(when, AnyTime | Between) and when.kind is not ElectionKind.BY_ELECTION
    if facts.of is not Of.CONTESTS or not several_years or not facts.entries:
        return facts
    other = when.model_copy(update={"kind": ElectionKind.BY_ELECTION})
    beside = _rank(store, query.model_copy(update={"where": query.where.model_copy(update={"when": other})}))
    if not beside.entries or beside.entries[0].contest in [entry.contest for entry in facts.entries]:
        return facts
    return replace(facts, beside=beside)


def _rank(store: Store, query: Rank) -> RankFacts:
    rows, sql = _ranking(store, query)
    wanted = query.nth or query.limit
    direction = "DESC" if query.highest else "ASC"
    most = _HOUSE if query.after else wanted + _AHEAD
    order = f"{direction}, {rows.alias}.date, {rows.alias}.seat_name LIMIT {most}"
    ranking = placed(ranked_rows(store, rows, sql, f"AND value IS NOT NULL ORDER BY value {order}"))
    entries = _asked(ranking, query)
    last = entries[-1].value if entries else None
    overflow = len(ranking) == wanted + _AHEAD and ranking[-1].value == last
    return RankFacts(
        of=rows.of,
        where=rows.selection,
        entries=tuple(entries),
        top=tuple(ranking[: max(wanted, _TOP)]),
        window=(general_window(store, rows) if entries else None) or window(store, rows, sql),
        tied=_tied(store, rows, sql, last) if overflow else sum(1 for e in entries if e.value == last),
        held=held(store, query.where, empty=not entries),
        names=people_names(store, query.where),
        gaps=gaps(store, query.where, rows.of),
    )


def _asked(ranking: list[Ranked], query: Rank) -> list[Ranked]:
    """Those up to the limit with its ties, or those that share the nth place."""
    if query.after is not None:
        return _following(ranking, query.after)
    return asked(ranking, query.nth, query.limit)


def _following(placed: list[Ranked], seat: str) -> list[Ranked]:
    """Those that share the place behind a seat's; none where the seat is not ranked, or the last."""
    own = next((each.place for each in placed if each.contest.seat == seat), None)
    behind = next((each.place for each in placed if own is not None and each.place > own), None)
    return [each for each in placed if each.place == behind]


def _tied(store: Store, rows: Population, sql: str, value: object) -> int:
    count = store.fetch(
        f"SELECT count(*) FROM {rows.rows(sql)} WHERE {rows.where.sql} AND {sql} = ?", (*rows.where.params, value)
    )
    number: int = count[0][0]
    return number


def _ranking(store: Store, query: Rank) -> tuple[Population, str]:
    """What is ranked, and by what. Swing is between two parties named, or to the one where only one is."""
    parties = query.where.parties
    if query.measure is Measure.SWING and parties:
        where = query.where.model_copy(update={"parties": ()})
        if len(parties) == 1:
            return population(store, where.model_copy(update={"winner": parties}), Of.CONTESTS), "k.swing"
        off, to = (_CHANGE.format(party=slug(party)) for party in parties[:2])
        return population(store, where, Of.CONTESTS), f"(({to} - {off}) / 2.0)"
    return population(store, query.where, query.of, query.measure), measure_sql(query.measure)
