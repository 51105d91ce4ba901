"""Prime Ministers, party leaders and Speakers, on the real facts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.answering.answer import Answer, Kind, Reason
from bot.answering.answerer import Answerer
from knowledge.query import OfficeHolder

Text = Callable[[Answer], str]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (
            OfficeHolder(after="eden"),
            "Harold Macmillan (Conservative) followed Anthony Eden as Prime Minister on 10 January",
        ),
        (
            OfficeHolder(after="wilson", at=date(1976, 1, 1), until=date(1976, 12, 31)),
            "James Callaghan (Labour) followed Harold Wilson as Prime Minister on 5 April 1976.",
        ),
        (OfficeHolder(before="Eden"), "Winston Churchill (Conservative) was Prime Minister before Anthony Eden"),
        (OfficeHolder(at=date(1950, 1, 1)), "Clement Attlee (Labour) was Prime Minister on 1 January 1950"),
        (
            OfficeHolder(at=date(1950, 1, 1), until=date(1950, 12, 31)),
            "Clement Attlee (Labour) was Prime Minister in 1950",
        ),
        (OfficeHolder(person="thatcher"), "Prime Minister from 4 May 1979 to 28 November 1990"),
        (
            OfficeHolder(person="mnis-8"),
            "Theresa May (Conservative) was Prime Minister from 13 July 2016 to 24 July 2019",
        ),
        (OfficeHolder(person="thatcher", at=date(1985, 1, 1)), "Yes: Margaret Thatcher was Prime Minister"),
        (OfficeHolder(person="thatcher", at=date(1995, 1, 1)), "No: Margaret Thatcher was not Prime Minister"),
        (OfficeHolder(person="mnis-185"), "No: Jeremy Corbyn is not held as Prime Minister at any time since"),
        (OfficeHolder(at=date(1945, 7, 26)), "On 26 July 1945 Clement Attlee (Labour) followed Winston Churchill"),
        (
            OfficeHolder(office="party-leader", party="labour", at=date(2017, 6, 8)),
            "Jeremy Corbyn was leader of Labour on 8 June 2017",
        ),
        (OfficeHolder(office="speaker", at=date(1995, 1, 1)), "Betty Boothroyd was Speaker of the House of Commons"),
        (OfficeHolder(party="labour", end="first"), "The first Prime Minister of Labour was Ramsay MacDonald"),
        (OfficeHolder(party="liberal", end="last"), "The last Prime Minister of the Liberals was David Lloyd George"),
        (
            OfficeHolder(after="churchill", at=date(1955, 1, 1), until=date(1955, 12, 31)),
            "Anthony Eden (Conservative) followed Winston Churchill as Prime Minister on 6 April 1955",
        ),
        (OfficeHolder(office="speaker", after="bercow"), "Lindsay Hoyle followed John Bercow"),
    ],
)
def test_who_held_the_office(answerer: Answerer, query: OfficeHolder, said: str) -> None:
    answer = answerer.answer(query)
    assert answer.kind is Kind.ANSWER
    assert said in answer.headline
    assert answer.sources or answer.headline.startswith("No")


def test_each_time_of_somebody_with_two_is_followed(answerer: Answerer) -> None:
    headline = answerer.answer(OfficeHolder(after="wilson")).headline
    assert "Edward Heath (Conservative) followed Harold Wilson" in headline
    assert "James Callaghan (Labour) followed Harold Wilson" in headline


def test_a_year_of_three(answerer: Answerer) -> None:
    headline = answerer.answer(OfficeHolder(at=date(2022, 1, 1), until=date(2022, 12, 31))).headline
    assert headline.startswith("Three were Prime Minister in 2022: Boris Johnson")
    assert "Liz Truss (from 6 September 2022 to 25 October 2022)" in headline


def test_many_are_named_without_dates_and_listed_with_them(answerer: Answerer, text: Text) -> None:
    answer = answerer.answer(OfficeHolder(at=date(1945, 1, 1), until=date(2019, 12, 31)))
    assert answer.headline.startswith("15 people were Prime Minister from 1945 to 2019")
    assert "- Harold Wilson (Labour): from 4 March 1974 to 5 April 1976" in text(answer)


def test_now_is_the_date_of_the_data(answerer: Answerer) -> None:
    assert "the date of the data" in answerer.answer(OfficeHolder()).headline


@pytest.mark.parametrize(
    "query",
    [
        OfficeHolder(at=date(1800, 1, 1)),
        OfficeHolder(after="nobody of that name"),
        OfficeHolder(office="party-leader", party="workers-party-of-britain"),
    ],
)
def test_what_is_not_held_is_declined(answerer: Answerer, query: OfficeHolder) -> None:
    answer = answerer.answer(query)
    assert (answer.kind, answer.reason) == (Kind.DECLINE, Reason.NOT_HELD)
    assert answer.examples
