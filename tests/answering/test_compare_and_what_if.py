"""Comparisons with their difference, and arithmetic with its sum."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.answering.answer import Answer, Kind, Reason, Table
from bot.answering.answerer import Answerer
from knowledge.models.elections import ElectionKind
from knowledge.query import (
    Between,
    Compare,
    Count,
    Figure,
    Measure,
    Of,
    Result,
    Selection,
    Totals,
    Transfer,
    WhatIf,
)
from knowledge.store.store import Store
from tests.answering.asking import BY_ELECTION, FEBRUARY_2017, ORPINGTON_1962, ids, seat, year

Text = Callable[[Answer], str]


def of(where: Selection, *measures: Measure) -> Figure:
    return Figure(where=where, measures=measures)


def test_two_years_of_a_seat(answerer: Answerer) -> None:
    answer = answerer.answer(
        Compare(
            sides=(of(seat("foyle", year(2010)), Measure.MAJORITY), of(seat("foyle", year(2017)), Measure.MAJORITY))
        )
    )
    assert answer.kind is Kind.ANSWER
    assert answer.headline == (
        "Majority: 4,824 (12.7 points) in Foyle at the 2010 general election and 169 (0.4 points) in Foyle at the 2017"
        " general election, a difference of 4,655 votes."
    )


def test_the_difference_is_of_the_figures_shown(answerer: Answerer) -> None:
    sides = (
        of(seat("copeland", BY_ELECTION), Measure.TURNOUT),
        of(seat("stoke-on-trent-central", FEBRUARY_2017), Measure.TURNOUT),
    )
    headline = answerer.answer(Compare(sides=sides)).headline
    assert "51.3%" in headline
    assert "38.1%" in headline
    assert headline.endswith("a difference of 13.2 points.")


def test_which_is_higher(answerer: Answerer, store: Store) -> None:
    people = ids(store, "Count Binface")
    sides = (
        of(seat("clacton", people=people), Measure.VOTES),
        of(seat("richmond-and-northallerton", people=people), Measure.VOTES),
    )
    headline = answerer.answer(Compare(sides=sides, prefer="higher")).headline
    assert headline.startswith(
        "Count Binface (Count Binface Party) at the Clacton by-election of 13 August 2026 had more"
    )
    assert "9,455 votes" in headline
    assert "308 votes" in headline
    lower = answerer.answer(Compare(sides=sides, prefer="lower")).headline
    assert lower.startswith("Count Binface (Count Binface Party) in Richmond and Northallerton")


def test_two_candidates_of_one_contest(answerer: Answerer, store: Store) -> None:
    sides = (
        of(seat("islington-north", year(2024), people=ids(store, "Jeremy Corbyn")), Measure.VOTES),
        of(seat("islington-north", year(2024), parties=("labour",)), Measure.VOTES),
    )
    headline = answerer.answer(Compare(sides=sides)).headline
    assert "24,120 votes (49.2%) for Jeremy Corbyn (Independent)" in headline
    assert "16,873 votes (34.4%) for Praful Nargund (Labour)" in headline
    assert "7,247" in headline


def test_parties_in_a_nation(answerer: Answerer) -> None:
    where = {"areas": ("england",), "when": year(2005)}
    sides = (
        Totals(where=Selection(parties=("conservative",), **where), measures=(Measure.VOTES,)),
        Totals(where=Selection(parties=("labour",), **where), measures=(Measure.VOTES,)),
    )
    headline = answerer.answer(Compare(sides=sides, prefer="higher")).headline
    assert headline.startswith("The Conservatives in England at the 2005 general election had more votes")
    assert "35.7%" in headline or "35.8%" in headline


def test_two_general_elections(answerer: Answerer) -> None:
    sides = tuple(Totals(where=Selection(when=year(y)), measures=(Measure.TURNOUT,)) for y in (2024, 2019))
    headline = answerer.answer(Compare(sides=sides)).headline
    assert "59.7%" in headline
    assert "67.3%" in headline


def test_votes_and_share_that_point_apart_are_both_told(answerer: Answerer) -> None:
    sides = tuple(
        of(seat("copeland", when, parties=("conservative",)), Measure.VOTES) for when in (year(2015), BY_ELECTION)
    )
    headline = answerer.answer(Compare(sides=sides, prefer="higher")).headline
    assert headline.startswith(
        "Stephen Haraldsen (Conservative) in Copeland at the 2015 general election had more votes"
    )
    assert "by share it was Trudy Harrison (Conservative) at the Copeland by-election of 23 February 2017" in headline


def test_two_results_get_a_table_of_shares(answerer: Answerer) -> None:
    answer = answerer.answer(
        Compare(sides=(Result(where=seat("copeland", year(2015))), Result(where=seat("copeland", BY_ELECTION))))
    )
    tables = [block for block in answer.blocks if isinstance(block, Table)]
    assert tables[1].title == "Shares of the vote"
    assert ("Conservative", "35.8%", "44.3%", "+8.5") in tables[1].rows


def test_counts(answerer: Answerer) -> None:
    sides = tuple(
        Count(where=Selection(winner=(party,), when=Between(kind=ElectionKind.BY_ELECTION)), of=Of.CONTESTS)
        for party in ("labour", "conservative")
    )
    answer = answerer.answer(Compare(sides=sides, prefer="higher"))
    assert answer.kind is Kind.ANSWER
    assert "by-elections won by Labour" in answer.headline
    assert "a difference of" in answer.headline


def test_a_side_that_is_missing_is_told(answerer: Answerer) -> None:
    sides = tuple(
        of(seat(place, year(2024), parties=("reform-uk",)), Measure.VOTES) for place in ("chorley", "ashfield")
    )
    headline = answerer.answer(Compare(sides=sides)).headline
    assert headline.startswith("No Reform UK candidate stood in Chorley")
    assert "17,062 votes" in headline


def test_nothing_to_compare_is_declined(answerer: Answerer) -> None:
    sides = tuple(of(seat(place, year(2018)), Measure.VOTES) for place in ("bath", "foyle"))
    answer = answerer.answer(Compare(sides=sides))
    assert (answer.kind, answer.reason) == (Kind.DECLINE, Reason.NOT_HELD)


def moved(answerer: Answerer, where: Selection, giver: tuple[str, ...], receiver: str, fraction: float = 1) -> Answer:
    return answerer.answer(
        WhatIf(where=where, transfers=(Transfer(giver=giver, receiver=receiver, fraction=fraction),))
    )


def test_votes_moved_to_the_winner(answerer: Answerer, text: Text) -> None:
    answer = moved(answerer, seat("godalming-and-ash", year(2024)), ("reform-uk",), "conservative")
    assert answer.headline.startswith("By arithmetic alone, Jeremy Hunt (Conservative) would still have won")
    assert "by 5,706 votes" in answer.headline
    assert "Conservative 23,293 + 4,815 (Reform UK) = 28,108" in answer.headline
    assert "not a forecast and not what happened" in text(answer)


def test_votes_moved_from_two_parties(answerer: Answerer) -> None:
    headline = moved(answerer, seat("copeland", BY_ELECTION), ("green", "liberal-democrat"), "labour").headline
    assert "Gillian Troughton (Labour) would have won the Copeland by-election of 23 February 2017 by 620" in headline
    assert "Labour 11,601 + 515 (Green Party) + 2,252 (Liberal Democrat) = 14,368" in headline


def test_half_of_the_votes(answerer: Answerer) -> None:
    headline = moved(answerer, seat("copeland", BY_ELECTION), ("liberal-democrat",), "labour", 0.5).headline
    assert "Labour 11,601 + 1,126 (Liberal Democrat) = 12,727" in headline
    assert "Trudy Harrison (Conservative) would still have won" in headline


def test_a_giver_that_did_not_stand(answerer: Answerer) -> None:
    headline = moved(answerer, seat("copeland", BY_ELECTION), ("brexit-party",), "labour").headline
    assert "the Brexit Party had no votes there to move" in headline


@pytest.mark.parametrize(
    ("giver", "receiver", "opening"),
    [
        (
            ("green", "liberal-democrat"),
            "labour",
            "Yes, by arithmetic alone: Gillian Troughton (Labour) would have won",
        ),
        (("green",), "labour", "No, by arithmetic alone: Trudy Harrison (Conservative) would still have won"),
        (("ukip",), "conservative", "Yes, by arithmetic alone: Trudy Harrison (Conservative) would still have won"),
        (("green",), "brexit-party", "No, by arithmetic alone: nothing changes"),
    ],
)
def test_whether_it_would_have_been_enough(
    answerer: Answerer, giver: tuple[str, ...], receiver: str, opening: str
) -> None:
    transfer = Transfer(giver=giver, receiver=receiver)
    answer = answerer.answer(WhatIf(where=seat("copeland", BY_ELECTION), transfers=(transfer,), check=True))
    assert answer.headline.startswith(opening)


def test_how_many_would_have_had_to_switch(answerer: Answerer) -> None:
    headline = answerer.answer(WhatIf(where=seat("copeland", BY_ELECTION), ask="to-switch")).headline
    assert "1,074 voters switching from Trudy Harrison (Conservative) to Gillian Troughton (Labour)" in headline
    assert "13,748 - 11,601 = 2,147" in headline


def test_how_many_short_a_party_was(answerer: Answerer) -> None:
    where = seat("copeland", BY_ELECTION, parties=("ukip",))
    headline = answerer.answer(WhatIf(where=where, ask="to-win")).headline
    assert "Fiona Mills (UK Independence Party) was 11,723 votes short" in headline


@pytest.mark.parametrize("ask", ["to-win", "to-switch"])
def test_sums_need_votes(answerer: Answerer, ask: str) -> None:
    answer = answerer.answer(WhatIf.model_validate({"where": ORPINGTON_1962, "ask": ask}))
    assert (answer.kind, answer.reason) == (Kind.DECLINE, Reason.NOT_HELD)


def test_a_hold_shown_below_a_sum_or_a_comparison_has_its_basis(answerer: Answerer) -> None:
    richmond = seat("richmond-park", year(2017))
    sides = tuple(
        Figure(where=seat(name, year(2017)), measures=(Measure.MAJORITY,)) for name in ("richmond-park", "bath")
    )
    for query in (WhatIf(where=richmond, ask="to-win"), Compare(sides=sides)):
        notes = answerer.answer(query).notes
        assert any(note.startswith("Basis: Conservative hold is as published") for note in notes)
        assert any(note.startswith("Against the by-election of 1 December 2016") for note in notes)
