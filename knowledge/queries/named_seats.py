"""The seats behind a party's total, by name, where they are few."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge.facts.contests import CandidacyFact, candidacy_fact
from knowledge.facts.totals import ElectionTotals, NamedSeat, PartyTotalFact
from knowledge.queries.clause import Clause, Conjunction
from knowledge.queries.selection import CANDIDACIES
from knowledge.query import Measure

if TYPE_CHECKING:
    from knowledge.store.store import Store

FEW = 15
"""Up to so many seats won, gained or lost are named."""
_FEW_SECONDS = 40
_ALONE = 2
"""A party with so few candidates is told by where they stood."""

_WON = """
select k.seat_name, c.name, k.winner_party from candidacy_rows c join contest_facts k on k.id = c.contest_id
where c.party = ? and c.elected = 1 and c.election_id = (select rowid from elections where id = ?) and {where}
order by k.seat_name
"""
_CONTESTS = """
select k.seat_name, k.winner_name, k.winner_party from contest_facts k
where {condition} and k.date = ? and k.election = ? and {where} order by k.seat_name
"""
_SECOND = "k.second_party = ?"
_GAINED = "k.winner_party = ? and k.gain = 1"
_LOST = "k.lost_party = ?"


def with_named_seats(store: Store, totals: ElectionTotals, measures: Sequence[Measure]) -> ElectionTotals:
    """``totals`` whose parties asked for have the seats' names that ``measures`` are about, where they are few."""
    where = Conjunction()
    where.within("k", (totals.area,))
    inside = where.clause()
    named = tuple(_named(store, totals, total, measures, inside) for total in totals.selected)
    return replace(totals, selected=named)


def _named(
    store: Store, totals: ElectionTotals, total: PartyTotalFact, measures: Sequence[Measure], inside: Clause
) -> PartyTotalFact:
    def found(condition: str, number: int | None, most: int = FEW) -> tuple[NamedSeat, ...]:
        if not number or number > most:
            return ()
        sql = _CONTESTS.format(condition=condition, where=inside.sql)
        rows = store.fetch(sql, (total.party, totals.day.isoformat(), totals.election, *inside.params))
        return tuple(NamedSeat(*row) for row in rows)

    won: tuple[NamedSeat, ...] = ()
    if total.seats and total.seats <= FEW and (not measures or Measure.SEATS in measures):
        rows = store.fetch(_WON.format(where=inside.sql), (total.party, totals.election, *inside.params))
        won = tuple(NamedSeat(*row) for row in rows)
    hands = any(m in measures for m in (Measure.GAINS, Measure.LOSSES, Measure.SEAT_CHANGE))
    return replace(
        total,
        won_in=won,
        second_in=found(_SECOND, total.seconds, _FEW_SECONDS) if Measure.SECONDS in measures else (),
        gained_in=found(_GAINED, total.gains) if hands else (),
        lost_in=found(_LOST, total.losses) if hands else (),
        stood_in=_stood(store, totals, total, inside),
    )


def _stood(store: Store, totals: ElectionTotals, total: PartyTotalFact, inside: Clause) -> tuple[CandidacyFact, ...]:
    if not total.candidates or total.candidates > _ALONE:
        return ()
    rows = store.fetch(
        f"{CANDIDACIES} where c.party = ? and c.election = ? and {inside.sql.replace('k.', 'c.')} order by c.seat_name",
        (total.party, totals.election, *inside.params),
    )
    return tuple(candidacy_fact(row) for row in rows)
