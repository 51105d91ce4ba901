"""Words of time: years, dates, months, decades, ranges, kinds of election and relative words, as typed spans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.reading.lexicon import MAX_PHRASE, Lexicon
from bot.reading.scan import Token, TokenKind
from knowledge.models.elections import ElectionKind

FIRST_YEAR, LAST_YEAR = 1800, 2040
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb", "febuary", "feburary"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
_DECADES = {
    "twenties": 1920,
    "thirties": 1930,
    "forties": 1940,
    "fifties": 1950,
    "sixties": 1960,
    "seventies": 1970,
    "eighties": 1980,
    "nineties": 1990,
    "noughties": 2000,
}
_DAY_UNITS = frozenset({"st", "nd", "rd", "th", ""})
_YEAR_LEADS = frozenset(
    {"in", "at", "since", "from", "after", "before", "until", "ge", "of", "by", "and", "v", "vs", "to"}
)
_GENERAL_YEARS = frozenset(
    {10, 15, 17, 19, 24, 5, 1, 97, 92, 87, 83, 79, 74, 70, 66, 64, 59, 55, 51, 50, 45, 35, 31, 29}
)


_COUNT_LEADS = frozenset(
    {"top", "by", "over", "under", "than", "least", "most", "first", "last", "exactly", "about", "to"}
)
_COUNTED = frozenset(
    [
        "seats",
        "votes",
        "points",
        "percent",
        "smallest",
        "largest",
        "biggest",
        "closest",
        "safest",
        "most",
        "by",
        "mps",
        "candidates",
        "parties",
        "times",
        "lowest",
        "highest",
        "tightest",
        "marginal",
        "narrowest",
        "by-elections",
        "constituencies",
        "gains",
        "losses",
        "holds",
        "women",
        "per",
        "years",
        "people",
    ]
)


@dataclass(frozen=True, slots=True)
class Year:
    """A year, or a month of it."""

    year: int
    month: int | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """A date in full."""

    day: date


@dataclass(frozen=True, slots=True)
class DayMonth:
    """A date without its year, or only a month (``day`` 0)."""

    day: int
    month: int


@dataclass(frozen=True, slots=True)
class Span:
    """From the start of ``since`` to the end of ``until``; an open end is None."""

    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class Side:
    """Before or after a time: a bound or an anchor, as the frame needs it."""

    side: Literal["before", "after", "since", "until"]
    anchor: Year | Day | DayMonth


@dataclass(frozen=True, slots=True)
class KindOf:
    """By-election or general election named."""

    kind: ElectionKind


@dataclass(frozen=True, slots=True)
class Word:
    """A relative word: ``latest``, ``latest_by``, ``previous``, ``following``, ``that_year``, ``now`` ..."""

    word: str


Time = Year | Day | DayMonth | Span | Side | KindOf | Word

_WORDS = (
    "latest",
    "latest_by",
    "previous",
    "following",
    "that_year",
    "this_year",
    "this_parliament",
    "now",
    "all_time",
)


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """Tokens ``start`` to ``end`` (excluded) read as ``time``."""

    start: int
    end: int
    time: Time


def find_times(tokens: Sequence[Token], lexicon: Lexicon) -> list[TimeSpan]:
    """Every way a run of tokens can be read as time, overlapping ones included."""
    found: list[TimeSpan] = []
    for at in range(len(tokens)):
        points = _points(tokens, at)
        found += points
        found += [
            TimeSpan(point.start, point.end + 1, Side("since", point.time))
            for point in points
            if isinstance(point.time, Year | Day) and _text(tokens, point.end) in {"onwards", "onward"}
        ]
        found += _ranges(tokens, points)
        found += _sided(tokens, at, lexicon)
        found += _phrases(tokens, at, lexicon)
    return found


def _points(tokens: Sequence[Token], at: int) -> list[TimeSpan]:
    token = tokens[at]
    if token.kind is TokenKind.DATE and token.day:
        return [TimeSpan(at, at + 1, Day(token.day))]
    if token.kind is TokenKind.YEAR:
        return [TimeSpan(at, at + 1, Year(_full_year(int(token.value))))]
    if token.kind is TokenKind.NUMBER:
        return _number_first(tokens, at)
    if token.text in _MONTHS:
        return _month_first(tokens, at)
    if token.text in _DECADES:
        start = _DECADES[token.text]
        return [TimeSpan(at, at + 1, Span(date(start, 1, 1), date(start + 9, 12, 31)))]
    return []


def _number_first(tokens: Sequence[Token], at: int) -> list[TimeSpan]:
    token, found = tokens[at], []
    value = int(token.value)
    if token.unit == "s" and value % 10 == 0 and (FIRST_YEAR <= value <= LAST_YEAR or 10 <= value <= 90):
        start = value if value > 100 else 1900 + value
        return [TimeSpan(at, at + 1, Span(date(start, 1, 1), date(start + 9, 12, 31)))]
    if token.unit in _DAY_UNITS and 1 <= value <= 31 and token.text.isdigit():
        skip = 1 if _text(tokens, at + 1) == "of" else 0
        month = _MONTHS.get(_text(tokens, at + 1 + skip))
        if month:
            end = at + 2 + skip
            found.append(TimeSpan(at, end, DayMonth(value, month)))
            year = _year_at(tokens, end, loose=True)
            day = _date(year, month, value) if year else None
            if day:
                found.append(TimeSpan(at, end + 1, Day(day)))
    year = _year_at(tokens, at, loose=False)
    if year:
        found.append(TimeSpan(at, at + 1, Year(year)))
    return found


def _month_first(tokens: Sequence[Token], at: int) -> list[TimeSpan]:
    token = tokens[at]
    month = _MONTHS[token.text]
    found = []
    before = _text(tokens, at - 1) if at else ""
    following = _text(tokens, at + 1)
    # "may" and "march" are words of their own: a month needs a neighbour that makes it one
    if len(token.text) > 3 or token.text != "may":
        lone = token.text not in {"may", "march", "mar"} or before in {"in", "of", "last", "since"}
        if lone:
            found.append(TimeSpan(at, at + 1, DayMonth(0, month)))
    elif before in {"in", "of", "last", "since"} or following in {"by", "byelection", "byelections"}:
        found.append(TimeSpan(at, at + 1, DayMonth(0, month)))
    skip = 1 if following == "of" else 0
    year = _year_at(tokens, at + 1 + skip, loose=True)
    if year:
        found.append(TimeSpan(at, at + 2 + skip, Year(year, month)))
    if at + 1 < len(tokens) and tokens[at + 1].kind is TokenKind.NUMBER and tokens[at + 1].unit in _DAY_UNITS:
        number = int(tokens[at + 1].value)
        if 1 <= number <= 31:
            found.append(TimeSpan(at, at + 2, DayMonth(number, month)))
            comma = 1 if _text(tokens, at + 2) == "," else 0
            year = _year_at(tokens, at + 2 + comma, loose=True)
            day = _date(year, month, number) if year else None
            if day:
                found.append(TimeSpan(at, at + 3 + comma, Day(day)))
    return found


def _ranges(tokens: Sequence[Token], points: list[TimeSpan]) -> list[TimeSpan]:
    """ "2010-2019", "2010 to 2019", "between 2010 and 2019"."""
    found = []
    for point in points:
        if not isinstance(point.time, Year | Day):
            continue
        between = tokens[point.start - 1].text in {"between", "from"} if point.start else False
        joint = point.end
        dashed = joint < len(tokens) and tokens[joint].dashed and not between
        if _text(tokens, joint) in {"to", "until", "till", "through"} or (between and _text(tokens, joint) == "and"):
            joint += 1
        elif not (dashed and tokens[joint].kind is TokenKind.NUMBER and _is_dash(tokens, joint)):
            continue
        ends = _points(tokens, joint) if joint < len(tokens) else []
        if dashed and not ends:
            year = _year_at(tokens, joint, loose=True)
            ends = [TimeSpan(joint, joint + 1, Year(year))] if year else []
        for other in ends:
            since, until = first_day(point.time), last_day(other.time)
            if since and until and since < until:
                start = point.start - (1 if between else 0)
                found.append(TimeSpan(start, other.end, Span(since, until)))
    return found


def _is_dash(tokens: Sequence[Token], at: int) -> bool:
    left, right = tokens[at - 1], tokens[at]
    return left.kind is TokenKind.NUMBER and len(left.text) == 4 and len(right.text) in {2, 4}


def _sided(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> list[TimeSpan]:
    """ "since 2010", "before the 2015 election", "after 2010"."""
    sides: dict[str, Literal["before", "after", "since", "until"]] = {
        "since": "since",
        "from": "since",
        "after": "after",
        "post": "after",
        "before": "before",
        "until": "until",
        "till": "until",
        "pre": "before",
    }
    length, side = 1, sides.get(_text(tokens, at))
    if _text(tokens, at) == "prior" and _text(tokens, at + 1) == "to":
        length, side = 2, "before"
    if _text(tokens, at) == "up" and _text(tokens, at + 1) in {"to", "until", "till"}:
        length, side = 2, "until"
    if side is None:
        return []
    start = at + length
    if _text(tokens, start) == "the":
        start += 1
    points = _points(tokens, start) if start < len(tokens) else []
    return [
        TimeSpan(at, point.end, Side(side, point.time))
        for point in points
        if isinstance(point.time, Year | Day | DayMonth)
    ]


def _phrases(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> list[TimeSpan]:
    found = []
    words: list[str] = []
    for end in range(at, min(at + MAX_PHRASE, len(tokens))):
        if tokens[end].kind not in (TokenKind.WORD, TokenKind.NUMBER):
            break
        words.append(tokens[end].text + (tokens[end].unit if tokens[end].unit in _DAY_UNITS else ""))
        era = lexicon.eras.get(" ".join(words))
        if era:
            found.append(TimeSpan(at, end + 1, Span(*era)))
        for cue in lexicon.cues.get(" ".join(words), ()):
            if cue == "by_election":
                found.append(TimeSpan(at, end + 1, KindOf(ElectionKind.BY_ELECTION)))
            elif cue == "general_election":
                found.append(TimeSpan(at, end + 1, KindOf(ElectionKind.GENERAL)))
            elif cue in _WORDS:
                found.append(TimeSpan(at, end + 1, Word(cue)))
    return found


def _text(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) else ""


def _year_at(tokens: Sequence[Token], at: int, *, loose: bool) -> int | None:
    """The year at a token: four digits always, two digits where a neighbour says so (``loose``: after a month)."""
    if not 0 <= at < len(tokens):
        return None
    token = tokens[at]
    if token.kind is TokenKind.YEAR:
        return _full_year(int(token.value))
    if token.kind is not TokenKind.NUMBER or token.unit or not token.text.isdigit():
        return None
    value = int(token.text)
    if len(token.text) == 4:
        return value if FIRST_YEAR <= value <= LAST_YEAR else None
    if len(token.text) != 2:
        return None
    if loose:
        return _full_year(value)
    lead = _text(tokens, at - 1)
    last = at + 1 == len(tokens) or tokens[at + 1].kind is TokenKind.BREAK
    if value in _GENERAL_YEARS and (lead in _YEAR_LEADS - {"by", "and", "of"} or last):
        return _full_year(value)
    following = _text(tokens, at + 1)
    if lead in {"in", "ge", "since", "election", "elec", "byelection", "elections"} or following in {"ge", "general"}:
        return _full_year(value)
    if value in _GENERAL_YEARS and following in {"v", "vs", "versus"}:
        return _full_year(value)
    dated = any(token.kind is TokenKind.NUMBER and len(token.text) == 4 and not token.unit for token in tokens)
    counted = dated or lead in _COUNT_LEADS or following in _COUNTED or (at and tokens[at - 1].kind is TokenKind.NUMBER)
    return _full_year(value) if value in _GENERAL_YEARS and value > 9 and at and not counted else None


def _full_year(value: int) -> int:
    if value >= 100:
        return value
    return 2000 + value if value < 50 and value <= 40 else 1900 + value


def _date(year: int | None, month: int, day: int) -> date | None:
    try:
        return date(year or 0, month, day)
    except ValueError:
        return None


def first_day(time: Time) -> date | None:
    """The first day that a point of time takes in."""
    if isinstance(time, Year):
        return date(time.year, time.month or 1, 1)
    return time.day if isinstance(time, Day) else None


def last_day(time: Time) -> date | None:
    """The last day that a point of time takes in."""
    if isinstance(time, Year):
        if time.month is None or time.month == 12:
            return date(time.year, 12, 31)
        return date.fromordinal(date(time.year, time.month + 1, 1).toordinal() - 1)
    return time.day if isinstance(time, Day) else None
