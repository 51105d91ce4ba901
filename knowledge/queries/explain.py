"""What a word means: one explainer by its id."""

from __future__ import annotations

import json

from knowledge.facts.words import ExplainerFact, ExplainFacts
from knowledge.queries.clause import marks
from knowledge.query import Explain
from knowledge.store.store import Store


def run_explain(store: Store, query: Explain) -> ExplainFacts:
    """The explainer of ``query.term``, or, where there is none, the terms that are held."""
    rows = store.fetch(
        "select id, term, short, detail, example, see_also, source from explainers where id = ?", (query.term,)
    )
    if not rows:
        return ExplainFacts(None, tuple(row[0] for row in store.fetch("select term from explainers order by term", ())))
    row = rows[0]
    return ExplainFacts(ExplainerFact(*(*row[:5], _terms(store, row[5]), row[6])))


def _terms(store: Store, ids: str | None) -> tuple[str, ...]:
    wanted: list[str] = json.loads(ids) if ids else []
    if not wanted:
        return ()
    terms = {
        row[0]: row[1] for row in store.fetch(f"select id, term from explainers where id in ({marks(wanted)})", wanted)
    }
    return tuple(terms[id_] for id_ in wanted if id_ in terms)
