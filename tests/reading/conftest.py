"""The pieces of reading on the real facts, and short ways to ask them."""

from __future__ import annotations

import pytest

from bot.assistant import Parts
from bot.reading.gazetteer import Gazetteer
from bot.reading.lexicon import Lexicon
from bot.reading.listener import Listener
from bot.reading.reader import Reader
from bot.reading.resolve import Resolver


@pytest.fixture(scope="session")
def reader(parts: Parts) -> Reader:
    """Reads single questions."""
    return parts.reader


@pytest.fixture(scope="session")
def lexicon(reader: Reader) -> Lexicon:
    """The words that reading knows."""
    return reader.lexicon


@pytest.fixture(scope="session")
def gazetteer(reader: Reader) -> Gazetteer:
    """The names that reading knows."""
    return reader.gazetteer


@pytest.fixture(scope="session")
def resolver(reader: Reader) -> Resolver:
    """Turns names into seats and people."""
    return Resolver(reader.catalogue, reader.gazetteer, reader.calendar, reader.lexicon)


@pytest.fixture(scope="session")
def listener(reader: Reader) -> Listener:
    """Reads messages with what was said before."""
    return Listener(reader)
