"""``hustings run`` and ``hustings sync``: everything is built here, once, and what goes wrong becomes a sentence."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import aiohttp
import platformdirs

from bot.discord_app.client import HustingsClient
from bot.discord_app.desk import Desk
from bot.discord_app.errors import NO_TOKEN, START_ERRORS, for_start
from bot.discord_app.logs import set_up_logs
from bot.discord_app.threads import Threads
from bot.service import Service
from bot.settings import Settings

OK = 0
FAILED = 1

TIME_TO_CLOSE = 0.1
"""Seconds for encrypted connections to close, as aiohttp's documentation advises, before the event loop ends."""

MakeService = Callable[[], Service]
"""Opens the knowledge; called only once there is a token."""
MakeConnector = Callable[[], aiohttp.BaseConnector]
"""Makes the client's connector, inside its event loop. Tests lead the client to their own Discord with it."""


def run_bot(settings: Settings, make_service: MakeService, *, make_connector: MakeConnector | None = None) -> int:
    """Runs the bot until it is told to stop, and returns an exit code."""

    async def run(client: HustingsClient, token: str) -> None:
        stop_on_signal(client)
        await client.start(token)

    return _with_client(settings, make_service, run, make_connector)


def sync_commands(settings: Settings, make_service: MakeService, *, make_connector: MakeConnector | None = None) -> int:
    """Registers the slash commands whether they changed or not, and returns an exit code."""

    async def register(client: HustingsClient, token: str) -> None:
        await client.login(token)
        count = await client.sync_commands(always=True)
        sys.stdout.write(f"Registered {count} commands.\n")

    return _with_client(settings, make_service, register, make_connector)


def _with_client(
    settings: Settings,
    make_service: MakeService,
    work: Callable[[HustingsClient, str], Awaitable[None]],
    make_connector: MakeConnector | None,
) -> int:
    token = settings.discord_token.get_secret_value().strip() if settings.discord_token is not None else ""
    if not token:
        return _say(NO_TOKEN)
    set_up_logs(settings.log_level)
    service = make_service()

    async def main() -> None:
        connector = make_connector() if make_connector is not None else None
        try:
            async with build_client(settings, service, connector=connector) as client:
                await work(client, token)
        finally:
            await asyncio.sleep(TIME_TO_CLOSE)

    try:
        asyncio.run(main())
    except START_ERRORS as error:
        return _say(for_start(error))
    return OK


def build_client(
    settings: Settings, service: Service, *, connector: aiohttp.BaseConnector | None = None
) -> HustingsClient:
    """The client as ``settings`` want it."""
    desk = Desk(service=service, threads=Threads(), channels=frozenset(settings.channels))
    folder = settings.cache if settings.cache is not None else Path(platformdirs.user_cache_dir("hustings"))
    return HustingsClient(
        desk=desk,
        state_folder=folder,
        shard_count=settings.shard_count,
        shard_ids=settings.shard_ids,
        connector=connector,
    )


def stop_on_signal(client: HustingsClient) -> None:
    """Leaves Discord in good order when the process is told to stop."""
    loop = asyncio.get_running_loop()
    closing: set[asyncio.Task[None]] = set()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows has no such handlers; there Ctrl-C ends the process
            loop.add_signal_handler(number, lambda: closing.add(asyncio.ensure_future(client.close())))


def _say(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return FAILED
