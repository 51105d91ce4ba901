"""What the knowledge base holds, by kind of election and by how much of each contest is held."""

from __future__ import annotations

from datetime import date

from knowledge.facts.words import CoverageFacts, PeriodCoverage
from knowledge.query import About
from knowledge.store.store import Store

_PERIODS = """
select c.kind, c.detail, count(*),
       (select count(*) from candidacy_facts k where k.kind = c.kind and k.detail = c.detail),
       min(c.date), max(c.date)
from contest_facts c where c.kind <> 'notional' group by c.kind, c.detail order by max(c.date) desc, c.kind desc
"""


def run_about(store: Store, query: About) -> CoverageFacts | None:
    """What is held, where ``query`` asks for it; the other topics need no facts."""
    if query.topic not in ("coverage", "sources"):
        return None
    periods = tuple(
        PeriodCoverage(row[0], row[1], row[2], row[3], date.fromisoformat(row[4]), date.fromisoformat(row[5]))
        for row in store.fetch(_PERIODS, ())
    )
    counts = store.fetch("select (select count(*) from quotes), (select count(*) from explainers)", ())[0]
    return CoverageFacts(periods, counts[0], counts[1], max(p.last for p in periods))
