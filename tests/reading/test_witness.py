"""A few letters become nobody who was not there; whoever is known, or was there, is found as before."""

from __future__ import annotations

import pytest

from bot.reading.listener import Listener
from bot.reading.outcome import Read, Refuse

_LEFT = ["tun", "mjor", "fyfe", "dell", "inc", "snr", "exp", "pos", "tot"]


@pytest.mark.parametrize("place", ["bath", "leeds east", "st ives"])
@pytest.mark.parametrize("letters", _LEFT)
def test_letters_that_the_facts_do_not_bear_out_are_no_name(listener: Listener, place: str, letters: str) -> None:
    outcome = listener.hear(f"{place} 2019 {letters}")
    assert isinstance(outcome, Refuse)
    assert letters in " ".join(outcome.words)


@pytest.mark.parametrize(
    ("question", "person"),
    [
        ("how many votes did starmer get in islington north", "mnis-4514"),
        ("corbyn sedgefield 2019", "mnis-185"),
        ("hobhous bath 2019", "mnis-4602"),
    ],
)
def test_who_is_known_or_was_there_is_found(listener: Listener, question: str, person: str) -> None:
    outcome = listener.hear(question)
    assert isinstance(outcome, Read)
    assert person in outcome.query.model_dump_json()


@pytest.mark.parametrize(
    ("question", "party"), [("bnp votes in bath 2019", "british-national-party"), ("leeds east 2019 ukip", "ukip")]
)
def test_initials_that_are_known_are_a_party_wherever_it_stood(listener: Listener, question: str, party: str) -> None:
    outcome = listener.hear(question)
    assert isinstance(outcome, Read)
    assert party in outcome.query.model_dump_json()


@pytest.mark.parametrize(
    ("question", "seat"),
    [
        ("dumfermline and west fyfe 2019", "dunfermline-and-west-fife"),
        ("mid dorsit and north poole 2019", "mid-dorset-and-north-poole"),
        ("berwick upon twede 2015", "berwick-upon-tweed"),
        ("forest of deen 2019", "forest-of-dean"),
        ("wolvrhampton south west 2015 winer", "wolverhampton-south-west"),
    ],
)
def test_a_doubtful_word_of_a_name_is_tried_as_part_of_it(listener: Listener, question: str, seat: str) -> None:
    outcome = listener.hear(question)
    assert isinstance(outcome, Read)
    assert f'"seats":["{seat}"]' in outcome.query.model_dump_json()


@pytest.mark.parametrize("question", ["clacton the election after carswell won", "bath the one following wera's win"])
def test_a_contest_beside_one_that_is_not_clear_is_not_answered(listener: Listener, question: str) -> None:
    assert isinstance(listener.hear(question), Refuse)
