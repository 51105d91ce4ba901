"""The contests that somebody won, or lost, asked for by nouns: "stephen lloyd of eastbourne: wins and defeats"."""

from __future__ import annotations

from bot.reading.frames.won_there import asked_seats
from bot.reading.framing import needs
from bot.reading.work import Work
from knowledge.query import AnyTime, Career, Query

_ELSE = (
    "who", "where", "when", "why", "how_many", "how_much", "majority", "votes", "share", "turnout", "swing",
    "first_time", "last_time", "check", "replace", "if", "not", "times_count",
)  # fmt: skip
"""Cues of what is asked of one contest, or counted."""


@needs("a person")
@needs("win", "lose", "beat")
def wins_and_losses(work: Work) -> Query | None:
    """Somebody's wins, defeats, or both; a seat behind "of" only says who is meant."""
    if len(work.people) != 1 or work.parties or work.free_numbers() or work.has(*_ELSE) or work.asks_whether:
        return None
    won, lost = _nouns(work, "win", "wins_of_one"), _nouns(work, "lose", "defeats_of_one", "beat")
    if not (won or lost):
        return None
    work.take("win", "lose", "beat", "listing", "career", "history", "result", "which", "what", "get", "versus")
    where = work.selection(default=AnyTime(), with_parties=False)
    ask = "all" if won and lost else "wins" if won else "losses"
    return Career(where=where.model_copy(update={"seats": asked_seats(work)}), ask=ask)


def _nouns(work: Work, cue: str, group: str, other: str = "") -> bool:
    """Whether a cue stands there, and always as a noun of several."""
    places = [*work.hits.get(cue, ()), *work.hits.get(other, ())]
    return bool(places) and all(work.text(at) in work.group(group) for at in places)
