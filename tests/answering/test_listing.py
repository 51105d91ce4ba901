"""Lists and counts, on the real facts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.answering.answer import Answer, Kind, Reason
from bot.answering.answer import Listing as ListingBlock
from bot.answering.answerer import Answerer
from knowledge.models.elections import ElectionKind
from knowledge.query import (
    AnyTime,
    Between,
    Condition,
    Count,
    InYears,
    Latest,
    Listing,
    Measure,
    Of,
    OnDay,
    Operator,
    Outcome,
    Selection,
)

Text = Callable[[Answer], str]
GENERAL, BY_ELECTION = ElectionKind.GENERAL, ElectionKind.BY_ELECTION
ANY_BY_ELECTION = AnyTime(kind=BY_ELECTION)


def general(number: int) -> InYears:
    return InYears(years=(number,), kind=GENERAL)


def by_elections(number: int) -> InYears:
    return InYears(years=(number,), kind=BY_ELECTION)


def contests(where: Selection, limit: int | None = None) -> Listing:
    return Listing(where=where, of=Of.CONTESTS, limit=limit)


def how_many(where: Selection, of: Of = Of.CONTESTS) -> Count:
    return Count(where=where, of=of)


def below(measure: Measure, value: float) -> Condition:
    return Condition(measure=measure, operator=Operator.LESS, value=value)


LOST_DEPOSIT = Condition(measure=Measure.DEPOSIT, operator=Operator.EQUAL, value=1)
LISTS = [
    (
        Selection(when=by_elections(2014)),
        "5 by-elections in 2014",
        ["Wythenshawe", "Newark", "Clacton", "Heywood", "Rochester", "9 October 2014", "UK Independence Party gain"],
    ),
    (
        Selection(when=by_elections(2026)),
        "5 by-elections in 2026",
        ["Gorton", "Aberdeen South", "Arbroath", "Makerfield"],
    ),
    (
        Selection(when=ANY_BY_ELECTION, winner=("ukip",)),
        "2 by-elections won by the UK Independence Party of those held here",
        ["Clacton", "Rochester", "2,920"],
    ),
    (
        Selection(when=Between(since=date(2020, 1, 1), kind=BY_ELECTION), areas=("scotland",)),
        "4 by-elections in Scotland since 2020",
        ["Airdrie", "Rutherglen", "Aberdeen South", "Arbroath"],
    ),
    (Selection(when=OnDay(day=date(2026, 6, 18))), "3 by-elections on 18 June 2026", ["Burnham", "Lumsden", "Bird"]),
    (
        Selection(when=AnyTime(), parties=("brexit-party",), place=2),
        "4 contests where the Brexit Party came second",
        ["Barnsley Central", "Barnsley East", "Blaenau Gwent"],
    ),
    (
        Selection(when=general(2024), winner=("plaid-cymru",)),
        "4 seats won by Plaid Cymru at the 2024 general election",
        ["Caerfyrddin", "Ceredigion Preseli", "Dwyfor Meirionnydd", "Ynys Môn"],
    ),
    (
        Selection(when=general(2017), winner=("conservative",), lost_by=("labour",)),
        "6 seats gained by the Conservatives from Labour at the 2017 general election",
        ["Mansfield", "Walsall North", "Stoke-on-Trent South"],
    ),
    (
        Selection(when=general(2024), conditions=(below(Measure.THIRD_MARGIN, 0.05),)),
        "5 seats with a gap from first to third below 5 points",
        ["Sittingbourne", "South West Norfolk", "3.4 points"],
    ),
    (
        Selection(when=Latest(kind=BY_ELECTION), winner=("labour",)),
        "The latest by-election won by Labour: Makerfield on 18 June 2026",
        ["Andy Burnham"],
    ),
    (
        Selection(when=general(2024), winner=("liberal-democrat",), lost_by=("conservative",)),
        "60 seats gained by the Liberal Democrats from the Conservatives",
        ["Bicester and Woodstock", "majority 4,958"],
    ),
]


@pytest.mark.parametrize(("where", "head", "told"), LISTS)
def test_lists(answerer: Answerer, text: Text, where: Selection, head: str, told: list[str]) -> None:
    answer = answerer.answer(contests(where))
    assert answer.kind is Kind.ANSWER
    assert answer.headline.startswith(head)
    shown = text(answer)
    assert [part for part in told if part not in shown] == []


@pytest.mark.parametrize(
    ("query", "head"),
    [
        (how_many(Selection(when=by_elections(2021))), "6 by-elections in 2021"),
        (
            how_many(Selection(when=general(2017), conditions=(below(Measure.MAJORITY, 100),))),
            "11 seats with a majority",
        ),
        (how_many(Selection(when=ANY_BY_ELECTION, winner=("green",))), "1 by-election won by the Greens"),
        (how_many(Selection(when=general(2019), lost_by=("labour",), winner=("conservative",))), "54 seats gained by"),
        (how_many(Selection(when=general(2019), gender="female", place=1), Of.CANDIDACIES), "220 women were elected"),
        (how_many(Selection(when=general(2017)), Of.CANDIDACIES), "3,304 candidates at the 2017 general election"),
        (
            how_many(Selection(when=general(2019), parties=("labour",), conditions=(LOST_DEPOSIT,)), Of.CANDIDACIES),
            "12 Labour candidates who lost the deposit",
        ),
        (
            how_many(Selection(when=Between(since=date(2019, 1, 1), kind=BY_ELECTION), outcome=Outcome.GAIN)),
            "18 by-elections that changed hands since 2019",
        ),
    ],
)
def test_counts(answerer: Answerer, query: Count, head: str) -> None:
    assert answerer.answer(query).headline.startswith(head)


def test_people_are_named_and_their_contests_counted(answerer: Answerer) -> None:
    where = Selection(when=AnyTime(), people=("mnis-1423",), place=1)
    assert answerer.answer(how_many(where)).headline.startswith("5 contests won by Boris Johnson of those held here")


def test_a_long_list_gives_its_whole_number_and_the_beginning(answerer: Answerer) -> None:
    answer = answerer.answer(contests(Selection(when=general(2024), winner=("labour",))))
    assert answer.headline.startswith("411 seats won by Labour")
    block = answer.blocks[-1]
    assert isinstance(block, ListingBlock)
    assert (len(block.items), block.left_out) == (40, 371)


def test_no_more_than_asked_for_are_listed(answerer: Answerer) -> None:
    where = Selection(when=general(2019), winner=("conservative",), lost_by=("labour",))
    answer = answerer.answer(contests(where, limit=6))
    assert answer.headline.startswith("54 seats")
    assert answer.headline.endswith("and 48 more.")


def test_nothing_that_fits_is_an_answer(answerer: Answerer) -> None:
    answer = answerer.answer(how_many(Selection(when=general(2010), winner=("reform-uk",))))
    assert answer.kind is Kind.ANSWER
    assert answer.headline == "No seats won by Reform UK at the 2010 general election (0)."


def test_a_year_without_by_elections(answerer: Answerer) -> None:
    answer = answerer.answer(contests(Selection(when=by_elections(2020))))
    assert (answer.kind, answer.headline) == (Kind.ANSWER, "No by-election was held in 2020.")


@pytest.mark.parametrize(
    "where",
    [
        Selection(when=by_elections(2031)),
        Selection(when=general(1997), outcome=Outcome.GAIN),
        Selection(when=general(1918), lost_by=("liberal",)),
    ],
)
def test_what_is_not_held_is_never_called_none(answerer: Answerer, where: Selection) -> None:
    answer = answerer.answer(how_many(where))
    assert (answer.kind, answer.reason) == (Kind.DECLINE, Reason.NOT_HELD)
    assert answer.examples


def test_seats_lost_follow_from_the_totals_where_hold_or_gain_is_not_held(answerer: Answerer) -> None:
    answer = answerer.answer(how_many(Selection(when=general(1997), lost_by=("conservative",))))
    assert answer.kind is Kind.ANSWER
    assert "171 seats fewer than before (165 after 336 at the 1992 general election" in answer.headline
    assert answer.notes[0].startswith("Hold or gain by seat is not held")


def test_women_elected_are_published_where_they_cannot_be_counted(answerer: Answerer) -> None:
    where = Selection(when=general(1997), gender="female", place=1)
    assert answerer.answer(how_many(where, Of.CANDIDACIES)).headline.startswith("120 women were elected")


def test_candidates_that_are_not_held_by_name_are_not_counted(answerer: Answerer) -> None:
    answer = answerer.answer(how_many(Selection(when=general(1992)), Of.CANDIDACIES))
    assert (answer.kind, answer.reason) == (Kind.DECLINE, Reason.NOT_HELD)


def test_a_gap_is_told(answerer: Answerer) -> None:
    answer = answerer.answer(contests(Selection(when=general(1992), lost_by=("conservative",))))
    assert answer.notes[0].startswith("Hold or gain is not held for ")


@pytest.mark.parametrize(("expected", "opening"), [(5, "5 seats won"), (7, "Not 7: 5 seats won")])
def test_a_number_taken_for_granted_is_checked(answerer: Answerer, expected: int, opening: str) -> None:
    where = Selection(when=general(2024), winner=("reform-uk",))
    answer = answerer.answer(Listing(where=where, of=Of.CONTESTS, expected=expected))
    assert answer.headline.startswith(opening)


@pytest.mark.parametrize(("year", "first"), [(2022, "Yes: 6 by-elections in 2022"), (2020, "No by-election was held")])
def test_whether_there_was_any(answerer: Answerer, year: int, first: str) -> None:
    answer = answerer.answer(Count(where=Selection(when=by_elections(year)), of=Of.CONTESTS, whether=True))
    assert answer.headline.startswith(first)
