"""Measures of one candidacy in words, one sentence each, without a full stop."""

from __future__ import annotations

from bot.answering.contest_measures import against_words
from bot.answering.contests import share_words
from bot.answering.wording import Words, counted, number, ordinal, percent, points
from knowledge.facts.contests import CandidacyFact
from knowledge.facts.figure import Measured
from knowledge.query import Measure


def candidacy_sentence(words: Words, found: Measured, measure: Measure, candidacy: CandidacyFact) -> str | None:
    """The measure of ``candidacy`` in words; ``None`` where it is not held."""
    value = found.of_candidacy(measure, candidacy)
    match measure:
        case Measure.CHANGE | Measure.VOTE_CHANGE:
            return change_sentence(words, found, candidacy, measure)
        case Measure.VOTES | Measure.SHARE:
            return None if value is None else _votes(words, found, candidacy, measure)
        case Measure.POSITION:
            return None if value is None else _position(words, candidacy)
        case Measure.BEHIND:
            return None if value is None else _behind(words, found, candidacy)
        case Measure.DEPOSIT:
            return None if value is None else _deposit(words, candidacy)
        case _:
            return _party(words, candidacy)


def _votes(words: Words, found: Measured, candidacy: CandidacyFact, measure: Measure) -> str:
    figures = share_words(candidacy)
    if measure is Measure.SHARE and candidacy.share is not None:
        votes = "" if candidacy.votes is None else f" ({counted(candidacy.votes, 'vote')})"
        figures = f"{percent(candidacy.share)}{votes}"
    said = f"{words.candidate(candidacy)} got {figures} {words.at(candidacy)}"
    if candidacy.elected:
        ahead = f" by {counted(-candidacy.behind, 'vote')}" if candidacy.behind else ""
        return f"{said} and won{ahead}"
    if candidacy.position is None or candidacy.pooled:
        return said
    behind = ""
    if candidacy.behind is not None and candidacy.behind >= 0:
        behind = f", {number(candidacy.behind)} behind the winner, {words.winner(found.contest)}"
    return f"{said}, {ordinal(candidacy.position)} place{behind}"


def _position(words: Words, candidacy: CandidacyFact) -> str:
    place = "first and won" if candidacy.elected else ordinal(candidacy.position or 0)
    field = f" of {candidacy.candidates}" if candidacy.candidates else ""
    figures = share_words(candidacy)
    with_figures = f" with {figures}" if figures else ""
    return f"{words.candidate(candidacy)} came {place}{field} {words.at(candidacy)}{with_figures}"


def _behind(words: Words, found: Measured, candidacy: CandidacyFact) -> str:
    behind = candidacy.behind or 0
    if candidacy.elected:
        second = words.second(found.contest) or "the runner-up"
        return f"{words.candidate(candidacy)} won {words.at(candidacy)}, {counted(-behind, 'vote')} ahead of {second}"
    winner = found.entry.winner
    ahead = words.candidate(winner) if winner is not None else words.winner(found.contest)
    gap = counted(behind, "vote")
    if winner is not None and winner.share is not None and candidacy.share is not None:
        gap += f" ({points(winner.share - candidacy.share)})"
    sums = ""
    if winner is not None and winner.votes is not None and candidacy.votes is not None:
        sums = f": {number(candidacy.votes)} to {number(winner.votes)}"
    return f"{words.candidate(candidacy)} was {gap} behind {ahead} {words.at(candidacy)}{sums}"


def between_sentence(words: Words, found: Measured) -> str | None:
    """How far one of two candidates asked about was behind the other; ``None`` where their votes are not held."""
    if any(c.votes is None for c in found.subjects):
        return None
    other, one = sorted(found.subjects, key=lambda c: c.votes or 0)
    gap = counted((one.votes or 0) - (other.votes or 0), "vote")
    if one.share is not None and other.share is not None:
        gap += f" ({points(one.share - other.share)})"
    sums = f"{number(other.votes or 0)} to {number(one.votes or 0)}"
    return f"{words.candidate(other)} was {gap} behind {words.candidate(one)} {words.at(found.contest)}: {sums}"


def _deposit(words: Words, candidacy: CandidacyFact) -> str:
    verb = "lost the" if candidacy.deposit_lost else "kept the"
    return f"{words.candidate(candidacy)} {verb} deposit {words.at(candidacy)} with {share_words(candidacy)}"


def _party(words: Words, candidacy: CandidacyFact) -> str:
    label = f", described as {candidacy.label}" if candidacy.label else ""
    name = candidacy.shown_name or "the candidate"
    figures = share_words(candidacy)
    result = (
        f" and {'won' if candidacy.elected else 'got'}{' with' if candidacy.elected else ''} {figures}"
        if figures
        else ""
    )
    return f"{name} stood for {words.party(candidacy.exact_party)}{label} {words.at(candidacy)}{result}"


def change_sentence(
    words: Words, found: Measured, candidacy: CandidacyFact, measure: Measure = Measure.CHANGE
) -> str | None:
    """How a party's share and votes changed, and against what; ``None`` where neither is held."""
    share, votes = found.change(candidacy), found.vote_change(candidacy)
    if share is None and votes is None:
        return None
    who = f"{words.party(candidacy.party)} ({candidacy.shown_name})" if candidacy.name else words.party(candidacy.party)
    share_said = "" if share is None else _share_change(candidacy, share)
    votes_said = "" if votes is None else _vote_change(candidacy, votes)
    first, second = (votes_said, share_said) if measure is Measure.VOTE_CHANGE else (share_said, votes_said)
    said = " and ".join(part for part in (first, second) if part)
    return f"{who} was {said} {words.at(candidacy)}, against {against_words(words, found.before)}"


def _share_change(candidacy: CandidacyFact, change: float) -> str:
    amount = _direction(change, points(change), unchanged=abs(change) < 0.0005)
    if candidacy.share is None:
        return amount
    return f"{amount} in share, from {percent(candidacy.share - change)} to {percent(candidacy.share)},"


def _vote_change(candidacy: CandidacyFact, change: int) -> str:
    amount = _direction(change, number(abs(change)), unchanged=change == 0)
    votes = candidacy.votes or 0
    return f"{amount} in votes, from {number(votes - change)} to {number(votes)},"


def _direction(change: float, amount: str, *, unchanged: bool) -> str:
    if unchanged:
        return "unchanged"
    return f"{'up' if change > 0 else 'down'} {amount}"
