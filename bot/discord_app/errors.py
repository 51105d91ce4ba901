"""What went wrong, in one plain sentence for whoever asked, and one for whoever runs the bot."""

from __future__ import annotations

import traceback

import aiohttp
import discord
from discord import app_commands

from bot.discord_app.custom_ids import BadChoiceError

UNKNOWN_INTERACTION = 10062
NO_HISTORY = 160002
"""Discord's code for a reply where the message history may not be read."""

TOKEN_REFUSED = (
    "Discord does not accept the token in DISCORD_TOKEN: copy it again from the Bot page of your application at "
    "https://discord.com/developers/applications."
)
NO_TOKEN = (
    "Set DISCORD_TOKEN in the environment or in a .env file to your bot's token (README, Discord set-up); "
    "hustings ask and hustings chat work without it."
)


def for_user(error: BaseException) -> str:
    """The sentence that a user reads."""
    cause = cause_of(error)
    if isinstance(cause, BadChoiceError):
        return "This choice is from an older version of me. Please ask the question again."
    if isinstance(cause, app_commands.CommandNotFound | app_commands.CommandSignatureMismatch):
        return "My commands have changed. Please reload Discord and try again."
    if isinstance(cause, app_commands.TransformerError):
        return "I could not read one of the options. Please try again."
    if isinstance(cause, app_commands.CheckFailure):
        return "That command cannot be used here."
    return "Something went wrong on my side, and I could not answer. Please try again later."


def for_operator(error: BaseException) -> str:
    """What goes into the log: the kind of error and where, never its message, which may hold what somebody typed."""
    cause = cause_of(error)
    frames = traceback.extract_tb(cause.__traceback__)
    place = f" at {frames[-1].filename}:{frames[-1].lineno}" if frames else ""
    status = f" (status {cause.status}, code {cause.code})" if isinstance(cause, discord.HTTPException) else ""
    return f"{type(cause).__name__}{status}{place}"


def for_start(error: Exception) -> str:
    """Why the bot cannot start or go on."""
    if isinstance(error, discord.LoginFailure) or (isinstance(error, discord.ConnectionClosed) and error.code == 4004):
        return TOKEN_REFUSED
    if isinstance(error, discord.ConnectionClosed):
        return f"Discord closed the connection for good (code {error.code})."
    if isinstance(error, discord.HTTPException):
        return f"Discord answered with an error (status {error.status}): try again later."
    if isinstance(error, aiohttp.ClientError | OSError | TimeoutError):
        return "Discord cannot be reached: check the network, then start again."
    return "Discord's gateway cannot be found: try again later."


START_ERRORS = (
    discord.LoginFailure,
    discord.HTTPException,
    discord.ConnectionClosed,
    discord.GatewayNotFound,
    aiohttp.ClientError,
    OSError,
    TimeoutError,
)
"""What ``for_start`` words."""


def cause_of(error: BaseException) -> BaseException:
    """What a command's error was before discord.py wrapped it."""
    return error.original if isinstance(error, app_commands.CommandInvokeError) else error
