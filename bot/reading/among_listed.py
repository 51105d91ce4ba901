"""A place named behind a list of contests: the one of them held there, under whatever name the seat had then."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from bot.reading.conversation import Turn
from bot.reading.outcome import Read
from bot.reading.reader import Reader
from bot.reading.time_of_polls import by_elections
from knowledge.models.elections import ElectionKind
from knowledge.query import (
    AnyTime,
    Check,
    Count,
    Figure,
    Latest,
    Listing,
    Measure,
    Of,
    OnDay,
    Query,
    Rank,
    Result,
    Selection,
    Totals,
    WhatIf,
)


def among_listed(reader: Reader, read: Read, turn: Turn) -> Read | None:
    """ "who won selby" behind the by-elections of 2023, of which one was in Selby and Ainsty; None of any other.

    Likewise "turnout in bury north" behind the closest results of 2019.
    """
    query, last = read.query, turn.query
    if not isinstance(last, Listing | Count | Rank) or not isinstance(query, Check | Figure | Result | WhatIf):
        return None
    if query.where.when != Latest() or len(query.where.seats) != 1 or query.where.people:
        return None
    named = query.where.seats[0]
    held = _among(reader, turn, (named,))
    had_none = not by_elections(reader.catalogue, named, AnyTime())
    if not held and had_none and last.where.when.kind is ElectionKind.BY_ELECTION:
        held = _among(reader, turn, reader.gazetteer.partial(named.split("-"), pooled=True))
    if len(held) != 1:
        return None
    seat, day = held[0]
    where = query.where.model_copy(update={"seats": (seat,), "when": OnDay(day=day)})
    return replace(read, query=query.model_copy(update={"where": where}), carried=True)


def _among(reader: Reader, turn: Turn, seats: Iterable[str]) -> list[tuple[str, date]]:
    """The contests listed that were held in some seats, with their days."""
    named, last = frozenset(seats), turn.query
    told = [(seat, day) for seat, day in turn.told.listed if seat in named]
    if told or not isinstance(last, Listing | Count) or last.where.when.kind is not ElectionKind.BY_ELECTION:
        return told
    # of a long list only the first are told
    return [(seat, day) for seat in named for day in by_elections(reader.catalogue, seat, last.where.when)]


def those_in_area(alone: Read, last: Query | None) -> Read | None:
    """ "how many in scotland", behind a party's gains: of those, and not of all seats there; None behind anything else.

    Behind how many seats a party won: how many there.
    """
    query = alone.query
    if not isinstance(query, Count | Listing) or query.of is not Of.CONTESTS or not query.where.areas:
        return None
    if query.where != Selection(areas=query.where.areas, when=query.where.when) or not isinstance(
        query.where.when, Latest
    ):
        return None
    if isinstance(last, Totals) and last.where.parties and Measure.SEATS in last.measures and not last.where.seats:
        there = last.where.model_copy(update={"areas": query.where.areas})
        return Read(last.model_copy(update={"where": there}), alone.corrected, carried=True)
    if not isinstance(last, Count | Listing) or last.of is not Of.CONTESTS or last.where.seats:
        return None
    there = last.where.model_copy(update={"areas": query.where.areas})
    return replace(alone, query=query.model_copy(update={"where": there}), carried=True)
