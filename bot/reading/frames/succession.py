"""Who came before whom: "who replaced Cameron" asks for the next, "whom did Cameron replace" for the one before."""

from __future__ import annotations

from bot.reading.work import Work


def relation(work: Work) -> str | None:
    """Whether a verb or noun of following asks for the holder "before" or "after" the one named; else None."""
    at = work.first("replace")
    if not work.has("replace"):
        return None
    return "before" if _follows_subject(work, at) else "after"


def _follows_subject(work: Work, at: int) -> bool:
    """Whether the one named is who followed: the name stands before an active verb, or behind "replaced by"."""
    if work.text(at) in work.group("succession_nouns"):
        return False
    led = any(_is_name(work, place) for place in range(at))
    tokens, span = work.cover.tokens, work.cover.spans[at]
    around = {token.text for token in tokens[max(0, span.start - 1) : span.end + 1]}
    return led == around.isdisjoint(work.group("passive_marks"))


def _is_name(work: Work, at: int) -> bool:
    """Whether a span names somebody, held or not."""
    span = work.cover.spans[at]
    return span.unknown or any(slot.span == at for slot in work.people) or (span.person is not None and not span.cues)
