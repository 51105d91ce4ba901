"""The service behind every route: words or a query in, one answer out."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from bot.answering.answer import Answer, Kind
from bot.answering.answerer import Answerer
from bot.answering.completing import Completion, complete
from bot.answering.dialogue import Mentioned, clarify, refuse, with_notes
from bot.gaps import GapsLog
from bot.reading.conversation import Turn
from bot.reading.few_words import FewWords
from bot.reading.in_turn import InTurn
from bot.reading.lexicon import load_lexicon
from bot.reading.listener import Listener
from bot.reading.memory import Memory
from bot.reading.outcome import Ask, Outcome, Read
from bot.reading.reader import Reader
from bot.reading.slots import Told
from knowledge.queries.calendar import Calendar
from knowledge.queries.catalogue import Catalogue
from knowledge.query import About, Explain, Query
from knowledge.store.opening import open_store
from knowledge.store.paths import KnowledgePaths
from knowledge.store.store import Store

if TYPE_CHECKING:
    from bot.service import CompletionKind
    from bot.settings import Settings


_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Parts:
    """What an assistant is made of."""

    store: Store
    reader: Reader
    answerer: Answerer


class Assistant:
    """Reads, answers and remembers. One for the whole program; fast enough to be called from an event loop."""

    def __init__(self, *, parts: Parts, memory: Memory, gaps: Callable[[Sequence[str]], None] | None = None) -> None:
        self._store = parts.store
        self._answerer = parts.answerer
        self._reader = parts.reader
        self._listener = Listener(parts.reader)
        self._few_words = FewWords(parts.reader)
        self._in_turn = InTurn(parts.reader)
        self._memory = memory
        self._gaps = gaps

    def ask(self, text: str, *, conversation: str | None = None) -> Answer:
        """The answer to a question in words; ``conversation`` names whose follow-ups it may be."""
        turn = self._memory.recall(conversation)
        outcome = self._few_words.beyond(self._listener.hear(text, turn), text, turn)
        outcome = self._in_turn.kept(outcome, text, turn)
        return self._reply(text, outcome, turn, conversation)

    def answer(self, query: Query, *, conversation: str | None = None) -> Answer:
        """The answer to a query."""
        answer = self._answerer.answer(query)
        self._memory.keep(conversation, Turn(query=query, told=_told(answer)))
        return answer

    def complete(self, kind: CompletionKind, typed: str, limit: int = 25) -> Sequence[Completion]:
        """Names of a kind that begin with or resemble what was typed, likeliest first."""
        return complete(self._store, kind, typed, limit)

    def forget(self, conversation: str) -> None:
        """Drop what the conversation carried over."""
        self._memory.forget(conversation)

    def _reply(self, text: str, outcome: Outcome, turn: Turn | None, conversation: str | None) -> Answer:
        if isinstance(outcome, Read):
            return self._read(outcome, turn, conversation)
        if isinstance(outcome, Ask):
            self._memory.keep(conversation, replace(turn or Turn(), options=outcome.options, told=Told()))
            return with_notes(clarify(outcome.about, outcome.options), outcome.corrected)
        if self._gaps is not None and outcome.words:
            try:
                self._gaps(outcome.words)
            except OSError as error:
                # A list that cannot be kept is no reason to leave a question without its reply.
                _LOG.warning("The list of words not understood cannot be written: %s", error)
                self._gaps = None
        return refuse(outcome.why, outcome.words, self._answerer.words, self._mentioned(text))

    def _mentioned(self, text: str) -> Mentioned:
        """The names in a question that gets no answer."""
        tokens, breaks, _ = self._reader.tokens(text)
        if not tokens:
            return Mentioned()
        slots = self._reader.slots(self._reader.cover(tokens, breaks))
        seats = [seat for slot in slots.seats if len(slot.values) == 1 for seat in slot.values]
        people = [self._reader.catalogue.person(slot.values[0]) for slot in slots.people if len(slot.values) == 1]
        return Mentioned(
            seats=tuple(self._reader.gazetteer.label(seat) for seat in seats),
            parties=tuple(party for slot in slots.parties for party in slot.values),
            people=tuple(card.name for card in people if card is not None),
        )

    def _read(self, outcome: Read, turn: Turn | None, conversation: str | None) -> Answer:
        query = outcome.query
        if isinstance(query, About) and query.topic == "forgotten" and conversation is not None:
            self._memory.forget(conversation)
        if isinstance(query, About) and query.topic == "sources" and turn is not None and turn.query is not None:
            # "source?" asks where the last answer came from: it is given again, with its sources.
            query = turn.query
        answer = self._answerer.answer(query)
        if answer.kind is Kind.CLARIFY:
            options = tuple((o.label, o.query) for o in answer.options)
            self._memory.keep(conversation, (turn or Turn()).next(query, Told(), options))
        elif not isinstance(query, About | Explain) or turn is None:
            self._memory.keep(conversation, (turn or Turn()).next(query, _told(answer)))
        return with_notes(answer, outcome.corrected, carried=outcome.carried)


def _told(answer: Answer) -> Told:
    """What an answer spoke of, as reading holds it."""
    said = answer.told
    return Told(said.seat, said.day, said.people, said.listed) if said else Told()


def build_parts(store: Store, today: date) -> Parts:
    """Reader and answerer on an open store, as of ``today``."""
    reader = Reader(Catalogue(store), load_lexicon(), Calendar.load(store, today))
    return Parts(store, reader, Answerer(store))


def build_assistant(settings: Settings, *, lasting: bool = False) -> Assistant:
    """The assistant of this process, on the packs and the cache that the settings name.

    ``lasting``: the process will run for long, so a build of the facts is left to one of its own, whose memory is given
    back, and what is made now is not looked through again for garbage.

    Raises ``KnowledgeError`` where the packs are faulty or missing.
    """
    store = open_store(KnowledgePaths.of(more_packs=settings.packs, cache=settings.cache), apart=lasting)
    today = date.today()  # noqa: DTZ011  the asker's own day is meant by "this year"
    gaps = GapsLog(settings.gaps_log) if settings.gaps_log else None
    parts = build_parts(store, today)
    assistant = Assistant(parts=parts, memory=Memory(), gaps=gaps)
    if lasting:
        parts.answerer.load()
        gc.collect()
        gc.freeze()
    return assistant
