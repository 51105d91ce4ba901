"""By how much somebody was ahead of a party in the contest that they won."""

from __future__ import annotations

from bot.reading.frames.deeds import ahead_of_party
from bot.reading.framing import needs
from bot.reading.work import Work
from knowledge.query import Measure, Query

_OF_A_LEAD = frozenset({"compare", "what", "aux", "how_much", "by_election", "general_election", "get", "votes"})

_OF_A_MARGIN = frozenset({"majority", "closeness", "by_how_much", "versus", "what", "aux", "how_much", "candidates"})


@needs("a person")
@needs("a party")
@needs("compare")
def lead_over(work: Work) -> Query | None:
    """ "tim farron lead over the tories 2017": one lead, and no two figures to compare."""
    said = {work.text(at) for at in work.hits["compare"]}
    if not said <= work.group("lead_overs") or not _OF_A_LEAD.issuperset(work.hits) or work.free_numbers():
        return None
    led = work.calendar.led_by(work.people[0].values)
    if not work.seats and any(each.office == "prime-minister" for each in led):
        # a Prime Minister's lead is as often the party's in the country
        return None
    found = ahead_of_party(work, (Measure.MAJORITY,))
    work.take(*(_OF_A_LEAD if found is not None else ()))
    return found


@needs("a person")
@needs("a party")
@needs("majority", "closeness", "by_how_much")
@needs(words=("between",))
def margin_between(work: Work) -> Query | None:
    """ "the margin between corbyn and labour in 2024": one margin, and no two to compare."""
    if not _OF_A_MARGIN.issuperset(work.hits) or work.free_numbers():
        return None
    found = ahead_of_party(work, (Measure.MAJORITY,))
    work.take(*(_OF_A_MARGIN if found is not None else ()))
    return found
