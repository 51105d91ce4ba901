"""Names that hang by a few letters: short, obscure or mended ones count only where the facts bear them out.

"decl", "bdy" and "tot" are short for words that ask; a typo, or the initials of a party that hardly anybody knows,
would turn each of them into somebody who did not stand there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.reading.gazetteer import KNOWN_BY_INITIALS
from bot.reading.slots import Slot, Slots
from bot.reading.spans import Cover
from bot.reading.time_kinds import Word
from bot.reading.windows import Window
from knowledge.queries.catalogue import Catalogue

SHORT = 4
"""Letters at most of what may be short for anything."""

_OF_ANY_TIME = frozenset({"all_time", "ever", "first_time", "last_time", "mp", "when"})
"""Cues of a seat's whole past."""


def marked(slot: Slot, cover: Cover) -> Slot:
    """The slot, saying whether its words were read as typos and how much was typed."""
    span = cover.spans[slot.span]
    tokens = cover.tokens[span.start : span.end]
    typed = tokens[-1].end - tokens[0].start
    mended, short = any(token.mended for token in tokens), typed <= SHORT
    return replace(slot, mended=mended, short=short) if mended or short else slot


class Witness:
    """Bears out names by who stood where."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def settle(self, slots: Slots, cover: Cover) -> None:
        """Where a party named without a time won: the seat and the party of that name which the facts bear out."""
        if not (len(slots.parties) == len(slots.seats) == 1) or slots.people:
            return
        if all(isinstance(time, Word) for _, time in slots.times):
            slots.seats, slots.parties = self._won(slots.seats[0], slots.parties[0], cover)

    def _won(self, seat: Slot, party: Slot, cover: Cover) -> tuple[list[Slot], list[Slot]]:
        """ "the communist mp for west fife": the seat of that name, and the party, of which there was such a member."""
        named = cover.spans[party.span].parties
        if not (named or seat.old):
            return [seat], [party]
        # without any of these the last contest is asked about, which tells of no earlier ones
        start = cover.spans[party.span].start
        won_for = "win" in cover.cues and start > 0 and cover.tokens[start - 1].text == "for"
        gone = seat.old if won_for or not _OF_ANY_TIME.isdisjoint(cover.cues) else ()
        for seats in (seat.values, gone):
            winners = self._winners(seats)
            for values in (party.values, *((each,) for each in named)):
                if not winners.isdisjoint(values):
                    return [replace(seat, values=seats)], [replace(party, values=values)]
        return [seat], [party]

    def _winners(self, seats: Sequence[str]) -> set[str]:
        """Every party that ever won one of the seats."""
        counted = self._catalogue.counts_as()
        won = [contest.party for seat in seats for contest in self._catalogue.won_in(seat)]
        return {counted.get(party, party) for party in won}

    def parties(self, slots: Sequence[Slot], seats: Sequence[Slot], frame: Window, cover: Cover) -> list[Slot]:
        """The parties without those of doubtful initials that did not stand in any of the seats then."""
        kept = []
        for slot in slots:
            span = cover.spans[slot.span]
            initials = span.initials or slot.short
            doubtful = initials and (slot.mended or self._catalogue.most_candidates(slot.values[0]) < KNOWN_BY_INITIALS)
            if not doubtful or self._stood(slot, seats, frame):
                kept.append(slot)
        return kept

    def _stood(self, slot: Slot, seats: Sequence[Slot], frame: Window) -> bool:
        """Whether the party had a candidate in any of the seats at the time asked about."""
        stands = [stand for seat in seats for value in seat.values for stand in self._catalogue.stood_in(value)]
        return any(stand.party in slot.values and frame.takes((stand.date, stand.kind)) for stand in stands)


def beside_others(slots: Sequence[Slot]) -> list[Slot]:
    """The seats without those that are no more than a short word mended, where another is named in full."""
    doubtful = [slot for slot in slots if slot.mended and slot.short]
    return list(slots) if len(doubtful) == len(slots) else [slot for slot in slots if slot not in doubtful]
