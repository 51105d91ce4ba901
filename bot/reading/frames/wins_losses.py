"""The contests that somebody won, or lost, asked for by nouns: "stephen lloyd of eastbourne: wins and defeats"."""

from __future__ import annotations

from bot.reading.frames.won_there import asked_seats
from bot.reading.framing import needs
from bot.reading.time_kinds import Word
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import AnyTime, Career, History, Query

_ELSE = (
    "who", "where", "when", "why", "how_many", "how_much", "majority", "votes", "share", "turnout", "swing",
    "first_time", "last_time", "check", "replace", "if", "not", "times_count",
)  # fmt: skip
"""Cues of what is asked of one contest, or counted."""


@needs("a person", "a party")
@needs("win", "lose", "beat")
@needs(groups=("wins_of_one", "defeats_of_one"))
def wins_and_losses(work: Work) -> Query | None:
    """Somebody's wins, defeats, or both, or a party's wins of a seat; a seat behind "of" only says who is meant."""
    if work.free_numbers() or work.has(*_ELSE) or work.asks_whether or work.kind is ElectionKind.BY_ELECTION:
        return None
    won, lost = _nouns(work, "win", "wins_of_one"), _nouns(work, "lose", "defeats_of_one", "beat")
    theirs = (len(work.people), len(work.parties))
    if not (won or lost) or theirs not in {(1, 0), (0, 1)} or not (work.people or (work.seats and won and not lost)):
        return None
    work.take("win", "lose", "beat", "listing", "career", "history", "result", "which", "what", "get", "versus")
    if work.parties:
        work.use_times(Word)
        return History(where=work.ages(), ask="ever-won")
    where = work.selection(default=AnyTime(), with_parties=False)
    ask = "all" if won and lost else "wins" if won else "losses"
    return Career(where=where.model_copy(update={"seats": asked_seats(work)}), ask=ask)


def _nouns(work: Work, cue: str, group: str, other: str = "") -> bool:
    """Whether a cue stands there, and always as a noun of several."""
    places = [*work.hits.get(cue, ()), *work.hits.get(other, ())]
    return bool(places) and all(work.text(at) in work.group(group) for at in places)
