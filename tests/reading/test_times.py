"""Words of time, in every form that people type."""

from __future__ import annotations

import re
from datetime import date

import pytest

from bot.reading.lexicon import Lexicon
from bot.reading.scan import clean, scan, strip
from bot.reading.time_kinds import Day, DayMonth, KindOf, Nth, Side, Span, Time, Word, Year, first_day, last_day
from bot.reading.times import find_times
from knowledge.models.elections import ElectionKind


def times(text: str, lexicon: Lexicon) -> list[tuple[str, Time]]:
    """The words read as time in ``text``, each with its reading; the longest first."""
    tokens, _, _ = strip(scan(clean(text)))
    found = sorted(find_times(tokens, lexicon), key=lambda span: span.start - span.end)
    return [(" ".join(token.text for token in tokens[span.start : span.end]), span.time) for span in found]


def longest(text: str, lexicon: Lexicon) -> Time | None:
    """The reading of the longest run of words read as time."""
    found = times(text, lexicon)
    return found[0][1] if found else None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2017-02-23", date(2017, 2, 23)),
        ("23/02/2017", date(2017, 2, 23)),
        ("23/2/17", date(2017, 2, 23)),
        ("23 february 2017", date(2017, 2, 23)),
        ("23rd february 2017", date(2017, 2, 23)),
        ("23rd of february 2017", date(2017, 2, 23)),
        ("23 feb 2017", date(2017, 2, 23)),
        ("23 feb 17", date(2017, 2, 23)),
        ("23 feb '17", date(2017, 2, 23)),
        ("february 23 2017", date(2017, 2, 23)),
        ("february 23rd, 2017", date(2017, 2, 23)),
        ("Feb 23, 2017", date(2017, 2, 23)),
        ("1st may 1997", date(1997, 5, 1)),
        ("3 May 1979", date(1979, 5, 3)),
        ("12 december 2019", date(2019, 12, 12)),
        ("2 sept 2020", date(2020, 9, 2)),
        ("14 dec 18", date(2018, 12, 14)),
        ("28 feb 74", date(1974, 2, 28)),
        ("23 febuary 2017", date(2017, 2, 23)),
    ],
)
def test_dates(lexicon: Lexicon, text: str, day: date) -> None:
    assert longest(text, lexicon) == Day(day)


@pytest.mark.parametrize(
    ("text", "day", "month"),
    [
        ("23 february", 23, 2),
        ("23rd of feb", 23, 2),
        ("feb 23rd", 23, 2),
        ("4 july", 4, 7),
        ("in february", 0, 2),
        ("february", 0, 2),
        ("in may", 0, 5),
        ("last may", 0, 5),
        ("may by-election", 0, 5),
    ],
)
def test_dates_without_a_year(lexicon: Lexicon, text: str, day: int, month: int) -> None:
    assert DayMonth(day, month) in [time for _, time in times(text, lexicon)]


@pytest.mark.parametrize("text", ["theresa may maidenhead", "may votes 2017 maidenhead", "who did may beat"])
def test_theresa_may_is_no_month(lexicon: Lexicon, text: str) -> None:
    assert not [time for _, time in times(text, lexicon) if isinstance(time, DayMonth)]


@pytest.mark.parametrize("text", ["30 february 2017", "31/02/2017", "february 31 2017"])
def test_a_date_that_never_was_is_no_day(lexicon: Lexicon, text: str) -> None:
    assert not [time for _, time in times(text, lexicon) if isinstance(time, Day)]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2017", 2017),
        ("1918", 1918),
        ("in 2017", 2017),
        ("'17", 2017),
        ("’45", 1945),
        ("ge17", 2017),
        ("GE2019", 2019),
        ("ge 17", 2017),
        ("bath in 17", 2017),
        ("bath 17", 2017),
        ("bath in 97", 1997),
        ("bath 97", 1997),
        ("bath in 45", 1945),
        ("bath in 24", 2024),
        ("in 23", 2023),
        ("17 general", 2017),
        ("election 12", 2012),
        ("since 79", 1979),
        ("15 v 17", 2015),
    ],
)
def test_years(lexicon: Lexicon, text: str, year: int) -> None:
    assert Year(year) in [time for _, time in times(text, lexicon)]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("nineteen sixty six", 1966),
        ("twenty fifteen", 2015),
        ("two thousand and five", 2005),
        ("oh five", 2005),
        ("peterborough sixty six", 1966),
        ("orpington 62", 1962),
        ("fulham east '33", 1933),
    ],
)
def test_years_in_words_and_of_the_last_century(lexicon: Lexicon, text: str, year: int) -> None:
    assert [time for _, time in times(text, lexicon) if isinstance(time, Year)][-1] == Year(year)


@pytest.mark.parametrize("text", ["first election of 1974", "1st general election in 74", "the first 1974 election"])
def test_the_first_election_of_a_year(lexicon: Lexicon, text: str) -> None:
    assert Nth(1974, 1) in [time for _, time in times(text, lexicon)]


@pytest.mark.parametrize("text", ["sixty six votes", "over sixty six", "seventy percent"])
def test_counted_words_are_no_years(lexicon: Lexicon, text: str) -> None:
    assert not [time for _, time in times(text, lexicon) if isinstance(time, Year)]


@pytest.mark.parametrize(
    "text",
    [
        "top 10 majorities",
        "by 17 votes",
        "under 45 percent",
        "the 10 smallest",
        "over 50 seats",
        "exactly 31 votes",
        "10 closest",
        "lost 12 seats",
        "17% of the vote",
        "bath 16",
        "17th",
    ],
)
def test_numbers_that_are_no_years(lexicon: Lexicon, text: str) -> None:
    assert not [time for _, time in times(text, lexicon) if isinstance(time, Year)]


@pytest.mark.parametrize("text", ["1799", "2147", "9999", "0017"])
def test_four_digits_far_from_any_election_are_no_year(lexicon: Lexicon, text: str) -> None:
    assert times(text, lexicon) == []


@pytest.mark.parametrize(
    ("text", "year", "month"),
    [
        ("february 1974", 1974, 2),
        ("feb 74", 1974, 2),
        ("feb '74", 1974, 2),
        ("october of 1974", 1974, 10),
        ("oct 1974", 1974, 10),
        ("may 2021", 2021, 5),
        ("march 1966", 1966, 3),
        ("june 17", 2017, 6),
    ],
)
def test_months_of_a_year(lexicon: Lexicon, text: str, year: int, month: int) -> None:
    assert Year(year, month) in [time for _, time in times(text, lexicon)]


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("2010-2019", date(2010, 1, 1), date(2019, 12, 31)),
        ("2010–2019", date(2010, 1, 1), date(2019, 12, 31)),
        ("2010-19", date(2010, 1, 1), date(2019, 12, 31)),
        ("2010 to 2019", date(2010, 1, 1), date(2019, 12, 31)),
        ("from 2010 to 2019", date(2010, 1, 1), date(2019, 12, 31)),
        ("between 2010 and 2019", date(2010, 1, 1), date(2019, 12, 31)),
        ("from 1997 until 2010", date(1997, 1, 1), date(2010, 12, 31)),
        ("between '97 and '10", date(1997, 1, 1), date(2010, 12, 31)),
        ("between feb 1974 and oct 1974", date(1974, 2, 1), date(1974, 10, 31)),
        ("the 1980s", date(1980, 1, 1), date(1989, 12, 31)),
        ("80s", date(1980, 1, 1), date(1989, 12, 31)),
        ("the eighties", date(1980, 1, 1), date(1989, 12, 31)),
        ("the twenties", date(1920, 1, 1), date(1929, 12, 31)),
        ("noughties", date(2000, 1, 1), date(2009, 12, 31)),
        ("2010s", date(2010, 1, 1), date(2019, 12, 31)),
    ],
)
def test_ranges_and_decades(lexicon: Lexicon, text: str, since: date, until: date) -> None:
    assert longest(text, lexicon) == Span(since, until)


def test_two_years_that_are_compared_are_no_range(lexicon: Lexicon) -> None:
    assert not [time for _, time in times("2010 and 2015", lexicon) if isinstance(time, Span)]
    assert not [time for _, time in times("2019 to 2010", lexicon) if isinstance(time, Span)]


def test_every_era_is_read(lexicon: Lexicon) -> None:
    assert lexicon.eras
    for words, (since, until) in lexicon.eras.items():
        if re.search(r"[a-z]\d", words):
            continue  # letters and figures written together are read apart, as in "ge17"
        # an election that bears a name is a day
        era = Day(since) if since is not None and since == until else Span(since, until)
        assert era in [time for _, time in times(words, lexicon)], words
        assert since is not None or until is not None, words
        assert since is None or until is None or since <= until, words


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("since 2010", Side("since", Year(2010))),
        ("from 2010", Side("since", Year(2010))),
        ("after 2010", Side("after", Year(2010))),
        ("before 2010", Side("before", Year(2010))),
        ("prior to 2010", Side("before", Year(2010))),
        ("until 2010", Side("until", Year(2010))),
        ("up to 2010", Side("until", Year(2010))),
        ("up until 2010", Side("until", Year(2010))),
        ("pre 2010", Side("before", Year(2010))),
        ("post 2010", Side("after", Year(2010))),
        ("before the 2015 election", Side("before", Year(2015))),
        ("since may 2010", Side("since", Year(2010, 5))),
        ("before 23 february 2017", Side("before", Day(date(2017, 2, 23)))),
    ],
)
def test_before_and_since(lexicon: Lexicon, text: str, side: Side) -> None:
    assert side in [time for _, time in times(text, lexicon)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("by-election", ElectionKind.BY_ELECTION),
        ("by election", ElectionKind.BY_ELECTION),
        ("byelection", ElectionKind.BY_ELECTION),
        ("bye-election", ElectionKind.BY_ELECTION),
        ("by-elections", ElectionKind.BY_ELECTION),
        ("general election", ElectionKind.GENERAL),
        ("GE", ElectionKind.GENERAL),
        ("general", ElectionKind.GENERAL),
    ],
)
def test_kinds_of_election(lexicon: Lexicon, text: str, kind: ElectionKind) -> None:
    assert KindOf(kind) in [time for _, time in times(text, lexicon)]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("last time", "latest"),
        ("the latest", "latest"),
        ("last by-election", "latest_by"),
        ("the election before", "previous"),
        ("that year", "that_year"),
        ("this year", "this_year"),
        ("this parliament", "this_parliament"),
        ("now", "now"),
        ("ever", "all_time"),
        ("of all time", "all_time"),
    ],
)
def test_relative_words(lexicon: Lexicon, text: str, word: str) -> None:
    found = [time for _, time in times(text, lexicon)]
    assert Word(word) in found


def test_first_and_last_days() -> None:
    assert (first_day(Year(2017)), last_day(Year(2017))) == (date(2017, 1, 1), date(2017, 12, 31))
    assert (first_day(Year(2024, 2)), last_day(Year(2024, 2))) == (date(2024, 2, 1), date(2024, 2, 29))
    assert (first_day(Year(1974, 12)), last_day(Year(1974, 12))) == (date(1974, 12, 1), date(1974, 12, 31))
    assert first_day(Day(date(2017, 2, 23))) == last_day(Day(date(2017, 2, 23))) == date(2017, 2, 23)
    assert first_day(Word("now")) is None
    assert last_day(DayMonth(0, 2)) is None
