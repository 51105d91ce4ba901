"""What every route calls: the one service that answers, as the routes see it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Protocol

from bot.answering.answer import Answer
from knowledge.query import Query

CompletionKind = Literal["seat", "person", "party", "election", "explainer", "speaker"]
"""The kinds of names that can be completed while they are typed."""


class Suggestion(Protocol):
    """A name offered while it is typed."""

    @property
    def label(self) -> str:
        """The name as it is shown."""

    @property
    def value(self) -> str:
        """What stands for it: its kind and id (``seat:copeland``)."""


class Service(Protocol):
    """Answers questions, in words or as queries. ``conversation`` names whose follow-ups they are; None: nobody's."""

    def ask(self, text: str, *, conversation: str | None = None) -> Answer:
        """The answer to a question in words."""

    def answer(self, query: Query, *, conversation: str | None = None) -> Answer:
        """The answer to a query."""

    def complete(self, kind: CompletionKind, typed: str, limit: int = 25) -> Sequence[Suggestion]:
        """Names of a kind that begin with or resemble what was typed, likeliest first."""

    def forget(self, conversation: str) -> None:
        """Drops what the conversation carried over."""
