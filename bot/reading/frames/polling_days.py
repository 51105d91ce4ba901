"""The day of a poll, asked with a word for voting: "what day was polling in orpington"."""

from __future__ import annotations

from bot.reading.framing import needs
from bot.reading.windows import DETAILED_SINCE
from bot.reading.work import Work
from knowledge.queries.catalogue import Stand
from knowledge.query import AnyTime, Career, Figure, Measure, OnDay, Query

_PLAIN = frozenset(
    {"when", "votes", "turnout", "took_part", "aux", "what", "which", "by_election", "general_election", "result",
    "hold", "latest", "latest_by", "who", "mp", "seats", "get"}
)  # fmt: skip
"""Cues beside which no more is asked than when people voted."""


@needs("when")
@needs("a seat", "a person")
@needs("votes", "turnout", "took_part", words=("polling",))
def day_of_polling(work: Work) -> Query | None:
    """When people voted; of somebody who stood there more than once, every time."""
    if not work.anchored or work.parties or work.slots.numbers or not _PLAIN.issuperset(work.hits):
        return None
    if work.inherited.people and not (work.people or work.inherited.when):
        # of somebody whose contests were not told apart
        return None
    if not any(_is_of_polling(work, at) for at in work.hits["when"]):
        return None
    work.take(*_PLAIN)
    where = work.selection()
    if not work.people or work.timed or work.kind is not None:
        return Figure(where=where, measures=(Measure.DATE,))
    stands = [stand for stand in _stands(work) if not where.seats or stand.seat in where.seats]
    days = {(stand.seat, stand.date) for stand in stands}
    if len(days) == 1 and all(day.year >= DETAILED_SINCE for _, day in days):
        # before then, defeats of theirs may not be held
        ((seat, day),) = days
        return Figure(
            where=where.model_copy(update={"seats": (seat,), "when": OnDay(day=day)}), measures=(Measure.DATE,)
        )
    ask = "wins" if any(stand.elected for stand in stands) else "all"
    return Career(where=where.model_copy(update={"when": AnyTime()}), ask=ask)


def _is_of_polling(work: Work, at: int) -> bool:
    """Whether a word for voting, and none for votes, stands in what asks when, or right behind it: "polling day"."""
    spans, words = work.cover.spans, work.group("polling_words")
    if not words.isdisjoint(work.text(at).split()):
        return True
    behind = next((n for n in range(at + 1, len(spans)) if not spans[n].filler), None)
    return behind is not None and work.text(behind).split()[-1] in words


def _stands(work: Work) -> list[Stand]:
    """Every contest of whoever is named."""
    return [stand for card in work.catalogue.cards(work.people[0].values) for stand in card.stands]
