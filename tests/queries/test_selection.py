"""Selections as SQL: places, times, parties, people, outcomes and figures, alone and together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from knowledge.models.elections import ElectionKind
from knowledge.queries.fields import fields
from knowledge.queries.selection import Order, candidacies, contests, contests_by_id
from knowledge.query import (
    LAST_PLACE,
    AnyTime,
    Between,
    Condition,
    InYears,
    Latest,
    Measure,
    OnDay,
    Operator,
    Outcome,
    Relative,
    Selection,
    When,
)
from knowledge.store.store import Store

GENERAL = ElectionKind.GENERAL
BY = ElectionKind.BY_ELECTION
NOTIONAL = ElectionKind.NOTIONAL


def general(year: int) -> InYears:
    return InYears(years=(year,), kind=GENERAL)


TIMES: list[tuple[When, list[str]]] = [
    (Latest(), ["parl.copeland.2019-12-12"]),
    (Latest(kind=BY), ["parl.copeland.by.2017-02-23"]),
    (Latest(kind=GENERAL), ["parl.copeland.2019-12-12"]),
    (InYears(years=(2017,)), ["parl.copeland.by.2017-02-23", "parl.copeland.2017-06-08"]),
    (InYears(years=(2017,), month=6), ["parl.copeland.2017-06-08"]),
    (InYears(years=(2017,), kind=GENERAL), ["parl.copeland.2017-06-08"]),
    (InYears(years=(2015, 2019)), ["parl.copeland.2015-05-07", "parl.copeland.2019-12-12"]),
    (InYears(years=(2018,)), []),
    (OnDay(day=date(2017, 2, 23)), ["parl.copeland.by.2017-02-23"]),
    (
        Between(since=date(2015, 1, 1), until=date(2017, 5, 1)),
        ["parl.copeland.2015-05-07", "parl.copeland.by.2017-02-23"],
    ),
    (Between(since=date(2018, 1, 1)), ["parl.copeland.2019-12-12"]),
    (AnyTime(kind=BY), ["parl.copeland.by.2017-02-23"]),
    (AnyTime(kind=NOTIONAL), ["parl.copeland.notional.2005-05-05"]),
    (Relative(anchor=InYears(years=(2015,)), step=1), ["parl.copeland.by.2017-02-23"]),
    (Relative(anchor=InYears(years=(2015,)), step=1, kind=GENERAL), ["parl.copeland.2017-06-08"]),
    (Relative(anchor=InYears(years=(2015,)), step=2), ["parl.copeland.2017-06-08"]),
    (Relative(anchor=Latest(), step=-1), ["parl.copeland.2017-06-08"]),
    (Relative(anchor=Latest(), step=-2), ["parl.copeland.by.2017-02-23"]),
    (Relative(anchor=InYears(years=(2016,)), step=-1), ["parl.copeland.2015-05-07"]),
    (Relative(anchor=Latest(kind=BY), step=-1), ["parl.copeland.2015-05-07"]),
    (Relative(anchor=Latest(), step=1), []),
]


@pytest.mark.parametrize(("when", "found"), TIMES)
def test_times_of_a_seat(store: Store, when: When, found: list[str]) -> None:
    assert [c.contest for c in contests(store, Selection(seats=("copeland",), when=when))] == found


def test_the_latest_of_each_seat(store: Store) -> None:
    found = contests(store, Selection(seats=("bath", "copeland"), when=Latest()))
    assert [(c.seat, c.date.year) for c in found] == [("copeland", 2019), ("bath", 2024)]


def test_the_latest_of_a_person(store: Store) -> None:
    person = ("mnis-4593",)
    assert [c.contest for c in candidacies(store, Selection(people=person))] == ["parl.copeland.2019-12-12"]


def test_the_latest_of_the_country(store: Store) -> None:
    assert len(contests(store, Selection())) == 650
    assert {c.election for c in contests(store, Selection(areas=("wales",)))} == {"parl.2024-07-04"}


def test_the_latest_by_election_that_fits(store: Store) -> None:
    found = contests(store, Selection(winner=("ukip",), when=Latest(kind=BY)))
    assert [c.contest for c in found] == ["parl.rochester-and-strood.by.2014-11-20"]


def test_the_general_election_before_in_the_country(store: Store) -> None:
    found = contests(store, Selection(areas=("wales",), when=Relative(anchor=Latest(), step=-1)))
    assert {c.election for c in found} == {"parl.2019-12-12"}
    assert len(found) == 40


@pytest.mark.parametrize(
    ("areas", "number"),
    [
        (("wales",), 32),
        (("north-east",), 27),
        (("scotland", "wales"), 89),
        (("great-britain",), 632),
        (("united-kingdom",), 650),
    ],
)
def test_areas(store: Store, areas: tuple[str, ...], number: int) -> None:
    assert len(contests(store, Selection(areas=areas, when=general(2024)))) == number


@pytest.mark.parametrize(
    ("selection", "number"),
    [
        (Selection(winner=("labour",), when=general(2024)), 411),
        (Selection(winner=("conservative",), when=general(2010)), 306),
        (Selection(parties=("labour",), place=1, when=general(2024)), 411),
        (Selection(winner=("labour",), runner_up=("reform-uk",), when=general(2024)), 89),
        (Selection(parties=("reform-uk",), place=2, when=general(2024)), 98),
        (Selection(winner=("conservative",), lost_by=("labour",), when=general(2019)), 54),
        (Selection(winner=("liberal-democrat",), outcome=Outcome.HOLD, when=general(2024)), 8),
    ],
)
def test_outcomes(store: Store, selection: Selection, number: int) -> None:
    assert len(contests(store, selection)) == number


def test_last_place(store: Store) -> None:
    found = candidacies(store, Selection(seats=("copeland",), when=Latest(kind=BY), place=LAST_PLACE))
    assert [c.name for c in found] == ["Roy Ivinson"]


def test_conditions_on_contests_and_candidacies(store: Store) -> None:
    close = Condition(measure=Measure.MAJORITY, operator=Operator.LESS, value=100)
    strong = Condition(measure=Measure.SHARE, operator=Operator.MORE, value=0.8)
    assert len(contests(store, Selection(when=general(2017), conditions=(close,)))) == 11
    found = candidacies(store, Selection(when=general(2017), conditions=(strong,)))
    assert {c.seat for c in found} >= {"knowsley", "liverpool-walton"}
    assert all(c.share is not None and c.share > 0.8 for c in found)


def test_a_measure_of_the_country_is_no_condition_on_contests(store: Store) -> None:
    seats = Condition(measure=Measure.SEATS, operator=Operator.MORE, value=1)
    with pytest.raises(ValueError, match="seats is measured neither"):
        contests(store, Selection(conditions=(seats,)))


def test_gender(store: Store) -> None:
    found = candidacies(store, Selection(parties=("green",), place=1, gender="female", when=general(2024)))
    assert {c.name for c in found} == {"Carla Denyer", "Siân Berry", "Ellie Chowns"}


def test_order_and_limit(store: Store) -> None:
    found = contests(store, Selection(when=general(2017)), Order(Measure.MAJORITY, highest=False), limit=2)
    assert [(c.seat, c.majority) for c in found] == [("north-east-fife", 2), ("kensington", 20)]
    best = candidacies(store, Selection(parties=("green",), when=general(2024)), Order(Measure.SHARE), limit=1)
    assert [c.seat for c in best] == ["bristol-central"]


def test_rows_without_the_measure_come_last(store: Store) -> None:
    found = contests(store, Selection(when=AnyTime(kind=BY)), Order(Measure.MAJORITY, highest=True))
    held = [c.majority is not None for c in found]
    assert held == sorted(held, reverse=True)


def test_fields_are_best_first(store: Store) -> None:
    contest = contests_by_id(store, ["parl.copeland.by.2017-02-23"])
    field = fields(store, list(contest.values()))["parl.copeland.by.2017-02-23"]
    assert [c.votes for c in field] == [13748, 11601, 2252, 2025, 811, 515, 116]
    assert field[0].elected
    assert field[0].deposit_lost is False
    assert field[-1].deposit_lost is True
    assert fields(store, []) == {}


def test_contests_by_id(store: Store) -> None:
    found = contests_by_id(store, ["parl.copeland.by.2017-02-23", "parl.no-such.2017-06-08"])
    assert list(found) == ["parl.copeland.by.2017-02-23"]
    contest = found["parl.copeland.by.2017-02-23"]
    assert contest.by_election
    assert contest.date == date(2017, 2, 23)
    assert contest.gain is True
    assert contest.previous_name == "Jamie Reed"
    assert contests_by_id(store, []) == {}


def test_two_members_are_both_elected(store: Store) -> None:
    found = candidacies(store, Selection(seats=("blackburn",), place=1, when=InYears(years=(1935,))))
    assert len(found) == 2


def test_fields_say_the_same_as_the_candidacies(store: Store) -> None:
    for when in (OnDay(day=date(2017, 2, 23)), OnDay(day=date(1955, 5, 26)), InYears(years=(2024,))):
        where = Selection(seats=("copeland", "whitehaven", "clacton", "stoke-on-trent-central"), when=when)
        told = [c for field in fields(store, contests(store, where)).values() for c in field]
        assert {(c.contest, c.person, c.party, c.votes): replace(c, family=None) for c in told} == {
            (c.contest, c.person, c.party, c.votes): replace(c, family=None) for c in candidacies(store, where)
        }
