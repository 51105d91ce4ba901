"""Several whole questions in one message, each of a place or person of its own: both are asked, and never as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.reading.clauses import Clause
from bot.reading.kept import wheres_of
from bot.reading.leanings import is_aside
from bot.reading.outcome import Outcome, Read
from bot.reading.reader import Reader
from bot.reading.scan import Token
from bot.reading.several import MAX_PARTS
from bot.reading.sharing import Sharer
from bot.reading.spans import Cover
from knowledge.query import Check, Compare, Figure, Query, Several

_NAMING = frozenset({"aux", "by_election", "general_election", "greeting", "last", "latest", "now", "thanks", "versus"})
"""Cues that only name an election, or nothing."""
_WORDS = 3
"""Words at least of a question that names whom it is of."""


class WholeQuestions:
    """Reads "bath 2019 turnout and who won wells" as the two questions that it is."""

    def __init__(self, reader: Reader, sharer: Sharer) -> None:
        self._reader = reader
        self._sharer = sharer
        groups = reader.lexicon.groups
        self._joints = groups["joins_questions"]
        self._setting = groups["sets_against"]
        self._hanging = groups["hangs_by"]
        self._verbs = groups["verb_openers"]

    def apart(self, tokens: Clause, breaks: frozenset[int]) -> list[Read] | None:
        """The questions, where the message is nothing but whole ones; None where it is one."""
        if len(tokens) < 2 * _WORDS or not self._setting.isdisjoint(token.text for token in tokens):
            return None
        for parts in self._splits(tokens, breaks):
            found = self._read(parts)
            if found is not None:
                return self._sharer.shared(parts, found)
        return None

    def _splits(self, tokens: Clause, breaks: frozenset[int]) -> Iterator[list[list[Token]]]:
        """The message cut at its signs of punctuation, and at each word that joins."""
        cuts = sorted(at for at in breaks if 0 < at < len(tokens))
        if cuts:
            # a sign within the name of a seat, "stone, great wyrley and penkridge", cuts nothing
            named = [span for span in self._reader.cover(tokens, breaks).spans if span.seat]
            cuts = [at for at in cuts if not any(span.start < at < span.end for span in named)]
        if 0 < len(cuts) < MAX_PARTS:
            yield self._cut(tokens, cuts)
        if len(cuts) > 1:
            yield from (self._cut(tokens, [at]) for at in cuts)
        joints = [at for at in range(_WORDS, len(tokens) - _WORDS) if tokens[at].text in self._joints]
        if joints:
            # within the name of a place "and" joins no questions
            alone = {span.start for span in self._reader.cover(tokens, breaks).spans if span.end == span.start + 1}
            yield from (self._cut(tokens, [at]) for at in joints if at in alone)

    def _cut(self, tokens: Clause, cuts: Sequence[int]) -> list[list[Token]]:
        """The clauses between the cuts, without the words that only join them."""
        parts = [list(tokens[start:end]) for start, end in zip([0, *cuts], [*cuts, len(tokens)], strict=True)]
        for part in parts:
            while part and part[0].text in self._joints:
                del part[0]
        return parts

    def _read(self, parts: Sequence[Clause]) -> list[Read] | None:
        """What each part asks, where each is a whole question and no two are of the same."""
        found: list[Read] = []
        for part in parts:
            if len(part) < _WORDS or self._hangs(part):
                return None
            cover = self._reader.cover(part)
            outcome = self._reader.read_tokens(part, frozenset())
            telling = isinstance(outcome, Read) and (_asks(cover) or bool(outcome.corrected))
            if not isinstance(outcome, Read) or is_aside(outcome.query) or not telling:
                return None
            if isinstance(outcome.query, Check) and not ("check" in cover.cues or part[0].text in self._verbs):
                # what is only stated belongs to the question beside it
                return None
            found.append(outcome)
        named = {_named(read.query) for read in found}
        apart = len(named) == len(parts) and () not in named
        return found if apart and not self._is_of_one(found) else None

    def _is_of_one(self, found: Sequence[Read]) -> bool:
        """Whether somebody asked of stood in a seat that another question names: "swinson lost, how close was ..."."""
        wheres = [where for read in found for where in wheres_of(read.query)]
        seats = {seat for where in wheres for seat in where.seats if not where.people}
        people = {person for where in wheres for person in where.people if not where.seats}
        cards = self._reader.catalogue.cards(people)
        return any(stand.seat in seats for card in cards for stand in card.stands)

    def _hangs(self, part: Clause) -> bool:
        """Whether a clause hangs on another: "the year robinson lost", "when he won", but not "when did he win"."""
        asks = len(part) > 1 and part[1].text in self._verbs
        return not asks and any(token.text in self._hanging for token in part[:2])


def _asks(cover: Cover) -> bool:
    """Whether words ask for anything beside what they name."""
    return any(not _NAMING.issuperset(span.cues) for span in cover.spans if span.cues and span.time is None)


def _named(query: Query) -> tuple[str, ...]:
    """The seats and people that a question is of."""
    return tuple(name for where in wheres_of(query) for name in (*where.seats, *where.people))


def holds_all(whole: Outcome, found: Sequence[Read]) -> bool:
    """Whether the reading of the whole message sets the same side by side, or tells each of them."""
    query = whole.query if isinstance(whole, Read) else None
    if not isinstance(query, Compare | Several) or len({_measures(read.query) for read in found}) > 1:
        return False
    told = [(where.seats, where.people, where.when) for where in wheres_of(query)]
    asked = [(where.seats, where.people, where.when) for read in found for where in wheres_of(read.query)]
    return all(each in told for each in asked)


def _measures(query: Query) -> object:
    """What is asked for, but for whom."""
    return query.measures if isinstance(query, Figure) else query.shape
