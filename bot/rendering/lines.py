"""Lines of plain words that every renderer shares, so that one answer reads the same on every route."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from bot.answering.answer import Answer, Listing, Quotation, ResultList, SourceRef, Standing, Table

_NUMBERED = re.compile(r"(\d+)\. ")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def clean(text: str) -> str:
    """``text`` without control and direction-changing characters (an echoed question may hold some)."""
    if all(line.isprintable() for line in text.split("\n")):
        return text
    return "".join(c for c in text if c == "\n" or unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Zl", "Zp"})


def valid_colour(colour: str | None) -> str | None:
    """``colour`` if it is one (``#rrggbb``)."""
    return colour if colour and _COLOUR.fullmatch(colour) else None


def day(when: date) -> str:
    """A date in words: ``23 February 2017``."""
    return f"{when.day} {when:%B %Y}"


def standing_name(standing: Standing) -> str:
    """``Trudy Harrison (Conservative)``."""
    return f"{standing.name} ({standing.party})" if standing.party else standing.name


def standing_figures(standing: Standing) -> str:
    """``13,748, 44.2%, +8.5``, without what is not held; says who was elected where the position does not."""
    figures = [figure for figure in (standing.votes, standing.share, standing.change) if figure]
    if standing.elected and (standing.position != "1" or not figures):
        figures.append("elected")
    return ", ".join(figures)


def standing_line(standing: Standing) -> str:
    """``1. Trudy Harrison (Conservative) 13,748, 44.2%, +8.5``."""
    start = f"{standing.position}. " if standing.position else ""
    return f"{start}{standing_name(standing)} {standing_figures(standing)}".rstrip()


def bulleted(items: tuple[str, ...]) -> list[str]:
    """Items with bullets; one that begins with a number of its own ("3. Bath") needs none."""
    return [item if _NUMBERED.match(item) else f"- {item}" for item in items]


def split_number(item: str) -> tuple[str, str]:
    """The number that an item begins with, empty where it has none, and the rest."""
    found = _NUMBERED.match(item)
    return (found[1], item[found.end() :]) if found else ("", item)


def numbered(items: tuple[str, ...], *, start: int = 1) -> list[str]:
    """Items with their numbers."""
    return [f"{number}. {item}" for number, item in enumerate(items, start)]


def row_line(table: Table, row: tuple[str, ...]) -> str:
    """A row of a table as it is read aloud: ``Labour: seats 411, votes 9,706,716, share 33.7%``."""
    name, *cells = row
    figures = [
        f"{column[0].lower() + column[1:] if column[1:].islower() else column} {cell}"
        for column, cell in zip(table.columns[1:], cells, strict=False)
        if cell
    ]
    return f"{name}: {', '.join(figures)}" if figures else name


def left_out_line(count: int, *, shown: bool) -> list[str]:
    """``and 12 more``, or nothing where nothing was left out."""
    if count <= 0:
        return []
    return [f"and {count:,} more" if shown else f"{count:,} in all"]


def quotation_attribution(quotation: Quotation) -> str:
    """Who said it, as what, when and where, and who printed it."""
    speaker = f"{quotation.speaker}, {quotation.role}" if quotation.role else quotation.speaker
    occasion = f", {quotation.occasion}" if quotation.occasion else ""
    return f"{speaker}, {day(quotation.said_on)}{occasion}. Printed by {quotation.source}."


def quoted(quotation: Quotation) -> str:
    """The exact words in quote marks; a part of a sentence says that it is one."""
    return f"“{quotation.words}”" + (" (part of a sentence)" if quotation.partial else "")


def source_title(source: SourceRef) -> str:
    """Publisher and title, the publisher once."""
    if not source.publisher or source.publisher.casefold() in source.title.casefold():
        return source.title
    return f"{source.publisher}, {source.title}"


def read_as_line(answer: Answer) -> list[str]:
    """How the question was read, where it was."""
    return [f"How I read it: {answer.read_as}"] if answer.read_as else []


def block_title(block: ResultList | Listing | Table) -> list[str]:
    """The title of a block, if it has one."""
    return [block.title] if block.title else []
