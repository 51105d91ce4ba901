"""A year or a place that stands elsewhere in the question, behind a comma or ahead of it, is never lost.

The reading may be refused; it may not be of another year, or of another place, than the one that was named.
"""

from __future__ import annotations

import random
import re

import pytest

from bot.reading.listener import Listener
from bot.reading.outcome import Read
from bot.reading.reader import Reader
from knowledge.query import Fate, Figure, Query, ReferendumQuery, Result
from tests.questions.corpora import CORPORA, corpus
from tests.reading.test_frames import ROWS

QUESTIONS = sorted({*ROWS, *(each.question for name in CORPORA for each in corpus(name) if not each.turns)})
YEAR = re.compile(r"(?:\b(?:in|at|of) )?(?:the )?\b((?:19|20)\d\d)\b")
BESIDE_A_YEAR = re.compile(
    r"since|after|before|until|by|from|to|between|,|\(|general|election|\bge\b|\d\d? \d{4}"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec",
    re.IGNORECASE,
)
"""What a year hangs by, so that moved it would say another thing."""
READ_OF = re.compile(r'"seats":\["([a-z0-9-]+)"')
WORDS = 12
SAMPLE = 250
PAIRS = 150
LED_IN = ("in", "at", "for", "of", "the", "by", "to", "from")
DATED = (
    "{rest}, {year}",
    "{rest} ({year})",
    "{year}: {rest}",
    "{year} - {rest}",
    "in {year} {rest}",
    "{rest}. {year}.",
)
PLACED = ("{rest}, {name}", "{name}: {rest}", "{name} - {rest}", "in {name}, {rest}")


def with_a_year() -> list[tuple[str, str]]:
    """Questions without their one year, and the year."""
    found = []
    for question in QUESTIONS:
        match = YEAR.search(question)
        if match is None or len(YEAR.findall(question)) != 1 or len(question.split()) > WORDS:
            continue
        rest = " ".join((question[: match.start()] + question[match.end() :]).split()).strip(" ?,.")
        if len(rest.split()) > 1 and not BESIDE_A_YEAR.search(rest):
            found.append((rest, match[1]))
    return random.Random("years").sample(found, SAMPLE)


def test_a_year_moved_is_the_year_asked_about(listener: Listener) -> None:
    lost = []
    for rest, year in with_a_year():
        for form in DATED:
            question = form.format(rest=rest, year=year)
            outcome = listener.hear(question)
            # what followed a seat is told of the one day that it came to an end
            timeless = isinstance(outcome, Read) and isinstance(outcome.query, Fate)
            if isinstance(outcome, Read) and not timeless and year not in outcome.query.model_dump_json():
                lost.append((question, outcome.query))
    assert lost == []


def with_a_place(reader: Reader, listener: Listener) -> list[tuple[str, str, tuple[str, ...]]]:
    """Questions without the one seat that they name in full, its name, and the seats that they are read as of."""
    found = []
    for question in QUESTIONS:
        tokens, breaks, quoted = reader.tokens(question)
        if quoted or breaks or len(tokens) > WORDS:
            continue
        seats = [span for span in reader.cover(tokens).spans if span.seat is not None]
        words = [token.text for token in tokens]
        if len(seats) != 1 or seats[0].seat is None or seats[0].seat.how != "exact" or "and" in words:
            continue
        start, end = seats[0].start, seats[0].end
        ahead = words[: start - 1] if start and words[start - 1] in LED_IN else words[:start]
        rest = " ".join((*ahead, *words[end:]))
        # of what somebody said, where they sat before or what a seat was made from, the place is more than a place
        if len(rest.split()) > 1 and not {
            "say",
            "said",
            "same",
            "since",
            "before",
            "after",
            "became",
            "happened",
        } & set(words):
            outcome = listener.hear(question)
            read = (
                re.findall(r'"seats":\["([a-z0-9-]+)"', outcome.query.model_dump_json())
                if isinstance(outcome, Read)
                else []
            )
            if isinstance(outcome, Read) and not read and '"people":["' in outcome.query.model_dump_json():
                # "is galloway an mp" is of somebody, and names no place
                continue
            found.append((rest, " ".join(words[start:end]), (*seats[0].seat.seats, *read)))
    return random.Random("places").sample(found, SAMPLE)


@pytest.mark.parametrize("form", PLACED)
def test_a_place_moved_is_the_place_asked_about(listener: Listener, reader: Reader, form: str) -> None:
    lost = []
    for rest, name, seats in with_a_place(reader, listener):
        question = form.format(rest=rest, name=name)
        outcome = listener.hear(question)
        if isinstance(outcome, Read) and not names_any(outcome.query, seats):
            lost.append((question, outcome.query))
    assert lost == []


def names_any(query: Query, seats: tuple[str, ...]) -> bool:
    """Whether a query is of any of these seats; of somebody, whose contests may tell the place; or of a referendum."""
    if isinstance(query, ReferendumQuery):
        return True
    told = query.model_dump_json()
    return '"people":["' in told or any(f'"{seat}"' in told for seat in seats)


@pytest.fixture(scope="module")
def asked(listener: Listener) -> list[tuple[str, str]]:
    """Plain questions that ask who, or for a figure, of one seat; and the seat."""
    found = []
    for question in QUESTIONS:
        outcome, words = listener.hear(question), question.split()
        query = outcome.query if isinstance(outcome, Read) else None
        plain = not re.search(r"[,;:.?(]|\b(?:and|or|both|between|compare)\b", question.strip(" ?"))
        asks = isinstance(query, Figure) or "who" in words
        if plain and asks and 3 < len(words) <= WORDS and isinstance(query, Figure | Result):
            found += [(question.strip(" ?"), seat) for seat in query.where.seats if len(query.where.seats) == 1]
    return found


@pytest.mark.parametrize("form", ["{} and {}", "{}. {}", "{}? {}?", "{}, {}", "{}; also {}"])
def test_two_questions_of_two_places_are_never_read_as_one_of_them(
    listener: Listener, asked: list[tuple[str, str]], form: str
) -> None:
    """Both are asked, or the message is refused: in no more than a few of a hundred one of them is passed over."""
    picks = random.Random("pairs")
    lost = []
    for _ in range(PAIRS):
        (one, seat), (other, place) = picks.sample(asked, 2)
        question = form.format(one, other)
        outcome = listener.hear(question)
        told = outcome.query.model_dump_json() if isinstance(outcome, Read) else f'"{seat}", "{place}"'
        if f'"{seat}"' not in told or f'"{place}"' not in told:
            lost.append(question)
    assert len(lost) <= PAIRS // 50, lost
