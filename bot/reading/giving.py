"""Whether a party named in a follow-up is one that seats went to, or one that they were taken from."""

from __future__ import annotations

from bot.reading.slots import Slot
from bot.reading.work import Work


def gave(work: Work, slot: Slot) -> bool:
    """Whether a party is one that something was taken from."""
    start = work.start(slot)
    return start > 0 and work.cover.tokens[start - 1].text in work.group("changed_from")


def took(work: Work, slot: Slot) -> bool:
    """Whether a party is one that something went to: "how many of them to the greens"."""
    start = work.start(slot)
    led = start - (start > 0 and work.cover.tokens[start - 1].text in work.group("articles"))
    return led > 0 and work.cover.tokens[led - 1].text == "to"
