"""One reading of a cover being tried: what a frame gathers a query from, and what is left unexplained."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from bot.reading.dated import Dated
from bot.reading.spans import Span
from bot.reading.times import Word
from knowledge.query import Selection, When

T = TypeVar("T")
"""What a step gives, None where it knows no answer."""
LIGHT_CUES = frozenset(
    {"greeting", "thanks", "who", "what", "which", "aux", "versus", "than", "ever", "now", "get", "did_how", "last"}
)
"""Cues that need no frame to use them: alone they ask nothing."""


class Work(Dated):
    """A frame's view of the question."""

    def fresh(self) -> Work:
        """The same question, nothing used yet."""
        return Work(self._world, self._seen, self.inherited)

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
        return Selection.model_validate(values | more)

    @property
    def of_the_house(self) -> bool:
        """Whether a majority of the whole House of Commons is spoken of."""
        return self.has("outright") or (self.has("majority") and self.has("chamber"))

    @property
    def speaks_of_person(self) -> bool:
        """Whether a pronoun points at a person."""
        return self.says("person_pronouns")

    def unexplained(self) -> list[int]:
        """Spans that neither the frame nor their own emptiness explains."""
        return [at for at, span in enumerate(self.cover.spans) if at not in self.used and not _is_light(span)]


def first_known(steps: Iterable[Callable[[Work], T]], work: Work) -> T | None:
    """What the first step says that knows answers; None where none does."""
    return next((found for found in (step(work) for step in steps) if found is not None), None)


def _is_light(span: Span) -> bool:
    """Whether a span may stay unexplained: it asks nothing, or only together with others."""
    if span.filler or span.soft or span.time == Word("now"):
        return True
    light = [cue in LIGHT_CUES for cue in span.cues]
    entity = span.seat or span.person or span.party or span.area
    return any(light) and (all(light) or not entity)
