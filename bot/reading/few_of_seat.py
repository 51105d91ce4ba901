"""Follow-ups in few words of seats and their contests: "the first one", "the yorkshire one", "and the other one"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bot.reading.choosing import Options
from bot.reading.clauses import Clause
from bot.reading.conversation import Turn, carried, subject
from bot.reading.outcome import Ask, Outcome, Read
from bot.reading.reader import Reader
from knowledge.fold import fold
from knowledge.models.elections import ElectionKind
from knowledge.queries.catalogue import PersonCard
from knowledge.query import (
    Between,
    Career,
    Check,
    Count,
    ExpectedWinner,
    Figure,
    Governments,
    History,
    Holder,
    InYears,
    Latest,
    Listing,
    Measure,
    Of,
    OnDay,
    Query,
    Rank,
    ReferendumQuery,
    Relative,
    Result,
    Selection,
    Totals,
)

_TWO = 2
_WORDS_OF_AREA = 3
"""Words at most of an area's name."""


class FewOfSeat:
    """Reads such follow-ups."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._groups = reader.lexicon.groups

    def asked(self, tokens: Clause, turn: Turn) -> Query | None:
        """What few words ask of the contests, or the referendum, spoken of."""
        words, last = [token.text for token in tokens], turn.query
        if isinstance(last, ReferendumQuery):
            return self._referendum(words, last)
        found = self._edge(words, turn) or self.one_of_two(words, turn)
        return found or self._of_party(tokens, turn) or self._others(words, turn)

    def rather(self, tokens: Clause, turn: Turn) -> Query | None:
        """What words ask of those just listed, or of two contests, though they can be read alone too."""
        words = [token.text for token in tokens]
        pointed = self._groups["one_of_them"] | self._groups["edge_nouns"]
        listed = self._edge(words, turn) if isinstance(turn.query, Listing | Count | Rank) else None
        # "the first one" behind a year of two elections is not whoever came first
        half = self.one_of_two(words, turn) if pointed.intersection(words) else None
        later = self._of_party(tokens, turn) if self._groups["ever_after"].intersection(words) else None
        return listed or half or later or self._others(words, turn)

    def option_in(self, tokens: Clause, options: Options) -> Outcome | None:
        """ "the yorkshire one": those of the choices put whose seat lies there."""
        slots = self._reader.slots(self._reader.cover(tokens))
        named = {token.text for token in tokens} - self._groups["few_grammar"]
        if len(slots.areas) != 1 or slots.people or slots.parties or slots.times or len(named) > _WORDS_OF_AREA:
            return None
        areas, regions = set(slots.areas[0].values), self._reader.catalogue.regions
        placed = [(option, carried(option[1]).seats) for option in options]
        there = [option for option, seats in placed if len(seats) == 1 and areas & regions(seats[0])]
        if len(there) == 1:
            return Read(there[0][1])
        return Ask(slots.areas[0].label, tuple(there)) if there else None

    def that_had_one(self, asked: Ask, turn: Turn) -> Outcome:
        """Of the seats that a name may mean behind a by-election, the one that had one, that day or ever."""
        held, told = subject(turn.query), turn.told.day
        if held is None or held.where.when.kind is not ElectionKind.BY_ELECTION:
            return asked
        days = [(query, self._by_elections(carried(query).seats)) for _, query in asked.options]
        same = [query for query, polled in days if told in polled]
        had = same or [query for query, polled in days if polled]
        where = getattr(had[0], "where", None) if len(had) == 1 else None
        if not isinstance(where, Selection):
            return asked
        if same and told is not None:
            where = where.model_copy(update={"when": OnDay(day=told)})
        elif where.when.kind is not ElectionKind.BY_ELECTION:
            return asked
        return Read(had[0].model_copy(update={"where": where}), carried=True)

    def sat_for(self, words: Sequence[str], card: PersonCard) -> Holder | None:
        """ "and where in 1985", "what was he mp for in 1990": the seat that a member had then, where it was but one."""
        years = [int(word) for word in words if word.isdigit() and len(word) == 4]
        rest = {word for word in words if not word.isdigit()} - self._groups["few_grammar"]
        if len(years) != 1 or not rest or not rest <= self._groups["sitting_for"]:
            return None
        first, last = date(years[0], 1, 1), date(years[0], 12, 31)
        wins = [stand for stand in card.stands if stand.elected and stand.date <= last]
        held = [stand for stand in wins if stand.date < first][-1:]
        if not held or any(stand.date >= first for stand in wins):
            # in a year of an election there may be two answers
            return None
        seat = held[0].seat
        if any(held[0].date < day < first for day, _ in self._polls(seat)):
            return None
        return Holder(where=Selection(seats=(seat,)), at=first, until=last)

    def _polls(self, seat: str) -> tuple[tuple[date, ElectionKind], ...]:
        return self._reader.catalogue.polls(seat)

    def _by_elections(self, seats: Sequence[str]) -> list[date]:
        """The by-elections of seats."""
        return [day for seat in seats for day, kind in self._polls(seat) if kind is ElectionKind.BY_ELECTION]

    def _referendum(self, words: Sequence[str], last: ReferendumQuery) -> ReferendumQuery | None:
        """ "and edinburgh", "and the 1979 one": the same of a part counted apart, or of the other vote there."""
        held = self._reader.catalogue.referendums()
        spoken = next((each for each in held if each.id == last.referendum), None)
        rest = [word for word in words if word not in self._groups["few_grammar"]]
        if spoken is None or not rest:
            return None
        if len(rest) == 1 and rest[0].isdigit():
            other = [each for each in held if each.day.year == int(rest[0]) and each.area == spoken.area]
            return ReferendumQuery(referendum=other[0].id, measures=last.measures) if len(other) == 1 else None
        areas = {area: fold(area).split() for area in spoken.areas}
        small = self._groups["few_grammar"] | self._groups["of_towns"]
        named = [area for area, of in areas.items() if [word for word in of if word not in small] == rest]
        return last.model_copy(update={"area": named[0]}) if len(named) == 1 else None

    def _edge(self, words: Sequence[str], turn: Turn) -> Query | None:
        """ "when was the first", "the first one": of the contests listed, of somebody's, or of two in one year."""
        held, first = turn.query, self._end(words)
        if first is None:
            return None
        if isinstance(held, Listing | Count):
            by = held.of is Of.CONTESTS and held.where.when.kind is ElectionKind.BY_ELECTION
            where, measure = held.where, Measure.DATE
            return Rank(where=where, of=Of.CONTESTS, measure=measure, highest=not first, limit=1) if by else None
        if isinstance(held, Governments):
            return held.model_copy(update={"end": "first" if first else "last"}) if held.end else None
        if isinstance(held, Rank):
            dated = held.measure is Measure.DATE and held.limit == 1 and held.nth is None
            return held.model_copy(update={"highest": not first}) if dated else None
        if isinstance(held, Career):
            return held.model_copy(update={"ask": "first" if first else "last"}) if held.ask == "all" else None
        return None

    def _end(self, words: Sequence[str], *, of_two: bool = False) -> bool | None:
        """Whether words ask for the first, or the last, of several; None where they ask for neither, or for more."""
        groups = self._groups
        if not groups["more_than_one"].isdisjoint(words):
            # "the last two"
            return None
        rest = set(words) - groups["few_grammar"] - groups["few_when"]
        firsts = groups["edge_first"] | (groups["former_of_two"] if of_two else frozenset())
        lasts = groups["edge_last"] | (groups["latter_of_two"] if of_two else frozenset())
        first, last = bool(rest & firsts), bool(rest & lasts)
        return first if first != last and rest <= firsts | lasts | groups["edge_nouns"] else None

    def one_of_two(self, words: Sequence[str], turn: Turn) -> Query | None:
        """The question at the first or second of the two contests that its words left open."""
        query, first = turn.query, self._end(words, of_two=True)
        if first is None:
            return None
        if isinstance(query, Governments):
            day = self._half(query.when, None, first=first)
            there = {"when": InYears(years=(day.year,), month=day.month)} if day else None
            return query.model_copy(update=there) if there else None
        if not isinstance(query, Totals | Result | Figure | Check | Rank):
            return None
        day = self._half(query.where.when, query.where.seats, first=first)
        if day is None:
            return None
        kind = query.where.when.kind
        when = OnDay(day=day) if query.where.seats else InYears(years=(day.year,), month=day.month, kind=kind)
        return query.model_copy(update={"where": query.where.model_copy(update={"when": when})})

    def _half(self, when: object, seats: Sequence[str] | None, *, first: bool) -> date | None:
        """The first or second of the just two contests of a time: in a year, or the by-elections of a seat."""
        years = when.years if isinstance(when, InYears) and when.month is None else ()
        kind = when.kind if isinstance(when, InYears | Latest) else None
        if seats and len(seats) == 1:
            days = [day for day, held in self._polls(seats[0]) if kind in (None, held)]
            days = [day for day in days if day.year in years] if years else days
            open_ = len(years) == 1 or (isinstance(when, Latest) and kind is ElectionKind.BY_ELECTION)
        else:
            days = self._reader.calendar.generals_in(years[0]) if len(years) == 1 and not seats else []
            open_ = kind is not ElectionKind.BY_ELECTION
        return days[0 if first else 1] if open_ and len(days) == _TWO else None

    def _of_party(self, tokens: Clause, turn: Turn) -> Query | None:
        """ "was it labour before?", "did labour win it later", "did they win it again", of the contest spoken of."""
        seat, day, held = turn.told.seat, turn.told.day, subject(turn.query)
        cover = self._reader.cover(tokens)
        slots = self._reader.slots(cover)
        if seat is None or day is None or held is None or slots.seats or slots.people or slots.times:
            return None
        words = [token.text for token in tokens]
        span = cover.spans[slots.parties[0].span] if len(slots.parties) == 1 else None
        rest = {*words[: span.start], *words[span.end :]} if span else set(words)
        theirs = () if slots.parties or not self._groups["they_words"].intersection(words) else held.where.parties
        parties = slots.parties[0].values if span else theirs
        return self._at_another(words[0], rest - self._groups["few_grammar"], (seat, day), parties)

    def _at_another(
        self, opener: str, rest: set[str], polled: tuple[str, date], parties: tuple[str, ...]
    ) -> Query | None:
        """Whether a party won the contest before one, or any after it."""
        groups, (seat, day) = self._groups, polled
        if len(parties) != 1 or not rest:
            return None
        if rest <= groups["alone_before"] and opener in groups["been_forms"]:
            there = Selection(seats=(seat,), parties=parties, when=Relative(anchor=OnDay(day=day), step=-1))
            return Check(where=there, expect=(ExpectedWinner(),))
        later = rest & groups["ever_after"]
        if (
            later
            and rest - later
            and rest <= groups["ever_after"] | groups["few_winning"]
            and opener in groups["verb_openers"]
        ):
            since = Between(since=day + timedelta(days=1))
            return History(where=Selection(seats=(seat,), parties=parties, when=since), ask="ever-won")
        return None

    def _others(self, words: Sequence[str], turn: Turn) -> Listing | None:
        """ "what other one did they win that year": the by-elections that the winner of the one told of won then."""
        groups, day = self._groups, turn.told.day
        if turn.told.seat is None or day is None or not groups["they_words"].intersection(words):
            return None
        rest = set(words) - groups["few_grammar"]
        known = groups["few_winning"] | groups["other_words"] | groups["years_asked"]
        asked = [rest & groups[group] for group in ("few_winning", "other_words", "years_asked")]
        if not all(asked) or not rest <= known or "that" not in words:
            return None
        kinds = {kind for polled, kind in self._polls(turn.told.seat) if polled == day}
        won = self._reader.catalogue.won_at(turn.told.seat, day)
        if won is None or kinds != {ElectionKind.BY_ELECTION} or not _speaks_of(turn.query, won.party):
            return None
        when = InYears(years=(day.year,), kind=ElectionKind.BY_ELECTION)
        return Listing(where=Selection(winner=(won.party,), when=when), of=Of.CONTESTS)


def _speaks_of(query: Query | None, winner: str) -> bool:
    """Whether "they" can only be the winner of the contest asked about."""
    if not isinstance(query, Result | Figure):
        return False
    return query.where.parties in ((), (winner,)) and not query.where.people and query.where.place in (None, 1)
