"""Claims about contests drawn from the store: yes or no is worked out here from the rows themselves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from bot.answering.answer import Kind
from bot.assistant import Assistant
from knowledge.store.store import Store

_EVERY = 97
"""One contest in so many is asked about."""
_NAMES = {
    "labour": "labour",
    "conservative": "the tories",
    "liberal-democrat": "the lib dems",
    "green": "the greens",
    "ukip": "ukip",
    "reform-uk": "reform",
    "snp": "the snp",
    "plaid-cymru": "plaid",
}
_CONTESTS = """
SELECT contest, seat_name, date, kind, majority, turnout, seat FROM contest_facts
WHERE kind IN ('general', 'by-election') AND date >= '2010-01-01' AND majority IS NOT NULL ORDER BY contest
"""
_FIELD = "SELECT name, party, position, votes, share FROM candidacy_facts WHERE contest = ? ORDER BY position"


@dataclass(frozen=True, slots=True)
class Candidacy:
    """One row of a field."""

    name: str
    party: str
    position: int
    votes: int
    share: float


@dataclass(frozen=True, slots=True)
class Contest:
    """A contest with its field, and the words for where and when."""

    seat: str
    when: str
    majority: int
    turnout: float
    field: tuple[Candidacy, ...]

    @property
    def parties(self) -> list[Candidacy]:
        """Candidates of parties with a name of every day, each alone of its party."""
        stood = [candidacy.party for candidacy in self.field]
        return [
            candidacy for candidacy in self.field if candidacy.party in _NAMES and stood.count(candidacy.party) == 1
        ]


def _contests(store: Store) -> list[Contest]:
    rows = store.fetch(_CONTESTS)
    held = Counter((slug, date[:4]) for _, _, date, _, _, _, slug in rows)
    found = []
    for contest, seat, date, kind, majority, turnout, slug in rows[::_EVERY]:
        both = held[slug, date[:4]] > 1
        name = "general election" if kind == "general" else "by-election"
        when = f"at the {date[:4]} {name}" if both or kind != "general" else f"in {date[:4]}"
        field = tuple(Candidacy(*row) for row in store.fetch(_FIELD, (contest,)))
        found.append(Contest(seat, when, majority, turnout, field))
    return found


def _claims(contest: Contest) -> Iterator[tuple[str, bool]]:
    """Questions and whether what they say is so."""
    seat, when, winner, loser = contest.seat, contest.when, contest.field[0], contest.field[-1]
    yield f"did {winner.name} win {seat} {when}", True
    yield f"did {loser.name} win {seat} {when}", False
    yield f"{winner.name.casefold()} lost {seat} {when}, true?", False
    for share in (0.6, 1.6):
        bound = int(contest.majority * share) + 3
        yield f"did {winner.name} win {seat} by more than {bound} votes {when}", contest.majority > bound
        yield f"was the majority in {seat} under {bound} {when}", contest.majority < bound
    percent = round(contest.turnout * 100) - 3
    yield f"was turnout over {percent}% in {seat} {when}", contest.turnout * 100 > percent
    for one in contest.parties:
        name = _NAMES[one.party]
        yield f"so {name} won {seat} {when}?", one.position == 1
        yield f"didn't {name} win {seat} {when}", one.position == 1
        yield f"my mate says {name} didn't win {seat} {when}", one.position != 1
        yield f"did {name} come second in {seat} {when}", one.position == 2
        yield f"did {name} lose their deposit in {seat} {when}", one.share <= 0.05
        yield f"{name} got over {one.votes // 2} votes in {seat} {when}, am i right", True
    for one, other in zip(contest.parties, contest.parties[1:], strict=False):
        yield f"did {_NAMES[one.party]} beat {_NAMES[other.party]} in {seat} {when}", True
        yield f"were {_NAMES[other.party]} ahead of {_NAMES[one.party]} in {seat} {when}", False


def test_claims_about_contests_get_the_right_yes_or_no(assistant: Assistant, store: Store) -> None:
    wrong = []
    for contest in _contests(store):
        for question, so in _claims(contest):
            answer = assistant.ask(question)
            first = re.match(r"\w+", answer.headline)
            if answer.kind is not Kind.ANSWER or first is None or first[0] != ("Yes" if so else "No"):
                wrong.append((question, answer.headline))
    assert not wrong
