"""A selection as SQL, and the contests and candidacies it selects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.facts.contests import (
    CANDIDACY_COLUMNS,
    CONTEST_COLUMNS,
    CandidacyFact,
    ContestFact,
    candidacy_fact,
    contest_fact,
)
from knowledge.models.elections import ElectionKind
from knowledge.queries.clause import Clause, Conjunction, marks
from knowledge.queries.measures import CANDIDACY_MEASURES, CONTEST_MEASURES
from knowledge.queries.periods import period
from knowledge.query import GOVERNING, LAST_PLACE, AnyTime, Condition, Latest, Measure, Outcome, Selection

if TYPE_CHECKING:
    from knowledge.store.store import Store

CONTESTS = f"SELECT {', '.join('k.' + c for c in CONTEST_COLUMNS)} FROM contest_facts k"
CANDIDACIES = f"SELECT {', '.join('c.' + c for c in CANDIDACY_COLUMNS)} FROM candidacy_facts c"
_IN_OFFICE = "g.since < k.date AND k.date <= g.until"
_IN_GOVERNMENT = f"EXISTS (SELECT 1 FROM governing g WHERE g.party = k.winner_party AND g.told_apart AND {_IN_OFFICE})"
_GOVERNED = (
    f"{_IN_GOVERNMENT}"
    # What one party of a coalition gained from another is no gain of the government.
    f" AND NOT EXISTS (SELECT 1 FROM governing g WHERE g.party = k.lost_party AND {_IN_OFFICE})"
)
_JOINED = f"{CANDIDACIES} JOIN contest_facts k ON k.contest = c.contest"


@dataclass(frozen=True, slots=True)
class Order:
    """By what rows are ordered; rows whose measure is not held come last."""

    measure: Measure
    highest: bool = True


def contests(
    store: Store, selection: Selection, order: Order | None = None, limit: int | None = None
) -> list[ContestFact]:
    """The contests selected, by date and seat unless ``order`` says otherwise."""
    where = contest_clause(selection)
    tail = _tail(order, CONTEST_MEASURES, "k.date, k.seat_name", limit)
    return [contest_fact(row) for row in store.fetch(f"{CONTESTS} WHERE {where.sql} {tail}", where.params)]


def candidacies(
    store: Store, selection: Selection, order: Order | None = None, limit: int | None = None
) -> list[CandidacyFact]:
    """The candidacies selected, by date, seat and position unless ``order`` says otherwise."""
    where = candidacy_clause(selection)
    tail = _tail(
        order,
        {**CONTEST_MEASURES, **CANDIDACY_MEASURES},
        "c.date, c.seat_name, c.position IS NULL, c.position, c.votes DESC",
        limit,
    )
    head = _JOINED if "k." in where.sql or "k." in tail else CANDIDACIES
    return [candidacy_fact(row) for row in store.fetch(f"{head} WHERE {where.sql} {tail}", where.params)]


def contests_by_id(store: Store, ids: Iterable[str]) -> dict[str, ContestFact]:
    """The contests of these ids."""
    wanted = tuple(dict.fromkeys(ids))
    if not wanted:
        return {}
    rows = store.fetch(f"{CONTESTS} WHERE k.contest IN ({marks(wanted)})", wanted)
    return {row[0]: contest_fact(row) for row in rows}


def contest_clause(selection: Selection) -> Clause:
    """The contests selected, as a condition on ``contest_facts k``.

    Parties, people, a position or a gender keep the contests that have such a candidacy.
    """
    where = Conjunction()
    where.among("k.seat", selection.seats)
    where.within("k", selection.areas)
    _outcomes(where, "k.winner_party", "k.second_party", selection)
    candidate = _candidacy(selection)
    for condition in selection.conditions:
        _condition(where if condition.measure in CONTEST_MEASURES else candidate, condition)
    if candidate.parts:
        inner = candidate.clause()
        if selection.people:
            # A person's candidacies are the shorter way in; a party's are not.
            sql = f"k.contest IN (SELECT c.contest FROM candidacy_facts c WHERE {inner.sql})"
        else:
            sql = f"EXISTS (SELECT 1 FROM candidacy_facts c WHERE c.contest = k.contest AND {inner.sql})"
        where.add(sql, inner.params)
    _when(where, "k", selection)
    return where.clause()


def candidacy_clause(selection: Selection) -> Clause:
    """The candidacies selected, as a condition on ``candidacy_facts c``, joined to its contest as ``k``."""
    where = _candidacy(selection)
    where.among("c.seat", selection.seats)
    where.within("c", selection.areas)
    _outcomes(where, "c.winner_party", "c.second_party", selection)
    for condition in selection.conditions:
        _condition(where, condition)
    _when(where, "c", selection)
    return where.clause()


def _candidacy(selection: Selection) -> Conjunction:
    where = Conjunction()
    where.among("c.person", selection.people)
    where.among("c.party", selection.parties)
    if selection.place == 1:
        where.add("c.elected = 1")
    elif selection.place == LAST_PLACE:
        where.add("c.position = c.candidates")
    elif selection.place is not None:
        where.add("c.position = ?", (selection.place,))
    if selection.gender is not None:
        where.add("(SELECT p.gender FROM people p WHERE p.id = c.person) = ?", (selection.gender,))
    return where


def _outcomes(where: Conjunction, winner: str, second: str, selection: Selection) -> None:
    if GOVERNING in selection.winner:
        where.add(_GOVERNED if selection.outcome is not Outcome.HOLD else _IN_GOVERNMENT)
    where.among(winner, tuple(party for party in selection.winner if party != GOVERNING))
    if selection.not_won_by:
        where.add(f"{winner} NOT IN ({marks(selection.not_won_by)})", selection.not_won_by)
    where.among(second, selection.runner_up)
    if selection.outcome is not None:
        where.add("k.gain = ?", (int(selection.outcome is Outcome.GAIN),))
    where.among("k.lost_party", selection.lost_by)
    where.among("k.cause", selection.causes)


def _condition(where: Conjunction, condition: Condition) -> None:
    sql = CONTEST_MEASURES.get(condition.measure) or CANDIDACY_MEASURES.get(condition.measure)
    if sql is None:
        raise ValueError(f"{condition.measure} is measured neither of contests nor of candidacies")
    where.add(f"{sql} {condition.operator.value} ?", (condition.value,))


def _when(where: Conjunction, alias: str, selection: Selection) -> None:
    when = selection.when
    by_election = isinstance(when, Latest) and when.kind is ElectionKind.BY_ELECTION
    if by_election and not selection.seats and not selection.people:
        # "The last by-election that Labour gained" is the latest of those that fit, not the latest of all if it fits.
        fitting = contest_clause(selection.model_copy(update={"when": AnyTime(kind=ElectionKind.BY_ELECTION)}))
        where.add(
            f"{alias}.election = (SELECT k.election FROM contest_facts k WHERE {fitting.sql}"
            " ORDER BY k.date DESC LIMIT 1)",
            fitting.params,
        )
        return
    clause = period(alias, selection)
    where.add(clause.sql, clause.params)


def _tail(order: Order | None, measures: Mapping[Measure, str], default: str, limit: int | None) -> str:
    sql = f"ORDER BY {default}"
    if order is not None:
        column = measures[order.measure]
        sql = f"ORDER BY {column} IS NULL, {column} {'DESC' if order.highest else 'ASC'}, {default}"
    return sql if limit is None else f"{sql} LIMIT {int(limit)}"
