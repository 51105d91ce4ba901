"""What a run of words may mean, and the cover of a question by such runs."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from bot.reading.numbers import Number
from bot.reading.scan import Token
from bot.reading.time_kinds import Time


@dataclass(frozen=True, slots=True)
class SeatName:
    """Seats a name may mean. ``how``: exact, partial, joined, place, welsh."""

    seats: tuple[str, ...]
    label: str
    how: str


@dataclass(frozen=True, slots=True)
class PersonName:
    """People of that name, by id. ``how``: exact, alias, surname."""

    ids: tuple[str, ...]
    label: str
    how: str
    weak: bool = False
    """A surname that nobody elected bears, or a word that asks: something else is as likely meant."""


@dataclass(slots=True)
class Span:
    """Tokens ``start`` to ``end`` (excluded) with everything they may mean."""

    start: int
    end: int
    score: float = 0.0
    cues: tuple[str, ...] = ()
    seat: SeatName | None = None
    person: PersonName | None = None
    party: str | None = None
    parties: tuple[str, ...] = ()
    """Every party that the words may name, where there are several: which one the time decides."""
    lent: frozenset[str] = frozenset()
    """Those of them meant only because a party of that name is counted with them, beside one that stands by itself."""
    pooled: str = ""  # the party named, where the one it is counted with stands in ``party``
    initials: bool = False
    """Whether the party is named by its initials alone."""
    area: str | None = None
    term: str | None = None
    elsewhere: str | None = None
    time: Time | None = None
    number: Number | None = None
    filler: bool = False
    soft: bool = False
    unknown: bool = False

    def worth(self, score: float) -> None:
        """Keep the highest score of all meanings."""
        self.score = max(self.score, score)


@dataclass(frozen=True)
class Cover:
    """Spans that follow one another over the whole question."""

    tokens: tuple[Token, ...]
    spans: tuple[Span, ...]
    score: float
    corrected: tuple[tuple[str, str], ...] = field(default=())
    """Words read as typos: as typed, as meant."""

    @cached_property
    def cues(self) -> frozenset[str]:
        """Every cue that stands anywhere."""
        return frozenset([cue for span in self.spans for cue in span.cues])

    @property
    def unknown(self) -> list[Token]:
        """The words that nothing explains."""
        return [self.tokens[i] for span in self.spans if span.unknown for i in range(span.start, span.end)]


NOT_HELD = ("foreign", "devolved", "subdivision", "offtopic", "age", "money", "private", "prediction", "opinion")
"""Cues of what is not asked of data, or not held: no frame uses them, so they tell why a question is declined."""


def is_placed(span: Span | None) -> bool:
    """Whether words have a better meaning already than being part of a seat's name."""
    return span is not None and bool(span.seat or span.elsewhere or span.party or span.area)
