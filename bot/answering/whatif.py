"""Arithmetic on request, labelled as arithmetic, with the sum shown."""

from __future__ import annotations

from bot.answering.answer import Answer, Block, Kind, Paragraph, Reason, Table
from bot.answering.contests import basis_notes, result_block
from bot.answering.missing import no_contest_answer
from bot.answering.wording import Words, capital, counted, listed, number
from knowledge.facts.contests import CandidacyFact
from knowledge.facts.whatif import Moved, Scenario, WhatIfFacts
from knowledge.query import WhatIf

_LABEL = "Arithmetic on the published votes, not a forecast and not what happened."


def answer_what_if(query: WhatIf, facts: WhatIfFacts, words: Words) -> Answer:
    """The sum asked for, of each contest selected."""
    if facts.missing is not None:
        return no_contest_answer(words, query.where.when, facts.missing)
    said = [_sentence(query, scenario, words) for scenario in facts.scenarios[:3]]
    told = [sentence for sentence in said if sentence]
    contests = [scenario.contest for scenario in facts.scenarios[:3]]
    if not told:
        where = listed(words.at(contest) for contest in contests)
        return Answer(
            kind=Kind.DECLINE,
            reason=Reason.NOT_HELD,
            headline=f"The votes that this sum needs are not held {where}.",
            sources=words.sources(c.source for c in contests),
        )
    blocks: list[Block] = []
    for scenario in facts.scenarios[:3]:
        if scenario.moved:
            blocks.append(_table(words, scenario))
        blocks.append(result_block(words, scenario.entry))
    return Answer(
        kind=Kind.ANSWER,
        headline=f"{_opening(query, facts.scenarios[0])} {'; '.join(told)}.",
        blocks=(Paragraph(text=_LABEL), *blocks),
        notes=tuple(note for s in facts.scenarios[:3] for note in basis_notes(words, s.contest, s.basis)),
        sources=words.sources(c.source for c in contests),
        colour=words.colour(contests[0].winner_party),
    )


def _opening(query: WhatIf, scenario: Scenario) -> str:
    """The label, after "Yes" or "No" where it is asked whether the receiver would have won."""
    if not query.check or not query.transfers:
        return "By arithmetic alone,"
    first = scenario.counts[0][0]
    tied = len(scenario.counts) > 1 and scenario.counts[1][1] == scenario.counts[0][1]
    won = not tied and any(first.party == transfer.receiver for transfer in query.transfers)
    return f"{'Yes' if won else 'No'}, by arithmetic alone:"


def _sentence(query: WhatIf, scenario: Scenario, words: Words) -> str | None:
    if query.ask == "transfer":
        return _transferred(words, scenario)
    return _needed(words, scenario, switch=query.ask == "to-switch")


def _transferred(words: Words, scenario: Scenario) -> str | None:
    """Who would have been first, by how much, and the sum."""
    if not scenario.moved:
        if not scenario.absent:
            return None
        return (
            f"nothing changes {words.at(scenario.contest)}: {words.parties(scenario.absent)} had no votes there to move"
        )
    (first, most), (second, next_most) = scenario.counts[0], scenario.counts[1]
    winner = scenario.entry.winner
    lead = counted(most - next_most, "vote")
    same = winner is not None and first is winner
    verb = "would still have won" if same else "would have won"
    if most == next_most:
        outcome = f"{words.candidate(first)} and {words.candidate(second)} would have tied on {number(most)}"
    else:
        outcome = (
            f"{words.candidate(first)} {verb} {words.named(scenario.contest)} by {lead},"
            f" {number(most)} to {number(next_most)} for {words.candidate(second)}"
        )
    absent = f" ({words.parties(scenario.absent)} had no candidate)" if scenario.absent else ""
    return f"{outcome}: {_sums(words, scenario.moved)}{absent}"


def _sums(words: Words, moved: tuple[Moved, ...]) -> str:
    """``11,601 + 515 (Green Party) + 2,252 (Liberal Democrat) = 14,368``."""
    sums = []
    receivers = {id(m.receiver): m.receiver for m in moved}
    for key, receiver in receivers.items():
        given = [m for m in moved if id(m.receiver) == key]
        parts = " + ".join(f"{number(m.votes)} ({words.party(m.giver.party)})" for m in given)
        base = receiver.votes or 0
        total = base + sum(m.votes for m in given)
        sums.append(f"{words.party(receiver.party)} {number(base)} + {parts} = {number(total)}")
    return listed(sums)


def _needed(words: Words, scenario: Scenario, *, switch: bool) -> str | None:
    """How many votes the challenger lacked, and how many switching from the winner would have been enough."""
    winner, challenger = scenario.entry.winner, scenario.challenger
    if winner is None or challenger is None or winner.votes is None or challenger.votes is None:
        return None
    gap = winner.votes - challenger.votes
    switched = gap // 2 + 1
    names = _names(words, winner, challenger)
    to_switch = f"{counted(switched, 'voter')} switching from {names[0]} to {names[1]} would have been enough"
    sum_said = f"{number(winner.votes)} - {number(challenger.votes)} = {number(gap)}"
    short = f"{names[1]} was {counted(gap, 'vote')} short {words.at(scenario.contest)} ({sum_said})"
    if switch:
        return f"{to_switch} {words.at(scenario.contest)}: half of the gap of {number(gap)} ({sum_said}), and one more"
    return f"{short}: {counted(gap + 1, 'more vote')} would have won it, or {to_switch}"


def _names(words: Words, winner: CandidacyFact, challenger: CandidacyFact) -> tuple[str, str]:
    return words.candidate(winner), words.candidate(challenger)


def _table(words: Words, scenario: Scenario) -> Table:
    rows = tuple(
        (words.candidate(c), number(c.votes or 0), number(votes))
        for c, votes in scenario.counts[:6]
        if c.votes is not None
    )
    return Table(
        title=capital(f"{words.contest(scenario.contest)}, by arithmetic"),
        columns=("Candidate", "Votes", "After moving"),
        rows=rows,
    )
