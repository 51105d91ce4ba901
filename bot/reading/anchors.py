"""Contests pointed at by what somebody did: the by-election after a member died, the election after somebody won."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from bot.reading.lexicon import Lexicon
from bot.reading.slots import Slot, Slots
from bot.reading.spans import Cover, Span
from bot.reading.time_kinds import Day, KindOf, Side, Time
from knowledge.models.elections import ElectionKind
from knowledge.queries.catalogue import Calendar, Catalogue

_NEAR = 3
"""Words before "after somebody won" among which the election is named."""
_WON = frozenset({"win", "take", "came_in", "mp"})
_ENDS = MappingProxyType({"first_time": 0, "last_time": -1, "last": -1, "latest": -1})
"""Cues of which of somebody's wins is meant -> its place among them."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """Turns a person whose deed only says which contest is meant into a time."""

    catalogue: Catalogue
    calendar: Calendar
    lexicon: Lexicon

    def settle(self, slots: Slots, cover: Cover) -> None:
        """Replace the one person named by the time that their leaving, or winning, stands for."""
        if len(slots.people) != 1 or len(slots.seats) > 1 or len(slots.people[0].values) != 1:
            return
        slot = slots.people[0]
        if not slots.seats:
            self._of_their_seat(slot, slots, cover)
            return
        time = self._left(slot, slots, cover) or self._won(slot, slots, cover)
        if time is not None:
            slots.people = []
            slots.times.append((slot.span, time))

    def _of_their_seat(self, slot: Slot, slots: Slots, cover: Cover) -> None:
        """ "the election before douglas ross got in", where no seat is named: in the one seat that they ever won."""
        if self._lead(slot, cover, "winning_leads_back") is None or slots.parties or slots.areas:
            return
        if self.calendar.led_by(slot.values):
            # "who won the election before thatcher got in": of the country, whichever seat was hers
            return
        card = self.catalogue.person(slot.values[0])
        won = tuple(dict.fromkeys(stand.seat for stand in card.stands if stand.elected)) if card else ()
        if len(won) != 1:
            return
        there = replace(slots, seats=[replace(slot, values=won)])
        time = self._won(slot, there, cover)
        if time is not None:
            slots.people, slots.seats = [], there.seats
            slots.times.append((slot.span, time))

    def _left(self, slot: Slot, slots: Slots, cover: Cover) -> Time | None:
        """ "the by-election after jo cox's murder": the first one there since that member's last election."""
        by_election = any(time == KindOf(ElectionKind.BY_ELECTION) for _, time in slots.times)
        deed = _deed(slot, cover, {"leave"})
        lead = self._lead(slot, cover, "leaving_leads")
        if not by_election or deed is None or lead is None:
            return None
        seats = slots.seats[0].values
        elected = self._elected(slot, seats)
        if not elected:
            return None
        polls = (poll for seat in seats for poll in self.catalogue.polls(seat))
        days = [day for day, kind in polls if kind is ElectionKind.BY_ELECTION and day > elected[-1]]
        if not days:
            return None
        deed.filler = lead.filler = True
        return Day(min(days))

    def _won(self, slot: Slot, slots: Slots, cover: Cover) -> Time | None:
        """ "the election after elisha mccallion won": what follows the one contest there that they won.

        "The time before douglas ross got in": what went before the first that they won.
        """
        deed = _deed(slot, cover, _WON | _ENDS.keys())
        back = self._lead(slot, cover, "winning_leads_back")
        lead = back or self._lead(slot, cover, "winning_leads")
        if deed is None or lead is None:
            return None
        before = {token.text for token in cover.tokens[max(0, lead.start - _NEAR) : lead.end - 1]}
        elected = sorted(self._elected(slot, slots.seats[0].values))
        said = cover.spans[slot.span + 1 : slot.span + 1 + _NEAR]
        ends = {at for cue, at in _ENDS.items() if any(cue in span.cues for span in said)}
        if before.isdisjoint(self.lexicon.groups["contest_nouns_told"]) or not elected or len(ends) > 1:
            return None
        if len(elected) > 1 and not (back or ends):
            return None
        for span in said:
            span.filler = span.filler or not (_WON | _ENDS.keys()).isdisjoint(span.cues)
        lead.filler = True
        return Side("before" if back else "after", Day(elected[min(ends, default=0)]))

    def _lead(self, slot: Slot, cover: Cover, group: str) -> Span | None:
        """The word right before a person, if it is one of a group."""
        span = cover.spans[slot.span - 1] if slot.span else None
        if span is None or cover.tokens[span.end - 1].text not in self.lexicon.groups[group]:
            return None
        return span

    def _elected(self, slot: Slot, seats: Collection[str]) -> list[date]:
        """The days on which a person was elected in these seats."""
        card = self.catalogue.person(slot.values[0])
        return [] if card is None else [stand.date for stand in card.stands if stand.elected and stand.seat in seats]


def _deed(slot: Slot, cover: Cover, cues: Collection[str]) -> Span | None:
    """The words right behind a person that say what they did, past an auxiliary verb."""
    for span in cover.spans[slot.span + 1 : slot.span + 3]:
        if not set(cues).isdisjoint(span.cues):
            return span
        if not (span.filler or "aux" in span.cues):
            return None
    return None
