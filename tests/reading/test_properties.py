"""What holds of every message: a reply, no ping, no dead end; and of every seat and year: the right contest."""

from __future__ import annotations

import random
import re
import string
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answering.answer import Answer, Kind
from bot.assistant import Assistant, Parts
from bot.reading.listener import Listener
from bot.reading.memory import Memory
from bot.reading.outcome import Read
from bot.rendering.text import to_text
from knowledge.fold import fold
from knowledge.store.store import Store
from tests.questions.corpora import CORPORA, corpus
from tests.reading.test_frames import ROWS

EXAMPLES = 120
PINGS = re.compile(r"@everyone|@here|<@[!&]?\d+>|<#\d+>")
QUESTIONS = [*ROWS, *(expected.question for name in CORPORA for expected in corpus(name))]

# The same examples on every run: a failure belongs to the change that caused it.
quick = settings(max_examples=EXAMPLES, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def service(parts: Parts) -> Assistant:
    """The whole service, which remembers across the examples of a test."""
    return Assistant(parts=parts, memory=Memory())


def is_sound(answer: Answer) -> None:
    """Holds a reply to what every reply must be."""
    text = to_text(answer)
    assert answer.kind in Kind
    assert answer.headline.strip()
    assert text.startswith(answer.headline)
    assert not PINGS.search(text)
    assert (answer.kind is Kind.DECLINE) == (answer.reason is not None)
    if answer.kind is not Kind.ANSWER:
        assert answer.options or answer.examples
    assert (answer.kind is Kind.CLARIFY) <= bool(answer.options)


# --- any text at all ---


@quick
@given(text=st.text(max_size=1000))
def test_any_text_gets_a_reply(service: Assistant, text: str) -> None:
    is_sound(service.ask(text))


ODD = st.sampled_from(
    [
        "@everyone",
        "@here",
        "<@123456>",
        "<@&99>",
        "<#42>",
        "\u202e",
        "\u200b",
        "\u2066",
        "\x00",
        "\x07",
        "\n",
        "```",
        "**",
        "||",
        "> ",
        '"',
        "“",
        "'",
        "שלום",
        "مرحبا",
        "🗳️",
        "🏴\U000e0067\U000e007f",
        "ﬁ",
        "Ⅳ",
        "½",
        "1e9",
        "9" * 40,
        "٣",
        "-",
        "->",
        "%",
        "&",
        "'17",
        "31/02/2017",
        "2017-13-45",
        "in",
        "and",
        "no, wait",
        "vs",
        "by",
        "or",
        "not",
    ]
)


@quick
@given(
    pieces=st.lists(ODD | st.sampled_from(QUESTIONS) | st.sampled_from(QUESTIONS).map(str.split).map(lambda w: w[0]))
)
def test_odd_mixtures_get_a_reply(service: Assistant, pieces: list[str]) -> None:
    is_sound(service.ask(" ".join(pieces)))


@quick
@given(question=st.sampled_from(QUESTIONS), shuffle=st.randoms(use_true_random=False))
def test_words_in_any_order_get_a_reply(service: Assistant, question: str, shuffle: random.Random) -> None:
    words = question.split()
    shuffle.shuffle(words)
    is_sound(service.ask(" ".join(words)))


@quick
@given(turns=st.lists(st.sampled_from(QUESTIONS) | ODD, min_size=2, max_size=5))
def test_conversations_of_anything_get_replies(service: Assistant, turns: list[str]) -> None:
    service.forget("talk")
    for turn in turns:
        is_sound(service.ask(turn, conversation="talk"))


@quick
@given(question=st.sampled_from(QUESTIONS), cut=st.integers(min_value=0, max_value=300))
def test_questions_broken_off_get_a_reply(service: Assistant, question: str, cut: int) -> None:
    is_sound(service.ask(question[:cut]))


def test_the_same_words_get_the_same_reply(service: Assistant) -> None:
    for question in QUESTIONS[::9]:
        assert service.ask(question) == service.ask(question)


# --- no dead ends ---


def unanswered(service: Assistant) -> Iterator[tuple[str, Answer]]:
    """Questions of the corpora that are not answered, with their replies."""
    for question in QUESTIONS:
        reply = service.ask(question)
        if reply.kind is not Kind.ANSWER:
            yield question, reply


def test_what_is_offered_instead_gets_an_answer(service: Assistant) -> None:
    dead: list[tuple[str, str]] = []
    asked = 0
    for question, reply in unanswered(service):
        is_sound(reply)
        asked += 1
        dead += [(question, example) for example in reply.examples if service.ask(example).kind is not Kind.ANSWER]
        answers = [service.answer(option.query).kind for option in reply.options]
        if answers and Kind.ANSWER not in answers:
            dead.append((question, reply.headline))
    assert asked > 50
    assert dead == []


# --- every seat and year ---


def test_an_exact_seat_and_year_get_that_contest(service: Assistant, store: Store) -> None:
    rows = store.fetch(
        "SELECT DISTINCT seat, seat_name, substr(date, 1, 4) FROM contest_facts WHERE kind = 'general' ORDER BY 1, 3"
    )
    missed = []
    for seat, name, year in random.Random("seats and years").sample(rows, 500):
        reply = service.ask(f"who won {name} in {year}")
        query = getattr(getattr(reply.query, "where", None), "seats", None)
        if (
            reply.kind is not Kind.ANSWER
            or query != (seat,)
            or name not in reply.headline
            or year not in reply.headline
        ):
            missed.append((name, year, reply.headline))
    assert missed == []


# --- misspelt names ---

NAMES = 400
SEATS = (0.97, 0.01)
"""Of seat names with one letter wrong: so many are read right at least, so many read as something else at most."""
PEOPLE = (0.95, 0.01)
"""The same of full names of people."""


def damaged(name: str, pick: random.Random) -> str:
    """``name`` with one edit behind the first letter of a word of five letters or more, if it has one."""
    words = name.split(" ")
    long = [at for at, word in enumerate(words) if len(word) >= 5 and fold(word) not in {"north", "south", "central"}]
    if not long:
        return name
    at = pick.choice(long)
    word, letter = words[at], pick.choice(string.ascii_lowercase)
    cut = pick.randrange(1, len(word))
    rest = pick.choice([word[cut + 1 :], letter + word[cut:], letter + word[cut + 1 :]])
    return " ".join([*words[:at], word[:cut] + rest, *words[at + 1 :]])


def misread(
    listener: Listener, typed: Iterator[tuple[str, str]], question: str, field: str, held: set[str]
) -> tuple[float, float, list[str]]:
    """The part of damaged names read right, the part read as something else, and those; another's name is no typo."""
    found: Counter[str] = Counter()
    wrong = []
    for ref, name in typed:
        if fold(name) in held:
            continue
        outcome = listener.hear(question.format(name=name))
        if not isinstance(outcome, Read):
            found["asked or refused"] += 1
        elif ref in getattr(getattr(outcome.query, "where", None), field, ()):
            found["right"] += 1
        else:
            wrong.append(name)
    total = found.total() + len(wrong)
    assert total > NAMES / 2
    return found["right"] / total, len(wrong) / total, wrong


@pytest.fixture(scope="module")
def held(store: Store) -> set[str]:
    """Every name held."""
    return {key for (key,) in store.fetch("SELECT key FROM names")}


def test_a_seat_with_a_letter_wrong_is_found_or_asked_about(listener: Listener, store: Store, held: set[str]) -> None:
    pick = random.Random("misspelt seats")
    rows = store.fetch(
        "SELECT seat, seat_name FROM contest_facts WHERE kind = 'general' AND date > '2010' GROUP BY seat ORDER BY seat"
    )
    typed = ((seat, damaged(name, pick)) for seat, name in (pick.choice(rows) for _ in range(NAMES)))
    right, wrong, which = misread(listener, typed, "majority in {name}", "seats", held)
    assert wrong <= SEATS[1], which
    assert right >= SEATS[0]


def test_a_person_with_a_letter_wrong_is_found_or_asked_about(listener: Listener, store: Store, held: set[str]) -> None:
    pick = random.Random("misspelt people")
    rows = store.fetch(
        "SELECT DISTINCT p.id, p.name FROM people p JOIN candidacy_facts c ON c.person = p.id"
        " WHERE c.date > '2010' ORDER BY p.id"
    )
    typed = ((person, damaged(name, pick)) for person, name in (pick.choice(rows) for _ in range(NAMES)))
    right, wrong, which = misread(listener, typed, "how many votes did {name} get", "people", held)
    assert wrong <= PEOPLE[1], which
    assert right >= PEOPLE[0]
