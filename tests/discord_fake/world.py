"""The people, places and messages of the stand-in, as Discord describes them."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

from tests.discord_fake.forms import Json

TOKEN = "fake-token"
APPLICATION = "900000000000000001"
BOT = "900000000000000002"
GUILD = "100000000000000001"
EPOCH = "2026-08-13T12:00:00.000000+00:00"


@dataclass(frozen=True)
class Person:
    """Somebody who writes."""

    id: str
    name: str
    bot: bool = False

    def payload(self) -> Json:
        """As Discord describes a user."""
        return {
            "id": self.id, "username": self.name, "discriminator": "0", "global_name": None, "avatar": None,
            "bot": self.bot,
        }  # fmt: skip


@dataclass
class Channel:
    """Somewhere to write. ``denied``: what the bot may not do there; ``guild``: on which server it is, None for a
    direct message or (``kind`` 3) a group of people whom the bot is not among."""

    id: str
    name: str = "general"
    guild: str | None = GUILD
    kind: int = 0
    parent: str | None = None
    denied: set[str] = field(default_factory=set)

    def payload(self) -> Json:
        """As Discord describes a channel."""
        base: Json = {"id": self.id, "type": self.kind}
        if self.guild is None:
            return {**base, "recipients": [ALICE.payload()], "last_message_id": None}
        base |= {"name": self.name, "position": 0, "guild_id": self.guild, "permission_overwrites": [], "nsfw": False}
        if self.kind == 11:
            archive = {"archived": False, "auto_archive_duration": 60, "archive_timestamp": EPOCH, "locked": False}
            base |= {"parent_id": self.parent, "owner_id": ALICE.id, "thread_metadata": archive,
                     "message_count": 0, "member_count": 1}  # fmt: skip
        return base


ALICE = Person("200000000000000001", "alice")
BOB = Person("200000000000000002", "bob")
HUSTINGS = Person(BOT, "Hustings", bot=True)

GENERAL = "300000000000000001"
OTHER = "300000000000000002"
DIRECT = "300000000000000003"


@dataclass
class World:
    """Everything that exists."""

    channels: dict[str, Channel] = field(
        default_factory=lambda: {
            GENERAL: Channel(GENERAL),
            OTHER: Channel(OTHER, name="other"),
            DIRECT: Channel(DIRECT, guild=None, kind=1),
        }
    )
    messages: dict[str, Json] = field(default_factory=dict)
    commands: list[Json] = field(default_factory=list)
    _ids: itertools.count[int] = field(default_factory=lambda: itertools.count(400000000000000001))

    def new_id(self) -> str:
        """An id that nothing has yet."""
        return str(next(self._ids))

    def message(self, channel: str, author: Person, content: str, **more: Json) -> Json:
        """A message, written down."""
        place = self.channels[channel]
        message: Json = {
            "id": self.new_id(), "channel_id": channel, "author": author.payload(), "content": content,
            "timestamp": EPOCH, "edited_timestamp": None, "tts": False, "mention_everyone": False, "mentions": [],
            "mention_roles": [], "attachments": [], "embeds": [], "pinned": False, "type": 0, "components": [],
            "flags": 0, **more,
        }  # fmt: skip
        if place.guild is not None:
            message["guild_id"] = place.guild
        self.messages[message["id"]] = message
        return message

    def command(self, name: str) -> Json:
        """The registered command of that name."""
        return next(command for command in self.commands if command["name"] == name)

    def guild(self) -> Json:
        """The server, as the gateway describes it."""
        everyone = {
            "id": GUILD, "name": "@everyone", "color": 0, "hoist": False, "position": 0, "permissions": "0",
            "managed": False, "mentionable": False, "flags": 0, "colors": {"primary_color": 0},
        }  # fmt: skip
        on_server = [channel.payload() for channel in self.channels.values() if channel.guild == GUILD]
        return {
            "id": GUILD, "name": "Server", "icon": None, "owner_id": ALICE.id, "roles": [everyone], "emojis": [],
            "features": [], "member_count": 3, "members": [member(HUSTINGS)], "voice_states": [], "presences": [],
            "channels": [c for c in on_server if c["type"] != 11], "threads": [c for c in on_server if c["type"] == 11],
            "stage_instances": [], "guild_scheduled_events": [], "large": False, "unavailable": False,
            "joined_at": EPOCH, "stickers": [], "soundboard_sounds": [],
        }  # fmt: skip


def member(person: Person, *, with_user: bool = True) -> Json:
    """A person as a member of the server."""
    data: Json = {"roles": [], "joined_at": EPOCH, "deaf": False, "mute": False, "flags": 0, "permissions": "0"}
    return {**data, "user": person.payload()} if with_user else data
