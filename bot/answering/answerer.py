"""The one place where a query is run and its facts are put into words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from bot.answering.about import answer_about
from bot.answering.aggregate import answer_aggregate
from bot.answering.answer import Answer, Kind
from bot.answering.career import answer_career
from bot.answering.check import answer_check
from bot.answering.claims import answer_claims
from bot.answering.compare import answer_compare
from bot.answering.describe import describe
from bot.answering.dialogue import EXAMPLES
from bot.answering.elections import answer_elections
from bot.answering.explain import answer_explain
from bot.answering.fate import answer_fate
from bot.answering.figure import answer_figure
from bot.answering.governments import answer_governments
from bot.answering.history import answer_history
from bot.answering.holder import answer_holder
from bot.answering.listing import answer_count, answer_listing
from bot.answering.offices import answer_office
from bot.answering.quotes import answer_quotes
from bot.answering.rank import answer_rank
from bot.answering.referendum import answer_referendum
from bot.answering.result import answer_result
from bot.answering.totals import answer_totals
from bot.answering.whatif import answer_what_if
from bot.answering.wording import Words
from knowledge.queries.about import run_about
from knowledge.queries.aggregate import run_aggregate
from knowledge.queries.career import run_career
from knowledge.queries.check import run_check
from knowledge.queries.claims import run_claims
from knowledge.queries.compare import run_compare
from knowledge.queries.elections import run_elections
from knowledge.queries.explain import run_explain
from knowledge.queries.fate import run_fate
from knowledge.queries.figure import run_figure
from knowledge.queries.governments import run_governments
from knowledge.queries.history import run_history
from knowledge.queries.holder import run_holder
from knowledge.queries.listing import run_count, run_listing
from knowledge.queries.offices import run_office
from knowledge.queries.quotes import run_quotes
from knowledge.queries.rank import run_rank
from knowledge.queries.reference import Reference
from knowledge.queries.referendum import run_referendum
from knowledge.queries.result import run_result
from knowledge.queries.totals import run_totals
from knowledge.queries.whatif import run_what_if
from knowledge.query import (
    About,
    Aggregate,
    Career,
    Check,
    Claims,
    Compare,
    Count,
    Elections,
    Explain,
    Fate,
    Figure,
    Governments,
    History,
    Holder,
    Listing,
    OfficeHolder,
    Query,
    Quotes,
    Rank,
    ReferendumQuery,
    Result,
    Several,
    Term,
    Totals,
    WhatIf,
)

if TYPE_CHECKING:
    from knowledge.store.store import Store

Q = TypeVar("Q", bound=Term)
F = TypeVar("F")


_KEPT = 512
"""Answers kept for when the same is asked again: the facts of an open store never change."""


@dataclass(frozen=True, slots=True)
class Route:
    """How one shape of query is answered: facts from the store, then words."""

    run: Callable[[Store, Any], Any]
    answer: Callable[[Any, Any, Words], Answer]


def route(run: Callable[[Store, Q], F], answer: Callable[[Q, F, Words], Answer]) -> Route:
    """A route whose two halves agree on the query's and the facts' types."""
    return Route(run, answer)


def routes() -> Mapping[type[Term], Route]:
    """Every shape of query and how it is answered. A new shape is added here and nowhere else."""
    return MappingProxyType(
        {
            Career: route(run_career, answer_career),
            History: route(run_history, answer_history),
            Fate: route(run_fate, answer_fate),
            Holder: route(run_holder, answer_holder),
            About: route(run_about, answer_about),
            Claims: route(run_claims, answer_claims),
            Check: route(run_check, answer_check),
            Compare: route(run_compare, answer_compare),
            WhatIf: route(run_what_if, answer_what_if),
            Figure: route(run_figure, answer_figure),
            Result: route(run_result, answer_result),
            Explain: route(run_explain, answer_explain),
            Quotes: route(run_quotes, answer_quotes),
            Totals: route(run_totals, answer_totals),
            Governments: route(run_governments, answer_governments),
            OfficeHolder: route(run_office, answer_office),
            ReferendumQuery: route(run_referendum, answer_referendum),
            Rank: route(run_rank, answer_rank),
            Listing: route(run_listing, answer_listing),
            Count: route(run_count, answer_count),
            Elections: route(run_elections, answer_elections),
            Aggregate: route(run_aggregate, answer_aggregate),
        }
    )


class Answerer:
    """Answers queries from one store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._routes = routes()
        self.reference = Reference.load(store)
        self.words = Words(self.reference)
        self._kept = lru_cache(maxsize=_KEPT)(self._worked_out)

    def answer(self, query: Query) -> Answer:
        """The answer to ``query``, with the reading and its sources."""
        return self._kept(query)

    def _worked_out(self, query: Query) -> Answer:
        if isinstance(query, Several):
            return self._several(query)
        way = self._routes[type(query)]
        answer = way.answer(query, way.run(self._store, query), self.words)
        return self._signed(query, answer)

    def _signed(self, query: Query, answer: Answer) -> Answer:
        """``answer`` with the query it answers, in data and in words, unless it names another; never a dead end."""
        changes: dict[str, Any] = {}
        if answer.query is None:
            changes["query"] = query
        if answer.read_as is None:
            changes["read_as"] = describe(query, self._store, self.words)
        if answer.kind is Kind.DECLINE and not (answer.options or answer.examples):
            changes["examples"] = EXAMPLES
        return answer.model_copy(update=changes) if changes else answer

    def _several(self, query: Several) -> Answer:
        """The parts' answers one after the other, as one answer."""
        parts = [self.answer(part) for part in query.parts]
        kinds = {part.kind for part in parts}
        kind = Kind.ANSWER if Kind.ANSWER in kinds else parts[0].kind
        return Answer(
            kind=kind,
            headline=" ".join(part.headline for part in parts),
            blocks=tuple(block for part in parts for block in part.blocks),
            notes=tuple(dict.fromkeys(note for part in parts for note in part.notes)),
            query=query,
            read_as="; ".join(part.read_as for part in parts if part.read_as),
            options=tuple(option for part in parts for option in part.options),
            examples=tuple(dict.fromkeys(example for part in parts for example in part.examples))[:4],
            reason=None if kind is Kind.ANSWER else parts[0].reason,
            sources=tuple(dict.fromkeys(source for part in parts for source in part.sources)),
            colour=next((part.colour for part in parts if part.colour), None),
            told=parts[-1].told,
        )
