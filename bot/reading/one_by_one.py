"""Several seats named in one question, which are answered apart."""

from __future__ import annotations

from knowledge.query import Career, Check, Fate, Holder, Query, Result, Several

_MAX_SEATS = 3
"""Seats of one question at most that are answered one by one."""


def one_by_one(query: Query) -> Query | None:
    """The query; of several seats named apart, which are never pooled, so many; None where it is no such question."""
    where = getattr(query, "where", None)
    if where is None or len(where.seats) < 2 or (isinstance(query, Career) and query.ask == "ever-elected"):
        return query
    if not isinstance(query, Check | Result | Holder | Fate) or len(where.seats) > _MAX_SEATS:
        return None
    apart = [query.model_copy(update={"where": where.model_copy(update={"seats": (seat,)})}) for seat in where.seats]
    return Several(parts=tuple(apart))
