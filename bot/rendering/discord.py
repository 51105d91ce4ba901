"""An answer as a Discord message in Components V2, within Discord's limits whatever the answer holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import discord
from discord import ui

from bot.answering.answer import Answer, Option
from bot.rendering import discord_sections, limits
from bot.rendering.lines import valid_colour


@dataclass(frozen=True, slots=True)
class Controls:
    """What a reply offers to press, and the labels of choices that can only be typed."""

    rows: tuple[ui.ActionRow[Any], ...] = ()
    in_words: tuple[str, ...] = ()


ControlsFor = Callable[[Sequence[Option]], Controls]

MAX_SECTIONS = 12
"""More sections than this are joined (by a line break each), to stay clear of the number of components."""


def to_view(answer: Answer, *, controls: ControlsFor, extra: str = "") -> ui.LayoutView:
    """The message: a container in the winner's colour with headline, blocks, choices and a quiet footer.

    ``extra`` is markdown of our own (command mentions in the help) that follows the blocks.
    """
    headline = discord_sections.headline(answer)
    footer = discord_sections.footer(answer)
    joints = len(answer.blocks) + 2
    room = limits.MESSAGE_TEXT - len(headline) - len(footer) - len(extra) - joints
    offered = controls(answer.options)
    body = discord_sections.sections(answer, room, in_words=offered.in_words)
    if len(body) > MAX_SECTIONS:
        body = [*body[: MAX_SECTIONS - 1], "\n".join(body[MAX_SECTIONS - 1 :])]
    container: ui.Container[Any] = ui.Container(accent_colour=_colour(answer.colour))
    for text in (headline, *body, extra):
        if text:
            container.add_item(ui.TextDisplay(text))
    for row in offered.rows:
        container.add_item(row)
    if footer:
        container.add_item(ui.Separator(visible=True, spacing=discord.SeparatorSpacing.small))
        container.add_item(ui.TextDisplay(footer))
    view = ui.LayoutView(timeout=None)
    view.add_item(container)
    return _settled(view)


def sentence_view(sentence: str) -> ui.LayoutView:
    """A message of one sentence of our own markdown, such as an error's."""
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.TextDisplay(limits.shortened(sentence, limits.MESSAGE_TEXT)))
    return _settled(view)


def _settled(view: ui.LayoutView) -> ui.LayoutView:
    """A view that the client need not keep: what can be pressed holds all that it needs by itself."""
    view.stop()
    return view


def _colour(colour: str | None) -> discord.Colour | None:
    valid = valid_colour(colour)
    return discord.Colour.from_str(valid) if valid else None
