"""What tests of every part share: the real facts, opened once, and the answers made from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from hypothesis import settings

from bot.answering.answer import Answer
from bot.answering.answerer import Answerer
from bot.assistant import Assistant, Parts, build_parts
from bot.reading.memory import Memory
from bot.rendering.text import to_text
from knowledge.store.opening import open_store
from knowledge.store.store import Store

TODAY = date(2026, 9, 1)
"""The day on which the tests ask: "this year" and "now" are seen from here."""

# How long an example takes says nothing about the program on a machine that others use as well.
settings.register_profile("hustings", deadline=None)
settings.load_profile("hustings")


@pytest.fixture(scope="session")
def store() -> Iterator[Store]:
    """The repository's packs, compiled once into the cache folder as the program does it."""
    with open_store() as opened:
        yield opened


@pytest.fixture(scope="session")
def answerer(store: Store) -> Answerer:
    """Answers queries from the real facts."""
    return Answerer(store)


@pytest.fixture(scope="session")
def parts(store: Store) -> Parts:
    """What reads questions and answers queries, on the real facts and a fixed day."""
    return build_parts(store, TODAY)


@pytest.fixture
def assistant(parts: Parts) -> Assistant:
    """The whole service on the real facts, with nothing remembered yet."""
    return Assistant(parts=parts, memory=Memory())


@pytest.fixture
def text() -> Callable[[Answer], str]:
    """All that a reader of an answer sees."""
    return to_text
