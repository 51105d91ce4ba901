"""When: periods of a selection as conditions on the date, kind and contest of a row.

``Latest`` and ``Relative`` depend on the place or person selected: the latest contest *there*.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from knowledge.models.elections import ElectionKind
from knowledge.queries.clause import Clause, Conjunction
from knowledge.query import AnyTime, Between, InYears, Latest, OnDay, Relative, Selection, When


def period(alias: str, selection: Selection) -> Clause:
    """The contests of the selection's period, as a condition on the row ``alias``.

    A by-election's ``Latest`` without seat or person is the caller's: it depends on all that is selected.
    """
    when = selection.when
    if isinstance(when, Latest):
        return _latest(alias, selection, when)
    if isinstance(when, Relative):
        return _relative(alias, selection, when)
    return _plain(alias, when)


def kind_sql(alias: str, kind: ElectionKind | None) -> str:
    """Of this kind; of any kind that was really held where none is given."""
    return f"{alias}.kind <> 'notional'" if kind is None else f"{alias}.kind = '{kind.value}'"


def _plain(alias: str, when: InYears | OnDay | Between | AnyTime) -> Clause:
    where = Conjunction()
    match when:
        case InYears():
            ranges = [_year_range(year, when.month) for year in when.years]
            sql = " OR ".join([f"{alias}.date BETWEEN ? AND ?"] * len(ranges))
            where.add(f"({sql})", [d.isoformat() for pair in ranges for d in pair])
        case OnDay():
            where.add(f"{alias}.date = ?", (when.day.isoformat(),))
        case Between():
            if when.since is not None:
                where.add(f"{alias}.date >= ?", (when.since.isoformat(),))
            if when.until is not None:
                where.add(f"{alias}.date <= ?", (when.until.isoformat(),))
        case AnyTime():
            pass
    where.add(kind_sql(alias, when.kind))
    return where.clause()


def _year_range(year: int, month: int | None) -> tuple[date, date]:
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _latest(alias: str, selection: Selection, when: Latest) -> Clause:
    scopes = _scopes(selection)
    if not scopes:
        where = Conjunction()
        where.within("x", selection.areas)
        where.add(kind_sql("x", when.kind or ElectionKind.GENERAL))
        inner = where.clause()
        return Clause(
            f"{alias}.election = (SELECT x.election FROM contest_facts x WHERE {inner.sql}"
            " ORDER BY x.date DESC LIMIT 1)",
            inner.params,
        )
    picks = [
        Clause(
            f"SELECT * FROM (SELECT x.contest FROM {scope.sql} AND {kind_sql('x', when.kind)}"
            " ORDER BY x.date DESC LIMIT 1)",
            scope.params,
        )
        for scope in scopes
    ]
    return _any_of(alias, picks)


def _relative(alias: str, selection: Selection, when: Relative) -> Clause:
    """The ``step``-th contest after the last (before the first) contest of the anchor's period."""
    ahead = when.step >= 0
    pick, sign, order = ("max", ">", "ASC") if ahead else ("min", "<", "DESC")
    offset = max(abs(when.step) - 1, 0)
    scopes = _scopes(selection)
    if not scopes:
        scopes = [Clause("contest_facts x WHERE 1")]
    steps = []
    national = not selection.seats and not selection.people
    kind = when.kind or (ElectionKind.GENERAL if national else None)
    for scope in scopes:
        anchored = selection.model_copy(update={"when": when.anchor})
        anchor = period("x", anchored)
        bound = _bound(when.anchor, ahead=ahead)
        steps.append(
            Clause(
                f"SELECT * FROM (SELECT x.{'election' if national else 'contest'} FROM {scope.sql}"
                f" AND {kind_sql('x', kind)}"
                f" AND x.date {sign} coalesce((SELECT {pick}(x.date) FROM {scope.sql} AND {anchor.sql}), ?)"
                f" GROUP BY x.election ORDER BY x.date {order} LIMIT 1 OFFSET {offset})",
                (*scope.params, *scope.params, *anchor.params, bound),
            )
        )
    return _any_of(alias, steps, "election" if national else "contest")


def _bound(anchor: Latest | InYears | OnDay | Between, *, ahead: bool) -> str | None:
    """Where to count from when the anchor's period holds no contest in the place."""
    match anchor:
        case InYears():
            edges = [edge for year in anchor.years for edge in _year_range(year, anchor.month)]
            return (max(edges) if ahead else min(edges)).isoformat()
        case OnDay():
            return anchor.day.isoformat()
        case Between():
            edge = anchor.until if ahead else anchor.since
            return None if edge is None else edge.isoformat()
        case Latest():
            return None


def _scopes(selection: Selection) -> list[Clause]:
    """The rows among which the latest is sought: one scope for each seat, else for each person.

    With people and first place the latest is the latest that they won.
    """
    won = " AND x.elected = 1" if selection.place == 1 else ""
    if selection.seats and selection.people:
        return [
            Clause(f"candidacy_facts x WHERE x.person = ? AND x.seat = ?{won}", (person, seat))
            for person in selection.people
            for seat in selection.seats
        ]
    if selection.seats:
        return [Clause("contest_facts x WHERE x.seat = ?", (seat,)) for seat in selection.seats]
    return [Clause(f"candidacy_facts x WHERE x.person = ?{won}", (person,)) for person in selection.people]


def _any_of(alias: str, picks: list[Clause], column: str = "contest") -> Clause:
    return Clause(
        f"{alias}.{column} IN ({' UNION ALL '.join(p.sql for p in picks)})",
        tuple(value for p in picks for value in p.params),
    )


def bounds(when: When) -> tuple[date | None, date | None]:
    """First and last day of a period, as far as it says."""
    match when:
        case InYears():
            return date(min(when.years), when.month or 1, 1), date(max(when.years), when.month or 12, 28)
        case OnDay():
            return when.day, when.day
        case Between():
            return when.since, when.until
        case Relative():
            return bounds(when.anchor)
        case _:
            return None, None
