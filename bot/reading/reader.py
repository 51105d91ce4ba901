"""From words to a query: scan, cover, resolve, try the frames, accept only what is explained in full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import product

from bot.reading.conserving import lost
from bot.reading.courtesies import Courtesies
from bot.reading.each_choice import expand
from bot.reading.either_way import either_way
from bot.reading.fitting import (
    ambiguous_person,
    beyond,
    doubted,
    fits,
    joins_name,
    most_people,
    of_others,
    of_people,
    speaks,
    stood_there,
    told_apart,
    vouched,
    whole_seats,
)
from bot.reading.frames import frames
from bot.reading.framing import Frames
from bot.reading.gazetteer import Correction, Gazetteer
from bot.reading.lexicon import Lexicon
from bot.reading.marks import World
from bot.reading.members import of_winners
from bot.reading.misplaced import seat_meant
from bot.reading.months import settled
from bot.reading.one_by_one import one_by_one
from bot.reading.outcome import Ask, Outcome, Read, Refuse
from bot.reading.parted import put_right
from bot.reading.plainer import plainer
from bot.reading.refusal import is_early, refusal
from bot.reading.repair import Names, Repair
from bot.reading.resolve import Resolver
from bot.reading.respelling import doubtful_words, guesses, is_contracted, is_weak, rivalled
from bot.reading.scan import Token, clean, scan, strip
from bot.reading.slips import without_slips
from bot.reading.slots import Inherited, Slot, Slots
from bot.reading.spans import Cover
from bot.reading.speller import Speller
from bot.reading.spoken import spoken
from bot.reading.swapped import swapped
from bot.reading.topics import is_of_other_matters
from bot.reading.vouching import Vouching
from bot.reading.windows import DETAILED_SINCE
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.queries.calendar import Calendar
from knowledge.queries.catalogue import Catalogue
from knowledge.query import InYears, Latest, Query, Quotes

_MAX_CORRECTED = 3
"""Misspelt words of one question that are corrected at most."""
_MAX_TRIED = 6
"""Ways of correcting a question that are tried at most, the likeliest first."""
_MAX_PEOPLE = 8
"""People of one surname that a clarify lists at most."""
_LATEST_GENERAL = Latest(kind=ElectionKind.GENERAL)


@dataclass(frozen=True, slots=True)
class Attempt:
    """The best that one cover of the question came to."""

    outcome: Outcome | None
    unexplained: tuple[str, ...] = ()


class Reader:
    """Reads questions. Holds no conversation: what one set comes in as ``Inherited``."""

    def __init__(self, catalogue: Catalogue, lexicon: Lexicon, calendar: Calendar) -> None:
        self.catalogue = catalogue
        self.calendar = calendar
        self.lexicon = lexicon
        self.world = World(catalogue, calendar, lexicon)
        self.gazetteer = Gazetteer(catalogue, lexicon)
        self.names = Names(catalogue, lexicon)
        self.vouching = Vouching(self.names, catalogue, lexicon)
        self._speller = Speller(self.gazetteer, lexicon)
        self._resolver = Resolver(catalogue, self.gazetteer, calendar, lexicon)
        self._frames = Frames(frames(), lexicon.groups)
        self._courtesies = Courtesies(lexicon)
        self._shortened = {"than", *lexicon.groups["one_of_them"]}
        self._swapping = lexicon.groups["swap_verbs"]
        self._taking_back = frozenset(phrase.split()[0] for phrase in lexicon.groups["corrections"])

    def tokens(self, text: str) -> tuple[list[Token], frozenset[int], str | None]:
        """The words of a question, the positions that punctuation stands before, and what stands in quote marks."""
        tokens, breaks, quoted = strip(scan(clean(text)))
        polite = self._courtesies.without((tokens, breaks), quoted)
        meant = without_slips(*put_right(polite, self.lexicon), self.lexicon.groups["corrections"], self._taking_back)
        words, breaks = spoken(*meant, self.lexicon.forms)
        texts = {token.text for token in words}
        if not self._swapping.isdisjoint(texts):
            words, breaks = swapped(words, breaks, self._swapping, self.gazetteer.is_party)
        if not self._shortened.isdisjoint(texts):
            words, breaks = plainer(words, breaks, self.lexicon.groups)
        return either_way(words, self.lexicon), breaks, quoted

    def cover(self, tokens: Sequence[Token], breaks: frozenset[int] = frozenset()) -> Cover:
        """The best cover of the words as typed."""
        return self._speller.cover(tokens, breaks)

    def slots(self, cover: Cover, spoken: date | None = None) -> Slots:
        """The likeliest slots of a cover, behind what was asked of the time ``spoken`` of."""
        return next(self._resolver.variants(cover, spoken))

    def read(self, text: str, inherited: Inherited | None = None) -> Outcome:
        """What ``text`` asks. Never raises for any text."""
        tokens, breaks, quoted = self.tokens(text)
        return self.read_tokens(tokens, breaks, quoted, inherited)

    def read_tokens(
        self,
        tokens: Sequence[Token],
        breaks: frozenset[int],
        quoted: str | None = None,
        inherited: Inherited | None = None,
    ) -> Outcome:
        """As ``read``, of words already scanned."""
        if not tokens:
            return Refuse("nothing")
        tokens = self._joined(tokens, breaks)
        first = self._speller.cover(tokens, breaks)
        outcome = self._read_named(first, breaks, quoted, inherited)
        repair = self.vouching.found(first, breaks) if isinstance(outcome, Refuse) and outcome.why == "words" else None
        renamed = self._renamed(first, breaks, inherited, repair) if repair else outcome
        return outcome if isinstance(renamed, Refuse) else renamed

    def _read_named(
        self, first: Cover, breaks: frozenset[int], quoted: str | None, inherited: Inherited | None
    ) -> Outcome:
        """A cover with its damaged names as those they surely stand for, else as it is."""
        whole = self.names.whole(first)
        if whole is not None:
            return self._renamed(first, breaks, inherited, whole)
        for repair in self.names.run_together(first):
            return self._renamed(first, breaks, inherited, repair)
        strangers = [] if speaks(first) else self.names.personal(first)
        for repair in strangers:
            if repair.match is not None and repair.match.sure:
                return self._renamed(first, breaks, inherited, repair)
        for repair in (*self.names.damaged(first), *self.names.halved(first)):
            renamed = self._renamed(first, breaks, inherited, repair)
            if isinstance(renamed, Read) or (repair.match is not None and repair.match.sure):
                return renamed
        outcome = self._read_cover(first, breaks, quoted, inherited)
        if isinstance(outcome, Ask) and is_early(first, self.calendar):
            return Refuse("early")
        if strangers and of_people(outcome):
            # a name of nobody held is not bent to those who bear a part of it
            return self._renamed(first, breaks, inherited, strangers[0])
        return self._with_name(outcome, first, breaks, inherited)

    def _with_name(
        self, outcome: Outcome, first: Cover, breaks: frozenset[int], inherited: Inherited | None
    ) -> Outcome:
        """What was read, unless a name in it can only be another one damaged, which reads better."""
        meant = seat_meant(first, outcome, self.names, self.catalogue)
        repairs = [meant] if meant else self.names.common(first) if isinstance(outcome, Refuse) else ()
        for repair in repairs:
            renamed = self._renamed(first, breaks, inherited, repair)
            fitting = isinstance(renamed, Read) and self._polled(renamed.query)
            if fitting and (meant or vouched(renamed, self.catalogue)):
                return renamed
        bare = self.names.bare(first) if isinstance(outcome, Refuse) else None
        return outcome if bare is None else self._renamed(first, breaks, inherited, bare)

    def _joined(self, tokens: Sequence[Token], breaks: frozenset[int]) -> Sequence[Token]:
        """The words with an "n" between the halves of a seat's name written out: "brecon n radnor"."""
        joints = self.lexicon.groups["name_joints"]
        for at in range(1, len(tokens) - 1):
            if tokens[at].text not in joints or not breaks.isdisjoint((at, at + 1)):
                continue
            written = [*tokens[:at], tokens[at]._replace(text="and", base="and"), *tokens[at + 1 :]]
            typed, cover = self._speller.cover(tokens, breaks), self._speller.cover(written, breaks)
            named, whole = (joins_name(c.spans, at) for c in (typed, cover))
            damaged = (r for r in self.names.halved(cover) if r.start < at < r.end - 1)
            # "bristol n west" is a whole name as it stands; "heywood n middleton" no part of one that ends in north
            parted = not named or (named, whole) == ("partial", "exact")
            if parted and (whole or any(repair.match is not None and repair.match.sure for repair in damaged)):
                tokens = written
        return tokens

    def _read_cover(
        self, first: Cover, breaks: frozenset[int], quoted: str | None, inherited: Inherited | None
    ) -> Outcome:
        """A cover as it is, with its typos mended, or with the name of a seat found by all of its words."""
        attempt = self._attempt(first, quoted, inherited)
        doubtful = doubtful_words(first)
        weak = (span for span in first.spans if is_weak(span))
        if attempt.outcome is not None and all(stood_there(span, inherited, self.catalogue) for span in weak):
            return attempt.outcome
        for cover in self._respelt(first, breaks, doubtful):
            other = self._attempt(cover, quoted, inherited)
            fitting = other.outcome is not None and fits(first, cover, other.outcome, self.catalogue)
            if other.outcome is not None and fitting and not self._adds_nothing(cover, breaks, other, inherited):
                return _with_corrections(other.outcome, cover.corrected)
        if attempt.outcome is None:
            placed = whole_seats(first)
            for repair in self.names.placed(first):
                grown = any(s.seat and repair.start <= s.start and s.end <= repair.end for s in first.spans)
                placing = repair.match is not None and repair.match.key in self.catalogue.keys("seat")
                if placed and placing and not grown:
                    continue
                found = self._renamed(first, breaks, inherited, repair)
                if not isinstance(found, Refuse):
                    return found
        return attempt.outcome or refusal(first, attempt.unexplained, self.lexicon, self.calendar)

    def _renamed(self, cover: Cover, breaks: frozenset[int], inherited: Inherited | None, repair: Repair) -> Outcome:
        """The question with a damaged name as the name it stands for; a choice where that is not sure."""
        match = repair.match
        if match is None:
            return Refuse("words", (repair.typed,))
        read = {
            key: self.read_tokens(repair.applied(cover.tokens, key), repair.moved(breaks, key), None, inherited)
            for key in (match.key, *match.others)
        }
        meant = read[match.key]
        same = len({found.query.model_dump_json() for found in read.values() if isinstance(found, Read)}) == 1
        if match.sure or (same and match.others) or vouched(meant, self.catalogue):
            return _with_corrections(meant, ((repair.typed, match.key),))
        fitting = [key for key, found in read.items() if isinstance(found, Read) and self._polled(found.query)]
        if len(fitting) == 1 and match.others:
            return _with_corrections(read[fitting[0]], ((repair.typed, fitting[0]),))
        options = tuple((key.title(), found.query) for key, found in read.items() if isinstance(found, Read))
        return Ask(repair.typed, options) if options else Refuse("words", (repair.typed,))

    def _polled(self, query: Query) -> bool:
        """Whether every seat of a query had a poll in the years asked about; without any, one since 2010."""
        where = getattr(query, "where", None)
        if where is None:
            return True
        years = where.when.years if isinstance(where.when, InYears) else ()
        days = [[day for day, _ in self.catalogue.polls(seat)] for seat in where.seats]
        return all(any(day.year in years if years else day.year >= DETAILED_SINCE for day in polls) for polls in days)

    # --- one cover ---

    def _attempt(self, cover: Cover, quoted: str | None, inherited: Inherited | None) -> Attempt:
        """The first way to take the spans that a frame explains in full; else the words that stay unexplained."""
        left: tuple[str, ...] | None = None
        if is_of_other_matters(cover, self.lexicon.groups):
            return Attempt(None)
        # a referendum has places of its own; who was Prime Minister is asked by what happened anywhere
        apart = not {"referendum", "pm"}.isdisjoint(cover.cues)
        for slots in self._resolver.variants(cover, inherited.spoken if inherited else None):
            slots.quoted = quoted
            if slots.elsewhere and not apart:
                left = left or tuple(slot.label for slot in slots.elsewhere)
                continue
            outcome, unexplained = self._framed(cover, slots, inherited)
            if outcome is not None:
                return Attempt(outcome)
            left = unexplained if left is None or len(unexplained) < len(left) else left
        return Attempt(None, left or ())

    def _framed(
        self, cover: Cover, slots: Slots, inherited: Inherited | None
    ) -> tuple[Outcome | None, tuple[str, ...]]:
        """What the frames make of some slots: with one seat in each, or a choice where they read several."""
        ambiguous = ambiguous_person(slots, self.catalogue)
        options: list[tuple[str, Query]] = []
        about = ""
        for chosen, choice in expand(slots):
            query, left = self._query(cover, chosen, inherited)
            if query is None:
                return None, left
            if isinstance(query, Quotes) and (choice or ambiguous is not None):
                spoken_of = tuple(value for slot in slots.seats for value in slot.values)
                return Read(query.model_copy(update={"seats": spoken_of})), ()
            if not choice:
                if ambiguous is not None and most_people(query) > 1:
                    return self._which_person(cover, chosen, inherited, ambiguous), ()
                return Read(query), ()
            seats = [slot for slot, before in zip(chosen.seats, slots.seats, strict=True) if len(before.values) > 1]
            about = about or seats[0].label
            options.append((", ".join(self.gazetteer.label(slot.values[0]) for slot in seats), query))
        unique = {query.model_dump_json(): (label, query) for label, query in options}
        return Read(options[0][1]) if len(unique) == 1 else Ask(about, tuple(unique.values())), ()

    def _query(self, cover: Cover, slots: Slots, inherited: Inherited | None) -> tuple[Query | None, tuple[str, ...]]:
        """The query of the first frame that explains every word; else the fewest words that stay unexplained."""
        best: tuple[str, ...] | None = None
        slots = settled(slots, inherited, self.catalogue) if inherited is not None else slots
        untouched = Work.of(self.world, cover, slots, inherited)
        fitting = self._frames.fitting(untouched.shown, untouched.words)
        work = untouched.fresh()
        for frame in fitting:
            if work.used or work.slots is not slots:
                work = untouched.fresh()
            query = frame(work)
            if query is None:
                continue
            query = of_winners(query, work)
            left = tuple(work.text(at) for at in work.unexplained() or lost(query, work, slots))
            left = left or beyond(query, cover, self.lexicon.groups["beyond_one_seat"])
            others = of_others(query, self.catalogue)
            left = left or tuple(work.text(slot.span) for slot in slots.parties if not others.isdisjoint(slot.values))
            found = None if left else doubted(told_apart(query, cover), cover)
            apart = None if found is None else one_by_one(found)
            if found is None and not left:
                left = tuple(work.text(at) for at, span in enumerate(cover.spans) if span.pooled)
            if apart is not None:
                return self.where_they_stood(apart), ()
            best = left if best is None or len(left) < len(best) else best
        return None, tuple(untouched.text(at) for at in untouched.unexplained()) if best is None else best

    def where_they_stood(self, query: Query) -> Query:
        """A party that did not stand at the last general election is meant at the last one where it did."""
        where = getattr(query, "where", None)
        if where is None or where.seats or where.people or where.when != _LATEST_GENERAL:
            return query
        parties = where.parties or where.winner or where.runner_up
        days = [day for day in map(self.catalogue.last_general, parties) if day]
        if not days or max(days) >= self.calendar.generals[-1]:
            return query
        when = InYears(years=(max(days).year,), month=max(days).month, kind=ElectionKind.GENERAL)
        return query.model_copy(update={"where": where.model_copy(update={"when": when})})

    def _which_person(self, cover: Cover, slots: Slots, inherited: Inherited | None, slot: Slot) -> Outcome:
        """The choice between people of one surname, each shown by where they last stood."""
        options = []
        cards = self.catalogue.cards(slot.values)
        cards.sort(key=lambda card: (card.elected, card.stands[-1].date if card.stands else date.min), reverse=True)
        for card in cards[:_MAX_PEOPLE]:
            people = [replace(s, values=(card.id,)) if s is slot else s for s in slots.people]
            query, _ = self._query(cover, replace(slots, people=people), inherited)
            if query is not None:
                place = f" ({self.gazetteer.label(card.stands[-1].seat)})" if card.stands else ""
                options.append((card.name + place, query))
        return Ask(slot.label.split()[-1], tuple(options)) if options else Refuse("words", (slot.label,))

    # --- typos ---

    def _adds_nothing(
        self, cover: Cover, breaks: frozenset[int], attempt: Attempt, inherited: Inherited | None
    ) -> bool:
        """Whether a short word was bent to one that asks, and nothing is asked by it: "scot" is no "slot"."""
        for at in guesses(cover, self.lexicon):
            tokens = [*cover.tokens[:at], *cover.tokens[at + 1 :]]
            moved = frozenset(place - (place > at) for place in breaks)
            without = self._attempt(self._speller.cover(tokens, moved), None, inherited).outcome
            if isinstance(without, Read) and without == attempt.outcome:
                return True
        return False

    def _respelt(self, cover: Cover, breaks: frozenset[int], doubtful: list[int]) -> Iterator[Cover]:
        """Covers with misspelt words corrected, the best first."""
        if not 0 < len(doubtful) <= _MAX_CORRECTED + 2:
            return
        choices = [self._corrections(cover, at) for at in doubtful[:_MAX_CORRECTED]]
        tried: list[Cover] = []
        for picked in product(*choices):
            if not any(picked):
                continue
            tokens = list(cover.tokens)
            corrected, cost = [], 0.0
            for at, correction in zip(doubtful, picked, strict=False):
                if correction is not None:
                    tokens[at] = tokens[at]._replace(text=correction.meant, base=correction.meant, mended=True)
                    corrected.append((correction.typed, correction.meant))
                    cost += correction.edits + 0.2 * correction.rank + rivalled(correction, choices)
            again = self._speller.cover(tokens, breaks)
            tried.append(Cover(again.tokens, again.spans, again.score - cost, tuple(corrected)))
        tried.sort(key=lambda c: -c.score)
        yield from tried[:_MAX_TRIED]

    def _corrections(self, cover: Cover, at: int) -> list[Correction | None]:
        """What the word at a position may be meant for; None leaves it as typed."""
        typed = cover.tokens[at].base or cover.tokens[at].text
        # a county in short is spelt as it should be
        found = [] if typed in self.lexicon.counties else self.gazetteer.corrections(typed)
        # a surname somebody bears is only a slip of the pen away from another name, never two
        unsure = any(span.start == at and span.person is not None for span in cover.spans)
        contracted = is_contracted(cover.tokens[at])
        return [None, *(c for c in found if (c.edits == 1 or not unsure) and (c.rank or not contracted))]


def _with_corrections(outcome: Outcome, corrected: tuple[tuple[str, str], ...]) -> Outcome:
    """The outcome, saying which words were read as typos."""
    if isinstance(outcome, Read | Ask):
        return replace(outcome, corrected=(*corrected, *outcome.corrected))
    return outcome
