"""Rankings and aggregates, on the real facts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.answering.answer import Answer, Kind, Reason
from bot.answering.answerer import Answerer
from knowledge.models.elections import ElectionKind
from knowledge.query import (
    GOVERNING,
    Aggregate,
    AnyTime,
    Between,
    InYears,
    Listing,
    Measure,
    Of,
    Outcome,
    Rank,
    Selection,
)

Text = Callable[[Answer], str]
GENERAL, BY_ELECTION = ElectionKind.GENERAL, ElectionKind.BY_ELECTION


def year(number: int) -> InYears:
    return InYears(years=(number,), kind=GENERAL)


def highest(measure: Measure, where: Selection, of: Of = Of.CONTESTS, limit: int = 1) -> Rank:
    return Rank(where=where, of=of, measure=measure, limit=limit)


def lowest(measure: Measure, where: Selection, of: Of = Of.CONTESTS, limit: int = 1) -> Rank:
    return Rank(where=where, of=of, measure=measure, limit=limit, highest=False)


ANY_BY_ELECTION = Selection(when=AnyTime(kind=BY_ELECTION))
CASES = [
    (
        lowest(Measure.MAJORITY, Selection(when=year(2017))),
        ["at the 2017 general election", "2 votes", "North East Fife"],
    ),
    (highest(Measure.MAJORITY, Selection(when=year(2017)), limit=3), ["Knowsley 42,214", "East Ham", "Hackney South"]),
    (lowest(Measure.MAJORITY, Selection(when=year(1997))), ["Winchester", "2 votes", "Mark Oaten"]),
    (highest(Measure.MAJORITY, Selection(when=year(1992), winner=("conservative",))), ["36,230", "Huntingdon"]),
    (lowest(Measure.MAJORITY, Selection(when=year(2015), winner=("conservative",))), ["27 votes", "Gower"]),
    (highest(Measure.CANDIDATES, ANY_BY_ELECTION), ["34", "Clacton", "13 August 2026", "held here"]),
    (highest(Measure.TURNOUT, Selection(when=year(2017))), ["79.5%", "Twickenham"]),
    (lowest(Measure.TURNOUT, Selection(when=year(2015))), ["51.3%", "Stoke-on-Trent Central"]),
    (lowest(Measure.DECLARED_AT, Selection(when=year(2017))), ["Newcastle upon Tyne Central", "23:01"]),
    (
        lowest(Measure.VOTES, Selection(when=year(2024), place=1), Of.CANDIDACIES),
        ["6,692", "Torcuil Crichton", "for a winner"],
    ),
    (
        highest(Measure.SHARE, Selection(when=year(2024), parties=("green",)), Of.CANDIDACIES),
        ["56.6%", "Bristol Central", "for the Greens"],
    ),
    (
        highest(Measure.SHARE, Selection(when=year(2010), parties=("british-national-party",)), Of.CANDIDACIES),
        ["14.6%", "Barking"],
    ),
    (
        lowest(Measure.MAJORITY, Selection(seats=("upper-bann",), when=Between(since=date(2010, 1, 1)))),
        ["2,264", "2015 general election", "from 2010 to 2024 held here"],
    ),
    (
        highest(Measure.TURNOUT, Selection(when=year(2019), areas=("wales",), lost_by=("labour",))),
        ["Ynys Môn", "seats lost by Labour in Wales", "70.4%"],
    ),
    (
        highest(Measure.SWING, Selection(when=year(2024), parties=("conservative", "reform-uk"))),
        ["from the Conservatives to Reform UK", "34.4%", "Ashfield"],
    ),
    (
        lowest(Measure.SEATS, Selection(when=Between(since=date(2010, 1, 1)), parties=("labour",)), Of.ELECTIONS),
        ["202", "2019", "5 general elections from 2010 to 2024 held here"],
    ),
    (
        highest(Measure.DATE, Selection(when=AnyTime(kind=BY_ELECTION), winner=(GOVERNING,), outcome=Outcome.GAIN)),
        [
            "The last by-election gained by the governing party, of the 11 from",
            "to 2026 held here, was the Hartlepool by-election of 6 May 2021: Jill Mortimer",
        ],
    ),
    (
        lowest(Measure.MAJORITY, Selection(when=AnyTime(kind=GENERAL))),
        ["held here, of those whose majority is held, was"],
    ),
    (highest(Measure.MAJORITY, ANY_BY_ELECTION), ["16,537", "Batley and Spen", "from 2011 to 2026 held here"]),
    (highest(Measure.DEPOSITS_LOST, Selection(when=year(2019)), Of.PARTIES), ["the most lost deposits", "466"]),
    (
        lowest(Measure.VOTES, Selection(when=year(2024)), Of.PARTIES),
        ["Independents for Direct Democracy had the fewest votes at the 2024 general election: 45 votes"],
    ),
    (
        lowest(Measure.SEATS, Selection(when=year(2024)), Of.PARTIES),
        ["of the parties with a seat or at least 0.2% of the votes"],
    ),
    (lowest(Measure.VOTES, Selection(when=year(1951)), Of.PARTIES), ["of the parties counted apart from the others"]),
    (highest(Measure.VOTES, Selection(when=year(2015), areas=("wales",)), Of.PARTIES, 3), ["Labour 552,473", "UKIP"]),
]


@pytest.mark.parametrize(("query", "said"), CASES)
def test_superlatives(answerer: Answerer, query: Rank, said: list[str]) -> None:
    answer = answerer.answer(query)
    assert answer.kind is Kind.ANSWER
    assert [part for part in said if part not in answer.headline] == []
    assert " ever" not in answer.headline


def test_what_the_governing_party_gained(answerer: Answerer) -> None:
    gained = Selection(when=AnyTime(kind=BY_ELECTION), winner=(GOVERNING,), outcome=Outcome.GAIN)
    answer = answerer.answer(Listing(where=gained, of=Of.CONTESTS))
    # No Liberal who beat the Coalition of 1918, no Labour gain while MacDonald led the National Government.
    for seat in ("Leyton West", "Bodmin", "Wakefield", "Fulham East", "Wavertree", "Wandsworth"):
        assert seat not in answer.headline, seat
    for seat in ("Woolwich East", "Liverpool Scotland", "Sunderland South", "Mitcham and Morden", "Copeland"):
        assert seat in answer.headline, seat
    assert any("Liberals from 1919 to 1922" in note for note in answer.notes)
    thirties = gained.model_copy(
        update={"when": Between(since=date(1930, 1, 1), until=date(1939, 12, 31), kind=BY_ELECTION)}
    )
    none = answerer.answer(Listing(where=thirties, of=Of.CONTESTS))
    assert none.headline.startswith("No by-elections gained by the governing party")
    assert any("1931 to 1935" in note for note in none.notes)


@pytest.mark.parametrize(
    ("since", "until"), [(date(1919, 1, 1), date(2026, 8, 13)), (date(1982, 6, 4), date(2017, 2, 22))]
)
def test_what_is_not_held_is_said_once_of_the_found_and_of_none(answerer: Answerer, since: date, until: date) -> None:
    when = Between(since=since, until=until, kind=BY_ELECTION)
    gained = Selection(when=when, winner=(GOVERNING,), outcome=Outcome.GAIN)
    for answer in (
        answerer.answer(Rank(where=gained, of=Of.CONTESTS, measure=Measure.DATE)),
        answerer.answer(Listing(where=gained, of=Of.CONTESTS)),
    ):
        [_] = [note for note in answer.notes if note.startswith("Hold or gain is not held for")]
        assert len(set(answer.notes)) == len(answer.notes)


@pytest.mark.parametrize(
    ("nth", "said"), [(1, "smallest majority at"), (2, "The second smallest majority"), (3, "21 votes")]
)
def test_only_the_nth(answerer: Answerer, nth: int, said: str) -> None:
    where = Selection(when=year(2017))
    query = Rank(where=where, of=Of.CONTESTS, measure=Measure.MAJORITY, highest=False, nth=nth)
    assert said in answerer.answer(query).headline


def test_the_third_party(answerer: Answerer) -> None:
    query = Rank(where=Selection(when=year(2015)), of=Of.PARTIES, measure=Measure.VOTES, nth=3)
    assert answerer.answer(query).headline.startswith("The UK Independence Party had the third most votes")


def test_ties_are_all_named(answerer: Answerer) -> None:
    headline = answerer.answer(lowest(Measure.MAJORITY, Selection(when=AnyTime(kind=GENERAL)))).headline
    assert "2 votes, shared by 2" in headline
    assert "Winchester, 1997 general election" in headline
    assert "North East Fife, 2017 general election" in headline


def test_many_ties_are_counted(answerer: Answerer) -> None:
    headline = answerer.answer(lowest(Measure.CANDIDATES, Selection(when=year(2017)))).headline
    assert "shared by" in headline
    assert "more" in headline


def test_the_next_in_order_follow(answerer: Answerer, text: Text) -> None:
    told = text(answerer.answer(lowest(Measure.MAJORITY, Selection(when=year(2017)))))
    assert "1. North East Fife" in told
    assert "5. Newcastle-under-Lyme" in told


def test_a_figure_held_for_some_contests_says_for_how_many(answerer: Answerer) -> None:
    answer = answerer.answer(lowest(Measure.MAJORITY, Selection(when=year(1997))))
    assert answer.notes[0].startswith("Majority is held for ")


def test_a_figure_held_for_none_is_declined(answerer: Answerer) -> None:
    answer = answerer.answer(lowest(Measure.DECLARED_AT, Selection(when=year(2024))))
    assert (answer.kind, answer.reason) == (Kind.DECLINE, Reason.NOT_HELD)
    assert answer.examples


def test_a_year_without_a_contest(answerer: Answerer) -> None:
    answer = answerer.answer(lowest(Measure.MAJORITY, Selection(when=year(2018))))
    assert answer.headline == "No general election was held in 2018."


@pytest.mark.parametrize(
    ("function", "said"),
    [("average", "was 3,168 votes (mean of 59 contests)"), ("median", "median majority in Scotland"), ("sum", "total")],
)
def test_aggregates(answerer: Answerer, function: str, said: str) -> None:
    query = Aggregate.model_validate(
        {
            "where": Selection(when=year(2017), areas=("scotland",)),
            "of": Of.CONTESTS,
            "measure": Measure.MAJORITY,
            "function": function,
        }
    )
    answer = answerer.answer(query)
    assert said in answer.headline
    assert "Arithmetic over 59 figures." in answer.notes


@pytest.mark.parametrize("party", ["labour", "conservative", "liberal-democrat", "green", "snp", "reform-uk"])
def test_every_party_gets_a_ranking_of_the_same_shape(answerer: Answerer, party: str) -> None:
    where = Selection(when=year(2024), parties=(party,))
    answer = answerer.answer(highest(Measure.SHARE, where, Of.CANDIDACIES))
    assert answer.headline.startswith("The highest share of the vote for ")
    assert [type(block).__name__ for block in answer.blocks] == ["Listing"]
    assert answer.colour is not None


def test_the_first_and_the_last_contests_by_date(answerer: Answerer) -> None:
    where = Selection(winner=("green",), when=AnyTime())
    second = Rank(where=where, of=Of.CONTESTS, measure=Measure.DATE, highest=False, nth=2)
    answer = answerer.answer(second)
    assert answer.headline.startswith("The second contest won by the Greens, of the ")
    assert "was Brighton Pavilion at the 2015 general election: Caroline Lucas (Green Party)" in answer.headline
    assert answer.read_as == "second earliest of contests · won by the Greens · all contests held"
    where = Selection(when=InYears(years=(2023,), kind=ElectionKind.BY_ELECTION))
    headline = answerer.answer(Rank(where=where, of=Of.CONTESTS, measure=Measure.DATE)).headline
    assert headline == (
        "The last two by-elections, of the 7 of 2023 held here: Mid Bedfordshire by-election, 19 October 2023;"
        " Tamworth by-election, 19 October 2023."
    )


@pytest.mark.parametrize(
    ("seat", "told"), [("hendon", "second smallest majority"), ("poole", "third smallest majority")]
)
def test_the_next_after_a_seat_is_named_by_its_place(answerer: Answerer, seat: str, told: str) -> None:
    where = Selection(when=InYears(years=(2024,), kind=GENERAL))
    query = Rank(where=where, of=Of.CONTESTS, measure=Measure.MAJORITY, highest=False, after=seat)
    assert told in answerer.answer(query).headline


def test_nothing_follows_a_seat_that_is_not_ranked(answerer: Answerer) -> None:
    where = Selection(when=InYears(years=(2024,), kind=GENERAL))
    query = Rank(where=where, of=Of.CONTESTS, measure=Measure.MAJORITY, highest=False, after="copeland")
    assert answerer.answer(query).kind is Kind.DECLINE


@pytest.mark.parametrize(("claimed", "first"), [(2001, "Yes: the lowest turnout"), (2024, "No: the lowest turnout")])
def test_an_election_said_to_be_the_one_is_confirmed_or_not(answerer: Answerer, claimed: int, first: str) -> None:
    ranked = Rank(
        where=Selection(when=Between(since=date(1945, 7, 5), kind=ElectionKind.GENERAL)),
        of=Of.ELECTIONS,
        measure=Measure.TURNOUT,
        highest=False,
        expected=claimed,
    )
    headline = answerer.answer(ranked).headline
    assert headline.startswith(first)
    assert "59.4%, at the 2001 general election" in headline
