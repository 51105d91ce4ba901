"""A place named behind a list of by-elections: the one of them held there, under whatever name the seat had then."""

from __future__ import annotations

from dataclasses import replace

from bot.reading.outcome import Read
from bot.reading.reader import Reader
from bot.reading.time_of_polls import takes
from knowledge.models.elections import ElectionKind
from knowledge.query import Count, Figure, Latest, Listing, OnDay, Query, Result


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
