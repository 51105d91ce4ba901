"""What a question costs: reading, query and answering apart, and all together, warm and asked for the first time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from benchmarks.naive import NaiveService
from benchmarks.timing import Spread, medians, timed
from bot.answering.answer import Answer
from bot.answering.describe import describe
from bot.answering.routes import Route, routes
from bot.assistant import Assistant, Parts, build_parts
from bot.reading.listener import Listener
from bot.reading.memory import Memory
from bot.reading.outcome import Outcome, Read
from bot.rendering.text import to_text
from knowledge.query import Query, Several
from knowledge.store.store import Store

TODAY = date(2026, 8, 13)
PASSES = 9
WARM_UP = "who wun copelnd in twenty seventeen"
"""A misspelt question, which makes the reader build what only typos need."""
NAIVE_EVERY = 4
"""The naive approach is slow: it is asked every fourth question."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Spreads of times, in milliseconds a question."""

    first: Spread
    """Each question once, as the first of its kind: nothing of it is remembered."""
    whole: Spread
    reading: Spread
    query: Spread
    answering: Spread
    rendering: Spread
    naive: Spread
    slowest: tuple[tuple[str, float], ...]
    """The slowest questions with their milliseconds, all told."""


@dataclass(slots=True)
class _Laps:
    """Seconds of one pass, one entry a question."""

    reading: list[float] = field(default_factory=list)
    query: list[float] = field(default_factory=list)
    answering: list[float] = field(default_factory=list)
    rendering: list[float] = field(default_factory=list)


def measure_asking(store: Store, questions: Sequence[str], naive: NaiveService, passes: int = PASSES) -> Asking:
    """Ask every question in several passes."""
    parts = build_parts(store, TODAY)
    assistant = Assistant(parts=parts, memory=Memory())
    assistant.ask(WARM_UP)
    first = _pass(assistant.ask, questions)
    again = [_pass(assistant.ask, questions) for _ in range(passes)]
    stages = _Stages(parts)
    laps = [stages.lap(questions) for _ in range(passes)]
    whole = medians(again)
    slowest = sorted(zip(questions, whole, strict=True), key=lambda pair: -pair[1])[:5]
    return Asking(
        first=Spread.of(first),
        whole=Spread.of(whole),
        reading=Spread.of(medians([lap.reading for lap in laps])),
        query=Spread.of(medians([lap.query for lap in laps])),
        answering=Spread.of(medians([lap.answering for lap in laps])),
        rendering=Spread.of(medians([lap.rendering for lap in laps])),
        naive=Spread.of(_pass(naive.ask, questions[::NAIVE_EVERY])),
        slowest=tuple((question, 1000 * seconds) for question, seconds in slowest),
    )


def _pass(ask: Callable[[str], Answer], questions: Sequence[str]) -> list[float]:
    return [timed(lambda question=question: ask(question))[1] for question in questions]  # type: ignore[misc]


class _Stages:
    """The way of a question, stage by stage. Parts of a twofold question count together."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._listener = Listener(parts.reader)
        self._routes = routes()

    def lap(self, questions: Sequence[str]) -> _Laps:
        laps = _Laps()
        for question in questions:
            outcome, reading = timed(lambda question=question: self._listener.hear(question))  # type: ignore[misc]
            laps.reading.append(reading)
            queries = _queries(outcome)
            times = [self._query(query) for query in queries]
            if times:
                laps.query.append(sum(time[0] for time in times))
                laps.answering.append(sum(time[1] for time in times))
                laps.rendering.append(sum(time[2] for time in times))
        return laps

    def _query(self, query: Query) -> tuple[float, float, float]:
        store, words = self._parts.store, self._parts.answerer.words
        route: Route = self._routes[type(query)]()
        facts, queried = timed(lambda: route.run(store, query))
        answer, answered = timed(lambda: route.answer(query, facts, words))
        described, describing = timed(lambda: describe(query, store, words))
        shown = answer.model_copy(update={"query": query, "read_as": described})
        return queried, answered + describing, timed(lambda: to_text(shown))[1]


def _queries(outcome: Outcome) -> Sequence[Query]:
    if not isinstance(outcome, Read):
        return ()
    return outcome.query.parts if isinstance(outcome.query, Several) else (outcome.query,)
