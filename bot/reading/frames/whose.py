"""Of which party named the seats are, and of which a place is asked."""

from __future__ import annotations

from itertools import pairwise

from bot.reading.slots import Slot
from bot.reading.work import Work


def before_where(work: Work) -> Slot | None:
    """ "lib dem seats where labour came second": whose the seats are, before "where"."""
    if len(work.parties) != 2:
        return None
    first, last = work.parties
    cues = [span.cues for span in work.cover.spans[first.span + 1 : last.span]]
    return first if len(cues) > 1 and "seats" in cues[0] and "where" in cues[1] else None


def asked_apart(work: Work) -> bool:
    """ "snp seats, and who was second": the place is asked of others than the party named before "and who"."""
    texts = [token.text for token in work.cover.tokens]
    placed = min((work.cover.spans[work.first(c)].start for c in ("runner_up", "finish") if work.has(c)), default=0)
    joints, askers = work.group("conjoining"), work.group("party_askers")
    joins = [at for at in range(1, placed) if texts[at - 1] in joints and texts[at] in askers]
    return bool(joins and work.parties) and all(work.start(slot) < joins[0] for slot in work.parties)


def behind_verb(work: Work) -> Slot | None:
    """ "lib dems pinched which tory seats": whose seats they were, behind the verb."""
    spans, taken = work.cover.spans, work.hits.get("take", ())
    for before, slot in pairwise(work.parties):
        behind = spans[slot.span + 1] if slot.span + 1 < len(spans) else None
        if behind and "seats" in behind.cues and any(before.span < at < slot.span for at in taken):
            return slot
    return None


def said_before(work: Work, slot: Slot) -> list[str]:
    """The words before a party, without its article or the place it is of: "from the scottish tories"."""
    spans, at = work.cover.spans, slot.span
    while at and work.text(at - 1) == "the":
        at -= 1
    if at and spans[at - 1].area and _is_of_a_place(work, at - 1):
        at -= 1
        while at and work.text(at - 1) == "the":
            at -= 1
    return [token.text for token in work.cover.tokens[: spans[at].start]]


def _is_of_a_place(work: Work, at: int) -> bool:
    """Whether a place says of where a party is, "scottish", "the london"; not "seats from scotland labour won"."""
    article = work.text(at).split()[0] == "the" or (at and work.text(at - 1) == "the")
    return bool(article) or work.text(at) in work.group("of_nations")
