"""Whatever the algebra allows gets a reply: no exception, no missing value shown, a headline that can be read."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from datetime import date

import pytest

from bot.answering.answer import Answer, Kind
from bot.answering.answerer import Answerer
from knowledge.models.elections import ElectionKind
from knowledge.query import (
    LAST_PLACE,
    AnyTime,
    Between,
    Check,
    Compare,
    Condition,
    Expectation,
    ExpectedDirection,
    ExpectedHolder,
    ExpectedMajority,
    ExpectedNumber,
    ExpectedOrder,
    ExpectedOutcome,
    ExpectedPlace,
    ExpectedStood,
    ExpectedWinner,
    Figure,
    Focus,
    InYears,
    Latest,
    Measure,
    OnDay,
    Operator,
    Relative,
    Result,
    Selection,
    Totals,
    Transfer,
    WhatIf,
    When,
)
from knowledge.store.store import Store

EACH = 200
MISSING_VALUE = re.compile(r"\bNone\b(?! ?(?i:of the above|above))")
"""Candidates have stood as "None of the Above"."""
PARTIES = (
    "labour",
    "conservative",
    "liberal-democrat",
    "green",
    "ukip",
    "snp",
    "independent",
    "speaker",
    "liberal",
    "dup",
)
AREAS = ("wales", "scotland", "north-west", "great-britain", "united-kingdom", "northern-ireland")
MEASURES = tuple(Measure)


class Maker:
    """Makes queries of any kind from one seed."""

    def __init__(self, seed: str, store: Store) -> None:
        self.random = random.Random(seed)
        self.seats = [row[0] for row in store.fetch("SELECT DISTINCT seat FROM constituencies ORDER BY 1")]
        self.people = [row[0] for row in store.fetch("SELECT id FROM people ORDER BY 1")]

    def when(self) -> When:
        pick, kind = self.random, self.random.choice([None, None, ElectionKind.GENERAL, ElectionKind.BY_ELECTION])
        year = pick.randint(1917, 2027)
        whens: list[When] = [
            Latest(kind=kind),
            InYears(years=(year,), kind=kind),
            OnDay(day=pick.choice([date(2017, 2, 23), date(1945, 7, 5), date(2001, 1, 1)]), kind=kind),
            Between(since=date(min(year, 2024), 1, 1), kind=kind),
            AnyTime(kind=kind),
            Relative(anchor=InYears(years=(year,)), step=pick.choice([-1, 1, 2]), kind=kind),
        ]
        return pick.choice(whens)

    def selection(self) -> Selection:
        pick = self.random
        seats = tuple(pick.sample(self.seats, pick.choice([0, 1, 1, 1, 2])))
        people = tuple(pick.sample(self.people, pick.choice([0, 0, 1, 2]) if seats else 1))
        parties = tuple(pick.sample(PARTIES, pick.choice([0, 1, 2])))
        place = pick.choice([None, None, None, 1, 3, LAST_PLACE])
        return Selection(seats=seats, people=people, parties=parties, place=place, when=self.when())

    def country(self) -> Selection:
        pick = self.random
        areas = tuple(pick.sample(AREAS, pick.choice([0, 1])))
        when = InYears(years=(pick.choice([1951, 1983, 2005, 2019, 2020]),))
        return Selection(areas=areas, parties=tuple(pick.sample(PARTIES, pick.choice([0, 1, 2]))), when=when)

    def measures(self) -> tuple[Measure, ...]:
        return tuple(self.random.sample(MEASURES, self.random.choice([1, 1, 2])))

    def expectation(self) -> Expectation:
        pick = self.random
        measure, flag = pick.choice(MEASURES), pick.random() < 0.5
        value = pick.choice([0.5, 3, 1000])
        condition = Condition(measure=measure, operator=pick.choice(list(Operator)), value=value)
        expectations: list[Expectation] = [
            ExpectedWinner(),
            ExpectedStood(),
            ExpectedPlace(place=pick.choice([1, 2, 3])),
            ExpectedOutcome(outcome=pick.choice(["hold", "gain", "loss"])),
            ExpectedNumber(condition=condition, about=flag),
            ExpectedOrder(measure=measure, more=flag, than=self.selection()),
            ExpectedDirection(measure=measure, up=flag, since=pick.choice([None, self.when()])),
            ExpectedHolder(at=pick.choice([None, date(2000, 1, 1)])),
            ExpectedMajority(),
        ]
        return pick.choice(expectations)

    def result(self) -> Result:
        return Result(where=self.selection(), focus=self.random.choice(list(Focus)))

    def figure(self) -> Figure:
        return Figure(where=self.selection(), measures=self.measures(), per_contest=self.random.random() < 0.2)

    def check(self) -> Check:
        where = self.country() if self.random.random() < 0.3 else self.selection()
        return Check(where=where, expect=(self.expectation(),), why=self.random.random() < 0.2)

    def compare(self) -> Compare:
        makers = (self.result, self.figure, lambda: Totals(where=self.country()))
        sides = tuple(self.random.choice(makers)() for _ in range(2))
        return Compare(sides=sides, prefer=self.random.choice([None, "higher", "lower"]))

    def what_if(self) -> WhatIf:
        giver, receiver = tuple(self.random.sample(PARTIES, 2)), self.random.choice(PARTIES)
        ask = self.random.choice(["transfer", "to-win", "to-switch"])
        return WhatIf(where=self.selection(), transfers=(Transfer(giver=giver, receiver=receiver),), ask=ask)


@pytest.mark.parametrize("shape", ["result", "figure", "check", "compare", "what_if"])
def test_any_query_gets_a_reply(answerer: Answerer, store: Store, text: Callable[[Answer], str], shape: str) -> None:
    maker = Maker(shape, store)
    for _ in range(EACH):
        query = getattr(maker, shape)()
        answer = answerer.answer(query)
        assert answer.headline.endswith("."), query
        assert "  " not in answer.headline, query
        assert (answer.kind is Kind.DECLINE) == (answer.reason is not None), query
        assert not MISSING_VALUE.search(text(answer)), query
