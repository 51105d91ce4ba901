"""An answer as plain text: the terminal when piped, ``text`` of the JSON, and anybody who reads aloud."""

from __future__ import annotations

from typing import assert_never

from bot.answering.answer import Answer, Block, Listing, Paragraph, Quotation, ResultList, SourceRef, Table
from bot.rendering.lines import (
    block_title,
    bulleted,
    clean,
    day,
    left_out_line,
    numbered,
    quotation_attribution,
    quoted,
    read_as_line,
    row_line,
    source_title,
    standing_line,
)


def to_text(answer: Answer) -> str:
    """All that a reader sees of ``answer``: headline, blocks, choices, then how it was read, basis and sources."""
    sections = [[answer.headline], *(block_lines(block) for block in answer.blocks)]
    sections.append(numbered(tuple(option.label for option in answer.options)))
    sections.append([f"Try: {example}" for example in answer.examples])
    sections.append(footer_lines(answer))
    return clean("\n\n".join("\n".join(lines) for lines in sections if lines))


def block_lines(block: Block) -> list[str]:
    """One block as lines."""
    match block:
        case Paragraph():
            return [block.text]
        case ResultList():
            standings = [standing_line(standing) for standing in block.standings]
            more = left_out_line(block.left_out, shown=bool(standings))
            return [*block_title(block), *standings, *more, *block.summary]
        case Listing():
            items = numbered(block.items) if block.numbered else bulleted(block.items)
            return [*block_title(block), *items, *left_out_line(block.left_out, shown=bool(items))]
        case Table():
            rows = [f"- {row_line(block, row)}" for row in block.rows]
            return [*block_title(block), *rows, *left_out_line(block.left_out, shown=bool(rows))]
        case Quotation():
            return [quoted(block), quotation_attribution(block)]
        case _:
            assert_never(block)


def footer_lines(answer: Answer) -> list[str]:
    """How the question was read, the notes (basis, what was assumed), and each source with its address and date."""
    return [*read_as_line(answer), *answer.notes, *(source_line(source) for source in answer.sources)]


def source_line(source: SourceRef) -> str:
    """``Source: publisher, title, address (as of 9 June 2017)``."""
    parts = [source_title(source), *([source.address] if source.address else [])]
    return f"Source: {', '.join(parts)} (as of {day(source.as_of)})"
