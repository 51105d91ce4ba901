"""Seats through time: their contests and members in order, life by life.

A life of a seat is an unbroken run of general elections at which it was contested; a name that was used again later
has several. Contests are the backbone (they are held for every seat); the members' table gives exact ends, vacancies
and changes of party where it has them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.facts.contests import contest_fact
from knowledge.facts.seats import SeatLine, SeatRef, Winner, Won
from knowledge.models.elections import ElectionKind
from knowledge.queries.clause import marks
from knowledge.queries.general import general_elections
from knowledge.queries.selection import CONTESTS
from knowledge.queries.tenures import MemberSpell, tenures_of, vacancies_of
from knowledge.store.store import Store

_CONTESTS = f"""
{CONTESTS} where k.seat in ({{}}) and k.date between ? and ? and k.kind <> 'notional' order by k.date
"""
_ELECTED = """
select contest, person, name, party from candidacy_facts
where contest in ({}) and elected = 1 order by contest, votes desc
"""
_SPELLS = """
select s.person, p.name, coalesce(q.counts_as, s.party), s.start, s."end", s.end_cause, s.source, c.seat
from constituencies c join spells s on s.constituency = c.id
left join people p on p.id = s.person left join parties q on q.id = s.party
where c.seat in ({}) order by s.start
"""


@dataclass(frozen=True, slots=True)
class _Generals:
    """The general elections held, oldest first."""

    dates: tuple[date, ...]
    places: dict[str, int]
    """Election id to its place in ``dates``."""

    def created(self, first: int) -> date | None:
        """When a seat first contested at election ``first`` came to be; not held for the first election of all."""
        return self.dates[first] if first else None

    def abolished(self, last: int) -> date | None:
        """When a seat last contested at election ``last`` ended: at the next one, if that has been."""
        return self.dates[last + 1] if last + 1 < len(self.dates) else None


def seat_lines(
    store: Store, seats: Sequence[str], since: date = date.min, until: date = date.max
) -> dict[str, tuple[SeatLine, ...]]:
    """The lives of each seat, oldest first. Seats that are not held are left out.

    ``since`` and ``until`` leave out contests that do not matter to who asks, for speed: what began before them then
    seems to begin with the first contest looked at.
    """
    wanted = tuple(dict.fromkeys(seats))
    if not wanted:
        return {}
    generals = store.once(_generals)
    spells: dict[str, list[MemberSpell]] = defaultdict(list)
    for row in store.fetch(_SPELLS.format(marks(wanted)), wanted):
        spells[row[7]].append(MemberSpell(*(*row[:3], _date(row[3]), _date(row[4]), *row[5:7])))
    won = _won(store, wanted, since, until)
    return {
        seat: tuple(_line(life, generals, spells[seat]) for life in _lives(won[seat], generals))
        for seat in wanted
        if won[seat]
    }


def held_from(store: Store) -> date:
    """The date of the first general election held."""
    return store.once(_generals).dates[0]


def _generals(store: Store) -> _Generals:
    held = [election for election in general_elections(store) if election.kind is ElectionKind.GENERAL]
    return _Generals(
        dates=tuple(election.day for election in held),
        places={election.id: place for place, election in enumerate(held)},
    )


def _lives(won: Iterable[Won], generals: _Generals) -> list[list[Won]]:
    """Contests in order, parted where a general election passed without the seat."""
    lives: list[list[Won]] = []
    last: int | None = None
    for each in won:
        place = generals.places.get(each.contest.election)
        if not lives or (place is not None and last is not None and place > last + 1):
            lives.append([])
        lives[-1].append(each)
        last = last if place is None else place
    return lives


def _line(life: Sequence[Won], generals: _Generals, spells: Sequence[MemberSpell]) -> SeatLine:
    places = [generals.places[w.contest.election] for w in life if w.contest.election in generals.places]
    last = life[-1].contest
    ref = SeatRef(
        seat=last.seat,
        name=last.seat_name,
        constituencies=tuple(dict.fromkeys(won.contest.constituency for won in life)),
        created=generals.created(places[0]) if places else None,
        abolished=generals.abolished(places[-1]) if places else None,
    )
    tenures = tenures_of(ref, life, spells, generals.dates[0])
    return SeatLine(ref, tuple(life), tenures, vacancies_of(ref, tenures))


def _won(store: Store, seats: tuple[str, ...], since: date, until: date) -> dict[str, list[Won]]:
    """Every contest of the seats with whom it elected, oldest first."""
    params = (*seats, since.isoformat(), until.isoformat())
    contests = [contest_fact(row) for row in store.fetch(_CONTESTS.format(marks(seats)), params)]
    elected = _elected(store, [contest.contest for contest in contests if contest.seats > 1])
    won: dict[str, list[Won]] = defaultdict(list)
    for contest in contests:
        winners = tuple(elected.get(contest.contest, ()))
        if not winners and contest.winner_party is not None:
            winners = (Winner(contest.winner_person, contest.winner_name, contest.winner_party),)
        won[contest.seat].append(Won(contest, winners))
    return won


def _elected(store: Store, contests: Sequence[str]) -> dict[str, list[Winner]]:
    """Whom contests for several members elected; of the others the contest says it."""
    elected: dict[str, list[Winner]] = defaultdict(list)
    if contests:
        for row in store.fetch(_ELECTED.format(marks(contests)), contests):
            elected[row[0]].append(Winner(row[1], row[2], row[3]))
    return elected


def _date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
