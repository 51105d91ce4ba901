"""What stands right beside a speaker: words that make them another one than who is quoted."""

from __future__ import annotations

from bot.reading.spans import NOT_HELD, Span
from bot.reading.work import Work

_BESIDE = frozenset({"leader", "pm", "mp", "who", "what", "aux", "candidates", "say", "quote", "reaction", "called_it"})
"""Cues of a speaker's office, and of speaking itself."""


def strange(work: Work) -> frozenset[int]:
    """The spans between "did" and "say" that neither name the speaker nor their office: "what did mayoral nuttall say".

    So too what is not held at all, wherever it stands.
    """
    texts = [token.text for token in work.cover.tokens]
    start = next((at for at, text in enumerate(texts) if text in work.group("asking_verbs")), None)
    if not work.people or work.slots.quoted or start is None:
        return frozenset()
    end = next((at for at in range(start, len(texts)) if texts[at] in work.group("saying")), start)
    named = {slot.span for kind in (work.people, work.parties, work.seats, work.areas) for slot in kind}
    named.update(at for at, _ in work.slots.times)
    spans = list(enumerate(work.cover.spans))
    between = (at for at, span in spans if start < span.start < end and at not in named and not _is_plain(span))
    beyond = (at for at, span in spans if not set(span.cues).isdisjoint(NOT_HELD) and span.start < end)
    return frozenset((*between, *beyond))


def _is_plain(span: Span) -> bool:
    """Whether a span is empty, names somebody, or tells a speaker's office."""
    if span.filler or span.soft or span.person:
        return True
    return bool(span.cues) and _BESIDE.issuperset(span.cues)
