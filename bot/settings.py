"""Settings, from the environment and from a ``.env`` file in the folder that Hustings is started in."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict


class SettingsError(Exception):
    """A setting that cannot be used; the message is one plain sentence that names it."""


def _paths(value: object) -> object:
    return [part for part in value.split(os.pathsep) if part] if isinstance(value, str) else value


def _numbers(value: object) -> object:
    return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value


class Settings(BaseSettings):
    """What can be set. An empty value is an unset one."""

    model_config = SettingsConfigDict(
        env_prefix="HUSTINGS_", env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True
    )

    discord_token: SecretStr | None = Field(default=None, validation_alias="DISCORD_TOKEN")
    """The bot's token; needed by ``hustings run`` and ``hustings sync`` only."""
    packs: Annotated[tuple[Path, ...], NoDecode, BeforeValidator(_paths)] = ()
    """More folders of packs, separated as in ``PATH``."""
    cache: Path | None = None
    """Where the compiled knowledge is kept; unset, the user's cache folder."""
    channels: Annotated[tuple[int, ...], NoDecode, BeforeValidator(_numbers)] = ()
    """Discord channel ids, separated by commas, in which the bot answers on a server; unset, in all. Direct messages
    are always answered."""
    gaps_log: Path | None = None
    """A file to which words that no question explained are added (words only, no users, no questions); unset, none."""
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    """How much ``hustings run`` writes to its log."""
    shard_count: int | None = Field(default=None, ge=1)
    """Shards of the bot over all processes; unset, Discord's own advice."""
    shard_ids: Annotated[tuple[int, ...], NoDecode, BeforeValidator(_numbers)] = ()
    """The shards that this process runs, separated by commas; needs ``HUSTINGS_SHARD_COUNT``."""

    @model_validator(mode="after")
    def _shards_belong_to_a_number(self) -> Self:
        if self.shard_ids and (self.shard_count is None or max(self.shard_ids) >= self.shard_count):
            raise ValueError("HUSTINGS_SHARD_IDS must each be less than HUSTINGS_SHARD_COUNT")
        return self


def load_settings() -> Settings:
    """The settings of this process. Raises ``SettingsError`` naming what is wrong."""
    try:
        return Settings()
    except ValidationError as error:
        raise SettingsError(_sentence(error.errors()[0])) from error
    except UnicodeDecodeError as error:
        raise SettingsError("The file .env cannot be read: it is not UTF-8 text.") from error


def _sentence(error: ErrorDetails) -> str:
    message = error["msg"].removeprefix("Value error, ")
    if not error["loc"]:
        return f"The settings cannot be used: {message}."
    name = str(error["loc"][0]).upper()
    return f"The setting {name if name == 'DISCORD_TOKEN' else f'HUSTINGS_{name}'} cannot be used: {message}."
