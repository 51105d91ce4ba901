"""Seats told by whose they were before: "did the tories win any labour seat", "which tory seats did labour win"."""

from __future__ import annotations

from bot.reading.slots import Slot
from bot.reading.work import Work
from knowledge.query import Outcome

_TWO = 2
"""Parties, of which the one won what was the other's."""


def owned(work: Work) -> Slot | None:
    """ "win any labour seats", "which tory seats did labour win": the one of two parties right before the seats."""
    if (
        len(work.parties) != _TWO
        or not work.has("win")
        or work.has("lose", "hold", "beat", "versus", "compare", "than")
    ):
        return None
    first, last = work.parties
    verbs, seats = work.hits["win"], work.hits.get("seats", ())
    if any(work.text(at) not in work.group("seat_nouns") | work.group("seats_in_plural") for at in seats):
        return None
    if last.span + 1 in seats:
        return last if any(first.span < at < last.span for at in verbs) else None
    asked = work.has("aux", "who") and work.has("which", "what", "how_many", "listing")
    return first if asked and first.span + 1 in seats and any(at > last.span for at in verbs) else None


def won_of_theirs(work: Work) -> dict[str, object]:
    """ "did the tories win any labour seat": those were the other's before."""
    giver = owned(work)
    if giver is None:
        return {}
    work.take("win", "take", "seats")
    winner = next(slot for slot in work.parties if slot is not giver)
    return {"outcome": Outcome.GAIN, "lost_by": work.use([giver]), "winner": work.use([winner])}
