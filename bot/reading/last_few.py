"""The last few contests of a seat as a stretch of time: "dudley north majority last three elections"."""

from __future__ import annotations

from bot.reading.lexicon import Lexicon
from bot.reading.slots import Slots
from bot.reading.spans import Cover
from bot.reading.time_kinds import Day, KindOf, Side
from knowledge.queries.catalogue import Catalogue

_MOST = 20
"""Contests at most that are meant by a number of the last."""


def last_few(slots: Slots, cover: Cover, catalogue: Catalogue, lexicon: Lexicon) -> None:
    """Turn "the last three elections" of the one seat named into the time since the first of them."""
    if not slots.numbers or len(slots.seats) != 1 or len(slots.seats[0].values) != 1:
        return
    spans, groups = cover.spans, lexicon.groups
    texts = [" ".join(token.text for token in cover.tokens[span.start : span.end]) for span in spans]
    for at, number in slots.numbers:
        count = int(number.value)
        if not 0 < at < len(spans) - 1 or number.unit or not 1 < count <= _MOST:
            continue
        if (
            texts[at - 1].split()[-1] not in groups["last_leads"]
            or texts[at + 1].split()[-1] not in groups["contest_plurals"]
        ):
            continue
        kinds = {time.kind for _, time in slots.times if isinstance(time, KindOf)}
        days = [day for day, kind in catalogue.polls(slots.seats[0].values[0]) if not kinds or kind in kinds]
        if not days:
            return
        spans[at - 1].filler = True
        slots.numbers = [found for found in slots.numbers if found[0] != at]
        slots.times = [found for found in slots.times if found[0] not in (at - 1, at)]
        slots.times.append((at, Side("since", Day(sorted(days)[-count:][0]))))
        slots.asides += [at - 1]
        return
