"""Why something selected is not there: no such contest, or a party or person that did not stand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from knowledge.facts.contests import (
    CandidacyFact,
    ContestFact,
    DidNotStand,
    NoSuchContest,
    Related,
    SeatAfter,
    SeatEnd,
    contest_fact,
)
from knowledge.models.elections import Detail
from knowledge.queries.clause import marks
from knowledge.queries.naming import people
from knowledge.queries.periods import bounds, kind_sql
from knowledge.queries.sat_then import sat_then
from knowledge.queries.selection import CONTESTS, candidacies
from knowledge.query import AnyTime, Latest, Selection

if TYPE_CHECKING:
    from knowledge.store.store import Store

_NEAREST = 3
NAMED_SINCE = date(2005, 5, 5)
"""From this general election on every candidate is held by name."""
_SMALLEST = 0.02
"""Smaller parts of a seat are slivers along its border and not worth naming."""


def no_such_contest(store: Store, where: Selection) -> NoSuchContest:
    """What is held near a selection that selects no contest."""
    if not where.seats:
        names = tuple(dict.fromkeys(person.name for person in people(store, where.people).values()))
        return NoSuchContest(None, _nearest_of_people(store, where), people=names, after=_seats_after(store, where))
    seat = where.seats[0]
    lives = store.fetch("SELECT id, name, first, abolished FROM constituencies WHERE seat = ? ORDER BY first", (seat,))
    if not lives:
        return NoSuchContest(seat)
    oldest, _, first, _ = lives[0]
    newest, name, _, abolished = lives[-1]
    start, end = bounds(where.when)
    after = end or start
    gone = date.fromisoformat(abolished) if abolished and after and after.isoformat() >= abolished else None
    begun = first is not None and first > store.fetch("SELECT min(date) FROM elections")[0][0]
    made = date.fromisoformat(first) if begun and end and end.isoformat() < first else None
    ends = (start, end) if gone or made else None
    return NoSuchContest(
        place=name,
        nearest=_nearest(store, seat, where, start or end),
        abolished=gone,
        created=made,
        related=_related(store, newest if gone else oldest, ends, forward=gone is not None) if ends else (),
        sat=() if gone or made else sat_then(store, seat, where.when),
        causes=where.causes,
    )


def _seats_after(store: Store, where: Selection) -> tuple[SeatAfter, ...]:
    """Of people who held a seat until the time asked about: who won it then. Whether they stood may not be held."""
    start, end = bounds(where.when)
    if start is None or end is None or start >= NAMED_SINCE:
        return ()
    found = []
    for ident, person in people(store, where.people).items():
        rows = store.fetch(
            f"{CONTESTS} WHERE k.winner_person = ? AND k.date < ? ORDER BY k.date DESC LIMIT 1",
            (ident, start.isoformat()),
        )
        for won in map(contest_fact, rows):
            rows = store.fetch(
                f"{CONTESTS} WHERE k.seat = ? AND k.date > ? ORDER BY k.date LIMIT 1", (won.seat, won.date.isoformat())
            )
            found += [
                SeatAfter(person.name, won, following)
                for following in map(contest_fact, rows)
                if start <= following.date <= end and following.winner_name and _is_of_kind(where, following)
            ]
    return tuple(found)


def _is_of_kind(where: Selection, contest: ContestFact) -> bool:
    """Whether a contest is of the kind asked about."""
    return where.when.kind in (None, contest.kind)


def _related(
    store: Store, constituency: str, ends: tuple[date | None, date | None], *, forward: bool
) -> tuple[Related, ...]:
    """Seats that a constituency was made into (or from), with their general-election contest of that time."""
    here, there, fraction = ("old", "new", "people") if forward else ("new", "old", "from_people")
    since, until = (str(edge or default) for edge, default in zip(ends, ("0001-01-01", "9999-12-31"), strict=True))
    rows = store.fetch(
        f"SELECT k.seat, k.name, s.{fraction} FROM successions s JOIN constituencies k ON k.id = s.{there}"
        f" WHERE s.{here} = ? AND coalesce(s.{fraction}, 1) >= {_SMALLEST}"
        f" ORDER BY s.{fraction} IS NULL, s.{fraction} DESC",
        (constituency,),
    )
    seats = tuple(row[0] for row in rows)
    found = {}
    if seats:
        contests = store.fetch(
            f"{CONTESTS} WHERE k.seat IN ({marks(seats)}) AND k.kind = 'general' AND k.date BETWEEN ? AND ?"
            " ORDER BY k.date",
            (*seats, since, until),
        )
        found = {contest.seat: contest for contest in map(contest_fact, contests)}
    return tuple(Related(name, people, found.get(seat)) for seat, name, people in rows)


def seat_ends(store: Store, seats: Sequence[str]) -> tuple[SeatEnd, ...]:
    """Those of the seats that no longer exist."""
    if not seats:
        return ()
    rows = store.fetch(
        "SELECT seat, id, name, abolished FROM constituencies k"
        f" WHERE seat IN ({marks(seats)}) AND abolished IS NOT NULL AND NOT EXISTS"
        " (SELECT 1 FROM constituencies o WHERE o.seat = k.seat"
        " AND (o.abolished IS NULL OR o.abolished > k.abolished))",
        tuple(seats),
    )
    return tuple(
        SeatEnd(seat, name, date.fromisoformat(abolished), tuple(successors(store, ident)))
        for seat, ident, name, abolished in rows
    )


def successors(store: Store, constituency: str) -> list[tuple[str, float | None]]:
    """Names of the seats that followed a constituency and the fraction of its people in each, largest first."""
    rows = store.fetch(
        "SELECT k.name, s.people FROM successions s JOIN constituencies k ON k.id = s.new WHERE s.old = ?"
        f" AND coalesce(s.people, 1) >= {_SMALLEST} ORDER BY s.people IS NULL, s.people DESC",
        (constituency,),
    )
    return [(name, fraction) for name, fraction in rows]


def did_not_stand(
    store: Store, where: Selection, contest: ContestFact, field: tuple[CandidacyFact, ...]
) -> DidNotStand:
    """The parties or people selected who are not in the field, and where they were instead."""
    named = people(store, where.people)
    return DidNotStand(
        contest=contest,
        field=field,
        parties=where.parties,
        people=where.people,
        names=tuple(dict.fromkeys(person.name for person in named.values())),
        elsewhere=_elsewhere(store, where, contest),
        unnamed=_may_hide(store, where, contest),
    )


def _elsewhere(store: Store, where: Selection, contest: ContestFact) -> tuple[CandidacyFact, ...]:
    if where.people:
        all_of_them = candidacies(store, Selection(people=where.people, when=AnyTime()))
        same = [c for c in all_of_them if c.election == contest.election]
        return tuple(same or all_of_them[-_NEAREST:])
    if where.parties:
        return tuple(
            candidacies(store, Selection(seats=(contest.seat,), parties=where.parties, when=AnyTime()))[-_NEAREST:]
        )
    return ()


def _may_hide(store: Store, where: Selection, contest: ContestFact) -> bool:
    """Whether the one asked about may have stood although no row says so."""
    if contest.detail is Detail.CANDIDATES:
        open_ = bool(where.people) and isinstance(where.when, Latest | AnyTime)
        return open_ and _began_unnamed(store, where.people) and _polled_unnamed(store, where, contest)
    if contest.detail is Detail.WINNER or where.people:
        return True
    shown = store.fetch(
        "SELECT 1 FROM candidacy_facts WHERE election = ? AND pooled = 0 AND elected = 0"
        f" AND party IN ({marks(where.parties)}) LIMIT 1",
        (contest.election, *where.parties),
    )
    return not shown


def _began_unnamed(store: Store, ids: Sequence[str]) -> bool:
    """Whether one of the people is held from a time when only winners were held by name."""
    rows = store.fetch(f"SELECT min(date) FROM candidacy_facts WHERE person IN ({marks(ids)})", tuple(ids))
    return rows[0][0] is not None and rows[0][0] < NAMED_SINCE.isoformat()


def _polled_unnamed(store: Store, where: Selection, contest: ContestFact) -> bool:
    """Whether the seat had such a contest as is asked about when only winners were held by name."""
    sql = f"SELECT 1 FROM contest_facts k WHERE k.seat = ? AND k.date < ? AND {kind_sql('k', where.when.kind)} LIMIT 1"
    return bool(store.fetch(sql, (contest.seat, NAMED_SINCE.isoformat())))


def _nearest(store: Store, seat: str, where: Selection, day: date | None) -> tuple[ContestFact, ...]:
    """The contests of the seat nearest to a day, and the nearest of the kind that was asked for."""
    order = "abs(julianday(k.date) - julianday(?))" if day else "-julianday(k.date) + coalesce(?, 0)"
    found = []
    for kind, limit in ((None, _NEAREST), *([(where.when.kind, 1)] if where.when.kind else [])):
        sql = f"{CONTESTS} WHERE k.seat = ? AND {kind_sql('k', kind)} ORDER BY {order} LIMIT {limit}"
        found.extend(store.fetch(sql, (seat, day.isoformat() if day else None)))
    contests = {row[0]: contest_fact(row) for row in found}
    return tuple(sorted(contests.values(), key=lambda c: c.date))


def _nearest_of_people(store: Store, where: Selection) -> tuple[ContestFact, ...]:
    if not where.people:
        return ()
    rows = store.fetch(
        f"{CONTESTS} JOIN candidacy_facts c ON c.contest = k.contest WHERE c.person IN ({marks(where.people)})"
        f" ORDER BY k.date DESC LIMIT {_NEAREST}",
        where.people,
    )
    return tuple(sorted((contest_fact(row) for row in rows), key=lambda c: c.date))
