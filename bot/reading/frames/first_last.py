"""Both ends of one contest: "who came first and last in bath 2017"."""

from __future__ import annotations

from bot.reading.framing import needs
from bot.reading.work import Work
from knowledge.query import LAST_PLACE, Focus, Query, Result, Several

_TOLD = frozenset(
    {
        "aux", "by_election", "candidates", "finish", "first_time", "general_election", "get", "last", "last_place",
        "listing", "result", "stand", "versus", "votes", "which", "who", "win",
    }
)  # fmt: skip
"""Cues beside which no more is asked than who stands at the ends."""


@needs("a seat")
@needs("last", "last_place")
def first_and_last(work: Work) -> Query | None:
    """ "first and last in north shropshire dec 2021": who won, and who came last."""
    if len(work.seats) != 1 or work.parties or work.people or not _TOLD.issuperset(work.hits):
        return None
    if not _joins_ends(work) or any(number.unit != "ordinal" or number.value != 1 for _, number in work.free_numbers()):
        return None
    work.take(*_TOLD)
    for at, number in work.slots.numbers:
        if number.unit == "ordinal":
            work.used.add(at)
    where = work.selection()
    last = where.model_copy(update={"place": LAST_PLACE})
    return Several(parts=(Result(where=where), Result(where=last, focus=Focus.PLACE)))


def _joins_ends(work: Work) -> bool:
    """Whether "and" joins the first and the last, and neither says of what: "the first and last time" does."""
    tokens, spans = work.cover.tokens, work.cover.spans
    ends = [work.group("first_ends"), work.group("last_ends")]
    for at in range(1, len(spans) - 1):
        if work.text(at) not in work.group("conjoining"):
            continue
        before, behind = tokens[spans[at].start - 1].text, tokens[spans[at].end :]
        lead = next((n for n, token in enumerate(behind) if token.text not in work.group("articles")), 0)
        sides = (before in ends[0] and behind[lead].text in ends[1]) or (
            before in ends[1] and behind[lead].text in ends[0]
        )
        place = spans[at].end + lead + 1
        after = next((span for span in spans if span.start >= place), None)
        if sides and (after is None or after.filler or after.seat or after.time or "listing" in after.cues):
            return True
    return False
