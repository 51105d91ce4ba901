"""How a question was read, in words."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answering.answerer import Answerer
from bot.answering.describe import describe
from knowledge.models.elections import ElectionKind
from knowledge.query import (
    LAST_PLACE,
    About,
    Aggregate,
    AnyTime,
    Between,
    Career,
    Check,
    Claims,
    Compare,
    Condition,
    Count,
    ExpectedWinner,
    Explain,
    Fate,
    Figure,
    Focus,
    Governments,
    History,
    Holder,
    InYears,
    Latest,
    Listing,
    Measure,
    Of,
    OfficeHolder,
    OnDay,
    Operator,
    Outcome,
    Query,
    Quotes,
    Rank,
    ReferendumQuery,
    Relative,
    Result,
    Selection,
    Several,
    Totals,
    Transfer,
    WhatIf,
)
from knowledge.store.store import Store

BY = ElectionKind.BY_ELECTION
GENERAL = ElectionKind.GENERAL
COPELAND = Selection(seats=("copeland",))

CASES: list[tuple[Query, str]] = [
    (
        Figure(
            where=Selection(seats=("copeland",), when=OnDay(day=date(2017, 2, 23), kind=BY)),
            measures=(Measure.MAJORITY,),
        ),
        "majority · Copeland · by-election of 23 February 2017",
    ),
    (Result(where=COPELAND), "winner · Copeland · latest contest held"),
    (
        Result(where=Selection(seats=("bath",), place=LAST_PLACE), focus=Focus.PLACE),
        "place · Bath · last place · latest contest held",
    ),
    (
        Result(where=Selection(seats=("newbury",), when=Relative(anchor=InYears(years=(2010,)), step=1, kind=GENERAL))),
        "winner · Newbury · the general election after the contests of 2010",
    ),
    (
        Listing(
            where=Selection(
                areas=("wales",),
                winner=("labour",),
                runner_up=("conservative",),
                outcome=Outcome.GAIN,
                lost_by=("conservative",),
                gender="female",
                when=InYears(years=(2024,), kind=GENERAL),
            ),
            of=Of.CONTESTS,
        ),
        "list of contests · Wales · won by Labour · second: the Conservatives · gain · lost by the Conservatives"
        " · women · general election of 2024",
    ),
    (
        Count(
            where=Selection(
                when=AnyTime(kind=BY),
                conditions=(Condition(measure=Measure.MAJORITY, operator=Operator.LESS, value=100),),
            ),
            of=Of.CONTESTS,
        ),
        "count of contests · with a majority below 100 votes · all by-elections held",
    ),
    (
        Rank(
            where=Selection(when=Between(since=date(2010, 1, 1), kind=GENERAL)),
            of=Of.CONTESTS,
            measure=Measure.MAJORITY,
            highest=False,
            nth=2,
        ),
        "second lowest majority of contests · general elections since 2010",
    ),
    (
        Aggregate(
            where=Selection(when=InYears(years=(2017,), kind=GENERAL)),
            of=Of.CONTESTS,
            measure=Measure.TURNOUT,
            function="average",
        ),
        "average turnout · general election of 2017",
    ),
    (
        Totals(where=Selection(parties=("labour",), when=InYears(years=(2017, 2019), kind=GENERAL))),
        "seats, votes and share · Labour · general elections of 2017 and 2019",
    ),
    (
        Compare(sides=(Result(where=COPELAND), Result(where=Selection(seats=("bath",))))),
        "comparison · winner · Copeland · latest contest held with winner · Bath · latest contest held",
    ),
    (Holder(where=COPELAND, at=date(2016, 6, 1)), "member · Copeland · on 1 June 2016"),
    (History(where=COPELAND, ask="members"), "history: members · Copeland"),
    (Career(where=Selection(people=("mnis-4593",)), ask="wins"), "career: wins · Trudy Harrison"),
    (Fate(where=COPELAND), "fate: became · Copeland"),
    (
        Check(where=Selection(seats=("bath",), parties=("labour",)), expect=(ExpectedWinner(),)),
        "whether it is so · Bath · Labour · latest contest held · won",
    ),
    (
        WhatIf(where=COPELAND, transfers=(Transfer(giver=("green",), receiver="labour"),)),
        "arithmetic · Copeland · latest contest held · votes of the Greens to Labour",
    ),
    (Quotes(speakers=("mnis-8",), words="astounding victory"), "quotations · Theresa May · “astounding victory”"),
    (Explain(term="lost-deposit"), "explanation · lost deposit"),
    (About(topic="help"), "about this bot · help"),
    (Claims(seats=("copeland",), topic="1935"), "stated records · Copeland · 1935"),
    (OfficeHolder(after="Eden"), "prime minister · after Eden"),
    (Governments(ask="hung", when=AnyTime(kind=GENERAL)), "governments: hung · all general elections held"),
    (ReferendumQuery(referendum="eu-2016", area="Bath"), "referendum · eu 2016 · Bath"),
    (
        Several(parts=(Result(where=COPELAND), Explain(term="swing"))),
        "winner · Copeland · latest contest held + explanation · swing",
    ),
]


@pytest.mark.parametrize(("query", "said"), CASES)
def test_every_shape_is_described(answerer: Answerer, store: Store, query: Query, said: str) -> None:
    assert describe(query, store, answerer.words) == said


def test_the_answer_carries_it(answerer: Answerer) -> None:
    answer = answerer.answer(Result(where=COPELAND))
    assert answer.read_as == "winner · Copeland · latest contest held"


def test_several_questions_are_answered_in_turn(answerer: Answerer) -> None:
    query = Several(parts=(Result(where=COPELAND), Result(where=Selection(seats=("bath",), when=Latest(kind=GENERAL)))))
    answer = answerer.answer(query)
    assert answer.headline.startswith("Trudy Harrison (Conservative) won Copeland")
    assert "Wera Hobhouse (Liberal Democrat) won Bath" in answer.headline
    assert answer.query == query
