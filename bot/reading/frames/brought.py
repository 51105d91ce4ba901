"""What general elections brought: who governed after one, what a leader made of all of them, a leader's majorities."""

from __future__ import annotations

from datetime import date
from typing import Literal

from bot.reading.dated import in_year
from bot.reading.frames.beating import is_beaten
from bot.reading.framing import needs
from bot.reading.time_kinds import KindOf, Side, Word, Year
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.queries.calendar import FORMED, Led
from knowledge.query import (
    AnyTime,
    Focus,
    Governments,
    InYears,
    Latest,
    Measure,
    Of,
    Query,
    Rank,
    Result,
    Selection,
    Several,
    Totals,
)

_EVERY = AnyTime(kind=ElectionKind.GENERAL)


@needs("pm", "came_in", "government")
def brought(work: Work) -> Query | None:
    """ "who became PM at the 1970 election": whom it brought or kept in office."""
    if work.anchored or work.parties:
        return None
    named = "pm" in work.hits or any(_names_office(work.text(at)) for at in work.hits.get("came_in", ()))
    if not named or work.has("majority", "outright", "seats", "share", "how_long", "replace", "predecessor"):
        return None
    if any(work.text(at) not in work.group("votes_held") for at in work.hits.get("votes", ())):
        return None
    elected = _election(work) if work.timed else _spoken(work)
    if elected is None or (work.timed and not _as_its_outcome(work)):
        return None
    work.use_times()
    work.use_words(*work.group("bringing"))
    work.take("pm", "came_in", "who", "which", "what", "leader", "government", "get", "finish", "result", "take", "win")
    work.take("changed_hands", "following", "put", "general_election", "mp", "hold", "transfer", "career", "votes")
    work.take("party_of")
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


def _spoken(work: Work) -> InYears | None:
    """The general election spoken of before: "who had most seats in feb 74 and who became pm"."""
    when = work.inherited.when
    held = {day.year for day in work.calendar.generals}
    now = work.has("now") or work.opens_with("whos") or not work.words.isdisjoint({"is", "are"})
    if not isinstance(when, InYears) or now or len(when.years) != 1 or when.years[0] not in held:
        return None
    return None if when.kind is ElectionKind.BY_ELECTION else when.model_copy(update={"kind": ElectionKind.GENERAL})


def _as_its_outcome(work: Work) -> bool:
    """Whether the election is spoken of as what brought somebody in, and not as a mere date."""
    sides = [(work.text(at).split()[0], time.side) for at, time in work.slots.times if isinstance(time, Side)]
    after = any(side == "after" for _, side in sides)
    if any(side != "after" and word != "from" for word, side in sides):
        return False
    election = work.says("votes_held") or work.kind is ElectionKind.GENERAL or work.has("following")
    moved = work.says("bringing") or work.has("came_in")
    return after or work.has("following") or (election and moved)


@needs("a person")
@needs("no seat named")
@needs("win", "lose", "pm")
def record(work: Work) -> Query | None:
    """ "how many general elections did wilson win": those that a leader came out of as Prime Minister."""
    if work.years or work.areas or work.slots.quoted:
        return None
    led = leader(work)
    if led is None or work.kind is ElectionKind.BY_ELECTION or not _of_elections(work, led):
        return None
    ended = work.has("get", "leave", "finish", "hold") or work.says("bringing")
    outcome = work.has("win", "lose") or (work.has("pm") and ended)
    if not outcome or work.has("majority", "outright", "seats", "votes", "share", "beat", "runner_up", "by_how_much"):
        return None
    work.use(work.people)
    work.use(work.parties)
    if _are_counted(work):
        work.used.update(at for at, _ in work.free_numbers())
        work.use_words("years")
    claim = _claim(work)
    work.take("win", "lose", "get", "pm", "leader", "how_many", "times_count", "listing", "which", "what", "ever")
    work.take("career", "all_time", "general_election", "total", "leave", "finish", "hold", "check", "when")
    work.take("unelected", "only", "versus")
    work.use_times(KindOf, Word)
    return Governments(when=_EVERY, ask="record", leader=led, claim=claim)


def _are_counted(work: Work) -> bool:
    """ "maggie's 3 wins": a number right before wins, fewer than anybody wins of a seat's own, asks for no more."""
    free = work.free_numbers()
    if len(free) != 1 or work.seats or free[0][1].unit or not work.has("which", "when", "what", "listing", "history"):
        return False
    return free[0][0] + 1 in work.hits.get("win", ()) and work.text(free[0][0] + 1) in work.group("plural_wins")


def _claim(work: Work) -> Literal["won", "lost", "none-won", "none-lost"] | None:
    """What is said of the record, where yes or no is asked for."""
    denied = work.take("not")
    if denied:
        return "none-lost" if work.has("lose") else "none-won"
    bare = work.has("ever") and not work.has("who", "which", "what", "when", "how_many", "times_count", "listing")
    if not (work.opens_as("openers") or work.asks_behind or work.has("check") or bare):
        return None
    return "lost" if work.has("lose") else "won"


def _of_elections(work: Work, led: str) -> bool:
    """Whether general elections are spoken of; of a Prime Minister, any elections but those of one seat."""
    if work.kind is ElectionKind.GENERAL:
        return True
    if work.has("pm") and "elected" in work.words and work.opens_as("openers"):
        # "was brown ever elected pm"
        return True
    governed = any(each.office == "prime-minister" for each in work.calendar.led(led))
    never = "never" in work.words and "election" in work.words and work.kind is None
    if governed and (never or _are_counted(work)):
        return True
    if work.says("several_elections") and work.has("lose"):
        # "how many elections did kinnock lose": whoever led a party that governs is spoken of as its head
        parties = {
            each.party for each in work.calendar.leaders if each.office == "prime-minister" and _since_the_war(each)
        }
        return any(each.party in parties for each in work.calendar.led(led))
    return governed and (work.says("several_elections") or (work.has("leader", "pm") and work.says("votes_held")))


@needs("a person")
@needs("majority", "outright")
def leaders_majorities(work: Work) -> Query | None:
    """ "thatcher's largest commons majority": which of the majorities under a Prime Minister."""
    if work.years or work.areas:
        return None
    led = leader(work, office="prime-minister")
    if led is None:
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
    work.take("how_many", "ever", "all_time", "get", "win", "listing", "seats", "government", "pm")
    work.use_words(*work.group("asked_beside"))
    work.use_times(KindOf, Word)
    _use_their_number(work, led)
    return Governments(when=_EVERY, ask="majority", leader=led, extreme=extreme)


def _use_their_number(work: Work, led: str) -> None:
    """ "all three elections": how many a leader fought is only mentioned, where it is right."""
    fought = elections_of(work, led)
    for at, number in work.free_numbers():
        if number.value == len(fought) and not number.unit:
            work.used.add(at)


def elections_of(work: Work, led: str) -> list[date]:
    """The general elections fought at the head of a party."""
    times = [each for each in work.calendar.led(led) if each.office == "party-leader" and each.name == led]
    return [day for day in work.calendar.generals if any(each.on(day) for each in times)]


_MEASURES = {"seats": Measure.SEATS, "votes": Measure.VOTES, "share": Measure.SHARE}


@needs("a person")
@needs("no seat named")
@needs(groups=("each_time", "of_each"))
def each_election(work: Work) -> Query | None:
    """ "corbyn's two elections, seats won in each": of the party at every general election under a leader."""
    if work.years or work.areas or not work.says("each_time", "of_each") or work.has("highest", "lowest"):
        return None
    led = leader(work)
    if led is None:
        return None
    measures = tuple(measure for cue, measure in _MEASURES.items() if work.has(cue))
    house = work.has("majority", "outright")
    if not (measures or house) or not work.says("several_elections", "of_each", "of_a_win"):
        return None
    fought = elections_of(work, led)
    parties = {each.party for each in work.calendar.led(led) if each.name == led and each.office == "party-leader"}
    if not fought or len(parties) != 1:
        return None
    work.use(work.people)
    work.use(work.parties)
    _use_their_number(work, led)
    work.take(*_MEASURES, "majority", "outright", "career", "win", "get", "listing", "how_many", "how_much", "what")
    work.take("both", "leader", "pm", "general_election", "result", "lose", "total", "which", "chamber")
    work.use_times(KindOf, Word)
    if house:
        return Governments(when=_EVERY, ask="majority", leader=led)
    years = tuple(dict.fromkeys(day.year for day in fought))
    when = InYears(years=years, kind=ElectionKind.GENERAL)
    return Totals(where=Selection(parties=tuple(parties), when=when), measures=measures)


_ENDS = ("last", "latest", "last_time", "first_time")
"""Cues of the last of a leader's elections, or the first."""
_OF_LAST = frozenset(
    {*_MEASURES, *_ENDS, "how_many", "how_much", "what", "which", "get", "win", "general_election", "aux"}
)
"""Cues beside which no more is asked than what a party got at a leader's first or last election."""


@needs("a person")
@needs("no seat named")
@needs("seats", "votes", "share")
@needs(*_ENDS)
@needs(groups=("theirs",))
def last_election(work: Work) -> Query | None:
    """ "how many seats did blair get at his last election": of the party, at the last one fought at its head."""
    if work.years or work.areas or work.kind is ElectionKind.BY_ELECTION or not work.hits.keys() <= _OF_LAST:
        return None
    led = leader(work)
    fought = elections_of(work, led) if led is not None else []
    starts = [work.cover.spans[at].start for cue in _ENDS for at in work.hits.get(cue, ())]
    own = all(at and work.cover.tokens[at - 1].text in work.group("theirs") for at in starts)
    if led is None or not fought or not own or not work.says("votes_held"):
        return None
    day = fought[0] if work.has("first_time") else fought[-1]
    heads = {each.party for each in work.calendar.led(led) if each.name == led and each.on(day)}
    if len(heads) != 1:
        return None
    measures = tuple(measure for cue, measure in _MEASURES.items() if work.has(cue))
    work.use(work.people)
    work.use(work.parties)
    work.use_times()
    work.take(*_OF_LAST)
    when = in_year(Year(day.year, day.month), ElectionKind.GENERAL)
    return Totals(where=Selection(parties=tuple(heads), when=when), measures=measures)


@needs("a person")
@needs("lose", "beat")
def lost_to(work: Work) -> Query | None:
    """ "who did douglas-home lose to in 64": of a leader who kept the seat, who won the country."""
    if len(work.years) != 1 or not work.opens_as("party_askers"):
        return None
    led = leader(work)
    elected = _election(work)
    if led is None or elected is None or not _kept_a_seat(work, led):
        return None
    year = work.years[0]
    days = [day for day in elections_of(work, led) if day.year == year.year and year.month in (None, day.month)]
    if not days:
        return None
    if not is_beaten(work):
        return _lost_to_them(work, elected, days[-1])
    work.use(work.people)
    work.use(work.parties)
    work.use_times()
    work.take("lose", "beat", "who", "get", "general_election", "win")
    return Governments(when=elected, ask="formed")


def _lost_to_them(work: Work, elected: InYears, day: date) -> Query | None:
    """ "who lost to thatcher in 1983", of who governed then: who lost in the seat, and who in the country."""
    governing = [led for led in work.calendar.led_by(work.people[0].values) if led.office == "prime-minister"]
    if work.parties or not any(led.on(day + FORMED) for led in governing):
        return None
    where = Selection(people=work.use(work.people), when=elected, place=1)
    work.use_times()
    work.take("lose", "beat", "who", "get", "general_election", "win", "aux")
    return Several(parts=(Result(where=where, focus=Focus.RUNNER_UP), Totals(where=Selection(when=elected))))


def _kept_a_seat(work: Work, led: str) -> bool:
    """Whether a leader won a seat at the general election of the year named."""
    people = {each.person for each in work.calendar.led(led) if each.name == led and each.person}
    stands = [stand for card in map(work.catalogue.person, people) if card for stand in card.stands]
    return any(stand.elected and stand.date.year == work.years[0].year for stand in stands)


@needs("highest")
@needs("votes")
@needs("seats")
def pluralities(work: Work) -> Query | None:
    """ "who won most votes and who won most seats", "did heath win most votes or most seats": both are told."""
    if work.seats or work.kind is ElectionKind.BY_ELECTION or work.has("lowest", "closest", "minority_winner"):
        return None
    most = [at for at in work.hits.get("highest", ()) if work.text(at).split()[0] in work.group("most_of")]
    if not (most and work.has("votes") and work.has("seats")) or work.has("share", "majority", "women", "turnout"):
        return None
    if not work.says("joints") or work.words.isdisjoint(work.group("pluralities")):
        return None
    if work.hits["votes"][0] == work.hits["seats"][0]:
        return None
    work.use(work.people)
    work.use(work.parties)
    work.take("highest", "votes", "seats", "who", "which", "party_of", "win", "get", "listing", "versus", "leader")
    where = Selection(areas=work.use(work.areas), when=work.when(Latest(kind=ElectionKind.GENERAL)))
    if where.when.type != "relative" and where.when.kind is None:
        where = where.model_copy(update={"when": where.when.model_copy(update={"kind": ElectionKind.GENERAL})})
    ranks = [
        Rank(where=where, of=Of.PARTIES, measure=measure, highest=True, limit=2)
        for measure in (Measure.VOTES, Measure.SEATS)
    ]
    return Several(parts=tuple(ranks))


def leader(work: Work, *, office: str | None = None) -> str | None:
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
