"""General elections that a party won or lost, and the majorities they brought beside those of seats."""

from __future__ import annotations

from typing import Literal

from bot.reading.frames.checks import is_check
from bot.reading.frames.national import general
from bot.reading.frames.ranks import rank
from bot.reading.framing import needs
from bot.reading.time_kinds import KindOf, Word, Year
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import (
    AnyTime,
    Between,
    Governments,
    InYears,
    Latest,
    Measure,
    Of,
    OfficeHolder,
    Query,
    Rank,
    Selection,
    Several,
    Totals,
)

_OTHERS = (
    "seats", "votes", "share", "turnout", "women", "highest", "lowest", "closest", "do_best", "do_worst", "lose",
    "candidates", "deposit", "swing", "per_seat", "average", "last_time", "first_time", "mp", "pm", "hung", "change",
)  # fmt: skip
"""Cues of what is not whether a party won."""


@needs("a party")
@needs("win", "majority", "outright")
def won_elections(work: Work) -> Query | None:
    """ "how many general elections have labour won since the war", "how many times has labour won a majority"."""
    most = work.has("highest") and work.has("seats") and "most" in work.words
    others = _OTHERS if not most else [cue for cue in _OTHERS if cue not in {"seats", "highest"}]
    if work.anchored or work.areas or len(work.parties) != 1 or work.has(*others) or work.slots.numbers:
        return None
    outright = work.has("majority", "outright")
    house = outright and work.has("times_count")
    # "labour's outright wins"
    headed = (outright and ("wins" in work.words or _are_asked_for(work))) or _years_asked(work)
    whole = (
        work.says("several_elections")
        or headed
        or (most and "years" in work.words)
        or (work.kind is ElectionKind.GENERAL and work.has("times_count"))
    )
    if not (house or whole) or work.kind is ElectionKind.BY_ELECTION or work.years:
        return None
    asked = headed or work.has("how_many", "times_count", "which", "listing", "what")
    if not asked or (not headed and not work.has("win") and not work.says("several_elections")):
        return None
    if most:
        work.take("highest", "seats")
        work.use_words("years")
    work.take("how_many", "times_count", "which", "listing", "what", "win", "get", "career", "all_time", "ever")
    work.take("majority", "outright", "since", "total", "history", "general_election", "party_of", "when", "where")
    work.take("finish")
    work.use_words(*work.group("years_asked"))
    return _generals(work, "won")


_WHEN_WON = frozenset(
    {"when", "win", "get", "which", "what", "listing", "aux", "majority", "outright", "general_election"}
)
"""Cues beside which "when did labour win" asks for the years of the general elections that it won."""


def _years_asked(work: Work) -> bool:
    """ "when did labour win", "the years the tories won"."""
    dated = work.has("when") or work.opens_with(*work.group("years_asked"))
    return dated and work.has("win") and _WHEN_WON.issuperset(work.hits) and not work.has("result")


def _are_asked_for(work: Work) -> bool:
    """ "every election labour won with a majority", "elections where ...": they themselves, named at the head."""
    headed = work.opens_with("every", "each", "all", "general", *work.group("several_elections"))
    return headed and work.says("election_marks", "several_elections")


@needs("a party")
@needs("lose")
def lost_elections(work: Work) -> Query | None:
    """ "list the elections the tories lost since 1945": general elections, and no seats that were lost at them."""
    others = [cue for cue in _OTHERS if cue != "lose"]
    if work.anchored or work.areas or len(work.parties) != 1 or work.has(*others) or work.slots.numbers:
        return None
    if work.kind is ElectionKind.BY_ELECTION or work.years or work.has("win", "hold", "take", "majority", "outright"):
        return None
    several = work.says("several_elections") or (work.says("each_time") and "election" in work.words)
    if not several or not work.has("how_many", "times_count", "which", "listing", "what"):
        return None
    work.take("how_many", "times_count", "which", "listing", "what", "lose", "get", "career", "all_time", "ever")
    governed = {led.party for led in work.calendar.leaders if led.office == "prime-minister"}
    if not governed.issuperset(work.parties[0].values):
        # of one that never came near it is no news that it lost
        return None
    work.take("since", "total", "history", "general_election", "party_of", "when")
    return _generals(work, "lost")


def _generals(work: Work, ask: Literal["won", "lost"]) -> Query | None:
    """The general elections of a stretch of time, or all, that the party won or lost."""
    when = work.when(AnyTime(kind=ElectionKind.GENERAL))
    if not isinstance(when, AnyTime | Between):
        return None
    when = when.model_copy(update={"kind": ElectionKind.GENERAL})
    return Governments(when=when, ask=ask, parties=work.use(work.parties))


_ENDS = {"first": ("first_time",), "last": ("last_time", "last", "latest")}
"""Cues of the first and the last of the elections that a party won."""
_OF_ENDS = frozenset(
    {
        "first_time", "last_time", "last", "latest", "win", "get", "majority", "outright", "when", "which", "what",
        "aux", "listing", "general_election", "ever", "all_time", "history", "hold", "ahead", "since",
        "career", "times_count",
    }
)  # fmt: skip
"""Cues beside which no more is asked than when a party first or last won the country."""


@needs("a party")
@needs("first_time", "last_time", "last", "latest")
def won_last(work: Work) -> Query | None:
    """ "the last election the tories won", "when did labour first win outright": one end of those a party won."""
    if work.anchored or work.areas or work.people or len(work.parties) != 1 or not _OF_ENDS.issuperset(work.hits):
        return None
    if work.kind is ElectionKind.BY_ELECTION or work.years or work.opens_as("verb_openers"):
        return None
    if any(number.unit != "ordinal" or number.value != 1 for _, number in work.slots.numbers):
        return None
    ends: list[Literal["first", "last"]] = [end for end in ("first", "last") if work.has(*_ENDS[end])]
    house = work.has("majority", "outright")
    spoken = house or work.says("election_marks") or work.kind is ElectionKind.GENERAL or work.has("latest")
    if len(ends) != 1 or not spoken or not _asks_for_end(work, ends[0], house=house):
        return None
    for at, time in work.slots.times:
        if isinstance(time, Word):
            work.used.add(at)
    bounds = [time for _, time in work.slots.times if not isinstance(time, Word | KindOf)]
    when = work.when(AnyTime()) if bounds else AnyTime()
    if not isinstance(when, AnyTime | Between):
        return None
    work.use_times(KindOf)
    work.take(*_OF_ENDS)
    work.used.update(at for at, _ in work.slots.numbers)
    when = when.model_copy(update={"kind": ElectionKind.GENERAL})
    return Governments(when=when, ask="won", parties=work.use(work.parties), end=ends[0], outright=house)


def _asks_for_end(work: Work, end: str, *, house: bool) -> bool:
    """Whether the first or last win is asked for, and not what a party got at the latest election."""
    at = min(work.first(cue) for cue in _ENDS[end])
    texts = [work.text(each) for each in range(at)]
    if work.has("when"):
        return house or work.has("win") or work.text(at).split()[-1] == "win"
    if at > work.parties[0].span or any(not work.cover.spans[each].filler for each in range(at)):
        return False
    # "at the last election labour won" says no more than when
    placed = any(text.split()[-1] in work.group("lead_words") for text in texts)
    return not placed and (house or work.has("win"))


@needs("a party")
@needs("win", "get")
@needs("share", "highest")
def claimed_most(work: Work) -> Query | None:
    """ "did churchill win the popular vote in 1951", "did labour get most votes": of all parties, with yes or no."""
    if work.anchored or work.slots.numbers or len(work.parties) != 1 or not is_check(work) or work.has("not", "than"):
        return None
    popular = work.has("share") and not work.words.isdisjoint(work.group("of_all_votes"))
    most = work.has("highest") and bool({"most"} & work.words)
    if not (popular or most) or work.has("ever", "all_time", "lose", "beat", "lowest"):
        return None
    if work.has("majority", "women", "turnout", "candidates", "change") or work.kind is ElectionKind.BY_ELECTION:
        return None
    measure = Measure.SEATS if work.has("seats", "mp") and not popular else Measure.VOTES
    if measure is Measure.VOTES and not popular and not work.has("votes", "share"):
        return None
    when = work.when(Latest(kind=ElectionKind.GENERAL))
    if not isinstance(when, InYears | Latest):
        return None
    work.take("highest", "votes", "share", "seats", "mp", "win", "get", "check", "general_election")
    party = work.use(work.parties)[0]
    where = general(Selection(areas=work.use(work.areas), when=when))
    return Rank(where=where, of=Of.PARTIES, measure=measure, highest=True, limit=2, claimed_party=party)


@needs("a party")
@needs("pm")
def premiers_of_party(work: Work) -> Query | None:
    """ "how many tory prime ministers since the war": those of one party in a stretch of time, else in all of it."""
    if work.anchored or work.areas or len(work.parties) != 1 or work.slots.numbers:
        return None
    if not work.says("premiers") or work.has(
        "first_time", "last", "replace", "predecessor", "majority", "seats", "votes"
    ):
        return None
    when = work.when(AnyTime())
    held = [led.since for led in work.calendar.leaders if led.office == "prime-minister"]
    if not isinstance(when, AnyTime | Between) or not held:
        return None
    since = (when.since if isinstance(when, Between) else None) or min(held)
    until = (when.until if isinstance(when, Between) else None) or work.calendar.today
    work.take(
        "pm", "who", "which", "what", "how_many", "listing", "get", "since", "ever", "all_time", "history", "total"
    )
    return OfficeHolder(party=work.use(work.parties)[0], at=since, until=until)


@needs("lose")
def who_lost(work: Work) -> Query | None:
    """ "who lost the 1970 election": the house that was returned, winner and losers."""
    if work.anchored or work.parties or work.areas or len(work.years) != 1:
        return None
    if not (work.opens_as("party_askers") or work.has("party_of")):
        return None
    if work.has("seats", "votes", "share", "deposit", "mp", "highest", "lowest", "how_many"):
        return None
    spoken = work.says("votes_held") or work.kind is ElectionKind.GENERAL
    years = {day.year for day in work.calendar.generals}
    if not spoken or work.years[0].year not in years or work.kind is ElectionKind.BY_ELECTION:
        return None
    work.take("lose", "who", "which", "party_of", "general_election", "get")
    where = general(Selection(when=work.when(Latest(kind=ElectionKind.GENERAL))))
    return Totals(where=where)


@needs("majority", "outright")
@needs("highest", "lowest")
def both_majorities(work: Work) -> Query | None:
    """ "biggest tory majority since the war": of the house as well as of a seat, as either may be meant."""
    if work.anchored or work.areas or work.slots.numbers or len(work.parties) > 1 or work.says("of_one_member"):
        return None
    if work.kind is ElectionKind.BY_ELECTION:
        return None
    if work.has(
        "closest", "votes", "share", "seats", "women", "turnout", "who", "where", "average", "lose", "beat", "take"
    ):
        return None
    if any(isinstance(time, Year) for _, time in work.slots.times):
        return None
    governed = {led.party for led in work.calendar.leaders if led.office == "prime-minister"}
    if any(party not in governed for slot in work.parties for party in slot.values):
        return None
    house = work.of_the_house
    parties = tuple(party for slot in work.parties for party in slot.values)
    if house:
        return _of_the_house(work, parties)
    found = rank(work)
    if not isinstance(found, Rank) or found.of is not Of.CONTESTS or found.measure is not Measure.MAJORITY:
        return None
    when = found.where.when
    if (
        not isinstance(when, AnyTime | Between)
        or when.kind is ElectionKind.BY_ELECTION
        or found.limit != 1
        or found.nth
    ):
        return None
    house_query = Governments(
        when=when.model_copy(update={"kind": ElectionKind.GENERAL}),
        ask="majority",
        parties=parties,
        extreme="highest" if found.highest else "lowest",
    )
    return Several(parts=(house_query, found))


def _of_the_house(work: Work, parties: tuple[str, ...]) -> Query | None:
    """ "the largest commons majority since 1945"."""
    work.use(work.parties)
    work.take("majority", "outright", "highest", "lowest", "chamber", "which", "what", "when", "ever", "all_time")
    work.take("how_much", "get", "win", "government", "general_election", "since", "total", "listing", "pm")
    work.use_words(*work.group("asked_beside"))
    when = work.when(AnyTime(kind=ElectionKind.GENERAL))
    work.use_times(KindOf)
    if isinstance(when, InYears) or not isinstance(when, AnyTime | Between):
        return None
    extreme = "highest" if work.has("highest") else "lowest"
    when = when.model_copy(update={"kind": ElectionKind.GENERAL})
    return Governments(when=when, ask="majority", parties=parties, extreme=extreme)
