"""Who came before whom: "who replaced Cameron" asks for the next, "whom did Cameron replace" for the one before."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import Holder, InYears, Latest, OfficeHolder, OnDay, Query, Selection, Several


def relation(work: Work) -> Literal["before", "after"] | None:
    """Whether a verb or noun of following asks for the holder "before" or "after" the one named; else None."""
    at = work.first("replace")
    if not work.has("replace"):
        return None
    return "before" if _follows_subject(work, at) else "after"


def _follows_subject(work: Work, at: int) -> bool:
    """Whether the one named is who followed: the name stands before an active verb, or behind "replaced by"."""
    if work.text(at) in work.group("succession_nouns"):
        return False
    if work.text(at) in work.group("giving_way"):
        # "who handed over to thatcher": whoever is named behind the verb followed
        return not any(_is_name(work, place) for place in range(at))
    passive = not work.group("passive_marks").isdisjoint(work.text(at).split())
    if at and not passive and "who" in work.cover.spans[at - 1].cues and work.text(at - 1).split()[-1] == "who":
        # "carswell quit clacton, who replaced him"
        return False
    led = any(_is_name(work, place) for place in range(at))
    tokens, span = work.cover.tokens, work.cover.spans[at]
    around = {token.text for token in tokens[max(0, span.start - 1) : span.end + 1]}
    return led == around.isdisjoint(work.group("passive_marks"))


def _is_name(work: Work, at: int) -> bool:
    """Whether a span names somebody, held or not, or points at one."""
    span = work.cover.spans[at]
    if work.text(at) in work.group("person_pronouns"):
        return True
    if any(slot.span == at for slot in work.seats):
        # "leigh: which mp followed andy burnham": a place, whoever bears its name
        return False
    return span.unknown or any(slot.span == at for slot in work.people) or (span.person is not None and not span.cues)


def side_asked(work: Work) -> Literal["before", "after"] | None:
    """Whether the member before, or after, somebody is asked for."""
    side = relation(work)
    if side is not None:
        return side
    if work.has("predecessor"):
        return "before"
    if beside_member(work) is not None:
        return beside_member(work)
    if work.people or work.inherited.people or work.inherited.seats:
        if work.says("members_before"):
            return "before"
        if "after" in work.words or ("since" in work.words and work.people and not work.years):
            return "after"
    return None


def beside_member(work: Work) -> Literal["before", "after"] | None:
    """ "totnes after wollaston": the side of somebody who sat for the seat named before them, and no more."""
    if len(work.seats) != 1 or len(work.people) != 1 or work.parties or work.timed or work.slots.numbers:
        return None
    start = work.start(work.people[0])
    lead = work.cover.tokens[start - 1].text if start else ""
    before = lead in work.group("members_before")
    if work.seats[0].span > work.people[0].span or not (before or lead in work.group("members_after")):
        return None
    if not set(work.hits) <= {"since", "until", "aux", "what", "previous", "following", "ahead", "result"}:
        return None
    cards = work.catalogue.cards(work.people[0].values)
    sat = any(stand.elected and stand.seat in work.seats[0].values for card in cards for stand in card.stands)
    return ("before" if before else "after") if sat else None


def with_office(work: Work, holder: Holder) -> Query:
    """ "truss was followed by who": of a Prime Minister, who came next in office as well as in the seat."""
    both = len(work.people) == 1 and {"before", "after"} <= work.words
    # "who was mp for totnes before and after sarah wollaston"
    sides = tuple(holder.model_copy(update={"relation": side}) for side in ("before", "after"))
    seated: Query = Several(parts=sides) if both else holder
    if holder.where.seats or len(work.people) != 1 or work.has("mp", "seats", "hold", "take") or work.slots.times:
        return seated
    # of a name that several bear, which one is meant is asked first
    bearers = work.people[0].values
    names = {led.name for led in work.calendar.led_by(bearers) if led.office == "prime-minister"}
    if len(bearers) != 1 or len(names) != 1 or work.says("of_one_member"):
        return seated
    (name,) = names
    if both:
        terms = (OfficeHolder(office="prime-minister", before=name), OfficeHolder(office="prime-minister", after=name))
        return Several(parts=terms)
    after, before = (name, None) if holder.relation == "after" else (None, name)
    return Several(parts=(OfficeHolder(office="prime-minister", after=after, before=before), holder))


def in_office(work: Work) -> Query | None:
    """ "who became pm when chamberlain resigned": who came next as Prime Minister, whatever became of the seat."""
    (slot,) = work.people
    names = {led.name for led in work.calendar.led_by(slot.values) if led.office == "prime-minister"}
    if len(names) != 1 or work.seats or work.slots.times:
        return None
    work.use(work.people)
    return OfficeHolder(office="prime-minister", after=names.pop())


def in_year_of(work: Work, side: Literal["before", "after"]) -> Query | None:
    """ "who did gwynfor evans replace in 1966": beside the member of the seat they won, or did not win again, then."""
    if len(work.people) != 1 or len(work.years) != 1:
        return None
    named = {seat for slot in work.seats for seat in slot.values}
    year, found = work.years[0].year, set[tuple[str, date]]()
    for card in work.catalogue.cards(work.people[0].values):
        for stand in card.stands:
            contests = [c for c in work.catalogue.won_in(stand.seat) if c.date > stand.date]
            then = stand.date.year if side == "before" else contests[0].date.year if contests else 0
            follows = side == "before" or contests[0].person != card.id if contests else side == "before"
            if stand.elected and then == year and follows and (not named or stand.seat in named):
                found.add((stand.seat, stand.date))
    if len({seat for seat, _ in found}) != 1:
        return None
    # won twice in one year, a seat was taken over at the first, and given up at the last
    seat, day = min(found) if side == "before" else max(found)
    work.use(work.people)
    work.use(work.seats)
    work.use_times()
    return Holder(where=Selection(seats=(seat,)), at=day + timedelta(days=1), relation=side, of_member=True)


def of_the_spoken(work: Work, side: Literal["before", "after"]) -> Query:
    """Who came before or after the member that the last answer named."""
    seats, people = work.inherited.seats, work.inherited.people
    won = _winner_spoken_of(work) if seats else None
    if won is not None:
        return Holder(where=Selection(seats=seats), at=won, relation=side, of_member=True)
    spoken = work.inherited.holder
    if spoken is None:
        return Holder(where=Selection(seats=seats, people=people), relation=side)
    # "who was it before him": before the member the last answer named
    again = spoken.relation == side
    base = spoken.model_copy(update={"relation": side, "steps": spoken.steps + 1 if again else 1})
    return base if again or spoken.where.people else base.model_copy(update={"of_member": spoken.at is not None})


def _winner_spoken_of(work: Work) -> date | None:
    """The day after the contest spoken of, from which its winner sat; of somebody else who was spoken of, none."""
    when, people = work.inherited.when, work.inherited.people
    if isinstance(when, Latest) and when.kind is ElectionKind.BY_ELECTION and work.inherited.day:
        when = OnDay(day=work.inherited.day, kind=when.kind)
    if not isinstance(when, InYears | OnDay):
        return None
    years = when.years if isinstance(when, InYears) else (when.day.year,)
    contests = [contest for seat in work.inherited.seats for contest in work.catalogue.won_in(seat)]
    then = [won for won in contests if won.date.year in years and when.kind in (None, won.kind)]
    if isinstance(when, OnDay):
        then = [won for won in then if won.date == when.day] or then
    elif when.month is not None:
        then = [won for won in then if won.date.month == when.month]
    last = max(then, key=lambda won: won.date, default=None)
    if last is None or (people and last.person not in people):
        return None
    return last.date + timedelta(days=1)


def dated_by_win(work: Work) -> bool:
    """ "who was leader of the tories when blair won": somebody else's win says when, if anything does."""
    if len(work.people) != 1 or not work.parties or not work.has("win", "came_in"):
        return False
    slot = work.people[0]
    start, behind = work.start(slot), slot.span + 1
    when = start > 0 and work.cover.tokens[start - 1].text == "when"
    return when and behind in {*work.hits.get("win", ()), *work.hits.get("came_in", ())}
