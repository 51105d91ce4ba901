"""A question as the frames see it: its cues, words and slots, and which of them a frame has explained so far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from copy import copy
from dataclasses import dataclass
from typing import Literal

from bot.reading.inversion import asks_behind
from bot.reading.lexicon import Lexicon
from bot.reading.numbers import Number
from bot.reading.slots import Inherited, Slot, Slots
from bot.reading.spans import Cover, Span
from bot.reading.time_kinds import Time, Word
from knowledge.queries.catalogue import Calendar, Catalogue

_ONE_OF_THEM = frozenset({"a", "an", "are", "is", "such", "total", "utter", "real"})
"""Words before one that judges somebody."""
_POLITE = frozenset({"greeting", "thanks"})
"""Cues of words that a question may stand behind."""


@dataclass(frozen=True, slots=True)
class World:
    """What reading knows besides the question."""

    catalogue: Catalogue
    calendar: Calendar
    lexicon: Lexicon


@dataclass(frozen=True, slots=True)
class Seen:
    """One way to take a question: the same for every frame."""

    cover: Cover
    slots: Slots
    hits: Mapping[str, Sequence[int]]
    """The spans of each cue, in order."""
    words: frozenset[str]
    """Every word, folded."""
    opening: Sequence[str]
    """The first words of the spans up to the first that is no wrapper."""

    @classmethod
    def of(cls, cover: Cover, slots: Slots, groups: Mapping[str, frozenset[str]]) -> Seen:
        """The cues and words of a cover whose spans were taken for ``slots``; what is only an aside asks nothing."""
        hits: dict[str, list[int]] = {}
        for at, span in enumerate(cover.spans):
            if not span.cues or at in slots.passed or at in slots.asides or _is_a_party(cover, at, slots):
                continue
            reached = _is_reached(cover, at)
            for cue in span.cues:
                if cue != "win" or not reached:
                    hits.setdefault(cue, []).append(at)
        for at, time in slots.times:
            if isinstance(time, Word):
                hits.setdefault(time.word, []).append(at)
        words = frozenset([token.text for token in cover.tokens])
        return cls(cover, slots, hits, words, _opening(cover, groups))


def _opening(cover: Cover, groups: Mapping[str, frozenset[str]]) -> list[str]:
    """The first words of the spans up to the first that is no wrapper."""
    found = []
    for at, span in enumerate(cover.spans):
        text = cover.tokens[span.start].text
        found.append(text)
        polite = (span.cues and _POLITE.issuperset(span.cues)) or _is_heading(cover, at, groups)
        if not (polite or text in groups["lead_ins"]) and (not span.filler or span.cues):
            break
    return found


def _is_heading(cover: Cover, at: int, groups: Mapping[str, frozenset[str]]) -> bool:
    """ "2024 did all welsh seats go labour", "bath: was labour second": no more than what the question is of.

    Without a sign behind it "2024 was the worst" states.
    """
    span = cover.spans[at]
    if not (span.time or span.seat or span.area) or span.cues or at + 1 >= len(cover.spans):
        return False
    last, behind = cover.tokens[span.end - 1], cover.tokens[cover.spans[at + 1].start]
    parted = behind.start - last.end > 1
    asks = behind.text in groups["verb_openers"]
    return asks and (parted or (span.time is not None and behind.text not in groups["copulas"]))


def is_light(span: Span) -> bool:
    """Whether a span asks nothing and names nothing."""
    return bool(span.filler or span.soft) and not span.cues


def _is_reached(cover: Cover, at: int) -> bool:
    """ "corbyn topped 40k": right before a number, a word that also wins only says how many there were."""
    if "over" not in cover.spans[at].cues or at + 1 == len(cover.spans):
        return False
    behind = cover.spans[at + 1]
    return behind.number is not None and behind.time is None


def _is_a_party(cover: Cover, at: int, slots: Slots) -> bool:
    """ "mile end 1945 communist": beside a seat a word that also judges names the party, unless it is "a communist"."""
    span = cover.spans[at]
    if span.cues != ("opinion",) or not slots.seats or not any(slot.span == at for slot in slots.parties):
        return False
    return span.start == 0 or cover.tokens[span.start - 1].text not in _ONE_OF_THEM


class Marks:
    """The cues, words and slots of a question. ``take`` and ``use`` mark what a frame has explained."""

    def __init__(self, world: World, seen: Seen, inherited: Inherited | None = None) -> None:
        self._world = world
        self._seen = seen
        self.catalogue = world.catalogue
        self.calendar = world.calendar
        self.lexicon = world.lexicon
        self.cover = seen.cover
        self.slots = seen.slots
        self.hits = seen.hits
        self.words = seen.words
        self.inherited = inherited or Inherited()
        self.used: set[int] = set(seen.slots.passed)

    def leave_out(self, kind: Literal["people", "parties", "times"]) -> None:
        """Go on as if no slot of a kind were there; other frames still see them."""
        self.slots = copy(self.slots)
        setattr(self.slots, kind, [])

    def leave_out_words(self) -> None:
        """Go on as if no relative word of time were there; other frames still see them."""
        self.slots = copy(self.slots)
        self.slots.times = [found for found in self.slots.times if not isinstance(found[1], Word)]

    def pass_over(self, spans: Iterable[int]) -> None:
        """Mark what is only said beside the question: that the query says nothing of it is no loss."""
        self.used.update(spans)
        self.slots.asides.extend(spans)

    # --- cues ---

    def has(self, *cues: str) -> bool:
        """Whether any of the cues stands in the question."""
        # asked some hundred times of a question: a plain loop is quickest
        hits = self.hits
        for cue in cues:  # noqa: SIM110
            if cue in hits:
                return True
        return False

    def take(self, *cues: str) -> bool:
        """Mark every span of these cues as explained; whether there was any."""
        found = False
        for cue in cues:
            places = self.hits.get(cue)
            if places:
                self.used.update(places)
                found = True
        return found

    def text_is(self, cue: str, text: str) -> bool:
        """Whether a span of the cue is just these words."""
        return any(self.text(at) == text for at in self.hits.get(cue, ()))

    def use_words(self, *words: str) -> None:
        """Mark every span that is just one of these words as explained."""
        self.used.update(at for at in range(len(self.cover.spans)) if self.text(at) in words)

    def first(self, cue: str) -> int:
        """Position of the cue's first span, or a position behind the end."""
        return self.hits.get(cue, (len(self.cover.spans),))[0]

    def text(self, at: int) -> str:
        """The folded words of a span."""
        span = self.cover.spans[at]
        return " ".join(token.text for token in self.cover.tokens[span.start : span.end])

    # --- words ---

    def group(self, name: str) -> frozenset[str]:
        """A group of the lexicon's words."""
        return self.lexicon.groups[name]

    def says(self, *groups: str) -> bool:
        """Whether any word of these groups stands in the question."""
        words, held = self.words, self.lexicon.groups
        for name in groups:  # noqa: SIM110
            if not words.isdisjoint(held[name]):
                return True
        return False

    def opens_with(self, *words: str) -> bool:
        """Whether the first word that is no wrapper is one of these."""
        return any(text in words for text in self._seen.opening)

    def opens_as(self, group: str) -> bool:
        """Whether the first word that is no wrapper is of this group."""
        return not self.lexicon.groups[group].isdisjoint(self._seen.opening)

    @property
    def asks_behind(self) -> bool:
        """Whether yes or no is asked for by a verb behind whoever is named first."""
        return asks_behind(self.cover.tokens, self.lexicon.groups)

    @property
    def asks_whether(self) -> bool:
        """Whether yes or no is asked for: by the first verb, or by one behind what is named first."""
        return self.opens_as("verb_openers") or self.asks_behind or self.asks_inverted

    @property
    def asks_inverted(self) -> bool:
        """Whether a verb before a name asks, with no more than place, time or topic ahead: "in bath did labour win"."""
        spans, verbs = self.cover.spans, self.group("verb_openers")
        if self.words.isdisjoint(verbs) or not self.words.isdisjoint(self.group("askers")):
            return False
        slots = self.slots
        named = {slot.span for slot in (*slots.seats, *slots.areas, *slots.parties, *slots.people)}
        ahead = named | {at for at, _ in slots.times}
        for at, span in enumerate(spans):
            if at and self.cover.tokens[span.start].text in verbs:
                if self.cover.tokens[span.start].text in self.group("copulas") and self._is_subject(at - 1, named):
                    # "bath was labour" states, "in bath was labour second" asks
                    return False
                subject = next((n for n in range(at + 1, len(spans)) if not is_light(spans[n])), len(spans))
                return subject in named
            if at not in ahead and not is_light(span):
                return False
        return False

    def _is_subject(self, at: int, named: Set[int]) -> bool:
        """Whether a name stands there that nothing leads, so that the verb behind it is its own."""
        return at in named and (at == 0 or not self.cover.spans[at - 1].filler)

    # --- slots ---

    @property
    def seats(self) -> list[Slot]:
        """Seats named."""
        return self.slots.seats

    @property
    def people(self) -> list[Slot]:
        """People named."""
        return self.slots.people

    @property
    def parties(self) -> list[Slot]:
        """Parties named."""
        return self.slots.parties

    @property
    def areas(self) -> list[Slot]:
        """Nations and regions named."""
        return self.slots.areas

    @property
    def anchored(self) -> bool:
        """Whether a seat or a person is named or carried over."""
        return bool(self.seats or self.people or self.inherited.seats or self.inherited.people)

    @property
    def placed(self) -> bool:
        """Whether a seat or person is named, or a seat carried over."""
        return bool(self.seats or self.people or self.inherited.seats)

    def start(self, slot: Slot) -> int:
        """The position of a slot's first word."""
        return self.cover.spans[slot.span].start

    def use(self, slots: Iterable[Slot]) -> tuple[str, ...]:
        """Mark the slots as explained and give their values."""
        values: list[str] = []
        for slot in slots:
            self.used.add(slot.span)
            values += slot.values
        return tuple(dict.fromkeys(values))

    def use_times(self, *kinds: type[Time]) -> None:
        """Mark the words of time as explained: all, or those of some kinds."""
        self.used.update(at for at, time in self.slots.times if not kinds or isinstance(time, kinds))

    def spare(self, slots: Iterable[Slot]) -> list[Slot]:
        """The slots that nothing has explained yet."""
        return [slot for slot in slots if slot.span not in self.used]

    def free_numbers(self) -> list[tuple[int, Number]]:
        """The numbers not yet used that are no ordinals, with their places."""
        free = [(at, n) for at, n in self.slots.numbers if at not in self.used and n.unit != "ordinal"]
        return [(at, n) for at, n in free if not self._stands_in(at)]

    def _stands_in(self, at: int) -> bool:
        """Whether "one" stands for a thing spoken of, "the 2017 one", and counts nothing."""
        span, tokens = self.cover.spans[at], self.cover.tokens
        following = tokens[span.end].text if span.end < len(tokens) else ""
        return span.filler and following not in self.group("counted") | self.group("counted_singly")

    def ordinal(self) -> int | None:
        """The first ordinal not yet used, as a number; marks it."""
        for at, number in self.slots.numbers:
            if at not in self.used and number.unit == "ordinal":
                self.used.add(at)
                return int(number.value)
        return None
