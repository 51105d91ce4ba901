"""Who was member for a seat: at a time, now, or before or after somebody or some election."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.facts.seats import HolderFacts, SeatHolders, SeatLine, Step
from knowledge.queries.clause import marks
from knowledge.queries.held import data_until
from knowledge.queries.member_steps import member_steps
from knowledge.queries.seat_lines import seat_lines
from knowledge.queries.successions import became, made_from, with_members
from knowledge.query import Between, Holder, InYears, OnDay
from knowledge.store.store import Store

_SEATS_OF = "select distinct seat from candidacy_facts where person in ({}) and elected = 1 and kind <> 'notional'"


@dataclass(frozen=True, slots=True)
class _Time:
    """The days asked about."""

    first: date
    last: date
    now: bool


def run_holder(store: Store, query: Holder) -> HolderFacts:
    """The members for ``query``'s seats (or the seats its people sat for) in the time asked about."""
    until = data_until(store)
    time = _time(query, until)
    people = query.where.people
    seats = query.where.seats or tuple(row[0] for row in store.fetch(_SEATS_OF.format(marks(people)), people) if people)
    lines = seat_lines(store, seats)
    steps: tuple[Step, ...] = ()
    if query.relation is not None:
        steps = tuple(
            step
            for lives in lines.values()
            for step in member_steps(store, lives, query, time.first, time.last, now=time.now)
        )
    return HolderFacts(
        seats=tuple(_holders(store, lives, time) for lives in lines.values()),
        steps=steps,
        people=_names(store, people),
        at=time.first,
        until=time.last,
        now=time.now,
        data_until=until,
    )


def _time(query: Holder, last_held: date) -> _Time:
    if query.at is not None:
        # A time that runs on beyond the data ends with it.
        last = min(query.until or query.at, last_held)
        return _Time(query.at, max(query.at, last), now=False)
    match query.where.when:
        case InYears(years=years, month=month) if years:
            if month is None:
                return _Time(date(min(years), 1, 1), date(max(years), 12, 31), now=False)
            following = date(max(years) + month // 12, month % 12 + 1, 1)
            return _Time(date(min(years), month, 1), following - timedelta(days=1), now=False)
        case OnDay(day=day):
            return _Time(day, day, now=False)
        case Between(since=since, until=until):
            return _Time(since or date.min, until or last_held, now=False)
        case _:
            return _Time(last_held, last_held, now=True)


def _holders(store: Store, lives: Sequence[SeatLine], time: _Time) -> SeatHolders:
    """Who held the seat in the time, from the life that was on then (else the one nearest to it)."""
    life = next((each for each in lives if _lives_in(each, time)), None)
    if life is None:
        earlier = [each for each in lives if each.ref.abolished is not None and each.ref.abolished <= time.first]
        life = earlier[-1] if earlier else lives[0]
    ref = life.ref
    ended = ref.abolished is not None and ref.abolished <= time.last
    begun = ref.created is None or ref.created <= time.last
    successors = became(store, ref.constituencies[-1]) if ended else ()
    forerunners = made_from(store, ref.constituencies[0]) if not begun else ()
    return SeatHolders(
        ref=ref,
        tenures=tuple(t for t in life.tenures if t.covers(time.first, time.last)),
        vacancies=tuple(v for v in life.vacancies if v.covers(time.first, time.last)),
        last=life.tenures[-1] if life.tenures else None,
        successors=with_members(store, successors, max(time.first, ref.abolished or time.first), time.last),
        forerunners=with_members(store, forerunners, time.first, time.last),
        by_elections=tuple(
            won for won in life.won if won.contest.by_election and time.first <= won.contest.date <= time.last
        ),
        first_held=life.won[0].contest.date if life.won else None,
    )


def _lives_in(life: SeatLine, time: _Time) -> bool:
    begun = life.ref.created is None or life.ref.created <= time.last
    return begun and (life.ref.abolished is None or life.ref.abolished > time.first)


def _names(store: Store, people: tuple[str, ...]) -> tuple[str, ...]:
    if not people:
        return ()
    rows = store.fetch(f"select distinct name from people where id in ({marks(people)})", people)
    return tuple(row[0] for row in rows)
