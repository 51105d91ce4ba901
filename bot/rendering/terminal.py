"""An answer laid out for a terminal. Says no more and no less than the plain text; colour carries no meaning alone."""

from __future__ import annotations

from typing import TextIO, assert_never

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table as Grid
from rich.text import Text

from bot.answering.answer import Answer, Block, Listing, Paragraph, Quotation, ResultList, Table
from bot.rendering.lines import (
    bulleted,
    clean,
    left_out_line,
    numbered,
    quotation_attribution,
    quoted,
    standing_name,
    valid_colour,
)
from bot.rendering.text import footer_lines

WIDTH = 100
PLAIN_FRAME = "bright_black"


def console_for(out: TextIO) -> Console:
    """A console on ``out``, no wider than reads well. Keeps to ``NO_COLOR`` and to terminals without colour."""
    console = Console(file=out, highlight=False, markup=False, emoji=False)
    console.width = min(console.width, WIDTH)
    return console


def draw(answer: Answer, console: Console) -> None:
    """Writes ``answer`` to the console."""
    parts: list[RenderableType] = [_text(answer.headline, "bold")]
    parts += [_spaced(_block(block)) for block in answer.blocks]
    if answer.options:
        parts.append(_spaced(_lines(numbered(tuple(option.label for option in answer.options)))))
    if answer.examples:
        parts.append(_spaced(_lines([f"Try: {example}" for example in answer.examples])))
    if footer := footer_lines(answer):
        parts += [Padding(Rule(style=PLAIN_FRAME), (1, 0, 0, 0)), _lines(footer, "dim")]
    console.print(Panel(Group(*parts), border_style=valid_colour(answer.colour) or PLAIN_FRAME, padding=(0, 1)))


def _block(block: Block) -> RenderableType:
    match block:
        case Paragraph():
            return _text(block.text)
        case ResultList():
            return Group(*_title(block.title), _standings(block), *map(_text, block.summary))
        case Listing():
            items = numbered(block.items) if block.numbered else bulleted(block.items)
            return Group(*_title(block.title), _lines([*items, *left_out_line(block.left_out, shown=bool(items))]))
        case Table():
            return Group(*_title(block.title), _grid(block))
        case Quotation():
            return Group(_text(quoted(block), "italic"), _text(quotation_attribution(block)))
        case _:
            assert_never(block)


def _standings(block: ResultList) -> RenderableType:
    grid = Grid.grid(padding=(0, 2, 0, 0))
    grid.add_column(justify="right")
    grid.add_column()
    for _ in range(3):
        grid.add_column(justify="right", no_wrap=True)
    for standing in block.standings:
        name = _text(standing_name(standing), "bold" if standing.elected else "")
        marked = Text.assemble(("▌", valid_colour(standing.colour) or PLAIN_FRAME), " ", name)
        figures = (standing.votes, standing.share, standing.change)
        grid.add_row(_text(standing.position), marked, *(_text(figure or "") for figure in figures))
    return Group(grid, *map(_text, left_out_line(block.left_out, shown=bool(block.standings))))


def _grid(block: Table) -> RenderableType:
    grid = Grid(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for number, column in enumerate(block.columns):
        figures = all(not row[number] or any(c.isdigit() for c in row[number]) for row in block.rows)
        grid.add_column(clean(column), justify="right" if number and figures else "left")
    for row in block.rows:
        grid.add_row(*map(_text, row))
    return Group(grid, *map(_text, left_out_line(block.left_out, shown=bool(block.rows))))


def _title(title: str | None) -> list[Text]:
    return [_text(title, "bold dim")] if title else []


def _lines(lines: list[str], style: str = "") -> Text:
    return _text("\n".join(lines), style)


def _text(text: str, style: str = "") -> Text:
    return Text(clean(text), style=style)


def _spaced(block: RenderableType) -> Padding:
    return Padding(block, (1, 0, 0, 0))
