"""Why by-elections were held, as sentences."""

from __future__ import annotations

import pytest

from bot.answering.answerer import Answerer
from bot.answering.vacating import departure
from knowledge.query import Measure, When
from knowledge.store.store import Store
from tests.answering.asking import BY_ELECTION, figure, seat, year

REASONS: list[tuple[str, When, str]] = [
    ("copeland", BY_ELECTION, "Jamie Reed (Labour) resigned"),
    ("brecon-and-radnorshire", year(2019, month=8), "Chris Davies (Conservative) was removed by a recall petition"),
    ("beaconsfield", year(1982), "Ronald Bell (Conservative) died"),
    ("bristol-south-east", year(1961), "Tony Benn (Labour) succeeded to a peerage"),
    ("oldham-east-and-saddleworth", year(2011), "the election of Phil Woolas (Labour) was declared void on petition"),
    ("hackney-south", year(1922, month=8), "Horatio Bottomley (Independent) was expelled from the House of Commons"),
]


@pytest.mark.parametrize(("place", "when", "because"), REASONS)
def test_a_by_election_has_its_reason_in_plain_words(answerer: Answerer, place: str, when: When, because: str) -> None:
    answer = figure(answerer, seat(place, when), Measure.CAUSE)
    assert answer.headline.endswith(f" was held because {because}.")


def test_a_member_is_of_the_party_last_sat_for_not_of_that_elected_for(answerer: Answerer) -> None:
    """Bruce Douglas-Mann was elected for Labour in 1979."""
    answer = figure(answerer, seat("mitcham-and-morden", year(1982)), Measure.CAUSE)
    assert answer.headline.endswith(" was held because Bruce Douglas-Mann (Independent) resigned.")


def test_every_cause_that_is_held_has_its_phrase(store: Store) -> None:
    causes = [cause for (cause,) in store.fetch("select distinct cause from contest_facts where cause is not null")]
    assert causes
    assert [cause for cause in causes if departure(cause) is None] == []


def test_a_cause_without_a_phrase_is_left_to_be_said_as_it_is_held() -> None:
    assert departure("eaten by a bear") is None
