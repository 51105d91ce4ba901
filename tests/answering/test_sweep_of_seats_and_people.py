"""Every shape of answer about seats and people, over a sample of all that are held: none fails, none shows a gap."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import get_args

from bot.answering.answer import Answer, Kind
from bot.answering.answerer import Answerer
from knowledge.query import Career, Fate, History, Holder, Query, Selection
from knowledge.store.store import Store

_GAP = re.compile(r"\bNone\b|  |\(\)|\.\.(?!\.)| ,")


def of_seat(seat: str) -> Iterator[Query]:
    where = Selection(seats=(seat,))
    for ask in ("results", "members", "last-change", "held-since"):
        yield History(where=where, ask=ask)
    for ask in ("won-by", "held-since", "ever-won", "always-won", "first-won", "last-won"):
        yield History(where=Selection(seats=(seat,), parties=("liberal",)), ask=ask)
    yield History(where=Selection(seats=(seat,), lost_by=("conservative",)), ask="won-by")
    yield Holder(where=where)
    for year in (1912, 1921, 1943, 1974, 2009, 2024):
        yield Holder(where=where, at=date(year, 1, 1), until=date(year, 12, 31))
        yield Holder(where=where, at=date(year, 1, 1), relation="before")
    yield Holder(where=where, relation="before")
    yield Holder(where=where, relation="after")
    for fate in ("became", "made-from", "exists"):
        yield Fate.model_validate({"where": where, "ask": fate})


def of_person(person: str) -> Iterator[Query]:
    where = Selection(people=(person,))
    for ask in get_args(Career.model_fields["ask"].annotation):
        yield Career.model_validate({"where": where, "ask": ask})
    yield Holder(where=where, relation="before")
    yield Holder(where=where, relation="after")


def sound(answerer: Answerer, text: Callable[[Answer], str], query: Query) -> None:
    answer = answerer.answer(query)
    assert answer.headline, query
    assert _GAP.search(answer.headline) is None, (query, answer.headline)
    assert "None" not in text(answer).split(), query
    assert answer.sources or answer.kind is Kind.DECLINE or not answer.blocks, query


def test_seats(answerer: Answerer, store: Store, text: Callable[[Answer], str]) -> None:
    seats = [row[0] for row in store.fetch("select distinct seat from contest_facts order by 1")]
    assert len(seats) > 1000
    for seat in seats[::61]:
        for query in of_seat(seat):
            sound(answerer, text, query)


def test_people(answerer: Answerer, store: Store, text: Callable[[Answer], str]) -> None:
    people = [row[0] for row in store.fetch("select id from people order by id")]
    for person in people[::211]:
        for query in of_person(person):
            sound(answerer, text, query)
