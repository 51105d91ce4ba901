"""Numbers that look like a year: "by 2000" is a number of votes where there was no contest in that year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.reading.lexicon import Lexicon
from bot.reading.spans import Cover, Span
from bot.reading.time_kinds import Span as TimeRange
from bot.reading.time_kinds import Year
from knowledge.queries.catalogue import Calendar, Catalogue

_SIZED = frozenset({"win", "lose", "hold", "take", "beat", "majority", "behind", "ahead", "by_how_much"})
"""Cues of what has a size in votes."""


class Amounts:
    """Tells amounts from years by the contests of those named."""

    def __init__(self, catalogue: Catalogue, calendar: Calendar, lexicon: Lexicon) -> None:
        self._catalogue = catalogue
        self._calendar = calendar
        self._counting = lexicon.groups["counting"]
        self._counting_ends = frozenset([phrase.split()[-1] for phrase in self._counting])
        self._in_years = lexicon.groups["in_years"]
        self._counted_things = lexicon.groups["counted"] | lexicon.groups["counted_singly"]
        self._ranging = lexicon.groups["ranging"]
        self._leads = lexicon.groups["amount_leads"]
        self._votes = lexicon.groups["vote_words"]
        self._vote_leads = lexicon.groups["vote_leads"]
        self._rough = lexicon.groups["rough_amounts"]

    def is_one(self, cover: Cover, span: Span, year: int) -> bool:
        """ "did labour win bath by 2000", "a majority of about 2000": so many votes, and no year."""
        if self._is_counted(cover, span) or self._is_of_votes(cover, span):
            return True
        at = span.start - 1
        while at > 0 and cover.tokens[at].text in self._rough:
            at -= 1
        lead = [token.text for token in cover.tokens[max(0, at - 1) : at + 1]]
        if self._leads.isdisjoint((" ".join(lead), *lead[-1:])) or _SIZED.isdisjoint(cover.cues):
            return False
        return all(day.year != year for day in self._days(cover))

    def _is_of_votes(self, cover: Cover, span: Span) -> bool:
        """ "went labour by 2000 votes in 2017": votes by which, or that somebody got, beside a year that is one."""
        before = cover.tokens[span.start - 1].text if span.start else ""
        behind = cover.tokens[span.end].text if span.end < len(cover.tokens) else ""
        if behind not in self._votes or before not in self._vote_leads:
            return False
        return any(isinstance(other.time, Year) and other is not span for other in cover.spans)

    def is_none(self, cover: Cover, span: Span) -> bool:
        """ "the 1920s", "truss out 24, by how many": no amount, where a time is named or the amount is asked for."""
        if isinstance(span.time, Year):
            if self._is_other_year(cover, span):
                return True
            asked = (s for s in cover.spans if "by_how_much" in s.cues)
            return any("how" in {token.text for token in cover.tokens[s.start : s.end]} for s in asked)
        return isinstance(span.time, TimeRange)

    def _is_other_year(self, cover: Cover, span: Span) -> bool:
        """ "more in 1951 than in 45": the year that another is set beside, unless something is counted by it."""
        before = cover.tokens[span.start - 1].text if span.start else ""
        behind = cover.tokens[span.end].text if span.end < len(cover.tokens) else ""
        if before not in self._in_years or behind in self._counted_things:
            return False
        return any(isinstance(other.time, Year) and other is not span for other in cover.spans)

    def _days(self, cover: Cover) -> Iterator[date]:
        """The contests of the seats named, else of the people, else of the country."""
        seats = {seat for span in cover.spans if span.seat for seat in span.seat.seats}
        people = {id_ for span in cover.spans if span.person for id_ in span.person.ids}
        if seats:
            yield from (day for seat in seats for day, _ in self._catalogue.polls(seat))
        elif people:
            cards = self._catalogue.cards(people)
            yield from (stand.date for card in cards for stand in card.stands)
        else:
            yield from self._calendar.generals

    def _is_counted(self, cover: Cover, span: Span) -> bool:
        """ "over 2000", "more than 2000", "a majority of 2000": how many there were, and no year."""
        before = [token.text for token in cover.tokens[max(0, span.start - 3) : span.start]]
        behind = cover.tokens[span.end].text if span.end < len(cover.tokens) else ""
        if not before or before[-1] not in self._counting_ends or behind in self._ranging:
            return False
        return any(" ".join(before[at:]) in self._counting for at in range(len(before)))
