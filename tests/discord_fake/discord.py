"""What the stand-in does at each route, and what its people do: write, use commands, press, delete."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from typing import Any

from tests.discord_fake.command_form import check_choices, check_commands
from tests.discord_fake.forms import Form, Json, Path
from tests.discord_fake.message_form import EPHEMERAL, check_message, walk
from tests.discord_fake.server import Call, RefusedError, Server
from tests.discord_fake.world import ALICE, APPLICATION, BOT, GENERAL, GUILD, HUSTINGS, Person, member

COMMAND, COMPONENT, AUTOCOMPLETE = 2, 3, 4
MESSAGE_ANSWER, CHOICES_ANSWER = 4, 8
_OPTION_TYPES: dict[type, int] = {str: 3, int: 4, bool: 5}


@dataclass
class Interaction:
    """Something that somebody did with a command or a component."""

    id: str
    token: str
    kind: int
    channel: str
    began: float
    answered: bool = False


class FakeDiscord(Server):
    """Discord, for as long as it is entered."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.interactions: dict[str, Interaction] = {}
        self.time_to_answer = 3.0
        """Seconds within which an interaction must be answered."""
        for method, path, answer in (
            ("GET", r"/users/@me", self._me),
            ("GET", r"/oauth2/applications/@me", self._application),
            ("GET", r"/gateway/bot", self._gateway_address),
            ("PUT", r"/applications/(\d+)/commands", self._put_commands),
            ("POST", r"/channels/(\d+)/messages", self._post_message),
            ("POST", r"/users/@me/channels", self._open_direct),
            ("POST", r"/interactions/(\d+)/([^/]+)/callback", self._callback),
            ("POST", r"/webhooks/(\d+)/([^/]+)", self._follow_up),
        ):
            self.routes.append((method, re.compile(path), answer))

    # what people do

    async def say(
        self, content: str, *, channel: str = GENERAL, author: Person = ALICE, to_bot: bool = True, **more: Json
    ) -> Json:
        """Somebody writes a message; ``to_bot``: naming the bot, without which it is not shown the words."""
        direct = self.world.channels[channel].guild is None
        if to_bot and not direct and "message_reference" not in more:
            content = f"<@{BOT}> {content}"
        named = [{**HUSTINGS.payload(), "member": member(HUSTINGS, with_user=False)}] if to_bot and not direct else []
        message = self.world.message(channel, author, content, **{"mentions": named, **more})
        shown = direct or any(user["id"] == BOT for user in message["mentions"])
        seen = message if shown else {**message, "content": ""}
        extra = {} if direct else {"member": member(author, with_user=False)}
        await self.gateway.dispatch("MESSAGE_CREATE", {**seen, **extra})
        return message

    async def reply(self, content: str, to: Json, *, author: Person = ALICE, **more: Json) -> Json:
        """Somebody replies to a message of the bot, which names it."""
        reference = {"message_id": to["id"], "channel_id": to["channel_id"], "type": 0}
        return await self.say(
            content, channel=to["channel_id"], author=author, type=19,
            **{"message_reference": reference, "referenced_message": to, **more},
        )  # fmt: skip

    async def use(
        self, name: str, /, *, focused: str | None = None, channel: str = GENERAL, **options: str | int | bool
    ) -> Interaction:
        """Somebody uses a slash command, or with ``focused`` is still typing that option."""
        command = self.world.command(name)
        known = {option["name"]: option for option in command.get("options", [])}
        given: list[Json] = []
        for key, value in options.items():
            assert known[key]["type"] == _OPTION_TYPES[type(value)], f"/{name} {key} takes another type"
            choices = [choice["value"] for choice in known[key].get("choices", [])]
            assert not choices or value in choices, f"/{name} {key} has no choice {value}"
            given.append({"name": key, "type": known[key]["type"], "value": value})
            if key == focused:
                given[-1]["focused"] = True
        data = {"id": command["id"], "name": name, "type": 1, "options": given}
        return await self._interact(COMMAND if focused is None else AUTOCOMPLETE, data, channel=channel)

    async def use_menu(self, name: str, message: Json) -> Interaction:
        """Somebody uses a message menu on a message."""
        command = self.world.command(name)
        data = {"id": command["id"], "name": name, "type": 3, "target_id": message["id"],
                "resolved": {"messages": {message["id"]: message}}}  # fmt: skip
        return await self._interact(COMMAND, data)

    async def press(self, message: Json, custom_id: str, *values: str) -> Interaction:
        """Somebody presses a button of a message, or chooses ``values`` in its select."""
        kind = 3 if values else 2
        data: Json = {"component_type": kind, "custom_id": custom_id}
        if values:
            data["values"] = list(values)
        return await self._interact(COMPONENT, data, message=message, channel=message["channel_id"])

    async def _interact(
        self, kind: int, data: Json, *, channel: str = GENERAL, age: float = 0.0, **more: Json
    ) -> Interaction:
        number = self.world.new_id()
        interaction = Interaction(number, f"token-{number}", kind, channel, time.monotonic() - age)
        self.interactions[number] = interaction
        place = self.world.channels[channel]
        payload: Json = {
            "id": number, "token": interaction.token, "application_id": APPLICATION, "type": kind, "version": 1,
            "data": data, "attachment_size_limit": 10485760, "entitlements": [], "channel": place.payload(),
            "channel_id": channel, "locale": "en-GB", "context": 0 if place.guild else 2 if place.kind == 3 else 1,
            "authorizing_integration_owners": {"0": GUILD}, "app_permissions": "0", **more,
        }  # fmt: skip
        if place.guild is not None:
            payload |= {"guild_id": place.guild, "guild": {"id": place.guild, "locale": "en-GB", "features": []},
                        "guild_locale": "en-GB", "member": member(ALICE)}  # fmt: skip
        else:
            payload["user"] = ALICE.payload()
        await self.gateway.dispatch("INTERACTION_CREATE", payload)
        return interaction

    # what comes back

    async def reply_to(self, message: Json) -> Json:
        """The bot's reply to a message, as it was sent."""
        calls = await self.wait_for(lambda call: call.status == 200 and _replies_to(call, message["id"]))
        return calls[0].answer

    async def answer_to(self, interaction: Interaction) -> Json:
        """The data that the bot answered an interaction with."""
        path = f"/interactions/{interaction.id}/"
        calls = await self.wait_for(lambda call: call.path.startswith(path) and call.status == 200)
        return calls[0].body["data"]

    # the routes

    async def _me(self, **_: Any) -> Json:
        return HUSTINGS.payload()

    async def _application(self, **_: Any) -> Json:
        return {
            "id": APPLICATION, "name": "Hustings", "description": "", "icon": None, "bot_public": True,
            "bot_require_code_grant": False, "owner": ALICE.payload(), "verify_key": "0", "flags": 0,
        }  # fmt: skip

    async def _gateway_address(self, **_: Any) -> Json:
        limit = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
        return {"url": "wss://gateway.discord.gg", "shards": 1, "session_start_limit": limit}

    async def _put_commands(self, application: str, *, body: Json, **_: Any) -> Json:
        form = Form()
        check_commands(form, body)
        self._refuse_faults(form)
        assert application == APPLICATION
        self.world.commands[:] = [
            {"description": "", **command, "id": self.world.new_id(), "application_id": application, "version": "1"}
            for command in body
        ]
        return self.world.commands

    async def _post_message(self, channel: str, *, body: Json, **_: Any) -> Json:
        form = Form()
        check_message(form, body, reference=True)
        self._refuse_faults(form)
        place = self.world.channels.get(channel)
        if place is None:
            raise RefusedError(404, 10003, "Unknown Channel")
        if "send" in place.denied:
            raise RefusedError(403, 50013, "Missing Permissions")
        reference = body.get("message_reference")
        if reference is not None:
            if "history" in place.denied:
                raise RefusedError(400, 160002, "Cannot reply without permission to read message history")
            if reference["message_id"] not in self.world.messages and reference.get("fail_if_not_exists", True):
                raise RefusedError(400, 50035, "Unknown message")
        return self._sent(channel, body)

    async def _open_direct(self, *, body: Json, **_: Any) -> Json:
        direct = next(channel for channel in self.world.channels.values() if channel.kind == 1)
        if "direct" in direct.denied:
            raise RefusedError(403, 50007, "Cannot send messages to this user")
        assert body == {"recipient_id": int(ALICE.id)} or body == {"recipient_id": ALICE.id}
        return direct.payload()

    async def _callback(self, number: str, token: str, *, body: Json, query: Json) -> Json:
        interaction = self._interaction(number, token)
        form = Form()
        form.mapping(body, (), {"type", "data"}, {"type"})
        wanted = CHOICES_ANSWER if interaction.kind == AUTOCOMPLETE else MESSAGE_ANSWER
        form.one_of(body.get("type"), ("type",), (wanted,))
        path: Path = ("data",)
        if wanted == CHOICES_ANSWER:
            form.mapping(body.get("data"), path, {"choices"}, {"choices"})
            check_choices(form, body.get("data", {}).get("choices"), (*path, "choices"))
        else:
            check_message(form, body.get("data"), path, reference=False)
        self._refuse_faults(form)
        interaction.answered = True
        sent = self._sent(interaction.channel, body["data"]) if wanted == MESSAGE_ANSWER else None
        if query.get("with_response") != "1":
            return None
        about = {"id": number, "type": interaction.kind}
        if sent is None:
            return {"interaction": about}
        about |= {"response_message_id": sent["id"], "response_message_loading": False}
        return {"interaction": about, "resource": {"type": body["type"], "message": sent}}

    async def _follow_up(self, application: str, token: str, *, body: Json, **_: Any) -> Json:
        interaction = next((i for i in self.interactions.values() if i.token == token), None)
        if interaction is None or not interaction.answered or application != APPLICATION:
            raise RefusedError(404, 10015, "Unknown Webhook")
        form = Form()
        check_message(form, body, reference=False)
        self._refuse_faults(form)
        return self._sent(interaction.channel, body)

    def _interaction(self, number: str, token: str) -> Interaction:
        interaction = self.interactions.get(number)
        if interaction is None or interaction.token != token:
            raise RefusedError(404, 10062, "Unknown interaction")
        if time.monotonic() - interaction.began > self.time_to_answer:
            raise RefusedError(404, 10062, "Unknown interaction")
        if interaction.answered:
            raise RefusedError(400, 40060, "Interaction has already been acknowledged.")
        return interaction

    def _sent(self, channel: str, body: Json) -> Json:
        more = {key: body[key] for key in ("components", "flags", "message_reference") if key in body}
        return self.world.message(channel, HUSTINGS, body.get("content") or "", **more)

    def _refuse_faults(self, form: Form) -> None:
        if form.faults:
            body = form.error_body()
            self.faults.append(f"refused: {form.faults}")
            raise RefusedError(400, 50035, "Invalid Form Body", body)


def _replies_to(call: Call, message: str) -> bool:
    reference = (call.body or {}).get("message_reference") if isinstance(call.body, dict) else None
    return reference is not None and str(reference["message_id"]) == message


def words(message: Json) -> str:
    """All text that a message shows."""
    texts = [component["content"] for component in walk(message["components"]) if component["type"] == 10]
    return "\n".join(texts)


def pressable(message: Json) -> list[tuple[str, str]]:
    """Label and custom id (or value) of whatever can be pressed or chosen."""
    found: list[tuple[str, str]] = []
    for component in walk(message["components"]):
        if component["type"] == 2:
            found.append((component["label"], component["custom_id"]))
        elif component["type"] == 3:
            found += [(option["label"], option["value"]) for option in component["options"]]
    return found


def is_private(message: Json) -> bool:
    """Whether only the asker sees it."""
    return bool(message.get("flags", 0) & EPHEMERAL)
