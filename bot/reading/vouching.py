"""Damaged names that speak for one another: a candidate's and that of a seat they stood in, a slip in each.

Neither may be told from all the names there are; but hardly anybody else of nearly that name stood in a seat of nearly
that one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from bot.reading.finding import Match
from bot.reading.lexicon import Lexicon
from bot.reading.repair import Names, Repair
from bot.reading.respelling import is_weak
from bot.reading.scan import TokenKind
from bot.reading.spans import Cover, Span
from bot.reading.time_kinds import Year
from knowledge.fold import fold
from knowledge.queries.catalogue import Catalogue, PersonCard

_LONGEST = 5
"""Words of a damaged name at most."""
_BRIEF = 2
"""Letters up to which a word is never taken for another."""
_FEW = 5
"""Letters of a word up to which no more than one slip is allowed."""
_LONE = 5
"""Letters at least of a surname by itself that may be damaged, by no more than one slip."""
_MOST = 24
"""Words of a message at most in which names are looked for so."""


@dataclass(frozen=True, slots=True)
class _Seat:
    """A seat that words may stand for; ``typed`` is None where they name it as it is."""

    seat: str
    start: int
    end: int
    typed: Repair | None


class Vouching:
    """Finds a candidate and a seat by each other."""

    def __init__(self, names: Names, catalogue: Catalogue, lexicon: Lexicon) -> None:
        self._names = names
        self._catalogue = catalogue
        self._lexicon = lexicon
        self._joints = lexicon.groups["name_joints"] | {"and"}
        self._directions = lexicon.groups["directions"]

    def found(self, cover: Cover, breaks: frozenset[int]) -> Repair | None:
        """The first damaged name of a pair: the seat's, else its candidate's; None where two pairs are as likely."""
        doubtful = any(span.unknown or is_weak(span) for span in cover.spans)
        if not doubtful or len(cover.tokens) > _MOST:
            return None
        years = {span.time.year for span in cover.spans if isinstance(span.time, Year)}
        runs = list(self._windows(cover, breaks))
        pairs: dict[str, tuple[_Seat, Repair]] = {}
        for seat in self._seats(cover, runs):
            person = self._candidate(cover, seat, runs, years)
            if person is not None:
                pairs[seat.seat] = (seat, person)
        if not pairs:
            return self._by_given(cover)
        if len(pairs) != 1:
            return None
        ((seat, person),) = pairs.values()
        return seat.typed or (person if person.match and person.typed != person.match.key else None)

    def _windows(self, cover: Cover, breaks: frozenset[int]) -> Iterator[tuple[int, int]]:
        """Runs of words of which each may be part of a name, the longest first."""
        open_ = [self._may_be_named(span, cover) for span in cover.spans]
        edges = [span.start for span in cover.spans] + [len(cover.tokens)]
        for size in range(_LONGEST, 0, -1):
            for first in range(len(open_)):
                last = next((n for n in range(first + 1, len(edges)) if edges[n] - edges[first] == size), None)
                if last is None or not all(open_[first:last]):
                    continue
                if not any(edges[first] < at < edges[last] for at in breaks):
                    yield edges[first], edges[last]

    def _may_be_named(self, span: Span, cover: Cover) -> bool:
        if any(cover.tokens[at].kind is not TokenKind.WORD for at in range(span.start, span.end)):
            return False
        if span.time or span.number or span.party or span.cues or span.term:
            return False
        joint = span.end - span.start == 1 and cover.tokens[span.start].text in self._joints
        return bool(span.unknown or span.seat or span.person or joint or self._is_direction(span, cover))

    def _is_direction(self, span: Span, cover: Cover) -> bool:
        return span.end - span.start == 1 and cover.tokens[span.start].text in self._directions

    def _seats(self, cover: Cover, runs: Sequence[tuple[int, int]]) -> Iterator[_Seat]:
        """Every seat that is named in full, or that a run of words is nearly the name of."""
        for span in cover.spans:
            if span.seat and span.seat.how == "exact" and len(span.seat.seats) == 1:
                yield _Seat(span.seat.seats[0], span.start, span.end, None)
        for start, end in runs:
            words = self._words(cover, start, end)
            if words[0] in self._joints or words[-1] in self._joints or len("".join(words)) < _FEW:
                continue
            typed = " ".join("and" if word in self._joints else word for word in words)
            match = self._names.seats.find(typed)
            for key in (match.key, *match.others) if match else ():
                held = [name.ref for name in self._catalogue.lookup((key,))[key] if name.kind == "seat"]
                if len(held) == 1 and self._slips(typed.split(), key.split(), self._directions) is not None:
                    repair = Repair(" ".join(words), start, end, Match(key, sure=True)) if typed != key else None
                    yield _Seat(held[0], start, end, repair)

    def _candidate(self, cover: Cover, seat: _Seat, runs: Sequence[tuple[int, int]], years: set[int]) -> Repair | None:
        """The one who stood in a seat, in a year named, whose name other words nearly are, or are."""
        stood = self._catalogue.cards(self._catalogue.candidates_of(seat.seat))
        cards = [card for card in stood if _is_of(card, seat, years)]
        best: dict[int, list[Repair]] = {}
        for start, end in runs:
            if start < seat.end and seat.start < end:
                continue
            words = self._words(cover, start, end)
            for card in cards:
                name = fold(card.name).split()
                slips = self._slips(words, name) if len(words) > 1 else self._of_surname(words[0], name[-1])
                if slips is not None:
                    repair = Repair(" ".join(words), start, end, Match(" ".join(name), sure=True))
                    best.setdefault(slips - 2 * len(words), []).append(repair)
        nearest = best[min(best)] if best else []
        return nearest[0] if len(nearest) == 1 else None

    def _by_given(self, cover: Cover) -> Repair | None:
        """ "zac's total at richmond park": a given name of only one of all who ever stood in the one seat named."""
        seats = [span.seat for span in cover.spans if span.seat and span.seat.how == "exact"]
        unknown = [span for span in cover.spans if span.unknown and cover.tokens[span.start].kind is TokenKind.WORD]
        if len(seats) != 1 or len(seats[0].seats) != 1 or len(unknown) != 1:
            return None
        (word,) = self._words(cover, unknown[0].start, unknown[0].start + 1)
        cards = self._catalogue.cards(self._catalogue.candidates_of(seats[0].seats[0]))
        borne = [card for card in cards if fold(card.name).split()[0] == word]
        if len(borne) != 1 or len(word) <= _BRIEF:
            return None
        return Repair(word, unknown[0].start, unknown[0].end, Match(fold(borne[0].name), sure=True))

    def _of_surname(self, word: str, family: str) -> int | None:
        """The slips in a surname by itself: none in a word that is an everyday one, and hardly any at all."""
        if word == family:
            return 0
        plain = word in self._lexicon.english or word in self._lexicon.words
        return 1 if not plain and len(word) >= _LONE and _slip(word, family) == 1 else None

    @staticmethod
    def _slips(typed: Sequence[str], held: Sequence[str], exact: frozenset[str] = frozenset()) -> int | None:
        """How many slips lie between two names, word by word; None where one is too far from the other."""
        if len(typed) != len(held) or exact.intersection(typed) != exact.intersection(held):
            return None
        slips = [_slip(word, other) for word, other in zip(typed, held, strict=True)]
        return None if None in slips else sum(slip for slip in slips if slip)

    @staticmethod
    def _words(cover: Cover, start: int, end: int) -> list[str]:
        return [token.base or token.text for token in cover.tokens[start:end]]


def _slip(word: str, other: str) -> int | None:
    """The slips between two words that begin alike; None where there are more than so short a word may have."""
    if word == other:
        return 0
    allowed = 0 if len(word) <= _BRIEF else 1 if len(word) <= _FEW else 2
    slips = OSA.distance(word, other)
    return slips if word[0] == other[0] and slips <= allowed else None


def _is_of(card: PersonCard, seat: _Seat, years: set[int]) -> bool:
    """Whether somebody stood in a seat, in one of the years named where any is."""
    return any(stand.seat == seat.seat and (not years or stand.date.year in years) for stand in card.stands)
