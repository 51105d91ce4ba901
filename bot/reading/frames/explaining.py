"""What is wrapped round the question of what a word means: who asks it, to whom, whose word it is, where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from bot.reading.spans import Span
from bot.reading.time_kinds import Word
from bot.reading.work import Work

_SPEAKER = 4
"""Words at most between "what" and "mean by" that say whose word it is."""


def wrapped(work: Work) -> frozenset[int]:
    """The spans of such words, where a term is asked for."""
    if not work.slots.terms or not work.has("explain"):
        return frozenset()
    return frozenset([*_listeners(work), *_speaker(work), *_pages(work)])


def _listeners(work: Work) -> Iterator[int]:
    """ "explain by-elections to a 12 year old", "... for my nan": those for whom it is explained, at the end."""
    spans, tokens = work.cover.spans, work.cover.tokens
    asked, term = min(work.hits["explain"]), max(slot.span for slot in work.slots.terms)
    for at in range(len(spans) - 1, max(asked, term), -1):
        led = tokens[spans[at].start].text in work.group("told_to")
        if not led and tokens[spans[at].start - 1].text not in work.group("told_to"):
            continue
        behind = {token.text for token in tokens[spans[at].start :]}
        if behind & work.group("learners") and not any(_names(work, span) for span in spans[at:]):
            yield from range(at, len(spans))
            return


def _speaker(work: Work) -> Iterator[int]:
    """ "what my teacher means by hung parliament", "what do people mean when they say swing": whose word it is."""
    spans, tokens = work.cover.spans, work.cover.tokens
    term = min(slot.span for slot in work.slots.terms)
    said = [at for at in work.hits["explain"] if work.text(at).split()[0] in work.group("meaning_by")]
    asked = [at for at in range(len(spans)) if tokens[spans[at].start].text == "what"]
    if not said or not asked or not asked[0] < said[0] < term:
        return
    first, last = asked[0] + 1, said[0]
    words = tokens[spans[first].start : spans[last].start]
    behind = [token.text for token in tokens[spans[last].end - 1 : spans[term].start]]
    led = len(words) <= _SPEAKER and work.group("said_by") & set(behind)
    if led and not any(_names(work, span) for span in spans[first:last]):
        yield from range(first, last)
        yield from range(last + 1, term)


def _pages(work: Work) -> Iterator[int]:
    """ "what does notional mean in these tables": where the word was read, at the end."""
    spans, tokens = work.cover.spans, work.cover.tokens
    end = len(spans) - 1
    if tokens[spans[end].end - 1].text not in work.group("written_things"):
        return
    term = max(slot.span for slot in work.slots.terms)
    lead = next((at for at in range(end, term, -1) if tokens[spans[at].start].text in work.group("stood_in")), None)
    if lead is not None and not any(_names(work, span) for span in spans[lead:]):
        yield from range(lead, end + 1)


def _names(work: Work, span: Span) -> bool:
    """Whether words name anything that a figure is asked of; "child" and "page" are surnames too."""
    listed = work.group("learners") | work.group("written_things") | work.group("said_by")
    said = {token.text for token in work.cover.tokens[span.start : span.end]}
    person = span.person is not None and not span.filler and listed.isdisjoint(said)
    timed = span.time is not None and not isinstance(span.time, Word)
    return bool(span.seat or span.party or span.area or timed or span.elsewhere or span.term or person)
