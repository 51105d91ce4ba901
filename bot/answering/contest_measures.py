"""Measures of a whole contest in words, one sentence each, without a full stop."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from bot.answering.contests import hold_or_gain, other_basis, share_words, turnout_words, won_by
from bot.answering.vacating import vacated
from bot.answering.wording import (
    Words,
    article,
    clock,
    counted,
    day,
    listed,
    number,
    percent,
    points,
    signed,
    uncapital,
)
from knowledge.facts.contests import ContestFact
from knowledge.facts.figure import Measured, SwingFact
from knowledge.models.elections import ElectionKind
from knowledge.query import Measure

NAMES: Mapping[Measure, str] = MappingProxyType(
    {
        Measure.MAJORITY: "majority",
        Measure.MAJORITY_SHARE: "majority in points",
        Measure.TURNOUT: "turnout",
        Measure.ELECTORATE: "electorate",
        Measure.VALID_VOTES: "valid votes",
        Measure.INVALID_VOTES: "invalid votes",
        Measure.CANDIDATES: "candidates",
        Measure.DEPOSITS_LOST: "lost deposits",
        Measure.SWING: "swing",
        Measure.DECLARED_AT: "declaration time",
        Measure.DATE: "date",
        Measure.RESULT: "hold or gain",
        Measure.CAUSE: "cause of the by-election",
        Measure.THIRD_MARGIN: "margin between first and third",
        Measure.TURNOUT_CHANGE: "change in turnout",
        Measure.VOTES: "votes",
        Measure.SHARE: "share",
        Measure.CHANGE: "change in share",
        Measure.VOTE_CHANGE: "change in votes",
        Measure.POSITION: "place",
        Measure.BEHIND: "votes behind",
        Measure.DEPOSIT: "deposit",
        Measure.PARTY: "party",
        Measure.SEATS: "seats",
        Measure.SEAT_SHARE: "share of the seats",
        Measure.DEPOSITS_KEPT: "deposits kept",
        Measure.SEAT_CHANGE: "change in seats",
        Measure.GAINS: "gains",
        Measure.LOSSES: "losses",
        Measure.SECONDS: "second places",
        Measure.VOTES_PER_SEAT: "votes for each seat",
        Measure.WOMEN: "women elected",
        Measure.COMMONS_MAJORITY: "majority in the Commons",
    }
)
"""Measures as they are named in a sentence or as a column."""


def contest_sentence(words: Words, found: Measured, measure: Measure) -> str | None:
    """The measure of the contest in words; ``None`` where it is not held."""
    if found.of_contest(measure) is None:
        return None
    return _SENTENCES[measure](words, found)


def _turnout(words: Words, found: Measured) -> str:
    return f"turnout {words.at(found.contest)} was {turnout_words(found.contest)}"


def _electorate(words: Words, found: Measured) -> str:
    return f"the electorate {words.at(found.contest)} was {number(found.contest.electorate or 0)}"


def _valid_votes(words: Words, found: Measured) -> str:
    votes = counted(found.contest.valid_votes or 0, "valid vote")
    return f"{votes} were cast {words.at(found.contest)}; {won_by(words, found.entry)}"


def _invalid_votes(words: Words, found: Measured) -> str:
    votes = counted(found.contest.invalid_votes or 0, "invalid (spoilt) vote")
    return f"there were {votes} {words.at(found.contest)}"


def _candidates(words: Words, found: Measured) -> str:
    return f"{counted(found.contest.candidates or 0, 'candidate')} stood {words.at(found.contest)}"


def _third_margin(words: Words, found: Measured) -> str:
    return f"{points(found.third_margin or 0)} separated first and third {words.at(found.contest)}"


def _declared(words: Words, found: Measured) -> str:
    contest = found.contest
    assert contest.declared_at is not None
    return f"{contest.seat_name} declared at {clock(contest.declared_at)}, {words.occasion(contest)}"


def _cause(words: Words, found: Measured) -> str:
    return f"{words.named(found.contest)} was held because {vacated(words, found.contest)}"


def _date(words: Words, found: Measured) -> str:
    contest = found.contest
    held = f"{words.named(contest)} was held on {contest.date:%A} {day(contest.date)}"
    return f"{held}; {won_by(words, found.entry)}"


def _majority(words: Words, found: Measured) -> str:
    contest = found.contest
    share = "" if contest.majority_share is None else f" ({points(contest.majority_share)})"
    winner = words.candidate(found.entry.winner) if found.entry.winner else words.winner(contest)
    said = f"the majority {words.at(contest)} was {number(contest.majority or 0)}{share}: {winner}"
    said += f" {number(contest.winner_votes)}" if contest.winner_votes is not None else ""
    second = words.second(contest)
    if second is not None:
        said += f", {second}"
        said += f" {number(contest.second_votes)}" if contest.second_votes is not None else ""
    losers = [c for c in found.subjects if found.named and not c.elected]
    if losers:
        names = listed(words.candidate(c) for c in losers)
        return f"{names} did not win {words.at(contest)}; {said}"
    return said


def _deposits(words: Words, found: Measured) -> str:
    contest = found.contest
    lost = contest.deposits_lost or 0
    names = [words.candidate(c) for c in found.entry.field if c.deposit_lost]
    who = f": {listed(names)}" if 0 < len(names) <= 8 else ""
    of = f" of the {contest.candidates} candidates" if contest.candidates else ""
    deposits = "deposit" if lost == 1 else "deposits"
    return f"{lost}{of} lost their {deposits} {words.at(contest)}{who}"


def _turnout_change(words: Words, found: Measured) -> str:
    change, before = found.turnout_change or 0, found.before
    assert before is not None
    verb = "unchanged" if round(change, 4) == 0 else "up" if change > 0 else "down"
    said = f"turnout {words.at(found.contest)} was {verb}"
    said += "" if verb == "unchanged" else f" {points(change)}"
    now, then = percent(found.contest.turnout or 0), percent(before.turnout or 0)
    return f"{said}: {now} after {then} {basis_words(words, before)}"


def basis_words(words: Words, before: ContestFact) -> str:
    """``at the 2015 general election``, ``in the notional 2019 result on the new boundaries``."""
    if before.kind is ElectionKind.NOTIONAL:
        return f"in the notional {before.date.year} result on the new boundaries"
    return words.occasion(before)


def _swing(words: Words, found: Measured) -> str:
    swing = found.swing
    if swing is None:
        contest = found.contest
        return (
            f"the swing {words.at(contest)} was {percent(abs(contest.swing or 0))} between"
            f" {words.the_party(contest.second_party)} and {words.the_party(contest.winner_party)}"
        )
    return f"the swing {words.at(found.contest)} was {swing_words(words, swing)}"


def swing_words(words: Words, swing: SwingFact) -> str:
    """``6.7% from Labour to the Conservatives``."""
    off, to = words.the_party(swing.loser.party), words.the_party(swing.gainer.party)
    return f"{percent(swing.swing)} from {off} to {to}"


def swing_sum(words: Words, found: Measured) -> str | None:
    """The sum behind a swing, labelled as such."""
    swing = found.swing
    if swing is None:
        return None
    up, down = signed(swing.gainer_change), signed(swing.loser_change)
    against = f", changes in share against {against_words(words, found.before)}" if found.before is not None else ""
    gainer, loser = words.party(swing.gainer.party), words.party(swing.loser.party)
    return (
        f"Butler swing, half of the difference between two changes in share: {gainer} {up}, {loser} {down};"
        f" ({up} - ({down})) / 2 = {percent(swing.swing)}{against}."
    )


def against_words(words: Words, before: ContestFact | None) -> str:
    """``the 2015 general election``, ``the notional 2019 result on the new boundaries``."""
    if before is None:
        return "the previous general election"
    if before.kind is ElectionKind.NOTIONAL:
        return f"the notional {before.date.year} result on the new boundaries"
    return f"the {words.election(before.election)}"


def _outcome(words: Words, found: Measured) -> str:
    contest = found.contest
    outcome = hold_or_gain(words, contest)
    said = f"{words.named(contest)} was {article(outcome or 'result')}, against {_against_basis(words, found)}"
    other = other_basis(words, contest, found.basis) if found.basis is not None else None
    if other:
        said += f"; {uncapital(other).rstrip('.')}"
    winner = found.entry.winner
    figures = share_words(winner) if winner is not None else ""
    name = words.candidate(winner) if winner is not None else words.winner(contest)
    said += f" (won by {name}{' with ' + figures if figures else ''}"
    said += f", majority {number(contest.majority)})" if contest.majority is not None else ")"
    return said


def _against_basis(words: Words, found: Measured) -> str:
    before = found.basis.published if found.basis is not None else None
    if before is None:
        return "the previous general election, as published"
    return f"{against_words(words, before)}, won by {words.the_party(before.winner_party)}"


_SENTENCES: Mapping[Measure, Callable[[Words, Measured], str]] = MappingProxyType(
    {
        Measure.MAJORITY: _majority,
        Measure.MAJORITY_SHARE: _majority,
        Measure.TURNOUT: _turnout,
        Measure.ELECTORATE: _electorate,
        Measure.VALID_VOTES: _valid_votes,
        Measure.INVALID_VOTES: _invalid_votes,
        Measure.CANDIDATES: _candidates,
        Measure.DEPOSITS_LOST: _deposits,
        Measure.THIRD_MARGIN: _third_margin,
        Measure.TURNOUT_CHANGE: _turnout_change,
        Measure.SWING: _swing,
        Measure.RESULT: _outcome,
        Measure.DECLARED_AT: _declared,
        Measure.CAUSE: _cause,
        Measure.DATE: _date,
    }
)
