"""Contests pointed at by what somebody did: the by-election after a member died, the election after somebody won."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from bot.reading.lexicon import Lexicon
from bot.reading.slots import Slot, Slots
from bot.reading.spans import Cover, Span
from bot.reading.time_kinds import Day, KindOf, Side, Time
from knowledge.models.elections import ElectionKind
from knowledge.queries.catalogue import Catalogue

_NEAR = 3
"""Words before "after somebody won" among which the election is named."""
_WON = frozenset({"win", "take"})


@dataclass(frozen=True, slots=True)
class Anchors:
    """Turns a person whose deed only says which contest is meant into a time."""

    catalogue: Catalogue
    lexicon: Lexicon

    def settle(self, slots: Slots, cover: Cover) -> None:
        """Replace the one person named by the time that their leaving, or winning, stands for."""
        if len(slots.people) != 1 or len(slots.seats) != 1 or len(slots.people[0].values) != 1:
            return
        slot = slots.people[0]
        time = self._left(slot, slots, cover) or self._won(slot, slots, cover)
        if time is not None:
            slots.people = []
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
        """ "the election after elisha mccallion won": what follows the one contest there that they won."""
        deed = _deed(slot, cover, _WON)
        lead = self._lead(slot, cover, "winning_leads")
        if deed is None or lead is None:
            return None
        before = {token.text for token in cover.tokens[max(0, lead.start - _NEAR) : lead.start]}
        elected = self._elected(slot, slots.seats[0].values)
        if before.isdisjoint(self.lexicon.groups["contest_nouns"]) or len(elected) != 1:
            return None
        deed.filler = lead.filler = True
        return Side("after", Day(elected[0]))

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
