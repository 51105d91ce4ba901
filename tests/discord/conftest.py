"""The real client, connected to a Discord on loopback."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from bot.discord_app.client import HustingsClient
from bot.discord_app.desk import Desk
from bot.discord_app.threads import Threads
from tests.discord.service import SmallService
from tests.discord_fake.discord import FakeDiscord
from tests.discord_fake.world import TOKEN

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

    @asynccontextmanager
    async def start(
        *, channels: frozenset[int] = frozenset(), **options: int | tuple[int, ...]
    ) -> AsyncIterator[HustingsClient]:
        client = HustingsClient(
            desk=Desk(service=service, threads=Threads(), channels=channels),
            state_folder=tmp_path,
            connector=discord_server.connector(),
            guild_ready_timeout=0,
            **options,  # type: ignore[arg-type]
        )
        async with client:
            running = asyncio.create_task(client.start(TOKEN))
            ready = asyncio.create_task(client.wait_until_ready())
            await asyncio.wait({running, ready}, timeout=10, return_when=asyncio.FIRST_COMPLETED)
            ready.cancel()
            assert client.is_ready(), running
            yield client
        await running

    return start


@pytest.fixture
async def bot(start_bot: StartBot) -> AsyncIterator[HustingsClient]:
    """The bot, connected."""
    async with start_bot() as client:
        yield client
