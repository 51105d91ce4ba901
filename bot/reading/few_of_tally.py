"""Follow-ups in few words of a tally: "how many is that altogether", "was that more than the tories"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.clauses import Clause
from bot.reading.conversation import Turn
from bot.reading.reader import Reader
from bot.reading.same_election import election_of
from bot.reading.turning import by_number
from knowledge.models.elections import ElectionKind
from knowledge.query import (
    Check,
    Count,
    ExpectedOrder,
    Fate,
    Figure,
    Holder,
    InYears,
    Listing,
    Measure,
    Of,
    OnDay,
    Query,
    Rank,
    Result,
    Selection,
    Totals,
)

_OF_SIDES = frozenset({Measure.VOTES, Measure.SHARE, Measure.SEATS})
"""Figures of a party that another party has more or less of."""


class FewOfTally:
    """Reads such follow-ups."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._groups = reader.lexicon.groups

    def asked(self, tokens: Clause, turn: Turn) -> Query | None:
        """What few words ask of the number, list or total just told."""
        words, last = [token.text for token in tokens], turn.query
        if last is None:
            return None
        found = self._counted(words, last) or self._by_elections(tokens, turn) or self._largest_part(words, last)
        return found or self._of_house(tokens, last) or self._beside(tokens, last)

    def rather(self, tokens: Clause, turn: Turn) -> Query | None:
        """What words ask of those just listed, or beside the contest told of, though they can be read alone too."""
        groups, last, words = self._groups, turn.query, [token.text for token in tokens]
        if last is None:
            return None
        if isinstance(last, Fate):
            return self._largest_part(words, last)
        if not groups["other_words"].isdisjoint(words):
            return self._by_elections(tokens, turn)
        return self._counted(words, last)

    def _counted(self, words: Sequence[str], last: Query) -> Count | None:
        """ "how many is that altogether": the number of those listed."""
        groups, said = self._groups, set(words)
        whole = said & groups["tally_words"] and said <= groups["tally_words"] | groups["tally_grammar"]
        return by_number(last) if whole else None

    def _by_elections(self, tokens: Clause, turn: Turn) -> Listing | None:
        """ "what other by-elections that year", "did labour win any others the same day", behind one of them."""
        span, party = self._party(tokens, timed=True)
        words = [token.text for at, token in enumerate(tokens) if span is None or not span[0] <= at < span[1]]
        groups, day = self._groups, turn.told.day
        if turn.told.seat is None or day is None or not isinstance(turn.query, Result | Figure):
            return None
        rest = set(words) - groups["few_grammar"] - groups["tally_openers"]
        of_day, of_year = rest & groups["days_asked"], rest & groups["years_asked"]
        won = rest & (groups["few_winning"] | groups["won_nouns"])
        known = groups["by_election_words"] | groups["other_words"] | groups["days_asked"] | groups["years_asked"] | won
        if bool(won) != bool(party):
            return None
        pointed = not {"that", "same", "this"}.isdisjoint(words)
        if not rest & groups["other_words"] or bool(of_day) == bool(of_year) or not pointed or not rest <= known:
            return None
        if (day, ElectionKind.BY_ELECTION) not in self._reader.catalogue.polls(turn.told.seat):
            return None
        kind = ElectionKind.BY_ELECTION
        when = OnDay(day=day, kind=kind) if of_day else InYears(years=(day.year,), kind=kind)
        return Listing(where=Selection(when=when, winner=(party,) if party else ()), of=Of.CONTESTS)

    def _largest_part(self, words: Sequence[str], last: Query) -> Holder | None:
        """ "who represents most of it now" behind what became of a seat: who sits for its largest part."""
        groups = self._groups
        if not isinstance(last, Fate) or last.ask not in ("became", "gone", "exists") or len(last.where.seats) != 1:
            return None
        rest = set(words) - groups["few_grammar"]
        whom = words[0] in groups["whom_words"]
        part, sits = rest & groups["largest_parts"], groups["sitting_verbs"].intersection(words)
        known = groups["largest_parts"] | groups["sitting_verbs"] | groups["now_words"] | groups["part_nouns"]
        return Holder(where=Selection(seats=last.where.seats)) if whom and part and sits and rest <= known else None

    def _of_house(self, tokens: Clause, last: Query) -> Query | None:
        """ "with what majority", "did they get the most votes too", behind one general election in the country."""
        groups, words = self._groups, [token.text for token in tokens]
        when, rest = election_of(last), set(words) - groups["few_grammar"]
        if when is None:
            return None
        if words[0] in groups["house_openers"] and "majority" in rest and rest <= groups["house_majority"]:
            return Totals(where=Selection(when=when), measures=(Measure.COMMONS_MAJORITY,))
        measures = [name for name in (Measure.VOTES, Measure.SEATS) if rest & groups[f"tally_{name}"]]
        span, parties = self._party(tokens)
        asks = words[0] in groups["did_openers"] and bool(rest & groups["beside_superlative"] & groups["beside_higher"])
        left = {*words[: span[0]], *words[span[1] :]} - groups["few_grammar"] if span else rest
        known = groups["tally_votes"] | groups["tally_seats"] | groups["beside_higher"] | groups["also_words"]
        if not asks or len(measures) != 1 or not left <= known | groups["few_winning"]:
            return None
        whom = parties or (self._first(last) if groups["they_words"].intersection(words) else None)
        where = Selection(when=when)
        if whom is None:
            return None
        return Rank(where=where, of=Of.PARTIES, measure=measures[0], highest=True, limit=2, claimed_party=whom)

    def _first(self, last: Query) -> str | None:
        """The party that "they" can only be: the one told to have most seats."""
        if isinstance(last, Rank) and not (last.measure is Measure.SEATS and last.highest and last.nth is None):
            return None
        when = getattr(getattr(last, "where", None), "when", None) or getattr(last, "when", None)
        if not isinstance(when, InYears):
            return None
        days = self._reader.calendar.generals_in(when.years[0], when.month)
        return self._reader.catalogue.largest(days[0]) if len(days) == 1 else None

    def _party(self, tokens: Clause, *, timed: bool = False) -> tuple[tuple[int, int] | None, str | None]:
        """Where words name one party, and which; nothing where they name more, or anything else."""
        cover = self._reader.cover(tokens)
        slots = self._reader.slots(cover)
        named = slots.seats or slots.areas or slots.people or (slots.times and not timed) or slots.numbers
        # "others" beside the one that is named are contests, and not all other parties
        spans = [(cover.spans[slot.span], slot.values) for slot in slots.parties]
        others = self._groups["other_words"]
        parties = [(span, ids) for span, ids in spans if tokens[span.start].text not in others]
        if named or len(parties) != 1 or len(parties[0][1]) != 1:
            return None, None
        return (parties[0][0].start, parties[0][0].end), parties[0][1][0]

    def _beside(self, tokens: Clause, last: Query) -> Check | None:
        """ "was that more than the tories": whether what one party had is more than another had there and then."""
        if not isinstance(last, Totals | Figure) or len(last.measures) != 1 or last.measures[0] not in _OF_SIDES:
            return None
        words = [token.text for token in tokens]
        span, party = self._party(tokens)
        one = (
            len(last.where.parties) == 1 if isinstance(last, Totals) else bool(last.where.parties or last.where.people)
        )
        if span is None or party is None or not one or party in last.where.parties or span[0] == 0:
            return None
        groups = self._groups
        rest = {*words[: span[0]], *words[span[1] :]} - groups["few_grammar"] - {"than"}
        more, less = rest & groups["beside_higher"], rest & groups["beside_lower"]
        straight = words[: span[0]][-1] == "than" or words[: span[0]][-2:] == ["than", "the"]
        if not straight or bool(more) == bool(less) or rest - more - less or words[0] not in groups["was_openers"]:
            return None
        than = last.where.model_copy(update={"parties": (party,), "people": ()})
        order = ExpectedOrder(measure=last.measures[0], more=bool(more), than=than)
        return Check(where=last.where, expect=(order,))
