"""What counts as a question in a message, and what its words are."""

from __future__ import annotations

import re

import discord

from bot.discord_app.desk import Request
from knowledge.query import About

_ASKED = frozenset({discord.MessageType.default, discord.MessageType.reply})
_MENTION = re.compile(r"<(?:@[!&]?|#|a?:\w+:|/[^:>]{1,100}:)\d+>")


def is_addressed(message: discord.Message, me: discord.abc.User) -> bool:
    """Whether a person speaks to the bot: in a direct message, by naming it, or in reply to it."""
    if message.author.bot or message.webhook_id is not None or message.type not in _ASKED:
        return False
    return message.guild is None or any(user.id == me.id for user in message.mentions)


def words_of(message: discord.Message) -> str:
    """The text of a message without mentions, custom emoji and the like."""
    return " ".join(_MENTION.sub(" ", message.content).split())


def request_of(message: discord.Message) -> Request:
    """What a message asks; one without words asks what the bot can do."""
    return words_of(message) or About(topic="help")
