"""A table of questions and the queries they are read as: every frame and every shape has some.

The table leaves out what a query has by default. Anybody who teaches reading a new kind of question adds a line.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.reading import reader as reader_module
from bot.reading.frames import frames
from bot.reading.framing import Frame, Reading
from bot.reading.listener import Listener
from bot.reading.outcome import Read
from bot.reading.reader import Reader
from bot.reading.work import Work
from knowledge.query import Query, Several, Single, Term, from_data, to_data

TABLE = Path(__file__).with_name("frames.jsonl")


def rows() -> Mapping[str, object]:
    """Question -> the query it is to be read as, in data."""
    lines = [json.loads(line) for line in TABLE.read_text("utf-8").splitlines()]
    table = {line["question"]: line["query"] for line in lines}
    assert len(table) == len(lines), "a question stands twice"
    return table


ROWS = rows()


@pytest.mark.parametrize("question", ROWS)
def test_read_as(listener: Listener, question: str) -> None:
    outcome = listener.hear(question)
    assert isinstance(outcome, Read)
    assert not outcome.carried
    assert to_data(outcome.query) == to_data(from_data(ROWS[question]))


def test_case_punctuation_and_markup_change_nothing(listener: Listener) -> None:
    for question in ROWS:
        plain = listener.hear(question)
        assert isinstance(plain, Read)
        for dressed in (question.upper() + "??", f"{question} please", f"  {question}!!! ", f"**{question}**"):
            outcome = listener.hear(dressed)
            assert isinstance(outcome, Read), dressed
            assert outcome.query == plain.query, dressed


def shapes() -> set[str]:
    """The name of every shape of query."""
    members: tuple[type[Term], ...] = (*_members(Single), Several)
    return {member.model_fields["shape"].default for member in members}


def _members(union: object) -> tuple[type[Term], ...]:
    annotated = union.__origin__  # type: ignore[attr-defined]
    return tuple(annotated.__args__)


def test_every_shape_is_in_the_table() -> None:
    assert {from_data(query).shape for query in ROWS.values()} == shapes()


def _name(reading: Reading) -> str:
    return f"{reading.__module__}.{reading.__name__}"


def test_every_frame_reads_a_question_of_the_table(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []

    def told(frame: Reading) -> Reading:
        reading, needed = (frame.reading, frame.needs) if isinstance(frame, Frame) else (frame, ())

        def tell(work: Work) -> Query | None:
            query = reading(work)
            if query is not None:
                tried.append(_name(reading))
            return query

        return Frame(tell, needed)

    monkeypatch.setattr(reader_module, "frames", lambda: tuple(map(told, frames())))
    listener = Listener(Reader(reader.catalogue, reader.lexicon, reader.calendar))
    accepted = set()
    for question in ROWS:
        tried.clear()
        listener.hear(question)
        accepted.add(tried[-1])
    assert {_name(frame.reading if isinstance(frame, Frame) else frame) for frame in frames()} == accepted
