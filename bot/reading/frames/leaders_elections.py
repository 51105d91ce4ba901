"""The days of the general elections that a leader won or lost: "what date was the election thatcher first won"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bot.reading.frames.brought import elections_of, leader
from bot.reading.frames.calling import calls_election
from bot.reading.framing import needs
from bot.reading.time_kinds import KindOf, Word, Year
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import Governments, InYears, Query, Several

_HANDED_OVER = timedelta(days=60)
"""A government that an election brings is formed by then."""
_COUNTED = ("how_many", "how_long", "where", "who", "majority", "seats", "share", "turnout")
"""Cues that ask for more than the day."""


@needs("when")
def days(work: Work) -> Query | None:
    """The polling days of the elections that brought or kept a leader in office, or did not."""
    if (
        not work.has("when")
        or work.has(*_COUNTED)
        or _votes(work)
        or work.kind is ElectionKind.BY_ELECTION
        or work.areas
    ):
        return None
    if not _of_an_election(work) or any(not isinstance(time, Year | KindOf | Word) for _, time in work.slots.times):
        return None
    led = leader(work)
    meant = _meant(work, led) if led is not None else _of_a_party(work)
    if not meant:
        return None
    work.use(work.people)
    work.use(work.parties)
    work.use_times()
    work.use_words(*work.group("bringing"), "last", "latest")
    work.take("which", "what")
    if calls_election(work):
        work.take("say", "called_it", "cause", "votes")
        work.use_words(*work.group("calling"))
    work.take("when", "win", "lose", "came_in", "went_out", "first_time", "last_time", "last", "latest", "get", "pm")
    work.take("general_election", "put", "landslide", "government", "hold", "leave", "changed_hands", "take", "career")
    years = tuple(dict.fromkeys(day.year for day in meant))
    if len(meant) > 1 and list(meant) == [day for day in work.calendar.generals if day.year in years]:
        return _held(years)
    each = tuple(_held((day.year,), day.month) for day in meant)
    return each[0] if len(each) == 1 else Several(parts=each)


def _votes(work: Work) -> bool:
    """Whether votes that were cast are asked for; "the snap poll sunak called" is an election."""
    polls = work.group("elections_called") if calls_election(work) else ()
    return any(work.text(at) not in polls for at in work.hits.get("votes", ()))


def _held(years: tuple[int, ...], month: int | None = None) -> Governments:
    """When the general elections of some years were held."""
    return Governments(when=InYears(years=years, month=month, kind=ElectionKind.GENERAL), ask="dates")


def _of_an_election(work: Work) -> bool:
    """Whether one or more general elections are spoken of as such; "an election" may be that of a seat."""
    if calls_election(work):
        return True
    if "by" in work.words or work.words & {"an", "elected"}:
        return False
    return work.says("election_marks") or "polling" in work.words or work.kind is ElectionKind.GENERAL


def _of_a_party(work: Work) -> Sequence[date]:
    """ "on what date did labour win the 1997 election": the one of the year named that brought its government."""
    if work.anchored or len(work.parties) != 1 or len(work.years) != 1 or not work.has("win") or work.has("lose"):
        return ()
    party, year = work.parties[0].values[0], work.years[0]
    days = work.calendar.generals_in(year.year, year.month)
    terms = [led for led in work.calendar.leaders if led.office == "prime-minister" and led.party == party]
    return [day for day in days if any(led.on(day + _HANDED_OVER) for led in terms)]


def _meant(work: Work, led: str) -> Sequence[date]:
    """The elections that the words tell: won or lost, of the year named, the first, the last or the nth."""
    if calls_election(work):
        return _called(work, led)
    lost = work.has("lose", "went_out") and not work.has("win")
    if not lost and not work.has("win", "came_in", "landslide") and not (work.has("pm") or work.says("bringing")):
        return ()
    terms = [each for each in work.calendar.led(led) if each.office == "prime-minister" and each.name == led]
    fought = elections_of(work, led)
    won = [day for day in fought if any(each.on(day + _HANDED_OVER) for each in terms)]
    found = [day for day in fought if (day in won) != lost]
    if not lost and (work.has("came_in", "put") or work.says("bringing")) and not work.has("win", "hold"):
        found = [day for day in won if not any(each.on(day) for each in terms)]
    for year in work.years:
        found = [day for day in found if day.year == year.year and year.month in (None, day.month)]
    nth = work.ordinal()
    if nth is not None and nth > 0:
        return found[nth - 1 : nth]
    if work.has("first_time"):
        return found[:1]
    if work.has("last_time", "last", "latest"):
        return found[-1:]
    return found


def _called(work: Work, led: str) -> Sequence[date]:
    """The elections, of the year named, that a Prime Minister went into as such."""
    if "call" in work.words and "for" not in work.words:
        # "when did may call the election": the day she did is not that of the poll
        return ()
    terms = [each for each in work.calendar.led(led) if each.office == "prime-minister" and each.name == led]
    years = {year.year for year in work.years}
    called = [day for day in work.calendar.generals if any(each.since < day and each.on(day) for each in terms)]
    return [day for day in called if not years or day.year in years]
