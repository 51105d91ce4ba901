"""Who was elected where the words tell of them: both members of a seat, the woman who won, who was brought in."""

from __future__ import annotations

from bot.reading.dated import in_year
from bot.reading.framing import needs
from bot.reading.time_kinds import KindOf, Word, Year
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import AnyTime, Between, Career, Focus, Query, Result, Selection, When

_OF_MEMBERS = frozenset(
    {"both", "who", "which", "what", "aux", "seats", "mp", "win", "put", "listing", "get", "general_election", "result"}
)
_OF_THE_WINNER = frozenset(
    {
        "women",
        "win",
        "who",
        "which",
        "what",
        "aux",
        "mp",
        "candidates",
        "get",
        "general_election",
        "by_election",
        "result",
    }
)
_OF_A_BY_ELECTION = frozenset(
    {"put", "mp", "chamber", "by_election", "which", "what", "listing", "aux", "get", "latest_by", "first_time"}
)
_OF_A_PREMIER = frozenset(
    {"when", "listing", "pm", "needed", "where", "which", "what", "seats", "mp", "get", "win", "aux", "chamber"}
)


@needs("a seat")
@needs("both", "a number")
@needs("seats", "mp")
def both_members(work: Work) -> Query | None:
    """ "who were the two dundee members chosen in 1922": the winners, where the seat had so many then."""
    if len(work.seats) != 1 or len(work.years) != 1 or work.people or work.parties:
        return None
    if not _OF_MEMBERS.issuperset(work.hits) or not work.says("elected_members"):
        return None
    free, year = work.free_numbers(), work.years[0].year
    many = int(free[0][1].value) if free else 2
    won = [contest for seat in work.seats[0].values for contest in work.catalogue.won_in(seat)]
    then = [contest for contest in won if contest.date.year == year and contest.kind is ElectionKind.GENERAL]
    if len(free) > 1 or not then or any(contest.members != many for contest in then):
        return None
    work.used.update(at for at, _ in free)
    work.take(*_OF_MEMBERS)
    return Result(where=work.selection())


@needs("a seat")
@needs("women")
@needs("win", "mp", "who")
def woman(work: Work) -> Query | None:
    """ "epping 1945 labour woman winner": whoever won there then, of whom the rest is only told."""
    if len(work.seats) != 1 or len(work.years) != 1 or work.people or work.slots.numbers or len(work.parties) > 1:
        return None
    if any(not isinstance(time, Year | KindOf | Word) for _, time in work.slots.times):
        return None
    said = {work.text(at) for at in work.hits["women"]}
    if not _OF_THE_WINNER.issuperset(work.hits) or not said <= work.group("one_woman") or work.asks_whether:
        return None
    if not work.has("win", "mp"):
        return None
    work.take(*_OF_THE_WINNER)
    work.use(work.parties)
    return Result(where=work.selection(with_parties=False))


@needs("a person")
@needs("pm")
@needs("needed", "win")
@needs("where", "which", "what")
def as_premier(work: Work) -> Query | None:
    """ "douglas-home needed a seat as PM: where": the by-election won while in office; every seat won then."""
    seated = work.has("seats", "mp", "chamber") or asks_which_seat(work)
    if len(work.people) != 1 or work.seats or work.parties or not seated or _dated_apart(work):
        return None
    if not _OF_A_PREMIER.issuperset(work.hits) or work.slots.numbers:
        return None
    terms = [led for led in work.calendar.led_by(work.people[0].values) if led.office == "prime-minister"]
    if len(terms) != 1:
        return None
    kind = ElectionKind.BY_ELECTION if work.has("needed") else None
    work.take(*_OF_A_PREMIER)
    work.use_words(*work.group("during_office"))
    when: When = Between(since=terms[0].since, until=terms[0].until, kind=kind)
    if work.years:
        work.use_times()
        when = in_year(work.years[0], kind)
    return Career(where=Selection(people=work.use(work.people), when=when), ask="wins")


def asks_which_seat(work: Work) -> bool:
    """ "which seat", "what constituency": said in one."""
    asked = (work.text(at).split() for cue in ("which", "where", "what") for at in work.hits.get(cue, ()))
    return any(len(words) > 1 and words[-1] in work.group("seat_nouns") for words in asked)


def _dated_apart(work: Work) -> bool:
    """Whether another time than a year in which the one named was Prime Minister is said."""
    if not work.timed:
        return False
    if len(work.years) != 1 or len(work.slots.times) != 1:
        return True
    year = work.years[0].year
    held = (led for led in work.calendar.led_by(work.people[0].values) if led.office == "prime-minister")
    return not any(led.within(year, year) for led in held)


@needs("a person")
@needs("put")
@needs("mp", "chamber")
def brought_in(work: Work) -> Query | None:
    """ "the by-election that put cyril smith in parliament": the one they won; of several, each."""
    if len(work.people) != 1 or work.parties or work.slots.numbers or work.kind is not ElectionKind.BY_ELECTION:
        return None
    if not _OF_A_BY_ELECTION.issuperset(work.hits):
        return None
    work.take(*_OF_A_BY_ELECTION)
    cards = work.catalogue.cards(work.people[0].values)
    won = [stand for card in cards for stand in card.stands if stand.elected]
    several = sum(stand.kind is ElectionKind.BY_ELECTION for stand in won) > 1
    if several and not (work.seats or work.years):
        return Career(where=work.selection(default=AnyTime()), ask="wins")
    return Result(where=work.selection(), focus=Focus.PARTY)
