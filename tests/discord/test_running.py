"""``hustings run`` and ``hustings sync``: what goes wrong at the start is one sentence and an exit code."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.cli import main
from bot.discord_app.running import run_bot, sync_commands
from bot.settings import Settings
from tests.discord.service import SmallService
from tests.discord_fake.discord import FakeDiscord
from tests.discord_fake.server import LoopbackResolver
from tests.discord_fake.world import TOKEN


class Background:
    """Runs a Discord in a thread of its own, while the command under test runs its own event loop."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self.loop.run_forever)
        self._thread.start()
        self.server = FakeDiscord()
        self.run(self.server.__aenter__())

    def run(self, work: Any) -> Any:
        """The result of a coroutine, run in the thread."""
        future: Future[Any] = asyncio.run_coroutine_threadsafe(work, self.loop)
        return future.result(20)

    def stop(self) -> None:
        """Ends the thread."""
        self.run(self.server.__aexit__())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join()
        self.loop.close()


@pytest.fixture
def background() -> Iterator[Background]:
    """A Discord in another thread."""
    running = Background()
    yield running
    running.stop()
    assert running.server.faults == []


@pytest.fixture
def settings(tmp_path: Path) -> Callable[[str | None], Settings]:
    """Settings with a token."""
    return lambda token: Settings(DISCORD_TOKEN=token, cache=tmp_path, _env_file=None)


@pytest.mark.parametrize("verb", ["run", "sync"])
def test_without_a_token_it_says_what_to_set_and_what_works_without(
    verb: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DISCORD_TOKEN", raising=False)
    assert main([verb]) == 1
    said = capsys.readouterr().err
    assert "DISCORD_TOKEN" in said
    assert "hustings ask" in said
    assert said.count("\n") == 1


@pytest.mark.parametrize("start", [run_bot, sync_commands])
def test_a_wrong_token_is_a_sentence(
    start: Any,
    background: Background,
    settings: Callable[[str | None], Settings],
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = start(settings("wrong"), SmallService, make_connector=background.server.connector)
    assert code == 1
    assert one_sentence(capsys).startswith("Discord does not accept the token")


def test_a_closed_port_is_a_sentence(
    settings: Callable[[str | None], Settings], capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        code = run_bot(
            settings(TOKEN),
            SmallService,
            make_connector=lambda: aiohttp.TCPConnector(resolver=LoopbackResolver(port)),
        )
    assert code == 1
    assert one_sentence(capsys).startswith("Discord cannot be reached")


class NoNetwork(LoopbackResolver):
    """Finds no host, as without a network."""

    async def resolve(self, host: str, port: int = 0, family: int = 0) -> Any:
        """Fails."""
        raise OSError(f"no address for {host}")


def test_no_network_is_a_sentence(
    settings: Callable[[str | None], Settings], capsys: pytest.CaptureFixture[str]
) -> None:
    code = run_bot(settings(TOKEN), SmallService, make_connector=lambda: aiohttp.TCPConnector(resolver=NoNetwork(1)))
    assert code == 1
    assert one_sentence(capsys).startswith("Discord cannot be reached")


@pytest.mark.parametrize(("status", "expected"), [(503, "status 503"), (403, "status 403")])
def test_an_error_at_login_is_a_sentence(
    status: int,
    expected: str,
    background: Background,
    settings: Callable[[str | None], Settings],
    capsys: pytest.CaptureFixture[str],
) -> None:
    background.server.trouble("GET", "/users/@me", status)
    assert run_bot(settings(TOKEN), SmallService, make_connector=background.server.connector) == 1
    assert expected in one_sentence(capsys)


@pytest.mark.parametrize(("close", "expected"), [(4004, "does not accept the token"), (4013, "code 4013")])
def test_a_gateway_that_refuses_is_a_sentence(
    close: int,
    expected: str,
    background: Background,
    settings: Callable[[str | None], Settings],
    capsys: pytest.CaptureFixture[str],
) -> None:
    background.server.gateway.refuse = close
    assert run_bot(settings(TOKEN), SmallService, make_connector=background.server.connector) == 1
    assert expected in one_sentence(capsys)


def test_sync_registers_the_commands_and_says_how_many(
    background: Background, settings: Callable[[str | None], Settings], capsys: pytest.CaptureFixture[str]
) -> None:
    assert sync_commands(settings(TOKEN), SmallService, make_connector=background.server.connector) == 0
    assert capsys.readouterr().out == "Registered 11 commands.\n"
    assert len(background.server.world.commands) == 11


def one_sentence(capsys: pytest.CaptureFixture[str]) -> str:
    """The last line of the error output, which has no traceback anywhere."""
    said = capsys.readouterr().err
    assert "Traceback" not in said
    return said.splitlines()[-1]
