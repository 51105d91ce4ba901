"""Registering the slash commands with Discord, only when they have changed since the last time."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from discord import app_commands
from pydantic import BaseModel, ConfigDict, ValidationError

_log = logging.getLogger("hustings.discord")


class Registered(BaseModel):
    """What was registered last, for one application."""

    model_config = ConfigDict(frozen=True, strict=True)

    payload: str
    """Hash of the commands as they were sent."""
    ids: dict[str, int]


def payload_hash(tree: app_commands.CommandTree[Any]) -> str:
    """A hash of all commands as they would be sent."""
    commands = sorted((command.to_dict(tree) for command in tree.get_commands()), key=lambda c: (c["type"], c["name"]))
    return hashlib.sha256(json.dumps(commands, sort_keys=True).encode()).hexdigest()


async def sync(tree: app_commands.CommandTree[Any], folder: Path, *, always: bool) -> Mapping[str, int]:
    """Registers the commands if they changed (or ``always``) and returns the id of each by name.

    ``folder`` keeps what was registered; where it cannot be written, the commands are registered at every start.
    Raises ``discord.HTTPException`` where Discord refuses.
    """
    path = folder / f"commands-{tree.client.application_id}.json"
    payload = payload_hash(tree)
    last = _read(path)
    if last is not None and last.payload == payload and not always:
        return last.ids
    ids = {command.name: command.id for command in await tree.sync()}
    _log.info("registered %d commands", len(ids))
    _write(path, Registered(payload=payload, ids=ids))
    return ids


def _read(path: Path) -> Registered | None:
    try:
        return Registered.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None


def _write(path: Path, registered: Registered) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(registered.model_dump_json(), encoding="utf-8")
    except OSError as error:
        _log.warning("cannot note which commands are registered: %s", error.strerror)
