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
_DAY_UNITS = frozenset({"st", "nd", "rd", "th", ""})
_GENERAL_YEARS = frozenset(
    {10, 15, 17, 19, 24, 5, 1, 97, 92, 87, 83, 79, 74, 70, 66, 64, 59, 55, 51, 50, 45, 35, 31, 29}
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
        points = _points(tokens, at, lexicon)
        found += points
        found += _open_ended(tokens, points, lexicon)
        found += _ranges(tokens, points, lexicon)
        found += _sided(tokens, at, lexicon)
        found += _phrases(tokens, at, lexicon)
    return found


def _points(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> list[TimeSpan]:
    """Points of time, and decades, that begin at a token."""
    token = tokens[at]
    if token.kind is TokenKind.DATE and token.day:
        return [TimeSpan(at, at + 1, Day(token.day))]
    if token.kind is TokenKind.YEAR:
        return [TimeSpan(at, at + 1, Year(_full_year(int(token.value))))]
    if token.kind is TokenKind.NUMBER:
        return _number_first(tokens, at, lexicon)
    if token.text in lexicon.forms.months:
        return _month_first(tokens, at, lexicon)
    if token.text in lexicon.forms.decades:
        return [TimeSpan(at, at + 1, _decade(lexicon.forms.decades[token.text]))]
    return []


def _decade(start: int) -> Span:
    """The ten years from ``start``."""
    return Span(date(start, 1, 1), date(start + 9, 12, 31))


def _number_first(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> list[TimeSpan]:
    """ "the 1980s", "12 June", "12 June 2019", "2019"."""
    token = tokens[at]
    value = int(token.value)
    if token.unit == "s" and value % 10 == 0 and (FIRST_YEAR <= value <= LAST_YEAR or 10 <= value <= 90):
        return [TimeSpan(at, at + 1, _decade(value if value > 100 else 1900 + value))]
    found: list[TimeSpan] = []
    if _is_day_of_month(token):
        end = at + (2 if _text(tokens, at + 1) == "of" else 1)
        month = lexicon.forms.months.get(_text(tokens, end))
        if month:
            found += _dated(tokens, at, end + 1, DayMonth(value, month), lexicon)
    year = _year_at(tokens, at, lexicon, loose=False)
    if year:
        found.append(TimeSpan(at, at + 1, Year(year)))
    return found


def _month_first(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> list[TimeSpan]:
    """ "June", "June 2019", "June 12", "June 12 2019"."""
    month = lexicon.forms.months[tokens[at].text]
    found: list[TimeSpan] = []
    if _is_month(tokens, at, lexicon):
        found.append(TimeSpan(at, at + 1, DayMonth(0, month)))
    end = at + (2 if _text(tokens, at + 1) == "of" else 1)
    year = _year_at(tokens, end, lexicon, loose=True)
    if year:
        found.append(TimeSpan(at, end + 1, Year(year, month)))
    if at + 1 < len(tokens) and _is_day_of_month(tokens[at + 1]):
        found += _dated(tokens, at, at + 2, DayMonth(int(tokens[at + 1].value), month), lexicon)
    return found


def _is_day_of_month(token: Token) -> bool:
    """Whether a token may be the day in a date."""
    whole = token.kind is TokenKind.NUMBER and token.text.isdigit()
    return whole and token.unit in _DAY_UNITS and 1 <= int(token.value) <= 31


def _is_month(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a lone month is one: "may" and "march", words of their own, need a neighbour to make them one."""
    groups, name = lexicon.groups, tokens[at].text
    led = at > 0 and tokens[at - 1].text in groups["month_leads"]
    followed = name in groups["followed_months"] and _text(tokens, at + 1) in groups["month_followers"]
    return name not in groups["doubtful_months"] or led or followed


def _dated(tokens: Sequence[Token], start: int, end: int, found: DayMonth, lexicon: Lexicon) -> list[TimeSpan]:
    """A day and month, and the date in full where a year follows."""
    spans = [TimeSpan(start, end, found)]
    year = _year_at(tokens, end, lexicon, loose=True)
    day = _date(year, found.month, found.day) if year else None
    if day:
        spans.append(TimeSpan(start, end + 1, Day(day)))
    return spans


def _open_ended(tokens: Sequence[Token], points: Sequence[TimeSpan], lexicon: Lexicon) -> list[TimeSpan]:
    """ "2010 onwards"."""
    return [
        TimeSpan(point.start, point.end + 1, Side("since", point.time))
        for point in points
        if isinstance(point.time, Year | Day) and _text(tokens, point.end) in lexicon.groups["onwards"]
    ]


def _ranges(tokens: Sequence[Token], points: Sequence[TimeSpan], lexicon: Lexicon) -> list[TimeSpan]:
    """ "2010-2019", "2010 to 2019", "between 2010 and 2019"."""
    found = []
    for point in points:
        if not isinstance(point.time, Year | Day):
            continue
        between = point.start > 0 and tokens[point.start - 1].text in lexicon.groups["range_leads"]
        for other in _range_ends(tokens, point.end, lexicon, between=between):
            since, until = first_day(point.time), last_day(other.time)
            if since and until and since < until:
                found.append(TimeSpan(point.start - between, other.end, Span(since, until)))
    return found


def _range_ends(tokens: Sequence[Token], at: int, lexicon: Lexicon, *, between: bool) -> list[TimeSpan]:
    """The points of time that a range goes to, ``at`` being behind the one it comes from."""
    dashed = at < len(tokens) and tokens[at].dashed and not between
    if _text(tokens, at) in lexicon.groups["range_joints"] or (between and _text(tokens, at) == "and"):
        at += 1
    elif not (dashed and tokens[at].kind is TokenKind.NUMBER and _is_dash(tokens, at)):
        return []
    ends = _points(tokens, at, lexicon) if at < len(tokens) else []
    year = _year_at(tokens, at, lexicon, loose=True) if dashed and not ends else None
    return [TimeSpan(at, at + 1, Year(year))] if year else ends


def _is_dash(tokens: Sequence[Token], at: int) -> bool:
    """Whether the dash before a number joins two years rather than anything else."""
    left, right = tokens[at - 1], tokens[at]
    return left.kind is TokenKind.NUMBER and len(left.text) == 4 and len(right.text) in {2, 4}


def _sided(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> list[TimeSpan]:
    """ "since 2010", "before the 2015 election", "prior to 2010"."""
    sides = lexicon.forms.sides
    pair = sides.get(f"{tokens[at].text} {_text(tokens, at + 1)}")
    side = pair or sides.get(tokens[at].text)
    if side is None:
        return []
    start = at + (2 if pair else 1)
    if _text(tokens, start) == "the":
        start += 1
    points = _points(tokens, start, lexicon) if start < len(tokens) else []
    return [
        TimeSpan(at, point.end, Side(side, point.time))
        for point in points
        if isinstance(point.time, Year | Day | DayMonth)
    ]


def _phrases(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> list[TimeSpan]:
    """Words of the lexicon that are eras, kinds of election or relative times."""
    found = []
    words = ""
    for end in range(at, min(at + MAX_PHRASE, len(tokens))):
        if tokens[end].kind not in (TokenKind.WORD, TokenKind.NUMBER):
            break
        word = tokens[end].text + (tokens[end].unit if tokens[end].unit in _DAY_UNITS else "")
        words = f"{words} {word}" if words else word
        if words not in lexicon.openings:
            break
        era = lexicon.eras.get(words)
        if era:
            found.append(TimeSpan(at, end + 1, Span(*era)))
        for cue in lexicon.cues.get(words, ()):
            if cue == "by_election":
                found.append(TimeSpan(at, end + 1, KindOf(ElectionKind.BY_ELECTION)))
            elif cue == "general_election":
                found.append(TimeSpan(at, end + 1, KindOf(ElectionKind.GENERAL)))
            elif cue in _WORDS:
                found.append(TimeSpan(at, end + 1, Word(cue)))
    return found


def _text(tokens: Sequence[Token], at: int) -> str:
    """The word at a position, or nothing beyond the ends."""
    return tokens[at].text if 0 <= at < len(tokens) else ""


def _year_at(tokens: Sequence[Token], at: int, lexicon: Lexicon, *, loose: bool) -> int | None:
    """The year at a token: four digits always, two digits where a neighbour says so (``loose``: after a month)."""
    if not 0 <= at < len(tokens):
        return None
    token = tokens[at]
    if token.kind is TokenKind.YEAR:
        return _full_year(int(token.value))
    if token.kind is not TokenKind.NUMBER or token.unit or not token.text.isdigit():
        return None
    value = int(token.text)
    if token.end - token.start > len(token.text):
        # "2,017 votes": the comma is gone from the text, and no year is written with one
        return None
    if len(token.text) == 4:
        return value if FIRST_YEAR <= value <= LAST_YEAR else None
    if len(token.text) == 2 and (loose or _is_short_year(tokens, at, lexicon)):
        return _full_year(value)
    return None


def _is_short_year(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether two figures are a year: by the words beside them, or as a general election's that count nothing."""
    groups, value = lexicon.groups, int(tokens[at].text)
    lead, following = _text(tokens, at - 1), _text(tokens, at + 1)
    if lead in groups["election_leads"] or following in groups["general_marks"]:
        return True
    by_elections = [i for i in range(len(tokens)) if _is_by_election(tokens, i, lexicon)]
    if at + 1 in by_elections and lead not in groups["count_leads"]:
        return value > 9
    if value not in _GENERAL_YEARS and not by_elections:
        return False
    if lead in groups["year_leads"]:
        return True
    if lead in groups["count_leads"]:
        # "won by 10"
        return False
    if at + 1 == len(tokens) or following in groups["versus"]:
        return True
    dated = any(token.kind is TokenKind.NUMBER and len(token.text) == 4 and not token.unit for token in tokens)
    counted = following in groups["counted"]
    return value > 9 and at > 0 and not (dated or counted or tokens[at - 1].kind is TokenKind.NUMBER)


def _is_by_election(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether words at a position say one by-election: "by-election", never "by-elections"."""
    one, two = _text(tokens, at), f"{_text(tokens, at)} {_text(tokens, at + 1)}"
    return any("by_election" in lexicon.cues.get(words, ()) and not words.endswith("s") for words in (one, two))


def _full_year(value: int) -> int:
    """A year of four figures: those up to 40 are of this century, as no election past it is asked about."""
    if value >= 100:
        return value
    return 2000 + value if value < 50 and value <= 40 else 1900 + value


def _date(year: int | None, month: int, day: int) -> date | None:
    """A date, unless there is no such day."""
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
