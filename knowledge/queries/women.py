"""How many women an area returned, and each party in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge.facts.totals import ElectionTotals
from knowledge.queries.clause import Conjunction

if TYPE_CHECKING:
    from knowledge.store.store import Store

_WINNERS = """
select k.winner_party, case when k.seats = 1 then p.gender end as gender, count(*)
from contest_facts k left join people p on p.id = k.winner_person where {where} group by k.winner_party, gender
"""


def with_women(store: Store, totals: ElectionTotals, *, by_party: bool) -> ElectionTotals:
    """``totals`` with the women elected: the published number, else counted over the winners.

    Counted only where the gender of all winners is held, so that no count is short. ``by_party`` asks for each party.
    """
    published = totals.facts.women if totals.facts is not None else None
    if published is not None and not by_party:
        return totals
    where = Conjunction()
    where.add("k.election = ?", (totals.election,))
    where.within("k", (totals.area,))
    clause = where.clause()
    women: Counter[str] = Counter()
    unknown: Counter[str] = Counter()
    for party, gender, number in store.fetch(_WINNERS.format(where=clause.sql), clause.params):
        (women if gender == "female" else unknown if gender is None else Counter())[party] += number
    facts = totals.facts
    if facts is not None and facts.women is None and not unknown.total() and women:
        facts = replace(facts, women=women.total())
    counted = {p.party: replace(p, women=None if unknown[p.party] else women[p.party]) for p in totals.parties}
    return replace(
        totals,
        facts=facts,
        parties=tuple(counted.values()),
        selected=tuple(replace(p, women=counted[p.party].women) for p in totals.selected),
    )
