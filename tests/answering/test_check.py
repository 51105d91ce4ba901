"""Yes or no first, premises corrected, reasons only where a source gives one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.answering.answer import Answer, Kind, Reason
from bot.answering.answerer import Answerer
from knowledge.query import (
    AnyTime,
    Between,
    Check,
    Expectation,
    ExpectedDirection,
    ExpectedHolder,
    ExpectedMajority,
    ExpectedOrder,
    ExpectedPlace,
    ExpectedStood,
    ExpectedWinner,
    Latest,
    Measure,
    Operator,
    Selection,
    When,
)
from knowledge.store.store import Store
from tests.answering.asking import BY_ELECTION, FEBRUARY_2017, GAIN, HOLD, LOSS, check, ids, number, seat, year

Text = Callable[[Answer], str]
WON = ExpectedWinner()
MORE, LESS, EQUAL = Operator.MORE, Operator.LESS, Operator.EQUAL

YES: list[tuple[Selection, tuple[Expectation, ...], str]] = [
    (seat("copeland", BY_ELECTION, parties=("conservative",)), (WON,), "13,748"),
    (seat("copeland", BY_ELECTION, parties=("conservative",)), (GAIN,), "a Conservative gain from Labour"),
    (seat("copeland", BY_ELECTION, parties=("labour",)), (LOSS,), "a Conservative gain from Labour"),
    (seat("copeland", BY_ELECTION, parties=("green",)), (ExpectedStood(),), "Jack Lenox"),
    (
        seat("uxbridge-and-south-ruislip", year(2024), parties=("labour",)),
        (WON, number(Measure.MAJORITY, LESS, 600)),
        "587",
    ),
    (seat("keighley", year(2017), parties=("conservative",)), (LOSS, number(Measure.BEHIND, LESS, 250)), "239"),
    (seat("copeland", BY_ELECTION), (number(Measure.TURNOUT, EQUAL, 0.51),), "51.3%"),
    (seat("copeland", BY_ELECTION), (number(Measure.MAJORITY, EQUAL, 2100, about=True),), "2,147"),
    (seat("ilford-north", year(2024)), (number(Measure.MAJORITY, EQUAL, 500, about=True),), "528"),
    (
        seat("copeland", BY_ELECTION),
        (ExpectedDirection(measure=Measure.TURNOUT, up=False, since=year(2015)),),
        "against 63.8% in Copeland at the 2015 general election",
    ),
    (seat("copeland", BY_ELECTION), (ExpectedDirection(measure=Measure.TURNOUT, up=False),), "63.8%"),
    (
        seat("copeland", BY_ELECTION, parties=("conservative",)),
        (ExpectedDirection(measure=Measure.SHARE, up=True),),
        "35.8%",
    ),
    (
        seat("stoke-on-trent-central", FEBRUARY_2017, parties=("ukip",)),
        (ExpectedOrder(measure=Measure.VOTES, more=True, than=Selection(parties=("conservative",))),),
        "had 5,233 votes and Jack Brereton (Conservative) 5,154 votes",
    ),
    (Selection(parties=("labour",), when=year(1974, month=10)), (ExpectedMajority(),), "an overall majority of 3"),
    (Selection(parties=("conservative",), when=year(1951)), (ExpectedMajority(),), "321 of 625 seats"),
    (Selection(parties=("labour",), when=year(2024)), (number(Measure.SEATS, EQUAL, 411),), "411"),
    (
        Selection(parties=("labour",), when=year(2017)),
        (ExpectedOrder(measure=Measure.VOTES, more=True, than=Selection(when=year(2024))),),
        "at the 2017 general election, against",
    ),
    (seat("cardiff-south-east", year(1959), parties=("labour",)), (HOLD,), "868"),
]

NO: list[tuple[Selection, tuple[Expectation, ...], str]] = [
    (seat("stoke-on-trent-central", FEBRUARY_2017, parties=("conservative",)), (WON,), "Gareth Snell"),
    (seat("rochester-and-strood", year(2015), parties=("ukip",)), (HOLD,), "Kelly Tolhurst"),
    (seat("peterborough", BY_ELECTION, parties=("labour",)), (GAIN,), "a Labour hold"),
    (seat("corby", year(2015), parties=("conservative",)), (GAIN,), "by-election of 15 November 2012"),
    (seat("southend-west", BY_ELECTION, parties=("labour",)), (ExpectedStood(),), "no Labour candidate stood"),
    (seat("leyton", year(1965), parties=("labour",)), (HOLD,), "Ronald Buxton"),
    (seat("copeland", BY_ELECTION), (number(Measure.MAJORITY, EQUAL, 2500),), "2,147"),
    (seat("copeland", BY_ELECTION), (number(Measure.MAJORITY, EQUAL, 3000, about=True),), "2,147"),
    (seat("copeland", year(2024), parties=("labour",)), (WON,), "abolished on 4 July 2024"),
    (Selection(parties=("labour",), when=year(2017)), (WON,), "the Conservatives won most, 317 of 650 seats"),
    (Selection(parties=("labour",), when=year(2017)), (ExpectedMajority(),), "64 seats short of the 326"),
    (Selection(parties=("labour",), when=year(2024)), (number(Measure.SEATS, EQUAL, 412),), "411"),
    (
        Selection(parties=("labour",), when=year(2019)),
        (ExpectedDirection(measure=Measure.SEATS, up=True),),
        "202 seats at the 2019 general election, after 262 seats",
    ),
]


@pytest.mark.parametrize(("where", "expect", "said"), YES)
def test_yes(answerer: Answerer, where: Selection, expect: tuple[Expectation, ...], said: str) -> None:
    answer = check(answerer, where, *expect)
    assert answer.kind is Kind.ANSWER
    assert answer.headline.startswith("Yes: ")
    assert said in answer.headline
    assert check(answerer, where, *expect, negated=True).headline.startswith("No: ")


@pytest.mark.parametrize(("where", "expect", "said"), NO)
def test_no(answerer: Answerer, where: Selection, expect: tuple[Expectation, ...], said: str) -> None:
    answer = check(answerer, where, *expect)
    assert answer.kind is Kind.ANSWER
    assert answer.headline.startswith("No: ")
    assert said in answer.headline


def test_the_number_that_fails_is_the_one_told(answerer: Answerer, store: Store) -> None:
    where = seat("leeds-north-west", year(2017), people=ids(store, "Alex Sobel"))
    headline = check(answerer, where, WON, number(Measure.MAJORITY, MORE, 9000)).headline
    assert headline.startswith("No: the majority in Leeds North West at the 2017 general election was 4,224")


def test_people(answerer: Answerer, store: Store) -> None:
    headline = check(answerer, seat("hartlepool", people=ids(store, "Paul Williams")), WON).headline
    assert headline.startswith("No: Paul Williams (Labour) came second at the Hartlepool by-election of 6 May 2021")
    assert "Jill Mortimer" in headline
    assert "8,589" in headline


def test_a_person_for_the_wrong_party(answerer: Answerer, store: Store) -> None:
    where = seat("hamilton", people=ids(store, "Winnie Ewing"), parties=("labour",))
    headline = check(answerer, where, WON).headline
    assert headline.startswith("No: Winnie Ewing (Scottish National Party) won the Hamilton by-election")


def test_a_place_names_who_came_there(answerer: Answerer, store: Store) -> None:
    where = seat("stoke-on-trent-central", FEBRUARY_2017, people=ids(store, "Paul Nuttall"))
    headline = check(answerer, where, ExpectedPlace(place=3)).headline
    assert headline.startswith("No: Paul Nuttall (UK Independence Party) came second")
    assert "Jack Brereton (Conservative) came third" in headline
    assert check(answerer, where, ExpectedPlace(place=2)).headline.startswith("Yes: ")


def test_all_contests_of_a_day_must_be_so(answerer: Answerer) -> None:
    where = Selection(when=FEBRUARY_2017, parties=("labour",))
    headline = check(answerer, where, LOSS).headline
    assert headline.startswith("No, not all: Gareth Snell")
    assert "Trudy Harrison" in headline


def test_one_contest_is_enough_for_any_time(answerer: Answerer) -> None:
    where = seat("stoke-on-trent-central", AnyTime(), parties=("conservative",))
    headline = check(answerer, where, WON).headline
    assert headline.startswith("Yes, in 1 of the ")
    assert "Jo Gideon (Conservative) won Stoke-on-Trent Central at the 2019 general election" in headline


def test_contests_of_one_year_that_came_out_differently(answerer: Answerer) -> None:
    where = seat("richmond-park", year(2016, 2017), parties=("conservative",))
    headline = check(answerer, where, WON).headline
    assert headline.startswith("Yes in one case, no in another. Yes: Zac Goldsmith (Conservative) won")


def test_a_false_premise_is_corrected(answerer: Answerer) -> None:
    where = seat("stoke-on-trent-central", FEBRUARY_2017, parties=("labour",))
    answer = check(answerer, where, LOSS, why=True)
    assert answer.kind is Kind.ANSWER
    assert answer.headline.startswith("That is not what happened: Gareth Snell (Labour and Co-operative) won")
    assert answer.headline.endswith("a Labour hold.")


def test_no_reason_is_invented(answerer: Answerer) -> None:
    answer = check(answerer, seat("mansfield", year(2017), parties=("labour",)), LOSS, why=True)
    assert (answer.kind, answer.reason) == (Kind.DECLINE, Reason.NOT_HELD)
    assert "why is not held: the results do not give reasons" in answer.headline
    assert "Ben Bradley" in answer.headline


def test_reasons_that_were_stated_are_shown_as_what_they_are(answerer: Answerer, text: Text) -> None:
    answer = check(answerer, seat("copeland", BY_ELECTION, parties=("labour",)), LOSS, why=True)
    assert answer.kind is Kind.ANSWER
    assert "the results do not give reasons" in answer.headline
    assert "John McDonnell" in text(answer)


def test_why_it_counts_as_a_gain_is_the_basis(answerer: Answerer) -> None:
    where = seat("caithness-sutherland-and-easter-ross", year(2024), parties=("liberal-democrat",))
    answer = check(answerer, where, GAIN, why=True)
    assert answer.kind is Kind.ANSWER
    assert "counted against the notional 2019 result on the new boundaries" in answer.headline


def test_who_held_a_seat(answerer: Answerer, store: Store) -> None:
    held = check(answerer, seat("copeland", people=ids(store, "Jamie Reed")), ExpectedHolder(at=date(2016, 6, 1)))
    assert held.headline.startswith("Yes: the member for Copeland on 1 June 2016 was Jamie Reed (Labour)")
    other = check(answerer, seat("copeland", people=ids(store, "Gareth Snell")), ExpectedHolder(at=date(2018, 1, 1)))
    assert other.headline.startswith("No: the member for Copeland on 1 January 2018 was Trudy Harrison")


def test_a_seat_that_is_gone_has_no_member(answerer: Answerer, store: Store) -> None:
    headline = check(answerer, seat("copeland", people=ids(store, "Trudy Harrison")), ExpectedHolder()).headline
    assert headline.startswith("No: Copeland had no member")
    assert "abolished on 4 July 2024" in headline


def test_what_the_facts_do_not_decide_is_declined(answerer: Answerer) -> None:
    answer = check(answerer, seat("bath", year(1992), parties=("green",)), ExpectedStood())
    assert (answer.kind, answer.reason) == (Kind.DECLINE, Reason.NOT_HELD)


@pytest.mark.parametrize("party", ["conservative", "labour", "liberal-democrat", "ukip", "green"])
def test_every_party_gets_the_same_shape(answerer: Answerer, party: str) -> None:
    answer = check(answerer, seat("copeland", BY_ELECTION, parties=(party,)), WON)
    assert answer.headline.split(": ")[0] == ("Yes" if party == "conservative" else "No")
    assert len(answer.blocks) == 1


def test_two_people_are_compared_where_they_met(answerer: Answerer, store: Store) -> None:
    than = Selection(people=ids(store, "Gillian Troughton"))
    where = Selection(people=ids(store, "Trudy Harrison"))
    headline = check(answerer, where, ExpectedOrder(measure=Measure.VOTES, more=True, than=than)).headline
    assert headline.startswith(
        "Yes: Trudy Harrison (Conservative) had 21,062 votes and Gillian Troughton (Labour) 19,367"
    )


def test_nobody_beats_somebody_who_did_not_stand(answerer: Answerer, store: Store) -> None:
    than = Selection(people=ids(store, "Jamie Reed"), when=BY_ELECTION)
    where = seat("stoke-on-trent-central", BY_ELECTION, people=ids(store, "Gareth Snell"))
    headline = check(answerer, where, ExpectedOrder(measure=Measure.VOTES, more=True, than=than)).headline
    assert headline.startswith("No: Jamie Reed did not stand at the Stoke-on-Trent Central by-election")


def test_the_by_election_is_told_beside_the_latest_contest(answerer: Answerer, text: Text) -> None:
    answer = check(answerer, seat("copeland", parties=("ukip",)), ExpectedStood())
    assert answer.headline.startswith("No: no UK Independence Party candidate stood in Copeland at the 2019")
    assert "Fiona Mills (UK Independence Party) came fourth at the Copeland by-election" in text(answer)


def test_a_loser_who_is_not_held_by_name(answerer: Answerer, store: Store) -> None:
    where = seat("tatton", year(1997), people=ids(store, "Neil Hamilton"))
    assert (
        check(answerer, where, WON).headline == "No: Martin Bell (Independent) won Tatton at the 1997 general election."
    )


def test_a_seat_that_an_election_court_gave_away(answerer: Answerer, store: Store) -> None:
    headline = check(answerer, seat("bristol-south-east", year(1961), people=ids(store, "Tony Benn")), WON).headline
    assert headline.startswith("No: Tony Benn (Labour) came first")
    assert headline.endswith("was not returned: the seat went to Malcolm St Clair (Conservative).")


def test_a_candidate_of_a_time_without_names(answerer: Answerer, store: Store) -> None:
    answer = check(answerer, seat("beaconsfield", people=ids(store, "Tony Blair")), ExpectedStood())
    assert answer.kind is Kind.DECLINE
    assert "only winners are held by name" in answer.headline
    assert check(
        answerer, seat("beaconsfield", people=ids(store, "Trudy Harrison")), ExpectedStood()
    ).headline.startswith("No: Trudy Harrison did not stand in Beaconsfield")


def test_none_of_the_contests(answerer: Answerer, store: Store) -> None:
    where = Selection(people=ids(store, "Gillian Troughton"), when=AnyTime())
    assert check(answerer, where, WON).headline.startswith("No")
    people = Selection(people=ids(store, "Jamie Reed"), when=AnyTime())
    answer = check(answerer, people, number(Measure.MAJORITY, Operator.EQUAL, 2_500))
    assert answer.headline.startswith("No, in none of the 3 contests held: ")
    # A figure that somebody stated rounded is told with the exact one.
    assert "was 2,564" in answer.headline
    assert "Sky News stated it on 24 February 2017, right as a round figure." in answer.headline


def test_somebody_who_lost_once_lost(answerer: Answerer, store: Store) -> None:
    people = ids(store, "Liz Truss")
    answer = check(answerer, Selection(people=people, when=AnyTime()), WON, negated=True)
    assert answer.headline.startswith(
        "Yes, in 1 of the 5 contests held: Liz Truss (Conservative) came second in South West"
    )
    assert "Terry Jermy (Labour)" in answer.headline
    why = check(answerer, Selection(people=people, when=AnyTime()), WON, negated=True, why=True)
    assert why.kind is Kind.DECLINE
    assert "why is not held" in why.headline


def test_a_rise_within_a_time_is_from_its_first_to_its_last_contest(answerer: Answerer) -> None:
    where = seat("bath", Between(since=date(2015, 1, 1), until=date(2024, 12, 31)))
    headline = check(answerer, where, ExpectedDirection(measure=Measure.MAJORITY, up=True)).headline
    assert headline == (
        "Yes: the majority was 11,218 votes in Bath at the 2024 general election, against 3,833 votes in Bath at the"
        " 2015 general election."
    )


def test_the_premise_may_hold_of_one_contest_of_the_year(answerer: Answerer) -> None:
    answer = check(answerer, seat("rochdale", year(2024), parties=("labour",)), HOLD, why=True)
    assert answer.kind is Kind.ANSWER
    assert answer.headline.startswith("Paul Waugh (Labour and Co-operative) won Rochdale at the 2024 general election")
    assert "against the by-election of 29 February 2024, won by George Galloway" in answer.headline


def test_a_measure_of_the_country_is_not_held_of_a_person(answerer: Answerer, store: Store) -> None:
    where = Selection(people=ids(store, "Tony Blair"), when=year(1997))
    answer = check(answerer, where, number(Measure.SEATS, EQUAL, 418))
    assert answer.kind is Kind.DECLINE


def _ahead(one: tuple[str, ...], other: tuple[str, ...], measure: Measure, when: When) -> Check:
    than = Selection(people=other, when=when)
    order = ExpectedOrder(measure=measure, more=True, than=than)
    return Check(where=Selection(people=one, when=when), expect=(order,))


@pytest.mark.parametrize("when", [Latest(), AnyTime(), year(2010)])
def test_people_who_never_met(answerer: Answerer, store: Store, when: When) -> None:
    answer = answerer.answer(_ahead(ids(store, "Nick Clegg"), ids(store, "David Cameron"), Measure.VOTES, when))
    assert answer.kind is Kind.ANSWER
    assert answer.headline.startswith(
        "No: Nick Clegg and David Cameron never stood against each other in a contest held; Nick Clegg (Liberal"
    )
    assert "David Cameron (Conservative) won Witney at the 20" in answer.headline


def test_people_who_never_met_stood_where_at_the_time(answerer: Answerer, store: Store, text: Text) -> None:
    check = _ahead(ids(store, "Boris Johnson"), ids(store, "Jeremy Corbyn"), Measure.VOTES, year(2019))
    told = text(answerer.answer(check))
    assert (
        "Boris Johnson (Conservative) won Uxbridge and South Ruislip at the 2019 general election with 25,351" in told
    )
    assert "Jeremy Corbyn (Labour) won Islington North at the 2019 general election with 34,603 votes (64.3%)" in told


def test_people_who_never_met_can_be_compared_by_share_and_majority(answerer: Answerer, store: Store) -> None:
    johnson, corbyn = ids(store, "Boris Johnson"), ids(store, "Jeremy Corbyn")
    share = answerer.answer(_ahead(corbyn, johnson, Measure.SHARE, year(2019))).headline
    assert share.startswith("Yes: Jeremy Corbyn (Labour) had 64.3% in Islington North")
    majority = answerer.answer(_ahead(johnson, corbyn, Measure.MAJORITY, year(2019))).headline
    assert majority.startswith("No: the majority was 7,210 votes in Uxbridge and South Ruislip")


def test_a_contest_that_decides_nothing_leaves_the_other_of_the_year(answerer: Answerer) -> None:
    where = seat("winchester", year(1997))
    answer = check(answerer, where, number(Measure.MAJORITY, EQUAL, 2))
    assert answer.headline.startswith("Yes: ")
    assert "Winchester at the 1997 general election" in answer.headline
    assert "by-election" not in answer.headline
    assert check(answerer, where, number(Measure.MAJORITY, EQUAL, 3)).headline.startswith("No: ")
