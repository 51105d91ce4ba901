"""Whether a general election was the highest or lowest: "was 2001 the lowest turnout since the war"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.reading.frames.checks import is_check
from bot.reading.frames.measures import TOTAL_CUES, named
from bot.reading.frames.ranks import ranking
from bot.reading.framing import needs
from bot.reading.time_kinds import Side, Year, last_day
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import AnyTime, Between, Measure, Of, Query, Rank, Selection, When

_OF_THE_COUNTRY = frozenset({Measure.TURNOUT, Measure.ELECTORATE, Measure.WOMEN})
"""Measures that an election has without a party."""
_EXTREMES = ("highest", "lowest", "do_best", "do_worst")
_NO_CLAIM = ("not", "ever", "all_time", "who", "which", "what", "where", "when", "how_many", "how_much")
"""Cues of what is no claim that a seat is the one, or more than that."""
_FIGURES = ("aux", "result", *(cue for cue, _ in TOTAL_CUES))
"""Cues that may stand between the year and what it is said to be: "the 2001 turnout was the lowest"."""
_GENERAL = ElectionKind.GENERAL


@needs(*_EXTREMES)
def superlative(work: Work) -> Query | None:
    """The election of a year, said to be a party's best or worst, or of the highest or lowest turnout."""
    if work.seats or work.people or work.free_numbers() or work.kind is ElectionKind.BY_ELECTION or work.has("not"):
        return None
    if not work.has(*_EXTREMES) or len(work.parties) > 1 or work.has("where", "who", "which"):
        return None
    at = _claimed(work)
    if at is None or not (is_check(work) or work.opens_as("verb_openers") or _is_asked_behind(work, at)):
        return None
    year = next(time for place, time in work.slots.times if place == at)
    measures = named(work, TOTAL_CUES)
    if not isinstance(year, Year) or not (work.parties or not _OF_THE_COUNTRY.isdisjoint(measures)):
        return None
    highest = work.has("highest", "do_best") and not work.has("lowest", "do_worst")
    work.take(*_EXTREMES, "win", "get", "result", "seats", "votes", "total", "history", "all_time", "ever", "check")
    work.take("what", "versus")
    work.used.add(at)
    work.use_times()
    where = Selection(parties=work.use(work.parties), areas=work.use(work.areas), when=_window(work, at))
    measure = next(iter(measures), Measure.SEATS)
    return Rank(where=where, of=Of.ELECTIONS, measure=measure, highest=highest, expected=year.year)


@needs("a seat")
@needs("highest", "lowest", "closest", "safest")
@needs("check", words=("was", "is", "isnt", "wasnt", "be"))
def claimed_seat(work: Work) -> Query | None:
    """ "was bury north the smallest tory majority of 2019", "highest turnout in 2019 was richmond park?"."""
    seats = work.slots.seats
    if len(seats) != 1 or len(seats[0].values) != 1 or work.people or not work.timed or len(work.years) > 1:
        return None
    if work.has(*_NO_CLAIM) or work.slots.numbers or not _is_put(work):
        return None
    other = work.over(replace(work.slots, seats=[]))
    ranked = ranking(other)
    if not isinstance(ranked, Rank) or ranked.limit > 1 or ranked.nth is not None:
        return None
    work.used.update(other.used)
    work.use(seats)
    work.take("check")
    return ranked.model_copy(update={"claimed_seat": seats[0].values[0]})


def _is_put(work: Work) -> bool:
    """Whether a seat is said to be the one: "was bury north the smallest", "the smallest was bury north"."""
    start = work.start(work.slots.seats[0])
    before = {token.text for token in work.cover.tokens[max(0, start - 2) : start]}
    return not work.group("verb_openers").isdisjoint(before)


def _claimed(work: Work) -> int | None:
    """Where the year stands that is said to be it: right before "the worst" or "was the worst"."""
    generals = {day.year for day in work.calendar.generals}
    first = min(work.first(cue) for cue in _EXTREMES)
    times = [(at, time) for at, time in work.slots.times if isinstance(time, Year) and time.year in generals]
    if len(times) != 1 or times[0][0] > first:
        return None
    between = range(times[0][0] + 1, first)
    named = {slot.span for slot in work.parties} | {at for cue in _FIGURES for at in work.hits.get(cue, ())}
    empty = all(work.cover.spans[at].filler or at in named for at in between)
    return times[0][0] if empty else None


def _is_asked_behind(work: Work, claimed: int) -> bool:
    """ "turnout in 2001, was that the lowest since the war": whether yes or no is asked for behind the year."""
    if "ever" in work.words or work.has("all_time") or work.spanned("since"):
        # "2024 turnout lowest ever?": one year of many
        return not (work.has("which", "where", "when", "who") or work.says("single_marks"))
    start, end = work.cover.spans[claimed].end, work.cover.spans[min(work.first(cue) for cue in _EXTREMES)].start
    return any(token.text in work.group("verb_openers") for token in work.cover.tokens[start:end])


def _window(work: Work, claimed: int) -> When:
    """The time looked through; "since 1992" passes over 1992 itself, with which it is held against."""
    rest = [(at, time) for at, time in work.slots.times if at != claimed]
    for _, time in rest:
        end = last_day(time.anchor) if isinstance(time, Side) and time.side == "since" else None
        if end is not None:
            return Between(since=end + timedelta(days=1), kind=_GENERAL)
    when = work.over(replace(work.slots, times=rest)).when(AnyTime(kind=_GENERAL))
    return when.model_copy(update={"kind": _GENERAL})
