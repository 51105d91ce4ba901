"""Verbs of rising and falling that only say how much somebody had: "the fewest seats they ever fell to"."""

from __future__ import annotations

from bot.reading.work import Work


def levels(work: Work) -> set[int]:
    """Where such verbs stand: behind one party and before "to", by what it had been looked at over all time."""
    spans, tokens = work.cover.spans, work.cover.tokens
    if len(work.parties) != 1 or work.anchored:
        return set()
    found = set()
    for at in {at for cue in ("up", "down", "changed_hands") for at in work.hits.get(cue, ())}:
        end = spans[at].end
        led = "to" in {token.text for token in tokens[max(end - 1, spans[at].start + 1) : end + 1]}
        if at > work.parties[0].span and led and tokens[spans[at].start].text in work.group("coming_to"):
            found.add(at)
    return found
