"""The one place where a query is run and its facts are put into words."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from bot.answering.answer import Answer, Kind
from bot.answering.describe import describe
from bot.answering.dialogue import EXAMPLES
from bot.answering.routes import routes
from bot.answering.wording import Words
from knowledge.queries.reference import Reference
from knowledge.query import (
    Query,
    Several,
)

if TYPE_CHECKING:
    from knowledge.store.store import Store

_KEPT = 256
"""Answers kept for when the same is asked again: the facts of an open store never change."""


class Answerer:
    """Answers queries from one store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._routes = routes()
        self.reference = Reference.load(store)
        self.words = Words(self.reference)
        self._kept = lru_cache(maxsize=_KEPT)(self._worked_out)

    def load(self) -> None:
        """Load what answers every shape now rather than when it is first asked."""
        for load in self._routes.values():
            load()

    def answer(self, query: Query) -> Answer:
        """The answer to ``query``, with the reading and its sources."""
        return self._kept(query)

    def _worked_out(self, query: Query) -> Answer:
        if isinstance(query, Several):
            return self._several(query)
        way = self._routes[type(query)]()
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
