"""Running the real client against a Discord on loopback."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.discord_app.client import HustingsClient
from bot.discord_app.desk import Desk
from bot.discord_app.threads import Threads
from bot.service import Service
from tests.discord_fake.discord import FakeDiscord
from tests.discord_fake.world import TOKEN

TIME_TO_START = 10.0


@asynccontextmanager
async def running_bot(
    server: FakeDiscord,
    service: Service,
    folder: Path,
    *,
    channels: frozenset[int] = frozenset(),
    shard_count: int | None = None,
    shard_ids: tuple[int, ...] = (),
) -> AsyncIterator[HustingsClient]:
    """The client, connected to ``server``; ``folder`` keeps what it notes between runs."""
    client = HustingsClient(
        desk=Desk(service=service, threads=Threads(), channels=channels),
        state_folder=folder,
        shard_count=shard_count,
        shard_ids=shard_ids,
        connector=server.connector(),
        guild_ready_timeout=0,
    )
    async with client:
        running = asyncio.create_task(client.start(TOKEN))
        ready = asyncio.create_task(client.wait_until_ready())
        await asyncio.wait({running, ready}, timeout=TIME_TO_START, return_when=asyncio.FIRST_COMPLETED)
        ready.cancel()
        assert client.is_ready(), running
        yield client
    await running
