"""A whole message: one question, several, a rambling one, or a follow-up of a conversation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.reading.amending import Amender
from bot.reading.asked_apart import AskedApart
from bot.reading.bare_questions import asks_nothing, asks_votes, names_nothing, names_times
from bot.reading.choosing import choice
from bot.reading.clauses import Clause, Clauses
from bot.reading.conversation import Turn, subject
from bot.reading.following import Follower
from bot.reading.heard import Heard
from bot.reading.hearsay import Hearsay
from bot.reading.kept import is_bare, loses_time, loses_whom, of_whom_was_told
from bot.reading.kept_to_told import strays
from bot.reading.leanings import (
    is_aside,
    is_loose,
    is_national,
    is_of_any_time,
    is_of_country,
    is_of_nowhere,
    is_of_parties,
    is_of_party,
    is_of_whole,
    is_open_figure,
    is_thin,
    is_untimed,
    leaves_by_elections,
    only_says,
)
from bot.reading.left_open import LeftOpen
from bot.reading.mending import mended
from bot.reading.named_alone import NamedAlone
from bot.reading.outcome import Ask, Outcome, Read, Refuse
from bot.reading.pronouns import may_mean, of_own_name
from bot.reading.reader import Reader
from bot.reading.remarks import Remarks
from bot.reading.several import MAX_PARTS, each_of_one, joined, told_once
from bot.reading.sharing import Sharer
from bot.reading.slots import Inherited
from bot.reading.surnames import Surnames
from bot.reading.telling import Teller
from bot.reading.time_kinds import KindOf
from bot.reading.told_event import told_event
from bot.reading.told_times import pointed_back
from bot.reading.trailing_place import place_first
from bot.reading.two_times import may_be_two, two_times
from bot.reading.whole_questions import WholeQuestions, holds_all
from knowledge.fold import fold
from knowledge.query import (
    About,
    Check,
    Elections,
    Explain,
    Focus,
    Governments,
    Holder,
    Latest,
    Measure,
    OnDay,
    Rank,
    Result,
    Several,
    Totals,
)

_RAMBLING = 25
"""Words at least of a message that tells a story."""
_SHORT = 7
"""Words at most of a message that leaves the place to the conversation, though it names a time."""


class Listener:
    """Reads messages with what their conversation set."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._groups = reader.lexicon.groups
        self._clauses = Clauses(self._groups)
        self._amender = Amender(reader)
        self._follower = Follower(reader, self._clauses)
        self._teller = Teller(reader, self._clauses)
        self._sharer = Sharer(reader, self._teller)
        self._surnames = Surnames(reader)
        self._left_open = LeftOpen(reader)
        self._remarks = Remarks(reader)
        self._hearsay = Hearsay(self._groups)
        self._alone = NamedAlone(reader)
        self._asked_apart = AskedApart(reader)
        self._whole = WholeQuestions(reader, self._sharer)

    def hear(self, text: str, turn: Turn | None = None) -> Outcome:
        """What a message asks, seen from the conversation's last turn."""
        typed, breaks, quoted = self._reader.tokens(text)
        if not typed:
            return Refuse("nothing")
        tokens, breaks = self._amender.amended(typed, breaks) if quoted is None else (typed, breaks)
        pointed = pointed_back((tokens, breaks), self._reader.lexicon)
        if pointed is None:
            return Refuse("words", tuple(token.text for token in tokens))
        tokens, breaks = self._remarks.without(self._teller.without_errand(*pointed), quoted)
        chosen = choice(fold(text), turn.options, self._groups["choosing"]) if turn and turn.options else None
        if chosen is not None:
            return Read(chosen)
        last = turn if turn and turn.query is not None else None
        tokens, open_ = (tokens, False) if last is None else self._left_open.words(tokens, last)
        leaning = last is not None and (open_ or self._clauses.leans(tokens))
        leaning = leaning and not of_own_name(self._reader, tokens)
        followed = self._follower.follow(tokens, quoted, last) if last is not None and leaning else None
        if quoted is None:
            tokens, breaks = place_first(self._reader, tokens, breaks)
        if followed is None and quoted is None:
            followed = self._twofold(tokens) or self._asked_apart.read(tokens, breaks, last)
            followed = followed or self._twice(tokens, breaks)
        if followed is not None:
            return followed
        bare: Outcome | None = self._alone.party(tokens) if last is None else None
        bare = bare or (self._told_claim(tokens, breaks) if quoted is None else None)
        apart = self._whole.apart(tokens, breaks) if quoted is None else None
        alone = bare or self._reader.read_tokens(tokens, breaks, quoted)
        if apart is not None and not holds_all(alone, apart):
            return joined(apart)
        followed = self._behind(last, alone, tokens, quoted) if last is not None else None
        if followed is None and (isinstance(alone, Refuse) or (len(tokens) >= _RAMBLING and is_loose(alone))):
            followed = self._in_parts(tokens, breaks) or mended(self._reader, tokens, breaks, self._in_parts)
        outcome = followed or alone
        return (self._alone.election(tokens) or outcome) if isinstance(outcome, Refuse) else outcome

    def _told_claim(self, tokens: Clause, breaks: frozenset[int]) -> Outcome | None:
        """What somebody is said to claim, as a question whether it is so; what is only foretold is none."""
        claim = self._hearsay.claimed(tokens, breaks)
        if claim and self._hearsay.foretells(claim) and not self._reader.slots(self._reader.cover(claim)).times:
            return Refuse("prediction")
        outcome = self._reader.read_tokens(claim, frozenset()) if claim else None
        return outcome if isinstance(outcome, Read) and isinstance(outcome.query, Check) else None

    def _behind(self, last: Turn, alone: Outcome, tokens: Clause, quoted: str | None) -> Outcome | None:
        """What a message means behind the last question, where by itself it is too little; None where it is enough."""
        there = self._follower.at_spoken(alone, tokens, last)
        if there is not None:
            return there
        held = subject(last.query)
        told_of = is_of_country(alone) if self._is_one_of_them(tokens) else is_of_whole(alone, tokens)
        one = held is not None and (held.where.seats or (last.told.seat and self._is_one_of_them(tokens)))
        if one and told_of:
            # "who won the new one", "was it tory once": of the seats just told of, not the country
            return Refuse("words", (tokens[-1].text,))
        house = isinstance(alone, Read) and isinstance(alone.query, Totals) and Measure.SEATS in alone.query.measures
        thin = is_thin(alone, tokens, self._groups["defining"]) and not (
            house and held and held.where.seats and not held.where.parties
        )
        # "labour in copeland": by itself how they did there of late
        thin = thin or (is_of_party(alone) and is_bare(self._reader.cover(tokens)))
        astray = last.query is not None and strays(alone, last.query, self._reader.cover(tokens), self._groups)
        if not thin and not astray and not self._is_wide(alone, tokens, last):
            return None
        followed, spoken = self._follower.follow(tokens, quoted, last), held.where if held else None
        if followed is None and thin and (self._clauses.says(tokens, "pointers") or leaves_by_elections(alone, spoken)):
            return Refuse("words", tuple(token.text for token in tokens if token.text in self._groups["pointers"]))
        same = isinstance(alone, Read) and isinstance(followed, Read) and followed.query == alone.query
        lost = astray and (followed is None or same)
        return Refuse("words", tuple(token.text for token in tokens)) if lost else followed

    def _is_one_of_them(self, tokens: Clause) -> bool:
        """Whether a message ends in a word that picks one of what was spoken of."""
        return tokens[-1].text in self._groups["one_of_them"]

    def _is_wide(self, outcome: Outcome, tokens: Clause, last: Turn) -> bool:
        """Whether a reading is of the country or all time only because the words leave more to the last question."""
        held, query = subject(last.query), outcome.query if isinstance(outcome, Read) else None
        if held is None or len(tokens) > _SHORT or self._clauses.says(tokens, "countrywide"):
            return False
        cover = self._reader.cover(tokens)
        if names_times(cover) or is_of_nowhere(query):
            return True
        if isinstance(query, Rank):
            return not held.where.seats and not self._reader.slots(cover).times
        kinded = any(isinstance(time, KindOf) for _, time in self._reader.slots(cover).times)
        return is_national(outcome) and bool(held.where.seats or held.where.people) and not kinded

    def _twofold(self, tokens: Clause) -> Outcome | None:
        """Two questions that "and" joins, both understood."""
        parts = self._clauses.twofold(tokens)
        plain = bool(parts) and self._clauses.opens_twofold(parts)
        if not parts or not (plain or self._clauses.names_whom(parts)):
            return None
        outcome = self._parts(parts, every=True)
        if not isinstance(outcome, Read) or not isinstance(outcome.query, Several):
            return None
        return told_once(outcome, self._reader.cover(parts[-1])) if plain or each_of_one(outcome.query) else None

    def _twice(self, tokens: Clause, breaks: frozenset[int]) -> Outcome | None:
        """One question at two times, of which one is a by-election; refused where it is understood at one alone."""
        if not may_be_two(tokens, self._reader.lexicon):
            return None
        both = two_times(self._reader.cover(tokens, breaks), self._groups)
        if both is None:
            return None
        read = [self._reader.read_tokens(words, frozenset()) for words in both]
        found = [each for each in read if isinstance(each, Read)]
        if len(found) == len(read):
            return joined(found)
        return Refuse("words", tuple(token.text for token in both[-1])) if found else None

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
        for parts in self._clauses.splits(tokens, breaks - self._within_names(tokens, breaks)):
            outcome = told_event(self._reader, parts) or self._parts(parts)
            if outcome is not None:
                return outcome
        added = self._clauses.added(tokens)
        outcome = self._parts(added, every=True) if added else None
        if outcome is not None:
            return outcome
        return self._without_aside(tokens, breaks)

    def _within_names(self, tokens: Clause, breaks: frozenset[int]) -> set[int]:
        """The signs of punctuation that are part of a seat's name: "oldham west, chadderton and royton"."""
        if not breaks:
            return set()
        named = (span for span in self._reader.cover(tokens, breaks).spans if span.seat and span.seat.how == "exact")
        return {at for span in named for at in range(span.start + 1, span.end)}

    def _without_aside(self, tokens: Clause, breaks: frozenset[int]) -> Outcome | None:
        """A question without the remark behind it, which names nothing: "..., the year they got zilch"."""
        for cut in sorted((cut for cut in breaks if 0 < cut < len(tokens)), reverse=True):
            conceded = tokens[cut].text in self._groups["granting"]
            if not (conceded or self._teller.is_remark(tokens[cut:])):
                return None
            outcome = self._reader.read_tokens(tokens[:cut], frozenset(at for at in breaks if at < cut))
            if isinstance(outcome, Read) and not is_aside(outcome.query):
                # what is granted is no more than a remark where the answer tells who won most seats
                return outcome if not conceded or isinstance(outcome.query, Governments) else None
        return None

    def _parts(self, parts: Sequence[Clause], *, every: bool = False, retracted: bool = False) -> Outcome | None:
        """Each part in turn, later ones leaning on earlier; parts that only tell a story set what they name."""
        heard = Heard()
        # of a long story what opens as a question but is none, "which got us arguing", only tells
        rambling = sum(map(len, parts)) >= _RAMBLING and self._clauses.may_ask(parts[-1])
        if self._are_one(parts):
            return None
        for part in parts:
            final = part is parts[-1]
            if not final and (retracted or not (every or self._clauses.may_ask(part))):
                self._told(part, heard, retracted=retracted)
                continue
            outcome = self._part(self._teller.pointed_at(part, parts[:-1]) if final else part, heard)
            if isinstance(outcome, Ask) and (final or not rambling):
                return outcome if final and not heard.found else None
            if isinstance(outcome, Read) and not only_says(outcome, len(parts), passing=rambling and not final):
                if not self._keeps(outcome, part, heard, alone=len(parts) == 1):
                    return None
            elif final and heard.found and not every and not self._clauses.may_ask(part):
                picked = self._teller.picked(heard.found[-1], part)
                if picked is None and self._teller.story(part, Inherited()) != Inherited():
                    # a place or a time that the question was not read with would be lost
                    return None
                heard.found[-1:] = [picked or heard.found[-1]]
            elif every or (self._clauses.may_ask(part) and (final or not rambling)):
                return None
            else:
                heard.story = self._teller.story(part, heard.story)
        found = self._sharer.shared(parts, heard.found) if every else heard.found
        beside = self._teller.is_beside_it([] if retracted else parts, heard.read, found)
        return joined(found[-MAX_PARTS:]) if found and not (beside or heard.dropped) else None

    def _are_one(self, parts: Sequence[Clause]) -> bool:
        """Whether parts mean nothing apart: what would be, what a stranger has, one side of a comparison."""
        told = any(self._clauses.supposes(part) or self._teller.is_of_stranger(part) for part in parts[:-1])
        return told or self._teller.asks_of_unnamed(parts) or any(part and part[0].text == "than" for part in parts)

    def _keeps(self, read: Read, part: Clause, heard: Heard, *, alone: bool) -> bool:
        """Whether a question of a clause loses nothing that was told; keeps it, unless it is only said in passing."""
        lost = loses_time(read, heard.story, self._reader.cover(part))
        if not heard.found and (lost or loses_whom(read, heard.story, part, self._groups)):
            return False
        told = isinstance(read.query, About) and "check" in self._reader.cover(part).cues
        if not heard.found and told and heard.story != Inherited():
            # "labour zorped bath. is that correct?": of what was told, not of the bot
            return False
        if alone or self._clauses.asks(part) or not is_aside(read.query):
            heard.add(self._within(read, heard.spoken_of(read), part), part)
        return True

    def _is_dangling(self, part: Clause, story: Inherited) -> bool:
        """Whether a part is but a question word: it asks nothing, unless for the votes of whoever was named before."""
        cover = self._reader.cover(part)
        told = bool(story.parties or story.people)
        return asks_nothing(cover) and not (told and asks_votes(cover))

    def _told(self, part: Clause, heard: Heard, *, retracted: bool) -> None:
        """A part that opens as no question: a figure named all the same, else what it tells."""
        asked = None if retracted else self._in_few_words(part, heard)
        if asked is not None:
            heard.found.append(asked)
            heard.asked = part
        elif heard.asked and is_bare(self._reader.cover(part)):
            # "second in bath, 2019, ...": said of the question before it, and never only told
            heard.asked = [*heard.asked, *part]
            again = self._reader.read_tokens(heard.asked, frozenset())
            heard.dropped = heard.dropped or not isinstance(again, Read)
            heard.found[-1:] = [again if isinstance(again, Read) else heard.found[-1]]
        else:
            heard.story = self._teller.story(part, heard.story)
            heard.lost = heard.lost or self._teller.narrows(part)

    def _in_few_words(self, part: Clause, heard: Heard) -> Read | None:
        """A question put without a question word, which tells no story: "labour votes in 2024, and ..."."""
        if self._clauses.says(part, "claimers"):
            # what somebody says is told, and not asked
            return None
        if part[0].text in self._groups["lead_asks"]:
            asked = self._part(part, heard)
            return asked if isinstance(asked, Read) else None
        ranked = self._reader.read_tokens(part, frozenset(), None, heard.lean if heard.lean.seats else None)
        if isinstance(ranked, Read) and isinstance(ranked.query, Rank | Elections):
            return ranked
        outcome = self._reader.read_tokens(part, frozenset(), None, heard.lean)
        query = outcome.query if isinstance(outcome, Read) else None
        if not isinstance(outcome, Read):
            return None
        if isinstance(query, Result) and query.focus in {Focus.PLACE, Focus.RUNNER_UP}:
            # "third in bath 2015, and what share"
            return outcome
        if not isinstance(query, Totals) or isinstance(query.where.when, Latest):
            return None
        return outcome if query.measures and query.where.parties else None

    def _part(self, part: Clause, heard: Heard) -> Outcome:
        """What a part asks: of what the question before it told where that is all, else anew."""
        told = heard.of_told(part, self._reader.cover(part), self._groups, self._reader.catalogue)
        return told if told is not None else self._anew(part, heard)

    def _anew(self, part: Clause, heard: Heard) -> Outcome:
        """One part by itself; where that is too little, with what was said before it."""
        asks = self._clauses.may_ask(part) and not names_nothing(self._reader.cover(part))
        if heard.lost and not (heard.found or asks):
            # "first time bath went tory, year and who": of what was told, which is more than names
            return Refuse("words", tuple(token.text for token in part))
        if not heard.found and self._is_dangling(part, heard.story):
            # "..., how many": of what is told before it, which was not understood
            return Refuse("words", tuple(token.text for token in part))
        part, spoken_of = self._surnames.written_out(part, heard.people, heard.lean.seats, when=heard.lean.when)
        lean = self._teller.meant(part, heard.lean)
        if lean is None or not may_mean(self._reader, part, lean.people):
            return Refuse("words", tuple(token.text for token in part))
        outcome = self._reader.read_tokens(part, frozenset())
        if not heard.found and self._teller.forgets(outcome, part, heard.story):
            return Refuse("words", tuple(token.text for token in part))
        thin = is_thin(outcome, part, self._groups["defining"]) or (bool(lean.seats) and is_of_parties(outcome))
        needy = isinstance(outcome, Refuse | Ask) or self._clauses.says(part, "pronouns")
        needy = needy or (heard.story.when is not None and not heard.found and is_of_any_time(outcome))
        thin = thin or (lean.when is not None and is_untimed(outcome))
        needy = needy or (bool(spoken_of) and is_open_figure(outcome))
        if lean != Inherited() and (needy or thin):
            if lean.people and asks_votes(self._reader.cover(part)):
                lean = replace(lean, pointed=True)
            again = self._reader.read_tokens(part, frozenset(), None, lean)
            if isinstance(again, Read) and isinstance(again.query, Explain) and not heard.found:
                # "snp october 1935 - how many mps": what is told before it would be lost
                return Refuse("words", tuple(token.text for token in part))
            if isinstance(again, Read):
                return replace(again, carried=True)
            if isinstance(again, Refuse) and isinstance(outcome, Read) and thin:
                # alone it would be of the whole country, though somebody or somewhere was just spoken of
                return again
        return self._surnames.settled(outcome, spoken_of)

    def _within(self, read: Read, story: Inherited, part: Clause) -> Read:
        """A person's contest of the time and place that the story told of, where they stood there and then."""
        if isinstance(read.query, Holder) and isinstance(story.when, OnDay) and self._clauses.says(part, "past_verbs"):
            plain = read.query.at is None and read.query.relation is None
            return replace(read, query=read.query.model_copy(update={"at": story.when.day})) if plain else read
        where = getattr(read.query, "where", None)
        if where is None or not where.people or where.seats or where.when != Latest() or not story.seats:
            return of_whom_was_told(read, story, self._reader.catalogue)
        cards = self._reader.catalogue.cards(where.people)
        if not any(stand.seat in story.seats for card in cards for stand in card.stands):
            return read
        when = story.when if story.when is not None else where.when
        where = where.model_copy(update={"seats": story.seats, "when": when})
        return replace(read, query=read.query.model_copy(update={"where": where}), carried=True)
