"""Several questions of one message as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.reading.outcome import Read
from knowledge.query import Figure, InYears, Rank, Result, Several, Single, Totals

MAX_PARTS = 3
"""Questions of one message at most that are answered."""


def moved_to(read: Read, when: InYears) -> Read:
    """A question of the country at another time."""
    query = read.query
    if not isinstance(query, Rank | Totals) or query.where.seats or query.where.people:
        return read
    return replace(read, query=query.model_copy(update={"where": query.where.model_copy(update={"when": when})}))


def joined(found: Sequence[Read]) -> Read:
    """Several questions as one, each asked once."""
    queries: list[Single] = []
    for read in found:
        query = read.query
        if isinstance(query, Several):
            queries += query.parts
        elif query not in queries:
            queries.append(query)
    corrected = tuple(pair for read in found for pair in read.corrected)
    any_carried = any(read.carried for read in found)
    if len(queries) == 1:
        return Read(queries[0], corrected, any_carried)
    return Read(Several(parts=tuple(queries[-MAX_PARTS:])), corrected, any_carried)


def each_of_one(query: Several) -> bool:
    """Whether every question is of one contest, or of the country, and all are of the same time and place."""
    spoken = []
    for part in query.parts:
        if not isinstance(part, Figure | Result | Rank | Totals) or part.where.people:
            return False
        spoken.append((part.where.seats, part.where.when))
    return all(each == spoken[0] for each in spoken)
