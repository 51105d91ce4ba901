"""Several questions of one message as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.reading.outcome import Read
from bot.reading.spans import Cover
from knowledge.query import Figure, Measure, Rank, Result, Selection, Several, Single, Totals, When

_TWO = 2
MAX_PARTS = 3
"""Questions of one message at most that are answered."""


def moved_to(read: Read, last: Read, when: When) -> Read:
    """A question at the time of the ``last`` one; any that may be of another time as it is.

    That is one of the country, of the place or people of the last, or the same as that of another place.
    """
    query, other = read.query, last.query
    if not isinstance(query, Rank | Totals | Figure | Result):
        return read
    if isinstance(query, Rank | Totals):
        theirs = not (query.where.seats or query.where.people)
    else:
        theirs = isinstance(other, Figure | Result) and (
            _is_of_same(query.where, other.where) or _is_like(query, other)
        )
    where = query.where.model_copy(update={"when": when})
    return replace(read, query=query.model_copy(update={"where": where})) if theirs else read


def _is_like(one: Figure | Result, other: Figure | Result) -> bool:
    """Whether the same is asked of two places: "who won bath and who won wells in 2019"."""
    if not (one.where.seats and other.where.seats) or one.where.people or other.where.people:
        return False
    at = {"where": Selection()}
    return one.model_copy(update=at) == other.model_copy(update=at)


def _is_of_same(where: Selection, spoken: Selection) -> bool:
    """Whether both are of one place, or of the same people."""
    return bool(where.seats or where.people) and (where.seats, where.people) == (spoken.seats, spoken.people)


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


_OF_A_PLACE = frozenset({Measure.VALID_VOTES, Measure.VOTES, Measure.SHARE})
_OF_OTHERS = ("valid_votes", "turnout", "electorate", "win", "deposit", "runner_up", "ahead", "behind", "majority")
"""Cues of votes that are not those of whoever was named before."""


def told_once(read: Read, last: Cover) -> Read:
    """ "who came third in bath, and with what share": theirs, which who they were is told with; ``last``: its words."""
    parts = read.query.parts if isinstance(read.query, Several) else ()
    if len(parts) != _TWO or not isinstance(parts[0], Result) or not isinstance(parts[1], Figure):
        return read
    first, second = parts[0].where, parts[1].where
    named = second.people or second.parties or first.seats != second.seats or first.when != second.when
    if named or not _OF_A_PLACE.issuperset(parts[1].measures) or not last.cues.isdisjoint(_OF_OTHERS):
        return read
    return read if any(span.seat for span in last.spans) else replace(read, query=parts[0])


def each_of_one(query: Several) -> bool:
    """Whether every question is of one contest, or of the country, and all are of the same time and place."""
    spoken = []
    for part in query.parts:
        if not isinstance(part, Figure | Result | Rank | Totals) or part.where.people:
            return False
        spoken.append((part.where.seats, part.where.when))
    return all(each == spoken[0] for each in spoken)
