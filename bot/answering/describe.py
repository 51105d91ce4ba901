"""A query in words, for "How I read it": ``majority · Copeland · by-election of 23 February 2017``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answering.wording import Words
from knowledge.query import Query

if TYPE_CHECKING:
    from knowledge.store.store import Store


def describe(query: Query, store: Store, words: Words) -> str:
    """What was understood, in a few words."""
    del store, words
    return query.shape
