"""Names that hang by a few letters: short, obscure or mended ones count only where the facts bear them out.

"decl", "bdy" and "tot" are short for words that ask; a typo, or the initials of a party that hardly anybody knows,
would turn each of them into somebody who did not stand there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.reading.gazetteer import KNOWN_BY_INITIALS
from bot.reading.slots import Slot
from bot.reading.spans import Cover
from bot.reading.windows import Window
from knowledge.queries.catalogue import Catalogue

SHORT = 4
"""Letters at most of what may be short for anything."""


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
