"""From the spans of a cover to slots: which seats and people the names mean, with the facts as witness."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.reading.amounts import Amounts
from bot.reading.anchors import Anchors
from bot.reading.contests_apart import contests_apart
from bot.reading.from_year import from_its_year, may_rank
from bot.reading.gazetteer import Gazetteer
from bot.reading.gone_over import gone_over
from bot.reading.judged import judged_elections
from bot.reading.last_few import last_few
from bot.reading.leaders import Leaders
from bot.reading.left_out import LeftOut
from bot.reading.lexicon import Lexicon
from bot.reading.meanings import (
    is_exact_seat,
    is_led_to,
    is_of_a_member,
    is_rather_a_seat,
    is_set_against,
    meanings,
    owns_a_seat,
    wins_by_elections,
)
from bot.reading.person_names import PersonNames
from bot.reading.reigns import Reigns
from bot.reading.same_contest import stood_together
from bot.reading.seat_names import SeatNames, lies_towards, merge, points
from bot.reading.slots import Slot, Slots
from bot.reading.spans import Cover, Span
from bot.reading.split_dates import in_full
from bot.reading.stepping import stepped
from bot.reading.time_kinds import Day, DayMonth, Side, Time, Year, last_day
from bot.reading.time_kinds import Span as TimeRange
from bot.reading.windows import Window, is_from_today, plain_year, window
from bot.reading.witness import Witness, beside_others, marked
from knowledge.fold import fold
from knowledge.models.elections import ElectionKind
from knowledge.queries.calendar import Calendar
from knowledge.queries.catalogue import Catalogue

_FORMED = timedelta(days=60)
"""A government that an election brings is formed by then; the longest took 47 days."""
_GONE_AFTER = 4
"""Years after its last general election that a party of a shared name may still be meant."""


class Resolver:
    """Turns names into seats and people."""

    def __init__(self, catalogue: Catalogue, gazetteer: Gazetteer, calendar: Calendar, lexicon: Lexicon) -> None:
        self._catalogue = catalogue
        self._calendar = calendar
        self._lexicon = lexicon
        self._corrections = lexicon.groups["corrections"]
        self._plurals = lexicon.groups["by_election_plurals"]
        self._leading = lexicon.groups["leading_to_seat"]
        self._versus = lexicon.groups["versus"]
        self._seats = SeatNames(catalogue, gazetteer, calendar.generals, lexicon.counties)
        self._people = PersonNames(catalogue, gazetteer, calendar, lexicon.english)
        self._anchors = Anchors(catalogue, calendar, lexicon)
        self._leaders = Leaders(calendar, lexicon)
        self._reigns = Reigns(calendar, lexicon.groups)
        self._witness = Witness(catalogue)
        self._amounts = Amounts(catalogue, calendar, lexicon)
        self._left_out = LeftOut(lexicon.groups, calendar.generals)

    def variants(self, cover: Cover, spoken: date | None = None) -> Iterator[Slots]:
        """The ways the cover's spans can be taken, the likeliest first; ``spoken``: the time that was spoken of."""
        choices = [meanings(span) for span in cover.spans]
        self._prefer_people(cover, choices)
        for at, span in enumerate(cover.spans):
            if (
                isinstance(span.time, Year)
                and span.number is not None
                and self._amounts.is_one(cover, span, span.time.year)
            ):
                choices[at] = ["number"]
            elif span.number is not None and self._amounts.is_none(cover, span):
                choices[at] = [kind for kind in choices[at] if kind != "number"]
        first = [kinds[0] if kinds else "" for kinds in choices]
        led = self._led(cover, first, spoken)
        if led is not None:
            yield led
        yield self._slots(cover, first, spoken)
        for at, kinds in enumerate(choices):
            for other in kinds[1:3]:
                if other == "person" and is_rather_a_seat(cover, at) and not self._owns(cover, at):
                    continue
                yield self._slots(cover, [*first[:at], other, *first[at + 1 :]], spoken)

    def _led(self, cover: Cover, first: Sequence[str], spoken: date | None) -> Slots | None:
        """The slots where leaders stand for their parties and elections; None where they do not."""
        named = self._leaders.named(cover)
        if not named or stood_together(cover, named, self._calendar.generals, self._people.cards):
            return None
        kinds = ["" if at in named and kind == "person" else kind for at, kind in enumerate(first)]
        slots = self._slots(cover, kinds, spoken)
        return slots if self._leaders.place(slots, cover, named) else None

    def _prefer_people(self, cover: Cover, choices: list[list[str]]) -> None:
        """A name that is part of a seat's and a surname is a person where that person stood in the other seat named."""
        if not any(kinds[:2] == ["seat", "person"] for kinds in choices):
            return
        for at, kinds in enumerate(choices):
            if kinds[:2] == ["seat", "person"] and (
                self._owns(cover, at)
                or wins_by_elections(cover, at, self._plurals)
                or is_set_against(cover, at, self._versus)
                or self._sat(cover, at)
            ):
                kinds[:] = ["person"]
        frame = window([span.time for span in cover.spans if span.time])
        named = self._seats.beside([s.seat for s in cover.spans if s.seat and not s.person], frame)
        if not named:
            self._prefer_living(cover, choices, frame)
            return
        for span, kinds in zip(cover.spans, choices, strict=True):
            both = kinds[:2] == ["seat", "person"] and not is_led_to(cover, span, self._leading)
            if both and span.person is not None:
                cards = self._people.cards(span.person.ids)
                stood = [stand.date for card in cards for stand in card.stands if stand.seat in named]
                if stood and not self._polled_since(span, max(stood)):
                    kinds[:] = ["person"]

    def _owns(self, cover: Cover, at: int) -> bool:
        """Whether a name is that of a member whose seat is spoken of."""
        return owns_a_seat(cover, at) and self._people.elected(cover.spans[at])

    def _sat(self, cover: Cover, at: int) -> bool:
        """ "is galloway an mp", "galloway mp since when": asked of a member, where no seat of the name is left."""
        span = cover.spans[at]
        gone = is_exact_seat(span) and not self._polled_since(span, self._calendar.generals[-2])
        return is_of_a_member(cover, at, self._lexicon.groups, gone=gone) and self._people.elected(span)

    def _polled_since(self, span: Span, day: date) -> bool:
        """Whether the seat whose full name it is had a poll after a day: "copeland" beside Stoke is no Ida Copeland."""
        if not is_exact_seat(span) or span.seat is None:
            return False
        return any(polled > day for seat in span.seat.seats for polled, _ in self._catalogue.polls(seat))

    def _prefer_living(self, cover: Cover, choices: list[list[str]], frame: Window) -> None:
        """A surname that is a seat's name too, of a time when the seat had no poll and somebody of the name stood."""
        if not frame.tests:
            return
        for at, (span, kinds) in enumerate(zip(cover.spans, choices, strict=True)):
            if kinds[:2] != ["seat", "person"] or span.person is None or span.seat is None:
                continue
            if self._is_of_somebody(span, cover) or is_led_to(cover, span, self._leading):
                continue
            polled = any(frame.takes(poll) for seat in span.seat.seats for poll in self._catalogue.polls(seat))
            # "sunderland votes 2019": the town had several seats then, though none of that name alone
            wide = self._seats.widen(Slot(at, span.seat.seats, span.seat.label, span.seat.how), frame).values
            polled = polled or sum(any(map(frame.takes, self._catalogue.polls(seat))) for seat in wide) > 1
            stands = [stand for card in self._people.cards(span.person.ids) if card.elected for stand in card.stands]
            if not polled and any(frame.takes((stand.date, stand.kind)) for stand in stands):
                kinds[:] = ["person"]

    def _is_of_somebody(self, span: Span, cover: Cover) -> bool:
        """ "cat smith votes lancaster": part of the name of a seat that somebody named in full stood in."""
        words = {token.text for token in cover.tokens[span.start : span.end]}
        full = [other.person for other in cover.spans if other.person is not None and other.person.how != "surname"]
        cards = self._people.cards([id_ for person in full for id_ in person.ids])
        return any(words <= set(stand.seat.split("-")) for card in cards for stand in card.stands)

    def _slots(self, cover: Cover, kinds: Sequence[str], spoken: date | None) -> Slots:
        """The slots where each span is taken for one kind of thing."""
        slots = Slots()
        times = [
            plain_year(span.time, self._calendar)
            for span, kind in zip(cover.spans, kinds, strict=True)
            if kind == "time" and span.time
        ]
        for at, (span, kind) in enumerate(zip(cover.spans, kinds, strict=True)):
            if not (kind or span.term):
                continue
            if (kind == "seat" and self._is_partys_own(at, cover)) or (
                kind == "person" and _is_owner(at, kinds, cover)
            ):
                led = self._leaders.owner(cover, at, times) if kind == "person" else None
                slots.times += [(at, TimeRange(led.since, led.until))] if led else []
                slots.asides += [] if led else [at]
                continue
            if kind == "person":
                self._person(slots, at, cover, times)
            elif kind == "party":
                slots.parties += self._party(at, cover, times, spoken)
            else:
                _add(slots, kind, at, span)
            if span.term:
                slots.terms.append(Slot(at, (span.term,), span.term))
        if may_rank(cover):
            slots.times = from_its_year(slots.times, cover, self._calendar.generals, self._lexicon.groups)
        self._years(slots, cover)
        if "government" in cover.cues:
            slots.times = [(at, self._forming(time)) for at, time in slots.times]
        self._settle(slots, cover, spoken)
        self._left_out.taken(slots, cover)
        return slots

    def _years(self, slots: Slots, cover: Cover) -> None:
        """The years that the times mean, and what stands beside one that is named and adds nothing to it."""
        after = [time.anchor for _, time in slots.times if isinstance(time, Side) and time.side == "after"]
        if len(after) == len(slots.times) > 1 and all(isinstance(each, Year) for each in after):
            # "seats after 2010, after 2015 and after 2017": as each of those elections left them
            slots.times = [(at, time.anchor) for at, time in slots.times if isinstance(time, Side)]
        if any(isinstance(time, Year) for _, time in slots.times):
            # "last year or whenever it was, 2024": the year that is named is meant
            slots.asides += [at for at, time in slots.times if is_from_today(time)]
        slots.times = [(at, plain_year(t, self._calendar)) for at, t in slots.times if at not in slots.asides]
        stepped(slots, cover, self._calendar, self._lexicon)
        if any(isinstance(time.anchor if isinstance(time, Side) else time, Year) for _, time in slots.times):
            slots.asides += [at for at, span in enumerate(cover.spans) if span.cues == ("landslide",)]
            slots.asides += judged_elections(cover, self._lexicon.groups)

    def _person(self, slots: Slots, at: int, cover: Cover, times: Sequence[Time]) -> None:
        """Add somebody named: as the head of a party, as a time at the head of it, or as themselves."""
        followed = self._followers(at, cover, times)
        if followed is not None:
            slots.parties.append(followed)
            slots.asides.append(at + 1)
        elif not self._reigns.placed(slots, at, cover):
            person = cover.spans[at].person
            slots.people += [Slot(at, person.ids, person.label, person.how)] if person else []

    def _forming(self, time: Time) -> Time:
        """ "the government of march 74": the general election that brought it, where none was held in that month."""
        if not isinstance(time, Year) or time.month is None:
            return time
        end = last_day(time)
        brought = [day for day in self._calendar.generals if end and timedelta(0) <= end - day <= _FORMED]
        return Year(brought[-1].year, brought[-1].month) if brought else time

    def _followers(self, at: int, cover: Cover, times: Sequence[Time]) -> Slot | None:
        """ "corbyn's lot", "the blair crowd": the party of a leader."""
        start = cover.spans[at].start
        led = start > 0 and cover.tokens[start - 1].text == "the"
        apart = at + 1 < len(cover.spans) and cover.spans[at + 1].end == cover.spans[at].end + 1
        if not apart or not (led or _owns(cover, cover.spans[at])):
            return None
        return self._leaders.followers(cover, at, times)

    def _is_partys_own(self, at: int, cover: Cover) -> bool:
        """ "galloway's workers party": a surname that is part of a seat's name too, of somebody who stood for it."""
        span = cover.spans[at]
        behind = cover.spans[at + 1] if at + 1 < len(cover.spans) else None
        if span.person is None or span.seat is None or behind is None or not behind.party or not _owns(cover, span):
            return False
        owned = behind.parties or (behind.party,)
        founded = min(filter(None, map(self._catalogue.first_general, owned)), default=None)
        polled = [day for seat in span.seat.seats for day, _ in self._catalogue.polls(seat)]
        if is_exact_seat(span) and (founded is None or max(polled, default=founded) >= founded):
            return False
        cards = self._people.cards(span.person.ids)
        return any(stand.party in owned for card in cards for stand in card.stands)

    def _party(self, at: int, cover: Cover, times: Sequence[Time], spoken: date | None) -> list[Slot]:
        """The party; of several of one name the one that stood then, or without a time the one that stood last.

        Of those that stood together the younger, but in a seat at any time: "libs" are the Liberal Democrats now.
        One that only others of the name are counted with is meant where a seat tells what its candidates were.
        """
        span = cover.spans[at]
        placed = any(other.seat for other in cover.spans)
        if not span.party or not span.parties:
            return [Slot(at, (span.party,), span.party)] if span.party else []
        then = max((day for day in map(last_day, times) if day), default=spoken or self._calendar.today)
        known = [party for party in span.parties if placed or party not in span.lent]
        dated = ((self._catalogue.first_general(party), self._catalogue.last_general(party), party) for party in known)
        lives = [(first, last, party) for first, last, party in dated if first and last]
        standing = [life for life in lives if life[0] <= then and life[1].year >= then.year - _GONE_AFTER]
        best = max(standing or lives, key=lambda life: life[1:2] if placed and not times else life[1::-1], default=None)
        party = best[2] if best else span.party
        return [Slot(at, (party,), party)]

    def _settle(self, slots: Slots, cover: Cover, spoken: date | None) -> None:
        """Which seats, people and days the slots mean, each seen from the others."""
        frame = window([time for _, time in slots.times])
        known = self._people.seats(slots.people)
        seats = [slot if self._stood(slot, known, frame) else self._seats.widen(slot, frame) for slot in slots.seats]
        seats = [marked(slot, cover) for slot in seats]
        seats = merge(seats, cover.spans, cover.tokens, self._corrections, slots.passed)
        slots.seats = beside_others(seats)
        if slots.people:
            places = {seat for slot in slots.seats for seat in slot.values}
            people = [marked(slot, cover) for slot in slots.people]
            leaving = any("leave" in span.cues for span in cover.spans)
            slots.people = self._people.settle(people, places, frame, leaving=leaving)
            slots.people = [self._leaders.foremost(slot, slots.times) for slot in slots.people]
            slots.seats = [self._last_stood(slot, slots, frame) for slot in self._where_they_stood(slots, frame)]
            self._anchors.settle(slots, cover)
        if slots.parties and slots.seats:
            parties = [marked(slot, cover) for slot in slots.parties]
            slots.parties = self._witness.parties(parties, slots.seats, frame, cover)
        contests_apart(slots, cover, self._catalogue, self._lexicon)
        slots.seats = [self._seats.narrow(slot, frame) for slot in slots.seats]
        self._witness.settle(slots, cover)
        slots.times = [(at, self._dated(time, slots, frame, spoken)) for at, time in slots.times]
        slots.times = in_full(slots.times) if len(slots.times) > 1 else slots.times
        last_few(slots, cover, self._catalogue, self._lexicon)
        gone_over(slots, cover, self._catalogue)

    def _stood(self, slot: Slot, known: set[str], frame: Window) -> bool:
        """Whether somebody named stood in a seat, which had such a poll: then it is meant by its name alone."""
        stood = known & set(slot.values)
        if not stood or not (frame.kind is ElectionKind.BY_ELECTION or frame.tests):
            return bool(stood)
        return any(frame.takes(poll) for seat in stood for poll in self._catalogue.polls(seat))

    def _last_stood(self, slot: Slot, slots: Slots, frame: Window) -> Slot:
        """A place that is no seat's full name, of several they stood in: the one where they stood last."""
        if slot.how == "exact" or frame.kind is not None or frame.tests:
            return slot
        words = set(fold(slot.label).split())
        cards = self._people.cards([value for each in slots.people for value in each.values])
        stands = [stand for card in cards for stand in card.stands if words <= set(stand.seat.split("-"))]
        last = max(stands, key=lambda stand: stand.date, default=None)
        return replace(slot, values=(last.seat,), every=slot.values) if last is not None else slot

    def _where_they_stood(self, slots: Slots, frame: Window) -> list[Slot]:
        """One name of several seats, narrowed to those where the people named stood; a place is where they did."""
        if len(slots.seats) != 1:
            return slots.seats
        slot = slots.seats[0]
        everywhere = self._people.seats(slots.people)
        known = slot.how in {"exact", "welsh"} and self._had_poll(slot, frame) and bool(everywhere & set(slot.values))
        if known and len(slot.values) < 2:
            return slots.seats
        stood = self._stood_then(slots, frame) if frame.tests and not known else everywhere
        seats = tuple(seat for seat in slot.values if seat in stood)
        if not (seats or known) and slot.how in {"exact", "place"}:
            words = set(fold(slot.label).split())
            # "bristol east" is no part of Bristol South East
            towards = points(words if slot.how == "exact" else ())
            named = (seat for seat in stood if words <= set(seat.split("-")))
            seats = tuple(sorted(seat for seat in named if lies_towards(seat, towards)))
        return [replace(slot, values=seats)] if seats else slots.seats

    def _stood_then(self, slots: Slots, frame: Window) -> set[str]:
        """Every seat that any of the people named stood in at the time named."""
        cards = [card for slot in slots.people for card in self._people.cards(slot.values)]
        return {stand.seat for card in cards for stand in card.stands if frame.takes((stand.date, stand.kind))}

    def _had_poll(self, slot: Slot, frame: Window) -> bool:
        """Whether any of the seats was contested at the time named."""
        return any(frame.takes(poll) for seat in slot.values for poll in self._catalogue.polls(seat))

    def _dated(self, time: Time, slots: Slots, frame: Window, spoken: date | None) -> Time:
        """A month, or a day of one, without its year: of the year spoken of, else the latest such poll."""
        if not isinstance(time, DayMonth) or any(isinstance(t, Year) for _, t in slots.times):
            return time
        if (
            spoken
            and not time.day
            and any(d.year == spoken.year and d.month == time.month for d in self._calendar.generals)
        ):
            return Year(spoken.year, time.month)
        seats = [seat for slot in slots.seats for seat in slot.values]
        polls = [poll for seat in seats for poll in self._catalogue.polls(seat)]
        if not seats:
            polls += [(day, ElectionKind.BY_ELECTION) for day in self._calendar.by_elections]
            polls += [(day, ElectionKind.GENERAL) for day in self._calendar.generals]
        latest = max((day for day, kind in polls if frame.takes((day, kind))), default=None)
        if latest is None:
            return time
        if (seats and not time.after) or time.day:
            return Day(latest)
        return Year(latest.year, latest.month, "after" if time.after else "latest")


def _is_owner(at: int, kinds: Sequence[str], cover: Cover) -> bool:
    """ "churchill's tories": whose party it was at the time adds nothing to which party is meant."""
    return at + 1 < len(kinds) and kinds[at + 1] == "party" and _owns(cover, cover.spans[at])


def _owns(cover: Cover, span: Span) -> bool:
    """Whether a name ends in a possessive, with an apostrophe or without: "churchill's", "churchills"."""
    last = cover.tokens[span.end - 1]
    family = fold(span.person.label).split()[-1:] if span.person else []
    return last.base != last.text or (last.text.endswith("s") and family == [last.text.removesuffix("s")])


def _add(slots: Slots, kind: str, at: int, span: Span) -> None:
    """Add the slot of a span that needs no more than itself."""
    if kind == "seat" and span.seat:
        slots.seats.append(Slot(at, span.seat.seats, span.seat.label, span.seat.how))
    elif kind == "area" and span.area:
        slots.areas.append(Slot(at, (span.area,), span.area))
    elif kind == "time" and span.time:
        slots.times.append((at, span.time))
    elif kind == "number" and span.number:
        slots.numbers.append((at, span.number))
    elif kind == "elsewhere" and span.elsewhere:
        slots.elsewhere.append(Slot(at, (), span.elsewhere))
