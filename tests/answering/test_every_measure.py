"""Every measure in every shape that takes one: some answer, never an exception, never the word None."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.answering.answer import Answer, Kind
from bot.answering.answerer import Answerer
from knowledge.models.elections import ElectionKind
from knowledge.query import Aggregate, AnyTime, InYears, Measure, Of, Query, Rank, Selection, Totals, When

Text = Callable[[Answer], str]
TIMES: tuple[When, ...] = (
    InYears(years=(2019,), kind=ElectionKind.GENERAL),
    InYears(years=(1951,), kind=ElectionKind.GENERAL),
    InYears(years=(1962,), kind=ElectionKind.BY_ELECTION),
)


def sound(answerer: Answerer, text: Text, query: Query) -> None:
    answer = answerer.answer(query)
    told = text(answer)
    assert answer.headline.endswith((".", ".”"))
    assert "None" not in told
    assert "  " not in answer.headline
    if answer.kind is not Kind.ANSWER:
        assert answer.examples


@pytest.mark.parametrize("of", list(Of))
@pytest.mark.parametrize("measure", list(Measure))
def test_rankings(answerer: Answerer, text: Text, measure: Measure, of: Of) -> None:
    for when in TIMES:
        sound(answerer, text, Rank(where=Selection(when=when), of=of, measure=measure))
    labour = Selection(when=TIMES[0], parties=("labour",))
    sound(answerer, text, Rank(where=labour, of=of, measure=measure, highest=False, limit=3))
    sound(answerer, text, Rank(where=labour, of=of, measure=measure, nth=2))


@pytest.mark.parametrize("measure", list(Measure))
def test_totals(answerer: Answerer, text: Text, measure: Measure) -> None:
    for when in (*TIMES[:2], AnyTime()):
        for parties in ((), ("labour",), ("labour", "conservative"), ("reform-uk",)):
            for areas in ((), ("wales",)):
                where = Selection(when=when, parties=parties, areas=areas)
                sound(answerer, text, Totals(where=where, measures=(measure,)))


@pytest.mark.parametrize("measure", list(Measure))
def test_aggregates(answerer: Answerer, text: Text, measure: Measure) -> None:
    for of in (Of.CONTESTS, Of.CANDIDACIES):
        where = Selection(when=TIMES[0], areas=("scotland",))
        sound(answerer, text, Aggregate(where=where, of=of, measure=measure, function="median"))
