"""Words read with what the last question set, and what its answer named, where they leave it open."""

from __future__ import annotations

from dataclasses import replace

from bot.reading.bare_questions import (
    asks_behind,
    asks_of_contest,
    asks_of_one,
    asks_of_rival,
    asks_votes,
    asks_winner,
    how_long,
    names_but_rank,
    names_nothing,
)
from bot.reading.clauses import Clause, Clauses
from bot.reading.conversation import Turn, carried, subject
from bot.reading.leanings import is_of_country
from bot.reading.outcome import Outcome, Read, Refuse
from bot.reading.reader import Reader
from bot.reading.slots import Inherited
from bot.reading.spans import Cover
from bot.reading.told_contest import at_spoken
from bot.reading.turning import loses_what_was_counted, moved_from, of_the_figure, of_those_listed
from knowledge.queries.catalogue import Stand
from knowledge.query import (
    Career,
    Check,
    Count,
    Figure,
    History,
    Holder,
    InYears,
    Listing,
    OnDay,
    Query,
    Rank,
    Result,
    WhatIf,
)

_FIGURES = frozenset(
    {
        "behind", "by_how_much", "candidates", "electorate", "get", "last_place", "majority", "runner_up", "share",
        "swing", "turnout", "valid_votes", "votes",
    }
)  # fmt: skip
"""Cues of what one contest has, or somebody at one."""

_OF_ONE = Result | Check | Career | Holder | Figure | Listing | Count
"""Questions whose answer may tell of one contest."""


class Leaner:
    """Reads words behind a question that they name nothing in place of."""

    def __init__(self, reader: Reader, clauses: Clauses) -> None:
        self._reader = reader
        self._clauses = clauses

    def read(self, words: Clause, quoted: str | None, turn: Turn) -> Outcome | None:
        """What words ask behind a question; None where they are understood no better than alone."""
        last = turn.query
        if last is None:
            return None
        cover = self._reader.cover(words)
        lean = self._lean(words, cover, turn)
        unplaced = self._unplaced(words, cover, last, lean)
        if unplaced:
            return Refuse("words", unplaced)
        read = self._reader.read_tokens(self._clauses.pointed(words), frozenset(), quoted, lean)
        if self._is_of_none(words, cover, lean, last, read):
            # "who won it", where nothing was spoken of that could be won; "and win", of somebody who lost
            return Refuse("words", tuple(token.text for token in words))
        if isinstance(read, Refuse):
            return None
        outcome = of_those_listed(of_the_figure(read, last), last, named=not names_but_rank(cover))
        if loses_what_was_counted(outcome, last):
            return Refuse("words", tuple(token.text for token in words))
        if not isinstance(outcome, Read):
            return outcome
        return replace(outcome, query=at_spoken(outcome.query, lean, self._reader.catalogue), carried=True)

    def _is_of_none(self, words: Clause, cover: Cover, lean: Inherited, last: Query, read: Outcome) -> bool:
        """Whether words ask of the one thing spoken of, which is no election of the country, and would be of that."""
        if lean == Inherited():
            return is_of_country(read) and self._clauses.says(words, "pronouns")
        of_all = isinstance(read, Refuse) or is_of_country(read)
        theirs = isinstance(last, Figure | Result | Check) and bool(last.where.people) and not lean.seats
        return of_all and (isinstance(last, Career) or theirs) and asks_winner(cover)

    def _unplaced(self, words: Clause, cover: Cover, last: Query, lean: Inherited) -> tuple[str, ...]:
        """The words that can be asked of nothing that was spoken of."""
        several = isinstance(last, Check | Career) and lean.people and not lean.seats and asks_of_one(cover)
        if several and not self._clauses.says(words, "person_pronouns"):
            # "by how much" somebody lost, where more than one contest was told of
            return tuple(token.text for token in words)
        # what was asked of a seat is no question of the country
        wide = self._clauses.group("countrywide") if lean.seats else ()
        return tuple(token.text for token in words if token.text in wide)

    def _lean(self, words: Clause, cover: Cover, turn: Turn) -> Inherited:
        """What the last question set, and what its answer named where the words point at it."""
        told, lean = turn.told, carried(turn.query)
        personal = self._clauses.says(words, "person_pronouns") or asks_votes(cover) or how_long(cover)
        personal = personal or asks_behind(cover)
        pointing = personal or self._clauses.says(words, "at_place") or names_nothing(cover)
        there = self._at_one_contest(words, turn, lean, personal=personal)
        if there is not None:
            return there
        of_contest = not lean.seats and not personal and asks_of_contest(cover)
        of_one = asks_of_one(cover) or asks_winner(cover)
        if of_one and told.day and not personal and isinstance(turn.query, _OF_ONE):
            # "by how much", behind who beat somebody: there, and not where they won last
            of_contest = not lean.seats
        fought = self._fought(lean) if of_contest and not told.seat else None
        if fought is not None:
            return Inherited(seats=(fought.seat,), when=OnDay(day=fought.date))
        if told.seat and (of_contest or (not lean.seats and not lean.people and pointing)):
            lean = Inherited(seats=(told.seat,), when=OnDay(day=told.day) if told.day else None)
        if lean.seats and (told.seat is None or told.seat in lean.seats):
            lean = replace(lean, day=told.day)
            that_time = isinstance(turn.query, Rank) and self._clauses.holds(words, "that_time")
            if told.day and (that_time or isinstance(turn.query, Holder | History)):
                # "who won that time", behind the closest of all; "by how much", behind who followed somebody
                lean = replace(lean, when=OnDay(day=told.day))
        theirs = personal and told.people and _FIGURES.isdisjoint(cover.cues)
        lean = lean if theirs else self._at_contest(lean, turn.query)
        if isinstance(turn.query, WhatIf) and self._clauses.says(words, "they_words") and not lean.parties:
            return replace(lean, parties=moved_from(turn.query))
        if not personal or (lean.parties and asks_votes(cover)):
            return lean
        people = told.people if told.people and (lean.holder or told.people[0] not in lean.people) else lean.people
        people = people or told.people
        if people and how_long(cover):
            # "since when", behind one contest: as long as its winner has sat, or did
            return Inherited(people=people, pointed=True)
        return replace(lean, people=people, pointed=bool(people))

    def _at_one_contest(self, words: Clause, turn: Turn, lean: Inherited, *, personal: bool) -> Inherited | None:
        """ "who did labour put up", "what was his majority", behind a first win: at the one contest told."""
        told, cover = turn.told, self._reader.cover(words)
        if told.seat is None or lean.seats:
            return None
        when = OnDay(day=told.day) if told.day else None
        if asks_of_rival(cover):
            return Inherited(seats=(told.seat,), when=when)
        asked = isinstance(subject(turn.query), Career | Holder) and not _FIGURES.isdisjoint(cover.cues)
        if when is None or not asked or self._clauses.says(words, "beyond_contest"):
            return None
        people = (told.people or lean.people) if personal else ()
        return Inherited((told.seat,), people=people, when=when, day=told.day, pointed=bool(people))

    def _at_contest(self, lean: Inherited, last: Query | None) -> Inherited:
        """ "turnout", behind who sat before a contest: of that contest, and not of the latest there."""
        if not isinstance(last, Holder) or last.at is None or not lean.seats or lean.when is not None:
            return lean
        polls = [day for day, _ in self._reader.catalogue.polls(lean.seats[0]) if day <= (last.until or last.at)]
        return replace(lean, when=OnDay(day=max(polls))) if polls else lean

    def _fought(self, lean: Inherited) -> Stand | None:
        """The contest that the one person spoken of stood in, in the year spoken of or last."""
        card = self._reader.catalogue.person(lean.people[0]) if len(lean.people) == 1 else None
        years = lean.when.years if isinstance(lean.when, InYears) else ()
        stands = [stand for stand in (card.stands if card else ()) if not years or stand.date.year in years]
        return max(stands, key=lambda stand: stand.date, default=None)
