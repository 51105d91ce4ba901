"""Words of time: years, dates, months, decades, ranges, kinds of election and relative words, as typed spans."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.reading.feasts import MOVABLE, feast
from bot.reading.lexicon import MAX_PHRASE, TIME_CUES, Lexicon
from bot.reading.numbers import NUMBER_LEADS, ORDINALS, worded
from bot.reading.scan import Token, TokenKind
from bot.reading.short_years import FIRST_YEAR, LAST_YEAR, full_year, is_dash, text_at
from bot.reading.time_kinds import (
    Day,
    DayMonth,
    KindOf,
    Later,
    Nth,
    Past,
    Side,
    Span,
    TimeSpan,
    Word,
    Year,
    first_day,
    last_day,
)
from bot.reading.years import worded_year, year_at
from knowledge.models.elections import ElectionKind

_DAY_UNITS = frozenset({"st", "nd", "rd", "th", ""})
_LEADS = NUMBER_LEADS | MOVABLE | {"oh", "o"}
"""Words that a year in words or a feast can begin with."""
_SIDE_WORDS = 5
"""The longest phrase before a time that bounds it: "in the aftermath of"."""
_MOST_YEARS = 150
"""No more years up to today are meant by a number of them."""


def find_times(tokens: Sequence[Token], lexicon: Lexicon) -> list[TimeSpan]:
    """Every way a run of tokens can be read as time, overlapping ones included."""
    found: list[TimeSpan] = []
    for at, token in enumerate(tokens):
        if not may_be_time(token, lexicon):
            continue
        if token.kind is not TokenKind.WORD or token.text in _LEADS or token.text in lexicon.date_leads:
            points = _points(tokens, at, lexicon)
            found += points
            found += _open_ended(tokens, points, lexicon)
            found += _ranges(tokens, points, lexicon)
            found += _nth(tokens, at, lexicon)
            found += _later(tokens, at, lexicon)
        if token.text in lexicon.groups["past_leads"]:
            found += _past(tokens, at, lexicon)
        if token.text in lexicon.side_leads:
            found += _sided(tokens, at, lexicon)
        found += _phrases(tokens, at, lexicon)
    return found


def may_be_time(token: Token, lexicon: Lexicon) -> bool:
    """Whether words of time may begin with a token."""
    return token.kind is not TokenKind.WORD or token.text in _LEADS or token.text in lexicon.time_leads


def _later(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> list[TimeSpan]:
    """ "two years later", "5 yrs before", "a year on"."""
    count = lexicon.forms.counts.get(tokens[at].text) or _small(tokens[at])
    if not count or text_at(tokens, at + 1) not in lexicon.groups["year_words"]:
        return []
    side = text_at(tokens, at + 2)
    if side not in lexicon.groups["later_words"] | lexicon.groups["earlier_words"]:
        return []
    end = at + (4 if text_at(tokens, at + 3) == "that" else 3)
    return [TimeSpan(at, end, Later(count if side in lexicon.groups["later_words"] else -count))]


def _past(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> list[TimeSpan]:
    """ "the last 15 years", "over the past two decades": up to today, unless they are somebody's, or of some time."""
    number = worded(tokens, at + 1) if at + 1 < len(tokens) else None
    count = _small(tokens[at + 1]) if at + 1 < len(tokens) else 0
    end = at + 2
    if not count and number is not None and not number.unit:
        count, end = int(number.value), number.end
    elif not count:
        count = lexicon.forms.counts.get(text_at(tokens, at + 1), 0)
        end += text_at(tokens, end) == "of"
    if text_at(tokens, at + 1) in lexicon.groups["decade_words"]:
        count, end = 1, at + 1
    unit = text_at(tokens, end)
    if unit in lexicon.groups["decade_words"]:
        count *= 10
    elif unit not in lexicon.groups["year_words"]:
        return []
    start = at - (text_at(tokens, at - 1) == "the") if at else at
    led = start == 0 or tokens[start - 1].text in lexicon.groups["past_openings"] or start < at
    led = led or (end + 1 == len(tokens) and tokens[start - 1].text not in lexicon.groups["lasting_leads"])
    if not 1 < count < _MOST_YEARS or not led or text_at(tokens, end + 1) in lexicon.groups["past_of"]:
        return []
    start -= start > 0 and tokens[start - 1].text in lexicon.groups["throughout"]
    return [TimeSpan(start, end + 1, Past(count))]


def _small(token: Token) -> int:
    """A number of years in figures."""
    return int(token.text) if token.kind is TokenKind.NUMBER and token.text.isdigit() and len(token.text) < 3 else 0


def _points(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> list[TimeSpan]:
    """Points of time, and decades, that begin at a token."""
    token = tokens[at]
    if token.kind is TokenKind.DATE and token.day:
        return [TimeSpan(at, at + 1, Day(token.day))]
    if token.kind is TokenKind.YEAR:
        return [TimeSpan(at, at + 1, Year(full_year(int(token.value))))]
    if token.kind is TokenKind.NUMBER:
        return _number_first(tokens, at, lexicon)
    kept = feast(tokens, at, lexicon)
    if kept is not None:
        # "may day 2025" too
        return [TimeSpan(at, kept[1], Day(kept[0]))]
    if token.text in lexicon.forms.months:
        return _month_first(tokens, at, lexicon)
    said = worded_year(tokens, at, lexicon)
    if said is not None:
        return [TimeSpan(at, said[1], Year(said[0]))]
    if token.text in lexicon.forms.decades:
        return [TimeSpan(at, at + 1, _decade(lexicon.forms.decades[token.text]))]
    return []


def _nth(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> list[TimeSpan]:
    """ "first election of 74", "the second 1974 general election"."""
    token = tokens[at]
    nth = ORDINALS.get(token.text) or (int(token.value) if token.unit in {"st", "nd"} else 0)
    if nth not in (1, 2):
        return []
    words = [word.text for word in tokens[at + 1 : at + 6]]
    named = _election_words(words)
    if named:
        end = at + 1 + named + (1 if words[named : named + 1] in (["of"], ["in"]) else 0)
        year = year_at(tokens, end, lexicon, loose=True)
        return [TimeSpan(at, end + 1, Nth(year, nth))] if year else []
    year = year_at(tokens, at + 1, lexicon, loose=True)
    named = _election_words(words[1:])
    return [TimeSpan(at, at + 2 + named, Nth(year, nth))] if year and named else []


def _election_words(words: Sequence[str]) -> int:
    """How many words at the beginning say "general election"."""
    general = 1 if words[:1] == ["general"] else 0
    if words[general : general + 1] and words[general] in {"election", "elections", "poll", "contest"}:
        return general + 1
    return 1 if words[:1] == ["ge"] else 0


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
        end = at + (2 if text_at(tokens, at + 1) == "of" else 1)
        month = lexicon.forms.months.get(text_at(tokens, end))
        if month:
            found += _dated(tokens, at, end + 1, DayMonth(value, month), lexicon)
    year = year_at(tokens, at, lexicon, loose=False)
    if year:
        found.append(TimeSpan(at, at + 1, Year(year)))
    return found


def _month_first(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> list[TimeSpan]:
    """ "June", "June 2019", "June 12", "June 12 2019"."""
    month = lexicon.forms.months[tokens[at].text]
    found: list[TimeSpan] = []
    if _is_month(tokens, at, lexicon):
        found.append(TimeSpan(at, at + 1, DayMonth(0, month)))
    if at and tokens[at - 1].text in lexicon.groups["next_words"]:
        found.append(TimeSpan(at - 1, at + 1, DayMonth(0, month, after=True)))
    end = at + (2 if text_at(tokens, at + 1) == "of" else 1)
    year = year_at(tokens, end, lexicon, loose=True)
    part = at > 0 and tokens[at - 1].text in lexicon.groups["month_parts"]
    found += [TimeSpan(start, end + 1, Year(year, month)) for start in {at, at - part} if year]
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
    followed = name in groups["followed_months"] and text_at(tokens, at + 1) in groups["month_followers"]
    return name not in groups["doubtful_months"] or led or followed


def _dated(tokens: Sequence[Token], start: int, end: int, found: DayMonth, lexicon: Lexicon) -> list[TimeSpan]:
    """A day and month, and the date in full where a year follows."""
    spans = [TimeSpan(start, end, found)]
    year = year_at(tokens, end, lexicon, loose=True)
    day = _date(year, found.month, found.day) if year else None
    if day:
        spans.append(TimeSpan(start, end + 1, Day(day)))
    return spans


def _open_ended(tokens: Sequence[Token], points: Sequence[TimeSpan], lexicon: Lexicon) -> list[TimeSpan]:
    """ "2010 onwards", "2010 to now", and "2010 on" at the end."""
    found = []
    for point in points:
        if not isinstance(point.time, Year | Day):
            continue
        led = point.start > 0 and tokens[point.start - 1].text in lexicon.groups["range_leads"]
        now = _till_now(tokens, point.end, lexicon)
        if _is_open(tokens, point.end, lexicon):
            found.append(TimeSpan(point.start, point.end + 1, Side("since", point.time)))
        elif now:
            found.append(TimeSpan(point.start - led, now, Side("since", point.time)))
    return found


def _till_now(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Where a range that runs to the present ends: "... to now", "... to the present day"; 0 where it is none."""
    if text_at(tokens, at) not in lexicon.groups["range_joints"]:
        return 0
    end = at + (2 if text_at(tokens, at + 1) == "the" else 1)
    if text_at(tokens, end) not in lexicon.groups["nowadays"]:
        return 0
    return end + (2 if text_at(tokens, end + 1) == "day" else 1)


def _is_open(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether the word behind a time leaves its end open; "on" only as the last word that counts."""
    word = text_at(tokens, at)
    last = all(token.text in lexicon.wrapper for token in tokens[at + 1 :])
    return word in lexicon.groups["onwards"] or (word == "on" and last)


def _ranges(tokens: Sequence[Token], points: Sequence[TimeSpan], lexicon: Lexicon) -> list[TimeSpan]:
    """ "2010-2019", "2010 to 2019", "between 2010 and 2019", "the 50s and 60s"."""
    found = []
    for point in points:
        if not isinstance(point.time, Year | Day | Span):
            continue
        lead = _range_lead(tokens, point.start, lexicon)
        between = lead < point.start
        for other in _range_ends(tokens, point.end, lexicon, between=between):
            since, until = first_day(point.time), last_day(other.time)
            if since and until and since < until:
                found.append(TimeSpan(lead, other.end, Span(since, until)))
        if isinstance(point.time, Span) and text_at(tokens, point.end) == "and":
            found += _next_decade(tokens, point, lexicon)
    return found


def _next_decade(tokens: Sequence[Token], decade: TimeSpan, lexicon: Lexicon) -> list[TimeSpan]:
    """ "the 50s and 60s": two decades on end are one stretch of time."""
    since, until = first_day(decade.time), last_day(decade.time)
    at = decade.end + (2 if text_at(tokens, decade.end + 1) == "the" else 1)
    found = []
    for other in _points(tokens, at, lexicon) if at < len(tokens) else []:
        begins = first_day(other.time) if isinstance(other.time, Span) else None
        if until and begins and begins.toordinal() == until.toordinal() + 1:
            found.append(TimeSpan(decade.start, other.end, Span(since, last_day(other.time))))
    return found


def _range_lead(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> int:
    """Where the word that opens a range stands: "between 2010", "between the 2010"; else where the time begins."""
    lead = start - (2 if start > 1 and tokens[start - 1].text == "the" else 1)
    return lead if lead >= 0 and tokens[lead].text in lexicon.groups["range_leads"] else start


def _range_ends(tokens: Sequence[Token], at: int, lexicon: Lexicon, *, between: bool) -> list[TimeSpan]:
    """The points of time that a range goes to, ``at`` being behind the one it comes from."""
    dashed = at < len(tokens) and tokens[at].dashed and not between
    if text_at(tokens, at) in lexicon.groups["range_joints"] or (between and text_at(tokens, at) == "and"):
        at += 2 if between and text_at(tokens, at + 1) == "the" else 1
    elif not (dashed and tokens[at].kind is TokenKind.NUMBER and is_dash(tokens, at)):
        return []
    ends = _points(tokens, at, lexicon) if at < len(tokens) else []
    year = year_at(tokens, at, lexicon, loose=True) if dashed and not ends else None
    return [TimeSpan(at, at + 1, Year(year))] if year else ends


def _sided(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> list[TimeSpan]:
    """ "since 2010", "before the 2015 election", "prior to 2010"."""
    sides = lexicon.forms.sides
    size = next((n for n in range(_SIDE_WORDS, 0, -1) if _words(tokens, at, n) in sides), 0)
    if not size:
        return []
    side = sides[_words(tokens, at, size)]
    start = at + size
    while text_at(tokens, start) in lexicon.groups["before_years"]:
        start += 1
    points = _points(tokens, start, lexicon) if start < len(tokens) else []
    points += [each for each in _phrases(tokens, start, lexicon) if isinstance(each.time, Day)]
    return [
        TimeSpan(at, point.end + _vote_behind(tokens, point, lexicon), Side(side, point.time))
        for point in points
        if isinstance(point.time, Year | Day | DayMonth)
    ]


def _words(tokens: Sequence[Token], at: int, size: int) -> str:
    """So many words from a place on."""
    return " ".join(token.text for token in tokens[at : at + size])


def _vote_behind(tokens: Sequence[Token], point: TimeSpan, lexicon: Lexicon) -> int:
    """One where a word for an election ends what is said: "after the 2024 vote"; "the 2024 vote share" goes on."""
    empty = lexicon.wrapper | lexicon.function
    ends = all(token.text in empty for token in tokens[point.end + 1 :])
    ends = ends or text_at(tokens, point.end + 1) not in lexicon.groups["vote_goes_on"]
    last = ends and text_at(tokens, point.start - 1) == "the"
    return int(last and text_at(tokens, point.end) in lexicon.groups["vote_names"])


def _phrases(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> list[TimeSpan]:
    """Words of the lexicon that are eras, kinds of election or relative times."""
    found = []
    words = ""
    for end in range(at, min(at + MAX_PHRASE, len(tokens))):
        if tokens[end].kind not in (TokenKind.WORD, TokenKind.NUMBER):
            break
        word = tokens[end].text + (tokens[end].unit if tokens[end].unit in _DAY_UNITS else "")
        words = f"{words} {word}" if words else word
        if words not in lexicon.time_openings:
            break
        era = lexicon.eras.get(words)
        if era:
            since, until = era
            # "the coupon election": one of a day that has a name
            named = Day(since) if since is not None and since == until else Span(since, until)
            found.append(TimeSpan(at, end + 1, named))
        for cue in lexicon.cues.get(words, ()):
            if cue == "by_election":
                found.append(TimeSpan(at, end + 1, KindOf(ElectionKind.BY_ELECTION)))
            elif cue == "general_election":
                found.append(TimeSpan(at, end + 1, KindOf(ElectionKind.GENERAL)))
            elif cue in TIME_CUES:
                found.append(TimeSpan(at, end + 1, Word(cue)))
    return found


def _date(year: int | None, month: int, day: int) -> date | None:
    """A date, unless there is no such day."""
    try:
        return date(year or 0, month, day)
    except ValueError:
        return None
