"""A message that corrects itself: what is named behind "sorry, i mean" takes the place of what was named before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.reading.clauses import text_of
from bot.reading.reader import Reader
from bot.reading.scan import Message, Token
from bot.reading.spans import Cover, Span
from bot.reading.time_kinds import KindOf, Word

_MAX_WORDS = 4
"""Words at most of one phrase that takes something back."""
_FIGURES = 2
"""Figures of a year typed in short."""
_MEASURES = frozenset(
    {
        "candidates", "change", "deposit", "electorate", "last_place", "majority", "runner_up", "share", "swing",
        "turnout", "votes",
    }
)  # fmt: skip
"""Cues of what may be asked of a contest, one in place of another."""
_NAMES = ("place", "party", "person")
"""Kinds of name that a word nobody knows may be a damaged one of."""


@dataclass(frozen=True, slots=True)
class _Named:
    """Something named in a part of a message: of what kind, and where its words stand."""

    kind: str
    start: int
    end: int


class Amender:
    """Finds where a message corrects itself, and puts it right."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._groups: Mapping[str, frozenset[str]] = reader.lexicon.groups
        self._phrases = self._groups["corrections"] | self._groups["retractions"]
        self._openings = frozenset(phrase.split()[0] for phrase in self._phrases)
        self._small = self._groups["lead_words"] | self._groups["articles"]

    def amended(self, tokens: Sequence[Token], breaks: frozenset[int]) -> Message:
        """The message put right; as it is where it takes nothing back, or asks anew behind."""
        if self._openings.isdisjoint(token.text for token in tokens):
            return tokens, breaks
        for at in range(1, len(tokens) - 1):
            end = self._denied(tokens, self._taken_back(tokens, at), at)
            if at < end < len(tokens) and (at in breaks or self._hesitates(tokens[at:end])):
                found = self._put_right(self._without_one(tokens[end:], tokens), breaks, at, end)
                if found is not None:
                    return found
        return tokens, breaks

    def _taken_back(self, tokens: Sequence[Token], at: int) -> int:
        """Where the words end that take something back, one phrase behind another: "sorry, i mean"."""
        for length in range(_MAX_WORDS, 0, -1):
            if at + length <= len(tokens) and text_of(tokens[at : at + length]) in self._phrases:
                return self._taken_back(tokens, at + length)
        return at

    def _hesitates(self, tokens: Sequence[Token]) -> bool:
        """Whether the words can only take something back, with a pause before them or without."""
        words = self._groups["hesitations"]
        return text_of(tokens) in words or any(token.text in words or token.text == "not" for token in tokens)

    def _denied(self, tokens: Sequence[Token], end: int, at: int) -> int:
        """Where the words end that name again what is not meant: "no, not brecon, ceredigion"."""
        if not at < end < len(tokens) - 1 or tokens[end].text != "not":
            return end
        named = self._named(tokens[end + 1 :], frozenset())
        return end + 1 + named[0].end if named and self._leads(tokens[end + 1 :], named[0]) else end

    def _without_one(self, behind: Sequence[Token], tokens: Sequence[Token]) -> Sequence[Token]:
        """The words without a last one that only stands for what was named before: "no wait the hartlepool one"."""
        return tokens[:-1] if len(behind) > 1 and behind[-1].text in self._groups["one_of_them"] else tokens

    def _is_false_start(self, tokens: Sequence[Token]) -> bool:
        """Whether all that was said is one word that means nothing here."""
        return len(tokens) == 1 and all(span.unknown for span in self._reader.cover(tokens).spans)

    def _leads(self, tokens: Sequence[Token], named: _Named) -> bool:
        """Whether nothing but small words stands before what is named."""
        return all(token.text in self._small for token in tokens[: named.start])

    def _put_right(self, tokens: Sequence[Token], breaks: frozenset[int], at: int, end: int) -> Message | None:
        """What is named behind in place of the last of its kind before; what is said again there left out before."""
        first = self._named(tokens[:at], frozenset(cut for cut in breaks if cut < at))
        second = self._named(tokens[end:], frozenset(cut - end for cut in breaks if cut > end), first)
        old = {each.kind: each for each in first}
        turned = self._turned(tokens, old.get("place"), second, (at, end))
        if turned is not None:
            return turned
        if not first and second and second[0].kind in _NAMES and self._is_false_start(tokens[:at]):
            # "strecham.. no STRETFORD": nothing but a word nobody knows was said before
            return [*tokens[end:]], frozenset(cut - end for cut in breaks if cut > end)
        if not (old and second and self._leads(tokens[end:], second[0])):
            return None
        sure = self._hesitates(tokens[at:end])
        if not sure and (second[0].kind not in old or not self._only_names(tokens[end:], second)):
            # "bath 2019, no labour member ..." takes nothing back
            return None
        return self._replaced(tokens, breaks, (at, end), old, second)

    def _replaced(
        self,
        tokens: Sequence[Token],
        breaks: frozenset[int],
        cut: tuple[int, int],
        old: Mapping[str, _Named],
        second: Sequence[_Named],
    ) -> Message:
        """The words in their new order; what is named for the first time is only added."""
        at, end = cut
        taken = old.get(second[0].kind)
        place = taken.start if taken else at
        gone = {word for each in second if each.kind in old for word in _words(old[each.kind])}
        if taken and place and second[0].start and tokens[place - 1].text in self._small:
            gone.add(place - 1)
        before = [word for word in range(place) if word not in gone]
        order = [*before, *range(end, len(tokens)), *(word for word in range(place, at) if word not in gone)]
        pauses = breaks - set(range(at, end + 1))
        moved = (now for now, word in enumerate(order) if word in pauses and now and order[now - 1] == word - 1)
        return [tokens[word] for word in order], frozenset(moved)

    def _turned(
        self, tokens: Sequence[Token], place: _Named | None, second: Sequence[_Named], cut: tuple[int, int]
    ) -> Message | None:
        """ "hull east, sorry, north": a point of the compass in place of another in a name."""
        at, end = cut
        directions = self._groups["directions"]
        while end < len(tokens) - 1 and tokens[end].text in self._small:
            end += 1
        named = any(each.kind == "place" and each.start <= end - cut[1] < each.end - 1 for each in second)
        if place is None or named or tokens[end].text not in directions:
            return None
        old = [word for word in _words(place) if tokens[word].text in directions]
        if len(old) != 1:
            return None
        return [*tokens[: old[0]], tokens[end], *tokens[old[0] + 1 : at], *tokens[end + 1 :]], frozenset()

    def _only_names(self, tokens: Sequence[Token], named: Sequence[_Named]) -> bool:
        """Whether words hold nothing but names and small words."""
        known = {word for each in named for word in _words(each)}
        return all(at in known or token.text in self._small for at, token in enumerate(tokens))

    def _named(self, tokens: Sequence[Token], breaks: frozenset[int], before: Sequence[_Named] = ()) -> list[_Named]:
        """What a part of a message names, in order; an unknown word first is a name as the last one ``before`` it."""
        cover = self._reader.cover(tokens, breaks)
        found = [_Named(kind, span.start, span.end) for kind, span in self._kinds(cover)]
        if any(each.kind == "time" for each in before):
            # "in 17... no 16": a year as well
            found = [replace(each, kind="time") if self._is_year(tokens, each) else each for each in found]
        names = [each.kind for each in before if each.kind in _NAMES]
        unknown = [span for span in cover.spans if span.unknown]
        if names and unknown:
            found.append(_Named(names[-1], unknown[0].start, unknown[0].end))
        return sorted(found, key=lambda each: each.start)

    @staticmethod
    def _is_year(tokens: Sequence[Token], named: _Named) -> bool:
        """Whether a number is of two figures and nothing else."""
        token = tokens[named.start]
        short = len(token.text) == _FIGURES and not token.unit
        return named.kind == "number" and named.end == named.start + 1 and short

    def _kinds(self, cover: Cover) -> list[tuple[str, Span]]:
        """The kind and span of all that is named."""
        slots, spans = self._reader.slots(cover), cover.spans
        found = [("place", spans[slot.span]) for slot in (*slots.seats, *slots.areas)]
        found += [("party", spans[slot.span]) for slot in slots.parties]
        found += [("person", spans[slot.span]) for slot in slots.people]
        found += [("number", spans[at]) for at, _ in slots.numbers]
        found += [
            ("kind" if isinstance(time, KindOf) else "time", spans[at])
            for at, time in slots.times
            if not isinstance(time, Word)
        ]
        named = {span.start for _, span in found}
        found += [("measure", s) for s in spans if s.start not in named and not _MEASURES.isdisjoint(s.cues)]
        return found


def _words(named: _Named) -> range:
    """Where the words of a name stand."""
    return range(named.start, named.end)
