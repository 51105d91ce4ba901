"""Somebody's defeat or win told in a clause, and what is asked of it behind: "benn's defeat in bristol, the winner"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.reading.clauses import Clause
from bot.reading.outcome import Outcome, Read, Refuse
from bot.reading.reader import Reader
from bot.reading.spans import Cover
from knowledge.query import Figure, Latest, Result, Selection


def told_event(reader: Reader, parts: Sequence[Clause]) -> Outcome | None:
    """The event itself where no more is asked than its answer tells; refused where what is asked cannot be of it.

    None where the first clause tells of none, or the others name something themselves.
    """
    if len(parts) < 2 or any(_names_anything(reader.cover(part)) for part in parts[1:]):
        return None
    groups = reader.lexicon.groups
    if not _is_event(reader.cover(parts[0]), groups["defeats_and_wins"]):
        return None
    outcome = reader.read_tokens(parts[0], frozenset())
    asked = {token.text for part in parts[1:] for token in part}
    query = outcome.query if isinstance(outcome, Read) else None
    if isinstance(query, Result) and query.where.when != Latest() and asked <= groups["told_of_an_event"]:
        return outcome
    whole = reader.read_tokens([token for part in parts for token in part], frozenset())
    where: object = getattr(whole.query, "where", None) if isinstance(whole, Read) else None
    at_another = isinstance(where, Selection) and where.when == Latest() and isinstance(query, Result | Figure)
    return Refuse("words", tuple(token.text for token in parts[0])) if where is None or at_another else whole


def _names_anything(cover: Cover) -> bool:
    """Whether words name a place, somebody, a party or a time."""
    return any(span.seat or span.person or span.party or span.area or span.time for span in cover.spans)


def _is_event(cover: Cover, nouns: frozenset[str]) -> bool:
    """Whether somebody's name stands right before a noun of losing or winning: "benn's defeat"."""
    spans, tokens = cover.spans, cover.tokens
    return any(span.person is not None and tokens[behind.start].text in nouns for span, behind in pairwise(spans))
