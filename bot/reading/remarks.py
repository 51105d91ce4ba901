"""What is said beside a question and asks nothing: what it is for, who somebody is besides, what is said of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.reading.heads import without_only
from bot.reading.outcome import Read
from bot.reading.reader import Reader
from bot.reading.scan import Message, Token
from bot.reading.spans import Cover
from bot.reading.time_kinds import Side, Year
from knowledge.query import Count, Listing, Totals

_LONG = 10
"""Message at most of such a remark."""
_PURPOSES = frozenset(
    {
        "age",
        "aux",
        "explain",
        "greeting",
        "history",
        "listing",
        "now",
        "offtopic",
        "opinion",
        "private",
        "subdivision",
        "thanks",
    }
)
"""Cues that a purpose may hold: "for an essay on voting"."""


class Remarks:
    """Sets remarks aside. What names a place, a time, a party or a number of its own is none."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._groups = reader.lexicon.groups
        self._purposes = self._groups["errands"] | self._groups["audiences"]
        self._openings = frozenset(phrase.split()[0] for phrase in self._groups["said_of_it"])
        self._guessing = self._groups["telling"] | {"say"}
        self._guesses = self._guessing | self._groups["beside_telling"] | self._groups["sayers"]
        self._guesses |= self._groups["said_heads"]
        signs = self._purposes | self._openings | self._groups["kin"] | self._groups["that_brought"]
        self._signs = signs | self._guessing

    def without(self, words: Message, quoted: str | None) -> Message:
        """The words without the remarks among them, or the "only" of a head; all of them where nothing is left else."""
        words = tokens, breaks = without_only(words, quoted, self._reader)
        if quoted or self._signs.isdisjoint(token.text for token in tokens):
            return words
        bounds = [0, *sorted(cut for cut in breaks if 0 < cut < len(tokens)), len(tokens)]
        parts = [(start, end) for start, end in pairwise(bounds)]
        left = [part for at, part in enumerate(parts) if len(parts) == 1 or not self._is_remark(tokens, parts, at)]
        if not left:
            return words
        kept: list[Token] = []
        cuts: set[int] = set()
        for start, end in left:
            if kept and start in breaks and (start, end) in _behind(parts, left):
                cuts.add(len(kept))
            kept += tokens[start : self._told(tokens, start, end)]
        return (kept, frozenset(cuts)) if len(kept) < len(tokens) else words

    def _is_remark(self, tokens: Sequence[Token], parts: Sequence[tuple[int, int]], at: int) -> bool:
        """Whether a part between signs of punctuation asks nothing and narrows nothing."""
        start, end = parts[at]
        words = tokens[start:end]
        if len(words) > _LONG or any(token.text in self._groups["askers"] for token in words):
            return False
        if at and self._is_guess(tokens, parts, at):
            return True
        if at and self._is_said_of_it(words):
            return at == len(parts) - 1 and self._is_dated(tokens[:start])
        texts = {token.text for token in words}
        purpose = not self._purposes.isdisjoint(texts) and (at == 0 or words[0].text in self._groups["purpose_leads"])
        kin = (
            0 < at < len(parts) - 1
            and words[0].text in self._groups["articles"]
            and not texts.isdisjoint(self._groups["kin"])
        )
        if not (purpose or kin):
            return False
        cover = self._reader.cover(words)
        cues = {cue for span in cover.spans if not (span.filler or span.soft) for cue in span.cues}
        if kin and not purpose:
            return not cues and self._names_nothing(cover) and self._is_of_somebody(tokens[:start])
        return cues <= _PURPOSES and self._names_nothing(cover)

    def _is_guess(self, tokens: Sequence[Token], parts: Sequence[tuple[int, int]], at: int) -> bool:
        """ "how many did they win, i say four, my brother says three": numbers guessed of what is counted before."""
        if self._guessing.isdisjoint(token.text for token in tokens[parts[at][0] :]):
            return False
        cut = next((start for start, _ in parts[1 : at + 1] if self._guesses_all(tokens[start:])), None)
        if cut is None:
            return False
        counted = self._reader.read_tokens(tokens[:cut], frozenset())
        return isinstance(counted, Read) and isinstance(counted.query, Count | Listing | Totals)

    def _guesses_all(self, words: Sequence[Token]) -> bool:
        """Whether words hold a number, and beside it only who says so."""
        numbers = [span for span in self._reader.cover(words).spans if span.number and not span.time]
        told = {at for span in numbers for at in range(span.start, span.end)}
        return bool(told) and all(at in told or word.text in self._guesses for at, word in enumerate(words))

    def _names_nothing(self, cover: Cover) -> bool:
        """Whether no place, party, person or time is named, and no number but an age."""
        slots = self._reader.slots(cover)
        ages = self._groups["ages"]
        counted = [
            at
            for at, _ in slots.numbers
            if cover.tokens[cover.spans[at].end :][:1] and (cover.tokens[cover.spans[at].end].text not in ages)
        ]
        named = slots.seats or slots.people or slots.parties or slots.areas or slots.times or slots.elsewhere
        return not (named or counted)

    def _is_of_somebody(self, before: Sequence[Token]) -> bool:
        """Whether words end in the full name of somebody."""
        spans = self._reader.cover(before).spans
        return bool(spans) and spans[-1].person is not None and spans[-1].person.how != "surname"

    def _is_said_of_it(self, words: Sequence[Token]) -> bool:
        """ "said to be the lowest since the war", "at an election remembered for iraq"."""
        texts = [token.text for token in words]
        phrases = self._groups["said_of_it"]
        for start in range(min(5, len(texts))):
            if any(" ".join(texts[start : start + size]) in phrases for size in (3, 2, 1)):
                led = self._groups["said_leads"]
                return all(text in led for text in texts[:start])
        return False

    def _is_dated(self, words: Sequence[Token]) -> bool:
        """Whether the year of what is asked is named."""
        times = [time for _, time in self._reader.slots(self._reader.cover(words)).times]
        return any(isinstance(time.anchor if isinstance(time, Side) else time, Year) for time in times)

    def _told(self, tokens: Sequence[Token], start: int, end: int) -> int:
        """Where a part ends before what is told of the election whose year it names: "... that made one of them PM"."""
        for at in range(start + 2, end - 2):
            relative = tokens[at].text in {"that", "which"} and tokens[at + 1].text in self._groups["that_brought"]
            named = tokens[at - 1].text in self._groups["elections_called"]
            if relative and named and self._is_dated(tokens[start:at]) and not self._narrows(tokens[at:end]):
                return at
        return end

    def _narrows(self, words: Sequence[Token]) -> bool:
        """Whether words name a place, a party, a time or a number, of which "one of them" is none."""
        slots = self._reader.slots(self._reader.cover(words))
        counted = [number for _, number in slots.numbers if number.value != 1]
        return bool(slots.seats or slots.parties or slots.areas or slots.times or counted)


def _behind(parts: Sequence[tuple[int, int]], left: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The parts left that stand right behind another one left: what is set aside between two joins them."""
    for before, part in pairwise(parts):
        if before in left and part in left:
            yield part
