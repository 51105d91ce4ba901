"""Numbers that a question takes for granted: "the five reform seats", "labour's only gain", "losses - which three"."""

from __future__ import annotations

from bot.reading.spans import Span
from bot.reading.work import Work

_COUNTED = frozenset({"seats", "mp", "take", "lose", "hold", "survivor", "win", "women", "men"})
"""Cues of what a list of seats is a list of."""
_TOLD = frozenset({"take", "lose", "hold", "win", "get"})
"""Cues behind which a number of seats may stand by itself."""
_HOUSE = 650
"""No list of seats is longer."""


def presumed(work: Work) -> int | None:
    """How many the question takes for granted that there are; marks what says so."""
    lone = _lone(work)
    return _numbered(work) or _pair(work) or lone


def _pair(work: Work) -> int | None:
    """ "the two seats labour took", "both seats": two; marks it."""
    pairs = [at for at in work.hits.get("both", ()) if is_pair_of_seats(work, at)]
    work.used.update(pairs)
    return 2 if pairs else None


def is_pair_of_seats(work: Work, at: int) -> bool:
    """Whether two seats or members are counted right behind."""
    behind = _behind(work, at)
    return behind is not None and not _COUNTED.isdisjoint(work.cover.spans[behind].cues)


def _lone(work: Work) -> int | None:
    """ "its only gain", "the sole seat": one."""
    for at in work.hits.get("only", ()):
        behind = _behind(work, at)
        noun = "" if behind is None else work.text(behind)
        if noun in work.group("lone_nouns") or noun in work.group("few_nouns"):
            work.used.add(at)
            return 1 if noun in work.group("lone_nouns") else None
    return None


def _numbered(work: Work) -> int | None:
    """ "the five seats", "which three"; a number without such a word says how many are wanted."""
    if work.has("over", "under", "exactly"):
        return None
    for at, number in work.slots.numbers:
        if number.unit or not 0 < number.value <= _HOUSE or number.value != int(number.value):
            continue
        start = work.cover.spans[at].start
        lead = work.cover.tokens[start - 1].text if start else ""
        led = lead in work.group("presuming") or lead == "only"
        if (
            _is_told(work, at)
            or (led and _of_seats(work, at))
            or (_is_owned(work, at) and _of_seats(work, at))
            or _is_headed(work, at)
        ):
            same = (n for n, other in work.slots.numbers if other.value == number.value and not other.unit)
            work.used.update(same if work.has("which") else (at,))
            return int(number.value)
    return None


def _is_told(work: Work, at: int) -> bool:
    """ "the greens won four in 2024, which four": how many they were is told before it is asked which."""
    asked = (*work.hits.get("which", ()), *work.hits.get("listing", ()))
    which = max((at for at in asked if work.text(at).split()[0] == "which"), default=-1)
    return at < which and at > 0 and not _TOLD.isdisjoint(work.cover.spans[at - 1].cues) and len(work.parties) > 0


def _is_owned(work: Work, at: int) -> bool:
    """ "reform's five": right behind a party that they belong to."""
    start = work.cover.spans[at].start
    if not at or not work.cover.spans[at - 1].party or not start:
        return False
    owner = work.cover.tokens[start - 1]
    return bool(owner.base) and owner.base != owner.text


def _of_seats(work: Work, at: int) -> bool:
    """Whether seats or members are counted: "the five reform seats", "which three"."""
    behind = _behind(work, at)
    if behind is None or work.cover.spans[behind].time is not None:
        return True
    cues = work.cover.spans[behind].cues
    return not _COUNTED.isdisjoint(cues) or ("aux" in cues and work.has("hold", "win", "take", "lose"))


def _is_headed(work: Work, at: int) -> bool:
    """ "eight lib dems left in 2015": members that were left are counted."""
    spans = work.cover.spans
    if at + 2 >= len(spans) or not spans[at + 1].party or work.text(at + 2) != "left":
        return False
    work.used.add(at + 2)
    return True


def _behind(work: Work, at: int) -> int | None:
    """The first span behind one that is no party, place, number or empty word."""
    spans = work.cover.spans
    return next((i for i in range(at + 1, len(spans)) if not _is_between(spans[i])), None)


def _is_between(span: Span) -> bool:
    """Whether a word may stand between "only" and what there was only one of."""
    return bool(span.party or span.area or span.number) or (span.filler and not span.cues)
