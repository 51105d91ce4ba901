"""General elections at which a total was over or under a number, on the real facts."""

from __future__ import annotations

import pytest

from bot.answering.answer import Kind
from bot.answering.answerer import Answerer
from knowledge.models.elections import ElectionKind
from knowledge.query import AnyTime, Condition, Elections, Measure, Operator, Selection

GENERAL = AnyTime(kind=ElectionKind.GENERAL)


def where(*parties: str, area: str | None = None) -> Selection:
    """All general elections, of parties in an area."""
    return Selection(when=GENERAL, parties=parties, areas=(area,) if area else ())


LOW_TURNOUT = Condition(measure=Measure.TURNOUT, operator=Operator.LESS, value=0.6)
MANY_WOMEN = Condition(measure=Measure.WOMEN, operator=Operator.AT_LEAST, value=100)
MANY_SEATS = Condition(measure=Measure.SEATS, operator=Operator.MORE, value=400)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (Elections(where=where(), condition=LOW_TURNOUT), "1918 (57.2%), 2001 (59.4%) and 2024 (59.7%)"),
        (
            Elections(where=where(), condition=LOW_TURNOUT, pick="last"),
            "was the 2024 general election: 59.7%",
        ),
        (Elections(where=where(), condition=MANY_WOMEN, pick="first"), "the 1997 general election: 120 women"),
        (Elections(where=where("labour"), condition=MANY_SEATS, pick="count"), "Three of the 29 general elections"),
        (Elections(where=where(), condition=MANY_SEATS, any_party=True, pick="last"), "2024 general election: Labour"),
        (Elections(where=where("snp"), condition=MANY_SEATS), "None of the"),
        (Elections(where=where(), condition=MANY_SEATS, any_party=True, check=True), "Yes: "),
        (Elections(where=where("snp"), condition=MANY_SEATS, check=True), "No: none of"),
        (Elections(where=where(area="wales"), condition=LOW_TURNOUT), "in Wales"),
    ],
)
def test_the_elections_that_fit(answerer: Answerer, query: Elections, said: str) -> None:
    answer = answerer.answer(query)
    assert answer.kind is Kind.ANSWER
    assert said in answer.headline
    assert answer.read_as is not None
    assert "general elections" in answer.read_as
