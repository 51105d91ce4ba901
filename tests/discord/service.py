"""A small service that answers from a handful of sentences, to test the routes without the facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.answering.answer import Answer, Kind, Option, Paragraph, Reason
from bot.service import CompletionKind
from knowledge.query import About, Query, Result, Selection, to_data
from tests.rendering.samples import COPELAND, MIXED, STOKE, WEATHER


@dataclass(frozen=True)
class Name:
    """A suggestion."""

    label: str
    value: str


@dataclass
class SmallService:
    """Answers a few words ("stoke" by asking back) and declines the rest. Notes what it was asked."""

    asked: list[tuple[str | Query, str | None]] = field(default_factory=list)

    def ask(self, text: str, *, conversation: str | None = None) -> Answer:
        """The answer to words."""
        self.asked.append((text, conversation))
        folded = text.casefold()
        if "broken" in folded:
            raise ValueError(f"cannot read {text}")
        for word, answer in (("copeland", COPELAND), ("stoke", STOKE), ("everything", MIXED), ("long", LONG)):
            if word in folded:
                return answer
        return WEATHER.model_copy(update={"headline": f"I do not know about {text}."})

    def answer(self, query: Query, *, conversation: str | None = None) -> Answer:
        """The answer to a query."""
        self.asked.append((query, conversation))
        match query:
            case Result(where=Selection(seats=("copeland",))):
                return COPELAND
            case About(topic=topic):
                return Answer(kind=Kind.ANSWER, headline=f"About {topic}.", query=query)
            case _:
                return Answer(kind=Kind.ANSWER, headline=f"Query {to_data(query)}", query=query)

    def complete(self, kind: CompletionKind, typed: str, limit: int = 25) -> Sequence[Name]:
        """Names of a kind; ``many`` gives more and longer ones than Discord takes."""
        if typed == "broken":
            raise ValueError
        if typed == "many":
            return [Name(f"{number} " + "x" * 150, f"seat:{number}") for number in range(40)]
        if typed == "long":
            return [Name("Too long", "y" * 101), Name("Fits", "z" * 100)]
        return [Name("Copeland (seat until 2024)", "seat:copeland")][:limit]

    def forget(self, conversation: str) -> None:
        """Forgets a conversation."""
        self.asked = [(what, whose) for what, whose in self.asked if whose != conversation]


LONG = Answer(
    kind=Kind.CLARIFY,
    headline="Which of these do you mean? " + "So many places. " * 80,
    blocks=tuple(Paragraph(text="Some words *and* _more_ words. " * 200) for _ in range(30)),
    notes=tuple(f"Note {number}: " + "n" * 400 for number in range(20)),
    options=tuple(
        Option(label=f"Place {number} " + "l" * 120, query=Result(where=Selection(seats=(f"place-{number}",))))
        for number in range(40)
    ),
    examples=("who won Copeland?",) * 5,
    reason=Reason.NOT_HELD,
)
