"""The stand-in is as strict as Discord: what it must refuse, it refuses."""

from __future__ import annotations

import asyncio
import copy
import json
import string
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from tests.discord_fake.discord import FakeDiscord
from tests.discord_fake.gateway import INTENTS
from tests.discord_fake.message_form import COMPONENTS_V2
from tests.discord_fake.world import APPLICATION, BOT, DIRECT, GENERAL, TOKEN

API = "https://discord.com/api/v10"
GATEWAY = "wss://gateway.discord.gg/?v=10&encoding=json"


@pytest.fixture
async def server() -> AsyncIterator[FakeDiscord]:
    """A Discord that may be offended."""
    async with FakeDiscord() as running:
        yield running


@pytest.fixture
async def http(server: FakeDiscord) -> AsyncIterator[aiohttp.ClientSession]:
    """A bot that may do anything."""
    async with aiohttp.ClientSession(
        connector=server.connector(), headers={"Authorization": f"Bot {TOKEN}"}
    ) as session:
        yield session


async def call(http: aiohttp.ClientSession, method: str, path: str, body: Any = None) -> tuple[int, Any]:
    """Status and body of an answer."""
    headers = {"Content-Type": "application/json"} if body is not None else {}
    data = None if body is None else json.dumps(body)
    async with http.request(method, API + path, data=data, headers=headers) as response:
        text = await response.text()
        assert not text or response.headers["Content-Type"] == "application/json"
        return response.status, json.loads(text) if text else None


def text(content: str) -> dict[str, Any]:
    """A text display."""
    return {"type": 10, "content": content}


def row(*items: dict[str, Any]) -> dict[str, Any]:
    """An action row."""
    return {"type": 1, "components": list(items)}


def button(**more: Any) -> dict[str, Any]:
    """A button."""
    return {"type": 2, "style": 2, "label": "Press", "custom_id": "x", **more}


def select(*options: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A select."""
    return {"type": 3, "custom_id": "s", "options": list(options), **more}


def message(*components: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A message with components."""
    return {"flags": COMPONENTS_V2, "components": list(components), "allowed_mentions": {"parse": []}, **more}


LETTERS = [*string.ascii_letters[:26]]
OPTION = {"label": "One", "value": "1"}
CONTAINER = {"type": 17, "accent_color": 255, "components": [text("x"), {"type": 14, "divider": True, "spacing": 1}]}


@pytest.mark.parametrize(
    "body",
    [
        message(text("x")),
        message(CONTAINER, row(button()), row(select(OPTION))),
        message(text("x" * 4000)),
        {"content": "x", "allowed_mentions": {"parse": []}},
    ],
)
async def test_a_message_within_the_rules_is_sent(server: FakeDiscord, http: aiohttp.ClientSession, body: Any) -> None:
    status, sent = await call(http, "POST", f"/channels/{GENERAL}/messages", body)
    assert status == 200
    assert sent["author"]["id"] == BOT
    assert server.faults == []


@pytest.mark.parametrize(
    ("body", "path"),
    [
        (message(), "components"),
        (message(text("x"), unknown=1), "unknown"),
        (message(text("x"), content="x"), "content"),
        (message(text("x"), embeds=[{}]), "embeds"),
        (message(text("x"), flags=0), "flags"),
        (message(text("x"), flags=COMPONENTS_V2 | 1 << 3), "flags"),
        (message(text("")), "components.0.content"),
        (message(text("x" * 4001)), "components.0.content"),
        (message(text("x" * 2001), text("x" * 2000)), "components"),
        (message(*[text("x")] * 41), "components"),
        (message({**CONTAINER, "components": [text("x")] * 40}), "components"),
        (message({**CONTAINER, "accent_color": 1 << 24}), "components.0.accent_color"),
        (message({**CONTAINER, "components": [CONTAINER]}), "components.0.components.0.type"),
        (message({"type": 99}), "components.0.type"),
        (message(button()), "components.0.type"),
        (message(row()), "components.0.components"),
        (message(row(*[button(custom_id=str(n)) for n in range(6)])), "components.0.components"),
        (message(row(select(OPTION), button())), "components.0.components"),
        (message(row(button(), button())), "components"),
        (message(row(button(label="x" * 81))), "components.0.components.0.label"),
        (message(row(button(custom_id="x" * 101))), "components.0.components.0.custom_id"),
        (message(row(button(style=9))), "components.0.components.0.style"),
        (message(row(button(emoji="x"))), "components.0.components.0.emoji"),
        (message(row(select())), "components.0.components.0.options"),
        (message(row(select(*[{"label": "x", "value": n} for n in LETTERS]))), "components.0.components.0.options"),
        (message(row(select(OPTION, OPTION))), "components.0.components.0.options"),
        (message(row(select({"label": "x" * 101, "value": "1"}))), "components.0.components.0.options.0.label"),
        (message(row(select({"label": "x", "value": "x" * 101}))), "components.0.components.0.options.0.value"),
        (message(row(select(OPTION, placeholder="x" * 151))), "components.0.components.0.placeholder"),
        (message(text("x"), allowed_mentions={"parse": ["everyone"]}), "allowed_mentions.parse"),
        (message(text("x"), allowed_mentions={"parse": [], "replied_user": True}), "allowed_mentions"),
        ({"flags": COMPONENTS_V2, "components": [text("x")]}, "allowed_mentions"),
        ({"content": "x" * 2001, "allowed_mentions": {"parse": []}}, "content"),
        (message(text("x"), message_reference={"channel_id": "1"}), "message_reference.message_id"),
        ([], ""),
    ],
)  # fmt: skip
async def test_a_message_against_the_rules_is_refused_with_the_path_of_the_fault(
    server: FakeDiscord, http: aiohttp.ClientSession, body: Any, path: str
) -> None:
    status, answer = await call(http, "POST", f"/channels/{GENERAL}/messages", body)
    assert (status, answer["code"]) == (400, 50035)
    place = answer["errors"]
    for part in filter(None, path.split(".")):
        place = place[part]
    assert place["_errors"]
    assert len(server.faults) == 1


async def test_permissions_and_references_are_looked_at(server: FakeDiscord, http: aiohttp.ClientSession) -> None:
    path = f"/channels/{GENERAL}/messages"
    gone = message(text("x"), message_reference={"message_id": "1", "fail_if_not_exists": True})
    assert (await call(http, "POST", path, gone))[1]["code"] == 50035
    server.world.channels[GENERAL].denied.add("history")
    assert (await call(http, "POST", path, gone))[1]["code"] == 160002
    server.world.channels[GENERAL].denied.add("send")
    assert (await call(http, "POST", path, message(text("x"))))[1]["code"] == 50013
    assert (await call(http, "POST", "/channels/7/messages", message(text("x"))))[1]["code"] == 10003
    server.world.channels[DIRECT].denied.add("direct")
    assert (await call(http, "POST", "/users/@me/channels", {"recipient_id": "1"}))[1]["code"] == 50007


async def test_an_interaction_is_answered_once_in_time_with_its_token(
    server: FakeDiscord, http: aiohttp.ClientSession
) -> None:
    data = {"id": "1", "name": "x", "type": 1}
    interaction = await server._interact(2, data)
    answer = {"type": 4, "data": message(text("x"))}
    right = f"/interactions/{interaction.id}/{interaction.token}/callback"
    assert (await call(http, "POST", f"/interactions/{interaction.id}/wrong/callback", answer))[1]["code"] == 10062
    assert (await call(http, "POST", f"/webhooks/{APPLICATION}/{interaction.token}", message(text("x"))))[0] == 404
    status, sent = await call(http, "POST", f"{right}?with_response=1", answer)
    assert status == 200
    assert sent["interaction"]["response_message_id"] == sent["resource"]["message"]["id"]
    assert (await call(http, "POST", right, answer))[1]["code"] == 40060
    assert (await call(http, "POST", f"/webhooks/{APPLICATION}/{interaction.token}", message(text("x"))))[0] == 200
    late = await server._interact(2, data, age=3.1)
    assert (await call(http, "POST", f"/interactions/{late.id}/{late.token}/callback", answer))[1]["code"] == 10062
    assert server.faults == []


async def test_an_interaction_must_be_answered_in_its_kind(server: FakeDiscord, http: aiohttp.ClientSession) -> None:
    typing = await server._interact(4, {"id": "1", "name": "x", "type": 1})
    path = f"/interactions/{typing.id}/{typing.token}/callback"
    assert (await call(http, "POST", path, {"type": 4, "data": message(text("x"))}))[0] == 400
    for choices in (
        [{"name": "x", "value": "x"}] * 26,
        [{"name": "x" * 101, "value": "x"}],
        [{"name": "x", "value": "x" * 101}],
        [{"name": "", "value": "x"}],
        [{"name": "x", "value": "x", "more": 1}],
    ):
        assert (await call(http, "POST", path, {"type": 8, "data": {"choices": choices}}))[1]["code"] == 50035
    assert (await call(http, "POST", path, {"type": 8, "data": {"choices": [{"name": "x", "value": "x"}]}}))[0] == 204


COMMAND: dict[str, Any] = {
    "type": 1, "name": "ask", "description": "Ask", "contexts": [0, 1, 2], "integration_types": [0, 1],
    "options": [{"type": 3, "name": "question", "description": "What", "required": True}],
}  # fmt: skip


def changed(*path: str | int, to: Any) -> Any:
    """The commands with one thing changed."""
    commands = [copy.deepcopy(COMMAND)]
    place: Any = commands
    for part in path[:-1]:
        place = place[part]
    place[path[-1]] = to
    return commands


async def test_commands_within_the_rules_are_registered(server: FakeDiscord, http: aiohttp.ClientSession) -> None:
    status, registered = await call(http, "PUT", f"/applications/{APPLICATION}/commands", [COMMAND])
    assert status == 200
    assert {"id", "application_id", "version", "description"} <= registered[0].keys()
    assert server.faults == []


@pytest.mark.parametrize(
    "commands",
    [
        [COMMAND, COMMAND],
        changed(0, "name", to="Ask"),
        changed(0, "name", to="a" * 33),
        changed(0, "description", to=""),
        changed(0, "description", to="x" * 101),
        changed(0, "contexts", to=None),
        changed(0, "integration_types", to=[0]),
        changed(0, "more", to=1),
        changed(0, "options", to=[COMMAND["options"][0]] * 26),
        changed(0, "options", 0, "name", to="Two words"),
        changed(0, "options", 0, "description", to="x" * 101),
        changed(0, "options", 0, "choices", to=[{"name": "x", "value": "x"}] * 26),
        changed(0, "options", 0, "max_length", to=7000),
        changed(0, "options", to=[{**COMMAND["options"][0], "name": "a", "required": False}, COMMAND["options"][0]]),
        changed(0, "type", to=3),
    ],
)
async def test_commands_against_the_rules_are_refused(
    server: FakeDiscord, http: aiohttp.ClientSession, commands: Any
) -> None:
    status, answer = await call(http, "PUT", f"/applications/{APPLICATION}/commands", commands)
    assert (status, answer["code"]) == (400, 50035)
    assert server.world.commands == []


async def test_unknown_routes_other_tokens_and_other_bodies_are_refused(
    server: FakeDiscord, http: aiohttp.ClientSession
) -> None:
    assert (await call(http, "GET", "/guilds/1"))[0] == 404
    assert (await call(http, "DELETE", "/users/@me"))[0] == 404
    assert len(server.faults) == 2
    async with http.get(f"{API}/users/@me", headers={"Authorization": "Bot other"}) as response:
        assert response.status == 401
    async with http.post(f"{API}/channels/{GENERAL}/messages", data={"content": "x"}) as response:
        assert response.status == 400
    async with http.get("https://discord.com/api/v9/users/@me") as response:
        assert response.status == 404
    assert len(server.faults) == 4


async def test_trouble_comes_as_often_as_asked_for(server: FakeDiscord, http: aiohttp.ClientSession) -> None:
    server.trouble("GET", "/users", 429, retry_after=0.5)
    async with http.get(f"{API}/users/@me") as response:
        assert response.status == 429
        assert response.headers["Via"]
        assert (await response.json())["retry_after"] == 0.5
    assert (await call(http, "GET", "/users/@me"))[0] == 200


async def test_an_error_of_the_stand_in_itself_is_a_fault(server: FakeDiscord, http: aiohttp.ClientSession) -> None:
    body = {"type": 4, "data": message(text("x"))}
    server._interaction = None  # type: ignore[method-assign,assignment]
    async with http.post(f"{API}/interactions/1/t/callback", json=body) as response:
        assert response.status == 500
    assert "the stand-in itself failed" in server.faults[0]


async def test_a_call_that_does_not_come_fails_the_test(server: FakeDiscord, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.discord_fake.server.DEADLINE", 0.01)
    with pytest.raises(AssertionError, match="0 of 1 calls came"):
        await server.wait_for(lambda _: True)
    with pytest.raises(AssertionError, match="did not become true"):
        await server.until(lambda: False)


async def frames(socket: aiohttp.ClientWebSocketResponse, count: int) -> list[Any]:
    """The next payloads of a gateway connection."""
    return [json.loads((await asyncio.wait_for(socket.receive(), 5)).data) for _ in range(count)]


def identify(**more: Any) -> dict[str, Any]:
    """Who a client says it is."""
    return {"op": 2, "d": {"token": TOKEN, "intents": INTENTS, "properties": {}, **more}}


async def test_the_gateway_greets_acknowledges_and_resumes(server: FakeDiscord, http: aiohttp.ClientSession) -> None:
    async with http.ws_connect(GATEWAY) as socket:
        [hello] = await frames(socket, 1)
        assert hello["op"] == 10
        await socket.send_json({"op": 1, "d": None})
        await socket.send_json(identify())
        acknowledged, ready, guild = await frames(socket, 3)
        assert acknowledged["op"] == 11
        assert [ready["t"], guild["t"]] == ["READY", "GUILD_CREATE"]
    await server.say("while nobody listens")
    async with http.ws_connect("wss://resume.discord.gg/?v=10&encoding=json") as socket:
        await frames(socket, 1)
        await socket.send_json({"op": 6, "d": {"token": TOKEN, "session_id": ready["d"]["session_id"], "seq": 2}})
        missed, resumed = await frames(socket, 2)
        assert [missed["t"], resumed["t"]] == ["MESSAGE_CREATE", "RESUMED"]
    assert server.faults == []


async def test_words_are_shown_to_the_bot_only_where_it_is_spoken_to(
    server: FakeDiscord, http: aiohttp.ClientSession
) -> None:
    async with http.ws_connect(GATEWAY) as socket:
        await socket.send_json(identify())
        await frames(socket, 3)
        await server.say("not for you", to_bot=False)
        await server.say("for you")
        await server.say("between us", channel=DIRECT)
        contents = [frame["d"]["content"] for frame in await frames(socket, 3)]
    assert contents == ["", f"<@{BOT}> for you", "between us"]


@pytest.mark.parametrize(
    ("said", "code"),
    [(identify(token="other"), 4004), (identify(intents=INTENTS | 1 << 15), 4014)],
)
async def test_the_gateway_turns_away_other_tokens_and_greater_intents(
    server: FakeDiscord, http: aiohttp.ClientSession, said: Any, code: int
) -> None:
    async with http.ws_connect(GATEWAY) as socket:
        await frames(socket, 1)
        await socket.send_json(said)
        closing = await asyncio.wait_for(socket.receive(), 5)
        assert closing.data == code


async def test_an_unknown_session_has_to_identify_anew(server: FakeDiscord, http: aiohttp.ClientSession) -> None:
    async with http.ws_connect("wss://resume.discord.gg/?v=10&encoding=json") as socket:
        await frames(socket, 1)
        await socket.send_json({"op": 6, "d": {"token": TOKEN, "session_id": "none", "seq": 2}})
        assert await frames(socket, 1) == [{"op": 9, "d": False, "s": None, "t": None}]
