"""Which seats a name means, with the polls as witness: a place of several, a seat long gone, one name in two parts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from bot.reading.gazetteer import Gazetteer
from bot.reading.scan import Token
from bot.reading.slots import Slot
from bot.reading.spans import SeatName, Span
from bot.reading.windows import DETAILED_SINCE, Poll, Window
from knowledge.fold import fold
from knowledge.models.elections import ElectionKind
from knowledge.queries.catalogue import Catalogue

MAX_CHOICES = 25
"""Choices of one ambiguous name that are kept."""


_POINTS = frozenset({"east", "north", "south", "west"})
"""Points of the compass, of which two together are another direction."""


def points(words: Iterable[str]) -> frozenset[str]:
    """The points of the compass among words."""
    return _POINTS.intersection(words)


def lies_towards(seat: str, towards: frozenset[str]) -> bool:
    """Whether a seat's name has just these points of the compass; any seat where there are none."""
    return not towards or points(seat.split("-")) == towards


class SeatNames:
    """Widens and narrows what a seat's name may mean."""

    def __init__(
        self, catalogue: Catalogue, gazetteer: Gazetteer, generals: Sequence[date], counties: frozenset[str]
    ) -> None:
        self._catalogue = catalogue
        self._gazetteer = gazetteer
        self._generals = generals
        self._counties = counties

    def widen(self, slot: Slot, frame: Window) -> Slot:
        """Add what an exact name may stand for where the seat of that name has no such poll."""
        if slot.how == "partial":
            return self._renewed(slot, frame)
        if slot.how not in {"exact", "place"}:
            return slot
        polls = [poll for value in slot.values for poll in self._catalogue.polls(value)]
        if self._is_gone(polls, frame) and any(map(frame.takes, polls)):
            others = self._others(slot, frame, held=True)
            alive = tuple(seat for seat in others if not self._is_gone(self._catalogue.polls(seat), frame))
            return replace(slot, values=alive, how="place", old=slot.values) if alive else slot
        # most that is asked is of late polls
        if frame.tests and any(map(frame.takes, reversed(polls))):
            return slot
        held = [] if frame.tests else [poll for poll in polls if frame.takes(poll)]
        if _is_recent(held):
            return slot
        if _is_recent(polls) and frame.kind is not ElectionKind.BY_ELECTION and not self._is_unborn(polls, frame):
            return slot
        fitting = self._others(slot, frame, held=bool(held))
        old = slot.values if slot.how == "exact" else ()
        return replace(slot, values=fitting, how="place", old=old) if fitting else slot

    def beside(self, names: Sequence[SeatName], frame: Window) -> set[str]:
        """Every seat that some names mean at a time: "bethnal green" was Bethnal Green and Bow in 2005."""
        slots = [Slot(0, name.seats, name.label, name.how) for name in names]
        return {seat for slot in slots for each in (slot, self.widen(slot, frame)) for seat in each.values}

    def _is_unborn(self, polls: Sequence[Poll], frame: Window) -> bool:
        """Whether a seat had no poll then but has had one since: another of nearly its name may be meant.

        A seat without a poll at a general election was none then, however short a time ago its last one was.
        """
        if frame.until is None or any(frame.takes(poll) for poll in polls):
            return False
        last = max((day for day, _ in polls if day <= frame.until), default=None)
        alive = last is not None and not any(last < day <= frame.until for day in self._generals)
        return not alive and any(day > frame.until for day, _ in polls)

    def _is_gone(self, polls: Sequence[Poll], frame: Window) -> bool:
        """Whether a seat was no more on the day that all asked about lies before, so that one of like name is meant."""
        if frame.before is None:
            return False
        last = max((day for day in self._generals if day < frame.before), default=None)
        return last is not None and all(day < last for day, _ in polls)

    def _renewed(self, slot: Slot, frame: Window) -> Slot:
        """Words that are all of one seat's name are part of another's where only that one had such a poll."""
        if not frame.tests or any(frame.takes(poll) for seat in slot.values for poll in self._catalogue.polls(seat)):
            return slot
        holding = sorted(self._gazetteer.partial(slot.label.split(), pooled=True))
        fitting = [seat for seat in holding if any(frame.takes(poll) for poll in self._catalogue.polls(seat))]
        return replace(slot, values=tuple(fitting)) if fitting else slot

    def _others(self, slot: Slot, frame: Window, *, held: bool) -> tuple[str, ...]:
        """The seats that a place of this name leads to, and those whose name holds it, that had such a poll."""
        exact = slot.how == "exact"
        places = self._catalogue.places(slot.label) if exact else ()
        led = [seat for place in places for seat in (place.seat, place.seat_2010) if seat]
        words = slot.values[0].split("-") if exact else fold(slot.label).split()
        towards = points(words)
        partial = sorted(
            other
            for other in self._gazetteer.partial(words, pooled=True) - set(slot.values)
            # "leeds east" is no part of Leeds South East
            if lies_towards(other, towards)
        )
        polled = {
            other: [poll for poll in self._catalogue.polls(other) if frame.takes(poll)] for other in (*led, *partial)
        }
        fitting = tuple(other for other, polls in polled.items() if polls)
        if frame.tests:
            return fitting
        recent = tuple(other for other, polls in polled.items() if _is_recent(polls))
        return recent or (() if held else fitting)

    def narrow(self, slot: Slot, frame: Window) -> Slot:
        """Keep the seats that had such a poll; without a time, those of the last general election any had."""
        if len(slot.values) <= 1:
            return slot
        fitting = [s for s in slot.values if any(frame.takes(poll) for poll in self._catalogue.polls(s))]
        seats = fitting or self._standing(slot.values, frame) or list(slot.values)
        words = fold(slot.label)
        in_part = slot.how == "partial"
        # "surrey" is a county of many seats, and Surrey Heath one of them
        county = in_part and words in self._counties
        opening = [seat for seat in seats if in_part and not county and seat.replace("-", " ").startswith(words)]
        seats = opening or seats
        if not frame.tests:
            seats = self._latest(seats, frame)
        if county and len(seats) == 1:
            seats = [*seats, *(seat for seat in slot.values if seat not in seats)]
        # of just this name there may have been a seat long before: its history is that one's as well
        others = slot.how == "exact" and not (frame.tests and fitting)
        old = tuple(seat for seat in slot.values if seat not in seats) if others else ()
        return replace(slot, values=tuple(seats[:MAX_CHOICES]), old=slot.old or old)

    def _standing(self, seats: Sequence[str], frame: Window) -> list[str]:
        """The seats that were there at a time without such a poll: those fought at the last general election of any."""
        if frame.until is None:
            return []
        last = {
            seat: max(
                (
                    day
                    for day, kind in self._catalogue.polls(seat)
                    if kind is ElectionKind.GENERAL and day <= frame.until
                ),
                default=date.min,
            )
            for seat in seats
        }
        newest = max(last.values())
        return [seat for seat in seats if last[seat] == newest != date.min]

    def _latest(self, seats: Sequence[str], frame: Window) -> list[str]:
        """The seats that stood at the last general election any did; of by-elections, those with a recent one."""
        polls = {seat: self._catalogue.polls(seat) for seat in seats}
        if frame.kind is ElectionKind.BY_ELECTION:
            recent = [seat for seat in seats if _is_recent([poll for poll in polls[seat] if poll[1] is frame.kind])]
            return recent or list(seats)
        last = {
            seat: max((day for day, kind in polls[seat] if kind is ElectionKind.GENERAL), default=date.min)
            for seat in seats
        }
        newest = max(last.values())
        return [seat for seat in seats if last[seat] == newest]


def _is_recent(polls: Sequence[Poll]) -> bool:
    """Whether a seat was fought since candidates are held."""
    return any(day.year >= DETAILED_SINCE for day, _ in reversed(polls))


def merge(
    seats: Sequence[Slot], spans: Sequence[Span], tokens: Sequence[Token], corrections: frozenset[str], passed: set[int]
) -> list[Slot]:
    """Neighbouring names that share a seat are one name: "boston" and "skeggy"; one taken back is ``passed`` over."""
    merged: list[Slot] = []
    for slot in seats:
        if not merged:
            merged.append(slot)
            continue
        last = merged[-1]
        both = _shared(last, slot)
        if both:
            merged[-1] = replace(last, values=both, label=f"{last.label} {slot.label}")
            spans[slot.span].filler = True
        elif _words(spans[last.span + 1 : slot.span], tokens) in corrections:
            merged[-1] = slot
            passed.update(range(last.span, slot.span))
        else:
            merged.append(slot)
    return merged


def _shared(one: Slot, other: Slot) -> tuple[str, ...]:
    """The seats that two neighbouring names share, where either leaves a choice or both mean the same."""
    if other.span - one.span > 2:
        return ()
    both = tuple(seat for seat in one.values if seat in other.values)
    telling = len(one.values) > 1 or len(other.values) > 1 or both == other.values
    return both if telling else ()


def _words(spans: Sequence[Span], tokens: Sequence[Token]) -> str:
    """The folded words of some spans."""
    return " ".join(token.text for span in spans for token in tokens[span.start : span.end])
