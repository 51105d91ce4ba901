"""Which conversation a message goes on with."""

from __future__ import annotations

from collections import OrderedDict

import discord

LARGEST = 2000
"""Replies remembered; an older one is answered as a new conversation of whoever replies to it."""


def conversation_of(user: int, channel: int | None) -> str:
    """The conversation of a user in a channel."""
    return f"{user}:{channel}"


class Threads:
    """Remembers the conversation of each reply sent, so that who replies to it goes on with what it was about."""

    def __init__(self) -> None:
        self._of_reply: OrderedDict[int, str] = OrderedDict()

    def remember(self, reply: int, conversation: str) -> None:
        """Notes that the message ``reply`` belongs to ``conversation``."""
        self._of_reply[reply] = conversation
        while len(self._of_reply) > LARGEST:
            self._of_reply.popitem(last=False)

    def of(self, message: discord.Message) -> str:
        """The conversation that ``message`` goes on with: that of the reply it answers, else its author's here."""
        replied_to = message.reference.message_id if message.reference is not None else None
        own = conversation_of(message.author.id, message.channel.id)
        return self._of_reply.get(replied_to, own) if replied_to is not None else own
