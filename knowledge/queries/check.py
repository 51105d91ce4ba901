"""Whether something is so: of contests, of the country, or of who held a seat."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.facts.check import CheckFacts, ContestCheck, NeverMet
from knowledge.facts.contests import Entry
from knowledge.facts.seats import HolderFacts
from knowledge.facts.words import ClaimFact
from knowledge.models.elections import ElectionKind
from knowledge.models.words import Verdict
from knowledge.queries.beside import beside
from knowledge.queries.check_contest import check_contest
from knowledge.queries.check_national import check_totals
from knowledge.queries.claims import run_claims
from knowledge.queries.entries import Selected, entries
from knowledge.queries.figure import measure
from knowledge.queries.holder import run_holder
from knowledge.queries.meetings import meetings
from knowledge.queries.naming import people
from knowledge.query import (
    Between,
    Check,
    Claims,
    Expectation,
    ExpectedDirection,
    ExpectedHolder,
    ExpectedMajority,
    ExpectedNumber,
    ExpectedOrder,
    ExpectedOutcome,
    Holder,
    InYears,
    Measure,
    OnDay,
    Selection,
)

if TYPE_CHECKING:
    from knowledge.store.store import Store

_CHECKED = 60
_SHOWN = 3
"""Results shown with what their hold or gain is against, at most."""
_ROUND = 100
"""Smaller numbers than this are not given as round figures."""
_NUMBER = re.compile(r"\d[\d,]*\d")


def run_check(store: Store, query: Check) -> CheckFacts:
    """Everything that ``query`` expects, held against the facts."""
    where = query.where
    holder = next((e for e in query.expect if isinstance(e, ExpectedHolder)), None)
    if holder is not None:
        return _check_holder(store, where, holder)
    if of_the_country(where, query.expect):
        return CheckFacts(national=check_totals(store, where, query.expect))
    met = meetings(store, query)
    if isinstance(met, NeverMet):
        return CheckFacts(never_met=met)
    selected = met or entries(store, where)
    if selected.missing is not None and where.seats and where.lost_by:
        # whom the seat was taken from is part of the claim: it may be held against a contest where it was not
        selected = entries(store, where.model_copy(update={"lost_by": ()}))
    if selected.missing is not None:
        return CheckFacts(missing=selected.missing)
    query, selected = _from_first_to_last(query, selected)
    measures = _measures(query)
    shown = len(selected.entries) <= _SHOWN
    checked = tuple(_checked(store, query, entry, measures, shown=shown) for entry in selected.entries[:_CHECKED])
    return CheckFacts(
        contests=checked,
        beside=beside(store, where, selected.entries),
        claims=_claims(store, selected.entries) if query.why else _rounding(store, query, checked),
    )


def _from_first_to_last(query: Check, selected: Selected) -> tuple[Check, Selected]:
    """ "Did it rise between 2019 and 2024" compares the last contest of the time with the first."""
    rising = [e for e in query.expect if isinstance(e, ExpectedDirection) and e.since is None]
    several = isinstance(query.where.when, Between | InYears) and len(selected.entries) > 1
    if not rising or not several or len({entry.contest.seat for entry in selected.entries}) > 1:
        return query, selected
    since = OnDay(day=selected.entries[0].contest.date)
    expect = tuple(
        e.model_copy(update={"since": since}) if isinstance(e, ExpectedDirection) and e.since is None else e
        for e in query.expect
    )
    return query.model_copy(update={"expect": expect}), Selected(selected.entries[-1:])


def of_the_country(where: Selection, expected: tuple[Expectation, ...]) -> bool:
    """Whether totals are meant rather than single contests."""
    if any(isinstance(e, ExpectedMajority) for e in expected):
        return True
    if where.seats or where.people or where.winner or where.runner_up:
        return False
    return where.when.kind is not ElectionKind.BY_ELECTION


def _measures(query: Check) -> tuple[Measure, ...]:
    """What the expectations need to be fetched."""
    found = [Measure.RESULT] if query.why else []
    for each in query.expect:
        if isinstance(each, ExpectedNumber):
            found.append(each.condition.measure)
        elif isinstance(each, ExpectedOrder):
            found.append(each.measure)
        elif isinstance(each, ExpectedDirection):
            found.extend((each.measure, Measure.CHANGE))
        elif isinstance(each, ExpectedOutcome):
            found.append(Measure.RESULT)
    return tuple(dict.fromkeys(found))


def _checked(store: Store, query: Check, entry: Entry, measures: tuple[Measure, ...], *, shown: bool) -> ContestCheck:
    measured = measure(store, query.where, entry, measures, shown=shown)
    return check_contest(store, query.where, measured, query.expect)


def _claims(store: Store, found: tuple[Entry, ...]) -> tuple[ClaimFact, ...]:
    ids = {entry.contest.contest for entry in found}
    seats = tuple(dict.fromkeys(entry.contest.seat for entry in found))
    return tuple(c for c in run_claims(store, Claims(seats=seats)).claims if ids.intersection(c.contests))


def _rounding(store: Store, query: Check, checked: tuple[ContestCheck, ...]) -> tuple[ClaimFact, ...]:
    """Claims of the contests that give the number expected where it is not the exact one."""
    values = (e.condition.value for e in query.expect if isinstance(e, ExpectedNumber) and not e.about)
    asked = {f"{value:,.0f}" for value in values if value >= _ROUND}
    wrong = tuple(c.measured.entry for c in checked if c.verdict is False)
    if not asked or not wrong:
        return ()
    return tuple(
        claim
        for claim in _claims(store, wrong)
        if claim.verdict is Verdict.ROUNDED and not asked.isdisjoint(_NUMBER.findall(claim.statement))
    )


def _check_holder(store: Store, where: Selection, expected: ExpectedHolder) -> CheckFacts:
    """Whether the person or party selected was member for the seat (for any seat, where none is given)."""
    scope = Selection(seats=where.seats, people=() if where.seats else where.people, when=where.when)
    facts = run_holder(store, Holder(where=scope, at=expected.at))
    named = () if where.seats else tuple(people(store, where.people).values())
    sitter = named[0].name if len(named) == 1 else ""
    return CheckFacts(holders=facts, holding=_holding(facts, where), sitter=sitter)


def _holding(facts: HolderFacts, where: Selection) -> bool | None:
    tenures = [t for seat in facts.seats for t in seat.tenures]
    if not facts.seats:
        return False if where.people else None
    return any(
        (not where.people or t.person in where.people)
        and (not where.parties or t.party_on(facts.at) in where.parties or t.party in where.parties)
        for t in tenures
    )
