"""Queries inside custom ids."""

from __future__ import annotations

import base64
import zlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord_app.custom_ids import PREFIX, BadChoiceError, pack, unpack
from bot.rendering.limits import CUSTOM_ID
from knowledge.models.elections import ElectionKind
from knowledge.query import (
    AnyTime,
    Career,
    Check,
    Compare,
    Condition,
    ExpectedNumber,
    Figure,
    InYears,
    Latest,
    Measure,
    OnDay,
    Operator,
    Query,
    Relative,
    Result,
    Selection,
    Several,
)

SEATS = ("copeland", "stoke-on-trent-central", "inverness-skye-and-west-ross-shire", "ynys-mon", "bath")
TIMES = (Latest(), Latest(kind=ElectionKind.BY_ELECTION), InYears(years=(2017,)), OnDay(day=date(2017, 2, 23)),
         AnyTime(), Relative(anchor=Latest(), step=-1))  # fmt: skip

QUERIES = st.builds(
    Figure,
    where=st.builds(
        Selection,
        seats=st.sampled_from(SEATS).map(lambda seat: (seat,)),
        when=st.sampled_from(TIMES),
        parties=st.sampled_from(((), ("labour",), ("liberal-democrat",))),
    ),
    measures=st.lists(st.sampled_from(Measure), min_size=1, max_size=2, unique=True).map(tuple),
)


@given(QUERIES)
def test_what_was_packed_is_read_back(query: Figure) -> None:
    custom_id = pack(query)
    assert custom_id is not None
    assert len(custom_id) <= CUSTOM_ID
    assert unpack(custom_id) == query


@pytest.mark.parametrize(
    "query",
    [
        Result(where=Selection(seats=("richmond-park",), when=Latest(kind=ElectionKind.GENERAL))),
        Career(where=Selection(people=("c-uxbridge-and-south-ruislip-2019-12-12-12",))),
        Check(
            where=Selection(seats=("copeland",), people=("mnis-4593",), when=OnDay(day=date(2017, 2, 23))),
            expect=(
                ExpectedNumber(
                    condition=Condition(measure=Measure.MAJORITY, operator=Operator.AT_LEAST, value=2500), about=True
                ),
            ),
            negated=True,
        ),
        Compare(sides=tuple(Figure(where=Selection(seats=(seat,)), measures=(Measure.TURNOUT,)) for seat in SEATS[:2])),
        Several(parts=(Result(where=Selection(seats=("bath",))), Result(where=Selection(seats=("copeland",))))),
    ],
)
def test_typical_choices_fit(query: Query) -> None:
    custom_id = pack(query)
    assert custom_id is not None
    assert unpack(custom_id) == query


def test_a_query_too_large_does_not_fit() -> None:
    people = tuple(f"person-{number * 7919}" for number in range(40))
    assert pack(Career(where=Selection(people=people))) is None


@given(st.text(max_size=120))
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(BadChoiceError):
        unpack(PREFIX + text)


@pytest.mark.parametrize(
    "data",
    [b"{}", b"[]", b"null", b'{"shape":"result"}', b'{"shape":"nothing"}', b"\xff\xfe", b"[" * 3000,
     b'{"shape":"explain","term":"x","more":1}', b" " * 1_000_000],
)  # fmt: skip
def test_data_that_is_no_query_is_refused(data: bytes) -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(data) + packer.flush()
    with pytest.raises(BadChoiceError):
        unpack((PREFIX + base64.b85encode(packed).decode())[:CUSTOM_ID])


def test_an_id_of_another_kind_is_refused() -> None:
    with pytest.raises(BadChoiceError):
        unpack("choices:1")
