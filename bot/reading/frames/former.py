"""Whoever was member, or held an office, before the one who does: "the former mp for bath", "the ex prime minister"."""

from __future__ import annotations

from bot.reading.frames.old_seats import of_both
from bot.reading.framing import needs
from bot.reading.time_kinds import Word
from bot.reading.work import Work
from knowledge.query import AnyTime, History, Holder, OfficeHolder, Query, Selection

_MEMBER = frozenset(
    {
        "who",
        "what",
        "which",
        "aux",
        "mp",
        "predecessor",
        "previous",
        "last",
        "listing",
        "history",
        "seats",
        "candidates",
    }
)
"""Cues of a question for a member who sits no more."""
_OFFICE = frozenset({"who", "what", "which", "aux", "pm", "leader", "previous", "last"})
"""Cues of a question for somebody who holds an office no more."""


@needs("a seat")
@needs("mp", "predecessor")
@needs(groups=("former_words", "last_words"))
def member(work: Work) -> Query | None:
    """ "the former mp for bath", "the last but one member for hove"; of a party, when it last won the seat."""
    if len(work.seats) != 1 or work.people or _is_dated(work) or not _MEMBER.issuperset(work.hits):
        return None
    if work.opens_as("verb_openers") or work.free_numbers() or not _is_led(work, ("mp", "predecessor")):
        return None
    if len(work.parties) > 1 or (work.parties and not _is_gone(work)):
        return None
    _take(work, _MEMBER)
    seats, parties = work.use(work.seats), work.use(work.parties)
    if parties:
        return of_both(work, History(where=Selection(seats=seats, parties=parties, when=AnyTime()), ask="last-won"))
    if work.says("sitting_members"):
        return History(where=Selection(seats=seats, when=AnyTime()), ask="members")
    days = [day for seat in seats for day, _ in work.catalogue.polls(seat)]
    gone = not days or max(days) < work.calendar.generals[-1]
    # of a seat that is gone, whoever sat last is its former member
    return Holder(where=Selection(seats=seats), relation=None if gone else "before")


@needs("pm", "leader")
@needs(groups=("former_words", "last_words"))
def office_holder(work: Work) -> Query | None:
    """ "the former labour leader": whoever held the office before the one who holds it."""
    if work.seats or work.people or _is_dated(work) or not _OFFICE.issuperset(work.hits):
        return None
    if work.opens_as("verb_openers") or work.free_numbers() or not _is_led(work, ("pm", "leader")):
        return None
    if work.has("pm") == (len(work.parties) == 1) or len(work.parties) > 1 or work.says("office_plurals"):
        return None
    if work.has("last") and not work.has("pm"):
        # "the last labour leader": the last of them, whoever that is
        return None
    office = "prime-minister" if work.has("pm") else "party-leader"
    party = work.parties[0].values[0] if work.parties else None
    holders = [led for led in work.calendar.leaders if led.office == office and party in (None, led.party)]
    last = max(holders, key=lambda led: led.since, default=None)
    if last is None:
        return None
    _take(work, _OFFICE)
    work.use(work.parties)
    if last.until is not None:
        # nobody holds it now: whoever did last is the former one
        return OfficeHolder(office=office, party=party, end="last")
    card = work.catalogue.person(last.person) if last.person else None
    # of somebody who has held it before, the one before this time is meant
    at = last.since if sum(led.name == last.name for led in holders) > 1 else None
    return OfficeHolder(office=office, party=party, before=card.name if card else last.name.title(), at=at)


def _is_led(work: Work, nouns: tuple[str, ...]) -> bool:
    """Whether such a word stands before the member or the office, or before their party."""
    parties = {slot.span for slot in work.parties}
    for at in (at for noun in nouns for at in work.hits.get(noun, ())):
        if not _words(work).isdisjoint(work.text(at).split()):
            return True
        lead = at - 2 if at - 1 in parties else at - 1
        if lead >= 0 and not _words(work).isdisjoint(work.text(lead).split()):
            return True
    return False


def _is_dated(work: Work) -> bool:
    """Whether a time is named, not but "the previous"."""
    return any(not isinstance(time, Word) for _, time in work.slots.times)


def _words(work: Work) -> frozenset[str]:
    return work.group("former_words") | work.group("last_words")


def _is_gone(work: Work) -> bool:
    """Whether the party named does not hold the seat now, or the last member of theirs is asked for."""
    if work.has("last"):
        return True
    won = [contest for seat in work.seats[0].values for contest in work.catalogue.won_in(seat)]
    party = work.catalogue.counts_as().get(won[-1].party, won[-1].party) if won else None
    return party not in work.parties[0].values


def _take(work: Work, cues: frozenset[str]) -> None:
    work.take(*cues)
    work.use_times(Word)
    work.use_words(*_words(work))
