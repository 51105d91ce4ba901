"""A question of names that may each mean several seats, as one question of each choice of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from bot.reading.seat_names import MAX_CHOICES
from bot.reading.slots import Slots


def expand(slots: Slots) -> Iterator[tuple[Slots, bool]]:
    """The slots with one seat in each seat slot; the flag says whether there was a choice."""
    choices = [slot.values for slot in slots.seats]
    if all(len(values) == 1 for values in choices):
        yield slots, False
        return
    ambiguous = any(len(values) > 1 for values in choices)
    for count, chosen in enumerate(product(*choices)):
        if count >= MAX_CHOICES:
            return
        seats = [
            replace(slot, values=(seat,), every=slot.values if len(slot.values) > 1 else slot.every)
            for slot, seat in zip(slots.seats, chosen, strict=True)
        ]
        yield replace(slots, seats=seats), ambiguous
