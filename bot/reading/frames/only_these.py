"""Whether the seats named are all that a party won: "labour in the east of england 2010: only luton?"."""

from __future__ import annotations

from bot.reading.frames.national import general
from bot.reading.framing import needs
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import Count, Latest, Of, Operator, Query

_PLAIN = frozenset(
    {"only", "win", "get", "hold", "seats", "aux", "check", "mp", "take", "general_election", "up", "versus"}
)
"""Cues beside which no more is asked than whether there were others."""


@needs("a seat")
@needs("a party")
@needs("only")
def only_these(work: Work) -> Query | None:
    """Whether a party won as many seats as are named, where it won each of those."""
    if len(work.parties) != 1 or work.people or not work.seats or not _PLAIN.issuperset(work.hits):
        return None
    if work.kind is ElectionKind.BY_ELECTION or len(work.years) != 1 or work.free_numbers() or not _said_of_seats(work):
        return None
    named = {seat for slot in work.seats for seat in (slot.every or slot.values)}
    year, party = work.years[0].year, work.parties[0].values
    counts = work.catalogue.counts_as()
    polled = {seat: [c for c in work.catalogue.won_in(seat) if c.date.year == year] for seat in named}
    won = [c for contests in polled.values() for c in contests if c.kind is ElectionKind.GENERAL]
    areas = tuple(area for slot in work.areas for area in slot.values)
    if any(not work.catalogue.lies_in(seat, areas, year) for seat in named):
        return None
    if not won or any(counts.get(c.party, c.party) not in party for c in won):
        # they were not theirs, so that others may be as many
        return None
    work.take(*_PLAIN)
    work.pass_over([slot.span for slot in work.seats])
    where = work.selection(default=Latest(kind=ElectionKind.GENERAL), with_parties=False, winner=work.use(work.parties))
    where = general(where.model_copy(update={"seats": ()}))
    return Count(where=where, of=Of.CONTESTS, whether=True, said=float(len(won)), compared=Operator.EQUAL)


def _said_of_seats(work: Work) -> bool:
    """Whether "only" stands right before the first seat named, or before the verb and the seat: "only won luton"."""
    first, spans = min(slot.span for slot in work.seats), work.cover.spans
    onlys = work.hits["only"]
    if len(onlys) != 1:
        return False
    light = {"win", "get", "hold", "aux", "take", "up"}
    return onlys[0] < first and all(
        span.filler or span.unknown or (span.cues and light.issuperset(span.cues))
        for span in spans[onlys[0] + 1 : first]
    )
