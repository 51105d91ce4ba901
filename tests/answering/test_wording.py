"""Figures, dates, lists and names as they are worded everywhere."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from bot.answering import wording
from bot.answering.answerer import Answerer
from knowledge.query import Between, Check, ExpectedStood, InYears, OnDay, Selection


@pytest.mark.parametrize(
    ("fraction", "shown"), [(0.442, "44.2%"), (0.4425, "44.3%"), (0.00049, "0.0%"), (-0.0905, "-9.1%"), (1, "100.0%")]
)
def test_percent_has_one_decimal_and_rounds_halves_up(fraction: float, shown: str) -> None:
    assert wording.percent(fraction) == shown


def test_changes_carry_their_sign() -> None:
    assert [wording.signed(x) for x in (0.085, -0.09, 0.0004, -0.0004)] == ["+8.5", "-9.0", "0.0", "0.0"]
    assert [wording.moved(x) for x in (0.085, -0.01, 0)] == [
        "up 8.5 points",
        "down 1.0 point",
        "unchanged (0.0 points)",
    ]
    assert [wording.signed_number(x) for x in (438, -1438, 0)] == ["+438", "-1,438", "0"]


def test_numbers_nouns_and_places() -> None:
    assert wording.number(13748) == "13,748"
    assert [wording.counted(n, "vote") for n in (0, 1, 2147)] == ["0 votes", "1 vote", "2,147 votes"]
    assert [wording.ordinal(n) for n in (1, 2, 10, 11, 12, 13, 21, 22, 23, 24, 111)] == [
        "first",
        "second",
        "tenth",
        "11th",
        "12th",
        "13th",
        "21st",
        "22nd",
        "23rd",
        "24th",
        "111th",
    ]
    assert [wording.in_words(n) for n in (0, 7, 34)] == ["no", "seven", "34"]


def test_dates_and_times() -> None:
    assert wording.day(date(2017, 2, 23)) == "23 February 2017"
    assert wording.clock(datetime(2017, 6, 9, 3, 1)) == "03:01 on 9 June 2017"  # noqa: DTZ001
    assert wording.period_words(InYears(years=(2017, 2019), month=6)) == "in June 2017 and 2019"
    assert wording.period_words(OnDay(day=date(2017, 6, 8))) == "on 8 June 2017"
    assert wording.period_words(Between(since=date(2010, 1, 1))) == "since 1 January 2010"


def test_lists_and_articles() -> None:
    assert wording.listed([]) == ""
    assert wording.listed(["a"]) == "a"
    assert wording.listed(["a", "b", "c"], "or") == "a, b or c"
    assert wording.article("Labour hold") == "a Labour hold"
    assert wording.article("Independent gain") == "an Independent gain"
    assert wording.article("UK Independence Party gain") == "a UK Independence Party gain"
    assert wording.possessive("Trudy Harrison") == "Trudy Harrison's"
    assert wording.possessive("the Liberal Democrats") == "the Liberal Democrats'"


@pytest.mark.parametrize(
    ("party", "subject", "short"),
    [
        ("conservative", "the Conservatives", "Con"),
        ("labour", "Labour", "Lab"),
        ("snp", "the Scottish National Party", "SNP"),
        ("green", "the Greens", "Green"),
        ("ukip", "the UK Independence Party", "UKIP"),
        ("sinn-fein", "Sinn Féin", "SF"),
        ("plaid-cymru", "Plaid Cymru", "PC"),
        ("reform-uk", "Reform UK", "RUK"),
        ("brexit-party", "the Brexit Party", "BRX"),
    ],
)
def test_parties(answerer: Answerer, party: str, subject: str, short: str) -> None:
    assert answerer.words.the_party(party) == subject
    assert answerer.words.short(party) == short


def test_a_party_that_is_not_held_keeps_its_id(answerer: Answerer) -> None:
    assert answerer.words.party("no-such-party") == "No Such Party"
    assert answerer.words.the_party(None) == "a party not held"


def test_sources_are_named_once_and_in_order(answerer: Answerer) -> None:
    found = answerer.words.sources(["general-election-2017", "general-election-2015", "general-election-2017"])
    assert [source.title for source in found] == ["General election 2017: results", "General election 2015: results"]


def test_what_is_no_party_is_named_as_what_it_is(answerer: Answerer) -> None:
    words = answerer.words
    assert words.the_party("speaker") == "the Speaker"
    assert words.parties(["governing-party", "speaker"], "or") == "the governing party or the Speaker"
    assert words.the_party("sdp-liberal-alliance") == "the SDP-Liberal Alliance"
    assert words.the_party("alliance") == "Alliance"


def test_articles_of_parties(answerer: Answerer) -> None:
    words = answerer.words
    assert words.the_party("your-party") == "Your Party"
    assert words.the_party("the-independent-group-for-change") == "the Independent Group for Change"
    assert words.before_noun("the-independent-group-for-change") == "Independent Group for Change"
    where = Selection(seats=("bath",), when=InYears(years=(2019,)), parties=("the-independent-group-for-change",))
    headline = answerer.answer(Check(where=where, expect=(ExpectedStood(),))).headline
    assert headline.startswith("No: no Independent Group for Change candidate stood in Bath")
