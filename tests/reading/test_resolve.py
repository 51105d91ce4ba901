"""Which seats and people the names mean, with the facts and the other words as witness."""

from __future__ import annotations

from datetime import date

import pytest

from bot.reading.each_choice import expand
from bot.reading.reader import Reader
from bot.reading.resolve import Resolver
from bot.reading.slots import Slots
from bot.reading.time_kinds import Day, DayMonth, KindOf, Side, Time, Word, Year
from bot.reading.time_kinds import Span as TimeRange
from bot.reading.windows import window
from knowledge.models.elections import ElectionKind

GENERAL, BY = ElectionKind.GENERAL, ElectionKind.BY_ELECTION


def slots(reader: Reader, resolver: Resolver, text: str) -> Slots:
    """The likeliest slots of a question."""
    tokens, breaks, _ = reader.tokens(text)
    return next(resolver.variants(reader.cover(tokens, breaks)))


def seats(reader: Reader, resolver: Resolver, text: str) -> set[str]:
    """The seats that the one place named may mean."""
    (slot,) = slots(reader, resolver, text).seats
    return set(slot.values)


def names(reader: Reader, resolver: Resolver, text: str) -> set[str]:
    """The names of the people that the one name may mean."""
    (slot,) = slots(reader, resolver, text).people
    return {card.name for card in map(reader.catalogue.person, slot.values) if card}


@pytest.mark.parametrize(
    ("text", "seat"),
    [
        ("bath", "bath"),
        ("wells", "wells"),
        ("richmond park", "richmond-park"),
        ("manchester gorton", "manchester-gorton"),
        ("perth", "perth-and-kinross-shire"),
        ("boston and skeggy", "boston-and-skegness"),
    ],
)
def test_an_exact_name_wins(reader: Reader, resolver: Resolver, text: str, seat: str) -> None:
    assert seats(reader, resolver, text) == {seat}


STOKE = {"stoke-on-trent-central", "stoke-on-trent-north", "stoke-on-trent-south"}


@pytest.mark.parametrize(
    ("text", "among"),
    [
        ("stoke", STOKE),
        ("stoke 2017", STOKE),
        ("stoke general election", STOKE),
        ("richmond", {"richmond-park", "richmond-and-northallerton"}),
        ("hull", {"kingston-upon-hull-east", "kingston-upon-hull-north-and-cottingham"}),
        ("newcastle", {"newcastle-under-lyme", "newcastle-upon-tyne-north"}),
        ("st helens", {"st-helens-north", "st-helens-south-and-whiston"}),
        ("oldham by-election", {"oldham-east-and-saddleworth", "oldham-west-and-royton"}),
    ],
)
def test_a_shared_name_means_all_that_share_it(reader: Reader, resolver: Resolver, text: str, among: set[str]) -> None:
    assert among <= seats(reader, resolver, text)


@pytest.mark.parametrize(
    ("text", "seat"),
    [
        ("stoke by-election", "stoke-on-trent-central"),
        ("stoke 2017 by-election", "stoke-on-trent-central"),
        ("stoke february 2017", "stoke-on-trent-central"),
        ("richmond by-election", "richmond-park"),
    ],
)
def test_the_other_words_may_leave_one(reader: Reader, resolver: Resolver, text: str, seat: str) -> None:
    assert seats(reader, resolver, text) == {seat}


@pytest.mark.parametrize(
    ("text", "seat"),
    [
        ("whitehaven", "whitehaven-and-workington"),
        ("whitehaven 2024", "whitehaven-and-workington"),
        ("whitehaven 2019", "copeland"),
        ("whitehaven by-election", "copeland"),
        ("whitehaven 1970", "whitehaven"),
        ("penzance 2019", "st-ives"),
    ],
)
def test_towns_lead_to_the_seat_of_the_time(reader: Reader, resolver: Resolver, text: str, seat: str) -> None:
    assert seats(reader, resolver, text) == {seat}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("harrison copeland", "Trudy Harrison"),
        ("snell stoke", "Gareth Snell"),
        ("snell", "Gareth Snell"),
        ("anderson ashfield", "Lee Anderson"),
        ("david davies monmouth", "David Davies"),
        ("nuttall stoke", "Paul Nuttall"),
        ("goldsmith richmond", "Zac Goldsmith"),
    ],
)
def test_a_surname_is_whoever_stood_there(reader: Reader, resolver: Resolver, text: str, name: str) -> None:
    assert names(reader, resolver, text) == {name}


def test_a_person_leaves_the_seat_where_they_stood(reader: Reader, resolver: Resolver) -> None:
    assert seats(reader, resolver, "snell stoke") == {"stoke-on-trent-central"}
    assert seats(reader, resolver, "goldsmith richmond") == {"richmond-park"}


def test_a_bare_surname_means_members_first(reader: Reader, resolver: Resolver) -> None:
    (slot,) = slots(reader, resolver, "smith").people
    cards = [card for card in map(reader.catalogue.person, slot.values) if card]
    assert len(cards) > 5
    assert all(card.elected or len(card.stands) > 3 for card in cards)
    assert set(slot.values) < set(slot.every)


def test_people_of_one_name_stay_apart(reader: Reader, resolver: Resolver) -> None:
    (davies,) = slots(reader, resolver, "david davies").people
    assert len(davies.values) == 2
    (wood,) = slots(reader, resolver, "mike wood").people
    assert len(wood.values) == 2
    (at_dudley,) = slots(reader, resolver, "mike wood dudley south").people
    assert len(at_dudley.values) == 1


def test_a_month_without_its_year_is_that_of_the_latest_such_poll(reader: Reader, resolver: Resolver) -> None:
    assert slots(reader, resolver, "copeland february").times == [(1, Day(date(2017, 2, 23)))]
    assert [time for _, time in slots(reader, resolver, "copeland february 2017").times] == [Year(2017, 2)]


def test_places_elsewhere_are_kept_apart(reader: Reader, resolver: Resolver) -> None:
    found = slots(reader, resolver, "who won paris")
    assert [slot.label for slot in found.elsewhere] == ["Paris"]
    assert found.seats == []


def test_choices_are_put_one_at_a_time(reader: Reader, resolver: Resolver) -> None:
    single = list(expand(slots(reader, resolver, "bath majority")))
    assert [choice for _, choice in single] == [False]
    chosen = list(expand(slots(reader, resolver, "stoke majority")))
    assert {slot.values for one, _ in chosen for slot in one.seats} == {(seat,) for seat in STOKE}
    assert all(choice for _, choice in chosen)


POLLS = [
    (date(2015, 5, 7), GENERAL),
    (date(2017, 2, 23), BY),
    (date(2017, 6, 8), GENERAL),
    (date(2019, 12, 12), GENERAL),
]


@pytest.mark.parametrize(
    ("times", "taken"),
    [
        ([], [0, 1, 2, 3]),
        ([Year(2017)], [1, 2]),
        ([Year(2017), KindOf(BY)], [1]),
        ([Year(2017, 6)], [2]),
        ([Year(2015), Year(2019)], [0, 3]),
        ([Day(date(2017, 2, 23))], [1]),
        ([DayMonth(0, 2)], [1]),
        ([DayMonth(8, 6)], [2]),
        ([TimeRange(date(2016, 1, 1), date(2018, 1, 1))], [1, 2]),
        ([TimeRange(None, date(2016, 1, 1))], [0]),
        ([Side("since", Year(2017))], [1, 2, 3]),
        ([Side("after", Year(2017))], [3]),
        ([Side("before", Year(2017))], [0]),
        ([Side("until", Year(2017))], [0, 1, 2]),
        ([Side("before", DayMonth(0, 2))], [0, 1, 2, 3]),
        ([KindOf(GENERAL)], [0, 2, 3]),
        ([KindOf(GENERAL), KindOf(BY)], [0, 1, 2, 3]),
        ([Word("latest_by")], [1]),
        ([Word("now")], [0, 1, 2, 3]),
    ],
)
def test_windows(times: list[Time], taken: list[int]) -> None:
    frame = window(times)
    assert [at for at, poll in enumerate(POLLS) if frame.takes(poll)] == taken
    assert frame.bound == bool(frame.tests or frame.kind)
