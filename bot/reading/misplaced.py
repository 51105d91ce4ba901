"""A surname that can only be a seat's name damaged: nobody of that name stood at the time that is named."""

from __future__ import annotations

from bot.reading.outcome import Outcome, Read, Refuse
from bot.reading.repair import Names, Repair
from bot.reading.spans import Cover, Span
from bot.reading.time_kinds import KindOf
from knowledge.models.elections import ElectionKind
from knowledge.queries.catalogue import Catalogue
from knowledge.query import Career, Check, Figure, InYears, OnDay, Result


def seat_meant(cover: Cover, outcome: Outcome, names: Names, catalogue: Catalogue) -> Repair | None:
    """A surname of somebody who stood nowhere at the time named that is nearly a seat's name: "rotheram, nov 2012"."""
    return _of_a_by_election(cover, outcome, names) or _of_nobody_then(cover, outcome, names, catalogue)


def _of_a_by_election(cover: Cover, outcome: Outcome, names: Names) -> Repair | None:
    """A surname between "the" and "by-election", where no seat is named: "in the rotheram by-election"."""
    if any(span.seat for span in cover.spans) or not isinstance(outcome, Refuse | Read):
        return None
    for at in range(1, len(cover.spans) - 1):
        before, span, behind = cover.spans[at - 1 : at + 2]
        led = cover.tokens[before.end - 1].text == "the"
        if led and behind.time == KindOf(ElectionKind.BY_ELECTION) and _is_surname(span):
            return _nearly(cover, span, names)
    return None


def _is_surname(span: Span) -> bool:
    """Whether one word names somebody by surname alone."""
    return span.end - span.start == 1 and span.person is not None and span.person.how == "surname"


def _nearly(cover: Cover, span: Span, names: Names) -> Repair | None:
    """The one seat's name that a word can only be damaged from."""
    typed = cover.tokens[span.start].base
    match = names.seats.find(typed)
    sure = match is not None and match.sure and match.key != typed
    return Repair(typed, span.start, span.end, match) if sure else None


def _of_nobody_then(cover: Cover, outcome: Outcome, names: Names, catalogue: Catalogue) -> Repair | None:
    """A surname of somebody who stood nowhere at the time named."""
    query = outcome.query if isinstance(outcome, Read) else None
    if not isinstance(query, Figure | Result | Career | Check) or query.where.seats or len(query.where.people) != 1:
        return None
    when, card = query.where.when, catalogue.person(query.where.people[0])
    if card is None or not isinstance(when, InYears | OnDay):
        return None
    years = when.years if isinstance(when, InYears) else (when.day.year,)
    if not cover.cues.isdisjoint(("beat", "lose")):
        # "who beat the hamiltons": of many elections those who lost are not held by name
        return None
    # whoever is held by name must be known to have stood nowhere
    if any(stand.date.year in years and when.kind in (None, stand.kind) for stand in card.stands):
        return None
    spans = [span for span in cover.spans if span.person and card.id in span.person.ids]
    return _nearly(cover, spans[0], names) if len(spans) == 1 and _is_surname(spans[0]) else None
