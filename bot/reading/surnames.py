"""A bare surname of somebody spoken of before: whoever was just named, not another of the name nor a seat's part."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.reading.meanings import is_exact_seat
from bot.reading.outcome import Outcome, Read, Refuse
from bot.reading.reader import Reader
from bot.reading.repair import Repair
from bot.reading.scan import Token
from bot.reading.spans import Cover, Span
from knowledge.fold import fold
from knowledge.queries.absence import NAMED_SINCE
from knowledge.queries.catalogue import PersonCard, Stand
from knowledge.query import InYears, OnDay, When


class Surnames:
    """Writes such surnames out in full."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def written_out(
        self,
        tokens: Sequence[Token],
        people: Collection[str],
        seats: Collection[str],
        *,
        of_seats: bool = False,
        when: When | None = None,
    ) -> tuple[Sequence[Token], frozenset[str]]:
        """The words with each bare surname of those people, or of who stood in those seats, in full; whose they are.

        ``of_seats``: only where the word is also part of a seat's name, or several people bear it. ``when``: the time
        that was spoken of.
        """
        found: set[str] = set()
        if not (people or seats):
            return tokens, frozenset()
        cover = self._reader.cover(tokens)
        for span in reversed(cover.spans):
            unclear = span.seat is not None or _is_shared(span, cover)
            card = self._meant(span, cover, people, seats, when) if unclear or not of_seats else None
            if card is not None:
                name = fold(card.name)
                found.add(card.id)
                tokens = Repair(name, span.start, span.end, None).applied(tokens, name)
        return tokens, frozenset(found)

    def settled(self, outcome: Outcome, people: Collection[str]) -> Outcome:
        """The question with only those of several people of one name that were written out."""
        where = getattr(outcome.query, "where", None) if isinstance(outcome, Read) else None
        meant = tuple(id_ for id_ in where.people if id_ in people) if where is not None else ()
        if not isinstance(outcome, Read) or where is None or not meant or len(meant) == len(where.people):
            return outcome
        if isinstance(where.when, OnDay):
            # a day that was found from what all of the name did may be another's
            return Refuse("words", tuple(fold(card.name) for card in map(self._reader.catalogue.person, meant) if card))
        where = where.model_copy(update={"people": meant})
        return replace(outcome, query=outcome.query.model_copy(update={"where": where}))

    def _meant(
        self, span: Span, cover: Cover, people: Collection[str], seats: Collection[str], when: When | None
    ) -> PersonCard | None:
        """The one person spoken of that a span may mean."""
        if span.person is None or span.person.how != "surname" or span.end - span.start > 1 or self._is_living(span):
            return None
        if span.party or span.cues or self._is_of_a_seat(span, cover):
            return None
        cards = self._reader.catalogue.cards(span.person.ids)
        named = [card for card in cards if card.id in people]
        there = named or [card for card in cards if any(stand.seat in seats for stand in card.stands)]
        if len(there) > 1:
            there = [
                card for card in there if any(_is_then(stand, when) for stand in card.stands if stand.seat in seats)
            ]
        return there[0] if len(there) == 1 else None

    def _is_living(self, span: Span) -> bool:
        """Whether it is the full name of a seat that there was in our time: "wells", but not "galloway"."""
        if span.seat is None or not is_exact_seat(span):
            return False
        polls = (poll for seat in span.seat.seats for poll in self._reader.catalogue.polls(seat))
        return any(day >= NAMED_SINCE for day, _ in polls)

    def _is_of_a_seat(self, span: Span, cover: Cover) -> bool:
        """ "in galloway", "who won galloway": a word that a seat follows stands before it."""
        lead = cover.tokens[span.start - 1].text if span.start else ""
        return span.seat is not None and lead in self._reader.lexicon.groups["leading_to_seat"]


def _is_shared(span: Span, cover: Cover) -> bool:
    """Whether several people bear a surname, and no seat is named in which one of them may be meant."""
    person = span.person
    plain = person is not None and not (person.weak or span.filler or span.soft)
    return plain and person is not None and len(person.ids) > 1 and not any(each.seat for each in cover.spans)


def _is_then(stand: Stand, when: When | None) -> bool:
    """Whether somebody stood at a time."""
    if isinstance(when, OnDay):
        return stand.date == when.day
    return isinstance(when, InYears) and stand.date.year in when.years and when.kind in (None, stand.kind)
