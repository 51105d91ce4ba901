"""Things asked for one beside the other of one contest, in few words: "winner and turnout, bath 2017", "hold? maj?"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.reading.conversation import Turn, carried
from bot.reading.outcome import Read
from bot.reading.reader import Reader
from bot.reading.scan import Token
from bot.reading.several import MAX_PARTS, joined
from bot.reading.slots import Inherited
from bot.reading.spans import Cover, Span
from bot.reading.time_kinds import Year
from knowledge.query import Check, Figure, Governments, Holder, Measure, Result, Totals

_ASKED = frozenset(
    {
        "candidates", "changed_hands", "electorate", "hold", "how_many", "invalid_votes", "last_place", "lose",
        "majority", "mp",
        "party_of", "runner_up", "share", "swing", "take", "turnout", "valid_votes", "votes", "went_out", "win",
    }
)  # fmt: skip
"""Cues of what a noun asks of a contest."""
_BESIDE = frozenset(
    {
        "aux", "by_election", "check", "explain", "general_election", "get", "greeting", "versus", "what", "which",
        "who",
    }
)  # fmt: skip
"""Cues that may stand beside such a noun, or beside the name of a contest."""

_OF_SOMEBODY = frozenset({Measure.SHARE, Measure.VALID_VOTES, Measure.VOTES})
"""Figures that may be those of whoever is asked for beside them."""


class AskedApart:
    """Asks each of several nouns of the one contest that the rest of the message names."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        groups = reader.lexicon.groups
        self._outcomes = groups["asked_outcomes"]
        self._joints = groups["conjoining"]
        self._verbs = groups["verb_openers"]

    def read(self, tokens: Sequence[Token], breaks: frozenset[int], turn: Turn | None = None) -> Read | None:
        """The questions as one, where a figure is asked beside something else; None where they are no such.

        Where the words name nothing they are of the contest that ``turn`` spoke of.
        """
        texts = {token.text for token in tokens}
        if self._outcomes.isdisjoint(texts) or (self._joints.isdisjoint(texts) and len(breaks) == 0):
            return None
        if tokens[0].text in self._verbs:
            return None
        cover = self._reader.cover(tokens, breaks)
        lean = self._spoken_of(cover, turn)
        asked = self._parted(cover, breaks) if lean is not None else None
        if asked is None:
            return None
        found = [self._reader.read_tokens(words, frozenset(), None, lean) for words in asked]
        read = [each for each in found if isinstance(each, Read) and _is_of_contest(each)]
        if len(read) < len(asked) or all(map(_is_figure, read)):
            return None
        of_somebody = any(isinstance(each.query, Result) for each in read)
        return joined([each for each in read if not (of_somebody and _is_theirs(each))])

    def _spoken_of(self, cover: Cover, turn: Turn | None) -> Inherited | None:
        """What the questions lean on: nothing where one contest is named; None where it is not told which is meant."""
        seats, parties = (sum(map(bool, each)) for each in zip(*((s.seat, s.party) for s in cover.spans), strict=True))
        if parties > 1 or any(s.person and not (s.seat or s.party) for s in cover.spans):
            # "who took it off her": of whom it is asked is no bare name
            return None
        general = parties == 0 and any(isinstance(span.time, Year) for span in cover.spans)
        if seats == 1 or (seats == 0 and general and not any(span.area for span in cover.spans)):
            return Inherited()
        lean = carried(turn.query) if seats == 0 and parties == 0 and turn is not None else Inherited()
        named = any(span.time or span.area for span in cover.spans)
        return None if named or len(lean.seats) != 1 or lean.people or lean.when is None else lean

    def _parted(self, cover: Cover, breaks: frozenset[int]) -> list[list[Token]] | None:
        """Each question in full, behind the words that name the contest; None where anything else is said."""
        named: list[Token] = []
        asked: list[list[Token]] = []
        stated: list[Token] = []
        for part in self._cut(cover, breaks):
            start, end = 0, len(part)
            while start < end and _asks(part[start]):
                start += 1
            while end > start and _asks(part[end - 1]):
                end -= 1
            inner = part[start:end]
            if not all(_names(span) or _asks(span) for span in inner):
                return None
            verbs = [span for span in inner if not _names(span)]
            if verbs and (stated or not self._reports(cover, verbs)):
                return None
            # "tories keep old bexley? majority?"
            stated += _words(cover, part) if verbs else []
            named += _words(cover, [span for span in inner if span not in verbs])
            runs = () if verbs else (part[:start], part[end:])
            asked += [_words(cover, run) for run in runs if any(not _ASKED.isdisjoint(span.cues) for span in run)]
        whole = [*([stated] if stated else []), *([*named, *noun] for noun in asked)]
        return whole if 1 < len(whole) <= MAX_PARTS else None

    def _reports(self, cover: Cover, verbs: Sequence[Span]) -> bool:
        """Whether a verb in the midst of names says how a contest came out."""
        return any(not self._outcomes.isdisjoint(token.text for token in _words(cover, [verb])) for verb in verbs)

    def _cut(self, cover: Cover, breaks: frozenset[int]) -> Iterator[list[Span]]:
        """The spans between the signs of punctuation, and between the words that join nouns."""
        part: list[Span] = []
        for span in cover.spans:
            joins = span.end == span.start + 1 and cover.tokens[span.start].text in self._joints
            if joins or span.start in breaks:
                yield part
                part = []
            part += [] if joins else [span]
        yield part


def _asks(span: Span) -> bool:
    """Whether words name nothing, and ask for something of a contest or nothing."""
    named = span.seat or span.party or span.area or span.time or span.elsewhere or span.unknown or span.number
    if named:
        return False
    return not span.cues or (_ASKED | _BESIDE).issuperset(span.cues)


def _names(span: Span) -> bool:
    """Whether words name whom or which contest is meant, and ask nothing."""
    named = span.seat or span.party or span.time or span.person
    return bool(named or span.filler) and (_ASKED.isdisjoint(span.cues) or bool(span.seat))


def _words(cover: Cover, spans: Sequence[Span]) -> list[Token]:
    """The words of some spans."""
    return [token for span in spans for token in cover.tokens[span.start : span.end]]


def _is_theirs(read: Read) -> bool:
    """Whether votes or a share are asked for without whose: of whoever else is asked for, who is told with them."""
    query = read.query
    plain = isinstance(query, Figure) and not (query.where.parties or query.where.people)
    return plain and isinstance(query, Figure) and _OF_SOMEBODY.issuperset(query.measures)


def _is_figure(read: Read) -> bool:
    """Whether a figure is asked for, of which "hold or gain" is none."""
    return isinstance(read.query, Figure) and Measure.RESULT not in read.query.measures


def _is_of_contest(read: Read) -> bool:
    """Whether a question is of one contest or election, or of who sat when."""
    return isinstance(read.query, Check | Figure | Governments | Holder | Result | Totals)
