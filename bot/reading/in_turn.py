"""Whether what was understood is still of what was told last; else what it can only mean there, or a refusal.

Behind a question, words that name nothing new are of what was told last. A reading that is of another place, passes
over whom the words point at, or explains a word, is none.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.reading.bare_questions import asks_winner, names_nothing
from bot.reading.clauses import Clause, Clauses
from bot.reading.conversation import Turn, carried, subject
from bot.reading.following import Follower
from bot.reading.kept import wheres_of
from bot.reading.outcome import Ask, Outcome, Read, Refuse
from bot.reading.reader import Reader
from bot.reading.spans import Cover
from bot.reading.told_asked import Asked
from bot.reading.told_figures import told_figures
from bot.reading.told_whom import told_whom
from knowledge.fold import fold
from knowledge.query import (
    Check,
    Explain,
    Figure,
    InYears,
    Latest,
    Query,
    Quotes,
    Rank,
    ReferendumQuery,
    Result,
    Totals,
    WhatIf,
)

_WORDS = 12
"""Words at most of a message that may leave something to the last question."""
_OF_PLACES = Result | Figure | Check | WhatIf
_FIGURES = frozenset({"majority", "turnout", "swing", "electorate", "deposit", "votes", "share"})
"""Cues of terms that stand for a figure as well."""
_TOLD_WITH = frozenset({"turnout", "votes", "share", "did_how", "versus"})
"""Cues of what is told with every result of a referendum."""
_LATER = frozenset({"latest", "now", "last", "last_time", "hold", "following", "previous"})
_OWN = frozenset({"explain", "pm", "leader"})
"""Cues of a question that says itself what, or where, it is of."""


class InTurn:
    """Looks at what was made of a message behind the last question."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._groups = reader.lexicon.groups
        self._clauses = Clauses(self._groups)
        self._follower = Follower(reader, self._clauses)

    def kept(self, outcome: Outcome, text: str, turn: Turn | None) -> Outcome:
        """What a message means behind the last question; the outcome itself where it is that already."""
        if turn is None or turn.query is None or turn.options:
            return outcome
        if not isinstance(outcome, Read | Refuse) and not isinstance(turn.query, ReferendumQuery):
            return outcome
        if isinstance(outcome, Refuse) and outcome.why != "words":
            return outcome
        typed, _, quoted = self._reader.tokens(text)
        if not typed or quoted is not None or len(typed) > _WORDS:
            return outcome
        query = outcome.query if isinstance(outcome, Read) else None
        cover = self._reader.cover(self._clauses.without_marker(typed))
        asked = Asked(query, turn, cover, self._groups, self._reader, marked=len(cover.tokens) < len(typed))
        rather = self._of_referendum(query, cover, turn.query) or told_figures(asked) or told_whom(asked)
        if isinstance(rather, Refuse) and isinstance(outcome, Ask):
            return outcome
        if rather is not None:
            return rather
        if (
            query is not None
            and isinstance(outcome, Read)
            and self._strays(asked, query, mended=bool(outcome.corrected))
        ):
            return Refuse("words", tuple(token.text for token in typed))
        return outcome

    def _of_referendum(self, query: Query | None, cover: Cover, last: Query | None) -> Outcome | None:
        """ "boston", behind how another place voted in a referendum: the same of it."""
        if not isinstance(last, ReferendumQuery) or isinstance(query, ReferendumQuery):
            return None
        refused = Refuse("words", tuple(token.text for token in cover.tokens))
        there = any(token.text in self._groups["there_words"] for token in cover.tokens)
        if there and isinstance(query, Totals | Rank):
            # "who won there in 2019" is not of the whole country
            return refused
        if names_nothing(cover):
            if asks_winner(cover):
                return Read(last, carried=True)
            # "who came second" would be of a general election
            return refused if isinstance(query, Totals | Rank | Result) and not self._is_wide(cover) else None
        spans = [span for span in cover.spans if not span.filler]
        placed = [span for span in spans if span.seat or span.area]
        if len(placed) != 1 or placed[0].cues or not _TOLD_WITH.issuperset(cover.cues):
            return None
        if any(not span.cues or span.time or span.party or span.unknown for span in spans if span is not placed[0]):
            return None
        words: Clause = [
            cover.tokens[0]._replace(text="and", base="and"),
            *cover.tokens[placed[0].start : placed[0].end],
        ]
        outcome = self._follower.follow(words, None, Turn(last))
        return outcome if isinstance(outcome, Read) else refused

    def _is_wide(self, cover: Cover) -> bool:
        """Whether words say that they are of elections, or of the country."""
        wide = self._groups["countrywide"] | self._groups["contest_nouns"] - {"vote"}
        return not wide.isdisjoint(token.text for token in cover.tokens)

    def _strays(self, asked: Asked, query: Query, *, mended: bool) -> bool:
        """Whether what was understood is of something that neither the words nor the conversation named."""
        turn, cover, texts = asked.turn, asked.cover, {token.text for token in asked.cover.tokens}
        if not _OWN.isdisjoint(cover.cues):
            return False
        if isinstance(query, Explain):
            return not asked.defines and not isinstance(turn.query, Explain) and not _FIGURES.isdisjoint(cover.cues)
        if isinstance(turn.query, Quotes) and turn.query.speakers and isinstance(query, Result):
            # "the one who beat him": not whoever won there last
            return not query.where.people and not self._groups["person_pronouns"].isdisjoint(texts)
        if isinstance(query, Figure) and self._drops_year(query, asked):
            return True
        if not isinstance(query, _OF_PLACES) or not query.where.seats or query.where.people:
            return False
        point = texts <= self._groups["directions"] | self._groups["one_of_them"] | self._groups["articles"]
        if mended and not point:
            return False
        named = any(span.seat or span.area or span.elsewhere for span in cover.spans)
        if named or (not isinstance(query, WhatIf) and any(s.person and not s.filler for s in cover.spans)):
            return False
        spoken = set(_spoken(turn))
        if not spoken or not spoken.isdisjoint(query.where.seats):
            return False
        points = self._groups["directions"] | self._groups["one_of_them"]
        beside = not points.isdisjoint(texts) and {w for seat in spoken for w in self._stem(seat)}
        # "and central", behind Newcastle upon Tyne North, is the other one of that name
        return not (beside and all(beside & self._stem(seat) for seat in query.where.seats))

    def _drops_year(self, query: Figure, asked: Asked) -> bool:
        """Whether a figure of one year was told, and the same of whoever it was of would be of the latest."""
        held, cover = subject(asked.last), asked.cover
        if held is None or query.where.when != Latest() or not isinstance(held.where.when, InYears):
            return False
        named = any(span.time or span.seat or (span.person and not span.filler) for span in cover.spans)
        if named or not _LATER.isdisjoint(cover.cues):
            return False
        same = held.where.people == query.where.people and held.where.seats == query.where.seats
        return same and bool(query.where.people or query.where.seats)

    def _stem(self, seat: str) -> set[str]:
        """The words of a seat's name but for small ones and the point of the compass."""
        words = {*fold(self._reader.gazetteer.label(seat)).split()}
        return words - self._groups["directions"] - self._groups["small_in_names"]


def _spoken(turn: Turn) -> Iterator[str]:
    """Every seat that a conversation spoke of."""
    if turn.told.seat is not None:
        yield turn.told.seat
    yield from carried(turn.query).seats
    for query in (turn.query, *turn.before):
        if query is not None:
            yield from (seat for where in wheres_of(query) for seat in where.seats)
