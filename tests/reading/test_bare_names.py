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


@pytest.mark.parametrize(("typed", "name"), [("Susan van Ven", "Susan van de Ven"), ("Nele Upstone", "Neale Upstone")])
def test_a_sure_name_is_read(reader: Reader, typed: str, name: str) -> None:
    outcome = reader.read(typed)
    assert isinstance(outcome, Read)
    cards = [reader.catalogue.person(person) for person in _where(outcome.query).people]
    assert {card.name.casefold() for card in cards if card} == {name.casefold()}


@pytest.mark.parametrize(("typed", "label"), [("Mik Harqy", "Mick Hardy"), ("Wille Bayn", "Willie Bain")])
def test_one_less_sure_is_asked_back(reader: Reader, typed: str, label: str) -> None:
    outcome = reader.read(typed)
    assert isinstance(outcome, Ask)
    assert label in [option for option, _ in outcome.options]


@pytest.mark.parametrize("typed", ["asdkjh zzxc", "gandalf baggins", "elden ring build"])
def test_what_resembles_no_name_stays_unknown(reader: Reader, typed: str) -> None:
    assert isinstance(reader.read(typed), Refuse)
