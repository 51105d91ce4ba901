"""The Discord client."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import aiohttp
import discord
from discord import app_commands

from bot.discord_app.choices import ChoiceButton, ChoiceSelect
from bot.discord_app.commands import add_commands
from bot.discord_app.custom_ids import unpack
from bot.discord_app.desk import Desk
from bot.discord_app.edges import guarded, tell
from bot.discord_app.errors import for_operator
from bot.discord_app.messages import is_addressed, request_of
from bot.discord_app.syncing import sync

_log = logging.getLogger("hustings.discord")


class HustingsTree(app_commands.CommandTree["HustingsClient"]):
    """The commands, whose every error ends in a sentence."""

    async def on_error(
        self, interaction: discord.Interaction[HustingsClient], error: app_commands.AppCommandError, /
    ) -> None:
        """Says what went wrong to whoever used the command."""
        await tell(error, interaction)


class HustingsClient(discord.AutoShardedClient):
    """Answers when addressed: mentions, replies, direct messages, commands, choices."""

    def __init__(
        self,
        *,
        desk: Desk,
        state_folder: Path,
        shard_count: int | None = None,
        shard_ids: tuple[int, ...] = (),
        connector: aiohttp.BaseConnector | None = None,
        guild_ready_timeout: float = 2.0,
    ) -> None:
        intents = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
        super().__init__(
            intents=intents,
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            shard_count=shard_count,
            shard_ids=list(shard_ids) or None,  # type: ignore[arg-type]
            connector=connector,
            guild_ready_timeout=guild_ready_timeout,
        )
        self._desk = desk
        self._state_folder = state_folder
        self.tree = HustingsTree(
            self,
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
        )
        add_commands(self.tree, desk)

    async def setup_hook(self) -> None:
        """Between login and connection: choices of older messages, commands if they changed."""
        self.add_dynamic_items(ChoiceButton, ChoiceSelect)
        try:
            await self.sync_commands(always=False)
        except discord.HTTPException as error:
            _log.warning("the commands could not be registered: %s", for_operator(error))

    async def sync_commands(self, *, always: bool) -> int:
        """Registers the commands where they changed, or ``always``, and returns how many there are."""
        self._desk.command_ids = await sync(self.tree, self._state_folder, always=always)
        return len(self._desk.command_ids)

    async def on_message(self, message: discord.Message) -> None:
        """Answers a message that speaks to the bot."""
        if self.user is not None and is_addressed(message, self.user):
            await guarded(self._desk.reply(message, request_of(message)), message)

    async def choose(self, interaction: discord.Interaction[Any], custom_id: str) -> None:
        """Answers a choice of an earlier reply, as privately as that reply was."""
        await guarded(self._choose(interaction, custom_id), interaction)

    async def _choose(self, interaction: discord.Interaction[Any], custom_id: str) -> None:
        private = interaction.message is not None and interaction.message.flags.ephemeral
        await self._desk.respond(interaction, unpack(custom_id), private=private, route="choice")
