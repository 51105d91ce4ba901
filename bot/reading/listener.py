"""A whole message: one question, several, a rambling one, or a follow-up of a conversation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from bot.reading.amending import Amender
from bot.reading.choosing import choice
from bot.reading.clauses import Clause, Clauses
from bot.reading.conversation import Turn, carried, subject
from bot.reading.following import Follower, asks_votes
from bot.reading.frames.deeds import first_win
from bot.reading.leanings import OPEN, is_aside, is_mere_time, is_national, is_of_any_time, is_of_country, is_untimed
from bot.reading.outcome import Ask, Outcome, Read, Refuse
from bot.reading.reader import Reader
from bot.reading.slots import Inherited
from bot.reading.telling import is_bare, tells_more
from bot.reading.times import KindOf
from bot.reading.work import Work
from knowledge.fold import fold
from knowledge.models.elections import ElectionKind
from knowledge.query import (
    Check,
    Elections,
    Explain,
    Holder,
    InYears,
    Latest,
    Listing,
    Measure,
    OnDay,
    Rank,
    Selection,
    Several,
    Single,
    Totals,
)

_MAX_PARTS = 3
_TERM = 9
"""Words at most of a message that asks for something a word also stands for, rather than what the word means."""
_SHORT = 7
"""Words at most of a message that leaves the place to the conversation, though it names a time."""
_REMARKED = frozenset(
    {
        "about_number", "came_in", "changed_hands", "closeness", "did_how", "down", "finish", "get", "hold",
        "landslide", "lose", "put", "result", "take", "up", "went_out", "win",
    }
)  # fmt: skip
"""Cues that a remark may hold and still ask nothing."""
_OWNED = frozenset({"candidates", "deposit", "majority", "result", "seats", "share", "votes"})
"""Cues of what a candidate has."""
_BARE = frozenset({"how_many", "how_much", "where", "aux", "what"})
"""Cues that alone ask nothing."""


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
        self._amender = Amender(reader)
        self._follower = Follower(reader, self._clauses)

    def hear(self, text: str, turn: Turn | None = None) -> Outcome:
        """What a message asks, seen from the conversation's last turn."""
        typed, breaks, quoted = self._reader.tokens(text)
        if not typed:
            return Refuse("nothing")
        tokens, breaks = self._amender.amended(typed, breaks) if quoted is None else (typed, breaks)
        chosen = choice(fold(text), turn.options, self._groups["choosing"]) if turn and turn.options else None
        if chosen is not None:
            return Read(chosen)
        last = turn if turn and turn.query is not None else None
        leaning = last is not None and (self._clauses.leans(tokens) or self._follower.speaks_of_candidate(tokens, last))
        followed = self._follower.follow(tokens, quoted, last) if last is not None and leaning else None
        if followed is None and quoted is None:
            followed = self._twofold(tokens)
        if followed is not None:
            return followed
        bare = self._party_alone(tokens) if last is None else None
        alone = bare or self._reader.read_tokens(tokens, breaks, quoted)
        if last is not None:
            followed = self._behind(last, alone, tokens, quoted)
        if followed is None and isinstance(alone, Refuse):
            followed = self._in_parts(tokens, breaks)
        return followed or alone

    def _party_alone(self, tokens: Clause) -> Read | None:
        """A message of nothing but a party's name: how it did at the latest general election."""
        name = tokens[1:] if tokens[0].text in self._groups["articles"] else tokens
        key = " ".join(token.text for token in name)
        owned = name[-1].base != name[-1].text if name else True
        if owned or not any(held.kind == "party" for held in self._reader.gazetteer.exact((key,)).get(key, ())):
            return None
        cover = self._reader.cover(name)
        if len(cover.spans) != 1 or not cover.spans[0].party or cover.spans[0].seat or cover.spans[0].cues:
            return None
        parties = self._reader.slots(cover).parties[0].values
        where = Selection(parties=parties, when=Latest(kind=ElectionKind.GENERAL))
        return Read(self._reader.where_they_stood(Totals(where=where, measures=())))

    def _behind(self, last: Turn, alone: Outcome, tokens: Clause, quoted: str | None) -> Outcome | None:
        """What a message means behind the last question, where by itself it is too little; None where it is enough."""
        there = None
        if isinstance(alone, Read):
            there = self._follower.at_the_by_election(alone, tokens, last) or self._follower.of_the_contest(alone, last)
        if there is not None:
            return there
        held = subject(last.query)
        if held is not None and held.where.seats and self._is_one_of_them(tokens) and is_of_country(alone):
            # "who won the new one": one of the seats just told of, not the country
            return Refuse("words", (tokens[-1].text,))
        house = isinstance(alone, Read) and isinstance(alone.query, Totals) and Measure.SEATS in alone.query.measures
        thin = self._is_thin(alone, tokens) and not (house and held and held.where.seats and not held.where.parties)
        if not thin and not self._is_wide(alone, tokens, last):
            return None
        followed = self._follower.follow(tokens, quoted, last)
        if followed is None and thin and self._clauses.says(tokens, "pointers"):
            return Refuse("words", tuple(token.text for token in tokens if token.text in self._groups["pointers"]))
        return followed

    def _is_one_of_them(self, tokens: Clause) -> bool:
        """Whether a message ends in a word that picks one of what was spoken of."""
        return tokens[-1].text in self._groups["one_of_them"]

    def _is_wide(self, outcome: Outcome, tokens: Clause, last: Turn) -> bool:
        """Whether a reading is of the country or all time only because the words leave more to the last question."""
        held, query = subject(last.query), outcome.query if isinstance(outcome, Read) else None
        if held is None or len(tokens) > _SHORT or self._clauses.says(tokens, "countrywide"):
            return False
        if isinstance(query, Rank):
            return not held.where.seats and not self._reader.slots(self._reader.cover(tokens)).times
        if not is_national(outcome):
            return False
        kinded = any(isinstance(time, KindOf) for _, time in self._reader.slots(self._reader.cover(tokens)).times)
        return bool(held.where.seats or held.where.people) and not kinded

    def _twofold(self, tokens: Clause) -> Outcome | None:
        """Two questions that "and" joins, both understood."""
        parts = self._clauses.twofold(tokens)
        outcome = self._parts(parts, every=True) if parts else None
        return outcome if isinstance(outcome, Read) and isinstance(outcome.query, Several) else None

    def _in_parts(self, tokens: Clause, breaks: frozenset[int]) -> Outcome | None:
        """A message that is no question as a whole: what follows a question taken back, else its clauses."""
        afresh = self._clauses.afresh(tokens)
        if afresh:
            anew = tokens[afresh[1] :]
            if not (self._clauses.asks(anew) or self._clauses.says(anew, "askers")):
                # what is put in place of something else is no question by itself
                return None
            outcome = self._parts([tokens[: afresh[0]], anew], retracted=True)
            if outcome is not None:
                return outcome
        nouns = self._clauses.nouns(tokens)
        outcome = self._parts(nouns, every=True) if nouns else None
        if isinstance(outcome, Read) and isinstance(outcome.query, Several):
            return outcome
        for parts in self._clauses.splits(tokens, breaks):
            outcome = self._parts(parts)
            if outcome is not None:
                return outcome
        added = self._clauses.added(tokens)
        outcome = self._parts(added, every=True) if added else None
        if outcome is not None:
            return outcome
        return self._without_aside(tokens, breaks)

    def _without_aside(self, tokens: Clause, breaks: frozenset[int]) -> Outcome | None:
        """A question without the remark behind it, which names nothing: "..., the year they got zilch"."""
        for cut in sorted((cut for cut in breaks if 0 < cut < len(tokens)), reverse=True):
            if not self._is_remark(tokens[cut:]):
                return None
            outcome = self._reader.read_tokens(tokens[:cut], frozenset(at for at in breaks if at < cut))
            if isinstance(outcome, Read) and not is_aside(outcome.query):
                return outcome
        return None

    def _is_remark(self, part: Clause) -> bool:
        """Whether words name nothing, ask nothing and set no condition."""
        cover = self._reader.cover(part)
        slots = self._reader.slots(cover)
        named = slots.seats or slots.people or slots.parties or slots.areas or slots.times or slots.numbers
        cues = {cue for span in cover.spans if not (span.filler or span.soft) for cue in span.cues}
        return not (named or slots.elsewhere or self._clauses.asks(part)) and cues <= _REMARKED

    def _parts(self, parts: Sequence[Clause], *, every: bool = False, retracted: bool = False) -> Outcome | None:
        """Each part in turn, later ones leaning on earlier; parts that only tell a story set what they name."""
        heard = _Heard()
        if any(self._clauses.supposes(part) or self._is_of_stranger(part) for part in parts[:-1]):
            # what would be if it were so is not answered by what was; what somebody unknown has tells of no place
            return None
        for part in parts:
            final = part is parts[-1]
            if not final and (retracted or not (every or self._clauses.may_ask(part))):
                self._told(part, heard, retracted=retracted)
                continue
            outcome = self._part(part, heard)
            if isinstance(outcome, Ask) or self._is_half(outcome, part, parts):
                return outcome if isinstance(outcome, Ask) and final and not heard.found else None
            if isinstance(outcome, Read) and not (is_mere_time(outcome.query) and len(parts) > 1):
                if len(parts) == 1 or self._clauses.asks(part) or not is_aside(outcome.query):
                    heard.found.append(self._within(outcome, heard.story, part))
            elif final and heard.found and not every and not self._clauses.may_ask(part):
                if self._story(part, Inherited()) != Inherited():
                    # a place or a time that the question was not read with would be lost
                    return None
            elif every or self._clauses.may_ask(part):
                return None
            else:
                heard.story = self._story(part, heard.story)
        found = self._of_one_time(parts, self._of_one_place(parts, heard.found)) if every else heard.found
        return _joined(found[-_MAX_PARTS:]) if found else None

    def _forgets(self, outcome: Outcome, part: Clause, story: Inherited) -> bool:
        """ "kelvin so and so, galloway?": a bare name, read as another seat's than the one told of before."""
        where = getattr(outcome.query, "where", None) if isinstance(outcome, Read) else None
        if where is None or not (story.seats and where.seats) or where.seats == story.seats:
            return False
        return all(not span.cues or span.filler for span in self._reader.cover(part).spans)

    def _of_one_place(self, parts: Sequence[Clause], found: list[Read]) -> list[Read]:
        """ "who won and who came second in bath 2019": what names nothing is asked of the place named last."""
        lean = carried(found[-1].query) if len(found) == len(parts) else Inherited()
        if not lean.seats:
            return found
        lean, placed = replace(lean, people=(), parties=()), list(found)
        for at, part in enumerate(parts[:-1]):
            where = getattr(found[at].query, "where", None)
            if len(part) <= _TERM and self._story(part, Inherited()) == Inherited() and not getattr(where, "seats", ()):
                again = self._reader.read_tokens(part, frozenset(), None, lean)
                placed[at] = again if isinstance(again, Read) else found[at]
        return placed

    def _of_one_time(self, parts: Sequence[Clause], found: list[Read]) -> list[Read]:
        """ "who won most votes and who won most seats in 1951": what names no time is asked of the one named last."""
        whens = [getattr(getattr(read.query, "where", None), "when", None) for read in found]
        if len(found) != len(parts) or not isinstance(whens[-1], InYears):
            return found
        timed = [bool(self._reader.slots(self._reader.cover(part)).times) for part in parts]
        return [
            _moved_to(read, whens[-1]) if not dated and when in OPEN and isinstance(read.query, Rank | Totals) else read
            for read, dated, when in zip(found, timed, whens, strict=True)
        ]

    def _is_dangling(self, part: Clause, story: Inherited) -> bool:
        """Whether a part is but a question word: it asks nothing, unless for the votes of whoever was named before."""
        if (story.parties or story.people) and asks_votes(self._reader.cover(part)):
            return False
        spans = self._reader.cover(part).spans
        asking = [span for span in spans if not (span.filler and not span.cues)]
        return bool(asking) and all(span.cues and set(span.cues) <= _BARE for span in asking)

    def _is_half(self, outcome: Outcome, part: Clause, parts: Sequence[Clause]) -> bool:
        """Whether a part that was read asks nothing, though another one does: "campaign spending, witney 2016"."""
        if not isinstance(outcome, Read) or self._clauses.asks(part) or not is_bare(self._reader.cover(part)):
            return False
        return any(tells_more(self._reader.cover(other)) for other in parts if other is not part)

    def _is_of_stranger(self, part: Clause) -> bool:
        """ "bruce wayne's vote", "leave voters": of somebody by a name that is not known, or a group of voters."""
        cover = self._reader.cover(part)
        grouped = any("subdivision" in span.cues for span in cover.spans)
        return grouped or any(
            span.unknown and cover.tokens[span.start].base != cover.tokens[span.start].text and _OWNED & set(next_.cues)
            for span, next_ in pairwise(cover.spans)
        )

    def _told(self, part: Clause, heard: _Heard, *, retracted: bool) -> None:
        """A part that opens as no question: a figure named all the same, else what it tells."""
        asked = None if retracted else self._in_few_words(part, heard)
        if asked is not None:
            heard.found.append(asked)
        else:
            heard.story = self._story(part, heard.story)

    def _in_few_words(self, part: Clause, heard: _Heard) -> Read | None:
        """A question put without a question word, which tells no story: "labour votes in 2024, and ..."."""
        ranked = self._reader.read_tokens(part, frozenset())
        if isinstance(ranked, Read) and isinstance(ranked.query, Rank | Elections):
            return ranked
        outcome = self._reader.read_tokens(part, frozenset(), None, heard.lean)
        query = outcome.query if isinstance(outcome, Read) else None
        if not isinstance(outcome, Read) or not isinstance(query, Totals) or isinstance(query.where.when, Latest):
            return None
        return outcome if query.measures and query.where.parties else None

    def _part(self, part: Clause, heard: _Heard) -> Outcome:
        """One part by itself; where that is too little, with what was said before it."""
        if not heard.found and self._is_dangling(part, heard.story):
            # "..., how many": of what is told before it, which was not understood
            return Refuse("words", tuple(token.text for token in part))
        outcome = self._reader.read_tokens(part, frozenset())
        if not heard.found and self._forgets(outcome, part, heard.story):
            return Refuse("words", tuple(token.text for token in part))
        lean = heard.lean
        thin = self._is_thin(outcome, part) or (bool(lean.seats) and is_national(outcome))
        needy = isinstance(outcome, Refuse | Ask) or self._clauses.says(part, "pronouns")
        needy = needy or (heard.story.when is not None and not heard.found and is_of_any_time(outcome))
        thin = thin or (lean.when is not None and is_untimed(outcome))
        if lean != Inherited() and (needy or thin):
            if lean.people and asks_votes(self._reader.cover(part)):
                lean = replace(lean, pointed=True)
            again = self._reader.read_tokens(part, frozenset(), None, lean)
            if isinstance(again, Read):
                return replace(again, carried=True)
            if isinstance(again, Refuse) and isinstance(outcome, Read) and thin:
                # alone it would be of the whole country, though somebody or somewhere was just spoken of
                return again
        return outcome

    def _within(self, read: Read, story: Inherited, part: Clause) -> Read:
        """A person's contest of the time and place that the story told of, where they stood there and then."""
        if isinstance(read.query, Holder) and isinstance(story.when, OnDay) and self._clauses.says(part, "past_verbs"):
            plain = read.query.at is None and read.query.relation is None
            return replace(read, query=read.query.model_copy(update={"at": story.when.day})) if plain else read
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
        work = Work.of(self._reader.world, cover, slots)
        return Inherited(
            seats=sure[-1].values if sure else before.seats,
            areas=work.use(slots.areas) or before.areas,
            parties=work.use(slots.parties) or before.parties,
            people=work.use(slot for slot in slots.people if slot.how != "surname") or before.people,
            when=first_win(work)
            or ((work.after_general() or work.near_general() or work.when()) if slots.times else before.when),
        )

    def _is_thin(self, outcome: Outcome, tokens: Clause) -> bool:
        """Whether a reading is too little to stand alone where a conversation could fill it."""
        if isinstance(outcome, Refuse):
            return True
        if not isinstance(outcome, Read):
            return len(tokens) <= 3
        query = outcome.query
        if isinstance(query, Explain):
            return len(tokens) <= _TERM and not self._clauses.says(tokens, "defining")
        if isinstance(query, Totals | Listing | Rank | Check):
            where = query.where
            placed = where.seats or where.people or where.areas
            return not placed and isinstance(where.when, Latest) and len(tokens) <= 8
        return False


def _moved_to(read: Read, when: InYears) -> Read:
    """A question of the country at another time."""
    query = read.query
    if not isinstance(query, Rank | Totals) or query.where.seats or query.where.people:
        return read
    return replace(read, query=query.model_copy(update={"where": query.where.model_copy(update={"when": when})}))


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
