"""Stated records and explanations, by seat, person and topic."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from knowledge.facts.words import ClaimFact, ClaimFacts
from knowledge.fold import fold
from knowledge.models.words import Verdict
from knowledge.queries.clause import marks
from knowledge.queries.held import data_until
from knowledge.queries.nearness import stem, stems, telling
from knowledge.query import Claims
from knowledge.store.store import Store

_CLAIMS = """
select id, statement, stated_by, stated_on, true_on, until, exact, later, verdict, contests, people, about, source
from claims order by rowid
"""


def run_claims(store: Store, query: Claims) -> ClaimFacts:
    """The claims that ``query`` selects: about all the seats, by or about the people, nearest the topic first."""
    held = [_claim(row) for row in store.fetch(_CLAIMS, ())]
    contests = _contests_of(store, query.seats)
    names = _names_of(store, query.people)
    chosen = [c for c in held if not query.seats or not contests.isdisjoint(c.contests)]
    chosen = [
        c
        for c in chosen
        if not query.people or not set(query.people).isdisjoint(c.people) or fold(c.stated_by) in names
    ]
    if query.checked and query.seats:
        # Whether it is so of a seat a claim says that is made of it, and not one that only mentions it.
        chosen = [c for c in chosen if not contests.isdisjoint(c.contests[:1])]
    if query.topic:
        chosen = _on_topic(chosen, query.topic)
    return ClaimFacts(
        claims=tuple(chosen),
        places=_places(store, held),
        topics=tuple(dict.fromkeys(c.about[0] for c in held if c.about)),
        data_until=data_until(store),
    )


def _on_topic(claims: Sequence[ClaimFact], topic: str) -> list[ClaimFact]:
    """The claims that share the most telling words with ``topic``, in the order held."""
    wanted = {stem(word) for word in telling(topic)}
    if not wanted:
        return list(claims)
    scores = {c.id: len(wanted & _stems(c)) for c in claims}
    best = max(scores.values(), default=0)
    return [c for c in claims if scores[c.id] == best] if best else []


def _stems(claim: ClaimFact) -> frozenset[str]:
    return stems(" ".join((claim.statement, claim.stated_by, *claim.about)))


def _contests_of(store: Store, seats: tuple[str, ...]) -> frozenset[str]:
    if not seats:
        return frozenset()
    return frozenset(
        row[0] for row in store.fetch(f"select contest from contest_facts where seat in ({marks(seats)})", seats)
    )


def _names_of(store: Store, people: tuple[str, ...]) -> frozenset[str]:
    if not people:
        return frozenset()
    return frozenset(
        fold(row[0]) for row in store.fetch(f"select name from people where id in ({marks(people)})", people)
    )


def _places(store: Store, claims: Sequence[ClaimFact]) -> tuple[str, ...]:
    """The seats that claims are held about."""
    contests = sorted({contest for claim in claims for contest in claim.contests[:1]})
    rows = store.fetch(
        f"select distinct seat_name from contest_facts where contest in ({marks(contests)}) order by 1", contests
    )
    return tuple(row[0] for row in rows)


def _claim(row: Sequence[Any]) -> ClaimFact:
    cells = [*row]
    cells[3:6] = [None if cell is None else date.fromisoformat(cell) for cell in row[3:6]]
    cells[8] = Verdict(row[8])
    cells[9:12] = [tuple(json.loads(cell)) if cell else () for cell in row[9:12]]
    return ClaimFact(*cells)
