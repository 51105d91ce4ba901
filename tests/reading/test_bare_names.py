"""A message of nothing but a damaged name: who or what is meant, asked back where it is not sure."""

from __future__ import annotations

import pytest

from bot.reading.outcome import Ask, Read, Refuse
from bot.reading.reader import Reader
from knowledge.query import Selection


def _where(query: object) -> Selection:
    where = getattr(query, "where", None)
    assert isinstance(where, Selection)
    return where


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Susan van Ven", "Susan van de Ven"),
        ("Nele Upstone", "Neale Upstone"),
        # the parts are a seat, a party or somebody else by themselves
        ("Preston Paul", "Paul Preston"),
        ("Green Danny", "Danny Green"),
        ("Ken Hanks", "Dancing Ken Hanks"),
        ("Aalders-Dunthorpe Andrew", "Andrew Aalders-Dunthorpe"),
        ("MarkFox", "Mark Fox"),
    ],
)
def test_a_sure_name_is_read(reader: Reader, typed: str, name: str) -> None:
    outcome = reader.read(typed)
    assert isinstance(outcome, Read)
    cards = [reader.catalogue.person(person) for person in _where(outcome.query).people]
    assert {card.name.casefold() for card in cards if card} == {name.casefold()}


@pytest.mark.parametrize(
    ("typed", "seat"),
    [
        ("Newport Islwyn", "newport-west-and-islwyn"),
        ("Central Suffolk Ipswich", "central-suffolk-and-north-ipswich"),
        ("upon Hull West Hessle", "kingston-upon-hull-west-and-hessle"),
    ],
)
def test_parts_of_just_one_seats_name_are_that_seat(reader: Reader, typed: str, seat: str) -> None:
    outcome = reader.read(typed)
    assert isinstance(outcome, Read)
    assert _where(outcome.query).seats == (seat,)


@pytest.mark.parametrize(
    "typed", ["corbyn islington north", "copeland stoke central", "snell majority", "galloway rochdale"]
)
def test_names_side_by_side_are_no_damaged_name(reader: Reader, typed: str) -> None:
    tokens, breaks, _ = reader.tokens(typed)
    assert reader.names.whole(reader.cover(tokens, breaks)) is None


@pytest.mark.parametrize(("typed", "label"), [("Mik Harqy", "Mick Hardy"), ("Wille Bayn", "Willie Bain")])
def test_one_less_sure_is_asked_back(reader: Reader, typed: str, label: str) -> None:
    outcome = reader.read(typed)
    assert isinstance(outcome, Ask)
    assert label in [option for option, _ in outcome.options]


@pytest.mark.parametrize("typed", ["asdkjh zzxc", "gandalf baggins", "elden ring build"])
def test_what_resembles_no_name_stays_unknown(reader: Reader, typed: str) -> None:
    assert isinstance(reader.read(typed), Refuse)
