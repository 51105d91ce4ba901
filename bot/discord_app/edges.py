"""The outer edge towards Discord: whatever fails in a handler ends here, as a plain sentence and a line in the log."""

from __future__ import annotations

import logging
from collections.abc import Awaitable
from typing import Any

import discord

from bot.discord_app.errors import UNKNOWN_INTERACTION, cause_of, for_operator, for_user
from bot.rendering.discord import sentence_view

_log = logging.getLogger("hustings.discord")


async def guarded(work: Awaitable[None], source: discord.Interaction[Any] | discord.Message | None) -> None:
    """Awaits ``work``; on any error tells whoever asked through ``source``, if there is one."""
    try:
        await work
    except Exception as error:  # noqa: BLE001  the outer edge: one request that fails must not end the bot
        await tell(error, source)


async def tell(error: BaseException, source: discord.Interaction[Any] | discord.Message | None) -> None:
    """Logs ``error`` and says its sentence, privately where Discord can."""
    cause = cause_of(error)
    if isinstance(cause, discord.HTTPException) and cause.code == UNKNOWN_INTERACTION:
        _log.warning("an interaction could not be answered in time")
        return
    _log.error("a request failed: %s", for_operator(error))
    try:
        await _say(for_user(error), source)
    except (discord.HTTPException, OSError) as second:
        _log.error("and could not be answered: %s", for_operator(second))


async def _say(sentence: str, source: discord.Interaction[Any] | discord.Message | None) -> None:
    view = sentence_view(sentence)
    if isinstance(source, discord.Message):
        reference = source.to_reference(fail_if_not_exists=False)
        await source.channel.send(view=view, reference=reference, mention_author=False)
    elif source is None or source.type is discord.InteractionType.autocomplete:
        return
    elif source.response.is_done():
        await source.followup.send(view=view, ephemeral=True)
    else:
        await source.response.send_message(view=view, ephemeral=True)
