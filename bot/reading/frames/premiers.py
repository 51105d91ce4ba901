"""Prime Ministers in questions of a majority: it may be the seat's or the government's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.reading.frames.conditions import of_digits, operator
from bot.reading.framing import needs
from bot.reading.numbers import Number
from bot.reading.slots import Slot
from bot.reading.time_kinds import Side, Year
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.queries.calendar import FORMED
from knowledge.query import (
    Check,
    Condition,
    ExpectedNumber,
    Figure,
    Governments,
    InYears,
    Measure,
    Operator,
    Query,
    Selection,
    Several,
    Totals,
)

_LARGEST = 325
"""No majority in the Commons is larger than half of the house; one of votes hardly ever is smaller."""


@dataclass(frozen=True, slots=True)
class Premier:
    """Who became or stayed Prime Minister at a general election, and of which party."""

    person: str
    party: str
    election: date


def premier(work: Work) -> Premier | None:
    """The one of that name who was Prime Minister after the general election of the year named."""
    brought = [time.anchor for _, time in work.slots.times if isinstance(time, Side) and time.side == "after"]
    years = [*work.years, *(point for point in brought if isinstance(point, Year))]
    if len(work.people) != 1 or work.seats or len(years) != 1:
        return None
    year = years[0]
    polls = work.calendar.generals_in(year.year, year.month)
    for card in work.catalogue.cards(work.people[0].every or work.people[0].values):
        for led in work.calendar.led(card.name):
            for day in polls:
                formed = day + FORMED
                held = led.since <= formed and (led.until is None or led.until > formed)
                stood = any(stand.date == day for stand in card.stands)
                if led.office == "prime-minister" and held and stood:
                    return Premier(card.id, led.party, day)
    return None


def majorities(work: Work) -> Query | None:
    """A Prime Minister's majority: both are given."""
    found = premier(work)
    if found is None:
        return None
    polled = InYears(years=(found.election.year,), month=work.years[0].month if work.years else None)
    where = work.selection().model_copy(update={"people": (found.person,), "when": polled})
    house = Governments(when=where.when, ask="majority")
    return Several(parts=(Figure(where=where, measures=(Measure.MAJORITY,)), house))


def partys_figures(work: Work, measures: tuple[Measure, ...]) -> Query | None:
    """ "kinnock's share in 87": the party's in the country and the leader's own are both given."""
    if len(work.people) != 1 or work.seats or work.parties or len(work.years) != 1 or work.says("of_one_member"):
        return None
    year = work.years[0]
    polls = work.calendar.generals_in(year.year, year.month)
    cards = work.catalogue.cards(work.people[0].values)
    cards = [card for card in cards if any(stand.date in polls for stand in card.stands)]
    led = [
        (card.id, each.party)
        for card in cards
        for each in work.calendar.led_by((card.id,))
        if each.office == "party-leader" and any(each.on(day) for day in polls)
    ]
    if len(set(led)) != 1 or work.kind is ElectionKind.BY_ELECTION:
        return None
    person, party = led[0]
    where = work.selection().model_copy(update={"people": (person,)})
    polled = InYears(years=(year.year,), month=year.month, kind=ElectionKind.GENERAL)
    whole = Totals(where=Selection(parties=(party,), when=polled), measures=measures)
    return Several(parts=(whole, Figure(where=where, measures=measures)))


_OF_SEATS = frozenset({"seats", "versus", "compare", "how_many", "get", "win", "and", "what", "total", "result"})
"""Cues beside which no more is asked than how many seats a leader's party won."""


@needs("a person")
@needs("no seat named")
@needs("seats")
def seats_of_years(work: Work) -> Query | None:
    """ "thatcher's seat haul, 83 against 87": the party's seats at the elections that somebody fought as its head."""
    years = {year.year for year in work.years}
    if len(work.people) != 1 or work.seats or work.parties or len(years) < 2 or not _OF_SEATS.issuperset(work.hits):
        return None
    if any(work.text(at) in work.group("own_seats") for at in work.hits["seats"]):
        # "thatcher's seat in 83 and 87": where she sat
        return None
    days = [day for day in work.calendar.generals if day.year in years]
    led = [each for each in work.calendar.led_by(work.people[0].values) if each.office == "party-leader"]
    heads = {next((each.party for each in led if each.on(day)), None) for day in days}
    party = heads.pop() if len(heads) == 1 else None
    if party is None or len(days) != len(years) or work.areas or work.kind is ElectionKind.BY_ELECTION:
        return None
    work.take(*_OF_SEATS)
    work.use(work.people)
    work.use_times()
    when = InYears(years=tuple(sorted(years)), kind=ElectionKind.GENERAL)
    return Totals(where=Selection(parties=(party,), when=when), measures=(Measure.SEATS,))


def _governing(work: Work) -> Premier | None:
    """ "labour's 1964 majority was 4": the party named, where it governed after the election of that year."""
    if work.anchored or len(work.parties) != 1 or len(work.years) != 1 or work.areas:
        return None
    if work.says("majorities_held", "indefinite") or not work.words.isdisjoint(("a", "an")):
        # "a tory majority under 100": that of some seat
        return None
    (party,), (year,) = work.parties[0].values, work.years
    polls = work.calendar.generals_in(year.year, year.month)
    formed = ((led, day) for day in polls for led in work.calendar.formed_after(day) if led.party == party)
    return next((Premier(led.person or led.name, party, day) for led, day in formed), None)


@needs("a number")
@needs("majority", "outright")
def claimed_majority(work: Work) -> Query | None:
    """ "wilson's 1964 majority was 4": stated as so, where nothing is asked."""
    asked = work.has("who", "which", "what", "where", "when", "how_many", "how_much", "why", "listing")
    return None if asked or work.says("pointers") else majority_claim(work)


def majority_claim(work: Work) -> Query | None:
    """ "boris johnson's majority in 2019 was 80": so few can only be seats of the house."""
    free = work.free_numbers()
    if not work.has("majority", "outright") or len(free) != 1 or not _is_of_the_house(free[0][1]):
        return None
    found = premier(work) or _governing(work)
    if found is None:
        return None
    at, held = free[0]
    work.used.add(at)
    work.use(work.people)
    work.use(work.parties)
    work.use_times()
    work.take("majority", "outright", "check", "win", "get", "about_number", "seats", "by_how_much", "only", "sure")
    work.take("hold", "closeness", "exactly", "chamber")
    polled = InYears(years=(found.election.year,), month=found.election.month, kind=ElectionKind.GENERAL)
    compared = operator(work)
    work.take("over", "under")
    limits = of_digits(held, compared) if held.unit else ((compared, held.value),)
    about = compared is Operator.EQUAL and not held.unit
    house = (Condition(measure=Measure.COMMONS_MAJORITY, operator=how, value=value) for how, value in limits)
    where = Selection(parties=(found.party,), when=polled)
    return Check(where=where, expect=tuple(ExpectedNumber(condition=each, about=about) for each in house))


def _is_of_the_house(number: Number) -> bool:
    """Whether a majority of so many, or of a number of so many figures, can only be one of seats."""
    if number.unit == "digits":
        return number.value <= len(str(_LARGEST))
    return not number.unit and number.value <= _LARGEST


def of_the_election(work: Work, slot: Slot) -> bool:
    """ "did wilson win the 1950 election": of somebody who led a party at another time, no contest of their own."""
    led = bool(work.calendar.led_by(slot.values))
    return led and work.says("votes_held") and not work.says("theirs", "of_one_member", "several_elections")
