"""Prime Ministers, leaders, governments and hung parliaments."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from bot.reading.frames.national import general
from bot.reading.times import Day, Side, Year
from bot.reading.work import Slot, Work
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
    When,
)


def office(work: Work) -> Query | None:
    """Prime Minister or party leader at a date, or before or after somebody."""
    pm = work.has("pm")
    leader = work.has("leader") and bool(work.parties or work.inherited.parties) and not work.has("government", "votes")
    if not (pm or leader) or work.seats or work.has("majority", "outright"):
        return None
    name = _name(work)
    before, after = _relation(work)
    at, until = _moment(work)
    work.take(
        "pm", "leader", "who", "when", "mp", "now", "replace", "predecessor", "since", "until", "get", "win", "how_long"
    )
    work.take(
        "take", "changed_hands", "hold", "government", "listing", "seats", "elected", "first_time", "which", "what"
    )
    party = (work.use(work.parties) or (None,))[0]
    where = "prime-minister" if pm else "party-leader"
    if name and not (before or after):
        return OfficeHolder(office=where, party=party if leader else None, person=name)
    return OfficeHolder(
        office=where,
        party=party if leader and not pm else None,
        at=at,
        until=until,
        after=name if after else None,
        before=name if before else None,
    )


def _name(work: Work) -> str | None:
    """The person named, by the words used; people who are not held as candidates count too."""
    tokens, spans = work.cover.tokens, work.cover.spans
    for slot in work.people:
        work.used.add(slot.span)
        span = spans[slot.span]
        return slot.label if slot.how != "surname" else tokens[span.end - 1].base
    left = [at for at, span in enumerate(spans) if span.unknown or (span.person and not span.cues)]
    if 0 < len(left) <= 3:
        for at in left:
            work.used.add(at)
        return " ".join(tokens[i].base for at in left for i in range(spans[at].start, spans[at].end))
    return None


def _relation(work: Work) -> tuple[bool, bool]:
    words = {token.text for token in work.cover.tokens}
    after = bool(
        words & {"after", "followed", "replaced", "succeeded", "follow", "succeed", "replace", "successor", "next"}
    )
    before = bool(words & {"before", "preceded", "predecessor", "previous"})
    return before, after and not before


def _moment(work: Work) -> tuple[date | None, date | None]:
    since = until = None
    for at, time in work.slots.times:
        work.used.add(at)
        if isinstance(time, Year):
            since = date(time.year, time.month or 1, 1)
            month = time.month or 12
            until = date(time.year, month, monthrange(time.year, month)[1])
        elif isinstance(time, Day):
            since = time.day
        elif isinstance(time, Side) and isinstance(time.anchor, Year):
            since = date(time.anchor.year, 12, 31) if time.side in {"after", "since"} else date(time.anchor.year, 1, 1)
    return since, until


def governments(work: Work) -> Query | None:
    """Governments formed, hung parliaments, elections won on fewer votes."""
    if work.seats or work.kind is ElectionKind.BY_ELECTION:
        return None
    if work.has("minority_winner"):
        work.take(
            "minority_winner", "ever", "all_time", "win", "which", "when", "party_of", "seats", "votes", "check", "aux"
        )
        work.take("listing", "has", "than", "worse", "better", "highest", "lose")
        return Governments(when=work.when(AnyTime(kind=ElectionKind.GENERAL)), ask="seats-without-votes")
    if work.has("hung"):
        work.take(
            "hung",
            "listing",
            "how_many",
            "when",
            "which",
            "all_time",
            "last_time",
            "ever",
            "what",
            "win",
            "there",
            "result",
        )
        work.take("check", "latest", "majority", "get", "produce", "times_count")
        return Governments(
            when=work.when(AnyTime(kind=ElectionKind.GENERAL)), ask="hung", parties=work.use(work.parties)
        )
    if not work.has("government") or (work.parties and work.has("votes", "seats", "share")):
        return None
    work.take(
        "government",
        "leader",
        "who",
        "which",
        "what",
        "win",
        "pm",
        "take",
        "get",
        "hold",
        "after",
        "party_of",
        "since",
        "how_much",
    )
    majority = work.take("majority", "outright")
    name = _name(work)
    when = _after(work) or work.when(Latest(kind=ElectionKind.GENERAL))
    return Governments(when=when, ask="majority" if majority else "formed", parties=work.use(work.parties), leader=name)


def _after(work: Work) -> When | None:
    """ "after the 1935 election": the election of that year."""
    for at, time in work.slots.times:
        if isinstance(time, Side) and isinstance(time.anchor, Year):
            for other, _ in work.slots.times:
                work.used.add(other)
            work.used.add(at)
            return InYears(years=(time.anchor.year,), month=time.anchor.month, kind=ElectionKind.GENERAL)
    return None


def _led_party(work: Work, slot: Slot) -> str | None:
    """The party that somebody led in the year named."""
    year = work.years[-1].year
    for led in work.calendar.led(slot.label) or work.calendar.led(work.text(slot.span)):
        if led.since.year <= year and (led.until is None or led.until.year >= year):
            return led.party
    return None


def leader_won(work: Work) -> Query | None:
    """ "did churchill win in 1951?": the government that the leader's party formed."""
    if work.seats or not work.people or not work.has("win", "outright") or work.parties:
        return None
    if not work.years or not (work.has("majority", "outright", "check") or work.kind is ElectionKind.GENERAL):
        return None
    slot = work.people[0]
    party = _led_party(work, slot)
    if party and work.opens_with("did", "was", "has"):
        work.take("win", "majority", "outright", "check", "get", "government", "pm")
        work.used.add(slot.span)
        where = Selection(parties=(party,), when=work.when(Latest(kind=ElectionKind.GENERAL)))
        return Check(where=general(where), expect=(ExpectedMajority(),))
    work.take("win", "lose", "majority", "outright", "check", "aux", "what", "how_much", "get", "government", "pm")
    work.used.add(slot.span)
    when = work.when(Latest(kind=ElectionKind.GENERAL))
    return Governments(when=when, ask="majority", leader=slot.label if slot.how != "surname" else work.text(slot.span))
