"""Careers, with people of one name told apart, and what became of seats."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pytest

from bot.answering.answer import Answer, Kind
from bot.answering.answerer import Answerer
from knowledge.query import Career, Fate, Selection
from knowledge.store.store import Store


def career(answerer: Answerer, store: Store, name: str, ask: str = "all") -> Answer:
    people = tuple(row[0] for row in store.fetch("select id from people where name = ?", (name,)))
    return answerer.answer(Career.model_validate({"where": Selection(people=people), "ask": ask}))


@pytest.mark.parametrize(
    ("name", "seats"),
    [
        (
            "George Galloway",
            ("Poplar", "Bradford West", "Manchester Gorton", "West Bromwich East", "Batley", "Rochdale"),
        ),
        ("Count Binface", ("Uxbridge", "Richmond and Northallerton", "Makerfield", "Clacton")),
        ("Anna Firth", ("Erith", "Canterbury", "Southend West", "2022")),
        ("Daisy Cooper", ("Suffolk Coastal", "Mid Sussex", "St Albans", "2019")),
    ],
)
def test_every_contest_is_named(answerer: Answerer, store: Store, name: str, seats: tuple[str, ...]) -> None:
    headline = career(answerer, store, name).headline
    for seat in seats:
        assert seat in headline


def test_candidacies_without_id_are_listed_as_such(
    answerer: Answerer, store: Store, text: Callable[[Answer], str]
) -> None:
    told = text(career(answerer, store, "Anna Firth"))
    assert "Candidates named Anna Firth to whom the sources give no id:" in told
    assert "are not proved to be one person's" in told
    assert "14,790" in told


def test_ever_elected(answerer: Answerer, store: Store) -> None:
    assert career(answerer, store, "Paul Nuttall", "ever-elected").headline.startswith(
        "No: Paul Nuttall won none of the"
    )
    yes = career(answerer, store, "Jack Brereton", "ever-elected").headline
    assert yes.startswith("Yes: Jack Brereton was elected in Stoke-on-Trent South at the 2017 general election")


def test_for_two_parties(answerer: Answerer, store: Store) -> None:
    won = career(answerer, store, "Christian Wakeford", "won-for-two").headline
    assert won.startswith("Yes: Christian Wakeford won for Conservative in Bury South at the 2019 general election")
    assert "Labour in Bury South at the 2024 general election" in won
    assert career(answerer, store, "Keir Starmer", "two-parties").headline.startswith(
        "No: Keir Starmer stood for Labour"
    )
    assert career(answerer, store, "Paul Nuttall", "won-for-two").headline.startswith("No: Paul Nuttall won none")


def test_before_the_first_win(answerer: Answerer, store: Store) -> None:
    headline = career(answerer, store, "Lisa Smart", "before-win").headline
    assert headline.startswith("Lisa Smart stood 3 times before the first win: Hazel Grove (2015, 2017, 2019); won")
    assert "won none" in career(answerer, store, "Count Binface", "before-win").headline
    assert "won the first contest held" in career(answerer, store, "Keir Starmer", "before-win").headline


def test_wins_and_losses(answerer: Answerer, store: Store) -> None:
    wins = career(answerer, store, "Gareth Snell", "wins").headline
    assert wins.startswith("Gareth Snell won 3 of the 4 contests held")
    losses = career(answerer, store, "Gareth Snell", "losses").headline
    assert (
        losses == "Gareth Snell lost 1 of the 4 contests held: in Stoke-on-Trent Central at the 2019 general election."
    )


def test_first_elected(answerer: Answerer, store: Store) -> None:
    headline = career(answerer, store, "Daisy Cooper", "first").headline
    assert headline.startswith("Daisy Cooper was first elected in St Albans at the 2019 general election")
    assert "The first contest held was in Suffolk Coastal at the 2010 general election." in headline


def test_last(answerer: Answerer, store: Store) -> None:
    headline = career(answerer, store, "Trudy Harrison", "last").headline
    assert headline.startswith("Trudy Harrison last stood in Copeland at the 2019 general election: Conservative, won")


def test_tenure(answerer: Answerer, store: Store) -> None:
    headline = career(answerer, store, "Trudy Harrison", "tenure").headline
    assert (
        headline == "Trudy Harrison was an MP for 7 years and 4 months: Copeland from 23 February 2017 to 4 July 2024."
    )


def test_party_is_told_by_contest(answerer: Answerer, store: Store) -> None:
    headline = career(answerer, store, "Lee Anderson", "party").headline
    assert "Conservative in Ashfield at the 2019 general election" in headline
    assert "Reform UK in Ashfield at the 2024 general election" in headline


def test_people_of_one_name_are_told_apart(answerer: Answerer, store: Store) -> None:
    headline = career(answerer, store, "Gareth Thomas").headline
    assert "named Gareth Thomas are held, told apart by id" in headline
    assert "Harrow West (Labour and Co-operative" in headline
    assert "Clwyd West (Labour" in headline


def test_eleven_of_one_name_stay_eleven(answerer: Answerer, store: Store) -> None:
    headline = career(answerer, store, "Niko Omilana").headline
    assert headline.startswith("11 people named Niko Omilana are held")
    assert headline.count("won 0 of 1") == 11


def test_nobody(answerer: Answerer) -> None:
    answer = answerer.answer(Career(where=Selection(people=("mnis-0",))))
    assert answer.kind is Kind.DECLINE
    assert answer.examples


def fate(answerer: Answerer, seat: str, ask: Literal["became", "made-from", "exists"] = "became") -> Answer:
    return answerer.answer(Fate(where=Selection(seats=(seat,)), ask=ask))


def test_what_an_abolished_seat_became(answerer: Answerer, text: Callable[[Answer], str]) -> None:
    answer = fate(answerer, "wakefield")
    assert answer.headline == (
        "Wakefield was abolished at the general election of 4 July 2024 and replaced by "
        "Wakefield and Rothwell (51.1% of its people) and Ossett and Denby Dale (48.9% of its people)."
    )
    assert "Simon Lightwood (Labour)" in text(answer)


def test_does_it_still_exist(answerer: Answerer) -> None:
    gone = fate(answerer, "meon-valley", "exists").headline
    assert gone.startswith("No: Meon Valley was abolished")
    for seat in ("Fareham and Waterlooville (45.8% of its people)", "Winchester", "East Hampshire"):
        assert seat in gone
    assert fate(answerer, "bath", "exists").headline.startswith("Yes: Bath still exists")


def test_what_replaced_a_seat(answerer: Answerer) -> None:
    assert "replaced by Kensington and Bayswater (98.7% of its people)" in fate(answerer, "kensington").headline


def test_what_a_seat_was_made_from(answerer: Answerer) -> None:
    headline = fate(answerer, "whitehaven-and-workington", "made-from").headline
    assert "from Copeland (63.3% of the new seat's people) and Workington (36.7%" in headline


def test_a_seat_that_stayed_has_its_member_with_the_party_of_now(answerer: Answerer) -> None:
    assert fate(answerer, "islington-north").headline.endswith("its MP is Jeremy Corbyn (Independent).")


def test_no_such_seat(answerer: Answerer) -> None:
    assert fate(answerer, "camelot").kind is Kind.DECLINE


def test_a_seat_of_several_forerunners_names_the_chief_one_first(answerer: Answerer) -> None:
    answer = fate(answerer, "bristol-east", "made-from")
    assert answer.headline == (
        "Bristol East was created at the general election of 9 June 1983 from Bristol South East"
        " and Bristol North East."
    )


def test_a_seat_that_kept_its_name_was_not_made_from_what_joined_it(answerer: Answerer) -> None:
    # Part of Tyne Bridge joined Newcastle upon Tyne Central in 2010; the seat itself is older than the data.
    answer = fate(answerer, "newcastle-upon-tyne-central", "made-from")
    assert "Tyne Bridge" not in answer.headline
    assert "Newcastle upon Tyne Central" in fate(answerer, "tyne-bridge").headline
