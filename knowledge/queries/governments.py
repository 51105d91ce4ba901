"""Governments formed after general elections, their majorities, and hung parliaments."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Any

from knowledge.facts.country import GovernmentFact, GovernmentsFacts, HouseFact, PartySeats
from knowledge.models.elections import ElectionKind
from knowledge.queries.asked_names import means
from knowledge.queries.clause import marks
from knowledge.queries.general import GeneralElection, general_elections, meant
from knowledge.query import Governments, Latest

if TYPE_CHECKING:
    from knowledge.store.store import Store

_APART = frozenset({"speaker", "others", "independent"})
_SEATS = """
select t.election, a.seats, t.party, t.seats, t.votes, t.source
from totals t join area_facts a on a.election = t.election and a.area = t.area
where t.election in ({elections}) and t.area = 'united-kingdom' and t.seats > 0
order by t.election
"""
_FORMED = """
select id, formed, election, prime_minister, party, kind, partners, majority, hung, note, source
from governments order by formed
"""
_HEADED = "select name, start, \"end\" from offices where office in ('party-leader', 'prime-minister')"
_PRIME_MINISTERS = "select start, name from offices where office = 'prime-minister' order by start"
_MET = timedelta(days=60)
"""A change of government that an election brings is done by then; the longest took 47 days, in 1923 and 1924."""


def run_governments(store: Store, query: Governments) -> GovernmentsFacts:
    """The houses that ``query`` means; of a leader or party only those in which they formed a government.

    Where only a leader or a party is named, and no time, all their governments are meant.
    """
    held = [e for e in general_elections(store) if e.kind is ElectionKind.GENERAL]
    if query.ask == "record" and query.leader is not None:
        return _record(store, query, query.leader, held)
    unbound = isinstance(query.when, Latest)
    everything = unbound and (query.leader or query.parties or query.ask in {"hung", "seats-without-votes"})
    chosen = held if everything else meant(query.when, held)
    houses = _houses(store, chosen, held)
    kept = tuple(h for h in houses if _formed_by(h, query))
    narrowed = bool(query.leader or query.parties) and query.ask in {"formed", "majority"}
    return GovernmentsFacts(
        houses=kept if narrowed else tuple(houses),
        held=tuple(election.day for election in held),
        others=tuple(houses) if narrowed and not kept and not everything else (),
    )


def _record(store: Store, query: Governments, leader: str, held: Sequence[GeneralElection]) -> GovernmentsFacts:
    """General elections fought at the head of a party or the government: those that brought it, and the others."""
    headed = [row for row in store.fetch(_HEADED) if means(leader, row[0])]
    spells = [(date.fromisoformat(row[1]), date.fromisoformat(row[2]) if row[2] else date.max) for row in headed]
    houses = _houses(store, held, held)
    won = [house for house in houses if _formed_by(house, query)]
    led = [house for house in houses if any(start <= house.day <= end for start, end in spells)]
    return GovernmentsFacts(
        houses=tuple(won),
        others=tuple(house for house in led if house not in won),
        leader=headed[0][0] if headed else None,
    )


def _formed_by(house: HouseFact, query: Governments) -> bool:
    formed = [g for g in house.governments if g.election is not None] or list(house.governments)
    led = [g.prime_minister for g in formed] or ([house.leader] if house.leader else [])
    parties = {g.party for g in formed} or {house.parties[0].party}
    if query.leader is not None and not any(means(query.leader, name) for name in led):
        return False
    return not query.parties or bool(parties & set(query.parties))


def _houses(store: Store, chosen: Sequence[GeneralElection], held: Sequence[GeneralElection]) -> list[HouseFact]:
    if not chosen:
        return []
    ids = [e.id for e in chosen]
    rows = store.fetch(_SEATS.format(elections=marks(ids)), ids)
    by_election = {key: list(group) for key, group in groupby(rows, key=lambda row: row[0])}
    governments = [_government(row) for row in store.fetch(_FORMED)]
    led = [(date.fromisoformat(start), name) for start, name in store.fetch(_PRIME_MINISTERS)]
    houses = []
    for election in chosen:
        group = by_election.get(election.id)
        if group is not None and group[0][1] is not None:
            after = next((e.day for e in held if e.day > election.day), date.max)
            leader = next((name for start, name in reversed(led) if start <= election.day + _MET), None)
            houses.append(replace(_house(election, after, group, governments), leader=leader))
    return houses


def _house(
    election: GeneralElection, after: date, rows: Sequence[tuple[Any, ...]], governments: Sequence[GovernmentFact]
) -> HouseFact:
    parties = sorted((PartySeats(*row[2:5]) for row in rows), key=lambda p: (p.party in _APART, -p.seats))
    return HouseFact(
        election=election.id,
        day=election.day,
        name=election.name,
        size=rows[0][1],
        parties=tuple(parties),
        governments=tuple(
            g for g in governments if g.election == election.id or (not g.election and election.day <= g.formed < after)
        ),
        source=rows[0][5],
    )


def _government(row: tuple[Any, ...]) -> GovernmentFact:
    return GovernmentFact(
        *(row[0], date.fromisoformat(row[1]), *row[2:6], tuple(json.loads(row[6] or "[]")), row[7], bool(row[8])),
        *row[9:11],
    )
