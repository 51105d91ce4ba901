"""Which words of a question may be typos, and what it costs to take one for another."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.gazetteer import Correction
from bot.reading.lexicon import Lexicon
from bot.reading.scan import Token, TokenKind
from bot.reading.spans import Cover, Span

_GUESSED = 4
"""Letters of a word in which one slip may make any other word."""
_VERB_ENDS = ("d", "ll", "ve", "re", "nt")
"""What is left of a verb behind a word that asks: "where'd"."""
_RIVALLED = 3.0
"""As much as a longer phrase of words that ask is worth more than a name."""


def doubtful_words(cover: Cover) -> list[int]:
    """Positions of words that may be typos: unknown ones, and bare surnames that no member bears."""
    singles = [s.start for s in cover.spans if (s.unknown or is_weak(s)) and s.end - s.start == 1]
    return [at for at in singles if cover.tokens[at].kind is TokenKind.WORD]


def is_weak(span: Span) -> bool:
    """Whether a span is only a surname that no member bears."""
    if span.person is None or not span.person.weak:
        return False
    return not (span.seat or span.cues or span.party or span.area or span.filler or span.soft)


def rivalled(correction: Correction, choices: Sequence[Sequence[Correction | None]]) -> float:
    """What it costs to take a word for one that asks where it is as near to one of a seat's name."""
    rivals = (c for options in choices for c in options if c is not None and c.typed == correction.typed)
    near = correction.rank == 0 and any(c.rank == 1 and c.edits <= correction.edits for c in rivals)
    return _RIVALLED if near else 0.0


def is_contracted(token: Token) -> bool:
    """Whether an apostrophe stands for letters left out of a name, "w'ham": it is no slip in a word that asks."""
    marked = token.end - token.start > len(token.text) and token.base == token.text
    return marked and not token.text.endswith(_VERB_ENDS)


def guesses(cover: Cover, lexicon: Lexicon) -> list[int]:
    """Positions of the words that ask, or only join, which short words of other letters were taken for."""
    typed = {meant: word for word, meant in cover.corrected}
    mended = ((at, typed.get(token.text, ""), token.text) for at, token in enumerate(cover.tokens) if token.mended)
    return [at for at, word, meant in mended if lexicon.holds(meant) and _is_guess(word, meant)]


def _is_guess(typed: str, meant: str) -> bool:
    """Whether a word so short that one slip may make any other was taken for one of other letters.

    A letter too many leaves the word as it was: "howd" is "how".
    """
    return len(typed) <= min(_GUESSED, len(meant)) and sorted(typed) != sorted(meant)
