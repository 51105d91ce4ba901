"""What the knowledge base holds, by kind of election and by how much of each contest is held."""

from __future__ import annotations

from datetime import date

from knowledge.facts.words import CoverageFacts, PeriodCoverage
from knowledge.query import About
from knowledge.store.store import Store

_GENERAL = """
select kind, detail, sum(contests), min(date), max(date) from (
    select e.kind, e.date, (select count(*) from contest_facts k where k.election = e.id) as contests,
           (select k.detail from contest_facts k where k.election = e.id limit 1) as detail
    from elections e where e.kind = 'general'
) where detail is not null group by kind, detail order by max(date) desc
"""
_BY_ELECTIONS = """
select kind, detail, count(*), min(date), max(date) from contest_facts where kind = 'by-election'
group by kind, detail order by max(date) desc
"""


def run_about(store: Store, query: About) -> CoverageFacts | None:
    """What is held, where ``query`` asks for it; the other topics need no facts."""
    if query.topic not in ("coverage", "sources"):
        return None
    periods = tuple(
        PeriodCoverage(*(*row[:3], date.fromisoformat(row[3]), date.fromisoformat(row[4])))
        for sql in (_GENERAL, _BY_ELECTIONS)
        for row in store.fetch(sql)
    )
    return CoverageFacts(
        periods=periods,
        candidacies=int(store.meta["count_candidacies"]),
        quotes=int(store.meta["count_quotes"]),
        explainers=int(store.meta["count_explainers"]),
        data_until=max(period.last for period in periods),
    )
