"""Totals of parties and areas, on the real facts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.answering.answer import Answer, Kind, Reason
from bot.answering.answerer import Answerer
from knowledge.query import Between, InYears, Latest, Measure, OnDay, Relative, Selection, Totals, When

Text = Callable[[Answer], str]


def ask(
    answerer: Answerer, *measures: Measure, when: When | None = None, party: str | None = None, area: str | None = None
) -> Answer:
    where = Selection(when=when or Latest(), parties=(party,) if party else (), areas=(area,) if area else ())
    return answerer.answer(Totals(where=where, measures=measures))


def year(*years: int, month: int | None = None) -> InYears:
    return InYears(years=years, month=month)


@pytest.mark.parametrize(
    ("party", "when", "seats"),
    [
        ("labour", year(2024), "411 of 650"),
        ("conservative", year(2024), "121 of 650"),
        ("liberal-democrat", year(2024), "72 of 650"),
        ("conservative", OnDay(day=date(2019, 12, 12)), "365 of 650"),
        ("labour", year(2017), "262 of 650"),
        ("snp", year(2015), "56 of 650"),
        ("labour", year(1997), "418 of 659"),
        ("labour", year(1945), "393 of 640"),
        ("labour", Relative(anchor=year(2017), step=1), "202 of 650"),
        ("labour", Relative(anchor=Latest(), step=-1), "202 of 650"),
        ("liberal-democrat", year(2010), "57 of 650"),
    ],
)
def test_seats_of_a_party(answerer: Answerer, party: str, when: When, seats: str) -> None:
    answer = ask(answerer, Measure.SEATS, when=when, party=party)
    assert answer.kind is Kind.ANSWER
    assert f"won {seats} seats" in answer.headline


def test_a_party_is_told_with_seats_votes_and_share_whatever_was_asked(answerer: Answerer) -> None:
    for measure in (Measure.SEATS, Measure.VOTES, Measure.SHARE):
        headline = ask(answerer, measure, when=year(2015), party="ukip").headline
        assert "3,881,099 votes" in headline
        assert "12.6%" in headline
        assert "1 of 650 seats" in headline


@pytest.mark.parametrize(
    ("measure", "party", "when", "area", "said"),
    [
        (Measure.SHARE, "reform-uk", year(2024), "wales", "16.9% of the vote in Wales at the 2024 general election"),
        (Measure.SEATS, "liberal-democrat", year(2010), "south-west", "15 of 55 seats in the South West"),
        (Measure.SHARE, "labour", year(1966), "wales", "60.7% of the vote in Wales"),
        (Measure.DEPOSITS_LOST, "labour", year(2019), None, "lost 12 deposits (of 631 candidates)"),
        (Measure.DEPOSITS_LOST, "liberal-democrat", year(2017), None, "lost 375 deposits (of 629 candidates)"),
        (Measure.CANDIDATES, "workers-party-of-britain", year(2024), None, "put up 152 candidates"),
        (Measure.VOTES_PER_SEAT, "green", year(2024), None, "1,944,501 / 4 = 486,125"),
        (Measure.SEAT_CHANGE, "labour", year(2019), None, "202 after 262 at the 2017 general election, -60"),
        (Measure.LOSSES, "labour", year(2019), None, "lost 61 seats and gained 1 on the published basis"),
        (Measure.CHANGE, "labour", year(2017), None, "up 9.5 points on the 2015 general election (30.4% to 40.0%"),
        (Measure.WOMEN, "labour", year(2024), None, "190 women elected, 46.2% of 411 members"),
        (Measure.POSITION, "ukip", year(2015), None, "came third in votes"),
        (Measure.SECONDS, "reform-uk", year(2024), None, "came second in 98 seats"),
    ],
)
def test_figures_of_a_party(
    answerer: Answerer, *, measure: Measure, party: str, when: When, area: str | None, said: str
) -> None:
    assert said in ask(answerer, measure, when=when, party=party, area=area).headline


def test_seat_change_tells_the_notional_basis_after_a_boundary_change(answerer: Answerer, text: Text) -> None:
    assert "+211 on its notional result on the new boundaries (200)" in text(
        ask(answerer, Measure.SEATS, when=year(2024), party="labour")
    )


@pytest.mark.parametrize(
    ("measure", "when", "area", "said"),
    [
        (Measure.TURNOUT, year(2017), None, "68.8%"),
        (Measure.TURNOUT, year(2019), "scotland", "68.1%: 2,759,061 valid votes of an electorate of 4,053,056"),
        (Measure.CANDIDATES, year(2019), None, "3,320 candidates stood"),
        (Measure.WOMEN, year(2019), None, "220 women were elected"),
        (Measure.DATE, year(2017), None, "Thursday 8 June 2017"),
        (Measure.COMMONS_MAJORITY, year(2024), None, "overall majority of 172"),
        (Measure.COMMONS_MAJORITY, year(2017), None, "No party had an overall majority"),
        (Measure.SWING, year(2024), None, "in Great Britain at the 2024 general election was 11.1%"),
    ],
)
def test_figures_of_an_area(answerer: Answerer, measure: Measure, when: When, area: str | None, said: str) -> None:
    assert said in ask(answerer, measure, when=when, area=area).headline


def test_swing_shows_its_sum_and_its_direction(answerer: Answerer, text: Text) -> None:
    where = Selection(when=year(2019), parties=("conservative", "labour"), areas=("wales",))
    answer = answerer.answer(Totals(where=where, measures=(Measure.SWING,)))
    assert "5.3% from Labour to the Conservatives" in answer.headline
    assert "half the sum of the fall and the rise" in text(answer)


def test_an_election_without_a_party_names_the_winner_and_lists_all(answerer: Answerer, text: Text) -> None:
    answer = ask(answerer, when=year(2024))
    assert answer.headline.startswith("Labour won the 2024 general election: 411 of 650 seats")
    assert "Conservatives 121, Liberal Democrats 72" in answer.headline
    assert answer.headline.endswith("Speaker 1.")
    assert "Scottish National Party: seats 9" in text(answer)


def test_a_hung_parliament_has_no_winner(answerer: Answerer) -> None:
    headline = ask(answerer, when=year(2017)).headline
    assert headline.startswith("No party won a majority at the 2017 general election")
    assert "317 of 650" in headline
    assert "9 short of a majority" in headline


def test_seats_by_party_in_a_nation(answerer: Answerer) -> None:
    headline = ask(answerer, Measure.SEATS, when=year(2001), area="northern-ireland").headline
    assert "Ulster Unionists 6, DUP 5, Sinn Féin 4, SDLP 3" in headline


def test_most_votes_in_an_area(answerer: Answerer) -> None:
    headline = ask(answerer, Measure.VOTES, when=year(2005), area="england").headline
    assert headline.startswith("The Conservatives got most votes in England at the 2005 general election")
    assert "35.5%" in headline


def test_several_elections_are_set_side_by_side(answerer: Answerer, text: Text) -> None:
    answer = ask(answerer, Measure.SEATS, when=year(2017, 2019), party="snp")
    assert "35 of 650 seats" in answer.headline
    assert "48 of 650 seats" in answer.headline
    many = ask(answerer, Measure.TURNOUT, when=Between(since=date(2010, 1, 1)))
    assert "highest 68.8% at the 2017 general election" in many.headline
    assert "- 2015: turnout 66.2%" in text(many)


def test_a_year_of_two_elections_gives_both_unless_a_month_picks_one(answerer: Answerer) -> None:
    assert "February 1974" in ask(answerer, Measure.SEATS, when=year(1974), party="labour").headline
    october = ask(answerer, Measure.SEATS, when=year(1974, month=10), party="labour")
    assert "319 of 635 seats" in october.headline
    assert "February" not in october.headline


def test_a_year_without_a_general_election_says_so_and_names_the_nearest(answerer: Answerer) -> None:
    answer = ask(answerer, Measure.SEATS, when=year(2018), party="labour")
    assert answer.kind is Kind.ANSWER
    assert answer.headline == (
        "No general election was held in 2018. The nearest were on 8 June 2017 and 12 December 2019."
    )


@pytest.mark.parametrize("outside", [1850, 2031])
def test_a_year_outside_the_data_is_declined(answerer: Answerer, outside: int) -> None:
    answer = ask(answerer, when=year(outside))
    assert (answer.kind, answer.reason) == (Kind.DECLINE, Reason.NOT_HELD)
    assert answer.examples


def test_a_party_that_put_up_nobody(answerer: Answerer) -> None:
    headline = ask(answerer, Measure.SEATS, when=year(2015), party="reform-uk").headline
    assert "did not stand at the 2015 general election" in headline
    assert "0 seats" in headline


def test_what_is_not_held_is_declined_with_what_is(answerer: Answerer, text: Text) -> None:
    answer = ask(answerer, Measure.DEPOSITS_LOST, when=year(1966), party="liberal")
    assert (answer.kind, answer.reason) == (Kind.DECLINE, Reason.NOT_HELD)
    assert "Seats: 12 of 630" in text(answer)


@pytest.mark.parametrize("party", ["labour", "conservative", "liberal-democrat", "green", "snp", "ukip"])
def test_every_party_gets_an_answer_of_the_same_shape(answerer: Answerer, party: str) -> None:
    answer = ask(answerer, Measure.SEATS, when=year(2015), party=party)
    assert [type(block).__name__ for block in answer.blocks] == ["Listing"]
    assert " at the 2015 general election, with " in answer.headline
    assert answer.colour is not None
    assert answer.sources


def test_few_seats_are_named(answerer: Answerer, text: Text) -> None:
    answer = ask(answerer, Measure.SEATS, when=year(2010), party="sdlp")
    assert "won 3 of 650 seats (Belfast South, Foyle and South Down) at the 2010" in answer.headline
    assert "Seats won: Belfast South (Alasdair McDonnell), Foyle (Mark Durkan)" in text(answer)
    eight = ask(answerer, when=year(2015), party="liberal-democrat")
    assert "Westmorland" not in eight.headline
    assert "Westmorland and Lonsdale (Tim Farron)" in text(eight)


def test_many_seats_are_not_named(answerer: Answerer, text: Text) -> None:
    assert "Seats won" not in text(ask(answerer, Measure.SEATS, when=year(2010), party="liberal-democrat"))


def test_few_seats_of_an_area_are_named(answerer: Answerer, text: Text) -> None:
    told = text(ask(answerer, Measure.SEATS, when=year(2019), party="labour", area="scotland"))
    assert "Labour won 1 of 59 seats (Edinburgh South) in Scotland" in told


def test_second_places_gains_and_losses_are_named(answerer: Answerer, text: Text) -> None:
    told = text(ask(answerer, Measure.SECONDS, Measure.GAINS, when=year(2024), party="alliance"))
    assert "Second in: Belfast East (won by DUP), Belfast South and Mid Down (won by SDLP)" in told
    assert "Gained: Lagan Valley (Sorcha Eastwood)" in told
    assert "Lost: North Down (won by Ind)" in told


def test_a_party_with_one_candidate_is_told_with_where(answerer: Answerer) -> None:
    headline = ask(answerer, when=year(2024), party="ashfield-independents").headline
    assert "it stood only in Ashfield, where Jason Zadrozny" in headline
    assert "came third with 6,276 votes (15.7%)" in headline


def test_a_party_of_another_name_then(answerer: Answerer) -> None:
    headline = ask(answerer, Measure.SEATS, when=year(2019), party="reform-uk").headline
    assert headline == (
        "Reform UK has no total of its own at the 2019 general election; of the same line of parties, the Brexit"
        " Party won no seats (0 of 650) at the 2019 general election, with 644,257 votes (2.0%)."
    )
    headline = ask(answerer, Measure.VOTES, when=year(1983), party="liberal-democrat").headline
    assert "7,780,949 votes (25.4%)" in headline
    assert headline.startswith("The Liberal Democrats have no total of their own at the 1983 general election")


def test_a_party_that_only_lost_its_seats_did_not_stand(answerer: Answerer) -> None:
    headline = ask(answerer, Measure.SEATS, when=year(1992), party="sdp-liberal-alliance").headline
    assert "the Liberal Democrats won 20 of 651 seats at the 1992 general election" in headline


def test_valid_votes_of_a_party_are_its_own(answerer: Answerer) -> None:
    assert "won 3,881,099 votes" in ask(answerer, Measure.VALID_VOTES, when=year(2015), party="ukip").headline
    assert "30,69" in ask(answerer, Measure.VALID_VOTES, when=year(2015)).headline


def test_a_party_that_another_ones_total_counts_in(answerer: Answerer) -> None:
    where = Selection(when=year(1931), parties=("independent-labour-party",))
    answer = answerer.answer(Totals(where=where))
    assert answer.headline.endswith("the published totals count its members with Labour.")


@pytest.mark.parametrize(
    ("measure", "told"),
    [
        (Measure.SEATS, "together won 327 of 650 seats at the 2017 general election: 317 + 10 = 327"),
        (
            Measure.VOTES,
            "together won 13,929,000 votes at the 2017 general election: 13,636,684 + 292,316 = 13,929,000",
        ),
    ],
)
def test_the_sum_of_parties_is_shown(answerer: Answerer, measure: Measure, told: str) -> None:
    where = Selection(when=year(2017), parties=("conservative", "dup"))
    assert told in answerer.answer(Totals(where=where, measures=(measure,), together=True)).headline


def test_no_sum_is_made_where_a_party_did_not_stand(answerer: Answerer) -> None:
    where = Selection(when=year(2010), parties=("conservative", "reform-uk"))
    assert "together" not in answerer.answer(Totals(where=where, together=True)).headline
