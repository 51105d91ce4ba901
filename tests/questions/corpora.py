"""The corpora of questions and what becomes of them: asked through the assistant, judged, counted by family."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.answering.answer import Answer
from bot.assistant import Assistant
from bot.rendering.text import to_text
from tests.questions.judge import Expectation, Outcome, Verdict, judge

FOLDER = Path(__file__).parent
CORPORA = ("contests", "country")
"""Files of one JSON object a line: questions about single contests and people, and about the whole country."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A question asked, the reply, and how it was judged."""

    expected: Expectation
    answer: Answer
    verdict: Verdict

    @property
    def outcome(self) -> Outcome:
        """How the reply was judged."""
        return self.verdict.outcome

    def __str__(self) -> str:
        told = f"{self.outcome} {self.expected.id}: {self.expected.asked}\n    {self.verdict.why}"
        return f"{told}\n    {self.answer.kind}: {self.answer.headline}"


def corpus(name: str) -> tuple[Expectation, ...]:
    """The questions of one file, in order."""
    lines = (FOLDER / f"{name}.jsonl").read_text("utf-8").splitlines()
    return tuple(Expectation.model_validate_json(line) for line in lines)


def ask(assistant: Assistant, expected: Expectation) -> Judged:
    """Ask a question in a conversation of its own, after the turns before it."""
    for turn in expected.turns:
        assistant.ask(turn, conversation=expected.id)
    answer = assistant.ask(expected.question, conversation=expected.id)
    return Judged(expected, answer, judge(expected, answer.kind, answer.headline, to_text(answer)))


def share(judged: Sequence[Judged], outcome: Outcome) -> float:
    """The part of the replies that were judged so, of one."""
    return sum(each.outcome is outcome for each in judged) / len(judged)


def families(judged: Iterable[Judged]) -> dict[str, list[Judged]]:
    """Tag -> the questions that bear it."""
    found: dict[str, list[Judged]] = {}
    for each in judged:
        for tag in each.expected.tags:
            found.setdefault(tag, []).append(each)
    return found


def report(judged: Sequence[Judged], *outcomes: Outcome) -> str:
    """How many were judged how, and every question judged one of ``outcomes``."""
    counts = Counter(each.outcome.value for each in judged)
    listed = [str(each) for each in judged if each.outcome in outcomes]
    return "\n".join([f"{dict(counts)} of {len(judged)}", *listed])
