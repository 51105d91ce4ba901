"""How words that somebody asks for stand to the quotations held: word for word, within, or only like them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from knowledge.facts.words import Nearness, QuoteFact
from knowledge.fold import fold, tokens

_COMMA = re.compile(r"(?<=\d),(?=\d)")
_NEAR = 60.0
"""Score out of 100 from which running words that share a telling word resemble those asked for. Measured on the held
quotations: a changed adjective ("outstanding victory" for "astounding victory") scores 64 to 84, a chance meeting of
one word ("fantastic win in Stoke" for "win through in Copeland") below 60."""

_COMMON = frozenset(
    tokens(
        """
        a about after all an and are as at be been but by call called did do does for from had has have he her him his
        how i in is it its me my of on or our really s said saying say says she so that the their them they this to us
        very was we were what when who why will with you your quote quotes words line statement speech comment
        comments reaction
        """
    )
)
"""Words that say nothing of a topic."""


def nearness(words: str, quote: QuoteFact) -> tuple[Nearness | None, float]:
    """How ``words`` stand to ``quote`` in any of its printed forms, and the score of the likeness (0 to 100)."""
    asked = fold(words)
    if not asked:
        return None, 0.0
    best: tuple[Nearness | None, float] = (None, 0.0)
    for printed in (quote.words, *quote.also_printed_as):
        text = fold(printed)
        if f" {asked} " in f" {text} ":
            return Nearness.EXACT, 100.0
        if _in_order(telling(asked), text.split()):
            best = max(best, (Nearness.WITHIN, 99.0), key=lambda pair: pair[1])
            continue
        score = _likeness(asked, text)
        if score >= _NEAR and score > best[1]:
            best = (Nearness.NEAR, score)
    return best


def _likeness(asked: str, text: str) -> float:
    """The best likeness of ``asked`` to as many running words of ``text``, word boundaries kept."""
    words, size = text.split(), len(asked.split())
    windows = (" ".join(words[at : at + size]) for at in range(max(1, len(words) - size + 1)))
    shared = set(telling(asked))
    return max(
        (fuzz.ratio(asked, window) for window in windows if len(words) >= size and (shared & set(window.split()))),
        default=0.0,
    )


def _in_order(asked: Sequence[str], text: Sequence[str]) -> bool:
    """Whether the telling words asked for (two or more) stand in ``text`` in their order, near each other."""
    if len(asked) < 2:
        return False
    starts = [at for at, word in enumerate(text) if word == asked[0]]
    for start in starts:
        rest = iter(text[start : start + 4 * len(asked)])
        if all(word in rest for word in asked):
            return True
    return False


def on_topic(quotes: Sequence[QuoteFact], topic: str, *, whole: bool = False) -> list[QuoteFact]:
    """The quotations that speak of the most words of ``topic``; ``whole``: only those that speak of all."""
    wanted = [stem(word) for word in telling(topic)]
    if not wanted:
        return list(quotes)
    scored = []
    for quote in quotes:
        text = " ".join((quote.words, *quote.about, quote.occasion, quote.role))
        stems = {stem(word) for word in tokens(text)}
        scored.append((sum(word in stems for word in wanted), quote))
    best = max((score for score, _ in scored), default=0)
    enough = best and (best == len(wanted) or not whole)
    return [quote for score, quote in scored if score == best] if enough else []


def telling(text: str) -> list[str]:
    """The folded words of ``text`` without those that say nothing of a topic."""
    return [word for word in tokens(text) if word not in _COMMON]


def stems(text: str) -> frozenset[str]:
    """The stems of the words of ``text``, a number with commas as one word."""
    return frozenset(stem(word) for word in tokens(_COMMA.sub("", text)))


def stem(word: str) -> str:
    """``word`` without the commonest endings, so that "voters" finds "voter", "losing" "lose" and "stepping" "step"."""
    for ending in ("ership", "ing", "ers", "ed", "er", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            break
    doubled = len(word) > 3 and word[-1] == word[-2] and word[-1].isalpha() and word[-1] not in "aeiousl"
    return word[:-1] if doubled else word
