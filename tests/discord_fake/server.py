"""The stand-in itself: HTTPS on loopback with the routes that a bot uses, and a record of every call."""

from __future__ import annotations

import asyncio
import json
import re
import ssl
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Self

import aiohttp
import trustme
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult

from tests.discord_fake.forms import Json
from tests.discord_fake.gateway import Gateway
from tests.discord_fake.world import TOKEN, World

DEADLINE = 10.0
"""Seconds that a call is waited for before the test fails."""
JSON_HEADERS = {"Content-Type": "application/json"}


@dataclass(frozen=True)
class Call:
    """One request, and how it was answered."""

    method: str
    path: str
    body: Json
    status: int
    answer: Json
    at: float
    """``time.perf_counter()`` when it was answered."""


@dataclass
class Trouble:
    """An answer to give instead of the right one, ``times`` times."""

    method: str
    path: re.Pattern[str]
    status: int
    body: Json
    headers: dict[str, str]
    times: int


class RefusedError(Exception):
    """An error as Discord answers it."""

    def __init__(self, status: int, code: int, message: str, body: Json = None) -> None:
        super().__init__(message)
        self.status = status
        self.body = body if body is not None else {"code": code, "message": message}


class LoopbackResolver(AbstractResolver):
    """Every host is this one port."""

    def __init__(self, port: int) -> None:
        self._port = port

    async def resolve(self, host: str, port: int = 0, family: int = 0) -> list[ResolveResult]:
        """The stand-in, whatever the name."""
        return [
            ResolveResult(hostname=host, host="127.0.0.1", port=self._port, family=2, proto=0, flags=0),
        ]

    async def close(self) -> None:
        """Nothing to close."""


@dataclass
class Server:
    """Runs while entered. ``faults`` holds what the client did against the rules, and the stand-in's own errors."""

    world: World = field(default_factory=World)
    faults: list[str] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    routes: list[tuple[str, re.Pattern[str], Callable[..., Awaitable[Json]]]] = field(default_factory=list)
    port: int = 0
    _troubles: list[Trouble] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.gateway = Gateway(self.world, self.faults.append)
        self._authority = trustme.CA()
        self._news = asyncio.Condition()

    async def __aenter__(self) -> Self:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        self._authority.issue_cert("discord.com", "gateway.discord.gg", "resume.discord.gg").configure_cert(context)
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", self._handle)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0, ssl_context=context)
        await site.start()
        self.port = self._runner.addresses[0][1]
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.gateway.close()
        await self._runner.cleanup()

    def connector(self) -> aiohttp.TCPConnector:
        """Leads a client here, whatever host it asks for."""
        context = ssl.create_default_context()
        self._authority.configure_trust(context)
        return aiohttp.TCPConnector(resolver=LoopbackResolver(self.port), ssl=context, limit=0)

    def trouble(
        self, method: str, path: str, status: int, *, code: int = 0, retry_after: float | None = None, times: int = 1
    ) -> None:
        """Makes the next requests whose path begins with the pattern ``path`` fail, as Discord fails."""
        body: Json = {"code": code, "message": "trouble"}
        headers = dict(JSON_HEADERS)
        if status == 429:
            body = {"message": "You are being rate limited.", "retry_after": retry_after or 0.0, "global": False}
            headers["Via"] = "1.1 google"
        self._troubles.append(Trouble(method, re.compile(path), status, body, headers, times))

    async def wait_for(self, wanted: Callable[[Call], bool], *, count: int = 1) -> list[Call]:
        """The first ``count`` calls that are ``wanted``. Fails where they do not come in time."""
        found: list[Call] = []

        def enough() -> bool:
            found[:] = [call for call in self.calls if wanted(call)]
            return len(found) >= count

        async with self._news:
            try:
                await asyncio.wait_for(self._news.wait_for(enough), DEADLINE)
            except TimeoutError:
                seen = "\n".join(f"{c.method} {c.path} {c.status}" for c in self.calls[-20:])
                raise AssertionError(
                    f"{len(found)} of {count} calls came. Faults: {self.faults}. Last calls:\n{seen}"
                ) from None
        return found[:count]

    async def until(self, true: Callable[[], bool]) -> None:
        """Waits until something is true. Fails where that takes too long."""
        deadline = time.monotonic() + DEADLINE
        while not true():
            if time.monotonic() > deadline:
                raise AssertionError(f"did not become true; faults: {self.faults}")
            await asyncio.sleep(0.002)

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        if request.host.endswith(".discord.gg"):
            return await self.gateway.handle(request)
        path = request.path.removeprefix("/api/v10")
        body, status, answer, headers = None, 500, None, JSON_HEADERS
        try:
            body = await self._body(request)
            trouble = self._take_trouble(request.method, path)
            if trouble is not None:
                status, answer, headers = trouble.status, trouble.body, trouble.headers
            else:
                status, answer = await self._answer(request, path, body)
        except RefusedError as refusal:
            status, answer = refusal.status, refusal.body
        except Exception as error:
            self.faults.append(f"the stand-in itself failed at {request.method} {path}: {error!r}")
            raise
        finally:
            async with self._news:
                self.calls.append(Call(request.method, path, body, status, answer, time.perf_counter()))
                self._news.notify_all()
        content = b"" if status == 204 else json.dumps(answer).encode()
        return web.Response(body=content, status=status, headers={} if status == 204 else headers)

    async def _body(self, request: web.Request) -> Json:
        data = await request.read()
        if not data:
            return None
        if request.content_type != "application/json":
            self.faults.append(f"{request.method} {request.path} sent {request.content_type}")
            raise RefusedError(400, 50109, "The request body contains invalid JSON.")
        return json.loads(data)

    def _take_trouble(self, method: str, path: str) -> Trouble | None:
        for trouble in self._troubles:
            if trouble.times and trouble.method == method and trouble.path.match(path):
                trouble.times -= 1
                return trouble
        return None

    async def _answer(self, request: web.Request, path: str, body: Json) -> tuple[int, Json]:
        if not request.path.startswith("/api/v10/"):
            self.faults.append(f"unknown address {request.path}")
            raise RefusedError(404, 0, "404: Not Found")
        by_token = path.startswith(("/interactions/", "/webhooks/"))
        if not by_token and request.headers.get("Authorization") != f"Bot {TOKEN}":
            raise RefusedError(401, 0, "401: Unauthorized")
        for method, pattern, answer in self.routes:
            match = pattern.fullmatch(path)
            if match is not None and method == request.method:
                result = await answer(*match.groups(), body=body, query=dict(request.query))
                return (204, None) if result is None else (200, result)
        self.faults.append(f"unknown route {request.method} {path}")
        raise RefusedError(404, 0, "404: Not Found")
