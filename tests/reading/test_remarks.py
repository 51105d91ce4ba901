"""What is said beside a question is set aside; what narrows it never is."""

from __future__ import annotations

import pytest

from bot.reading.reader import Reader
from bot.reading.remarks import Remarks


@pytest.fixture(scope="module")
def remarks(reader: Reader) -> Remarks:
    """Sets remarks aside."""
    return Remarks(reader)


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("For a footnote: turnout in Bath in 2015", "turnout in bath in 2015"),
        ("turnout in Bath in 2015, for the school magazine", "turnout in bath in 2015"),
        ("explain, for a class of 16-year-olds, what swing is", "explain what swing is"),
        ("where did Hilary Benn, the minister's son, first win", "where did hilary benn first win"),
        ("turnout in 2001, said to be the lowest since the war", "turnout in 2001"),
        ("closest seat in 2005, an election remembered for Iraq", "closest seat in 2005"),
        ("labour seats at the 1945 election that brought attlee in", "labour seats at the 1945 election"),
    ],
)
def test_remarks_are_set_aside(reader: Reader, remarks: Remarks, said: str, left: str) -> None:
    tokens, breaks, quoted = reader.tokens(said)
    kept, _ = remarks.without((tokens, breaks), quoted)
    assert " ".join(token.text for token in kept) == left


@pytest.mark.parametrize(
    "said",
    [
        "for my essay on Labour, who won in 1945",
        "for a talk on the 1983 election, who won Bath",
        "who won the by-election, famous for Galloway",
        "for a class in Bath, who is the MP",
        "labour seats at the election that brought attlee in",
        "what did Rachel Reeves, the Labour man's sister, win",
        "for an essay",
    ],
)
def test_what_narrows_a_question_is_kept(reader: Reader, remarks: Remarks, said: str) -> None:
    tokens, breaks, quoted = reader.tokens(said)
    kept, cuts = remarks.without((tokens, breaks), quoted)
    assert (list(kept), cuts) == (tokens, breaks)
