"""Follow-ups in few words of what a member won else: "has she won it since", "does he still have it"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.reading.clauses import Clause
from bot.reading.conversation import Turn, carried
from bot.reading.reader import Reader
from knowledge.query import (
    Between,
    Career,
    Check,
    ExpectedHolder,
    ExpectedWinner,
    Figure,
    Listing,
    Query,
    Result,
    Selection,
)


@dataclass(frozen=True, slots=True)
class _Whom:
    """Of whom a follow-up asks: one person, or one party."""

    people: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()


class FewOfMember:
    """Reads such follow-ups."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._groups = reader.lexicon.groups

    def rather(self, tokens: Clause, turn: Turn) -> Query | None:
        """What words ask of them though they can be read alone too: "do the tories still hold it"."""
        words = [token.text for token in tokens]
        if self._groups["still_words"].intersection(words):
            return self._still(tokens, turn)
        earlier = words[0] in self._groups["had_openers"] and self._groups["already_words"].intersection(words)
        if not earlier and self._groups["every_one"].isdisjoint(words):
            return None
        whom, rest = self._whom(words, turn), set(words) - self._groups["few_grammar"]
        if whom is None:
            return None
        return self._else(words, rest, turn, whom) if earlier else self._every(rest, turn, whom)

    def asked(self, tokens: Clause, turn: Turn) -> Query | None:
        """What few words ask of whoever won, or stood, in the contest told of."""
        words = [token.text for token in tokens]
        whom = self._whom(words, turn)
        if self._groups["still_words"].intersection(words):
            return self._still(tokens, turn)
        if whom is None:
            return None
        rest = set(words) - self._groups["few_grammar"]
        return self._every(rest, turn, whom) or self._else(words, rest, turn, whom)

    def _still(self, tokens: Clause, turn: Turn) -> Check | None:
        """ "does he still have it", "do they still hold the seat": whether whoever won the contest told of sits now."""
        words, seat = [token.text for token in tokens], turn.told.seat
        if seat is None or not isinstance(turn.query, Result | Figure) or words[0] not in self._groups["doing_openers"]:
            return None
        named = self._named_party(tokens, turn)
        whom, words = named or (self._whom(words, turn), words)
        rest = set(words) - self._groups["few_grammar"] - self._groups["still_words"]
        # "is it still labour"
        sits = (
            bool(rest) or (named is not None and "it" in words) or not self._groups["follow_having"].isdisjoint(words)
        )
        if whom is None or not sits or not rest <= self._groups["still_sitting"]:
            return None
        if named is None and not self._won(whom, turn):
            # of "they" who had not won it nothing can be had still
            return None
        where = Selection(seats=(seat,), people=whom.people, parties=whom.parties)
        return Check(where=where, expect=(ExpectedHolder(),))

    def _named_party(self, tokens: Clause, turn: Turn) -> tuple[_Whom, list[str]] | None:
        """The one party that words name beside the seat told of, and the words without it."""
        cover = self._reader.cover(tokens)
        slots = self._reader.slots(cover)
        named = slots.people or slots.areas or slots.times or any(turn.told.seat not in s.values for s in slots.seats)
        named = named or any(token.text in self._groups["person_pronouns"] for token in tokens)
        if named or len(slots.parties) != 1 or len(slots.parties[0].values) != 1:
            return None
        spans = [cover.spans[slot.span] for slot in (*slots.parties, *slots.seats)]
        gone = {at for span in spans for at in range(span.start, span.end)}
        left = [token.text for at, token in enumerate(tokens) if at not in gone]
        return _Whom(parties=slots.parties[0].values), left

    def _won(self, whom: _Whom, turn: Turn) -> bool:
        """Whether whoever is meant won the contest told of."""
        won = self._reader.catalogue.won_at(turn.told.seat, turn.told.day)
        return won is not None and (won.person in whom.people or won.party in whom.parties)

    def _whom(self, words: Sequence[str], turn: Turn) -> _Whom | None:
        """Whom "he", "she" or "they" means: the one person told of, or the party that won the contest."""
        groups = self._groups
        if groups["person_pronouns"].intersection(words) or not {"hed", "shed"}.isdisjoint(words):
            people = turn.told.people or carried(turn.query).people
            return _Whom(people=people) if len(people) == 1 else None
        if not groups["they_words"].intersection(words):
            return None
        asked = carried(turn.query).parties
        won = self._reader.catalogue.won_at(turn.told.seat, turn.told.day)
        parties = asked or ((won.party,) if won is not None and won.party else ())
        return _Whom(parties=parties) if len(parties) == 1 else None

    def _every(self, rest: set[str], turn: Turn, whom: _Whom) -> Check | None:
        """ "has she won all of those": behind all the contests of somebody, whether they won every one."""
        groups, last = self._groups, turn.query
        every = rest & groups["every_one"]
        known = groups["every_one"] | groups["few_winning"] | groups["edge_nouns"] | groups["fought_ones"]
        if not every or not rest & groups["few_winning"] or not rest <= known or not isinstance(last, Career | Listing):
            return None
        if last.where.people != whom.people or not whom.people or (isinstance(last, Career) and last.ask != "all"):
            return None
        return Check(where=last.where, expect=(ExpectedWinner(),), never=True)

    def _else(self, words: Sequence[str], rest: set[str], turn: Turn, whom: _Whom) -> Check | None:
        """ "has she won it since", "had he won it before", of the seat told of."""
        groups, told, people = self._groups, turn.told, whom.people
        after, before = rest & groups["ever_after"], rest & groups["already_words"]
        known = after | before | groups["had_openers"] | {"once"} | groups["few_winning"] | groups["spoken_seat"]
        if told.seat is None or told.day is None or not isinstance(turn.query, Result | Figure):
            return None
        opens = words[0] in groups["verb_openers"] | groups["had_openers"]
        if not people or bool(after) == bool(before) or not (opens and rest & groups["few_winning"] and rest <= known):
            return None
        if not groups["spoken_seat"].intersection(words):
            # "has she won since" may be of any seat
            return None
        day = timedelta(days=1)
        when = Between(since=told.day + day) if after else Between(until=told.day - day)
        where = Selection(people=people, seats=(told.seat,), when=when)
        return Check(where=where, expect=(ExpectedWinner(),))
