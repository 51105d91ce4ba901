"""By-elections that a government lost or won: those of its party, in its time."""

from __future__ import annotations

from datetime import date, timedelta

from bot.reading.framing import needs
from bot.reading.time_kinds import KindOf, Word
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.queries.calendar import Led
from knowledge.query import Between, Count, InYears, Listing, Of, Outcome, Query, Selection, When

_OF_OTHER = (
    "highest", "lowest", "closest", "average", "why", "not", "majority", "turnout", "share", "swing", "how_long",
    "closeness", "by_how_much", "last_time", "first_time", "last", "deposit", "cause", "beat", "over", "changed_hands",
)  # fmt: skip
"""Cues of questions that ask more than which by-elections they were."""
_PLAIN = (
    "government", "governing", "lose", "win", "take", "hold", "how_many", "times_count", "which", "what", "where",
    "listing", "seats", "get", "aux", "check", "ever", "all_time", "went_out", "total", "pm",
)  # fmt: skip
_PEACE = date(1945, 7, 26)
"""From this day on a government was the Prime Minister's party's, but for 2010 to 2015."""


@needs("by_election")
@needs("lose", "win")
def by_elections(work: Work) -> Query | None:
    """ "how many by-elections did boris johnson's government lose", "... did the government lose in 2023"."""
    if work.kind is not ElectionKind.BY_ELECTION or work.seats or work.parties or work.has(*_OF_OTHER):
        return None
    lost = work.has("lose")
    if lost == work.has("win") or not (work.says("by_election_plurals") or work.has("how_many")):
        return None
    found = _of_a_premier(work) if work.people else _of_the_time(work)
    if found is None:
        return None
    party, when = found
    work.use(work.people)
    work.use_times()
    work.take(*_PLAIN)
    fields: dict[str, object] = {"lost_by": (party,), "outcome": Outcome.GAIN} if lost else {"winner": (party,)}
    where = Selection.model_validate({"areas": work.use(work.areas), "when": when, **fields})
    if work.has("how_many", "times_count"):
        return Count(where=where, of=Of.CONTESTS)
    if work.opens_as("verb_openers"):
        return Count(where=where, of=Of.CONTESTS, whether=True)
    return Listing(where=where, of=Of.CONTESTS)


def _of_a_premier(work: Work) -> tuple[str, Between] | None:
    """The party and the time of the Prime Minister named; of one who stood at by-elections only the government's."""
    if len(work.people) != 1 or any(not isinstance(time, KindOf | Word) for _, time in work.slots.times):
        return None
    person = work.cover.spans[work.people[0].span].person
    bearers = {*work.people[0].values, *(person.ids if person is not None else ())}
    spells = [each for each in work.calendar.led_by(bearers) if each.office == "prime-minister"]
    if len(spells) != 1:
        # of which of two governments is not said
        return None
    cards = work.catalogue.cards(work.people[0].values)
    stood = any(stand.kind is ElectionKind.BY_ELECTION for card in cards for stand in card.stands)
    if stood and not work.has("government", "governing"):
        return None
    spell = spells[0]
    return spell.party, Between(since=spell.since, until=spell.until, kind=ElectionKind.BY_ELECTION)


def _of_the_time(work: Work) -> tuple[str, InYears | Between] | None:
    """The one party that governed all of the time named, and that time."""
    if not work.has("government", "governing"):
        return None
    when: When = work.when()
    ends = [day for year in work.ends() for day in work.calendar.generals_in(year.year)]
    if len(ends) == 2:
        # "between 1992 and 1997": from one general election to the next
        when = Between(since=ends[0], until=ends[1] - timedelta(days=1), kind=ElectionKind.BY_ELECTION)
    if isinstance(when, InYears) and not when.month:
        since, until = date(min(when.years), 1, 1), date(max(when.years), 12, 31)
    elif isinstance(when, Between) and when.since is not None:
        since, until = when.since, when.until or work.calendar.today
    else:
        return None
    governed = {each.party for each in work.calendar.leaders if _governed(each, since, until)}
    if since < _PEACE or len(governed) != 1:
        return None
    return governed.pop(), when


def _governed(each: Led, since: date, until: date) -> bool:
    """Whether somebody was Prime Minister in some of the time."""
    return each.office == "prime-minister" and each.since < until and (each.until is None or each.until > since)
