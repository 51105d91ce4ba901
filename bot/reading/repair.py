"""Names that the words as typed do not give: looked up as a whole, however damaged; names of nobody are left alone.

Two words side by side that each belong to some name are one name: "boris becker" is no Boris Johnson and no Becker.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from rapidfuzz.distance import OSA

from bot.reading.finding import Match, NameIndex
from bot.reading.lexicon import Lexicon
from bot.reading.scan import Token, TokenKind
from bot.reading.spans import Cover, Span
from knowledge.fold import fold
from knowledge.queries.catalogue import Catalogue

_RUN_TOGETHER = 8
"""Letters of a word that may be a person's whole name, damaged."""
_BLANKLESS = 7
"""Letters of a word that may be one that lacks but its blank."""
_LONGEST = 5
"""Words of a damaged name at most."""
_SHORT = 3
"""Letters up to which a word of a seat's name is too short to tell what is a slip of it."""
_BRIEF = 3
"""Letters at least of a common word that may be a damaged surname."""
_FEW_SEATS = 3
"""Seats at most that part of a name may be of, for a slip of the rest to be looked for."""
_FEW = 5
"""Letters of a word up to which no more than one slip is allowed."""


@dataclass(frozen=True, slots=True)
class Repair:
    """A run of words and the name it stands for: ``None`` where it is a name of nobody held."""

    typed: str
    start: int
    end: int
    match: Match | None

    def applied(self, tokens: Sequence[Token], key: str) -> list[Token]:
        """The words with the name ``key`` in the run's place."""
        words = key.split()
        first, last = tokens[self.start], tokens[self.end - 1]
        named = [first._replace(text=word, base=word, end=last.end, kind=TokenKind.WORD) for word in words]
        return [*tokens[: self.start], *named, *tokens[self.end :]]

    def moved(self, breaks: frozenset[int], key: str) -> frozenset[int]:
        """The positions that punctuation stands before, once the name ``key`` is in the run's place."""
        longer = len(key.split()) - (self.end - self.start)
        return frozenset(at + longer if at >= self.end else at for at in breaks if not self.start < at < self.end)


class Names:
    """The names of seats and of people as indexes, built when first needed."""

    def __init__(self, catalogue: Catalogue, lexicon: Lexicon) -> None:
        self._catalogue = catalogue
        self._lexicon = lexicon

    @cached_property
    def seats(self) -> NameIndex:
        """Names of seats."""
        return NameIndex(self._catalogue.keys("seat"), self._lexicon.groups["joining"])

    @cached_property
    def people(self) -> NameIndex:
        """Full names of people."""
        keys = self._catalogue.keys("person")
        return NameIndex((key for key in keys if " " in key), frozenset())

    @cached_property
    def _given(self) -> frozenset[str]:
        """First words of people's names."""
        return frozenset(key.split()[0] for key in self._catalogue.keys("person") if " " in key)

    def personal(self, cover: Cover) -> list[Repair]:
        """Runs of two words or more that look like one person's name and are not held as typed."""
        found = []
        for start, end in _runs([self._namelike(span, cover) for span in cover.spans]):
            first, last = cover.spans[start].start, cover.spans[end - 1].end
            behind = cover.tokens[last].text if last < len(cover.tokens) else ""
            if behind in self._lexicon.groups["parliaments"]:
                # "the johnson-sunak parliament" is of two
                continue
            if end - start < 2 or last - first > _LONGEST or not any(map(self._borne, _words(cover, first, last))):
                continue
            typed = " ".join(_words(cover, first, last))
            found.append(Repair(typed, first, last, self._of_one(typed, self.people.find(typed))))
        return found

    def common(self, cover: Cover) -> Iterator[Repair]:
        """A given name and a common word behind it that is nearly a member's name, of the seat named: "john man"."""
        seats = [seat for span in cover.spans if span.seat and len(span.seat.seats) == 1 for seat in span.seat.seats]
        for given, last in pairwise(cover.spans if seats else ()):
            word = _word(cover.tokens[last.start])
            plain = last.soft and not last.cues and last.end - last.start == 1 and len(word) >= _BRIEF
            if plain and self._namelike(given, cover) and _word(cover.tokens[given.start]) in self._given:
                typed = " ".join(_words(cover, given.start, last.end))
                near = {name for seat in seats for name in self._members(seat) if OSA.distance(name, typed) == 1}
                if len(near) == 1:
                    yield Repair(typed, given.start, last.end, Match(near.pop(), sure=True))

    def _members(self, seat: str) -> Iterator[str]:
        """The names of all who won a seat."""
        for won in self._catalogue.won_in(seat):
            card = self._catalogue.person(won.person) if won.person else None
            if card is not None:
                yield fold(card.name)

    def _of_one(self, typed: str, match: Match | None) -> Match | None:
        """A sure match where all the names that are as near are forms of one person's: "denis", "dennis skinner"."""
        if match is None or not match.others or not self.people.is_near(typed, match.key):
            return match
        named = self._catalogue.lookup((match.key, *match.others))
        bearers = {frozenset(name.ref for name in names if name.kind == "person") for names in named.values()}
        return Match(match.key, sure=True) if len(bearers) == 1 else match

    def run_together(self, cover: Cover) -> list[Repair]:
        """Unknown words that are somebody's whole name without its blank: "leeanderson"."""
        found = []
        for span in cover.spans:
            word = cover.tokens[span.start].base
            if span.unknown and span.end - span.start == 1 and len(word) >= _BLANKLESS:
                match = self.people.holding(word)
                if match is not None and match.sure and match.key.replace(" ", "") == word:
                    found.append(Repair(word, span.start, span.end, match))
        return found

    def placed(self, cover: Cover) -> list[Repair]:
        """Runs of unknown words and parts of seats' names that may be one seat's name together."""
        found = []
        doubtful = [_partly(span) for span in cover.spans]
        for start, end in _runs(doubtful):
            first, last = cover.spans[start].start, cover.spans[end - 1].end
            unknown = any(span.unknown for span in cover.spans[start:end])
            if not unknown or last - first > _LONGEST:
                continue
            words = _words(cover, first, last)
            if self._lexicon.groups["directions"].issuperset(words):
                continue
            typed = " ".join(words)
            match = self.seats.find(typed) if len(typed) > 4 else None
            if match is not None and not self._towards(words) <= set(match.key.split()):
                # "sheffield north" is no slip for Sheffield Park
                match = None
            if match is None and last - first == 1 and len(typed) >= _RUN_TOGETHER:
                match = self.people.find(typed)
            if match is not None:
                found.append(Repair(typed, first, last, match))
        return found

    def _towards(self, words: Sequence[str]) -> frozenset[str]:
        """The words that tell one part of a place from another, which are never a slip for anything else."""
        return self._lexicon.groups["directions"].intersection(words)

    def whole(self, cover: Cover) -> Repair | None:
        """A message of nothing but one damaged name, whatever its parts may be: "preston paul", "newport islwyn".

        Words that all stand in just one name need not be names by themselves; else none of them may ask anything.
        """
        tokens, spans = cover.tokens, cover.spans
        exact = len(spans) == 1 and not spans[0].unknown
        # what opens as a question is no name: the index, which takes a while to make, is not needed for it
        if (
            exact
            or len(tokens) > _LONGEST
            or _word(tokens[0]) in self._lexicon.groups["starters"]
            or any(token.kind is not TokenKind.WORD for token in tokens)
        ):
            return None
        words = _words(cover, 0, len(tokens))
        typed = " ".join(words)
        found = [match for names in (self.seats, self.people) if (match := names.holding(typed)) is not None]
        if any(match.key == typed for match in found):
            return None
        fitting = [match for match in found if match.sure]
        fitting = fitting or [match for match in found if sorted(match.key.split()) == sorted(words)]
        if not fitting and len(words) > 1 and all(map(self._names_only, spans)) and not all(map(_is_full, spans)):
            found = [match for names in (self.seats, self.people) if (match := names.find(typed)) is not None]
            strange = all(span.unknown or span.person for span in spans)
            fitting = [match for match in found if match.sure] or (found if strange else [])
        return Repair(typed, 0, len(words), fitting[0]) if len(fitting) == 1 else None

    def _names_only(self, span: Span) -> bool:
        """Whether a span asks nothing: a name, unknown, or a word that only joins."""
        if span.time or span.number or span.party or span.area or span.cues:
            return False
        return not (span.filler or span.soft) or span.seat is not None

    def bare(self, cover: Cover) -> Repair | None:
        """A message of nothing but one damaged name of several words, of a seat or a person.

        It is sure, or none of its words is one that people use otherwise.
        """
        words = _words(cover, 0, len(cover.tokens))
        if not 1 < len(words) <= _LONGEST or any(token.kind is not TokenKind.WORD for token in cover.tokens):
            return None
        if words[-1] in self._lexicon.groups["lone_points"]:
            # "norwich w" is not all of norwich
            return None
        typed = " ".join(words)
        matches = [match for names in (self.seats, self.people) if (match := names.find(typed)) is not None]
        matches.sort(key=lambda match: not match.sure)
        strange = self._lexicon.english.isdisjoint(words) and self._lexicon.words.isdisjoint(words)
        fitting = next((match for match in matches if match.sure or strange), None)
        return Repair(typed, 0, len(words), fitting) if fitting else None

    def halved(self, cover: Cover) -> list[Repair]:
        """Parts of seats' names round an "and", damaged or not, that are nearly one name: "alyn and deede"."""
        joints = [at for at, span in enumerate(cover.spans) if cover.tokens[span.start].text == "and"]
        if not joints:
            return []
        parts = [_partly(span) or self._by_the_way(span) for span in cover.spans]
        return [repair for at in joints if (repair := self._joined_up(cover, parts, at)) is not None]

    def _joined_up(self, cover: Cover, parts: Sequence[bool], at: int) -> Repair | None:
        """The name on both sides of a joint: of all its neighbours that may be part of one, or of fewer of them."""
        left = next((n for n in range(at) if all(parts[n:at])), at)
        size = len(cover.spans)
        right = next((n for n in range(size, at + 1, -1) if all(parts[at + 1 : n])), at + 1)
        for start in range(left, at):
            for end in range(right, at + 1, -1):
                sides = [*cover.spans[start:at], *cover.spans[at + 1 : end]]
                first, last = cover.spans[start].start, cover.spans[end - 1].end
                if last - first > _LONGEST + 1 or not any(map(_partly, sides)):
                    continue
                typed = " ".join(_words(cover, first, last))
                match = self.seats.find(typed)
                if match is not None and (match.sure or match.others):
                    return Repair(typed, first, last, match)
        return None

    @staticmethod
    def _by_the_way(span: Span) -> bool:
        """Whether a span that means something else may also be a damaged part of a seat's name."""
        if span.cues or span.time or span.number or span.filler or span.party:
            return False
        if span.seat is not None and span.seat.how == "exact":
            return False
        return bool(span.seat or span.person or span.elsewhere)

    def damaged(self, cover: Cover) -> list[Repair]:
        """A doubtful word among parts of a seat's name that is itself one of its words: "dumferline and west fyfe"."""
        found: list[Repair] = []
        slips = _slips(cover)
        doubtful = {span.start for span in cover.spans if span.start in slips or _dubious(span)}
        if not doubtful:
            return found
        parts = [span.start in slips or self._may_be_part(span, cover) for span in cover.spans]
        for start, end in _runs(parts):
            spans = cover.spans[start:end]
            while spans and self._joins(spans[0], cover):
                spans = spans[1:]
            while spans and self._joins(spans[-1], cover):
                spans = spans[:-1]
            if not any(span.start in doubtful for span in spans) or all(span.start in doubtful for span in spans):
                continue
            first, last = spans[0].start, spans[-1].end
            typed = _words(cover, first, last)
            match = self.seats.find(" ".join(typed)) if last - first <= _LONGEST else None
            if match is not None and match.sure and _word_by_word(typed, match.key.split()):
                found.append(Repair(" ".join(typed), first, last, match))
        return found

    def _may_be_part(self, span: Span, cover: Cover) -> bool:
        """Whether a span may be a piece of a seat's name."""
        words = _words(cover, span.start, span.end)
        return _dubious(span) or _placed(span) or self._parts.issuperset(words)

    def _joins(self, span: Span, cover: Cover) -> bool:
        """Whether a span can stand at neither end of a name."""
        word = cover.tokens[span.start].text
        return span.end - span.start == 1 and word in self._lexicon.groups["joining"] and word != "st"

    @cached_property
    def _parts(self) -> frozenset[str]:
        """Words of many names that tell no place."""
        groups = self._lexicon.groups
        return groups["directions"] | groups["joining"] | groups["vague"]

    def _borne(self, word: str) -> bool:
        """Whether a word is part of the name of anybody held."""
        return word in self._given or word in self._families

    @cached_property
    def _families(self) -> frozenset[str]:
        """Last words of people's names."""
        return frozenset(key.split()[-1] for key in self._catalogue.keys("person") if " " in key)

    def _namelike(self, span: Span, cover: Cover) -> bool:
        """Whether a word may be part of a person's name and is nothing else."""
        if span.seat or span.party or span.area or span.time or span.number or span.elsewhere:
            return False
        if span.end - span.start > 1 or span.cues or span.filler or span.soft:
            return False
        word = cover.tokens[span.start].base or cover.tokens[span.start].text
        if cover.tokens[span.start].kind is not TokenKind.WORD:
            return False
        if span.person is not None:
            return span.person.how != "alias" or word in self._given
        return span.unknown and (word in self._given or word not in self._lexicon.english)


def _is_full(span: Span) -> bool:
    """Whether a span is the full name of a seat or person."""
    seat, person = span.seat, span.person
    return bool((seat and seat.how == "exact") or (person and person.how == "exact"))


def _dubious(span: Span) -> bool:
    """Whether a span is unknown, or no more than a surname."""
    if span.person is None or span.person.how != "surname":
        return span.unknown
    return not (span.seat or span.cues or span.party or span.area or span.filler or span.soft)


def _slips(cover: Cover) -> set[int]:
    """Words, whatever they mean, that are a slip away from the rest of a seat's name: "birmingham perry bar"."""
    seats = {seat for span in cover.spans if span.seat and span.seat.how == "partial" for seat in span.seat.seats}
    if not 0 < len(seats) <= _FEW_SEATS:
        return set()
    rest = {word for seat in seats for word in seat.split("-") if len(word) > _SHORT}
    singles = [span.start for span in cover.spans if span.end - span.start == 1 and not span.seat]
    words = ((at, _word(cover.tokens[at])) for at in singles)
    return {at for at, word in words if len(word) >= _SHORT and any(OSA.distance(word, other) == 1 for other in rest)}


def _placed(span: Span) -> bool:
    return span.seat is not None and not span.cues


def _word_by_word(typed: Sequence[str], held: Sequence[str]) -> bool:
    """Whether every word typed is, give or take a slip or two, a word of its own of the name, and none is left."""
    rest = list(held)
    if len(typed) != len(rest):
        return False
    for word in typed:
        near = min(rest, key=lambda other: OSA.distance(word, other))
        if OSA.distance(word, near) > (1 if len(word) <= _FEW else 2):
            return False
        rest.remove(near)
    return True


def _word(token: Token) -> str:
    return token.base or token.text


def _words(cover: Cover, first: int, last: int) -> list[str]:
    return [_word(token) for token in cover.tokens[first:last]]


def _partly(span: Span) -> bool:
    partial = span.seat is not None and span.seat.how in {"partial", "joined"}
    weak = span.person is not None and span.person.weak and not span.cues
    return span.unknown or partial or weak


def _runs(marked: Sequence[bool]) -> list[tuple[int, int]]:
    """The longest stretches of marked positions."""
    found, start = [], None
    for at, mark in enumerate([*marked, False]):
        if mark and start is None:
            start = at
        elif not mark and start is not None:
            found.append((start, at))
            start = None
    return found
