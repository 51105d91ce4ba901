"""Times told by an office: "under corbyn", "while blair was pm", "during cameron's premiership"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from datetime import date, timedelta

from bot.reading.slots import Slot, Slots
from bot.reading.spans import Cover, Span
from bot.reading.time_kinds import Span as TimeRange
from bot.reading.time_kinds import Word, Year
from knowledge.queries.calendar import FORMED, Calendar, Led

_LIGHT = frozenset({"aux", "check", "how_long", "leader", "pm", "time_of_it", "what", "when", "which", "who"})
"""Cues that ask nothing beside a time."""
_BY_ELECTIONS = frozenset({"by_election", "latest_by"})
_TWO = 2
"""Years at least where each says of which election it is told."""
_OFFICES = {"pm": "prime-minister", "leader": "party-leader"}


def _lies_in(time: Year | TimeRange, led: Led) -> bool:
    """Whether years named are those of a time in office, from the year it began to that it ended."""
    first = time.year if isinstance(time, Year) else time.since.year if time.since else None
    last = time.year if isinstance(time, Year) else time.until.year if time.until else None
    until = led.until.year if led.until else None
    return first is not None and last is not None and led.since.year <= first and (until is None or last <= until)


def in_one_parliament(cover: Cover, named: int, parliaments: Set[str]) -> bool:
    """ "by-elections in the may-johnson parliament": of several named, not of the elections that each of them won."""
    polled = named > 1 and not cover.cues.isdisjoint(_BY_ELECTIONS)
    return polled and not parliaments.isdisjoint([token.text for token in cover.tokens])


def _governs(led: Led, day: date, after: date | None) -> bool:
    """Whether somebody governed at some time between two general elections, and not only until the new one did."""
    begun = after is None or led.since < after
    return begun and (led.until is None or led.until > day + FORMED)


def _moves_seats(cover: Cover) -> bool:
    """Whether by-elections that were won or lost are asked for."""
    return "by_election" in cover.cues and not cover.cues.isdisjoint(("win", "take", "lose"))


class Reigns:
    """Turns whoever held an office into the time that they held it."""

    def __init__(self, calendar: Calendar, groups: Mapping[str, frozenset[str]]) -> None:
        self._calendar = calendar
        self._leads = groups["reign_leads"]
        self._nouns = groups["reign_nouns"]
        self._eras = groups["reign_eras"]
        self._moments = groups["reign_moments"]
        self._parliaments = groups["parliaments"]
        self._joints = groups["reign_joints"]

    def placed(self, slots: Slots, at: int, cover: Cover) -> bool:
        """Put the time of the person of a span into the slots; whether they stand for one."""
        if any(placed == at for placed, _ in slots.times):
            return True
        span = cover.spans[at]
        lead = cover.tokens[span.start - 1].text if span.start else ""
        if span.person is not None and lead == "the":
            return self._parliament(slots, at, cover) or self._era(slots, at, cover)
        if span.person is not None and lead in self._moments and self._at_their_win(slots, at, cover):
            return True
        if span.person is None or not (lead == "under" or lead in self._leads):
            return False
        office, said = self._office(at, cover)
        if lead != "under" and not (said and self._asks_beside(cover, at - 1, said)):
            return False
        times = self._held(span, cover, office)
        if lead != "under" and len(times) != 1:
            # of two times in office neither is meant for certain
            return False
        named = {span.party for span in cover.spans if span.party}
        led = min(times, key=lambda led: self._rank(led, named), default=None)
        if led is None:
            return False
        if lead == "under" and self._is_dated(cover, at, times):
            slots.times.append((at, Word("now")))
            slots.passed = {*slots.passed, at - 1}
            return True
        slots.times += [(at, TimeRange(led.since, led.until)), (at - 1, Word("now"))]
        if lead == "under" and not named and led.office == "party-leader" and _moves_seats(cover):
            # "by-election gains under davey": of the party he led
            slots.parties.append(Slot(at, (led.party,), led.party))
        slots.passed = {*slots.passed, at - 1, *range(at + 1, said)} if said else slots.passed
        return True

    def _at_their_win(self, slots: Slots, at: int, cover: Cover) -> bool:
        """ "patten lost bath the same night major won": the one general election that made or left them premier."""
        spans, person = cover.spans, cover.spans[at].person
        won = at + 1 < len(spans) and "win" in spans[at + 1].cues and not spans[at + 1].seat
        placed = won and at + 2 < len(spans) and bool(spans[at + 2].seat)
        others = any(n != at and (span.seat or span.person) for n, span in enumerate(spans))
        if person is None or not won or placed or not others:
            return False
        formed = ((day, led) for day in self._calendar.generals for led in self._calendar.formed_after(day))
        days = [day for day, led in formed if led.person in person.ids]
        if len(days) != 1:
            # of several wins none is meant for certain
            return False
        slots.times.append((at, Year(days[0].year, days[0].month)))
        slots.passed = {*slots.passed, at - 1, at + 1}
        return True

    def _is_dated(self, cover: Cover, at: int, times: Sequence[Led]) -> bool:
        """ "in 2019 and under sunak in 2024": right behind a name the election of a year that its bearer led in.

        Of by-elections some of that year may have been held under somebody else.
        """
        years = [each.time for each in cover.spans if isinstance(each.time, Year)]
        behind = next((each for each in cover.spans[at + 1 :] if not each.filler), None)
        if behind is None or not isinstance(behind.time, Year) or len(years) < _TWO or "by_election" in cover.cues:
            return False
        polls = self._calendar.generals_in(behind.time.year)
        return any(led.since < day and (led.until is None or day <= led.until) for led in times for day in polls)

    def _rank(self, led: Led, named: Set[str]) -> tuple[bool, bool]:
        """What "under somebody" means first: the time that they led the one party named, then that as Prime Minister.

        "labour under blair" was so in 1997 as well, before he governed.
        """
        return named != {led.party} or led.office != "party-leader", led.office != "prime-minister"

    def _era(self, slots: Slots, at: int, cover: Cover) -> bool:
        """ "in the heath years": the one time as Prime Minister; beside years that lie in it, it says no more."""
        span, tokens = cover.spans[at], cover.tokens
        led_in = span.start > 1 and tokens[span.start - 2].text in self._leads
        if not led_in or span.end >= len(tokens) or tokens[span.end].text not in self._eras:
            return False
        times = self._held(span, cover, "prime-minister")
        told = [each.time for each in cover.spans if isinstance(each.time, Year | TimeRange)]
        if not told:
            if len(times) != 1:
                return False
            slots.times.append((at, TimeRange(times[0].since, times[0].until)))
        elif len(told) == 1 and any(_lies_in(told[0], led) for led in times):
            slots.times.append((at, Word("now")))
        else:
            return False
        slots.passed = {*slots.passed, at - 1, at + 1}
        return True

    def _parliament(self, slots: Slots, at: int, cover: Cover) -> bool:
        """ "in the johnson-sunak parliament": the one in which each of them governed; of one, that which they won."""
        spans, tokens, first = cover.spans, cover.tokens, cover.spans[at].start
        end = at + 1
        while end < len(spans) and (spans[end].person or tokens[spans[end].start].text in self._joints):
            end += 1
        behind = tokens[spans[end].start].text if end < len(spans) else ""
        if first < _TWO or tokens[first - _TWO].text not in {*self._leads, "of"} or behind not in self._parliaments:
            return False
        governed = [self._held(span, cover, "prime-minister") for span in spans[at:end] if span.person]
        terms = self._terms(governed) or (self._terms([*governed, *governed]) if len(governed) == 1 else [])
        if len(terms) != 1 or cover.cues.isdisjoint(_BY_ELECTIONS):
            return False
        slots.times += [(n, Word("now")) for n in range(at + 1, end) if spans[n].person]
        slots.times.append((at, terms[0]))
        slots.passed = {*slots.passed, *range(at - 1, at), *range(at + 1, end + 1)}
        return True

    def _terms(self, governed: Sequence[Sequence[Led]]) -> list[TimeRange]:
        """The parliaments in which each of some people governed; of a single one those that they won."""
        found = []
        for day, after in zip(self._calendar.generals, (*self._calendar.generals[1:], None), strict=True):
            if len(governed) == 1:
                fits = any(led in governed[0] for led in self._calendar.formed_after(day))
            else:
                fits = all(any(_governs(led, day, after) for led in times) for times in governed)
            if fits:
                found.append(TimeRange(day, after - timedelta(days=1) if after else None))
        return found

    def _held(self, span: Span, cover: Cover, office: str | None) -> list[Led]:
        """When whoever is named held an office, of those they led in where none is said."""
        assert span.person is not None
        words = " ".join(token.base for token in cover.tokens[span.start : span.end])
        times = self._calendar.led(words) or self._calendar.led(span.person.label)
        return [led for led in times if office in (None, led.office)]

    def _office(self, at: int, cover: Cover) -> tuple[str | None, int]:
        """The office that is said to be held behind a name, and the span behind what says so; 0 where none is."""
        spans, tokens = cover.spans, cover.tokens
        for end in range(min(len(spans), at + 7), at + 1, -1):
            words = [t.text for t in tokens[spans[at].end : spans[end - 1].end]]
            if " ".join(words) in self._nouns:
                return "prime-minister", end
        for behind in range(at + 1, min(at + 4, len(spans))):
            cues = spans[behind].cues
            office = next((_OFFICES[cue] for cue in cues if cue in _OFFICES), None)
            if office:
                return office, behind + 1
            if not (spans[behind].filler and set(cues) <= {"aux"}):
                break
        return None, 0

    def _asks_beside(self, cover: Cover, start: int, end: int) -> bool:
        """Whether anything is asked or named beside the words that tell the time."""
        spans = (*cover.spans[:start], *cover.spans[end:])
        return any(span.seat or span.party or not set(span.cues) <= _LIGHT for span in spans)
