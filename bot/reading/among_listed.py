"""A place named behind a list of by-elections: the one of them held there, under whatever name the seat had then."""

from __future__ import annotations

from dataclasses import replace

from bot.reading.outcome import Read
from bot.reading.reader import Reader
from bot.reading.time_of_polls import takes
from knowledge.models.elections import ElectionKind
from knowledge.query import Count, Figure, Latest, Listing, Measure, Of, OnDay, Query, Result, Selection, Totals


def among_listed(reader: Reader, read: Read, last: Query | None) -> Read | None:
    """ "who won selby" behind the by-elections of 2023, of which one was in Selby and Ainsty; None of any other."""
    query = read.query
    listed = isinstance(last, Listing | Count) and last.where.when.kind is ElectionKind.BY_ELECTION
    if not listed or not isinstance(last, Listing | Count) or not isinstance(query, Figure | Result):
        return None
    if query.where.when != Latest() or len(query.where.seats) != 1 or query.where.people:
        return None
    (named,), polls = query.where.seats, reader.catalogue.polls
    if any(kind is ElectionKind.BY_ELECTION for _, kind in polls(named)):
        return None
    held = [
        (seat, day)
        for seat in reader.gazetteer.partial(named.split("-"), pooled=True)
        for day, kind in polls(seat)
        if kind is ElectionKind.BY_ELECTION and takes(last.where.when, day)
    ]
    if len(held) != 1:
        return None
    seat, day = held[0]
    where = query.where.model_copy(update={"seats": (seat,), "when": OnDay(day=day)})
    return replace(read, query=query.model_copy(update={"where": where}), carried=True)


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
