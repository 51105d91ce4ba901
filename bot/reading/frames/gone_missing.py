"""Votes or seats asked for that were there and are no more: "con vote 2019 to 2024, how many gone"."""

from __future__ import annotations

from bot.reading.work import Work


def gone_missing(work: Work) -> list[int]:
    """Where it says that what is counted went, at the end of the question; nothing where it is told to whom."""
    counted = work.hits.get("how_many") or work.hits.get("how_much")
    if not counted or not work.ends():
        return []
    spans, words = work.cover.spans, work.group("went_missing")
    found = [at for at in range(counted[-1] + 1, len(spans)) if work.text(at) in words]
    if not found:
        return []
    named = {slot.span for slot in (*work.parties, *work.people)}
    # "how many labour seats vanished" says whose, "how many went to labour" to whom
    before = {slot.span for slot in work.parties if slot.span < found[0]}
    counts = {at for cue in ("votes", "seats", "mp") for at in work.hits.get(cue, ())}
    rest = [at for at in range(counted[-1] + 1, len(spans)) if at not in found and at not in before]
    plain = all(at in counts or spans[at].time or (spans[at].filler and work.text(at) != "to") for at in rest)
    return found if plain and named.isdisjoint(rest) else []
