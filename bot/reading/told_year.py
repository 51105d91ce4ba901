"""The year pointed at beside an election, in figures: "that year's general election", "the by-election that year"."""

from __future__ import annotations

from collections.abc import Mapping

from bot.reading.clauses import Clause
from bot.reading.conversation import Turn, subject
from bot.reading.scan import Token, TokenKind
from knowledge.query import InYears

_BETWEEN = 2
"""Words at most between an election and its year."""
Groups = Mapping[str, frozenset[str]]


def in_figures(tokens: Clause, turn: Turn, groups: Groups) -> Clause:
    """The words with the year told of ahead of the election of that year; as they are where they name none."""
    texts = [token.text for token in tokens]
    own = next((at for at, text in enumerate(texts) if text in groups["years_asked"]), 0)
    year = _year(turn) if own and texts[own - 1] in groups["pointed_years"] else None
    if year is None:
        return tokens
    start = own - 2 if own > 1 and texts[own - 2] in groups["the_words"] else own - 1
    # a number is a year where it was typed in four figures
    ends = tokens[own].start + len(str(year))
    figures = tokens[own]._replace(text=str(year), base=str(year), value=float(year), kind=TokenKind.NUMBER, end=ends)
    if texts[own] in groups["years_own"]:
        # "at that year's general election"
        ahead = _kind_at(texts, own + 1, groups)
        return [*tokens[:start], *_the(tokens[start]), figures, *tokens[own + 1 :]] if ahead else tokens
    end = start - 1 if start and texts[start - 1] in groups["in_words"] | {"of"} else start
    # "the by-election that year", "the by-election turnout that year"
    kind = next((at for at in range(end) if end - _BETWEEN <= _kind_at(texts, at, groups) <= end), None)
    if kind is None:
        return tokens
    articled = kind > 0 and texts[kind - 1] in groups["the_words"]
    return [*tokens[:kind], *([] if articled else _the(tokens[kind])), figures, *tokens[kind:end], *tokens[own + 1 :]]


def _the(token: Token) -> Clause:
    return [token._replace(text="the", base="the")]


def _kind_at(texts: list[str], at: int, groups: Groups) -> int:
    """Where "general election" or "by-election" ends that opens at a word; 0 where neither does."""
    if at < len(texts) and texts[at] in groups["kinds_alone"]:
        return at + 1
    paired = at + 1 < len(texts) and texts[at] in groups["kind_words"] and texts[at + 1] in groups["polled_nouns"]
    return at + 2 if paired else 0


def _year(turn: Turn) -> int | None:
    """The one year of the contest or election told of."""
    if turn.told.day is not None:
        return turn.told.day.year
    held = subject(turn.query)
    when = held.where.when if held is not None else None
    return when.years[0] if isinstance(when, InYears) and len(when.years) == 1 else None
