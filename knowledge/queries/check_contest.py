"""Expectations held against one contest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from knowledge.facts.check import Compared, ContestCheck, Finding
from knowledge.facts.contests import CandidacyFact
from knowledge.facts.figure import Measured, Value
from knowledge.models.elections import Detail
from knowledge.queries.entries import chosen, entries
from knowledge.queries.figure import measure as measured_of
from knowledge.queries.measures import of_contest
from knowledge.queries.naming import people
from knowledge.query import (
    LAST_PLACE,
    Condition,
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
    Measure,
    Selection,
)

if TYPE_CHECKING:
    from knowledge.store.store import Store

_ROUGHLY = 0.03
"""A number given as a rough one may be off by this fraction."""
_ROUNDLY = 0.08
"""Likewise a rough and round one: "about 500"."""
_PERCENT = 0.01


@dataclass(frozen=True, slots=True)
class Scene:
    """One contest and those of it who are all that was asked for."""

    store: Store
    where: Selection
    measured: Measured
    subjects: tuple[CandidacyFact, ...]

    @property
    def named(self) -> bool:
        """Whether a party or person was named."""
        return bool(self.where.parties or self.where.people)

    @property
    def known(self) -> bool:
        """Whether all candidates and their parties are held."""
        return self.measured.contest.detail is Detail.CANDIDATES


def check_contest(
    store: Store, where: Selection, measured: Measured, expected: tuple[Expectation, ...]
) -> ContestCheck:
    """Everything expected, held against one contest."""
    subjects = tuple(
        c
        for c in measured.entry.field
        if (where.parties or where.people)
        and (not where.parties or c.party in where.parties)
        and (not where.people or c.person in where.people)
    )
    scene = Scene(store, where, measured, subjects)
    return ContestCheck(measured, subjects, tuple(_finding(scene, each) for each in expected))


def _finding(scene: Scene, expected: Expectation) -> Finding:
    match expected:
        case ExpectedWinner():
            return Finding(expected, won(scene))
        case ExpectedStood():
            return Finding(expected, _stood(scene))
        case ExpectedPlace(place=place):
            return Finding(expected, _placed(scene, place))
        case ExpectedOutcome(outcome=outcome):
            return _outcome(scene, expected, outcome)
        case ExpectedNumber():
            return _number(scene, expected)
        case ExpectedOrder():
            return _order(scene, expected)
        case ExpectedDirection():
            return _direction(scene, expected)
        case ExpectedHolder() | ExpectedMajority():
            # Asked of a seat or of the country, not of a contest.
            return Finding(expected, None)
        case _:
            assert_never(expected)


def won(scene: Scene) -> bool | None:
    """Whether the one named won; a winner is known even where the other candidates are not."""
    if not scene.named:
        return True
    if any(c.elected for c in scene.subjects):
        return True
    contest = scene.measured.contest
    unknown = contest.winner_person is None if scene.where.people else contest.winner_party is None
    return None if unknown else False


def _stood(scene: Scene) -> bool | None:
    if scene.subjects:
        return True
    if scene.where.parties and any(c.person in scene.where.people for c in scene.measured.entry.field):
        # nobody stands for two parties at once
        return False
    missing = scene.measured.entry.missing
    return None if missing is not None and missing.unnamed else False


def _placed(scene: Scene, place: int) -> bool | None:
    field = scene.subjects if scene.named else scene.measured.entry.field
    if place == 1:
        return any(c.elected for c in field)
    there = chosen(scene.where.model_copy(update={"place": place}), scene.measured.entry.field)
    if there:
        return any(c in scene.subjects for c in there) if scene.named else True
    if any(c.elected for c in scene.subjects) or (scene.known and place != LAST_PLACE):
        return False
    return False if place == LAST_PLACE and _outpolled(scene) else None


def _outpolled(scene: Scene) -> bool:
    """Whether somebody else in the contest is held to have had fewer votes than each of those named."""
    others = [c.votes for c in scene.measured.entry.field if c not in scene.subjects and c.votes is not None]
    own = [c.votes for c in scene.subjects]
    return bool(own and others) and all(votes is not None and votes > min(others) for votes in own)


def _outcome(scene: Scene, expected: ExpectedOutcome, outcome: str) -> Finding:
    contest, where = scene.measured.contest, scene.where
    basis = scene.measured.basis
    before = basis.published.winner_party if basis is not None and basis.published is not None else None
    if contest.gain is not None:
        before = contest.lost_party if contest.gain else contest.winner_party
    eve = basis.holder_party if basis is not None else None
    published = _came_out(scene, outcome, before)
    by_eve = _came_out(scene, outcome, eve) if eve is not None and eve != before else None
    if where.lost_by and outcome == "gain" and published:
        published = before in where.lost_by if before is not None else None
    return Finding(expected, published if before is not None or published is False else by_eve, by_eve=by_eve)


def _came_out(scene: Scene, outcome: str, before: str | None) -> bool | None:
    """Hold, gain or loss by the one named (by anybody where nobody is), the seat being ``before``'s until then."""
    winner = scene.measured.contest.winner_party
    victory = won(scene)
    if outcome == "loss":
        if victory:
            return False
        if scene.where.people and scene.subjects:
            return True
        return None if before is None else before in scene.where.parties or not scene.where.parties
    if victory is False:
        return False
    if before is None or winner is None:
        return None
    return (winner == before) == (outcome == "hold")


def value_of(measured: Measured, measure: Measure, subject: CandidacyFact | None) -> float | None:
    """A measure as a number; ``None`` where not held or no number."""
    value: Value = None
    if of_contest(measure):
        value = measured.of_contest(measure)
    elif subject is not None:
        value = measured.of_candidacy(measure, subject)
    return None if value is None or isinstance(value, str) else float(value)


def _number(scene: Scene, expected: ExpectedNumber) -> Finding:
    subject = _subject(scene)
    value = value_of(scene.measured, expected.condition.measure, subject)
    if value is None:
        return Finding(expected, None)
    if expected.condition.measure is Measure.SWING:
        # whichever way it went
        value = abs(value)
    verdict = holds(expected.condition, value, about=expected.about)
    return Finding(expected, verdict, Compared(value, expected.condition.value, subject))


def _subject(scene: Scene) -> CandidacyFact | None:
    if scene.subjects:
        return scene.subjects[0]
    return None if scene.named else scene.measured.entry.winner


def holds(condition: Condition, value: float, *, about: bool) -> bool:
    """Whether ``value`` fulfils the condition; equality at the precision the number was given in."""
    within = _tolerance(condition.value, about=about)
    return condition.operator.holds(value, condition.value, within=within)


def _tolerance(given: float, *, about: bool) -> float:
    """Half of the last place a percentage was given to; votes are exact; rough numbers may be off by a little."""
    if about and abs(given) >= 1:
        # a round number, "about 500", is said of more than one given to the last figure
        is_round = given % 10 ** (len(str(int(abs(given)))) - 1) == 0
        return abs(given) * (_ROUNDLY if is_round else _ROUGHLY)
    if about:
        return _PERCENT
    if given == 0 or abs(given) >= 1:
        return 0.0
    whole = abs(given * 100 - round(given * 100)) < 1e-6
    return (0.5 if whole else 0.05) * _PERCENT + 1e-9


def _order(scene: Scene, expected: ExpectedOrder) -> Finding:
    than = expected.than
    subject = None if of_contest(expected.measure) else _subject(scene)
    value = value_of(scene.measured, expected.measure, subject)
    same_contest = than.seats in ((), scene.where.seats) and (
        "when" not in than.model_fields_set or than.when == scene.where.when
    )
    if same_contest:
        rival = next(iter(chosen(than, scene.measured.entry.field)), None)
        apart = than.people and not scene.where.seats and expected.measure not in (Measure.VOTES, Measure.POSITION)
        if rival is None and apart:
            there = _elsewhere(scene, expected.measure, merged(scene.where, than), value, subject)
            return _ordered(expected, there)
        if rival is None and (than.people or than.parties):
            return _absent(scene, expected, value, subject)
        compared = Compared(value, value_of(scene.measured, expected.measure, rival), subject, rival)
    else:
        compared = _elsewhere(scene, expected.measure, merged(scene.where, than), value, subject)
    return _ordered(expected, compared)


def _ordered(expected: ExpectedOrder, compared: Compared) -> Finding:
    if compared.value is None or compared.other is None:
        return Finding(expected, None, compared)
    more = compared.value > compared.other
    equal = compared.value == compared.other
    if expected.measure in (Measure.POSITION, Measure.BEHIND):
        more = compared.value < compared.other
    apart = abs(compared.value - compared.other)
    so_far = expected.by is None or holds(expected.by, apart, about=False)
    return Finding(expected, not equal and more == expected.more and so_far, compared)


def _absent(scene: Scene, expected: ExpectedOrder, value: float | None, subject: CandidacyFact | None) -> Finding:
    """Nobody is ahead of somebody who did not stand; where not all candidates are held it cannot be told."""
    than = expected.than
    names = tuple(dict.fromkeys(person.name for person in people(scene.store, than.people).values()))
    compared = Compared(value, None, subject, absent_people=names, absent_parties=() if names else than.parties)
    return Finding(expected, False if scene.known else None, compared)


def merged(where: Selection, than: Selection) -> Selection:
    """``where`` with what ``than`` says instead."""
    changes = {name: getattr(than, name) for name in than.model_fields_set}
    if "people" in changes and "parties" not in changes:
        changes["parties"] = ()
    if "parties" in changes and "people" not in changes:
        changes["people"] = ()
    return where.model_copy(update=changes)


def _elsewhere(
    scene: Scene, measure: Measure, where: Selection, value: float | None, subject: CandidacyFact | None
) -> Compared:
    found = entries(scene.store, where).entries
    if not found:
        return Compared(value, None, subject)
    entry = found[-1]
    there = measured_of(scene.store, where, entry, (measure,))
    rival = there.subjects[0] if there.subjects else None
    return Compared(value, value_of(there, measure, rival), subject, rival, entry.contest)


def _direction(scene: Scene, expected: ExpectedDirection) -> Finding:
    subject = None if of_contest(expected.measure) else _subject(scene)
    measure = {Measure.CHANGE: Measure.SHARE, Measure.VOTE_CHANGE: Measure.VOTES}.get(
        expected.measure, expected.measure
    )
    if measure is Measure.TURNOUT_CHANGE:
        measure = Measure.TURNOUT
    value = value_of(scene.measured, measure, subject)
    if expected.since is not None:
        where = scene.where.model_copy(update={"when": expected.since})
        compared = _elsewhere(scene, measure, where, value, subject)
    else:
        compared = Compared(
            value, _before(scene.measured, measure, subject, value), subject, None, scene.measured.before
        )
    if compared.value is None or compared.other is None:
        return Finding(expected, None, compared)
    difference = compared.value - compared.other
    return Finding(expected, difference != 0 and (difference > 0) == expected.up, compared)


def _before(measured: Measured, measure: Measure, subject: CandidacyFact | None, value: float | None) -> float | None:
    """The measure in the contest before, on the published basis."""
    before = measured.before
    if of_contest(measure):
        figure = getattr(before, measure.value, None) if before is not None else None
        return float(figure) if isinstance(figure, int | float) else None
    if subject is None or value is None:
        return None
    if measure is Measure.SHARE:
        change = measured.change(subject)
        return None if change is None else value - change
    earlier = measured.previous(subject)
    figure = getattr(earlier, measure.value, None) if earlier is not None else None
    return float(figure) if isinstance(figure, int | float) else None
