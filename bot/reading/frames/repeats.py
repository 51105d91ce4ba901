"""Whether somebody won or lost as often as is said: "did jo swinson lose her seat twice"."""

from __future__ import annotations

from typing import Literal

from bot.reading.frames.checks import is_check
from bot.reading.framing import needs
from bot.reading.work import Work
from knowledge.query import AnyTime, Career, Query, Selection

_KEPT = frozenset(
    {"lose", "win", "hold", "take", "check", "aux", "seats", "mp", "get", "went_out", "candidates", "ever"}
)
"""Cues that such a question may hold."""
_TIMES = {"twice": 2, "thrice": 3}
"""Words for how often."""


@needs("a person")
@needs("repeated")
@needs("lose", "win")
def won_or_lost(work: Work) -> Query | None:
    """ "did jo swinson lose her seat twice", "has zac goldsmith won richmond park three times"."""
    if not is_check(work) or work.has("lose") == work.has("win") or work.parties or work.timed:
        return None
    if not _KEPT.issuperset(set(work.hits) - {"repeated"}) or work.free_numbers():
        return None
    people = work.people[0].values if len(work.people) == 1 else () if work.people else work.inherited.people
    times = _times(work)
    if len(people) != 1 or times is None:
        return None
    seats = tuple(seat for slot in work.seats for seat in slot.values)
    own = not seats and work.says("own_seats") and work.says("theirs")
    ask: Literal["wins", "losses", "seats-lost"] = "wins" if work.has("win") else "seats-lost" if own else "losses"
    work.take(*_KEPT, "repeated")
    work.use((*work.people, *work.seats))
    return Career(where=Selection(people=people, seats=seats, when=AnyTime()), ask=ask, expected=times)


def _times(work: Work) -> int | None:
    """How often it is said to have been."""
    said = work.text(work.hits["repeated"][0]).split()[0]
    return _TIMES.get(said) or work.lexicon.forms.counts.get(said)
