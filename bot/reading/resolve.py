"""From the spans of a cover to slots: which seats and people the names mean, with the facts as witness."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import product

from bot.reading.gazetteer import Gazetteer
from bot.reading.scan import Token
from bot.reading.slots import Slot, Slots
from bot.reading.spans import Cover, PersonName, SeatName, Span
from bot.reading.times import Day, DayMonth, KindOf, Side, Time, Word, Year, first_day, last_day
from bot.reading.times import Span as TimeRange
from knowledge.fold import fold
from knowledge.models.elections import ElectionKind
from knowledge.queries.catalogue import Calendar, Catalogue, PersonCard

_LIFETIME = 6 * 366
"""Days that a seat lives on at most after a poll without another."""
MAX_CHOICES = 25
"""Choices of one ambiguous name that are kept."""

Poll = tuple[date, ElectionKind]


@dataclass(frozen=True, slots=True)
class Window:
    """What the words of time leave open, as a test of a poll."""

    kind: ElectionKind | None
    tests: tuple[Callable[[date], bool], ...]
    until: date | None = None
    """The last day of the times named."""

    @property
    def bound(self) -> bool:
        """Whether the words say anything of time."""
        return bool(self.tests) or self.kind is not None

    def takes(self, poll: Poll) -> bool:
        """Whether a poll lies in it."""
        day, kind = poll
        if self.kind is not None and kind is not self.kind:
            return False
        return not self.tests or any(test(day) for test in self.tests)


def window(times: Sequence[Time]) -> Window:
    """The window that the words of time open."""
    kinds = {time.kind for time in times if isinstance(time, KindOf)}
    kinds |= {ElectionKind.BY_ELECTION for time in times if time == Word("latest_by")}
    tests = tuple(test for test in map(_test, times) if test)
    days = [day for day in map(last_day, times) if day]
    return Window(kinds.pop() if len(kinds) == 1 else None, tests, max(days, default=None))


def _test(time: Time) -> Callable[[date], bool] | None:
    if isinstance(time, Year | Day):
        since, until = first_day(time), last_day(time)
        assert since and until
        return lambda day: since <= day <= until
    if isinstance(time, DayMonth):
        return lambda day: day.month == time.month and time.day in (0, day.day)
    if isinstance(time, TimeRange):
        return lambda day: (time.since is None or day >= time.since) and (time.until is None or day <= time.until)
    if isinstance(time, Side):
        return _side_test(time)
    return None


def _side_test(time: Side) -> Callable[[date], bool] | None:
    since, until = first_day(time.anchor), last_day(time.anchor)
    if since is None or until is None:
        return None
    if time.side == "since":
        return lambda day: day >= since
    if time.side == "after":
        return lambda day: day > until
    if time.side == "until":
        return lambda day: day <= until
    return lambda day: day < since


class Resolver:
    """Turns names into seats and people."""

    def __init__(self, catalogue: Catalogue, gazetteer: Gazetteer, calendar: Calendar) -> None:
        self._catalogue = catalogue
        self._gazetteer = gazetteer
        self._calendar = calendar

    def variants(self, cover: Cover) -> Iterator[Slots]:
        """The ways the cover's spans can be taken, the likeliest first."""
        choices = [_meanings(span) for span in cover.spans]
        self._prefer_people(cover, choices)
        yield self._slots(cover, [kinds[0] if kinds else "" for kinds in choices])
        for at, kinds in enumerate(choices):
            for other in kinds[1:3]:
                yield self._slots(
                    cover, [other if i == at else (kinds[0] if kinds else "") for i, kinds in enumerate(choices)]
                )

    def _prefer_people(self, cover: Cover, choices: list[list[str]]) -> None:
        """A name that is part of a seat's and a surname is a person where that person stood in the other seat named."""
        named = {s for span in cover.spans if span.seat and not span.person for s in span.seat.seats}
        if not named:
            return
        for span, kinds in zip(cover.spans, choices, strict=True):
            if kinds[:2] == ["seat", "person"] and span.person is not None:
                cards = [card for card in map(self._catalogue.person, span.person.ids) if card]
                if any(stand.seat in named for card in cards for stand in card.stands):
                    kinds[:] = ["person"]

    def _slots(self, cover: Cover, kinds: Sequence[str]) -> Slots:
        slots = Slots()
        spans = cover.spans
        for at, (span, kind) in enumerate(zip(spans, kinds, strict=True)):
            if kind == "seat" and span.seat:
                slots.seats.append(Slot(at, span.seat.seats, span.seat.label, span.seat.how))
            elif (kind == "person" and span.person and _belongs(span, at, spans, kinds, cover.tokens)) or (
                kind == "person" and span.person and self._reign(slots, at, span, cover)
            ):
                continue
            elif kind == "person" and span.person:
                slots.people.append(Slot(at, span.person.ids, span.person.label, span.person.how))
            elif kind == "party" and span.party:
                party = self._of_its_time(span, slots_times(cover, kinds))
                slots.parties.append(Slot(at, (party,), party))
            elif kind == "area" and span.area:
                slots.areas.append(Slot(at, (span.area,), span.area))
            elif kind == "time" and span.time:
                slots.times.append((at, span.time))
            elif kind == "number" and span.number:
                slots.numbers.append((at, span.number))
            elif kind == "elsewhere" and span.elsewhere:
                slots.elsewhere.append(Slot(at, (), span.elsewhere))
            if span.term:
                slots.terms.append(Slot(at, (span.term,), span.term))
        self._settle(slots, cover)
        return slots

    def _of_its_time(self, span: Span, times: Sequence[Time]) -> str:
        """Of several parties of one name, the one that stood then; without a time, the one that stood last."""
        assert span.party is not None
        if not span.parties:
            return span.party
        days = [day for day in map(last_day, times) if day]
        then = max(days, default=self._calendar.today)
        lives = [
            (first, last, party)
            for party in span.parties
            for first, last in [(self._catalogue.first_general(party), self._catalogue.last_general(party))]
            if first and last
        ]
        standing = [life for life in lives if life[0] <= then and life[1].year >= then.year - 5]
        best = max(standing or lives, key=lambda life: life[1], default=None)
        return best[2] if best else span.party

    def _reign(self, slots: Slots, at: int, span: Span, cover: Cover) -> bool:
        """ "under Corbyn": the time at the head of a party or the government, as a stretch of time."""
        before = cover.tokens[span.start - 1].text if span.start else ""
        if before != "under" or span.person is None:
            return False
        words = " ".join(token.base for token in cover.tokens[span.start : span.end])
        times = self._calendar.led(words) or self._calendar.led(span.person.label)
        times.sort(key=lambda led: led.office != "prime-minister")
        if not times:
            return False
        slots.times += [(at, TimeRange(times[0].since, times[0].until)), (at - 1, Word("now"))]
        return True

    def _settle(self, slots: Slots, cover: Cover) -> None:
        spans = cover.spans
        frame = window([time for _, time in slots.times])
        known = {
            stand.seat
            for slot in slots.people
            for card in map(self._catalogue.person, slot.values)
            if card
            for stand in card.stands
        }
        slots.seats = [slot if known & set(slot.values) else self._widen(slot, frame) for slot in slots.seats]
        slots.seats = _merge(slots.seats, spans, cover.tokens)
        if slots.people:
            self._settle_people(slots, frame)
        slots.seats = [self._narrow(slot, frame) for slot in slots.seats]
        slots.times = [(at, self._dated(time, slots, frame)) for at, time in slots.times]

    def _dated(self, time: Time, slots: Slots, frame: Window) -> Time:
        """A month, or a day of one, without its year: the latest such poll of the seat, or of all."""
        if not isinstance(time, DayMonth) or any(isinstance(t, Year) for _, t in slots.times):
            return time
        seats = [seat for slot in slots.seats for seat in slot.values]
        if seats:
            days = [day for seat in seats for day, kind in self._catalogue.polls(seat) if frame.takes((day, kind))]
        else:
            calendar = self._calendar
            every = [(day, ElectionKind.BY_ELECTION) for day in calendar.by_elections]
            every += [(day, ElectionKind.GENERAL) for day in calendar.generals]
            days = [day for day, kind in every if frame.takes((day, kind))]
        if not days:
            return time
        latest = max(days)
        return Day(latest) if seats or time.day else Year(latest.year, latest.month)

    def _widen(self, slot: Slot, frame: Window) -> Slot:
        """Add what an exact name may stand for where the seat of that name has no such poll."""
        if slot.how not in {"exact", "place"}:
            return slot
        seat = slot.values[0]
        polls = [poll for value in slot.values for poll in self._catalogue.polls(value)]
        held = [poll for poll in polls if frame.takes(poll)]
        if held and (frame.tests or self._recent(held)):
            return slot
        early = self._unborn(polls, frame)
        places = self._catalogue.places(slot.label) if slot.how == "exact" else ()
        others = [other for place in places for other in (place.seat, place.seat_2010) if other]
        words = seat.split("-") if slot.how == "exact" else fold(slot.label).split()
        partial = sorted(self._gazetteer.partial(words, pooled=True) - set(slot.values))
        if early or frame.kind is ElectionKind.BY_ELECTION or not self._recent(polls):
            polled = {
                other: [poll for poll in self._catalogue.polls(other) if frame.takes(poll)]
                for other in (*others, *partial)
            }
            fitting = [other for other, polls in polled.items() if polls] if frame.tests or not held else []
            if not frame.tests:
                fitting = [other for other, polls in polled.items() if self._recent(polls)] or fitting
            if fitting:
                old = slot.values if slot.how == "exact" else ()
                return replace(slot, values=tuple(fitting), how="place", old=old)
        return slot

    def _unborn(self, polls: Sequence[Poll], frame: Window) -> bool:
        """Whether a seat had no poll then but has had one since: another of nearly its name may be meant."""
        if frame.until is None or any(frame.takes(poll) for poll in polls):
            return False
        before = [day for day, _ in polls if day <= frame.until]
        alive = bool(before) and (frame.until - before[-1]).days < _LIFETIME
        return not alive and any(day > frame.until for day, _ in polls)

    def _recent(self, polls: Sequence[Poll]) -> bool:
        """Whether a seat was fought since 2010, as far back as candidates are held."""
        return any(day.year >= 2010 for day, _ in polls)

    def _narrow(self, slot: Slot, frame: Window) -> Slot:
        """Keep the seats that had such a poll; without a time, those of the last general election any had."""
        if len(slot.values) <= 1:
            return slot
        fitting = [s for s in slot.values if any(frame.takes(poll) for poll in self._catalogue.polls(s))]
        seats = fitting or list(slot.values)
        words = fold(slot.label)
        opening = [seat for seat in seats if slot.how == "partial" and seat.replace("-", " ").startswith(words)]
        seats = opening or seats
        if not frame.tests:
            seats = self._latest(seats, frame)
        return replace(slot, values=tuple(seats[:MAX_CHOICES]))

    def _latest(self, seats: Sequence[str], frame: Window) -> list[str]:
        last = {}
        for seat in seats:
            days = [day for day, kind in self._catalogue.polls(seat) if kind is ElectionKind.GENERAL]
            last[seat] = max(days, default=date.min)
        newest = max(last.values())
        if frame.kind is ElectionKind.BY_ELECTION:
            polled = {seat: [day for day, kind in self._catalogue.polls(seat) if kind is frame.kind] for seat in seats}
            recent = [seat for seat in seats if any(day.year >= 2010 for day in polled[seat])]
            return recent or list(seats)
        return [seat for seat in seats if last[seat] == newest]

    def _settle_people(self, slots: Slots, frame: Window) -> None:
        places = {seat for slot in slots.seats for seat in slot.values}
        settled = []
        for slot in slots.people:
            cards = [card for card in map(self._catalogue.person, slot.values) if card]
            fitting = tuple(card.id for card in self._fitting(cards, slot, places, frame))
            settled.append(replace(slot, values=fitting, every=slot.values))
        slots.people = [slot for slot in settled if slot.values]
        if len(slots.seats) == 1 and len(slots.seats[0].values) > 1:
            stood = {
                stand.seat
                for slot in slots.people
                for person in slot.values
                for stand in (self._catalogue.person(person) or _NOBODY).stands
            }
            seats = tuple(seat for seat in slots.seats[0].values if seat in stood)
            if seats:
                slots.seats = [replace(slots.seats[0], values=seats)]

    def _fitting(self, cards: list[PersonCard], slot: Slot, places: set[str], frame: Window) -> list[PersonCard]:
        """Of people of one name, those who stood there and then; of a bare surname, members before others."""
        chosen = cards
        if places:
            there = [card for card in chosen if any(stand.seat in places for stand in card.stands)]
            if not there and slot.how != "surname":
                there = self._namesakes(slot, places)
            if not there and slot.how == "surname":
                members = [card for card in chosen if card.elected]
                return members or chosen
            chosen = there or chosen
        if frame.bound:
            then = [c for c in chosen if any(frame.takes((s.date, s.kind)) for s in c.stands)]
            chosen = then or chosen
        if slot.how == "surname" and len(chosen) > 1:
            if not frame.tests:
                recent = [card for card in chosen if card.stands and card.stands[-1].date.year >= 2010]
                chosen = recent or chosen
            # somebody who stood time and again is asked about as members are
            members = [card for card in chosen if card.elected or (len(card.stands) > 3 and not places)]
            chosen = members or chosen
        return chosen

    def _namesakes(self, slot: Slot, places: set[str]) -> list[PersonCard]:
        """Who stood there under another form of the given name: "Jim Callaghan" for James."""
        words = fold(slot.label).split()
        if len(words) < 2:
            return []
        forms = self._gazetteer.given(words[0])
        names = self._gazetteer.exact([words[-1]]).get(words[-1], [])
        cards = [card for card in map(self._catalogue.person, (n.ref for n in names if n.kind == "person")) if card]
        return [
            card
            for card in cards
            if fold(card.name).split()[0] in forms and any(stand.seat in places for stand in card.stands)
        ]


_NOBODY = PersonCard("", "", "", ())


def slots_times(cover: Cover, kinds: Sequence[str]) -> list[Time]:
    """The times that a cover's spans are taken for."""
    return [span.time for span, kind in zip(cover.spans, kinds, strict=True) if kind == "time" and span.time]


def _belongs(span: Span, at: int, spans: Sequence[Span], kinds: Sequence[str], tokens: Sequence[Token]) -> bool:
    """ "churchill's tories": whose party it was at the time adds nothing to which party is meant."""
    last = tokens[span.end - 1]
    if last.base != last.text and at + 1 < len(spans) and kinds[at + 1] == "party":
        span.filler = True
        return True
    return False


def _meanings(span: Span) -> list[str]:
    """The kinds of thing a span may mean, the likeliest first."""
    found: list[str] = []
    if span.elsewhere:
        return ["elsewhere"]
    exact_seat = span.seat is not None and span.seat.how in {"exact", "welsh"}
    if exact_seat:
        found.append("seat")
    if span.party:
        found.append("party")
    if span.area:
        found.append("area")
    if span.time is not None:
        found.append("time")
    if span.number is not None and not (isinstance(span.time, Year) and span.number.value >= 1800):
        found.append("number")
    if span.person is not None and span.person.how != "surname":
        found.append("person")
    if span.seat is not None and not exact_seat:
        found.append("seat")
    plain = span.filler or span.soft or (span.cues and span.person is not None and span.person.weak)
    if span.person is not None and span.person.how == "surname" and not plain:
        if span.cues and not found:
            found.append("")
        found.append("person")
    return found


def _merge(seats: list[Slot], spans: Sequence[Span], tokens: Sequence[Token]) -> list[Slot]:
    """Neighbouring names that share a seat are one name: "boston" and "skeggy"."""
    merged: list[Slot] = []
    for slot in seats:
        if merged and slot.span - merged[-1].span <= 2:
            both = tuple(seat for seat in merged[-1].values if seat in slot.values)
            if both and (len(merged[-1].values) > 1 or len(slot.values) > 1 or both == slot.values):
                merged[-1] = replace(merged[-1], values=both, label=f"{merged[-1].label} {slot.label}")
                spans[slot.span].filler = True
                continue
        if merged and _restarts(spans[merged[-1].span + 1 : slot.span], tokens):
            merged[-1] = slot
            continue
        merged.append(slot)
    return merged


def _restarts(between: Sequence[Span], tokens: Sequence[Token]) -> bool:
    """ "bristol west, sorry, bristol central": the second name takes the first one's place."""
    words = " ".join(token.text for span in between for token in tokens[span.start : span.end])
    return words in {
        "wait",
        "oops",
        "sorry wait",
        "er",
        "sorry",
        "i mean",
        "i meant",
        "no",
        "no sorry",
        "or rather",
        "no wait",
        "sorry i mean",
        "rather",
    }


def expand(slots: Slots) -> Iterator[tuple[Slots, bool]]:
    """The slots with one seat in each seat slot; the flag says whether there was a choice."""
    choices = [slot.values for slot in slots.seats]
    ambiguous = any(len(values) > 1 for values in choices)
    for count, chosen in enumerate(product(*choices)):
        if count >= MAX_CHOICES:
            return
        seats = [replace(slot, values=(seat,)) for slot, seat in zip(slots.seats, chosen, strict=True)]
        yield replace(slots, seats=seats), ambiguous


__all__ = ["PersonName", "Resolver", "SeatName", "expand", "window"]
