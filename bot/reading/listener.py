"""A whole message: one question, several, a rambling one, or a follow-up of a conversation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.reading.choosing import choice
from bot.reading.clauses import Clause, Clauses
from bot.reading.conversation import Turn, carried
from bot.reading.following import Follower
from bot.reading.marks import Seen
from bot.reading.outcome import Ask, Outcome, Read, Refuse
from bot.reading.reader import Reader
from bot.reading.slots import Inherited
from bot.reading.work import Work
from knowledge.fold import fold
from knowledge.query import About, Check, Explain, Holder, Latest, Listing, Query, Quotes, Rank, Several, Single, Totals

_MAX_PARTS = 3


@dataclass(slots=True)
class _Heard:
    """What the clauses of a message came to so far."""

    found: list[Read] = field(default_factory=list)
    story: Inherited = field(default_factory=Inherited)

    @property
    def lean(self) -> Inherited:
        """What a later clause may lean on: the last question, else what was told."""
        return carried(self.found[-1].query) if self.found else self.story


class Listener:
    """Reads messages with what their conversation set."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._groups = reader.lexicon.groups
        self._clauses = Clauses(self._groups)
        self._follower = Follower(reader, self._clauses)

    def hear(self, text: str, turn: Turn | None = None) -> Outcome:
        """What a message asks, seen from the conversation's last turn."""
        tokens, breaks, quoted = self._reader.tokens(text)
        if not tokens:
            return Refuse("nothing")
        chosen = choice(fold(text), turn.options, self._groups["choosing"]) if turn and turn.options else None
        if chosen is not None:
            return Read(chosen)
        last = turn.query if turn else None
        leaning = last is not None and self._clauses.leans(tokens)
        followed = self._follower.follow(tokens, quoted, last) if last is not None and leaning else None
        if followed is None and quoted is None:
            followed = self._twofold(tokens)
        if followed is not None:
            return followed
        alone = self._reader.read_tokens(tokens, breaks, quoted)
        if last is not None and self._is_thin(alone, tokens):
            followed = self._follower.follow(tokens, quoted, last)
        if (
            followed is None
            and last is not None
            and self._clauses.says(tokens, "pointers")
            and self._is_thin(alone, tokens)
        ):
            return Refuse("words", tuple(token.text for token in tokens if token.text in self._groups["pointers"]))
        if followed is None and isinstance(alone, Refuse):
            followed = self._in_parts(tokens, breaks)
        return followed or alone

    def _twofold(self, tokens: Clause) -> Outcome | None:
        """Two questions that "and" joins, both understood."""
        parts = self._clauses.twofold(tokens)
        outcome = self._parts(parts, every=True) if parts else None
        return outcome if isinstance(outcome, Read) and isinstance(outcome.query, Several) else None

    def _in_parts(self, tokens: Clause, breaks: frozenset[int]) -> Outcome | None:
        """A message that is no question as a whole: what follows a question taken back, else its clauses."""
        afresh = self._clauses.afresh(tokens)
        if afresh:
            outcome = self._parts([tokens[: afresh[0]], tokens[afresh[1] :]], retracted=True)
            if outcome is not None:
                return outcome
        for parts in self._clauses.splits(tokens, breaks):
            outcome = self._parts(parts)
            if outcome is not None:
                return outcome
        return None

    def _parts(self, parts: Sequence[Clause], *, every: bool = False, retracted: bool = False) -> Outcome | None:
        """Each part in turn, later ones leaning on earlier; parts that only tell a story set what they name."""
        heard = _Heard()
        for part in parts:
            final = part is parts[-1]
            if not final and (retracted or not self._clauses.may_ask(part)):
                heard.story = self._story(part, heard.story)
                continue
            outcome = self._part(part, heard)
            if isinstance(outcome, Ask):
                return outcome if final and not heard.found else None
            if isinstance(outcome, Read):
                if len(parts) == 1 or self._clauses.asks(part) or not _is_aside(outcome.query):
                    heard.found.append(self._within(outcome, heard.story))
            elif final and heard.found and not every and not self._clauses.may_ask(part):
                if self._story(part, Inherited()) != Inherited():
                    # a place or a time that the question was not read with would be lost
                    return None
            elif every or self._clauses.asks(part):
                return None
            else:
                heard.story = self._story(part, heard.story)
        return _joined(heard.found[-_MAX_PARTS:]) if heard.found else None

    def _part(self, part: Clause, heard: _Heard) -> Outcome:
        """One part by itself; where that is too little, with what was said before it."""
        outcome = self._reader.read_tokens(part, frozenset())
        needy = isinstance(outcome, Refuse | Ask) or self._clauses.says(part, "pronouns")
        needy = needy or (heard.story.when is not None and not heard.found and _is_of_any_time(outcome))
        if (heard.found or heard.story != Inherited()) and (needy or self._is_thin(outcome, part)):
            again = self._reader.read_tokens(part, frozenset(), None, heard.lean)
            if isinstance(again, Read):
                return replace(again, carried=True)
            if isinstance(again, Refuse) and isinstance(outcome, Read) and self._is_thin(outcome, part):
                # alone it would be of the whole country, though somebody or somewhere was just spoken of
                return again
        return outcome

    def _within(self, read: Read, story: Inherited) -> Read:
        """A person's contest of the time and place that the story told of, where they stood there and then."""
        where = getattr(read.query, "where", None)
        if where is None or not where.people or where.seats or where.when != Latest() or not story.seats:
            return read
        cards = [card for card in map(self._reader.catalogue.person, where.people) if card]
        if not any(stand.seat in story.seats for card in cards for stand in card.stands):
            return read
        when = story.when if story.when is not None else where.when
        where = where.model_copy(update={"seats": story.seats, "when": when})
        return replace(read, query=read.query.model_copy(update={"where": where}), carried=True)

    def _story(self, part: Clause, before: Inherited) -> Inherited:
        """The seat and time that a sentence without a question speaks of: an exact name outweighs a shared one."""
        cover = self._reader.cover(part)
        slots = self._reader.slots(cover)
        sure = [slot for slot in slots.seats if len(slot.values) == 1]
        work = Work(self._reader.world, Seen.of(cover, slots))
        return Inherited(
            seats=sure[-1].values if sure else before.seats,
            areas=work.use(slots.areas) or before.areas,
            parties=work.use(slots.parties) or before.parties,
            people=work.use(slot for slot in slots.people if slot.how != "surname") or before.people,
            when=work.when() if slots.times else before.when,
        )

    def _is_thin(self, outcome: Outcome, tokens: Clause) -> bool:
        """Whether a reading is too little to stand alone where a conversation could fill it."""
        if isinstance(outcome, Refuse):
            return True
        if not isinstance(outcome, Read):
            return len(tokens) <= 3
        query = outcome.query
        if isinstance(query, Explain):
            return len(tokens) <= 6 and not self._clauses.says(tokens, "defining")
        if isinstance(query, Totals | Listing | Rank | Check):
            where = query.where
            placed = where.seats or where.people or where.areas
            return not placed and isinstance(where.when, Latest) and len(tokens) <= 8
        return False


def _is_of_any_time(outcome: Outcome) -> bool:
    """Whether a question says nothing of its time, so that the time told before it is meant."""
    where = getattr(outcome.query, "where", None) if isinstance(outcome, Read) else None
    dated = isinstance(outcome, Read) and isinstance(outcome.query, Holder) and outcome.query.at is not None
    return where is not None and where.when == Latest() and not dated


def _is_aside(query: Query) -> bool:
    """Whether a clause that opens as no question is only said in passing: "cheers, ..."."""
    return isinstance(query, About | Quotes | Explain)


def _joined(found: Sequence[Read]) -> Read:
    """Several questions as one, each asked once."""
    queries: list[Single] = []
    for read in found:
        query = read.query
        if isinstance(query, Several):
            queries += query.parts
        elif query not in queries:
            queries.append(query)
    corrected = tuple(pair for read in found for pair in read.corrected)
    any_carried = any(read.carried for read in found)
    if len(queries) == 1:
        return Read(queries[0], corrected, any_carried)
    return Read(Several(parts=tuple(queries[-_MAX_PARTS:])), corrected, any_carried)
