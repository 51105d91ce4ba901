"""The real client, connected to a Discord on loopback."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager
from functools import partial
from pathlib import Path

import pytest

from bot.discord_app.client import HustingsClient
from tests.discord.client import running_bot
from tests.discord.service import SmallService
from tests.discord_fake.discord import FakeDiscord

StartBot = Callable[..., AbstractAsyncContextManager[HustingsClient]]


@pytest.fixture
async def discord_server() -> AsyncIterator[FakeDiscord]:
    """Discord; a test that broke its rules fails at the end."""
    async with FakeDiscord() as server:
        yield server
    assert server.faults == []


@pytest.fixture(autouse=True)
def logs_as_before() -> Iterator[None]:
    """Undoes what a started command did to the process's logs."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    for name in ("hustings", "discord"):
        logging.getLogger(name).setLevel(logging.NOTSET)


@pytest.fixture
def service() -> SmallService:
    """Answers a few questions."""
    return SmallService()


@pytest.fixture
def start_bot(discord_server: FakeDiscord, service: SmallService, tmp_path: Path) -> StartBot:
    """Starts the bot and stops it again; a second start is a restart."""

    return partial(running_bot, discord_server, service, tmp_path)


@pytest.fixture
async def bot(start_bot: StartBot) -> AsyncIterator[HustingsClient]:
    """The bot, connected."""
    async with start_bot() as client:
        yield client
