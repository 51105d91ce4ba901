"""What tests of every part share: the real facts, opened once, and the answers made from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from bot.answering.answer import Answer
from bot.answering.answerer import Answerer
from bot.rendering.text import to_text
from knowledge.store.opening import open_store
from knowledge.store.store import Store


@pytest.fixture(scope="session")
def store() -> Iterator[Store]:
    """The repository's packs, compiled once into the cache folder as the program does it."""
    with open_store() as opened:
        yield opened


@pytest.fixture(scope="session")
def answerer(store: Store) -> Answerer:
    """Answers queries from the real facts."""
    return Answerer(store)


@pytest.fixture
def text() -> Callable[[Answer], str]:
    """All that a reader of an answer sees."""
    return to_text
