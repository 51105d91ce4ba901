"""The buttons and selects of a reply's choices: they hold their query themselves and work after a restart."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Protocol, Self, runtime_checkable

import discord
from discord import ui

from bot.answering.answer import Option
from bot.discord_app.custom_ids import pack
from bot.rendering import limits
from bot.rendering.discord import Controls
from bot.rendering.lines import clean

SELECT_ID = "choices:1"
_BUTTON_ID = re.compile(r"h\d+:\S+")
"""Of any way of writing, so that a button of one that is gone still gets a reply."""
_SELECT_ID = re.compile(re.escape(SELECT_ID))


@runtime_checkable
class Chooser(Protocol):
    """A client that answers a choice."""

    async def choose(self, interaction: discord.Interaction[Any], custom_id: str) -> None:
        """Answers the query that ``custom_id`` holds, which anybody may have written."""


class ChoiceButton(ui.DynamicItem[ui.Button[Any]], template=_BUTTON_ID):
    """One choice."""

    @classmethod
    def of(cls, label: str, custom_id: str) -> Self:
        """A button of its own."""
        return cls(ui.Button(label=limits.shortened(label, limits.BUTTON_LABEL), custom_id=custom_id))

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], item: ui.Item[Any], __: re.Match[str]) -> Self:
        """The button of a message that was sent some time ago."""
        assert isinstance(item, ui.Button)
        return cls(item)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Answers the choice."""
        assert isinstance(interaction.client, Chooser)
        await interaction.client.choose(interaction, self.custom_id)


class ChoiceSelect(ui.DynamicItem[ui.Select[Any]], template=_SELECT_ID):
    """Choices too many for buttons; the value of each holds its query."""

    @classmethod
    def of(cls, labels: Mapping[str, str]) -> Self:
        """A select of its own, from the label of each custom id."""
        select: ui.Select[Any] = ui.Select(custom_id=SELECT_ID, placeholder="Choose one")
        for custom_id, label in labels.items():
            select.add_option(label=limits.shortened(label, limits.OPTION_LABEL), value=custom_id)
        return cls(select)

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], item: ui.Item[Any], __: re.Match[str]) -> Self:
        """The select of a message that was sent some time ago."""
        assert isinstance(item, ui.Select)
        return cls(item)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Answers the choice."""
        assert isinstance(interaction.client, Chooser)
        await interaction.client.choose(interaction, self.item.values[0])


def controls(options: Sequence[Option]) -> Controls:
    """Buttons for up to five choices, else a select. A choice whose query does not fit an id is left to be typed."""
    pairs: dict[str, str] = {}
    in_words: list[str] = []
    for option in options:
        label = clean(option.label).replace("\n", " ").strip()
        custom_id = pack(option.query)
        if custom_id is None or not label or len(pairs) == limits.SELECT_OPTIONS:
            in_words.append(label)
        else:
            pairs.setdefault(custom_id, label)
    few = len(pairs) <= limits.ROW_BUTTONS
    longest = limits.BUTTON_LABEL if few else limits.OPTION_LABEL
    in_words += [label for label in pairs.values() if len(label) > longest]
    return Controls(rows=_rows(pairs, few=few), in_words=tuple(filter(None, in_words)))


def _rows(pairs: Mapping[str, str], *, few: bool) -> tuple[ui.ActionRow[Any], ...]:
    if not pairs:
        return ()
    row: ui.ActionRow[Any] = ui.ActionRow()
    if few:
        for custom_id, label in pairs.items():
            row.add_item(ChoiceButton.of(label, custom_id))
    else:
        row.add_item(ChoiceSelect.of(pairs))
    return (row,)
