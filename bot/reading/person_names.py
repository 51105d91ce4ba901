"""Which people a name means, with the contests they stood in as witness."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from bot.reading.gazetteer import Gazetteer
from bot.reading.slots import Slot
from bot.reading.spans import Span
from bot.reading.windows import Window
from knowledge.fold import fold
from knowledge.models.elections import ElectionKind
from knowledge.queries.calendar import Calendar
from knowledge.queries.catalogue import Catalogue, PersonCard, Stand

_RECENT = 2010
"""The year from which every candidate is held: of one surname, those who stood since are meant first."""
_KNOWN_CANDIDATE = 3
"""More contests than this make somebody known who was never elected."""


class PersonNames:
    """Narrows people of one name to those who stood there and then."""

    def __init__(self, catalogue: Catalogue, gazetteer: Gazetteer, calendar: Calendar, english: Container[str]) -> None:
        self._catalogue = catalogue
        self._gazetteer = gazetteer
        self._calendar = calendar
        self._english = english
        self._premiers = frozenset(
            led.person for led in calendar.leaders if led.office == "prime-minister" and led.person
        )

    def cards(self, people: Sequence[str]) -> list[PersonCard]:
        """The people of these ids that are held."""
        return self._catalogue.cards(people)

    def elected(self, span: Span) -> bool:
        """Whether anybody of the name in a span was elected."""
        return span.person is not None and any(card.elected for card in self.cards(span.person.ids))

    def seats(self, slots: Sequence[Slot]) -> set[str]:
        """Every seat that any of the people named stood in."""
        return {stand.seat for slot in slots for card in self.cards(slot.values) for stand in card.stands}

    def settle(self, slots: Sequence[Slot], places: set[str], frame: Window, *, leaving: bool) -> list[Slot]:
        """The slots with only those people that fit the places and times named; a slot that none fits is left out.

        ``leaving``: a by-election is told by their leaving, so it is the one that came of it in their seat.
        """
        vacated = leaving and frame.kind is ElectionKind.BY_ELECTION and not frame.tests
        settled = []
        for slot in slots:
            left = self._left(slot, frame) if vacated and slot.how == "surname" and not places else []
            cards = left or self._fitting(slot, places, frame)
            settled.append(replace(slot, values=tuple(card.id for card in cards), every=slot.values))
        return [slot for slot in settled if slot.values]

    def _left(self, slot: Slot, frame: Window) -> list[PersonCard]:
        """Of people of one surname those whose seat was next fought at a by-election."""
        left = [card for card in self.cards(slot.values) if any(map(self._was_vacated, card.stands))]
        return self._likeliest(left, frame, placed=False, mended=slot.mended) if left else []

    def _was_vacated(self, stand: Stand) -> bool:
        """Whether somebody elected left before the next general election of their seat."""
        if not stand.elected:
            return False
        after = min((poll for poll in self._catalogue.polls(stand.seat) if poll[0] > stand.date), default=None)
        return after is not None and after[1] is ElectionKind.BY_ELECTION

    def _fitting(self, slot: Slot, places: set[str], frame: Window) -> list[PersonCard]:
        """Of people of one name, those who stood there and then; of a bare surname, members before others."""
        chosen = self.cards(slot.values)
        if slot.mended and slot.short and not places:
            return []
        if places:
            there = [card for card in chosen if any(stand.seat in places for stand in card.stands)]
            if not there and slot.how == "surname":
                return [] if slot.mended else self._renowned(chosen, frame)
            chosen = there or self._namesakes(slot, places) or chosen
        if frame.bound:
            then = [c for c in chosen if any(frame.takes((s.date, s.kind)) for s in c.stands)]
            if not (then or places) and slot.how == "surname" and not any(card.elected for card in chosen):
                # a word that nobody of the time bore is hardly a name
                return []
            # "philip davies majority 2019 v 2024": of two of one name, who stood at both is meant
            every = [c for c in then if all(any(test(s.date) for s in c.stands) for test in frame.tests)]
            chosen = every or then or chosen
        if slot.how == "surname" and len(chosen) > 1:
            return self._likeliest(chosen, frame, placed=bool(places), mended=slot.mended)
        return chosen

    def _renowned(self, cards: Sequence[PersonCard], frame: Window) -> list[PersonCard]:
        """Whom a bare surname may mean beside a seat they never stood in: members of the time, and leaders.

        Of anybody else a word so short of a name is as likely to be something else: "decl" is no Edmund Dell.
        """
        members = [card for card in cards if card.elected]
        then = [
            card
            for card in members
            if any(frame.takes((stand.date, stand.kind)) for stand in card.stands)
            and (frame.tests or card.stands[-1].date.year >= _RECENT)
        ]
        return then or [card for card in members if self._calendar.led(card.name)]

    def _namesakes(self, slot: Slot, places: set[str]) -> list[PersonCard]:
        """Who stood there under another form of the given name: "Jim Callaghan" for James."""
        words = fold(slot.label).split()
        if len(words) < 2:
            return []
        forms = self._gazetteer.given(words[0])
        names = self._gazetteer.exact([words[-1]]).get(words[-1], [])
        return [
            card
            for card in self.cards([name.ref for name in names if name.kind == "person"])
            if fold(card.name).split()[0] in forms and any(stand.seat in places for stand in card.stands)
        ]

    def _likeliest(self, cards: list[PersonCard], frame: Window, *, placed: bool, mended: bool) -> list[PersonCard]:
        """Of several of one surname: those of our time where no time is named, and members before others.

        A Prime Minister of whatever time stays among them; where nobody of our time is known, members of old are
        meant, unless the surname is a word of the language as well or was read as a typo.
        """
        known = [card for card in cards if _is_known(card, placed=placed)]
        if frame.tests:
            return known or cards
        recent = [card for card in cards if card.stands and card.stands[-1].date.year >= _RECENT]
        headed = [card for card in cards if card.id in self._premiers and card not in recent]
        if any(card in known for card in recent):
            return [*(card for card in recent if card in known), *headed]
        plain = mended or fold(cards[0].family) in self._english
        return headed or (recent if recent and plain else known or recent or cards)


def _is_known(card: PersonCard, *, placed: bool) -> bool:
    """Whether somebody was elected, or stood time and again and so is asked about as members are."""
    return card.elected or (len(card.stands) > _KNOWN_CANDIDATE and not placed)
