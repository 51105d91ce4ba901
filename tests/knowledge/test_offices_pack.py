"""Prime Ministers, party leaders and Speakers as held: one at a time, and no newer than their sources."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import pairwise

from knowledge.store.store import Store


def test_one_prime_minister_at_a_time(store: Store) -> None:
    rows = store.fetch("select name, start, \"end\" from offices where office = 'prime-minister' order by start")
    spells = [
        (str(name), date.fromisoformat(str(start)), date.fromisoformat(str(end)) if end else None)
        for name, start, end in rows
    ]
    assert len(spells) == 28
    assert spells[-1][2] is None
    for (name, start, end), (_, following, _) in pairwise(spells):
        assert end is not None, name
        assert start < end <= following, name
        assert (following - end).days <= 5, name


def test_a_party_has_one_leader_at_a_time(store: Store) -> None:
    leaders: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
    for party, start, end in store.fetch(
        "select party, start, \"end\" from offices where office = 'party-leader' order by start"
    ):
        leaders[str(party)].append((str(start), None if end is None else str(end)))
    assert {"conservative", "labour", "liberal-democrat", "snp", "plaid-cymru", "green", "reform-uk"} <= set(leaders)
    for party, spells in leaders.items():
        for (_, end), (following, _) in pairwise(spells):
            assert end is not None, party
            assert end <= following, party


def test_prime_ministers_after_2007_are_people_held(store: Store) -> None:
    rows = store.fetch(
        "select o.name, p.name from offices as o left join people as p on p.id = o.person"
        " where o.office = 'prime-minister' and o.start > '2007'"
    )
    assert len(rows) == 7
    assert [name for name, person in rows if name != person] == []


def test_an_office_without_an_end_is_no_newer_than_its_source(store: Store) -> None:
    rows = store.fetch(
        'select o.name, o.start, s.as_of from offices as o join sources as s on s.id = o.source where o."end" is null'
    )
    assert rows
    assert [name for name, start, as_of in rows if str(start) > str(as_of)] == []
