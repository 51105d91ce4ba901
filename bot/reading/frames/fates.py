"""What became of a seat, whether it still exists, what it was made from, what replaced it."""

from __future__ import annotations

from bot.reading.frames.taken import oldest
from bot.reading.framing import needs
from bot.reading.meanings import is_said_a_member
from bot.reading.time_kinds import Day, Side, Year
from bot.reading.work import Work
from knowledge.query import Fate, Query, Selection


@needs("a seat")
@needs("fate", "exists", "made_from", "mp", "now", "finish", "changed_hands", "a stretch of time")
def fate(work: Work) -> Query | None:
    """What became of a seat, whether it still exists, what it was made from."""
    if not _spoken_of(work) or work.parties or work.has("who") or not _is_theirs(work):
        return None
    # who sat on a day is no question of what the seat is now
    member = _any_member(work) and not any(isinstance(time, Day) for _, time in work.slots.times)
    if not (member or work.has("fate", "exists", "made_from") or _gone_now(work) or _ended_up(work)):
        return None
    past = bool(work.years) and work.years[0].year != work.calendar.generals[-1].year
    if past and not work.has("exists", "made_from"):
        return None
    work.when()
    made = _of_old_seats(work)
    if made is None:
        made = work.has("made_from") and not work.has("fate")
    if member or work.has("exists"):
        work.take("mp", "get", "check", "hold")
    ask = "exists" if member or work.has("exists") else "made-from" if made else "became"
    if _is_end_asked(work, ask):
        ask = "gone"
        work.take("check", "aux")
    work.take("fate", "exists", "made_from", "now", "replace", "when", "what", "result", "changed_hands", "seats")
    work.take("listing", "which", "where", "how_many", "finish")
    seats = work.use(work.seats) or work.inherited.seats
    where = Selection(seats=seats)
    return Fate(where=where if work.use(work.people) else oldest(work, where), ask=ask)


def _is_end_asked(work: Work, ask: str) -> bool:
    """ "was it scrapped in 2024": whether a seat came to an end, at the last boundary change where a year is told."""
    said = work.hits.get("fate" if ask == "became" else "exists", ())
    if ask == "made-from" or not any(work.text(at) in work.group("ending_words") for at in said):
        return False
    if not (work.asks_whether or work.has("check")) or work.has("not", "not_aux"):
        return False
    generals = work.calendar.generals
    seats = [seat for slot in work.seats for seat in slot.values] or work.inherited.seats
    before = len(generals) > 1 and all(work.catalogue.polls(seat)[-1][0] < generals[-2] for seat in seats)
    return not (work.years and before)


_OF_PLACE = frozenset({"located", "which", "what", "where", "listing", "aux", "check", "seats", "party_of"})
"""Cues beside which no more is asked than where a seat lies."""


@needs("a seat")
@needs("located", "where", "check", groups=("verb_openers",))
def located(work: Work) -> Query | None:
    """ "which region is copeland in", "is berwick in scotland"."""
    if len(work.seats) != 1 or work.people or work.parties or work.timed or not _OF_PLACE.issuperset(work.hits):
        return None
    bare = work.has("where") and {"where", "aux", "seats"}.issuperset(work.hits) and work.opens_with("where", "wheres")
    asked = (work.has("located") or bare) and not work.areas
    claimed = len(work.areas) == 1 and (work.asks_whether or work.has("check")) and work.says("lying_in")
    if not (asked or claimed):
        return None
    work.take(*_OF_PLACE)
    work.use_words("in", "region", "seat", "constituency")
    where = Selection(seats=work.use(work.seats), areas=work.use(work.areas))
    return Fate(where=where, ask="region")


@needs("a seat")
@needs("created")
def created(work: Work) -> Query | None:
    """ "when was copeland created"."""
    if len(work.seats) != 1 or work.people or work.parties or work.timed or work.has("who", "why", "majority"):
        return None
    work.take("created", "when", "what", "seats", "first_time", "aux")
    return Fate(where=oldest(work, Selection(seats=work.use(work.seats))), ask="created")


def _spoken_of(work: Work) -> bool:
    """Whether a seat is named, or was spoken of before and nobody is asked about."""
    return bool(work.seats or (work.inherited.seats and not work.speaks_of_person))


def _is_theirs(work: Work) -> bool:
    """ "what happened to tony blair's old seat sedgefield": whoever is named only says whose seat it was."""
    if not work.people:
        return True
    named = {seat for slot in work.seats for seat in slot.values}
    cards = [card for slot in work.people for card in map(work.catalogue.person, slot.values) if card]
    sat = any(stand.elected and stand.seat in named for card in cards for stand in card.stands)
    return (
        sat and work.has("fate") and work.has("seats") and all(slot.span < work.seats[0].span for slot in work.people)
    )


def _any_member(work: Work) -> bool:
    """ "has waveney got an mp these days", "workington: any mp for it now": whether there is one at all."""
    if not set(work.hits) <= {"mp", "now", "get", "aux", "check", "exists"} or work.years:
        return False
    if not (work.asks_whether or work.has("now", "check")):
        return False
    if any(is_said_a_member(work.cover, slot.span, work.lexicon.groups) for slot in work.seats):
        return False
    starts = [work.cover.spans[at].start for at in work.hits.get("mp", ())]
    return any(at and work.cover.tokens[at - 1].text in work.group("indefinite") for at in starts)


def _ended_up(work: Work) -> bool:
    """ "where did sedgefield end up": of a seat itself, what it became."""
    if set(work.hits) <= {"changed_hands", "what", "aux", "seats"} and not work.timed:
        # "saffron walden became?"
        return work.cover.spans[-1].end - 1 in {work.cover.spans[at].start for at in work.hits["changed_hands"]}
    told = {work.text(at) for at in work.hits.get("finish", ())}
    return bool(told) and told <= work.group("ended_up") and set(work.hits) <= {"where", "finish", "aux", "seats"}


_ASKING_NOW = frozenset({"now", "what", "which", "where", "seats", "aux", "listing", "general_election", "since"})
"""Cues beside which a seat that is gone is asked for as what it became."""


def _gone_now(work: Work) -> bool:
    """ "what is arfon now", "delyn seat now": of a seat that is gone, what it became."""
    last = work.calendar.generals[-1]
    since = [time.anchor for _, time in work.slots.times if isinstance(time, Side) and time.side in {"since", "after"}]
    # "bosworth seat since 2024"
    gone = work.has("seats") and any(isinstance(each, Year) and each.year >= last.year for each in since)
    asked = (work.has("now") or gone) and set(work.hits) <= _ASKING_NOW
    seats = [seat for slot in work.seats for seat in slot.values] or list(work.inherited.seats)
    return asked and bool(seats) and all(max(work.catalogue.polls(seat))[0] < last for seat in seats)


def _of_old_seats(work: Work) -> bool | None:
    """Whether the seat is the new one of a change, by the side of the phrase it stands on; None where none says."""
    seat = work.seats[0].span if work.seats else -1
    for cue in ("fate", "made_from", "changed_hands"):
        for at in work.hits.get(cue, ()):
            text = work.text(at)
            if text in work.group("old_behind"):
                return seat < at
            if text in work.group("new_behind"):
                return seat > at
    return None


@needs("a seat")
@needs("replace", "changed_hands")
def replaced_seat(work: Work) -> Query | None:
    """ "what replaced Kensington": a thing replaced the seat, so the seat is asked about."""
    if not _spoken_of(work) or work.people or work.parties:
        return None
    if work.has("who", "mp", "when"):
        return None
    if not work.has("what", "which", "where", "fate", "listing"):
        return None
    if len(work.slots.times) == 1 and work.years == [Year(work.calendar.generals[-1].year)]:
        # "which seat followed it in 2024": when its boundaries were changed last
        work.when()
    work.take("replace", "what", "which", "where", "fate", "changed_hands", "now", "listing", "seats")
    ask = "made-from" if _of_old_seats(work) else "became"
    return Fate(where=Selection(seats=work.use(work.seats) or work.inherited.seats), ask=ask)
