"""Questions of what a word means."""

from __future__ import annotations

from collections.abc import Set

from bot.reading.frames.explaining import wrapped
from bot.reading.framing import needs
from bot.reading.qualified import hangs_together
from bot.reading.spans import Span
from bot.reading.work import Work
from knowledge.fold import fold
from knowledge.query import Explain, Query


@needs("a term")
@needs("no seat named")
def plain_explain(work: Work) -> Query | None:
    """What a word means, where nothing but the word stands in the question."""
    inherited = work.inherited
    in_talk = inherited.seats or inherited.people or inherited.parties or inherited.areas
    tokens = work.words
    if in_talk and not tokens & {"a", "an"} and not _asks_meaning(work):
        return None
    kinds = {"explain", "what", "why", "aux", "did_how", "who", "how_many", "how_much", "result", "if", "when"}
    if any(work.text(at).startswith("how much") for at in (*work.hits.get("what", ()), *work.hits.get("how_much", ()))):
        # "how much is a deposit to stand"
        kinds |= {"stand", "candidates", "mp", "needed"}
    if work.has("hung") and work.says("election_marks"):
        # "which elections had no overall majority" asks for them, not what that is
        return None
    kinds |= _said_beside(work)
    aside = wrapped(work)
    plain = all(at in aside or _is_plain(span, kinds) for at, span in enumerate(work.cover.spans))
    return explain(work) if plain else None


def _is_as_example(work: Work) -> bool:
    """ "what does lab gain from con mean": the parties are part of the term, or stand by it where its meaning is asked.

    Marks them.
    """
    terms = [slot.span for slot in work.slots.terms]
    apart = [slot for slot in work.parties if slot.span not in terms]
    beside = all(any(abs(slot.span - term) == 1 for term in terms) for slot in apart)
    if not apart or (beside and _asks_meaning(work) and not work.timed):
        work.use(apart)
        return True
    return any(slot.span in terms for slot in work.parties)


def _asks_meaning(work: Work) -> bool:
    """Whether it is asked what a word means, by more than the word itself."""
    return any("explain" in span.cues and not span.term for span in work.cover.spans)


_BESIDE = {
    "tie": frozenset({"win", "get", "votes", "candidates", "exactly", "finish", "than", "seats", "next_one"}),
    "deposit": frozenset({"share", "votes", "needed", "stand", "get", "lose", "hold", "deposit", "deposit_lost"}),
}
"""Cues that a question of what a word means may hold, though elsewhere they ask for figures."""
_ANYBODY = frozenset({"a", "anyone", "need", "needed", "one", "someone", "you", "your"})
"""Words of a rule that holds for all."""
_FEW = 3
"""As many as may be tied, or compared, in a question of what a word means."""


def _said_beside(work: Work) -> frozenset[str]:
    """The cues that a word asked for brings: two candidates get as many votes, you need a share to keep a deposit."""
    terms = {slot.values[0] for slot in work.slots.terms}
    if "tie" in terms:
        return _BESIDE["tie"]
    ruled = "deposit" in terms and not work.words.isdisjoint(_ANYBODY) and not work.has("how_many")
    return _BESIDE["deposit"] if ruled else frozenset()


def _sized(work: Work) -> set[int]:
    """The numbers that only say how large the thing asked about is: "a 5% swing", "a swing of 5%"."""
    texts = {slot.span for slot in work.slots.terms}
    found = (at for at, number in work.slots.numbers if number.unit in {"percent", "points"})
    return {at for at in found if at + 1 in texts or (at > 1 and work.text(at - 1) == "of" and at - 2 in texts)}


def _is_plain(span: Span, kinds: Set[str]) -> bool:
    """Whether a span asks for no figure: a term, an empty word, one of some cues, or a pair or trio of what ties."""
    paired = span.number is not None and span.time is None and not span.number.unit and span.number.value <= _FEW
    return bool(span.term) or span.filler or span.soft or paired or not kinds.isdisjoint(span.cues)


@needs("a term")
@needs("no seat named")
def explain(work: Work) -> Query | None:
    """What a word means."""
    terms = work.slots.terms
    aside = wrapped(work)
    named = work.seats or work.years or any(slot.span not in aside for slot in work.people)
    if not terms or named or (work.slots.quoted and not _is_quoted_term(work)):
        return None
    numbers = {at for at, _ in work.slots.numbers} - _sized(work) - aside
    if (numbers or work.has("which")) and not (_said_beside(work) or _asks_meaning(work)):
        # "which parties have exactly one seat", "candidates who got 0 votes": not what a seat or a candidate is
        return None
    spans = work.cover.spans
    bare = all(at == terms[0].span or spans[at].filler or spans[at].soft for at in range(len(spans)))
    if not (
        work.has("explain", "what", "why", "how_much", "how_many", "when", "how_long", "did_how", "who", "if") or bare
    ):
        return None
    if work.parties and not _is_as_example(work):
        return None
    if any(hangs_together(spans, slot.span) for slot in terms):
        return None
    longest = max(
        terms, key=lambda slot: (not spans[slot.span].soft, spans[slot.span].end - spans[slot.span].start, -slot.span)
    )
    work.take(
        "explain", "what", "why", "how_much", "when", "who", "how_long", "did_how", "get", "how_many", "lose", "win"
    )
    work.take("hold", "take", "votes", "seats", "deposit", "candidates", "party_of", "result", "mp", "always", "if")
    work.take("valid_votes", "needed", "outright", "stand", "deposit_kept", "deposit_lost", "compare", "versus")
    work.take(*_said_beside(work))
    work.pass_over(aside)
    work.used.update(slot.span for slot in terms)
    sized = _sized(work)
    work.used.update(at for at, number in work.slots.numbers if not number.unit or at in sized)
    return Explain(term=longest.values[0])


def _is_quoted_term(work: Work) -> bool:
    """ "meaning of 'notional'": what stands in quotes is the word asked for."""
    return _asks_meaning(work) and any(
        work.text(slot.span) == fold(work.slots.quoted or "") for slot in work.slots.terms
    )
