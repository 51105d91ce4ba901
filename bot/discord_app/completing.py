"""Suggestions while an option is typed."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from discord import Interaction
from discord.app_commands import Choice

from bot.discord_app.desk import Desk
from bot.discord_app.edges import guarded
from bot.rendering import limits
from bot.rendering.lines import clean
from bot.service import CompletionKind

Completer = Callable[[Interaction[Any], str], Coroutine[Any, Any, list[Choice[str]]]]


def completer(desk: Desk, kind: CompletionKind) -> Completer:
    """Suggests names of ``kind``; typing goes on undisturbed where suggesting fails."""

    async def complete(interaction: Interaction[Any], typed: str) -> list[Choice[str]]:
        found: list[Choice[str]] = []

        async def look_up() -> None:
            found.extend(_choices(desk, kind, typed))

        await guarded(look_up(), interaction)
        return found

    return complete


def _choices(desk: Desk, kind: CompletionKind, typed: str) -> list[Choice[str]]:
    suggestions = desk.service.complete(kind, typed[: limits.CHOICE_VALUE], limits.CHOICES)
    return [
        Choice(name=limits.shortened(clean(suggestion.label), limits.CHOICE_NAME), value=suggestion.value)
        for suggestion in suggestions[: limits.CHOICES]
        if suggestion.label and 0 < len(suggestion.value) <= limits.CHOICE_VALUE
    ]
