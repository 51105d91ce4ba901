"""What the knowledge base holds: how much of which elections, in which packs, from which sources."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from knowledge.models.elections import Detail, ElectionKind
from knowledge.models.sources import PackInfo, Source
from knowledge.store.store import Store

_HOLDINGS = """
select
    f.kind, f.detail, min(f.date), max(f.date), count(distinct f.election), count(*),
    sum((select count(*) from candidacy_rows as c where c.contest_id = f.id and not c.pooled))
from contest_facts as f
group by f.kind, f.detail
order by f.kind = 'notional', f.kind = 'by-election', min(f.date)
"""


@dataclass(frozen=True, slots=True)
class Holding:
    """The contests of one kind of which as much is held."""

    kind: ElectionKind
    detail: Detail
    first: date
    last: date
    elections: int
    """Polling days."""
    contests: int
    candidacies: int
    """People or single parties that stood, pooled columns apart."""


def holdings(store: Store) -> list[Holding]:
    """What is held of elections, general elections first."""
    return [
        Holding(
            ElectionKind(kind),
            Detail(detail),
            date.fromisoformat(first),
            date.fromisoformat(last),
            days,
            contests,
            stood,
        )
        for kind, detail, first, last, days, contests, stood in store.fetch(_HOLDINGS)
    ]


def held_rows(store: Store) -> dict[str, int]:
    """How many rows each table of the packs has, tables without rows left out."""
    prefix = "count_"
    counts = {key.removeprefix(prefix): int(value) for key, value in store.meta.items() if key.startswith(prefix)}
    return {table: count for table, count in counts.items() if count}


def held_sources(store: Store) -> list[Source]:
    """Every source that a row may name, by publisher."""
    return [store.source(key) for (key,) in store.fetch("select id from sources order by publisher, title, id")]


def held_packs(store: Store) -> list[PackInfo]:
    """Every pack, by id."""
    rows = store.fetch(f"select {', '.join(PackInfo.model_fields)} from packs order by id")
    return [PackInfo.model_validate(dict(zip(PackInfo.model_fields, row, strict=True))) for row in rows]
