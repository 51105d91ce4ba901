"""Follow-ups in few words of where a seat stands: the other one of its name, the highest of all, how far short."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.clauses import Clause
from bot.reading.conversation import Turn, subject
from bot.reading.following import Follower
from bot.reading.left_open import LeftOpen
from bot.reading.outcome import Outcome, Read
from bot.reading.reader import Reader
from knowledge.fold import fold
from knowledge.models.elections import ElectionKind
from knowledge.query import (
    Check,
    Count,
    ExpectedMajority,
    Figure,
    Holder,
    InYears,
    Latest,
    Listing,
    Measure,
    Of,
    Query,
    Rank,
    Result,
    Selection,
    Totals,
)

_RANKED = frozenset({Measure.TURNOUT, Measure.MAJORITY, Measure.ELECTORATE, Measure.SWING})
"""Figures of a contest that may be the highest of all."""


class FewPoints:
    """Reads such follow-ups."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._groups = reader.lexicon.groups
        self._open = LeftOpen(reader)

    def asked(self, tokens: Clause, turn: Turn) -> Query | None:
        """What few words ask of the figure, or the party, spoken of."""
        words, last = [token.text for token in tokens], turn.query
        if isinstance(last, Figure):
            return self._highest(words, last, turn)
        if isinstance(last, Check | Totals) and self._groups["few_short"].intersection(words):
            return self._short(words, last)
        return self._missed(tokens, last) if isinstance(last, Totals | Listing) else None

    def other_seat(self, tokens: Clause, turn: Turn, follower: Follower) -> Outcome | None:
        """ "and the other one" behind Portsmouth South, "central in 2024" behind Bristol West: of the same name."""
        held = subject(turn.query)
        if held is None or len(held.where.seats) != 1 or not isinstance(held, Result | Figure | Check | Holder):
            return None
        words = [token.text for token in tokens]
        points = self._groups["directions"]
        size = next((at for at, word in enumerate(words) if word not in points), len(words))
        named = self._open.at_other_point(tokens[:size], turn) if size else None
        rest: Clause = tokens[size:]
        if named is None and [word for word in words if word not in self._groups["few_grammar"]] == ["other"]:
            named, rest = self._other(tokens, held.where.seats[0], turn), []
        if not named:
            return None
        outcome = follower.follow([tokens[0]._replace(text="and", base="and"), *named, *rest], None, turn)
        return outcome if isinstance(outcome, Read) else None

    def _other(self, tokens: Clause, seat: str, turn: Turn) -> Clause | None:
        """The name of the one other seat that differs but in its point of the compass and had a poll then."""
        directions, gazetteer = self._groups["directions"], self._reader.gazetteer
        label = fold(gazetteer.label(seat)).split()
        stem = [word for word in label if word not in directions]
        if len(stem) == len(label) or not stem:
            return None
        names = {" ".join(pair) for point in directions for pair in ((*stem, point), (point, *stem))}
        found = gazetteer.exact(tuple(names))
        others = {name.ref: key for key, held in found.items() for name in held if name.kind == "seat"}
        polls = self._reader.catalogue.polls
        then = [key for ref, key in others.items() if ref != seat and any(d == turn.told.day for d, _ in polls(ref))]
        return [tokens[0]._replace(text=word, base=word) for word in then[0].split()] if len(then) == 1 else None

    def _highest(self, words: Sequence[str], last: Figure, turn: Turn) -> Rank | None:
        """ "was that the highest in the country?": of all seats at that general election."""
        groups, seats, day = self._groups, last.where.seats, turn.told.day
        rest = set(words) - groups["few_grammar"]
        near = last.measures == (Measure.MAJORITY,)
        highs = groups["beside_higher"] | (groups["beside_safer"] if near else frozenset())
        lows = groups["beside_lower"] | (groups["beside_closer"] if near else frozenset())
        higher, lower = bool(rest & highs), bool(rest & lows)
        ends = groups["beside_superlative"] & (highs | lows)
        whole = bool(rest & groups["country_words"]) and rest <= groups["country_words"] | ends
        if words[0] not in groups["been_forms"] or higher == lower or not whole or len(seats) != 1 or day is None:
            return None
        if len(last.measures) != 1 or last.measures[0] not in _RANKED or last.where.parties or last.where.people:
            return None
        if (day, ElectionKind.GENERAL) not in self._reader.catalogue.polls(seats[0]):
            return None
        double = len(self._reader.calendar.generals_in(day.year)) > 1
        when = InYears(years=(day.year,), month=day.month if double else None, kind=ElectionKind.GENERAL)
        where, measure = Selection(when=when), last.measures[0]
        return Rank(where=where, of=Of.CONTESTS, measure=measure, highest=higher, claimed_seat=seats[0])

    def _short(self, words: Sequence[str], last: Check | Totals) -> Totals | None:
        """ "how many short were they": what the party with most seats lacked of a majority, where it was spoken of."""
        if not set(words) - self._groups["few_grammar"] <= self._groups["few_short"] | {"many", "far"}:
            return None
        if isinstance(last, Check) and not any(isinstance(each, ExpectedMajority) for each in last.expect):
            return None
        when = last.where.when
        years = when.years if isinstance(when, InYears) else ()
        latest = self._reader.calendar.generals[-1:] if isinstance(when, Latest) else []
        days = [day for year in years for day in self._reader.calendar.generals_in(year)] or list(latest)
        parties = last.where.parties or last.where.winner
        if len(days) != 1 or last.where.areas or last.where.seats or len(parties) > 1:
            return None
        if parties and self._reader.catalogue.largest(days[0]) != parties[0]:
            return None
        return Totals(where=Selection(when=InYears(years=(days[0].year,), kind=ElectionKind.GENERAL)))

    def _missed(self, tokens: Clause, last: Totals | Listing) -> Listing | Count | None:
        """ "which ones in scotland didn't they win", or how many: the seats of an area that a party did not win."""
        parties = last.where.parties or last.where.winner
        slots = self._reader.slots(self._reader.cover(tokens))
        areas = slots.areas[0].values if len(slots.areas) == 1 else () if slots.areas else last.where.areas
        if len(parties) != 1 or not areas or slots.parties or slots.seats or slots.people or slots.times:
            return None
        spans = self._reader.cover(tokens).spans
        named = {at for slot in slots.areas for at in range(spans[slot.span].start, spans[slot.span].end)}
        groups = self._groups
        rest = {token.text for at, token in enumerate(tokens) if at not in named} - groups["few_grammar"]
        counted = "many" in rest
        seats = {"seat", "seats", "constituencies", *(["many"] if counted else [])}
        if not rest & groups["not_winning"] or not rest <= groups["not_winning"] | groups["few_winning"] | seats:
            return None
        if last.where.when.kind is not ElectionKind.GENERAL:
            return None
        where = Selection(areas=areas, not_won_by=parties, when=last.where.when)
        return Count(where=where, of=Of.CONTESTS) if counted else Listing(where=where, of=Of.CONTESTS)
