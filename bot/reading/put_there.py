"""What a follow-up asks of no place, put to the contest that the last answer told of."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from datetime import date

from bot.reading.leanings import is_of_nowhere
from bot.reading.outcome import Outcome, Read, Refuse
from bot.reading.slots import Told
from bot.reading.spans import Cover
from knowledge.query import Figure, InYears, OfficeHolder, OnDay, Query


def there(outcome: Outcome | None, told: Told) -> Outcome | None:
    """A figure of no place as that of the one contest told of: "what was the swing" behind what somebody got there."""
    query = outcome.query if isinstance(outcome, Read) else None
    if not isinstance(outcome, Read) or not isinstance(query, Figure) or not is_of_nowhere(query):
        return outcome
    if not told.seat or not told.day:
        return Refuse("words")
    there = {"seats": (told.seat,), "when": OnDay(day=told.day)}
    return replace(outcome, query=query.model_copy(update={"where": query.where.model_copy(update=there)}))


def where_told(query: Query, last: Query, told: Told) -> Query:
    """A party named behind somebody's contest: asked about there, and not wherever else it stood."""
    where, before = getattr(query, "where", None), getattr(last, "where", None)
    if where is None or before is None or not told.seat or where.seats or where.people or where.areas:
        return query
    if not before.people or before.seats:
        return query
    when = OnDay(day=told.day) if told.day else where.when
    return query.model_copy(update={"where": where.model_copy(update={"seats": (told.seat,), "when": when})})


def in_office_then(alone: Read, last: Query | None, cover: Cover, past: Set[str]) -> Read | None:
    """ "who was pm", behind a party's votes of 1951: in the year that was told of, and not today."""
    query, where = alone.query, getattr(last, "where", None)
    when = getattr(where, "when", None)
    if not isinstance(query, OfficeHolder) or not isinstance(when, InYears) or len(when.years) != 1:
        return None
    untimed = query == OfficeHolder(office=query.office, party=query.party)
    if not untimed or past.isdisjoint(token.text for token in cover.tokens):
        return None
    (year,) = when.years
    then = {"at": date(year, 1, 1), "until": date(year, 12, 31)}
    return replace(alone, query=query.model_copy(update=then), carried=True)
