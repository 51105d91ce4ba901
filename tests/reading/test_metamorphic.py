"""A question about another seat, person, party or year is the same query of that one; courtesies and case are nothing.

Every question of the project's own tables that names one exactly is asked of others of its kind. What the facts decide
is left out, with the reason beside it: nothing else may make a difference, but for a choice or a refusal.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.reading.listener import Listener
from bot.reading.outcome import Read
from bot.reading.reader import Reader
from knowledge.fold import fold
from knowledge.query import to_data
from knowledge.store.store import Store
from tests.questions.corpora import CORPORA, corpus
from tests.reading.test_frames import ROWS

QUESTIONS = [*ROWS, *(each.question for name in CORPORA for each in corpus(name) if not each.turns)]
FIELDS = {
    "seat": {"seats", "after"},
    "person": {"people"},
    "party": {"parties", "winner", "runner_up", "lost_by", "claimed_party"},
    "year": {"years", "expected"},
}
"""Kind of name -> the fields of a query that hold it."""
USUAL = {"labour": "labour", "conservative": "tory", "liberal-democrat": "lib dem", "green": "green", "ukip": "ukip"}
"""Parties as people call them."""
YEARS = (2010, 2015, 2017, 2019, 2024)
"""General elections of which all is held."""

# The same examples on every run: a failure belongs to the change that caused it.
quick = settings(max_examples=150, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
picks = st.integers(min_value=0, max_value=2**32).map(random.Random)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is read: its query in data, and one name in it."""

    question: str
    query: Mapping[str, Any]
    old: Any
    """The value in the query that the name stands for."""
    start: int = 0
    end: int = 0
    """Where the name stands in the question."""

    def of(self, kind: str, name: str, value: Any) -> tuple[str, Any]:
        """The question about another of the kind, and the query expected."""
        name = name.lower() if self.question == self.question.lower() else name
        asked = self.question[: self.start] + name + self.question[self.end :]
        return asked, replaced(self.query, FIELDS[kind], self.old, value)


class Pool:
    """The questions of a kind, and what they may be asked of: value -> name."""

    def __init__(self, asked: Sequence[Asked], names: Mapping[Any, str]) -> None:
        self.asked = asked
        self.names = names


class Readings:
    """Question -> its query in data; and the questions that name nobody, nor any place by two names."""

    def __init__(self, queries: Mapping[str, Mapping[str, Any]], reader: Reader) -> None:
        self.queries = queries
        covers = {question: reader.cover(reader.tokens(question)[0]) for question in queries}
        self.plain = {
            question
            for question, cover in covers.items()
            if not any(span.person for span in cover.spans) and sum(bool(span.seat) for span in cover.spans) <= 1
        }


def replaced(data: Any, fields: set[str], old: Any, new: Any, field: str = "") -> Any:
    """The data of a query with one value for another in the fields of a kind."""
    if isinstance(data, Mapping):
        return {key: replaced(value, fields, old, new, key) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [replaced(value, fields, old, new, field) for value in data]
    return new if field in fields and data == old else data


def values(data: Any, fields: set[str], field: str = "") -> Iterator[Any]:
    """All that a query holds in the fields of a kind."""
    if isinstance(data, Mapping):
        for key, value in data.items():
            yield from values(value, fields, key)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from values(value, fields, field)
    elif field in fields:
        yield data


def settled_by_facts(query: Mapping[str, Any]) -> bool:
    """Whether the facts set a day, a contest or a way to tell it: polling days, what became of a seat, governments."""
    dated = any(isinstance(value, str) for value in values(query, {"day", "since", "until", "at"}))
    return dated or bool({"fate", "government", "quotes"} & set(values(query, {"shape"})))


def named(question: str, name: str) -> re.Match[str] | None:
    """Where a name stands in a question, if once."""
    words = r"[\s,.()–-]*".join("(?:and|&)" if word == "and" else re.escape(word) for word in fold(name).split())
    found = list(re.finditer(rf"(?<![\w-]){words}(?![\w-])", question, re.IGNORECASE))
    return found[0] if len(found) == 1 else None


@pytest.fixture(scope="module")
def readings(listener: Listener, reader: Reader) -> Readings:
    """The queries of all questions that are read."""
    found = {}
    for question in QUESTIONS:
        outcome = listener.hear(question)
        if isinstance(outcome, Read):
            found[question] = to_data(outcome.query)
    return Readings(found, reader)


def naming(readings: Readings, kind: str, names: Mapping[Any, str], fits: Callable[[Mapping[str, Any]], bool]) -> Pool:
    """The questions that name just one of a kind, by its exact name, and nobody besides: who stood where is a fact."""
    found = []
    for question, query in readings.queries.items():
        if kind != "person" and question not in readings.plain:
            continue
        held = set(values(query, FIELDS[kind])) - {None}
        name = names.get(next(iter(held))) if len(held) == 1 else None
        place = named(question, name) if name else None
        if place and fits(query):
            found.append(Asked(question, query, next(iter(held)), *place.span()))
    assert len(found) > 10
    return Pool(found, names)


def holds(listener: Listener, question: str, expected: Any) -> None:
    """Asserts that a question is read as expected, if it is read at all."""
    outcome = listener.hear(question)
    if isinstance(outcome, Read):
        assert replaced(to_data(outcome.query), set(), None, None) == replaced(expected, set(), None, None), question


# --- seats ---


@pytest.fixture(scope="module")
def seats(store: Store) -> Mapping[str, str]:
    """Seats of today with the name that is theirs alone."""
    rows = store.fetch("SELECT DISTINCT seat, seat_name FROM contest_facts WHERE kind = 'general' AND date > '2024'")
    shared = {
        key for (key,) in store.fetch("SELECT key FROM names WHERE kind = 'seat' GROUP BY key HAVING count(*) > 1")
    }
    return {seat: name for seat, name in rows if fold(name) not in shared}


@pytest.fixture(scope="module")
def of_seats(readings: Readings, seats: Mapping[str, str]) -> Pool:
    """Questions about one seat."""
    return naming(readings, "seat", seats, lambda query: not settled_by_facts(query))


@quick
@given(pick=picks)
def test_another_seat(listener: Listener, reader: Reader, of_seats: Pool, pick: random.Random) -> None:
    asked = pick.choice(of_seats.asked)
    years = set(values(asked.query, {"years"}))
    kind = next(iter(set(values(asked.query, {"kind"})) - {None}), None)

    def polls(seat: str) -> list[tuple[int, str]]:
        return sorted((day.year, each) for day, each in reader.catalogue.polls(seat) if day.year in years)

    def fits(seat: str) -> bool:
        # a name whose seat had no such contest of late may stand for another seat that had
        had = any(kind in (None, each) and day.year >= YEARS[0] for day, each in reader.catalogue.polls(seat))
        return seat != asked.old and had and polls(seat) == polls(asked.old)

    fitting = [seat for seat in sorted(of_seats.names) if fits(seat)]
    for seat in pick.sample(fitting, min(3, len(fitting))):
        holds(listener, *asked.of("seat", of_seats.names[seat], seat))


# --- people ---


@pytest.fixture(scope="module")
def people(store: Store, reader: Reader) -> Mapping[str, str]:
    """People who first stood since 2005, stood since 2010 and led no party, with the full name that is theirs alone."""
    rows = store.fetch(
        "SELECT DISTINCT p.id, p.name FROM people p JOIN candidacy_facts c ON c.person = p.id WHERE c.date > '2010'"
        " AND NOT EXISTS (SELECT 1 FROM candidacy_facts o WHERE o.person = p.id AND o.date < '2005-05-05')"
    )
    shared = {
        key for (key,) in store.fetch("SELECT key FROM names WHERE form <> 'surname' GROUP BY key HAVING count(*) > 1")
    }
    led = {each.person for each in reader.calendar.leaders}
    return {person: name for person, name in rows if person not in led and fold(name) not in shared and " " in name}


@pytest.fixture(scope="module")
def of_people(readings: Readings, people: Mapping[str, str]) -> Pool:
    """Questions about one person; a seat or party beside them is one that they stood in or for."""

    def fits(query: Mapping[str, Any]) -> bool:
        beside = [*values(query, FIELDS["seat"]), *values(query, FIELDS["party"])]
        # who beat somebody is told of the contests that they lost, which differ
        beaten = query["shape"] == "result" or "compare" in query["shape"]
        return not (settled_by_facts(query) or any(beside) or beaten)

    return naming(readings, "person", people, fits)


@quick
@given(pick=picks)
def test_another_person(listener: Listener, reader: Reader, of_people: Pool, pick: random.Random) -> None:
    asked = pick.choice(of_people.asked)
    years = set(values(asked.query, {"years"}))

    def parties(person: str) -> set[str]:
        card = reader.catalogue.person(person)
        return {stand.party for stand in card.stands} if card else set()

    for person in pick.sample(sorted(of_people.names), 12):
        card = reader.catalogue.person(person)
        stood = {stand.date.year for stand in card.stands} if card else set()
        # a party named beside somebody says nothing more where it is their own
        if person != asked.old and years <= stood and parties(person) == parties(asked.old):
            holds(listener, *asked.of("person", of_people.names[person], person))


# --- parties ---


@pytest.fixture(scope="module")
def of_parties(readings: Readings) -> Pool:
    """Questions about one party."""
    return naming(readings, "party", USUAL, lambda query: not settled_by_facts(query))


@quick
@given(pick=picks)
def test_another_party(listener: Listener, of_parties: Pool, pick: random.Random) -> None:
    asked = pick.choice(of_parties.asked)
    for party, name in USUAL.items():
        if party != asked.old:
            holds(listener, *asked.of("party", name, party))


# --- years ---


@pytest.fixture(scope="module")
def of_years(readings: Readings) -> Pool:
    """Questions about one general election."""

    def fits(query: Mapping[str, Any]) -> bool:
        apart = settled_by_facts(query) or "by-election" in values(query, {"kind"})
        # how many seats "all of Wales" is differs from year to year, and which party it is of several of one name
        shared = "workers-party-of-britain" in values(query, FIELDS["party"])
        return not (apart or shared or any(values(query, {"month", "value"})))

    return naming(readings, "year", {year: str(year) for year in YEARS}, fits)


@quick
@given(pick=picks)
def test_another_year(listener: Listener, reader: Reader, of_years: Pool, pick: random.Random) -> None:
    asked = pick.choice(of_years.asked)
    if len(re.findall(r"\b[12]\d{3}\b", asked.question)) > 1:
        # a year beside another may contradict it
        return
    for year in YEARS:
        polls = [[day.year for day, _ in reader.catalogue.polls(seat)] for seat in values(asked.query, {"seats"})]
        # a place without a contest then may be another seat, and one with two has both
        if year != asked.old and all(days.count(year) == days.count(asked.old) for days in polls):
            holds(listener, *asked.of("year", str(year), year))


# --- courtesies and case ---

LEADS = (
    "hey ",
    "hi, ",
    "please ",
    "good morning, ",
    "hi all, ",
    "ok so ",
    "ok ",
    "lol ",
    "right, ",
    "so, ",
    "quick question: ",
    "",
)
ENDS = (" please", " thanks", "?", " pls", ", cheers", " thank you", "??", "")


@quick
@given(pick=picks)
def test_courtesies_and_case_change_nothing(listener: Listener, readings: Readings, pick: random.Random) -> None:
    question = pick.choice(sorted(readings.queries))
    query = readings.queries[question]
    if query["shape"] == "about":
        # thanks, greetings and calls for help are courtesies themselves
        return
    dressed = pick.choice(LEADS) + question.rstrip("?!. ") + pick.choice(ENDS)
    # words in quote marks are looked for as they are typed
    dressed = dressed if query["shape"] == "quotes" else pick.choice((str, str.upper, str.lower, str.title))(dressed)
    outcome = listener.hear(dressed)
    assert isinstance(outcome, Read), dressed
    assert to_data(outcome.query) == query, dressed
