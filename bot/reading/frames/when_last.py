"""When something was so for the first or last time: "last time labour won most votes in the south east"."""

from __future__ import annotations

from bot.reading.work import Work


def asks_when_last(work: Work) -> bool:
    """Whether the first or last of many times is asked for: no one end of a ranking, and not the latest election."""
    if not work.parties or work.years:
        return False
    ends = [at for cue in ("last_time", "first_time", "last") for at in work.hits.get(cue, ())]
    if not ends:
        return False
    if work.has("when") or "last win" in {work.text(at) for at in ends}:
        return True
    first = min(ends)
    spans = work.cover.spans
    return all(span.filler and not span.cues for span in spans[:first]) and "time" in work.text(first).split()
