"""A surname that can only be a seat's name damaged: nobody of that name stood at the time that is named."""

from __future__ import annotations

from bot.reading.outcome import Outcome, Read
from bot.reading.repair import Names, Repair
from bot.reading.spans import Cover
from knowledge.queries.catalogue import Catalogue
from knowledge.query import Career, Check, Figure, InYears, OnDay, Result


def seat_meant(cover: Cover, outcome: Outcome, names: Names, catalogue: Catalogue) -> Repair | None:
    """A surname of somebody who stood nowhere at the time named that is nearly a seat's name: "rotheram, nov 2012"."""
    query = outcome.query if isinstance(outcome, Read) else None
    if not isinstance(query, Figure | Result | Career | Check) or query.where.seats or len(query.where.people) != 1:
        return None
    when, card = query.where.when, catalogue.person(query.where.people[0])
    if card is None or not isinstance(when, InYears | OnDay):
        return None
    years = when.years if isinstance(when, InYears) else (when.day.year,)
    # whoever is held by name must be known to have stood nowhere
    if any(stand.date.year in years and when.kind in (None, stand.kind) for stand in card.stands):
        return None
    spans = [span for span in cover.spans if span.person and card.id in span.person.ids]
    if len(spans) != 1 or spans[0].end - spans[0].start != 1 or not spans[0].person or spans[0].person.how != "surname":
        return None
    typed = cover.tokens[spans[0].start].base
    match = names.seats.find(typed)
    sure = match is not None and match.sure and match.key != typed
    return Repair(typed, spans[0].start, spans[0].end, match) if sure else None
