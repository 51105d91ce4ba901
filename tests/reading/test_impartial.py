"""The same question about any party, leader or candidate is read alike and gets a reply of the same shape."""

from __future__ import annotations

import json
import random
from collections.abc import Collection, Mapping
from typing import Any

import pytest

from bot.answering.answer import Answer
from bot.assistant import Assistant, Parts
from bot.reading.memory import Memory
from knowledge.query import to_data
from knowledge.store.store import Store

CONTESTS = 25
OF_A_PARTY_IN_A_SEAT = (
    "how many votes did {name} get in {seat} in {year}",
    "{name} share in {seat} in {year}",
    "did {name} win {seat} in {year}",
    "how did {name} do in {seat} in {year}",
    "did {name} lose their deposit in {seat} in {year}",
    "where did {name} come in {seat} in {year}",
    "who stood for {name} in {seat} in {year}",
    "did {name} stand in {seat} in {year}",
    "how far behind was {name} in {seat} in {year}",
)
OF_A_CANDIDATE = (
    "how many votes did {name} get in {seat} in {year}",
    "did {name} win {seat} in {year}",
    "how did {name} do in {seat} in {year}",
    "{name} share in {seat} in {year}",
)
OF_A_PARTY = (
    "how many seats did {name} win in 2024",
    "{name} vote share in 2024",
    "{name} votes in 2024",
    "best {name} result in 2024",
    "worst {name} result in 2024",
    "which seats did {name} come second in 2024",
    "how many deposits did {name} lose in 2024",
    "which seats did {name} win in 2024",
    "average {name} share in 2024",
    "did {name} win the 2024 election",
    "biggest {name} majority in 2024",
    "votes per seat for {name} in 2024",
    "how did {name} do in 2024",
    "{name}",
    "{name} 2024",
    "is {name} good",
    "are {name} corrupt",
    "should i vote {name}",
    "will {name} win the next election",
    "what do you think of {name}",
    "{name} policy on tax",
    "tell me a joke about {name}",
    "{name} are liars",
)
OF_A_PARTY_WITH_OR_WITHOUT_ANY = (
    "how many seats did {name} gain in 2024",
    "how many seats did {name} lose in 2024",
    "by-elections won by {name}",
)
"""Where there are none, there is no list: the kind and the reading are alike."""
PARTIES = (
    "labour",
    "conservative",
    "liberal-democrat",
    "green",
    "reform-uk",
    "snp",
    "plaid-cymru",
    "dup",
    "sinn-fein",
    "sdlp",
    "alliance",
)
OF_A_LEADER = (
    "should i vote for {name}",
    "is {name} good",
    "is {name} a liar",
    "what do you think of {name}",
    "will {name} be prime minister again",
    "is {name} married",
    "how old is {name}",
    "{name}",
    "{name} elections",
    "how many times has {name} stood",
    "when was {name} first elected",
    "{name} should resign",
    "is {name} racist",
    "who is {name}",
    "how rich is {name}",
)
LEADERS = (
    "Keir Starmer",
    "Rishi Sunak",
    "Ed Davey",
    "Nigel Farage",
    "Jeremy Corbyn",
    "Boris Johnson",
    "Theresa May",
    "Ed Miliband",
    "David Cameron",
    "Nick Clegg",
    "Jo Swinson",
    "Caroline Lucas",
    "Tim Farron",
    "Gordon Brown",
)


@pytest.fixture(scope="module")
def service(parts: Parts) -> Assistant:
    """The whole service."""
    return Assistant(parts=parts, memory=Memory())


@pytest.fixture(scope="module")
def contests(store: Store) -> list[tuple[str, str, str]]:
    """Some contests of which all candidates are held, the only one of the seat in its year: id, seat, year."""
    rows = store.fetch(
        "SELECT contest, seat_name, substr(date, 1, 4) FROM contest_facts k"
        " WHERE kind = 'general' AND detail = 'candidates' AND NOT EXISTS"
        " (SELECT 1 FROM contest_facts o WHERE o.seat = k.seat AND o.kind = 'by-election'"
        " AND substr(o.date, 1, 4) = substr(k.date, 1, 4)) ORDER BY contest"
    )
    return random.Random("impartial").sample(rows, CONTESTS)


def read_as(answer: Answer, subjects: Collection[str]) -> str:
    """The reading of a question, with the one asked about left out."""
    return json.dumps(_without(to_data(answer.query), subjects)) if answer.query else ""


def _without(data: Any, subjects: Collection[str]) -> Any:
    if isinstance(data, dict):
        return {key: _without(value, subjects) for key, value in data.items()}
    if isinstance(data, list):
        return [_without(value, subjects) for value in data]
    return "-" if data in subjects else data


def shape(answer: Answer, subjects: Collection[str]) -> tuple[object, ...]:
    """What must be alike in the replies to one question about different parties or people."""
    blocks = tuple(block.type for block in answer.blocks)
    return (answer.kind, answer.reason, blocks, bool(answer.sources), read_as(answer, subjects))


def unlike(shapes: Mapping[str, object]) -> Mapping[str, object]:
    """Nothing where all are alike; else who got which."""
    return {} if len(set(shapes.values())) <= 1 else shapes


@pytest.mark.parametrize("question", OF_A_PARTY_IN_A_SEAT)
def test_each_party_of_a_contest(
    service: Assistant, store: Store, contests: list[tuple[str, str, str]], question: str
) -> None:
    for contest, seat, year in contests:
        rows = store.fetch(
            "SELECT c.party, p.name FROM candidacy_facts c JOIN parties p ON p.id = c.party"
            " WHERE contest = ? AND party NOT IN ('speaker', 'others') GROUP BY c.party HAVING count(*) = 1",
            (contest,),
        )
        shapes = {
            name: shape(service.ask(question.format(name=name, seat=seat, year=year)), {party}) for party, name in rows
        }
        assert unlike(shapes) == {}, (seat, year)


@pytest.mark.parametrize("question", OF_A_CANDIDATE)
def test_each_candidate_of_a_contest(
    service: Assistant, store: Store, contests: list[tuple[str, str, str]], question: str
) -> None:
    for contest, seat, year in contests:
        rows = store.fetch(
            "SELECT person, name FROM candidacy_facts WHERE contest = ? AND person IS NOT NULL", (contest,)
        )
        shapes = {
            name: shape(service.ask(question.format(name=name, seat=seat, year=year)), {person})
            for person, name in rows
        }
        assert unlike(shapes) == {}, (seat, year)


@pytest.fixture(scope="module")
def party_names(store: Store) -> dict[str, str]:
    """Party id -> name."""
    return dict(store.fetch("SELECT id, name FROM parties"))


@pytest.mark.parametrize("question", OF_A_PARTY)
def test_each_party_of_the_country(service: Assistant, party_names: dict[str, str], question: str) -> None:
    shapes = {party: shape(service.ask(question.format(name=party_names[party])), {party}) for party in PARTIES}
    assert unlike(shapes) == {}


@pytest.mark.parametrize("question", OF_A_PARTY_WITH_OR_WITHOUT_ANY)
def test_each_party_read_alike(service: Assistant, party_names: dict[str, str], question: str) -> None:
    replies = {party: service.ask(question.format(name=party_names[party])) for party in PARTIES}
    assert unlike({party: (reply.kind, read_as(reply, {party})) for party, reply in replies.items()}) == {}


@pytest.mark.parametrize("question", OF_A_LEADER)
def test_each_leader(service: Assistant, store: Store, question: str) -> None:
    shapes = {}
    for name in LEADERS:
        people = {person for (person,) in store.fetch("SELECT id FROM people WHERE name = ?", (name,))}
        assert people, name
        shapes[name] = shape(service.ask(question.format(name=name)), people)
    assert unlike(shapes) == {}
