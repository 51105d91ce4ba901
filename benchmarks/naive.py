"""The naive approach to compare with: the most similar of many prepared questions, found by rapidfuzz."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from rapidfuzz import fuzz, process, utils

from bot.answering.answer import Answer, Kind
from bot.answering.completing import Completion
from bot.service import CompletionKind
from knowledge.query import Query
from knowledge.store.store import Store

_CONTESTS = """
SELECT seat_name, substr(date, 1, 4), kind, winner_name, winner_party, majority, turnout, electorate, second_name
FROM contest_facts WHERE kind <> 'notional' AND detail = 'candidates' AND date >= '2010-01-01'
"""
_CANDIDACIES = """
SELECT name, seat_name, substr(date, 1, 4), kind, votes
FROM candidacy_facts WHERE kind <> 'notional' AND detail = 'candidates' AND date >= '2010-01-01'
"""


def prepare(store: Store) -> dict[str, str]:
    """Questions about every contest and candidacy since 2010, each with its answer."""
    prepared: dict[str, str] = {}
    for seat, year, kind, winner, party, majority, turnout, electorate, second in store.fetch(_CONTESTS):
        when = f"{seat} by-election {year}" if kind == "by-election" else f"{seat} in {year}"
        prepared[f"who won {when}"] = f"{winner} ({party}) won {when}."
        prepared[f"what was the majority in {when}"] = f"The majority in {when} was {majority}."
        prepared[f"what was the turnout in {when}"] = f"Turnout in {when} was {turnout}."
        prepared[f"what was the electorate of {when}"] = f"The electorate of {when} was {electorate}."
        prepared[f"who came second in {when}"] = f"{second} came second in {when}."
    for name, seat, year, kind, votes in store.fetch(_CANDIDACIES):
        when = f"{seat} by-election {year}" if kind == "by-election" else f"{seat} in {year}"
        prepared[f"how many votes did {name} get in {when}"] = f"{name} got {votes} votes in {when}."
    return prepared


class NaiveService:
    """Answers with the answer of the most similar question, whatever that is."""

    def __init__(self, prepared: dict[str, str]) -> None:
        self._answers = list(prepared.values())
        self._questions = [utils.default_process(question) for question in prepared]

    @classmethod
    def read(cls, file: Path) -> NaiveService:
        """From the file that ``write`` wrote."""
        return cls(json.loads(file.read_text(encoding="utf-8")))

    @staticmethod
    def write(prepared: dict[str, str], file: Path) -> None:
        """Keep prepared questions, as a program would that starts often."""
        file.write_text(json.dumps(prepared), encoding="utf-8")

    def ask(self, text: str, *, conversation: str | None = None) -> Answer:  # noqa: ARG002
        """The answer to the prepared question most like ``text``."""
        wanted = utils.default_process(text)
        found = process.extractOne(wanted, self._questions, scorer=fuzz.WRatio)
        return Answer(kind=Kind.ANSWER, headline=self._answers[found[2]])

    def answer(self, query: Query, *, conversation: str | None = None) -> Answer:
        """Nothing: it knows no queries."""
        raise NotImplementedError(f"no answer to {query.shape}")

    def complete(self, kind: CompletionKind, typed: str, limit: int = 25) -> Sequence[Completion]:  # noqa: ARG002
        """Nothing: it knows no names."""
        return ()

    def forget(self, conversation: str) -> None:
        """Nothing is remembered."""
