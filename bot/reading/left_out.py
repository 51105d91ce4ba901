"""Areas that a question leaves out: "outside london", "ignoring scotland", "northern ireland aside"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from bot.reading.lexicon import MAX_PHRASE
from bot.reading.slots import Slot, Slots
from bot.reading.spans import Cover
from bot.reading.time_kinds import Day, KindOf, Side, Time, Year
from knowledge.models.areas import NATIONS, REGIONS

REST = "rest"
"""How a slot came about that means every area but those named."""
_RANKED = frozenset({"highest", "lowest", "closest", "safest"})
"""Cues of a ranking."""
_BRITAIN = frozenset({"england", "scotland", "wales"})
_PARTS = {
    "england": REGIONS,
    "great-britain": ("england", "scotland", "wales"),
    "united-kingdom": NATIONS,
}
"""What the areas that have parts consist of."""
_WHOLE = "united-kingdom"
_JOINS = frozenset({"and", "or", "nor"})


class LeftOut:
    """Turns areas that are left out into those that are left."""

    def __init__(self, groups: Mapping[str, frozenset[str]], generals: Sequence[date]) -> None:
        self._generals = generals
        self._within = groups["area_leads"]
        self._without = groups["leaving_out"]
        self._less = groups["less_of"]
        self._behind = groups["set_aside"]
        self._setting = groups["setting_aside"]
        self._set = groups["set_aside"] | groups["set_out"]

    def taken(self, slots: Slots, cover: Cover) -> None:
        """Put what is left in the place of the areas left out, and parties apart; what says so is explained by it."""
        self._parties(slots, cover)
        self._years(slots, cover)
        out = self._named(slots.areas, cover)
        if not out:
            return
        gone = {value for slot in out for value in slot.values}
        wide = {value for slot in slots.areas if slot not in out for value in slot.values}
        rest = _rest(gone, wide)
        if rest is None:
            return
        said = {at for slot in slots.areas for at in self._said(slot, out, cover)}
        slots.passed = {*slots.passed, *(said - {out[0].span})}
        slots.areas = [Slot(out[0].span, rest, ", ".join(rest), REST)]

    def _parties(self, slots: Slots, cover: Cover) -> None:
        """Set apart the parties whose seats a ranking leaves out: "ignoring the speaker, the biggest majority"."""
        if not slots.parties or slots.seats or slots.people or cover.cues.isdisjoint(_RANKED):
            return
        out = self._named(slots.parties, cover)
        slots.without = out
        slots.parties = [slot for slot in slots.parties if slot not in out]
        slots.passed = {*slots.passed, *(at for slot in out for at in self._said(slot, out, cover))}

    def _years(self, slots: Slots, cover: Cover) -> None:
        """ "leaving 1918 to one side, which general election ...": a ranking without the first or last of all."""
        years = [(at, self._apart_from(at, time, cover)) for at, time in slots.times if not isinstance(time, KindOf)]
        plain = len(years) == 1 and isinstance(years[0][1], Year)
        if not plain or cover.cues.isdisjoint(_RANKED) or slots.seats or slots.people:
            return
        (at, year), lead = years[0], years[0][0] - 1
        assert isinstance(year, Year)
        slot = Slot(at, (str(year.year),), str(year.year))
        apart = {lead, at} if year not in dict(slots.times).values() else set()
        said = {*self._lead(slot, cover), *self._tail(slot, cover), *apart}
        first, last = self._generals[0].year, self._generals[-1].year
        if said and year.year in (first, last):
            after, before = Side("since", Day(self._generals[1])), Side("before", Day(self._generals[-1]))
            rest = after if year.year == first else before
            slots.times = [*(found for found in slots.times if found[0] != at), (at, rest)]
            slots.passed = {*slots.passed, *(said - {at})}

    def _apart_from(self, at: int, time: Time, cover: Cover) -> Time:
        """ "apart from 1918": the year, of which "from 1918" would be the time since."""
        led = at > 0 and _text(cover, at - 1) in self._behind and _text(cover, at).startswith("from ")
        return time.anchor if led and isinstance(time, Side) and isinstance(time.anchor, Year) else time

    def _named(self, slots: Sequence[Slot], cover: Cover) -> list[Slot]:
        """The names left out: behind words that say so or before them, and those that "and" adds."""
        out: list[Slot] = []
        for slot in slots:
            if _text(cover, slot.span + 1).split()[-1:] == ["parties"]:
                # "excluding northern ireland parties" leaves out no area
                continue
            added = bool(out) and slot.span == out[-1].span + 2 and _text(cover, slot.span - 1) in _JOINS
            if added or self._lead(slot, cover) or self._tail(slot, cover):
                out.append(slot)
        return out

    def _said(self, slot: Slot, out: Sequence[Slot], cover: Cover) -> Iterator[int]:
        """The spans that name an area, and those that say that it is left out."""
        yield slot.span
        if slot in out:
            yield from self._lead(slot, cover)
            yield from self._tail(slot, cover)

    def _lead(self, slot: Slot, cover: Cover) -> Sequence[int]:
        """The spans before an area that leave it out: "apart from in"."""
        at = slot.span - 1
        while at > 0 and _text(cover, at) in self._within:
            at -= 1
        if at < 0:
            return ()
        less = at > 0 and cover.spans[at - 1].area in _PARTS and _text(cover, at) in self._less
        leaves = less or "except" in cover.spans[at].cues or _text(cover, at) in self._without
        return range(at, slot.span) if leaves else ()

    def _tail(self, slot: Slot, cover: Cover) -> Sequence[int]:
        """The spans behind an area that leave it out: "... aside"; with the verb before it, "setting ... aside"."""
        start = cover.spans[slot.span].end
        ends = {span.end: at for at, span in enumerate(cover.spans) if start < span.end <= start + MAX_PHRASE}
        verb = [slot.span - 1] if slot.span and _text(cover, slot.span - 1) in self._setting else []
        for end, at in sorted(ends.items(), reverse=True):
            said = " ".join(token.text for token in cover.tokens[start:end])
            if said in (self._set if verb else self._behind):
                return [*verb, *range(slot.span + 1, at + 1)]
        return ()


def _rest(gone: set[str], wide: set[str]) -> tuple[str, ...] | None:
    """The areas of the wider one that are not left out; None where that is no such question."""
    whole = next(iter(wide)) if len(wide) == 1 else _WHOLE
    if len(wide) > 1 or whole not in _PARTS or not gone.isdisjoint({_WHOLE, "great-britain", whole}):
        return None
    nations = _PARTS[whole] if whole != "england" else ("england",)
    found: list[str] = []
    for nation in nations:
        if nation in gone:
            continue
        if nation == "england" and not gone.isdisjoint(REGIONS):
            found += [region for region in REGIONS if region not in gone]
        else:
            found.append(nation)
    known = gone <= {*nations, *(REGIONS if "england" in nations else ())}
    if not (found and known):
        return None
    return ("great-britain",) if set(found) == _BRITAIN else tuple(found)


def _text(cover: Cover, at: int) -> str:
    """The folded words of a span; none behind the last."""
    if at >= len(cover.spans):
        return ""
    span = cover.spans[at]
    return " ".join(token.text for token in cover.tokens[span.start : span.end])
