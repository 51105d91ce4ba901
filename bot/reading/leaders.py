"""Leaders who stand for their party and time: "the attlee landslide" is Labour at the general election of 1945."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from bot.reading.inversion import asks_behind
from bot.reading.lexicon import Lexicon
from bot.reading.slots import Slot, Slots
from bot.reading.spans import Cover, Span
from bot.reading.time_kinds import Day, KindOf, Side, Time, Word, Year
from knowledge.queries.catalogue import Calendar, Led

_HANDED_OVER = timedelta(days=30)
"""Days within which a general election changes who governs."""

_TELLING = frozenset({"came_in", "went_out", "went_to_poll"})
"""Cues that tell which of a leader's elections is meant."""
_A_FEW = 100
_HOUSE = 707
"""The most seats that the House of Commons has had."""
_AT_A_TIME = frozenset({*_TELLING, "win", "beat"})
"""Cues of what a leader did, where that only says when: "... when blair won"."""
_OF_A_PERSON = frozenset({"say", "quote", "called_it", "career", "replace", "predecessor", "how_long"})
"""Cues of what is asked of a person alone."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A leader named, and the general election that is meant."""

    at: int
    party: str
    day: date
    dated: bool
    """Whether a year of the question says which election it is."""


class Leaders:
    """Tells which party and election the name of a leader stands for in a question of the whole country."""

    def __init__(self, calendar: Calendar, lexicon: Lexicon) -> None:
        self._calendar = calendar
        self._groups = lexicon.groups
        self._heads: dict[str, list[Led]] = {}
        for led in calendar.leaders:
            if led.office == "party-leader" and led.person:
                self._heads.setdefault(led.person, []).append(led)
        self._premiers = [led for led in calendar.leaders if led.office == "prime-minister" and led.person]

    def named(self, cover: Cover) -> Mapping[int, Sequence[Led]]:
        """The spans that name a leader, each with the times at the head of a party that they may mean.

        None where the words are of one person's own contests: a seat is named, or somebody who led nothing.
        """
        found: dict[int, Sequence[Led]] = {}
        for at, span in enumerate(cover.spans):
            if span.person is not None and not (span.time or span.party or span.area or span.cues or span.filler):
                led = self._led(span)
                if not led:
                    return {}
                found[at] = led
            elif span.seat is not None or span.elsewhere:
                return {}
            elif isinstance(span.time, Year) and (mistaken := self._month(span, cover)):
                found[at] = mistaken
        return found if found and self._is_of_the_country(cover, found) else {}

    def foremost(self, slot: Slot, times: Sequence[tuple[int, Time]]) -> Slot:
        """Of several people of a surname the one who led a party at the general election of the year named."""
        years = [time for _, time in times if isinstance(time, Year)]
        if slot.how != "surname" or len(slot.values) < 2 or len(years) != 1:
            return slot
        led = [person for person in slot.values if self._elections(self._heads.get(person, ()), years[0])]
        return replace(slot, values=tuple(led)) if len(led) == 1 else slot

    def followers(self, cover: Cover, at: int, times: Sequence[Time]) -> Slot | None:
        """ "corbyn's lot": the party that a leader named had then; without a time, the one they led last."""
        span = cover.spans[at]
        behind = cover.tokens[span.end].text if span.end < len(cover.tokens) else ""
        if span.person is None or behind not in self._groups["followers"]:
            return None
        years = [time.year for time in times if isinstance(time, Year)]
        led = [each for each in self._led(span) if not years or each.within(min(years), max(years))]
        last = max(led, key=lambda each: each.since, default=None)
        return Slot(at, (last.party,), last.party) if last is not None else None

    def owner(self, cover: Cover, at: int, times: Sequence[Time]) -> Led | None:
        """ "corbyn's labour": the time at the head of the party named behind; None beside another time."""
        if not all(isinstance(time, KindOf | Word) for time in times):
            return None
        behind = cover.spans[at + 1]
        led = [each for each in self._led(cover.spans[at]) if each.party == behind.party]
        return max(led, key=lambda each: each.since, default=None)

    def _led(self, span: Span) -> list[Led]:
        """When the people of a name led a party."""
        assert span.person is not None
        return [led for person in span.person.ids for led in self._heads.get(person, ())]

    def _month(self, span: Span, cover: Cover) -> list[Led]:
        """ "may 17" where no poll was held in that month: a leader of that name."""
        time = span.time
        if not isinstance(time, Year) or time.month is None:
            return []
        polls = (*self._calendar.generals, *self._calendar.by_elections)
        if any((day.year, day.month) == (time.year, time.month) for day in polls):
            return []
        surname = cover.tokens[span.start].text
        return [led for led in self._calendar.led(surname) if led.office == "party-leader"]

    def _is_of_the_country(self, cover: Cover, named: Mapping[int, Sequence[Led]]) -> bool:
        """Whether the words ask what a party did in the whole country rather than what a person did in a seat."""
        words = _words(cover)
        cues = cover.cues
        if self._is_heading(cover, named):
            return False
        if all(self._calls(cover, at) for at in named):
            return True
        if not cues & (_OF_A_PERSON | {"leader", "pm"}) and all(self._is_a_time(cover, at) for at in named):
            return True
        totals = any("seats" in span.cues and span.end - span.start > 1 for span in cover.spans)
        if cues & _OF_A_PERSON or (not totals and words & self._groups["of_one_member"]):
            return False
        if cues & {"leader", "pm"} and not cues & {"seats", "votes", "share"}:
            return False
        if cues == {"seats"} and not totals and not any(span.time for span in cover.spans):
            # "callaghan's seats" are those he sat for
            return False
        parties = {span.party for span in cover.spans if span.party}
        if parties:
            # "tory seats when wilson got in": of any party, at the time of a leader; "reform nigel farage majority":
            # whoever never governed has one in their own seat alone
            headed = "majority" not in cues or any(self._governed_ever(at, cover) for at in named)
            return headed and all(
                self._is_a_time(cover, at) or any(led.party in parties for led in times) for at, times in named.items()
            )
        asked = cover.tokens[0].text in self._groups["verb_openers"] or asks_behind(cover.tokens, self._groups)
        asked = asked or ("check" in cues and not any(span.number and not span.time for span in cover.spans))
        claimed = "majority" in cues and (asked or _had_one(cover, words))
        # "did heath win most votes": of all parties
        claimed = claimed or (asked and "highest" in cues and bool(cues & {"seats", "votes"}))
        if self._is_of_a_premier(cover, named) or self._put_in(cover, named):
            return True
        if (
            claimed
            or _of_the_party(cover, self._groups["theirs"])
            or words & self._groups["of_the_country"]
            or totals
            or "landslide" in cues
            or len(named) > 1
        ):
            return True
        return bool(words & self._groups["of_all_members"]) and not cues & {"which", "where", "listing"}

    def _is_of_a_premier(self, cover: Cover, named: Mapping[int, Sequence[Led]]) -> bool:
        """Whether what is said of somebody who governed is hardly of their own seat: a swing, why they lost, 326."""
        cues = cover.cues
        nth = any(span.number and span.number.unit == "ordinal" for span in cover.spans) and "majority" in cues
        if nth or _won_and_lost(cover) or _said_of_a_house(cover):
            return True
        dated = any(isinstance(span.time, Year) for span in cover.spans)
        lost = dated and {"why", "lose"} <= cues
        return (lost or "swing" in cues) and all(self._governed_ever(at, cover) for at in named)

    def _governed_ever(self, at: int, cover: Cover) -> bool:
        """Whether anybody of the name in a span was Prime Minister."""
        person = cover.spans[at].person
        return person is None or any(led.person in person.ids for led in self._premiers)

    def _is_heading(self, cover: Cover, named: Mapping[int, Sequence[Led]]) -> bool:
        """ "nuttall, about ukip's time": what somebody said of something."""
        behind = cover.spans[0].end
        topic = cover.tokens[behind : behind + 1]
        return 0 in named and any(token.text in self._groups["heading"] and token.text != "on" for token in topic)

    def _put_in(self, cover: Cover, named: Mapping[int, Sequence[Led]]) -> list[int]:
        """ "what share put thatcher in": the verb, which says no more than that the party won."""
        texts = [token.text for token in cover.tokens]
        found = []
        for at in named:
            span = cover.spans[at]
            verb = at > 0 and "put" in cover.spans[at - 1].cues
            if verb and texts[span.end : span.end + 1] and texts[span.end] in self._groups["put_in"]:
                found.append(at - 1)
        return found

    def place(self, slots: Slots, cover: Cover, named: Mapping[int, Sequence[Led]]) -> bool:
        """Put the parties and elections of the leaders into the slots; whether they are known for certain."""
        slots.times = [
            (at, Year(time.year) if at in named and isinstance(time, Year) else time) for at, time in slots.times
        ]
        standing = self._standing(slots, cover, named)
        if standing is None:
            return False
        timed = all(each.dated for each in standing)
        parties = {value for slot in slots.parties for value in slot.values}
        if parties and not parties >= {each.party for each in standing if not self._is_a_time(cover, each.at)}:
            return False
        placed: list[date] = []
        for each in standing:
            slots.asides.append(each.at)
            if not parties and not self._is_a_time(cover, each.at):
                slots.parties.append(Slot(each.at, (each.party,), each.party))
            if not each.dated and each.day not in placed:
                year = Year(each.day.year, each.day.month)
                slots.times.append((each.at, Side("after", Day(each.day)) if self._since(cover, each.at) else year))
                placed.append(each.day)
        slots.asides += [*self._telling(cover, named, timed=timed), *self._put_in(cover, named)]
        slots.times.sort(key=lambda found: found[0])
        slots.parties.sort(key=lambda slot: slot.span)
        return True

    def _telling(self, cover: Cover, named: Mapping[int, Sequence[Led]], *, timed: bool) -> list[int]:
        """The words that only tell which election is meant: "the blair landslide", "... when brown went"."""
        found = []
        both = _won_and_lost(cover)
        for at, span in enumerate(cover.spans):
            behind = at - 1 in named
            a_time = behind and self._is_a_time(cover, at - 1)
            telling = _AT_A_TIME if a_time else _TELLING
            told = behind and (a_time or not timed) and bool(telling & set(span.cues))
            led = at + 1 in named and _text(cover, span) in self._groups["afterwards"]
            if (
                told
                or (behind and self._calls(cover, at - 1))
                or not {"landslide", "leader", "pm"}.isdisjoint(span.cues)
                or (led and self._is_a_time(cover, at + 1))
                or (both and not {"win", "lose"}.isdisjoint(span.cues))
            ):
                found.append(at)
        return found

    def _is_a_time(self, cover: Cover, at: int) -> bool:
        """ "the year thatcher first got in": whose coming or going says when, and no more."""
        start = cover.spans[at].start
        behind = cover.spans[at + 1].cues if at + 1 < len(cover.spans) else ()
        lead = cover.tokens[start - 1].text if start else ""
        if at > 1 and "beat" in cover.spans[at - 1].cues:
            # "when cameron beat brown": whoever was beaten says no more
            return self._is_a_time(cover, at - 2)
        return self._calls(cover, at) or (lead in self._groups["at_a_time"] and bool(_AT_A_TIME & set(behind)))

    def _calls(self, cover: Cover, at: int) -> bool:
        """ "the election may called": one that they went into as Prime Minister, not when it was."""
        start, end = cover.spans[at].start, cover.spans[at].end
        lead = cover.tokens[start - 1].text if start else ""
        called = cover.tokens[end : end + 1]
        named = lead in self._groups["elections_called"] and any(t.text in self._groups["calling"] for t in called)
        return named and "when" not in cover.cues

    def _since(self, cover: Cover, at: int) -> bool:
        """ "by-elections since starmer got in": all of the time from then on, not those of that day."""
        start = cover.spans[at].start
        return "by_election" in cover.cues and cover.tokens[start - 1].text in self._groups["afterwards"]

    def _standing(self, slots: Slots, cover: Cover, named: Mapping[int, Sequence[Led]]) -> list[Standing] | None:
        """Each leader with the election meant; None where that is not certain for all."""
        # what is of a stretch of time is told by that
        points = [self._brought(time) for _, time in slots.times]
        if not all(isinstance(time, Year | KindOf | Word) for time in points):
            return None
        years = [time for time in points if isinstance(time, Year)]
        if len(years) == len(named) + 1 and _won_and_lost(cover):
            return self._of_both(named, years)
        if years and len(years) not in (1, len(named)):
            return None
        found = []
        at_times = any(self._is_a_time(cover, at) for at in named)
        together = len(named) > 1 and not years and (not at_times or "beat" in cover.cues)
        shared = self._shared(named) if together else None
        for n, (at, times) in enumerate(named.items()):
            year = years[min(n, len(years) - 1)] if years else None
            led = self._elections(times, year)
            dated = year is not None and bool(led)
            led = led or self._undated(times, cover)
            if self._is_a_time(cover, at) and _wins(cover, at + 1):
                led = [each for each in led if self._governed(*each)]
            if shared is not None:
                led = [each for each in led if each[0] == shared]
            meant = led if len(led) == 1 or dated else self._told_apart(led, cover, slots)
            if len(meant) != 1:
                return None
            day, party = meant[0]
            found.append(Standing(at, party, day, dated))
        if years and not any(each.dated for each in found):
            return None
        return found

    def _undated(self, times: Sequence[Led], cover: Cover) -> list[tuple[date, str]]:
        """ "did starmer get fewer votes than corbyn in 2019": the year is the other's, if not beside "v"."""
        return [] if "versus" in cover.cues else self._elections(times, None)

    def _of_both(self, named: Mapping[int, Sequence[Led]], years: Sequence[Year]) -> list[Standing] | None:
        """The one leader at two elections of one party: "attlee got more losing in 1951 than winning in 1945"."""
        (at, times), *others = named.items()
        meant = [self._elections(times, year) for year in years]
        parties = {party for led in meant for _, party in led}
        if others or len(parties) != 1 or any(len(led) != 1 for led in meant):
            return None
        day, party = meant[0][0]
        return [Standing(at, party, day, dated=True)]

    def _brought(self, time: Time) -> Time:
        """ "after 1945": the general election of that year."""
        if not isinstance(time, Side) or time.side != "after" or not isinstance(time.anchor, Year):
            return time
        anchor = time.anchor
        return anchor if any(day.year == anchor.year for day in self._calendar.generals) else time

    def _shared(self, named: Mapping[int, Sequence[Led]]) -> date | None:
        """The general election that all the leaders fought, the latest of several: "thatcher v foot"."""
        fought = [{day for day, _ in self._elections(times, None)} for times in named.values()]
        common = set.intersection(*fought)
        return max(common, default=None)

    def _elections(self, times: Sequence[Led], year: Year | None) -> list[tuple[date, str]]:
        """The general elections (of a year) that fall into times at the head of a party."""
        days = self._calendar.generals
        if year is not None:
            days = tuple(day for day in days if day.year == year.year and year.month in (None, day.month))
        return list(dict.fromkeys((day, led.party) for led in times for day in days if led.on(day)))

    def _told_apart(self, led: Sequence[tuple[date, str]], cover: Cover, slots: Slots) -> list[tuple[date, str]]:
        """Of several elections the one that other words tell: a landslide, coming in, going out, the third term."""
        nth = [(at, int(number.value)) for at, number in slots.numbers if number.unit == "ordinal"]
        if len(nth) == 1:
            won = [(day, party) for day, party in led if self._governed(day, party)]
            (at, n), counted = nth[0], won if not self._groups["of_a_win"].isdisjoint(_words(cover)) else led
            slots.asides += [at, *(i for i, span in enumerate(cover.spans) if _text(cover, span) == "term")]
            return list(counted[n - 1 : n])
        cues = cover.cues
        if any(self._calls(cover, at) for at in range(len(cover.spans))):
            return [(day, party) for day, party in led if self._governed(day, party, on=day - timedelta(days=1))]
        if "landslide" in cues:
            most = dict(self._calendar.majorities)
            mine = [(day, party) for day, party in led if day in most and self._governed(day, party)]
            return [max(mine, key=lambda found: most[found[0]])] if mine else []
        if "came_in" in cues:
            return [found for found in led if self._changed(found, came=True)][:1]
        if "went_out" in cues:
            return [found for found in led if self._changed(found, came=False)][-1:]
        return []

    def _governed(self, day: date, party: str, *, on: date | None = None) -> bool:
        """Whether a party's leader was Prime Minister once an election was settled, or ``on`` a day."""
        after = on or day + _HANDED_OVER
        return any(led.party == party and led.on(after) for led in self._premiers)

    def _changed(self, found: tuple[date, str], *, came: bool) -> bool:
        """Whether an election brought a party's leader into office, or out of it."""
        day, party = found
        edges = (led.since if came else led.until for led in self._premiers if led.party == party)
        return any(edge is not None and day <= edge <= day + _HANDED_OVER for edge in edges)


def _words(cover: Cover) -> frozenset[str]:
    """Every word of the question."""
    return frozenset(token.text for token in cover.tokens)


def _had_one(cover: Cover, words: frozenset[str]) -> bool:
    """ "so wilson had a majority": said of the house, where no number of votes is."""
    counted = any(span.number and not span.time for span in cover.spans)
    return "had" in words and not counted and not any({"what", "which", "how_much"} & set(s.cues) for s in cover.spans)


def _of_the_party(cover: Cover, theirs: frozenset[str]) -> bool:
    """ "the total for his party"."""
    texts = [token.text for token in cover.tokens]
    return any(a in theirs and b == "party" for a, b in pairwise(texts))


def _won_and_lost(cover: Cover) -> bool:
    """ "more votes losing in 1951 than winning in 1945": of the country, as who loses it mostly keeps a seat."""
    cues = cover.cues
    if not {"win", "lose", "than"} <= cues or cues.isdisjoint(("votes", "share", "seats")):
        return False
    return sum(isinstance(span.time, Year) for span in cover.spans) == 2


def _said_of_a_house(cover: Cover) -> bool:
    """ "did may reach 326 in 2017": so many are the seats of a party, and never the votes of somebody who led it."""
    numbers = [span.number for span in cover.spans if span.number and not span.time]
    few = len(numbers) == 1 and not numbers[0].unit and _A_FEW < numbers[0].value <= _HOUSE
    return few and "get" in cover.cues and cover.cues.isdisjoint(("votes", "majority", "ahead", "beat", "by_how_much"))


def _wins(cover: Cover, at: int) -> bool:
    """Whether the span says of whoever stands before it that they won the election, and no more."""
    told = set(cover.spans[at].cues) & _AT_A_TIME if at < len(cover.spans) else set()
    return bool(told) and told <= {"win", "beat"}


def _text(cover: Cover, span: Span) -> str:
    """The words of a span."""
    return " ".join(token.text for token in cover.tokens[span.start : span.end])
