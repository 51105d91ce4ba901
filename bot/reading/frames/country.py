"""Prime Ministers, leaders, governments and hung parliaments."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal, TypeGuard

from bot.reading.dated import in_year
from bot.reading.frames.asked_too import take_margin
from bot.reading.frames.hung import hung
from bot.reading.frames.national import general
from bot.reading.frames.office_names import office_name, office_relation
from bot.reading.frames.premiers import of_the_election
from bot.reading.frames.succession import dated_by_win
from bot.reading.framing import needs
from bot.reading.slots import Slot
from bot.reading.time_kinds import Day, Side, Time, Word, Year, first_day, last_day
from bot.reading.time_kinds import Span as TimeRange
from bot.reading.work import Work, first_known
from knowledge.models.elections import ElectionKind
from knowledge.query import (
    AnyTime,
    Check,
    ExpectedMajority,
    Governments,
    InYears,
    Latest,
    OfficeHolder,
    Query,
    Selection,
    Several,
    When,
)

_OF_GOVERNMENT = (
    "government", "leader", "who", "which", "what", "win", "pm", "take", "get", "hold", "party_of", "since", "how_much",
)  # fmt: skip
"""Cues that add nothing to a question of governments."""

_OF_CONTESTS = ("turnout", "lose", "majority", "stand", "candidates", "mp", "seats", "votes", "share")
"""Cues of what happened while somebody was in office, which is not told by when that was."""
_FIGURES = ("average", "votes", "share", "majority", "turnout", "swing")
"""Cues of figures, which are no part of what happened at a time."""
_WHOLE = ("united-kingdom",)
_FORMED = timedelta(days=60)
"""Time after a general election by which there was a government, even after that of December 1923."""


@needs("pm", "leader", "speaker_office")
def office(work: Work) -> Query | None:
    """Prime Minister or party leader at a date, or before or after somebody."""
    if work.take("speaker_office"):
        at, until = _moment(work)
        work.take("who", "when", "now")
        work.use(work.parties)
        return OfficeHolder(office="speaker", at=at, until=until)
    pm = work.has("pm")
    leader = work.has("leader") and bool(work.parties or work.inherited.parties) and not work.has("votes")
    before, after = office_relation(work)
    told = (pm or leader) and not (before or after) and _told_when(work)
    if not (pm or leader) or (work.seats and not told) or work.has("majority", "outright") or dated_by_win(work):
        return None
    if work.parties and work.people and work.has("seats", "votes", "share"):
        # "lib dem seats when clegg was leader" asks for no leader
        return None
    if before:
        work.use_words("previous", "prior", "preceding", "immediate")
    name = None if told else office_name(work)
    at, until = _moment(work)
    end = None if name or at else _end(work)
    if (name and _is_of_more(work)) or (
        not (name or end or told) and _of_nobody(work, related=before or after, dated=at is not None)
    ):
        return None
    work.take(
        "pm", "leader", "who", "when", "mp", "now", "replace", "predecessor", "since", "until", "get", "win", "how_long"
    )
    work.take("take", "changed_hands", "hold", "government", "listing", "seats", "first_time", "which", "what")
    work.take("how_many", "finish", "went_out", "came_in", "deposit_gone")
    if name and (before or after):
        # "the next one after cameron", "when Wilson quit": which one is said already
        work.take("following", "previous", "leave", "lose")
        work.use_words("next")
    party = (work.use(work.parties) or work.inherited.parties or (None,))[0]
    spoken = work.inherited.when
    if at is None and leader and isinstance(spoken, InYears) and spoken.years:
        at = date(spoken.years[-1], 6, 30)
    if at is None and pm and not name and "then" in work.words and isinstance(spoken, InYears) and spoken.years:
        at, until = date(spoken.years[-1], 1, 1), date(spoken.years[-1], 12, 31)
    where = "prime-minister" if pm else "party-leader"
    if name and not (before or after):
        work.take("check")
        return OfficeHolder(office=where, party=party if leader else None, person=name, at=at, until=until)
    return OfficeHolder(
        office=where,
        party=party if (leader and not pm) or end else None,
        at=at,
        until=until,
        end=end,
        after=name if after else None,
        before=name if before else None,
    )


def _is_of_more(work: Work) -> bool:
    """Whether whoever is named only says when: "which by-elections did labour lose when brown was pm".

    Or it is asked whether they were the first of a party, which is not told by when they were it.
    """
    left = set(work.hits.get("leave", ()))  # "wilson stood down"
    of_contests = any(not left.issuperset(work.hits.get(cue, ())) for cue in _OF_CONTESTS)
    if work.kind is not None or len(work.parties) > 1 or of_contests:
        return True
    return work.opens_as("verb_openers") and work.has("first_time", "last")


def _of_nobody(work: Work, *, related: bool, dated: bool) -> bool:
    """ "the first Labour prime minister", "the last one": of nobody and no day that is named."""
    if not dated and work.says("feast_days"):
        # "on d day": a day that is not known
        return True
    if related and any(work.text(at) in work.group("giving_way") for at in work.hits.get("replace", ())):
        # "who did labour lose power to in 1979": of a party, and of nobody
        return True
    relative = work.has("first_time", "last") or (work.has("following") and not work.years)
    return relative or (not dated and (related or (work.has("pm") and bool(work.parties))))


def _told_when(work: Work) -> bool:
    """ "the day hitler invaded poland, sept 1939": the date says when, and what happened then is told beside it."""
    points = [at for at, time in work.slots.times if isinstance(time, Year | Day)]
    if not points or work.opens_as("verb_openers"):
        return False
    opens = (at for at in range(len(work.cover.spans)) if work.text(at).split()[-1] in work.group("happening"))
    start = next(opens, None)
    if start is None or start == 0 or work.says("saying") or work.has(*_FIGURES):
        return False
    work.used.update(range(start, len(work.cover.spans)))
    return True


def _end(work: Work) -> Literal["first", "last"] | None:
    """ "labour's first ever pm", "the last liberal prime minister"."""
    if work.take("first_time"):
        work.take("ever", "all_time")
        return "first"
    # of those in office "the last" may be the present one or the one before: only a party makes it plain
    if work.parties and work.has("last") and not work.has("latest", "previous"):
        work.take("last", "last_time", "ever")
        return "last"
    return None


def _moment(work: Work) -> tuple[date | None, date | None]:
    """The time asked about, as first and last day; marks the words."""
    since = until = None
    if work.has("following"):
        # "following the February 1974 vote": once a government was formed
        held = {(year.year, month) for year in work.years for month in ([year.month] if year.month else range(1, 13))}
        voted = [day for day in work.calendar.generals if (day.year, day.month) in held]
        if voted:
            work.use_times()
            return voted[-1] + _FORMED, None
    for at, time in work.slots.times:
        if time == Word("following") and not work.people:
            # what is neither somebody nor a vote is not known
            continue
        work.used.add(at)
        if isinstance(time, Year):
            since = date(time.year, time.month or 1, 1)
            month = time.month or 12
            until = date(time.year, month, monthrange(time.year, month)[1])
        elif isinstance(time, Day):
            since = time.day
        elif isinstance(time, TimeRange):
            since, until = time.since, time.until or (work.calendar.today if time.since else None)
        elif isinstance(time, Side) and time.side == "since" and isinstance(time.anchor, Year | Day):
            since, until = first_day(time.anchor), work.calendar.today
        elif isinstance(time, Side) and isinstance(time.anchor, Year):
            since = date(time.anchor.year, 12, 31) if time.side == "after" else date(time.anchor.year, 1, 1)
    return since, until


@needs("when", "how_many", "times_count", groups=("by_election_plurals",))
def elections_held(work: Work) -> Query | None:
    """ "when was the 1997 general election", "how many general elections since 1945"."""
    # "the attlee landslide": whose it was only says which
    theirs = any(slot.span not in work.slots.asides or not work.has("when") for slot in work.parties)
    if work.anchored or theirs or any(slot.values != _WHOLE for slot in work.areas) or not _told_number(work):
        return None
    if any(slot.values[0] not in {"general-election", "landslide"} for slot in work.slots.terms):
        return None
    if work.kind is ElectionKind.BY_ELECTION or work.has("following", "previous", "prediction", "win", "declared"):
        return None
    if work.has("seats") and not work.has("when"):
        # "1997 landslide how many seats": of the seats, not of the elections
        return None
    if any(isinstance(time, Day) and time.day not in work.calendar.generals for _, time in work.slots.times):
        return None
    spoken = work.says("election_marks") or work.kind is ElectionKind.GENERAL or work.has("latest")
    spoken = spoken or "polling" in work.words or (bool(work.years) and work.has("when") and work.says("polled"))
    several = work.says("by_election_plurals") or work.has("how_many", "times_count")
    if not spoken or not (work.has("when") or (several and work.timed)):
        return None
    work.take("when", "listing", "how_many", "times_count", "what", "which", "total", "latest", "hold", "all_time")
    work.take("since", "result", "both")
    if work.years and work.has("when"):
        work.take("votes", "turnout", "times_count")
        work.use(work.areas)
        work.use_words(*work.group("polled"))
    when = work.when(AnyTime() if several else Latest())
    return Governments(when=when.model_copy(update={"kind": ElectionKind.GENERAL}), ask="dates")


def _told_number(work: Work) -> bool:
    """ "two elections in 1974": how many there were is only told, where it is right; marks it."""
    if not work.slots.numbers:
        return True
    free = work.free_numbers()
    if len(free) != 1 or len(work.slots.numbers) != 1 or free[0][1].unit or not work.timed:
        return False
    spans = [_stretch(time) for _, time in work.slots.times]
    held = [day for day in work.calendar.generals if any(a and b and a <= day <= b for a, b in spans)]
    work.used.add(free[0][0])
    return len(held) == free[0][1].value


def _stretch(time: Time) -> tuple[date | None, date | None]:
    """The first and last day of a time, where it has both."""
    return (time.since, time.until) if isinstance(time, TimeRange) else (first_day(time), last_day(time))


@needs("leader")
@needs("a party")
def leads(work: Work) -> Query | None:
    """A party's leader, where a party is named beside the word."""
    named = work.has("leader") and work.parties and not work.has("seats", "votes", "share", "majority", "outright")
    return office(work) if named else None


@needs("no seat named")
@needs("minority_winner", "hung", "government", words=("fewer", "fewest"))
def governments(work: Work) -> Query | None:
    """Governments formed, hung parliaments, elections won on fewer votes."""
    if work.seats or work.kind is ElectionKind.BY_ELECTION:
        return None
    steps: tuple[Callable[[Work], Query | None], ...] = (_without_votes, hung, _leaders_majority, _formed)
    return first_known(steps, work)


def _without_votes(work: Work) -> Query | None:
    """ "has anybody won most seats with fewer votes"."""
    if len(work.years) > 1 and work.says("than"):
        # fewer than at another election, and not than another party
        return None
    if not (work.take("minority_winner") or _outvoted(work)):
        return None
    work.take("ever", "all_time", "win", "which", "when", "party_of", "seats", "votes", "check", "aux", "listing")
    work.take("than", "worse", "better", "highest", "lowest", "lose")
    return Governments(when=work.when(AnyTime(kind=ElectionKind.GENERAL)), ask="seats-without-votes")


def _outvoted(work: Work) -> bool:
    """ "which party won most votes but fewer seats in 1951": most of the one and less of the other, of no one party."""
    if work.parties or work.people or work.areas or len(work.years) > 1 or work.free_numbers():
        return False
    return "most" in work.words and work.has("votes") and work.has("seats") and not work.has("than", "change")


def _is_of_governments(work: Work) -> bool:
    """Whether governments are asked about, and not what a party got."""
    return work.has("government") and not (work.parties and work.has("votes", "seats", "share"))


def _leaders_majority(work: Work) -> Query | None:
    """ "did the attlee government have a majority in 1950"."""
    named = work.people or len(work.parties) == 1
    if not (_is_of_governments(work) and named and work.years and work.has("majority", "outright")):
        return None
    if not work.opens_with("did", "was", "has", "had"):
        return None
    party = _led_party(work, work.people[0], work.years[-1].year) if work.people else work.use(work.parties)[0]
    if party is None:
        return None
    work.take(*_OF_GOVERNMENT, "majority", "outright", "closeness")
    work.use(work.people)
    where = Selection(parties=(party,), when=work.when(Latest(kind=ElectionKind.GENERAL)))
    return Check(where=general(where), expect=(ExpectedMajority(),))


def _formed(work: Work) -> Query | None:
    """ "who formed the government after 2010", "what was its majority"."""
    if not _is_of_governments(work) or _is_named(work):
        return None
    work.take(*_OF_GOVERNMENT)
    work.use_words(*work.group("coming_to_be"))
    majority = work.take("majority", "outright")
    between = _between_elections(work)
    if between is not None and not majority:
        return between
    name = office_name(work) if work.people else None
    when = _after(work) or work.when(Latest(kind=ElectionKind.GENERAL))
    return Governments(when=when, ask="majority" if majority else "formed", parties=work.use(work.parties), leader=name)


def _is_named(work: Work) -> bool:
    """ "the national government", "the first labour government": one of a name, which is not that of the day."""
    starts = [work.cover.spans[at].start for at in work.hits["government"]]
    ahead = {work.cover.tokens[start - 1].text for start in starts if start}
    return not work.timed and not ahead.isdisjoint(work.group("named_governments"))


def _between_elections(work: Work) -> Query | None:
    """ "which party was in power in 1930": who was Prime Minister in a year without a general election."""
    years = {time.year for _, time in work.slots.times if isinstance(time, Year)}
    bare = all(isinstance(time, Year) for _, time in work.slots.times)
    if len(years) != 1 or not bare or years & {day.year for day in work.calendar.generals}:
        return None
    if work.parties or work.people:
        return None
    at, until = _moment(work)
    return OfficeHolder(at=at, until=until)


def _after(work: Work) -> When | None:
    """ "after the 1935 election": the election of that year."""
    for _, time in work.slots.times:
        if isinstance(time, Side) and isinstance(time.anchor, Year):
            work.use_times()
            return in_year(time.anchor, ElectionKind.GENERAL)
    return None


def _polled(work: Work) -> int | None:
    """The year whose general election is spoken of: "in 2001", "after 2001"."""
    after = [time.anchor.year for _, time in work.slots.times if _is_after(time) and isinstance(time.anchor, Year)]
    return next(iter([year.year for year in work.years][::-1] or after), None)


def _is_after(time: Time) -> TypeGuard[Side]:
    """Whether a time is what follows another."""
    return isinstance(time, Side) and time.side == "after"


def _won_by(work: Work, slot: Slot) -> bool:
    """ "was it won by wilson": who won is named, not by how much."""
    before = work.cover.spans[slot.span - 1] if slot.span else None
    return before is not None and "ahead" in before.cues and "by" in work.text(slot.span - 1).split()


def _led_party(work: Work, slot: Slot, year: int) -> str | None:
    """The party that somebody led at a general election of the year named; where it had none, at some time of it."""
    polls = work.calendar.generals_in(year)
    for led in work.calendar.led_by(slot.values):
        if polls and any(led.on(day) for day in polls):
            return led.party
        if not polls and led.since.year <= year and (led.until is None or led.until.year >= year):
            return led.party
    return None


@needs("a person")
@needs("win", "lose", "outright", "chamber")
def leader_won(work: Work) -> Query | None:
    """ "did churchill win in 1951?": the government that the leader's party formed."""
    year = _polled(work)
    if work.seats or work.parties or not work.people or year is None or work.says("of_one_member"):
        # "did kinnock win his seat": the person's own contest
        return None
    if (work.opens_with("what") and not work.of_the_house) or work.kind is ElectionKind.BY_ELECTION:
        return None
    if not (work.has("win", "lose") or work.of_the_house) or (work.has("lose") and not work.asks_whether):
        return None
    if work.has("beat", "replace", "times_count", "how_many", "ever", "behind", "when", "where"):
        return None
    if work.says("anybody"):
        # "did farage lose to anyone": whom one stood against
        return None
    slot = work.people[0]
    if work.has("ahead") and not _won_by(work, slot):
        return None
    party = _led_party(work, slot, year)
    whole = work.kind is ElectionKind.GENERAL or of_the_election(work, slot)
    if not (party or whole or work.has("majority", "outright", "check")):
        return None
    work.used.add(slot.span)
    take_margin(work)
    work.take("win", "majority", "outright", "check", "get", "government", "pm", "chamber", "ahead")
    when = _after(work) or work.when(Latest(kind=ElectionKind.GENERAL))
    if party and work.asks_whether:
        lost = work.take("lose") and not work.has("win")
        where = general(Selection(parties=(party,), when=when))
        check = Check(where=where, expect=(ExpectedMajority(),), negated=lost)
        return Several(parts=(check, Governments(when=where.when, ask="formed")))
    work.take("lose", "aux", "what", "how_much")
    leader = office_name(work)
    claimed = work.asks_whether or work.opens_with("so") or work.has("check")
    return Governments(when=when, ask="majority", leader=leader, claim="won" if claimed else None)
