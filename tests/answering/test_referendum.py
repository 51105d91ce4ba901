"""Referendums, on the real facts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.answering.answer import Answer, Kind, Reason
from bot.answering.answerer import Answerer
from knowledge.query import Measure, ReferendumQuery

Text = Callable[[Answer], str]
EU = "european-union-2016"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (ReferendumQuery(referendum=EU), "Leave won with 17,410,742 votes (51.9%) to Remain 16,141,241 votes (48.1%)"),
        (ReferendumQuery(referendum=EU, area="united-kingdom"), "Leave won with 17,410,742 votes"),
        (ReferendumQuery(referendum=EU, area="Sunderland"), "Leave won with 82,394 votes (61.3%)"),
        (ReferendumQuery(referendum=EU, area="scotland"), "Remain won with 1,661,191 votes (62.0%)"),
        (
            ReferendumQuery(referendum=EU, area="copeland", option="leave"),
            "Leave got 23,528 votes (62.0%) and the most",
        ),
        (ReferendumQuery(referendum=EU, option="remain"), "Remain got 16,141,241 votes (48.1%), against Leave"),
        (ReferendumQuery(referendum=EU, measures=(Measure.TURNOUT,)), "turnout was 72.2%"),
        (ReferendumQuery(referendum="alternative-vote-2011"), "No won with 13,013,123 votes (67.9%)"),
        (ReferendumQuery(referendum="european-community-1975"), "Yes won with 17,378,581 votes (67.2%)"),
        (ReferendumQuery(referendum="scottish-independence-2014"), "No won with 2,001,926 votes (55.3%)"),
    ],
)
def test_results(answerer: Answerer, query: ReferendumQuery, said: str) -> None:
    answer = answerer.answer(query)
    assert answer.kind is Kind.ANSWER
    assert said in answer.headline
    assert not answer.headline.startswith(("Yes", "No"))
    assert answer.sources


def test_an_area_is_told_beside_the_whole(answerer: Answerer, text: Text) -> None:
    told = text(answerer.answer(ReferendumQuery(referendum=EU, area="Sunderland")))
    assert "- Leave: 82,394 votes (61.3%)" in told
    assert "- Leave: 17,410,742 votes (51.9%)" in told
    assert "Held for 381 counting areas." in told


def test_a_seat_is_no_counting_area_and_the_nearest_by_name_is_offered(answerer: Answerer) -> None:
    answer = answerer.answer(ReferendumQuery(referendum=EU, area="stoke-on-trent-central"))
    assert (answer.kind, answer.reason) == (Kind.DECLINE, Reason.NOT_HELD)
    assert "Stoke-on-Trent." in answer.headline
    assert answer.examples


def test_a_referendum_that_is_not_held(answerer: Answerer) -> None:
    answer = answerer.answer(ReferendumQuery(referendum="nowhere-1900"))
    assert (answer.kind, answer.reason) == (Kind.DECLINE, Reason.NOT_HELD)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (ReferendumQuery(referendum=EU, option="leave", check=True), "Yes: referendum on membership"),
        (ReferendumQuery(referendum=EU, option="remain", check=True), "No: referendum on membership"),
        (ReferendumQuery(referendum=EU, area="Sunderland", option="leave", check=True), "Yes: Sunderland, referendum"),
        (ReferendumQuery(referendum="alternative-vote-2011", option="no", check=True), "Yes: "),
        (ReferendumQuery(referendum="european-community-1975", option="no", check=True), "No: "),
    ],
)
def test_whether_an_option_won(answerer: Answerer, query: ReferendumQuery, said: str) -> None:
    assert answerer.answer(query).headline.startswith(said)


def test_whether_an_option_won_gives_both_counts(answerer: Answerer) -> None:
    headline = answerer.answer(ReferendumQuery(referendum=EU, option="remain", check=True)).headline
    assert headline.endswith("Remain lost with 16,141,241 votes (48.1%), against Leave 17,410,742 votes (51.9%).")


def test_shares_are_of_the_votes_not_of_rounded_shares(answerer: Answerer) -> None:
    asked = ReferendumQuery(referendum="european-community-1975", area="Northern Ireland")
    assert "Yes won with 259,251 votes (52.1%) to No 237,911 votes (47.9%)" in answerer.answer(asked).headline
