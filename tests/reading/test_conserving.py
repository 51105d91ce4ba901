"""What is named and does not stand in a query is lost, and no such query is accepted."""

from __future__ import annotations

import pytest

from bot.reading.conserving import lost
from bot.reading.reader import Reader
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import (
    AnyTime,
    Between,
    Fate,
    InYears,
    Measure,
    Of,
    Query,
    Quotes,
    Rank,
    Result,
    Selection,
    Totals,
)

_2019 = InYears(years=(2019,), kind=ElectionKind.GENERAL)
_ANY = AnyTime(kind=ElectionKind.BY_ELECTION)


def _seats(**where: object) -> Totals:
    return Totals(where=Selection.model_validate(where), measures=(Measure.SEATS,))


@pytest.mark.parametrize(
    ("question", "query", "gone"),
    [
        ("labour seats in 2019", _seats(parties=("labour",), when=_2019), []),
        ("labour seats in 2019", _seats(parties=("labour",)), ["2019"]),
        ("labour seats in 2019", _seats(when=_2019), ["labour"]),
        ("labour seats in wales in 2019", _seats(parties=("labour",), when=_2019), ["wales"]),
        (
            "last by-election of 2023",
            Rank(where=Selection(when=_ANY), of=Of.CONTESTS, measure=Measure.DATE),
            ["2023"],
        ),
        ("who won bath in 2019", Result(where=Selection(when=_2019)), ["bath"]),
        (
            "biggest fall in turnout in 2019 compared with 2017",
            Rank(where=Selection(when=_2019), of=Of.CONTESTS, measure=Measure.TURNOUT_CHANGE),
            [],
        ),
        (
            "highest turnout in 2019 and 2017",
            Rank(where=Selection(when=_2019), of=Of.CONTESTS, measure=Measure.TURNOUT),
            ["2017"],
        ),
        ("who won bath in 2019", Result(where=Selection(seats=("bath",), when=_2019)), []),
        ("what happened to ripon in 1983", Fate(where=Selection(seats=("ripon",))), []),
        ("who said labour lost copeland in 2017", Quotes(words="labour lost copeland"), []),
        (
            "labour seats before 2010",
            _seats(parties=("labour",), when=Between.model_validate({"until": "2009-12-31"})),
            [],
        ),
    ],
)
def test_what_is_lost(reader: Reader, question: str, query: Query, gone: list[str]) -> None:
    tokens, breaks, _ = reader.tokens(question)
    cover = reader.cover(tokens, breaks)
    slots = reader.slots(cover)
    spans = (cover.spans[at] for at in lost(query, Work.of(reader.world, cover, slots), slots))
    assert [" ".join(token.text for token in tokens[span.start : span.end]) for span in spans] == gone
