"""What general elections brought: who governed after one, what a leader made of all of them, a leader's majorities."""

from __future__ import annotations

from typing import Literal

from bot.reading.dated import in_year
from bot.reading.times import KindOf, Side, Word, Year
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.queries.catalogue import Led
from knowledge.query import AnyTime, Governments, InYears, Query

_EVERY = AnyTime(kind=ElectionKind.GENERAL)


def brought(work: Work) -> Query | None:
    """ "who became PM at the 1970 election": whom it brought or kept in office."""
    if work.anchored or work.parties or not work.has("pm", "came_in", "government"):
        return None
    named = "pm" in work.hits or any(_names_office(work.text(at)) for at in work.hits.get("came_in", ()))
    if not named or work.has("majority", "outright", "seats", "share", "how_long", "replace", "predecessor"):
        return None
    if any(work.text(at) not in work.group("votes_held") for at in work.hits.get("votes", ())):
        return None
    elected = _election(work)
    if elected is None or not _as_its_outcome(work):
        return None
    work.use_times()
    work.use_words(*work.group("bringing"))
    work.take("pm", "came_in", "who", "which", "what", "leader", "government", "get", "finish", "result", "take", "win")
    work.take("changed_hands", "following", "put", "general_election", "mp", "hold", "transfer", "career", "votes")
    return Governments(when=elected, ask="formed")


def _names_office(text: str) -> bool:
    """Whether words of coming in name the office itself: "became pm"."""
    return not {"pm", "minister", "10", "ten"}.isdisjoint(text.split())


def _election(work: Work) -> InYears | None:
    """The one year of general elections that the question names."""
    points = [time.anchor if isinstance(time, Side) else time for _, time in work.slots.times]
    years = [point for point in points if isinstance(point, Year)]
    others = [time for _, time in work.slots.times if not isinstance(time, Year | Side | KindOf | Word)]
    held = {(day.year, month) for day in work.calendar.generals for month in (None, day.month)}
    if len(years) != 1 or others or (years[0].year, years[0].month) not in held:
        return None
    return in_year(years[0], ElectionKind.GENERAL)


def _as_its_outcome(work: Work) -> bool:
    """Whether the election is spoken of as what brought somebody in, and not as a mere date."""
    sides = [(work.text(at).split()[0], time.side) for at, time in work.slots.times if isinstance(time, Side)]
    after = any(side == "after" for _, side in sides)
    if any(side != "after" and word != "from" for word, side in sides):
        return False
    election = work.says("votes_held") or work.kind is ElectionKind.GENERAL or work.has("following")
    moved = work.says("bringing") or work.has("came_in")
    return after or work.has("following") or (election and moved)


def record(work: Work) -> Query | None:
    """ "how many general elections did wilson win": those that a leader came out of as Prime Minister."""
    led = _leader(work)
    if led is None or work.years or work.areas or work.slots.quoted or work.kind is ElectionKind.BY_ELECTION:
        return None
    if not _of_elections(work, led):
        return None
    outcome = work.has("win", "lose") or (work.has("pm") and work.has("get", "leave", "finish", "hold"))
    if not outcome or work.has("majority", "outright", "seats", "votes", "share", "beat", "runner_up", "by_how_much"):
        return None
    work.use(work.people)
    work.use(work.parties)
    claim = _claim(work)
    work.take("win", "lose", "get", "pm", "leader", "how_many", "times_count", "listing", "which", "what", "ever")
    work.take("career", "all_time", "general_election", "total", "leave", "finish", "hold", "check", "when", "in_all")
    work.use_times(KindOf, Word)
    return Governments(when=_EVERY, ask="record", leader=led, claim=claim)


def _claim(work: Work) -> Literal["won", "lost", "none-won"] | None:
    """What is said of the record, where yes or no is asked for."""
    denied = work.take("not")
    if denied:
        return "none-won"
    if not (work.opens_as("openers") or work.has("check")):
        return None
    return "lost" if work.has("lose") else "won"


def _of_elections(work: Work, led: str) -> bool:
    """Whether general elections are spoken of; of a Prime Minister, any elections but those of one seat."""
    if work.kind is ElectionKind.GENERAL:
        return True
    governed = any(each.office == "prime-minister" for each in work.calendar.led(led))
    return governed and (work.says("several_elections") or (work.has("leader", "pm") and work.says("votes_held")))


def leaders_majorities(work: Work) -> Query | None:
    """ "thatcher's largest commons majority": which of the majorities under a Prime Minister."""
    led = _leader(work, office="prime-minister")
    if led is None or work.years or work.areas or not work.has("majority", "outright"):
        return None
    extreme: Literal["highest", "lowest"] | None = None
    if work.has("highest"):
        extreme = "highest"
    elif work.has("lowest", "closest"):
        extreme = "lowest"
    plural = work.says("majorities_held")
    if extreme is None and not plural:
        return None
    if not (plural or work.of_the_house) and (work.has("votes", "career", "mp") or work.says("of_one_member")):
        return None
    work.use(work.people)
    work.use(work.parties)
    work.take("majority", "outright", "highest", "lowest", "closest", "chamber", "when", "what", "which", "how_much")
    work.take("how_many", "ever", "all_time", "get", "win", "listing", "seats", "government", "pm", "in_all")
    work.use_words(*work.group("asked_beside"))
    work.use_times(KindOf, Word)
    return Governments(when=_EVERY, ask="majority", leader=led, extreme=extreme)


def _leader(work: Work, *, office: str | None = None) -> str | None:
    """The folded name of the one leader that the only person named may be; None where a seat is named too.

    Of a mere surname those count who governed, or led a party that has governed since the war.
    """
    if len(work.people) != 1 or work.seats:
        return None
    slot, person = work.people[0], work.cover.spans[work.people[0].span].person
    bearers = set(slot.values) | set(person.ids if person is not None and slot.how == "surname" else ())
    times = [led for led in work.calendar.led_by(bearers) if _fought(led, work)]
    parties = {led.party for led in work.calendar.leaders if led.office == "prime-minister" and _since_the_war(led)}
    if slot.how == "surname":
        times = [led for led in times if led.office == "prime-minister" or led.party in parties]
    people = {led.person for led in times if office in (None, led.office)}
    if len(people) != 1 or any(party not in {led.party for led in times} for party in _parties(work)):
        return None
    return next(led.name for led in times if led.person in people)


def _parties(work: Work) -> list[str]:
    """The parties named."""
    return [value for slot in work.parties for value in slot.values]


def _since_the_war(led: Led) -> bool:
    """Whether somebody led after 1945."""
    return led.until is None or led.until.year >= 1945


def _fought(led: Led, work: Work) -> bool:
    """Whether there was a general election in a time at the head of a party or the government."""
    return any(led.on(day) for day in work.calendar.generals)
