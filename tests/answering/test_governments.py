"""Governments, majorities and hung parliaments, on the real facts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.answering.answer import Answer, Kind, Reason
from bot.answering.answerer import Answerer
from knowledge.query import AnyTime, Between, Governments, InYears, When

Text = Callable[[Answer], str]


def year(number: int, month: int | None = None) -> InYears:
    return InYears(years=(number,), month=month)


def test_hung_parliaments_are_listed_with_their_window(answerer: Answerer) -> None:
    headline = answerer.answer(Governments(when=AnyTime(), ask="hung")).headline
    assert headline.startswith(
        "Five of the 29 general elections from 1918 to 2024 held here returned a hung parliament"
    )
    assert headline.endswith("1923, 1929, February 1974, 2010 and 2017.")


@pytest.mark.parametrize(("number", "yes"), [(2010, "Yes"), (2015, "No"), (2017, "Yes"), (1950, "No")])
def test_whether_one_was_hung(answerer: Answerer, number: int, yes: str) -> None:
    assert answerer.answer(Governments(when=year(number), ask="hung")).headline.startswith(f"{yes}: ")


def test_most_seats_with_fewer_votes(answerer: Answerer) -> None:
    headline = answerer.answer(Governments(when=AnyTime(), ask="seats-without-votes")).headline
    assert headline.startswith("Yes: ")
    assert "at the 1951 general election the Conservatives won 321 seats" in headline
    assert "at the February 1974 general election Labour won 301 seats" in headline
    assert answerer.answer(Governments(when=year(2017), ask="seats-without-votes")).headline.startswith("No: ")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (Governments(when=year(2024), ask="majority"), "overall majority of 172 under Keir Starmer"),
        (Governments(ask="majority", leader="starmer"), "overall majority of 172 under Keir Starmer"),
        (Governments(when=year(1974, 10), ask="majority"), "319 of 635 seats"),
        (Governments(when=year(1951), ask="majority", leader="Churchill"), "321 of 625 seats"),
        (
            Governments(when=year(2017), ask="majority"),
            "No party had an overall majority after the 2017 general election",
        ),
        (Governments(when=year(1945)), "Clement Attlee"),
        (Governments(), "Keir Starmer"),
    ],
)
def test_governments_and_majorities(answerer: Answerer, query: Governments, said: str) -> None:
    answer = answerer.answer(query)
    assert answer.kind is Kind.ANSWER
    assert said in answer.headline


def test_all_governments_of_a_leader_without_a_time(answerer: Answerer) -> None:
    headline = answerer.answer(Governments(ask="majority", leader="thatcher")).headline
    assert [number for number in ("1979", "1983", "1987") if number not in headline] == []


def test_a_leader_who_formed_none(answerer: Answerer) -> None:
    headline = answerer.answer(Governments(when=year(2017), leader="corbyn")).headline
    assert headline.startswith("Corbyn formed no government after the 2017 general election: Theresa May")


def test_a_leader_who_is_not_held(answerer: Answerer) -> None:
    answer = answerer.answer(Governments(leader="somebody else"))
    assert (answer.kind, answer.reason) == (Kind.DECLINE, Reason.NOT_HELD)


def test_a_year_without_an_election(answerer: Answerer) -> None:
    assert answerer.answer(Governments(when=year(2018))).headline.startswith("No general election was held in 2018.")


def test_when_general_elections_were_held(answerer: Answerer) -> None:
    def headline(when: When) -> str:
        return answerer.answer(Governments(when=when, ask="dates")).headline

    assert headline(year(2017)) == "The 2017 general election was held on Thursday 8 June 2017."
    assert headline(year(1974)) == "Two general elections were held: 28 February 1974 and 10 October 1974."
    since = Between(since=date(1945, 1, 1))
    assert headline(since) == "22 general elections were held from 5 July 1945 to 4 July 2024."
