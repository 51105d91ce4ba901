"""How often, or when, a seat changed hands: "south antrim keeps changing hands, list"."""

from __future__ import annotations

from bot.reading.framing import needs
from bot.reading.time_kinds import Word
from bot.reading.work import Work
from knowledge.query import History, Query

_MOVED = ("changed_hands", "take", "transfer", "change")
"""Cues of a change of hands, beside others' meanings."""
_ASKED = ("listing", "times_count", "history", "how_many", "hold", "career")
_PLAIN = (*_MOVED, *_ASKED, "when", "who", "win", "ever", "all_time", "check", "which", "what", "result", "seats")


@needs("a seat")
@needs("changed_hands", "take", "transfer")
def handovers(work: Work) -> Query | None:
    """Every change of hands of a seat, where a list or their number is asked for."""
    if not work.seats or work.people or work.parties or work.free_numbers() or work.has("if", "needed", "majority"):
        return None
    kept = work.has("hold") and all(work.text(at) in work.group("keeps_on") for at in work.hits["hold"])
    if work.has("hold") and not kept:
        return None
    if not _hands(work) or not (kept or work.has("listing", "times_count", "history", "how_many")):
        return None
    work.take(*_PLAIN)
    work.use_times(Word)
    return History(where=work.ages(), ask="handovers")


def _hands(work: Work) -> bool:
    """Whether the seat itself is said to go to and fro: not "which seats became north cotswolds"."""
    texts = [work.text(at) for cue in _MOVED for at in work.hits.get(cue, ())]
    return any(text in work.group("to_and_fro") or text.split()[-1] in work.group("changed_things") for text in texts)
