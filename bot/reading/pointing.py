"""Words that stand for somebody or something named before them: where nothing was, they mean nothing."""

from __future__ import annotations

from collections.abc import Iterator

from bot.reading.spans import Span
from bot.reading.work import Work

_NOUNS = frozenset(
    {
        "mp", "candidates", "party_of", "seats", "who", "which_one", "women", "men", "pm", "leader", "elected",
        "runner_up", "by_election", "government", "elsewhere", "anybody", "members", "result", "take", "lose",
    }
)  # fmt: skip
"""Cues of words that something behind them may stand for."""


def dangling(work: Work) -> Iterator[int]:
    """The spans of pronouns for which nothing stands before them, in a question behind which nothing was spoken of.

    "how many votes did they get in bath", "which of those did labour hold", "what was their majority".
    """
    if not work.says("standing_in"):
        return
    texts = [token.text for token in work.cover.tokens]
    for at, span in enumerate(work.cover.spans):
        # within a phrase that is known whole, "lost their deposit", "or so they say", it stands for whoever that is of
        if span.seat or _is_whole(work, span, texts):
            continue
        if any(_stands_for_nothing(work, texts, place) for place in range(span.start, span.end)):
            yield at


def unpicked(asked: str, work: Work) -> Iterator[int]:
    """ "how many of them were gains", behind the seats of a party: of that party, or it is another question."""
    parties = work.inherited.parties
    if not parties or not work.says("standing_in") or any(f'"{party}"' in asked for party in parties):
        return
    tokens = work.cover.tokens
    for at, span in enumerate(work.cover.spans):
        if tokens[span.start].text == "they" and any(slot.span > at for slot in work.parties):
            # "where were they second to labour" is not asked of labour
            yield at
        if work.parties:
            continue
        picking = span.start and tokens[span.start - 1].text == "of"
        if picking and tokens[span.start].text in work.group("picked_words") | work.group("they_words"):
            yield at


def _is_whole(work: Work, span: Span, texts: list[str]) -> bool:
    """Whether a pronoun stands within a phrase that names whom it means, or means anybody: "lost their deposit"."""
    words = texts[span.start : span.end]
    if len(words) == 1 or (span.soft and not span.cues):
        return False
    picking = words[-2] == "of" and words[-1] in work.group("standing_in")
    return not (span.cues and ("they" in words or picking))


def _stands_for_nothing(work: Work, texts: list[str], at: int) -> bool:
    """Whether the word at a position stands for something that is not there."""
    word, behind = texts[at], texts[at + 1 : at + 3]
    before = texts[at - 1] if at else ""
    if word in work.group("picked_words"):
        # "who won those", "which of these did labour hold"; not "those who stood", "of those in wales"
        if behind and (before != "of" or not work.group("picking_marks").isdisjoint(behind[:1])):
            return False
    elif word == "it":
        if before not in work.group("asking_verbs") or work.group("getting_verbs").isdisjoint(behind[:1]):
            return False
    elif word not in work.group("they_words") | work.group("person_pronouns"):
        return False
    elif not work.group("anybodys_deeds").isdisjoint(behind) or (work.kind is not None and "hold" in behind):
        # "who did they elect", "when did they last hold a by-election": whoever does so
        return False
    if word in work.group("person_pronouns") and work.people:
        return False
    return not _named_before(work, _reach(work, texts, at))


def _reach(work: Work, texts: list[str], at: int) -> int:
    """Up to where what a pronoun stands for may be named.

    "which mps lost their seats" names it in the same clause; in "how many seats did they win" it is none of those.
    """
    owning = texts[at] in work.group("owning_words")
    if owning and not (at and texts[at - 1] in work.group("being_verbs")):
        return at
    asked = work.group("clause_heads")
    return next((place for place in range(at - 1, -1, -1) if texts[place] in asked), at)


def _named_before(work: Work, end: int) -> bool:
    """Whether anything is named or spoken of before a position."""
    if any(token.text in work.group("namers") for token in work.cover.tokens[:end]):
        return True
    return any(_names(span) for span in work.cover.spans if span.end <= end)


def _names(span: Span) -> bool:
    """Whether a span names or speaks of somebody or something."""
    named = span.seat or span.person or span.party or span.area or span.elsewhere or span.unknown
    return bool(named) or not _NOUNS.isdisjoint(span.cues)
