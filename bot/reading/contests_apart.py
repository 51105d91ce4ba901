"""The time between two contests as a stretch: "by-elections between Copeland and Hartlepool"."""

from __future__ import annotations

from datetime import date, timedelta

from bot.reading.lexicon import Lexicon
from bot.reading.slots import Slot, Slots
from bot.reading.spans import Cover
from bot.reading.time_kinds import KindOf, Span, Year
from knowledge.models.elections import ElectionKind
from knowledge.queries.catalogue import Catalogue

_COMPARED = frozenset(
    {"compare", "by_how_much", "how_much", "turnout", "majority", "swing", "share", "votes", "closeness", "change",
    "better", "worse", "highest", "lowest", "electorate"}
)  # fmt: skip
"""Cues of what two contests are set against each other by."""
_DAY = timedelta(days=1)


def contests_apart(slots: Slots, cover: Cover, catalogue: Catalogue, lexicon: Lexicon) -> None:
    """Turn two seats "between" whose by-elections others were held into the days between the two."""
    if len(slots.seats) != 2 or slots.people or any(_COMPARED.intersection(span.cues) for span in cover.spans):
        return
    first, second = slots.seats
    words = [token.text for token in cover.tokens[: cover.spans[first.span].start]]
    if words[-1:] == ["the"]:
        words.pop()
    if words[-1:] != ["between"] or (lexicon.groups["by_election_plurals"].isdisjoint(words) and "any" not in words):
        return
    if KindOf(ElectionKind.BY_ELECTION) not in [time for _, time in slots.times]:
        return
    polled = [_polled(slot, slots, catalogue) for slot in slots.seats]
    if not (polled[0] and polled[1] and polled[0] < polled[1]):
        return
    between = next(at for at, span in enumerate(cover.spans) if span.end >= len(words))
    # the seats, and their years, only say from when till when
    years = [at for at, time in slots.times if isinstance(time, Year) and at - 1 in (first.span, second.span)]
    said = sorted({*range(between, second.span + 1), *years})
    slots.asides += said
    slots.times = [(at, time) for at, time in slots.times if at not in said]
    slots.times.append((between, Span(polled[0] + _DAY, polled[1] - _DAY)))
    slots.seats = []


def _polled(slot: Slot, slots: Slots, catalogue: Catalogue) -> date | None:
    """The day of the seat's by-election of the year named behind it; without one, of its latest."""
    year = next((time.year for at, time in slots.times if at == slot.span + 1 and isinstance(time, Year)), None)
    polls = (poll for seat in slot.values for poll in catalogue.polls(seat))
    days = [day for day, kind in polls if kind is ElectionKind.BY_ELECTION and year in (None, day.year)]
    return max(days, default=None)
