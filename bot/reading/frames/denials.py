"""Questions that say something was never so, or of nobody: "bath has never been labour", "no tory won there"."""

from __future__ import annotations

from bot.reading.time_kinds import Word
from bot.reading.work import Work
from knowledge.query import Check, ExpectedWinner, Query


def none_of(work: Work) -> bool:
    """Whether "no" stands before a party's member: "that no tory won", not "no, labour won"."""
    tokens = work.cover.tokens
    for slot in work.parties:
        span = work.cover.spans[slot.span]
        if not span.start or tokens[span.start - 1].text != "no":
            continue
        behind = tokens[span.end].text if span.end < len(tokens) else ""
        lead = tokens[span.start - 2].text if span.start > 1 else ""
        if behind in work.group("members") or lead == "that":
            return True
    return False


def never_won(work: Work) -> Query | None:
    """ "bath has never been labour, right", "no labour mp ever sat for bath": whether the party ever won the seat."""
    none = none_of(work)
    if not (work.has("not") and "never" in work.words) and not (none and work.has("ever", "all_time")):
        return None
    if not (work.seats or work.inherited.seats) or len(work.parties) != 1 or work.people or work.slots.numbers:
        return None
    if work.has("lose", "stand", "votes", "share", "beat", "runner_up", "last_place", "deposit"):
        return None
    work.take("not", "ever", "all_time", "win", "hold", "take", "mp", "seats", "check", "get", "candidates")
    work.use_times(Word)
    return Check(where=work.ages(), expect=(ExpectedWinner(),), negated=True)
