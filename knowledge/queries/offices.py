"""Who was Prime Minister, party leader or Speaker: at a date, before or after somebody."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from knowledge.facts.country import OfficeFacts, OfficeSpell, OfficeStep
from knowledge.fold import fold
from knowledge.queries.asked_names import means
from knowledge.query import OfficeHolder
from knowledge.store.store import Store

_SPELLS = """
select o.office, o.party, o.person, o.name, o.start, o."end", s.as_of, o.note, o.source
from offices o join sources s on s.id = o.source
where o.office = ? and (? is null or o.party = ?)
order by o.start
"""


def run_office(store: Store, query: OfficeHolder) -> OfficeFacts:
    """The spells of the office that ``query`` asks for; names are matched by their folded words."""
    party = query.party if query.office == "party-leader" else None
    spells = _spells(store, query.office, party)
    holders: tuple[OfficeSpell, ...] = ()
    steps: tuple[OfficeStep, ...] = ()
    if query.after is not None:
        steps = _then(tuple(_steps(spells, query.after, 1)), query)
    elif query.before is not None:
        steps = _then(tuple(_steps(spells, query.before, -1)), query)
    elif query.end is not None:
        of_party = [s for s in spells if query.party in (None, s.party)]
        holders = tuple(of_party[:1] if query.end == "first" else of_party[-1:])
    elif query.person is not None:
        holders = tuple(s for s in spells if is_person(s, query.person))
    else:
        found = _at(spells, query.at, query.until)
        holders = tuple(s for s in found if query.party is None or s.party in (None, query.party))
    return OfficeFacts(
        office=query.office,
        party=party,
        at=query.at,
        until=query.until,
        holders=holders,
        steps=steps,
        held=bool(spells),
        first=spells[0].start if spells else None,
        asked=_asked_name(store, query.person or query.after or query.before),
        known=query.person is not None and _is_held(store, query.person),
        parties=() if spells else _parties_held(store, query.office),
    )


def is_person(spell: OfficeSpell, name: str) -> bool:
    """Whether ``name`` (a person id, a surname or a full name) means the holder of ``spell``."""
    return spell.person == name or means(name, spell.name)


def _asked_name(store: Store, asked: str | None) -> str | None:
    """The name of a person id; a name that was typed stays itself."""
    if asked is None:
        return None
    rows = store.fetch("select name from people where id = ?", (asked,))
    return rows[0][0] if rows else asked.title() if asked.islower() else asked


def _is_held(store: Store, asked: str) -> bool:
    """Whether a person of this id or name is held."""
    sql = "select 1 from people where id = ? union all select 1 from names where key = ? and kind = 'person' limit 1"
    return bool(store.fetch(sql, (asked, fold(asked))))


def _spells(store: Store, office: str, party: str | None) -> list[OfficeSpell]:
    return [
        OfficeSpell(
            office=row[0],
            party=row[1],
            person=row[2],
            name=row[3],
            start=date.fromisoformat(row[4]),
            end=None if row[5] is None else date.fromisoformat(row[5]),
            as_of=date.fromisoformat(row[6]),
            note=row[7],
            source=row[8],
        )
        for row in store.fetch(_SPELLS, (office, party, party))
    ]


def _parties_held(store: Store, office: str) -> tuple[str, ...]:
    rows = store.fetch(
        "select distinct party from offices where office = ? and party is not null order by 1", (office,)
    )
    return tuple(row[0] for row in rows)


def _at(spells: list[OfficeSpell], at: date | None, until: date | None) -> Iterable[OfficeSpell]:
    if at is None:
        return (s for s in spells if s.end is None)
    last = until or at
    # On a day of change both are named: the day alone does not say which of them is meant.
    return (s for s in spells if s.start <= last and (s.end is None or s.end >= at))


def _then(steps: tuple[OfficeStep, ...], query: OfficeHolder) -> tuple[OfficeStep, ...]:
    """Those of the changes that fell in the time asked about; all where none did, or no time was named."""
    if query.at is None:
        return steps
    last = query.until or query.at
    changes = [(s, s.other if query.after is not None else s.spell) for s in steps]
    return tuple(step for step, later in changes if later is not None and query.at <= later.start <= last) or steps


def _steps(spells: list[OfficeSpell], name: str, step: int) -> Iterable[OfficeStep]:
    """For each time the person held it, the spell ``step`` further on that is another person's."""
    for place, spell in enumerate(spells):
        if not is_person(spell, name):
            continue
        beside = place + step
        if 0 <= beside < len(spells):
            other = spells[beside]
            if not is_person(other, name):
                yield OfficeStep(spell, other)
        else:
            yield OfficeStep(spell, None)
