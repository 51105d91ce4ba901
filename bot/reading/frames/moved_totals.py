"""What a total of the country rose or fell by: seats gained and lost, turnout up or down."""

from __future__ import annotations

from bot.reading.frames.of_the_seats import went_to
from bot.reading.work import Work
from knowledge.query import Measure

CHANGES = {
    Measure.TURNOUT: Measure.TURNOUT_CHANGE,
    Measure.SHARE: Measure.CHANGE,
    Measure.VOTES: Measure.VOTE_CHANGE,
    Measure.SEATS: Measure.SEAT_CHANGE,
}
"""What a measure of an election rose or fell by."""


def moved(work: Work, found: list[Measure]) -> list[Measure]:
    """ "how many seats did labour lose", "... gain", "... went labour", "did turnout go up or down"."""
    if went_to(work) and work.has("how_many"):
        work.take("changed_hands", "seats")
        return [Measure.SEATS]
    if work.has("change"):
        return _changed(work, found)
    if Measure.SEATS not in found or not (work.parties and work.has("how_many")):
        return found
    if work.take("lose"):
        return [Measure.LOSSES]
    if work.has("take") and any(word.startswith("gain") for word in work.words):
        work.take("take")
        return [Measure.GAINS]
    return found


def _changed(work: Work, found: list[Measure]) -> list[Measure]:
    """What the one figure named came to more or less than the time before; a party's share where none is named."""
    if len(work.slots.times) != 1 or work.areas or work.has("highest", "lowest", "which"):
        return found
    named = found or ([Measure.SHARE] if len(work.parties) == 1 else [])
    if len(named) != 1 or named[0] not in CHANGES or len(work.parties) != (named[0] is not Measure.TURNOUT):
        return found
    work.take("change", "aux", "get")
    return [CHANGES[named[0]]]
