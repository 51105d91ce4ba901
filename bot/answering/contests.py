"""What several answers say of one contest: its result list, its winner, hold or gain and what that is measured on."""

from __future__ import annotations

from collections.abc import Iterable

from bot.answering.answer import ResultList, Standing, Told
from bot.answering.vacating import previous_member, vacated
from bot.answering.wording import (
    Words,
    article,
    counted,
    day,
    listed,
    number,
    ordinal,
    percent,
    points,
    signed,
    uncapital,
)
from knowledge.facts.contests import Basis, CandidacyFact, ContestFact, Entry
from knowledge.models.elections import Detail, ElectionKind
from knowledge.queries.reference import Corrected

_SHOWN = 10
"""Candidates listed unless the full list was asked for; one or two more are listed rather than counted."""


def standing(words: Words, candidacy: CandidacyFact) -> Standing:
    """A candidate's line of a result."""
    return Standing(
        position="" if candidacy.position is None or candidacy.pooled else str(candidacy.position),
        name=candidacy.shown_name or words.party(candidacy.exact_party),
        party=words.short(candidacy.exact_party) if candidacy.name else "",
        votes=None if candidacy.votes is None else number(candidacy.votes),
        share=None if candidacy.share is None else percent(candidacy.share),
        change=None if candidacy.change is None else signed(candidacy.change),
        elected=candidacy.elected,
        colour=words.colour(candidacy.exact_party),
    )


def told_of(contest: ContestFact, people: Iterable[str | None]) -> Told:
    """What a headline of one contest speaks of."""
    return Told(seat=contest.seat, day=contest.date, people=tuple(person for person in people if person))


def listed_of(contests: Iterable[ContestFact]) -> Told:
    """What a headline of several contests speaks of."""
    return Told(listed=tuple((contest.seat, contest.date) for contest in contests))


def result_block(words: Words, entry: Entry, *, full: bool = False) -> ResultList:
    """The contest's result; ``full`` lists every candidate."""
    everybody = len(entry.field) <= _SHOWN + 2
    shown = entry.field if full or everybody else entry.field[:_SHOWN]
    extra = tuple(c for c in entry.chosen if c not in shown)
    return ResultList(
        title=words.contest(entry.contest),
        summary=tuple(summary_lines(words, entry.contest)),
        standings=tuple(standing(words, c) for c in (*shown, *extra)),
        left_out=len(entry.field) - len(shown) - len(extra),
    )


def summary_lines(words: Words, contest: ContestFact) -> list[str]:
    """Majority, turnout, hold or gain, swing, spoilt ballots: each where held."""
    lines = []
    if contest.majority is not None:
        share = "" if contest.majority_share is None else f" ({points(contest.majority_share)})"
        lines.append(f"Majority {number(contest.majority)}{share}")
    turnout = turnout_words(contest)
    if turnout:
        lines.append(f"Turnout {turnout}")
    outcome = hold_or_gain(words, contest)
    if outcome:
        lines.append(outcome)
    swing = swing_words(words, contest)
    if swing:
        lines.append(f"Swing {swing}")
    if contest.invalid_votes is not None:
        lines.append(counted(contest.invalid_votes, "invalid vote"))
    if contest.deposits_lost is not None and contest.candidates:
        lines.append(f"Deposits lost: {contest.deposits_lost} of {contest.candidates}")
    if contest.by_election and contest.previous_name is not None:
        lines.append(f"Previous member: {previous_member(words, contest)}")
    if contest.cause:
        lines.append(f"Held because {vacated(words, contest)}")
    return lines


def turnout_words(contest: ContestFact) -> str | None:
    """``51.3% (31,068 valid votes of 60,602 electors)``."""
    if contest.turnout is None:
        return None
    if contest.valid_votes is None or contest.electorate is None or contest.seats > 1:
        return percent(contest.turnout)
    votes, electors = number(contest.valid_votes), number(contest.electorate)
    return f"{percent(contest.turnout)} ({votes} valid votes of {electors} electors)"


def hold_or_gain(words: Words, contest: ContestFact) -> str | None:
    """``Conservative gain from Labour``, on the published basis; ``None`` where not held."""
    party = contest.winner_party
    if contest.gain is None or party is None:
        return None
    if not contest.gain:
        return f"{words.party(party)} hold"
    lost = f" from {words.the_party(contest.lost_party)}" if contest.lost_party else ""
    return f"{words.party(party)} gain{lost}"


def swing_words(words: Words, contest: ContestFact) -> str | None:
    """``6.7% from Labour to Conservative``: Butler, runner-up to winner, turned round where it went the other way."""
    if contest.swing is None or contest.winner_party is None or contest.second_party is None:
        return None
    to, off = contest.winner_party, contest.second_party
    if contest.swing < 0:
        to, off = off, to
    return f"{percent(abs(contest.swing))} from {words.the_party(off)} to {words.the_party(to)}"


def share_words(candidacy: CandidacyFact) -> str:
    """``13,748 votes (44.2%)``, or as much of it as is held; empty where nothing is."""
    if candidacy.votes is None:
        return "" if candidacy.share is None else f"{percent(candidacy.share)} of the vote"
    share = "" if candidacy.share is None else f" ({percent(candidacy.share)})"
    return f"{counted(candidacy.votes, 'vote')}{share}"


def winner_sentence(words: Words, entry: Entry) -> str:
    """Who won what, with votes, majority, runner-up and hold or gain, without a full stop."""
    contest = entry.contest
    elected = [c for c in entry.field if c.elected]
    if len(elected) > 1:
        names = " and ".join(words.candidate(c) for c in elected)
        return f"{names} were elected for {words.named(contest)}, which returned {contest.seats} members"
    winner = entry.winner
    name = words.candidate(winner) if winner is not None else words.winner(contest)
    if contest.unopposed:
        return f"{name} was returned unopposed {words.at(contest)}"
    said = f"{name} won {words.named(contest)}"
    if contest.kind is ElectionKind.NOTIONAL:
        said = f"{words.the_party(contest.winner_party)} would have won {words.named(contest)}"
    figures = share_words(winner) if winner is not None else ""
    if figures:
        said += f" with {figures}"
    second = words.second(contest)
    if contest.majority is not None:
        said += f", a majority of {number(contest.majority)}"
        if second:
            said += f" over {second}"
            said += f" on {number(contest.second_votes)}" if contest.second_votes is not None else ""
    elif second:
        said += f", ahead of {second}"
    outcome = hold_or_gain(words, contest)
    return f"{said}: {article(outcome)}" if outcome else said


def won_by(words: Words, entry: Entry) -> str:
    """Who won a contest already named: ``Southend West was won by Anna Firth (Conservative) ...``."""
    winner = entry.winner
    elected = [words.candidate(c) for c in entry.field if c.elected]
    if len(elected) > 1:
        return f"{entry.contest.seat_name} was won by {listed(elected)}"
    if winner is None:
        return f"{entry.contest.seat_name} was won by {words.winner(entry.contest)}"
    figures = share_words(winner)
    return f"{entry.contest.seat_name} was won by {words.candidate(winner)}" + (f" with {figures}" if figures else "")


def place_words(candidacy: CandidacyFact, winner: str | None = None) -> str:
    """``came second with 11,601 votes (37.3%), 2,147 behind Trudy Harrison (Conservative)``."""
    figures = share_words(candidacy)
    with_figures = f" with {figures}" if figures else ""
    if candidacy.elected:
        ahead = f", {number(-candidacy.behind)} ahead of the runner-up" if candidacy.behind else ""
        return f"won{with_figures}{ahead}"
    place = f"came {ordinal(candidacy.position)}" if candidacy.position is not None else "stood"
    behind = ""
    if candidacy.behind is not None and candidacy.behind >= 0:
        behind = f", {number(candidacy.behind)} behind {winner or 'the winner'}"
    return f"{place}{with_figures}{behind}"


def basis_notes(words: Words, contest: ContestFact, found: Basis | None) -> list[str]:
    """What the hold or gain is measured against; both bases where the seat had changed hands in between."""
    if found is None or contest.gain is None or contest.winner_party is None:
        return []
    outcome = hold_or_gain(words, contest)
    if found.published is None:
        return [f"Basis: {outcome} is as published, against the previous general election."]
    before = found.published
    if before.kind is ElectionKind.NOTIONAL:
        held = f"the notional {before.date.year} result on the new boundaries"
    else:
        held = f"the {words.election(before.election)}"
    held += f", won by {words.the_party(before.winner_party)}"
    note = f"Basis: {outcome} is as published, against {held}"
    note += "; by-elections and defections in between are ignored." if found.by_elections else "."
    other = other_basis(words, contest, found)
    return [note, other] if other else [note]


def other_basis(words: Words, contest: ContestFact, found: Basis) -> str | None:
    """The same result against who held the seat when the contest came, where that reads differently."""
    before = found.published.winner_party if found.published is not None else None
    held_by = found.holder_party
    if held_by is None or (held_by == before and contest.gain is not None):
        return None
    kept = held_by == contest.winner_party
    party = words.party(contest.winner_party)
    last = found.by_elections[-1] if found.by_elections else None
    if last is not None and last.winner_party == held_by:
        what = article(f"{party} {'hold' if kept else f'gain from {words.the_party(held_by)}'}")
        return f"Against the by-election of {day(last.date)}, won by {words.winner(last)}, it was {what}."
    who = f"The member when the contest came, {found.holder_name}," if found.holder_name else "The member by then"
    what = article(f"{party} {'hold' if kept else 'gain'}")
    return f"{who} sat as {words.party(held_by)}; against that it was {what}."


def line_notes(words: Words, asked: tuple[str, ...], entry: Entry) -> list[str]:
    """That a forerunner or successor of the party asked about is meant."""
    others = dict.fromkeys(c.party for c in entry.chosen if asked and c.party not in asked)
    where = words.at(entry.contest)
    return [
        f"No {listed([words.before_noun(p) for p in asked], 'or')} candidate stood under that name {where};"
        f" shown is {words.the_party(party)}, of the same line of parties."
        for party in others
    ]


def detail_notes(words: Words, contest: ContestFact) -> list[str]:
    """What is not held of an older contest, and which of its figures were published otherwise."""
    return _unheld_notes(contest) + [
        _corrected(found) for found in words.reference.corrections.get(contest.contest, ())
    ]


def _corrected(found: Corrected) -> str:
    """Both figures of a correction, with the reason."""
    figure = percent if found.field == "turnout" else number
    name = found.field.replace("_", " ").capitalize()
    reason = uncapital(found.reason).rstrip(".")
    return f"{name}: published as {figure(found.published)}, shown here as {figure(found.used)}; {reason}."


def _unheld_notes(contest: ContestFact) -> list[str]:
    if contest.seats > 1:
        return ["Votes of a party's candidates are added up here, as published; this seat returned several members."]
    if contest.detail is Detail.WINNER:
        return [
            "Only the winner and what is published beside is held for this by-election; candidates' votes are not held."
        ]
    if contest.detail is Detail.PARTIES:
        return ["Votes are held by party for this election; names of losing candidates are not held."]
    return []
