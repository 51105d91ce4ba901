"""The fact that decides a yes-or-no question about one contest, without a full stop."""

from __future__ import annotations

from bot.answering.candidacy_measures import candidacy_sentence
from bot.answering.contest_measures import NAMES, contest_sentence
from bot.answering.contests import other_basis, winner_sentence, won_by
from bot.answering.missing import did_not_stand_sentence
from bot.answering.result import chosen_sentence
from bot.answering.series import figure_cell
from bot.answering.wording import Words, counted, listed, number, uncapital
from knowledge.facts.check import Compared, ContestCheck, Finding
from knowledge.facts.contests import CandidacyFact, ContestFact
from knowledge.queries.measures import of_contest
from knowledge.query import (
    ExpectedDirection,
    ExpectedNumber,
    ExpectedOrder,
    ExpectedOutcome,
    ExpectedPlace,
    Measure,
)


def check_sentence(words: Words, check: ContestCheck) -> str:
    """The fact that decides: of what fails if something does, of everything otherwise."""
    deciding = [f for f in check.findings if f.verdict is check.verdict]
    said: list[str] = []
    for finding in deciding:
        sentence = _lead(finding) if said else None
        sentence = sentence or _sentence(words, check, finding)
        if sentence and not any(sentence in other or _says(other, finding) for other in said):
            said.append(sentence)
    return "; ".join(said) or _result(words, check)


def _lead(finding: Finding) -> str | None:
    """A majority in points, behind a sentence that tells who won and by how many votes."""
    expected, compared = finding.expectation, finding.compared
    if not isinstance(expected, ExpectedNumber) or compared is None or compared.value is None:
        return None
    leads = expected.condition.measure is Measure.MAJORITY_SHARE
    return f"a lead of {amount(Measure.MAJORITY_SHARE, compared.value)}" if leads else None


def _says(told: str, finding: Finding) -> bool:
    """Whether a sentence already gives the number that a finding is about."""
    if not isinstance(finding.expectation, ExpectedNumber) or finding.compared is None:
        return False
    value = finding.compared.value
    return value is not None and abs(value) >= 2 and number(value) in told


def unknown_sentence(words: Words, check: ContestCheck) -> str:
    """That the facts do not decide it, and who won."""
    entry = check.measured.entry
    if entry.missing is not None:
        return did_not_stand_sentence(words, entry.missing)
    return f"whether that is so is not held for {words.named(entry.contest)}; {won_by(words, entry)}"


def _sentence(words: Words, check: ContestCheck, finding: Finding) -> str:
    match finding.expectation:
        case ExpectedNumber(condition=condition):
            return _number(words, check, condition.measure) or _result(words, check)
        case ExpectedOrder(measure=measure) | ExpectedDirection(measure=measure):
            assert finding.compared is not None
            return _compared(words, check, measure, finding.compared)
        case ExpectedOutcome():
            return _outcome(words, check)
        case ExpectedPlace(place=place):
            return _place(words, check, place)
        case _:
            return _result(words, check)


def _result(words: Words, check: ContestCheck) -> str:
    """How the one asked about did, else who won."""
    entry = check.measured.entry
    if entry.missing is not None and not entry.missing.unnamed:
        return did_not_stand_sentence(words, entry.missing)
    subjects = check.subjects or entry.chosen
    winners = [c for c in subjects if c.elected]
    told = [c for c in subjects if c.name is not None or c.votes is not None]
    if winners or not told:
        return winner_sentence(words, entry)
    return "; ".join(chosen_sentence(words, entry, c) for c in told[:3])


def _outcome(words: Words, check: ContestCheck) -> str:
    """The winner with hold or gain, and the same against who held the seat where that differs."""
    measured = check.measured
    said = winner_sentence(words, measured.entry)
    losers = [c for c in check.subjects if c.votes is not None and c is not measured.entry.runner_up]
    if losers and not any(c.elected for c in check.subjects):
        said = f"{said}; {chosen_sentence(words, measured.entry, losers[0])}"
    other = other_basis(words, measured.contest, measured.basis) if measured.basis is not None else None
    return f"{said}; {uncapital(other).rstrip('.')}" if other else said


def _place(words: Words, check: ContestCheck, place: int) -> str:
    there = [c for c in check.measured.entry.field if c.position == place]
    said = _result(words, check)
    others = [c for c in there if c not in check.subjects]
    if others and check.subjects and place > 1:
        said += f"; {chosen_sentence(words, check.measured.entry, others[0])}"
    return said


def _number(words: Words, check: ContestCheck, measure: Measure) -> str | None:
    measured = check.measured
    if of_contest(measure):
        return contest_sentence(words, measured, measure)
    subject = check.subjects[0] if check.subjects else next(iter(measured.subjects), measured.entry.winner)
    return None if subject is None else candidacy_sentence(words, measured, measure, subject)


def amount(measure: Measure, value: float) -> str:
    """A figure with its unit: ``5,233 votes``, ``51.3%``."""
    if measure in (Measure.VOTES, Measure.VALID_VOTES, Measure.INVALID_VOTES, Measure.MAJORITY):
        return counted(round(value), "vote")
    if measure is Measure.SEATS:
        return counted(round(value), "seat")
    return figure_cell(measure, value)


def _compared(words: Words, check: ContestCheck, measure: Measure, compared: Compared) -> str:
    """Two figures side by side: of two candidates, or of the contest and another one."""
    contest = check.measured.contest
    absent = listed([*compared.absent_people, *(words.the_party(p) for p in compared.absent_parties)], "or")
    if absent:
        return f"{absent} did not stand {words.at(contest)}; {_result(words, check)}"
    if compared.value is None or compared.other is None:
        return _result(words, check)
    level = {Measure.CHANGE: Measure.SHARE, Measure.VOTE_CHANGE: Measure.VOTES, Measure.TURNOUT_CHANGE: Measure.TURNOUT}
    shown = level.get(measure, measure)
    one, other = amount(shown, compared.value), amount(shown, compared.other)
    if compared.elsewhere is None:
        first, second = _name(words, compared.subject), _name(words, compared.rival)
        return f"{first} had {one} and {second} {other} {words.at(contest)}"
    what = _name(words, compared.subject) if compared.subject is not None else f"the {NAMES[shown]}"
    verb = "had" if compared.subject is not None else "were" if what.endswith("s") else "was"
    elsewhere = compared.elsewhere
    where = words.at(elsewhere) if isinstance(elsewhere, ContestFact) else f"at the {elsewhere.name}"
    who = f" for {_name(words, compared.rival)}" if _differ(compared) else ""
    return f"{what} {verb} {one} {words.at(contest)}, against {other}{who} {where}"


def _differ(compared: Compared) -> bool:
    """Whether the two figures are two people's."""
    one, other = compared.subject, compared.rival
    return isinstance(one, CandidacyFact) and isinstance(other, CandidacyFact) and one.name != other.name


def _name(words: Words, subject: object) -> str:
    return words.candidate(subject) if isinstance(subject, CandidacyFact) else "the other"
