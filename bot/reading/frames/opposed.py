"""Whether a party stood against somebody, in the contest of theirs that is meant; that nobody of it stood."""

from __future__ import annotations

from bot.reading.framing import needs
from bot.reading.slots import Slot
from bot.reading.time_kinds import KindOf, Word, Year
from bot.reading.work import Work
from knowledge.queries.catalogue import Stand
from knowledge.query import Between, Check, ExpectedStood, OnDay, Query, Selection

_OF_STANDING = frozenset(
    {
        "stand", "candidates", "versus", "check", "aux", "ever", "all_time", "get", "by_election", "general_election",
        "seats", "mp", "not_aux", "put", "who",
    }
)  # fmt: skip
"""Cues beside which no more is asked than whether a party stood."""
_DENIED = frozenset(
    {"stand", "candidates", "aux", "ever", "by_election", "general_election", "not_aux", "only", "check"}
)
"""Cues beside which a denial is of no more than that somebody stood."""


@needs("a party")
@needs("stand", "candidates", groups=("opposing", "opponents"))
def stood_against(work: Work) -> Query | None:
    """ "did the greens stand against tim farron in 2017": the party is asked about, not the one it stood against."""
    slot = _opposed(work)
    if slot is None or not (work.asks_whether or work.has("check", "not_aux")):
        return None
    if not _OF_STANDING.issuperset(work.hits) or work.free_numbers():
        return None
    if slot in work.people and not (is_against(work, slot) or _faced(work, slot)):
        return None
    if any(not isinstance(time, Year | KindOf | Word) for _, time in work.slots.times):
        return None
    held = stands(work, slot)
    if not held:
        return None
    denied = work.has("not_aux") and not work.opens_as("denials")
    work.take(*_OF_STANDING)
    work.use(work.people)
    work.use(work.seats)
    last = max(held, key=lambda stand: stand.date)
    ever = work.has("ever", "all_time") and not work.years
    seats = (
        tuple(dict.fromkeys(stand.seat for stand in held))
        if (work.years and slot in work.people) or ever
        else (last.seat,)
    )
    when = work.when() if work.years and slot in work.people else OnDay(day=last.date)
    if ever:
        when = Between(since=min(stand.date for stand in held), until=last.date)
    work.use_times()
    asked = work.use([each for each in work.parties if each is not slot])
    work.use([slot])
    where = Selection(seats=seats, parties=asked, when=when)
    return Check(where=where, expect=(ExpectedStood(),), negated=denied)


def _opposed(work: Work) -> Slot | None:
    """The one person named beside one party, or the later of two parties."""
    if len(work.people) == len(work.parties) == 1:
        return work.people[0]
    return work.parties[1] if not work.people and len(work.parties) == 2 else None


def is_against_a_party(work: Work) -> bool:
    """ "did labour stand against the greens": who stood where a party did is of no party's total in the country."""
    return work.has("stand", "candidates") and any(is_against(work, slot) for slot in work.parties)


def is_against(work: Work, slot: Slot) -> bool:
    """Whether somebody, or a party, is named right behind "against"."""
    start = work.start(slot)
    return start > 0 and work.cover.tokens[start - 1].text in work.group("opposing")


def _faced(work: Work, slot: Slot) -> bool:
    """ "did hoyle have a tory against him", "did bercow have a labour opponent": the party is named behind somebody."""
    party = work.parties[0].span
    if party < slot.span:
        return False
    behind = [token.text for token in work.cover.tokens[work.cover.spans[party].end :][:2]]
    if behind and behind[0] in work.group("opponents"):
        return True
    led = len(behind) == 2 and behind[0] in work.group("opposing")
    return led and behind[1] in work.group("person_pronouns")


def stands(work: Work, slot: Slot) -> list[Stand]:
    """The contests of the one meant that fit the seat, the year and the kind of election named.

    Of a party, as of the Speaker, those where it stood nowhere else: against one of more seats is not told apart.
    """
    seats = {seat for named in work.seats for seat in named.values}
    if slot in work.parties:
        held = work.catalogue.lone_stands(slot.values[0])
    else:
        card = work.catalogue.person(slot.values[0]) if len(slot.values) == 1 else None
        held = card.stands if card else ()
    years = {(year.year, year.month) for year in work.years}
    return [
        stand
        for stand in held
        if (not seats or stand.seat in seats)
        and (not years or not years.isdisjoint({(stand.date.year, None), (stand.date.year, stand.date.month)}))
        and work.kind in (None, stand.kind)
    ]


@needs("a seat")
@needs("not_aux")
@needs("stand", "candidates")
def stood_not(work: Work) -> Query | None:
    """ "labour didnt stand in batley and spen 2016": said to be so, which is checked."""
    if len(work.parties) + len(work.people) != 1 or len(work.seats) != 1 or work.opens_as("denials"):
        return None
    if not _DENIED.issuperset(work.hits) or work.free_numbers():
        return None
    work.take(*_DENIED)
    work.use_words(*work.group("fringe"))
    return Check(where=work.selection(), expect=(ExpectedStood(),), negated=True)
