"""A party's figure in a contest that is told by who won or lost it: "the labour vote when hobhouse won bath"."""

from __future__ import annotations

from datetime import date

from bot.reading.framing import needs
from bot.reading.time_kinds import KindOf, Year
from bot.reading.work import Work
from knowledge.queries.catalogue import Stand
from knowledge.query import Figure, Measure, OnDay, Query, Selection

_THREE = 3
_MEASURES = (("votes", Measure.VOTES), ("share", Measure.SHARE), ("change", Measure.CHANGE))
_PLAIN = frozenset(
    {
        "aux", "by_election", "change", "general_election", "get", "hold", "how_many", "how_much", "lose", "seats",
        "share", "stand", "take", "votes", "what", "when", "win", "went_out",
    }
)  # fmt: skip
"""Cues beside which no more is asked than what a party had there."""


@needs("a person")
@needs("a party")
@needs("when")
@needs("votes", "share", "change")
def partys_figure(work: Work) -> Query | None:
    """What the party named first had, where the person behind "when" won, lost or stood in one contest that fits."""
    if len(work.people) != 1 or not 0 < len(work.parties) < _THREE or len(work.seats) > 1 or work.free_numbers():
        return None
    person, party = work.people[0].span, work.parties[0]
    whens = work.hits["when"]
    if not _PLAIN.issuperset(work.hits) or not any(party.span < at < person for at in whens):
        return None
    if any(not isinstance(time, Year | KindOf) for _, time in work.slots.times):
        return None
    if len(work.parties) > 1 and work.parties[1].span < person:
        return None
    found = _contests(work)
    if len(found) != 1:
        return None
    measures = tuple(measure for cue, measure in _MEASURES if work.has(cue))
    work.take(*_PLAIN)
    work.use(work.seats)
    work.use_times()
    work.pass_over([slot.span for slot in (*work.people, *work.parties[1:])])
    seat, day = found.pop()
    where = Selection(seats=(seat,), parties=work.use([party]), when=OnDay(day=day))
    return Figure(where=where, measures=(Measure.CHANGE,) if Measure.CHANGE in measures else measures)


def _contests(work: Work) -> set[tuple[str, date]]:
    """Seat and day of the contests of the person named that fit all that is said of it."""
    cards = work.catalogue.cards(work.people[0].values)
    return {(stand.seat, stand.date) for card in cards for stand in card.stands if _fits(work, stand)}


def _fits(work: Work, stand: Stand) -> bool:
    """Whether a candidacy is of the seat, year and kind named, went as is said, and was for the party named last."""
    seats = {seat for slot in work.seats for seat in (slot.every or slot.values)}
    counts = work.catalogue.counts_as()
    theirs = work.parties[1].values if len(work.parties) > 1 else (counts.get(stand.party, stand.party),)
    won = work.has("win", "hold", "take")
    return (
        (not seats or stand.seat in seats)
        and (not work.years or stand.date.year in {year.year for year in work.years})
        and work.kind in (None, stand.kind)
        and counts.get(stand.party, stand.party) in theirs
        and (stand.elected if won else not (work.has("lose") and stand.elected))
    )
