"""Expectations held against the totals of one general election in one area."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, assert_never

from knowledge.facts.check import Compared, Finding, NationalCheck
from knowledge.facts.totals import ElectionTotals, PartyTotalFact
from knowledge.queries.check_contest import holds, merged
from knowledge.queries.named_seats import with_named_seats
from knowledge.queries.totals import run_totals
from knowledge.query import (
    Expectation,
    ExpectedDirection,
    ExpectedHolder,
    ExpectedMajority,
    ExpectedNumber,
    ExpectedOrder,
    ExpectedOutcome,
    ExpectedPlace,
    ExpectedStood,
    ExpectedWinner,
    InYears,
    Measure,
    OnDay,
    Selection,
    Totals,
)

if TYPE_CHECKING:
    from knowledge.store.store import Store

_FEW = 4
"""Elections of many at which seats are told by name."""
_CHANGES = {Measure.SEATS: Measure.SEAT_CHANGE, Measure.VOTES: Measure.VOTE_CHANGE, Measure.SHARE: Measure.CHANGE}
_LEVELS = {change: level for level, change in _CHANGES.items()}


def check_totals(store: Store, where: Selection, expected: tuple[Expectation, ...]) -> tuple[NationalCheck, ...]:
    """Everything expected, held against each general election and area selected."""
    measures = tuple(dict.fromkeys((Measure.COMMONS_MAJORITY, *_measures(expected))))
    facts = run_totals(store, Totals(where=where, measures=measures))
    elections = _others(facts.elections, expected)
    if where.parties and all(isinstance(each, ExpectedNumber | ExpectedWinner) for each in expected):
        # of many elections, those at which a party did not stand decide nothing
        elections = (
            tuple(totals for totals in elections if totals.selected)
            or tuple(totals for totals in elections if not totals.pooled)
            or elections
        )
    checks = tuple(_check(store, where, totals, expected) for totals in elections)
    return _named(store, checks) if Measure.SEATS in measures and len(checks) > 1 else checks


def _others(elections: tuple[ElectionTotals, ...], expected: tuple[Expectation, ...]) -> tuple[ElectionTotals, ...]:
    """Of many general elections those beside the one that they are held against: "lower than in 2024"."""
    years = {
        year
        for each in expected
        if isinstance(each, ExpectedDirection) and isinstance(each.since, InYears)
        for year in each.since.years
    }
    return tuple(totals for totals in elections if totals.day.year not in years) or elections


def _named(store: Store, checks: Sequence[NationalCheck]) -> tuple[NationalCheck, ...]:
    """The checks, those few at which something is so with the names of the seats won, where these are few."""
    so = [check for check in checks if check.verdict and check.party is not None]
    if not 0 < len(so) <= _FEW:
        return tuple(checks)
    named = {check.totals.election: with_named_seats(store, check.totals, (Measure.SEATS,)).selected for check in so}
    return tuple(
        replace(check, party=named[check.totals.election][0]) if check.totals.election in named else check
        for check in checks
    )


def _measures(expected: tuple[Expectation, ...]) -> list[Measure]:
    found: list[Measure] = []
    for each in expected:
        if isinstance(each, ExpectedNumber):
            found.append(each.condition.measure)
        elif isinstance(each, ExpectedOrder | ExpectedDirection):
            found.append(each.measure)
    return found


@dataclass(frozen=True, slots=True)
class _Scene:
    """One area at one general election, and the party asked about."""

    store: Store
    where: Selection
    totals: ElectionTotals
    party: PartyTotalFact | None


def _check(store: Store, where: Selection, totals: ElectionTotals, expected: tuple[Expectation, ...]) -> NationalCheck:
    party = totals.selected[0] if totals.selected else None
    scene = _Scene(store, where, totals, party)
    return NationalCheck(totals, party, tuple(_finding(scene, each) for each in expected))


def _finding(scene: _Scene, expected: Expectation) -> Finding:
    match expected:
        case ExpectedNumber():
            return _number(scene, expected)
        case ExpectedOrder():
            return _order(scene, expected)
        case ExpectedDirection():
            return _direction(scene, expected)
        case _:
            return Finding(expected, _verdict(scene, expected))


def _verdict(
    scene: _Scene,
    expected: ExpectedWinner | ExpectedStood | ExpectedPlace | ExpectedOutcome | ExpectedMajority | ExpectedHolder,
) -> bool | None:
    match expected:
        case ExpectedWinner():
            return _first(scene.totals, scene.where)
        case ExpectedStood():
            return None if scene.party is None and scene.totals.pooled else scene.party is not None
        case ExpectedPlace(place=place):
            rank = _rank(scene.totals, scene.where)
            return None if rank is None else rank == place
        case ExpectedOutcome(outcome=outcome):
            return _changed(scene.party, outcome)
        case ExpectedMajority():
            seats, house = (scene.party.seats if scene.party is not None else 0), scene.totals.house
            return None if seats is None or house is None else 2 * seats > house
        case ExpectedHolder():
            return None
        case _:
            assert_never(expected)


def _changed(party: PartyTotalFact | None, outcome: str) -> bool | None:
    """Whether a party won more seats (a gain) or fewer (a loss) than at the general election before."""
    change = party.seat_change if party is not None else None
    if change is None or outcome == "hold":
        return None
    return change > 0 if outcome == "gain" else change < 0


def _first(totals: ElectionTotals, where: Selection) -> bool | None:
    """Whether one of the parties selected won most seats."""
    if not totals.parties or not where.parties:
        return None
    return totals.parties[0].party in where.parties


def _rank(totals: ElectionTotals, where: Selection) -> int | None:
    """Place by seats."""
    return next((n for n, p in enumerate(totals.parties, 1) if p.party in where.parties), None)


def _value(totals: ElectionTotals, party: PartyTotalFact | None, where: Selection, measure: Measure) -> float | None:
    if where.parties and measure is Measure.COMMONS_MAJORITY and not _most(totals) & {*where.parties}:
        # a majority is that of whoever won most: another party had none
        return None if party is None else 0
    if where.parties and measure not in (Measure.COMMONS_MAJORITY, Measure.TURNOUT):
        if measure is Measure.MAJORITY:
            return totals.value(measure)
        if party is None:
            return 0 if measure is Measure.SEATS and totals.parties and not totals.pooled else None
        return party.value(measure)
    return totals.value(measure)


def _most(totals: ElectionTotals) -> set[str]:
    """The party that won most seats."""
    return {each.party for each in totals.parties[:1]}


def _number(scene: _Scene, expected: ExpectedNumber) -> Finding:
    value = _value(scene.totals, scene.party, scene.where, expected.condition.measure)
    if value is None:
        return Finding(expected, None)
    verdict = holds(expected.condition, value, about=expected.about)
    if expected.condition.measure is Measure.SEAT_CHANGE and scene.party is not None:
        verdict = any(holds(expected.condition, each, about=expected.about) for each in (value, *_moves(scene.party)))
    return Finding(expected, verdict, Compared(value, expected.condition.value, scene.party))


def _moves(party: PartyTotalFact) -> list[float]:
    """Other counts of seats gained or lost that people give: seat by seat, and on new boundaries."""
    found: list[float] = []
    if party.gains is not None and party.losses is not None:
        found += [party.gains, -party.losses]
    if party.seats is not None and party.seats_notional is not None:
        found.append(party.seats - party.seats_notional)
    return found


def _order(scene: _Scene, expected: ExpectedOrder) -> Finding:
    where = merged(scene.where, expected.than)
    if "when" not in expected.than.model_fields_set or expected.than.when == scene.where.when:
        # of many elections each is looked at alone: "did they ever get more votes than labour"
        where = where.model_copy(update={"when": OnDay(day=scene.totals.day, kind=scene.totals.kind)})
    compared = _against(scene, expected.measure, where)
    if compared.value is None or compared.other is None:
        return Finding(expected, None, compared)
    more, equal = compared.value > compared.other, compared.value == compared.other
    apart = abs(compared.value - compared.other)
    so_far = expected.by is None or holds(expected.by, apart, about=False)
    return Finding(expected, not equal and more == expected.more and so_far, compared)


def _direction(scene: _Scene, expected: ExpectedDirection) -> Finding:
    measure = _LEVELS.get(expected.measure, expected.measure)
    if expected.since is not None:
        compared = _against(scene, measure, scene.where.model_copy(update={"when": expected.since}))
    else:
        value = _value(scene.totals, scene.party, scene.where, measure)
        compared = Compared(value, _before(scene.totals, scene.party, measure, value), scene.party)
    if compared.value is None or compared.other is None:
        return Finding(expected, None, compared)
    value, other = compared.value, compared.other
    if measure is Measure.COMMONS_MAJORITY:
        # however far a party was off it, it had none
        value, other = max(0, value), max(0, other)
    difference = value - other
    return Finding(expected, difference != 0 and (difference > 0) == expected.up, compared)


def _against(scene: _Scene, measure: Measure, where: Selection) -> Compared:
    """The scene's figure beside the same of another selection."""
    value = _value(scene.totals, scene.party, scene.where, measure)
    if where.seats or where.people:
        # A country's figure has no like in one seat.
        return Compared(value, None, scene.party)
    found = run_totals(scene.store, Totals(where=where, measures=(measure,))).elections
    if not found:
        return Compared(value, None, scene.party)
    there = found[-1]
    rival = there.selected[0] if there.selected else None
    same = (there.election, there.area) == (scene.totals.election, scene.totals.area)
    if same and rival is not None and scene.party is not None and rival.party == scene.party.party:
        # two that are held under one total cannot be told apart
        return Compared(value, None, scene.party)
    return Compared(value, _value(there, rival, where, measure), scene.party, rival, None if same else there)


def _before(
    totals: ElectionTotals, party: PartyTotalFact | None, measure: Measure, value: float | None
) -> float | None:
    """The measure at the general election before."""
    if value is None:
        return None
    if party is None:
        change = totals.value(Measure.TURNOUT_CHANGE) if measure is Measure.TURNOUT else None
    else:
        change = party.value(_CHANGES[measure]) if measure in _CHANGES else None
    return None if change is None else value - change
