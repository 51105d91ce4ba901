"""An answer as sections of Discord markdown; what does not fit a message is left out by whole lines, and counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import assert_never
from urllib.parse import quote, urlsplit

from discord.utils import escape_markdown, escape_mentions

from bot.answering.answer import Answer, Block, Listing, Paragraph, Quotation, ResultList, SourceRef, Standing, Table
from bot.rendering.limits import shortened
from bot.rendering.lines import (
    clean,
    day,
    quotation_attribution,
    quoted,
    read_as_line,
    row_line,
    source_title,
    split_number,
    standing_figures,
    standing_name,
)

HEADLINE = 700
FOOTER = 900
LINE = 600
"""A single line longer than this is cut."""


@dataclass(frozen=True, slots=True)
class Section:
    """Lines of markdown that belong together. ``items`` may be left out from the end; ``left_out`` counts those."""

    title: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    left_out: int = 0

    def __str__(self) -> str:
        more = (f"and {self.left_out:,} more",) if self.left_out else ()
        return "\n".join((*self.title, *self.items, *more, *self.after))


def escape(text: str) -> str:
    """``text`` so that Discord shows it as it stands: no markup, no mention, no emoji code, no link of its own."""
    escaped = escape_markdown(clean(text), ignore_links=False).replace("<", "\\<")
    return escape_mentions(escaped)


def headline(answer: Answer) -> str:
    """The sentence that answers, as a heading."""
    return "### " + shortened(escape(answer.headline.replace("\n", " ")), HEADLINE)


def sections(answer: Answer, room: int, *, in_words: Sequence[str] = ()) -> list[str]:
    """The blocks, choices that cannot be pressed, and examples of ``answer``, in at most ``room`` characters."""
    found = [_section(block) for block in answer.blocks]
    if in_words:
        found.append(Section(("You can type:",), tuple(f"- {_line(label)}" for label in in_words)))
    if answer.examples:
        found.append(Section(items=tuple(f"Try: {_line(example)}" for example in answer.examples)))
    return [text for text in map(str, _fitted(found, room)) if text]


def footer(answer: Answer) -> str:
    """How the question was read, basis and sources with link and date, small."""
    lines = [*map(_line, (*read_as_line(answer), *answer.notes)), *map(_source, answer.sources)]
    kept: list[str] = []
    length = 0
    for line in lines:
        length += len(line) + 4
        if length > FOOTER:
            break
        kept.append(f"-# {line}")
    if len(kept) < len(lines):
        kept.append(f"-# and {len(lines) - len(kept)} more")
    return "\n".join(kept)


def _section(block: Block) -> Section:
    match block:
        case Paragraph():
            return Section(items=tuple(map(_line, block.text.split("\n"))))
        case ResultList():
            standings = _ordered([(standing.position, _standing(standing)) for standing in block.standings])
            return Section(_title(block.title), standings, tuple(map(_line, block.summary)), block.left_out)
        case Listing():
            return Section(_title(block.title), _ordered(_numbers(block)), left_out=block.left_out)
        case Table():
            rows = tuple(f"- {_line(row_line(block, row))}" for row in block.rows)
            return Section(_title(block.title), rows, left_out=block.left_out)
        case Quotation():
            words = tuple(f"> {shortened(escape(line), 1800)}" for line in quoted(block).split("\n"))
            return Section(items=words, after=(_line(quotation_attribution(block)),))
        case _:
            assert_never(block)


def _numbers(block: Listing) -> list[tuple[str, str]]:
    if block.numbered:
        return [(str(number), _line(item)) for number, item in enumerate(block.items, 1)]
    return [(number, _line(rest)) for number, rest in map(split_number, block.items)]


def _ordered(items: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Numbered lines. Discord counts a list's numbers on by itself, so numbers that do not follow are kept as text."""
    follows = all(number == str(place) for place, (number, _) in enumerate(items, 1))
    if follows:
        return tuple(f"{number}. {item}" for number, item in items)
    return tuple(f"- {number}: {item}" if number else f"- {item}" for number, item in items)


def _standing(standing: Standing) -> str:
    name = _line(standing_name(standing))
    figures = _line(standing_figures(standing))
    return f"**{name}** {figures}".rstrip() if standing.elected else f"{name} {figures}".rstrip()


def _title(title: str | None) -> tuple[str, ...]:
    return (f"**{_line(title)}**",) if title else ()


def _line(text: str) -> str:
    return shortened(escape(text.replace("\n", " ")), LINE)


def _source(source: SourceRef) -> str:
    title = _line(source_title(source))
    if source.address and urlsplit(source.address).scheme in {"http", "https"}:
        title = f"[{title}]({quote(source.address, safe=':/?#@!$&*+,;=%~-._')})"
    return f"Source: {title}, as of {day(source.as_of)}"


def _fitted(found: Sequence[Section], room: int) -> list[Section]:
    """Sections cut to ``room`` together: the short ones whole, the long ones to equal shares of what is left."""
    shares: dict[int, int] = {}
    left = room
    for place, index in enumerate(sorted(range(len(found)), key=lambda i: len(str(found[i])))):
        share = min(len(str(found[index])), left // (len(found) - place))
        shares[index] = share
        left -= share
    return [_cut(section, shares[index]) for index, section in enumerate(found)]


def _cut(section: Section, room: int) -> Section:
    while len(str(section)) > room and section.items:
        section = replace(section, items=section.items[:-1], left_out=section.left_out + 1)
    while len(str(section)) > room and section.after:
        section = replace(section, after=section.after[:-1])
    return section if len(str(section)) <= room else Section()
