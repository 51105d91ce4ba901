"""Which general elections a time means, and the swing between two parties."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.facts.totals import PartyTotalFact
from knowledge.models.elections import ElectionKind
from knowledge.queries.general import GeneralElection, before, meant
from knowledge.queries.national_swing import national_swing
from knowledge.query import AnyTime, Between, InYears, Latest, OnDay, Relative, When

DAYS = [date(1970, 6, 18), date(1974, 2, 28), date(1974, 10, 10), date(1979, 5, 3)]
HELD = [GeneralElection(f"parl.{d}", ElectionKind.GENERAL, d, f"{d.year}") for d in DAYS]
NOTIONAL = GeneralElection("parl.notional.1970-06-18", ElectionKind.NOTIONAL, DAYS[0], "notional 1970")


@pytest.mark.parametrize(
    ("when", "places"),
    [
        (Latest(), [3]),
        (Latest(kind=ElectionKind.BY_ELECTION), [3]),
        (InYears(years=(1974,)), [1, 2]),
        (InYears(years=(1974,), month=10), [2]),
        (InYears(years=(1970, 1979)), [0, 3]),
        (InYears(years=(1971,)), []),
        (OnDay(day=DAYS[1]), [1]),
        (Between(since=date(1974, 3, 1)), [2, 3]),
        (Between(until=date(1974, 3, 1)), [0, 1]),
        (AnyTime(), [0, 1, 2, 3]),
        (Relative(anchor=InYears(years=(1974,)), step=1), [3]),
        (Relative(anchor=InYears(years=(1974,)), step=-1), [0]),
        (Relative(anchor=InYears(years=(1972,)), step=1), [1]),
        (Relative(anchor=InYears(years=(1972,)), step=-1), [0]),
        (Relative(anchor=Latest(), step=-2), [1]),
        (Relative(anchor=Latest(), step=1), []),
        (Relative(anchor=OnDay(day=DAYS[1]), step=2), [3]),
        (Relative(anchor=Between(since=date(1974, 1, 1), until=date(1974, 12, 31)), step=-1), [0]),
    ],
)
def test_a_time_means_these_elections(when: When, places: list[int]) -> None:
    held = sorted([NOTIONAL, *HELD], key=lambda e: e.day)
    assert meant(when, held) == [HELD[place] for place in places]


def test_notional_results_are_meant_only_by_name() -> None:
    assert meant(AnyTime(kind=ElectionKind.NOTIONAL), [NOTIONAL, *HELD]) == [NOTIONAL]


def test_the_election_before() -> None:
    assert before(HELD[2], [NOTIONAL, *HELD]) == HELD[1]
    assert before(HELD[0], [NOTIONAL, *HELD]) is None


def total(party: str, share: float | None) -> PartyTotalFact:
    return PartyTotalFact(
        election="e",
        day=DAYS[0],
        area="great-britain",
        party=party,
        votes=None,
        share=share,
        seats=None,
        candidates=None,
        deposits_lost=None,
        seconds=None,
        gains=None,
        losses=None,
        worked_out=True,
        source="s",
    )


THEN = [total("labour", 0.30), total("conservative", 0.40), total("liberal", 0.10), total("others", 0.20)]
NOW = [total("labour", 0.42), total("conservative", 0.30), total("liberal", 0.08), total("others", 0.20)]


def test_swing_is_between_the_two_strongest_by_default() -> None:
    swing = national_swing("great-britain", DAYS[0], NOW, THEN, ())
    assert swing is not None
    assert (swing.loser, swing.winner) == ("conservative", "labour")
    assert swing.value == pytest.approx(0.11)


def test_one_party_is_set_against_the_strongest_other() -> None:
    swing = national_swing("great-britain", DAYS[0], NOW, THEN, ("liberal",))
    assert swing is not None
    assert (swing.loser, swing.winner) == ("liberal", "labour")
    assert swing.value == pytest.approx(0.07)


@pytest.mark.parametrize("pair", [("conservative", "labour"), ("labour", "conservative")])
def test_swing_goes_to_the_one_that_rose_in_whatever_order_they_are_named(pair: tuple[str, str]) -> None:
    swing = national_swing("great-britain", DAYS[0], NOW, THEN, pair)
    assert swing is not None
    assert (swing.loser, swing.winner) == ("conservative", "labour")


def test_no_swing_without_both_shares() -> None:
    assert national_swing("great-britain", DAYS[0], NOW, [total("labour", 0.3)], ("labour", "conservative")) is None
    assert national_swing("great-britain", DAYS[0], [], [], ()) is None
