"""Seats through time: their contests and members in order, life by life.

A life of a seat lasts from being created to being abolished; a name that was used again later has several. Contests
are the backbone (they are held for every seat); the members' table gives exact ends, vacancies and changes of party
where it has them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from knowledge.facts.contests import contest_fact
from knowledge.facts.seats import SeatLine, SeatRef, Winner, Won
from knowledge.queries.clause import marks
from knowledge.queries.selection import CONTESTS
from knowledge.queries.tenures import MemberSpell, tenures_of, vacancies_of
from knowledge.store.store import Store

_CONSTITUENCIES = "select id, seat, name, first, abolished from constituencies where seat in ({}) order by seat, first"
_ELECTED = """
select contest, person, name, party from candidacy_facts
where seat in ({}) and elected = 1 and kind <> 'notional' order by contest, votes desc
"""
_SPELLS = """
select s.person, p.name, coalesce(q.counts_as, s.party), s.start, s."end", s.end_cause, s.source, c.seat
from constituencies c join spells s on s.constituency = c.id
left join people p on p.id = s.person left join parties q on q.id = s.party
where c.seat in ({}) order by s.start
"""


@dataclass(frozen=True, slots=True)
class _Boundaries:
    """A seat on one boundary set."""

    id: str
    seat: str
    name: str
    first: date | None
    abolished: date | None


def seat_lines(store: Store, seats: Sequence[str]) -> dict[str, tuple[SeatLine, ...]]:
    """The lives of each seat, oldest first. Seats that are not held are left out."""
    wanted = tuple(dict.fromkeys(seats))
    if not wanted:
        return {}
    lives = _lives(store, wanted)
    begin = held_from(store)
    won = _won(store, wanted)
    spells: dict[str, list[MemberSpell]] = defaultdict(list)
    for row in store.fetch(_SPELLS.format(marks(wanted)), wanted):
        spells[row[7]].append(MemberSpell(*(*row[:3], _date(row[3]), _date(row[4]), *row[5:7])))
    return {
        seat: tuple(_line(life, won[seat], spells[seat], begin) for life in lives[seat])
        for seat in wanted
        if lives.get(seat)
    }


def held_from(store: Store) -> date:
    """The date of the first general election held."""
    return date.fromisoformat(store.fetch("select min(date) from elections where kind = 'general'")[0][0])


def _line(life: Sequence[_Boundaries], won: Sequence[Won], spells: Sequence[MemberSpell], begin: date) -> SeatLine:
    ids = {boundaries.id for boundaries in life}
    here = tuple(w for w in won if w.contest.constituency in ids)
    ref = SeatRef(
        seat=life[-1].seat,
        name=life[-1].name,
        constituencies=tuple(boundaries.id for boundaries in life),
        created=life[0].first,
        abolished=life[-1].abolished,
    )
    tenures = tenures_of(ref, here, spells, begin)
    return SeatLine(ref, here, tenures, vacancies_of(ref, tenures))


def _lives(store: Store, seats: tuple[str, ...]) -> dict[str, list[list[_Boundaries]]]:
    """Boundary sets grouped into lives: a set that starts after the one before ended begins a new life."""
    lives: dict[str, list[list[_Boundaries]]] = defaultdict(list)
    for row in store.fetch(_CONSTITUENCIES.format(marks(seats)), seats):
        boundaries = _Boundaries(row[0], row[1], row[2], _date(row[3]), _date(row[4]))
        so_far = lives[boundaries.seat]
        before = so_far[-1][-1] if so_far else None
        if before is None or (before.abolished and boundaries.first and boundaries.first > before.abolished):
            so_far.append([boundaries])
        else:
            so_far[-1].append(boundaries)
    return lives


def _won(store: Store, seats: tuple[str, ...]) -> dict[str, list[Won]]:
    """Every contest of the seats with whom it elected, oldest first."""
    elected: dict[str, list[Winner]] = defaultdict(list)
    for row in store.fetch(_ELECTED.format(marks(seats)), seats):
        elected[row[0]].append(Winner(row[1], row[2], row[3]))
    won: dict[str, list[Won]] = defaultdict(list)
    rows = store.fetch(f"{CONTESTS} where k.seat in ({marks(seats)}) and k.kind <> 'notional' order by k.date", seats)
    for row in rows:
        contest = contest_fact(row)
        winners = elected[contest.contest]
        if not winners and contest.winner_party is not None:
            winners = [Winner(contest.winner_person, contest.winner_name, contest.winner_party)]
        won[contest.seat].append(Won(contest, tuple(winners)))
    return won


def _date(text: Any) -> date | None:
    return None if text is None else date.fromisoformat(text)
