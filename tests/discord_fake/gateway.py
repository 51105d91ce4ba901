"""The gateway of the stand-in: hello, identify, heartbeats, events in order, and resuming after a drop."""

from __future__ import annotations

import asyncio
import json
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum

from aiohttp import WSCloseCode, WSMsgType, web

from tests.discord_fake.forms import Json
from tests.discord_fake.world import APPLICATION, GUILD, HUSTINGS, TOKEN, World

INTENTS = 1 << 0 | 1 << 9 | 1 << 12
"""Guilds, guild messages, direct messages: all that Hustings may ask for."""
AUTHENTICATION_FAILED = 4004
DISALLOWED_INTENTS = 4014


class Op(IntEnum):
    """What a payload is for."""

    DISPATCH = 0
    HEARTBEAT = 1
    IDENTIFY = 2
    RESUME = 6
    RECONNECT = 7
    INVALID_SESSION = 9
    HELLO = 10
    ACK = 11


@dataclass
class Session:
    """One shard's session, which outlives its connections. ``sent`` are all its events."""

    id: str
    shard: int
    shards: int
    sent: list[Json] = field(default_factory=list)
    link: Link | None = None


@dataclass
class Link:
    """One connection, compressed as the client asked."""

    socket: web.WebSocketResponse
    request: web.Request
    packer: zlib._Compress | None

    async def send(self, payload: Json) -> None:
        """Sends one payload; a connection that is gone is found out by the session."""
        text = json.dumps(payload)
        if self.packer is None:
            await self.socket.send_str(text)
        else:
            data = self.packer.compress(text.encode()) + self.packer.flush(zlib.Z_SYNC_FLUSH)
            await self.socket.send_bytes(data)

    def cut(self) -> None:
        """Breaks the connection without a word, as a network does."""
        if self.request.transport is not None:
            self.request.transport.abort()


@dataclass
class Gateway:
    """All sessions. ``fault`` takes what the client did wrong."""

    world: World
    fault: Callable[[str], None]
    sessions: dict[str, Session] = field(default_factory=dict)
    resumed: int = 0
    refuse: int | None = None
    """Close code for whoever identifies, instead of a session."""

    async def handle(self, request: web.Request) -> web.WebSocketResponse:
        """One connection, from hello to its end."""
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        if request.query.get("v") != "10" or request.query.get("encoding") != "json":
            self.fault(f"gateway asked for as {dict(request.query)}")
        compress = request.query.get("compress")
        if compress not in {None, "zlib-stream"}:
            self.fault(f"compression {compress}")
        link = Link(socket, request, zlib.compressobj() if compress else None)
        await link.send({"op": Op.HELLO, "d": {"heartbeat_interval": 41250}, "s": None, "t": None})
        session: Session | None = None
        async for frame in socket:
            if frame.type is WSMsgType.TEXT:
                session = await self._receive(link, json.loads(frame.data), session)
        if session is not None and session.link is link:
            session.link = None
        return socket

    async def _receive(self, link: Link, payload: Json, session: Session | None) -> Session | None:
        match payload["op"]:
            case Op.HEARTBEAT:
                await link.send({"op": Op.ACK, "d": None, "s": None, "t": None})
            case Op.IDENTIFY:
                return await self._identify(link, payload["d"])
            case Op.RESUME:
                return await self._resume(link, payload["d"])
            case other:
                self.fault(f"gateway operation {other}")
        return session

    async def _identify(self, link: Link, asked: Json) -> Session | None:
        code = self.refuse or (AUTHENTICATION_FAILED if asked["token"] != TOKEN else None)
        if asked["intents"] != INTENTS:
            self.fault(f"intents {asked['intents']:b}")
            code = DISALLOWED_INTENTS
        if code is not None:
            await link.socket.close(code=code)
            return None
        shard, shards = asked.get("shard", [0, 1])
        session = Session(f"session-{len(self.sessions)}", shard, shards, link=link)
        self.sessions[session.id] = session
        has_guild = (int(GUILD) >> 22) % shards == shard
        await self._dispatch_to(session, "READY", {
            "v": 10, "user": HUSTINGS.payload(), "session_id": session.id, "shard": [shard, shards],
            "resume_gateway_url": "wss://resume.discord.gg", "application": {"id": APPLICATION, "flags": 0},
            "guilds": [{"id": GUILD, "unavailable": True}] if has_guild else [], "private_channels": [],
        })  # fmt: skip
        if has_guild:
            await self._dispatch_to(session, "GUILD_CREATE", self.world.guild())
        return session

    async def _resume(self, link: Link, asked: Json) -> Session | None:
        session = self.sessions.get(asked["session_id"])
        if session is None or asked["token"] != TOKEN:
            await link.send({"op": Op.INVALID_SESSION, "d": False, "s": None, "t": None})
            return None
        if link.request.host != "resume.discord.gg":
            self.fault(f"resumed at {link.request.host}, not where READY said")
        session.link = link
        for event in session.sent[asked["seq"] :]:
            await link.send(event)
        self.resumed += 1
        await self._dispatch_to(session, "RESUMED", {})
        return session

    async def dispatch(self, event: str, data: Json) -> None:
        """Sends an event to the shard that it belongs to, at once or, while that is away, when it resumes."""
        guild = int(data.get("guild_id", 0))
        for session in self.sessions.values():
            if (guild >> 22) % session.shards == session.shard:
                await self._dispatch_to(session, event, data)

    async def _dispatch_to(self, session: Session, event: str, data: Json) -> None:
        payload = {"op": Op.DISPATCH, "t": event, "s": len(session.sent) + 1, "d": data}
        session.sent.append(payload)
        if session.link is not None:
            try:
                await session.link.send(payload)
            except (ConnectionError, asyncio.CancelledError):
                session.link = None

    def cut(self) -> None:
        """Breaks every connection without a word."""
        for session in self.sessions.values():
            if session.link is not None:
                session.link.cut()
                session.link = None

    async def ask_to_reconnect(self) -> None:
        """Tells every client to reconnect and resume, as Discord does before it restarts a gateway."""
        for session in self.sessions.values():
            if session.link is not None:
                link, session.link = session.link, None
                await link.send({"op": Op.RECONNECT, "d": None, "s": None, "t": None})

    async def close(self) -> None:
        """Closes what is still open."""
        for session in self.sessions.values():
            if session.link is not None:
                await session.link.socket.close(code=WSCloseCode.GOING_AWAY)
