"""One reading of a cover being tried: what a frame gathers a query from, and what is left unexplained."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from bot.reading.dated import Dated
from bot.reading.marks import Seen, World
from bot.reading.slots import Inherited, Slots
from bot.reading.spans import Cover, Span
from bot.reading.time_kinds import Word
from knowledge.models.elections import ElectionKind
from knowledge.query import AnyTime, Selection, When

T = TypeVar("T")
"""What a step gives, None where it knows no answer."""
LIGHT_CUES = frozenset(
    {"greeting", "thanks", "who", "what", "which", "aux", "versus", "than", "ever", "now", "get", "did_how", "last"}
)
"""Cues that need no frame to use them: alone they ask nothing."""
_NOW = Word("now")


class Work(Dated):
    """A frame's view of the question."""

    @classmethod
    def of(cls, world: World, cover: Cover, slots: Slots, inherited: Inherited | None = None) -> Work:
        """The question as one way to take its words has it, nothing used yet."""
        return cls(world, Seen.of(cover, slots, world.lexicon.groups), inherited)

    def fresh(self) -> Work:
        """The same question, nothing used yet."""
        again = Work(self._world, self._seen, self.inherited)
        again._kinds = self._kinds
        return again

    def over(self, slots: Slots) -> Work:
        """The same words with other slots, nothing used yet."""
        return Work.of(self._world, self.cover, slots, self.inherited)

    @property
    def shown(self) -> frozenset[str]:
        """What a frame may need: the cues, and the kinds of name that stand in the question or are carried over."""
        slots, inherited = self.slots, self.inherited
        kinds = (
            ("a seat", slots.seats or inherited.seats),
            ("no seat named", not slots.seats),
            ("a person", slots.people or inherited.people),
            ("a person spoken of", inherited.people),
            ("a party", slots.parties or inherited.parties),
            ("a number", slots.numbers),
            ("a term", slots.terms),
            ("quoted words", slots.quoted),
            ("two of a kind", self.paired),
            ("two times", len(slots.times) > 1),
            ("a stretch of time", self.spanned("since", "after", "until", "before")),
            ("by-elections", self.kind is ElectionKind.BY_ELECTION),
        )
        return frozenset([*self.hits, *[kind for kind, held in kinds if held]])

    @property
    def paired(self) -> bool:
        """Whether two seats, people, parties or areas are named, or somebody and a party."""
        slots = self.slots
        several = max(map(len, (slots.seats, slots.people, slots.parties, slots.areas))) > 1
        return several or bool(slots.people and slots.parties)

    def selection(self, *, default: When | None = None, with_parties: bool = True, **more: object) -> Selection:
        """A selection of every place, person, party and time named (or carried over); marks them."""
        seats = self.use(self.seats)
        people = self.use(self.people)
        named = self.use(self.parties) if with_parties else ()
        areas = self.use(self.areas)
        inherited = self.inherited
        if not seats and not people:
            seats = inherited.seats
            if not named and (not seats or self.speaks_of_person):
                people = inherited.people
        if with_parties and not named and not self.people:
            named = inherited.parties
        values: dict[str, object] = {
            "seats": seats,
            "people": people,
            "parties": named,
            "areas": areas or (() if seats or people else inherited.areas),
            "when": self.when(default),
        }
        if self.slots.without:
            values["not_won_by"] = tuple(value for slot in self.slots.without for value in slot.values)
        return Selection.model_validate(values | more)

    def ages(self) -> Selection:
        """The same of all time where the words name none, whichever contest was spoken of before."""
        where = self.selection(default=AnyTime())
        return where if self.timed else where.model_copy(update={"when": AnyTime()})

    @property
    def of_the_house(self) -> bool:
        """Whether a majority of the whole House of Commons is spoken of."""
        return self.has("outright") or (self.has("majority") and self.has("chamber"))

    @property
    def speaks_of_person(self) -> bool:
        """Whether a pronoun, or what is asked, points at a person."""
        return self.inherited.pointed or self.says("person_pronouns")

    @property
    def of_somebody(self) -> bool:
        """Whether a party or person is named, or a pronoun points at a person spoken of."""
        return bool(self.parties or self.people or (self.inherited.people and self.speaks_of_person))

    def unexplained(self) -> list[int]:
        """Spans that neither the frame nor their own emptiness explains."""
        known = self.used.union(self.slots.asides)
        left = [at for at, span in enumerate(self.cover.spans) if at not in known and not _is_light(span)]
        return left[1:] if left and self._only_asks(left[0]) else left

    def _only_asks(self, at: int) -> bool:
        """Whether a span is the verb that a request opens with: "need labour's votes"."""
        if self.text(at) not in self.group("lead_asks") or any(other != at for other in self.hits.get("needed", ())):
            return False
        return all(map(_is_light, self.cover.spans[:at]))


def first_known(steps: Iterable[Callable[[Work], T]], work: Work) -> T | None:
    """What the first step says that knows answers; None where none does."""
    return next((found for found in (step(work) for step in steps) if found is not None), None)


def _is_light(span: Span) -> bool:
    """Whether a span may stay unexplained: it asks nothing, or only together with others."""
    if span.filler or span.soft or span.time == _NOW:
        return True
    if LIGHT_CUES.isdisjoint(span.cues):
        return False
    return LIGHT_CUES.issuperset(span.cues) or not (span.seat or span.person or span.party or span.area)
