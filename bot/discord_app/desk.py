"""From a request in Discord to its reply: the one place where every route meets the service."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from typing import Any

import discord
from discord import ui

from bot.answering.answer import Answer
from bot.discord_app.choices import controls
from bot.discord_app.errors import NO_HISTORY, for_operator
from bot.discord_app.threads import Threads, conversation_of
from bot.rendering.discord import sentence_view, to_view
from bot.service import Service
from knowledge.query import Query

_log = logging.getLogger("hustings.discord")

Request = Query | str
"""A query, or a question in words."""


class Desk:
    """Answers requests and sends the replies. ``channels``: the only ones to answer in publicly; empty, all."""

    def __init__(self, *, service: Service, threads: Threads, channels: frozenset[int]) -> None:
        self.service = service
        self._threads = threads
        self._channels = channels
        self.command_ids: Mapping[str, int] = {}

    def answers_in(self, channel: object) -> bool:
        """Whether replies may be public in the channel; a thread goes with its parent."""
        places = {getattr(channel, "id", None), getattr(channel, "parent_id", None)}
        is_guild = getattr(channel, "guild", None) is not None
        return not self._channels or not is_guild or bool(places & self._channels)

    def ask(self, request: Request, conversation: str, *, route: str) -> Answer:
        """The service's answer; the log gets its kind and time, and nothing of what was asked or by whom."""
        start = time.perf_counter()
        if isinstance(request, str):
            answer = self.service.ask(request, conversation=conversation)
        else:
            answer = self.service.answer(request, conversation=conversation)
        _log.info("%s: %s in %.1f ms", route, answer.kind.value, (time.perf_counter() - start) * 1000)
        return answer

    async def respond(
        self, interaction: discord.Interaction[Any], request: Request, *, private: bool, route: str, extra: str = ""
    ) -> None:
        """Answers an interaction. Where the bot is not to answer publicly, the reply is private."""
        conversation = conversation_of(interaction.user.id, interaction.channel_id)
        answer = self.ask(request, conversation, route=route)
        view = to_view(answer, controls=controls, extra=extra)
        hidden = private or not self.answers_in(interaction.channel)
        sent = await interaction.response.send_message(view=view, ephemeral=hidden)
        if sent.message_id is not None:
            self._threads.remember(sent.message_id, conversation)

    async def reply(self, message: discord.Message, request: Request) -> None:
        """Answers a message, in the conversation that it goes on with."""
        if not self.answers_in(message.channel):
            where = ", ".join(f"<#{channel}>" for channel in sorted(self._channels))
            await self._send(message, sentence_view(f"I answer in {where}; with /ask I answer you privately here."))
            return
        conversation = self._threads.of(message)
        answer = self.ask(request, conversation, route="message")
        sent = await self._send(message, to_view(answer, controls=controls))
        if sent is not None:
            self._threads.remember(sent.id, conversation)

    async def _send(self, message: discord.Message, view: ui.LayoutView) -> discord.Message | None:
        """Sends a reply to ``message``; where that is not permitted, tells its author so, with the reply."""
        try:
            return await self._send_here(message, view)
        except discord.Forbidden as error:
            _log.warning("not permitted to reply in a channel: %s", for_operator(error))
        try:
            await message.author.send(view=sentence_view("I may not write in that channel, so I answer you here."))
            return await message.author.send(view=view)
        except discord.Forbidden as error:
            _log.warning("not permitted to write to the asker either: %s", for_operator(error))
        return None

    async def _send_here(self, message: discord.Message, view: ui.LayoutView) -> discord.Message:
        reference = message.to_reference(fail_if_not_exists=False)
        try:
            return await message.channel.send(view=view, reference=reference, mention_author=False)
        except discord.HTTPException as error:
            if error.code != NO_HISTORY:
                raise
        return await message.channel.send(view=view)
