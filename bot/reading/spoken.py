"""Words as they are meant: chat spellings, and years and days in words as figures: "twenty twenty four"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from bot.reading.lexicon import Forms
from bot.reading.numbers import ORDINALS, SMALL, TENS
from bot.reading.scan import Token, TokenKind

_CENTURIES = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}
_PARTS = frozenset({*TENS, "twenty", "hundred"})
"""Words of a number that goes on."""
_NOUGHTS = frozenset({"oh", "o", "nought"})
_MODALS = frozenset({"would", "could", "should", "might", "must"})
"""Words behind which "of" is "have" as it is heard."""
_OPENERS = frozenset({*_CENTURIES, "two", *ORDINALS, "twenty", "thirty"})


def spoken(tokens: Sequence[Token], breaks: frozenset[int], forms: Forms) -> tuple[list[Token], frozenset[int]]:
    """The words as they are meant; the positions that punctuation stands before move with them."""
    tokens = _spelt(tokens, forms)
    if _OPENERS.isdisjoint(token.text for token in tokens):
        return list(tokens), breaks
    found: list[Token] = []
    moved: set[int] = set()
    at = 0
    while at < len(tokens):
        if at in breaks:
            moved.add(len(found))
        words = [token.text for token in tokens[at : at + 5]]
        end = next((n for n in range(1, len(words)) if at + n in breaks), len(words))
        value, length, unit = _figures(words[:end], forms)
        if words[1:2] == ["thousand"] and at and tokens[at - 1].text in _PARTS:
            # the end of "forty two thousand" is no year
            length = 0
        if length:
            found.append(_number(tokens[at], value, unit))
        else:
            found.append(tokens[at])
        at += length or 1
    return found, frozenset(moved)


def _spelt(tokens: Sequence[Token], forms: Forms) -> Sequence[Token]:
    """The words with those that are spelt as in chats as what they stand for."""
    texts = [token.text for token in tokens]
    before_of = _before_of(texts, forms.before_of)
    if not before_of and forms.spellings.keys().isdisjoint(texts):
        return tokens
    meant = [before_of.get(at) or forms.spellings.get(text) for at, text in enumerate(texts)]
    return [token._replace(text=word, base=word) if word else token for token, word in zip(tokens, meant, strict=True)]


def _before_of(texts: Sequence[str], letters: Mapping[str, str]) -> dict[int, str]:
    """What an "of" tells: itself "have" as it is heard, "could of"; a letter before it a word, "c of london"."""
    found: dict[int, str] = {}
    if "of" in texts:
        for at, (said, text) in enumerate(pairwise(texts)):
            if text == "of" and said in _MODALS:
                found[at + 1] = "have"
            elif text == "of" and said in letters:
                found[at] = letters[said]
    return found


def _number(first: Token, value: int, unit: str) -> Token:
    """A number in figures, where the first of its words stands: as wide as figures are, as none holds a comma."""
    text = str(value)
    end = first.start + len(text)
    return first._replace(kind=TokenKind.NUMBER, text=text, base=text, end=end, value=float(value), unit=unit)


def _figures(words: Sequence[str], forms: Forms) -> tuple[int, int, str]:
    """The number that words open with, how many of them say it, and its unit; no length where they say none."""
    year, length = _year(words)
    if length:
        return year, length, ""
    day, length = _day(words)
    behind = words[length : length + 2]
    month = behind[1:] if behind[:1] == ["of"] else behind[:1]
    return (day, length, "th") if length and month and month[0] in forms.months else (0, 0, "")


def _year(words: Sequence[str]) -> tuple[int, int]:
    """ "twenty nineteen", "nineteen ninety seven", "nineteen oh six", "two thousand and ten"."""
    if words[:2] == ["two", "thousand"]:
        joint = 1 if words[2:3] == ["and"] else 0
        rest, length = _below_hundred(words[2 + joint :])
        return (2000 + rest, 2 + joint + length) if length else (2000, 2)
    century = _CENTURIES.get(words[0])
    if century is None or len(words) < 2:
        return 0, 0
    if words[1] in _NOUGHTS:
        unit = SMALL.get(words[2], 0) if len(words) > 2 else 0
        return (century + unit, 3) if 0 < unit < 10 else (0, 0)
    rest, length = _below_hundred(words[1:])
    return (century + rest, 1 + length) if rest >= 10 else (0, 0)


def _below_hundred(words: Sequence[str]) -> tuple[int, int]:
    """A number below a hundred in words, and how many of them say it."""
    if not words:
        return 0, 0
    tens = 20 if words[0] == "twenty" else TENS.get(words[0], 0)
    unit = SMALL.get(words[1], 0) if tens and len(words) > 1 else 0
    if tens:
        return (tens + unit, 2) if 0 < unit < 10 else (tens, 1)
    small = SMALL.get(words[0], 0)
    return (small, 1) if small else (0, 0)


def _day(words: Sequence[str]) -> tuple[int, int]:
    """ "second", "twenty second": a day of the month in words."""
    tens = 20 if words[0] == "twenty" else TENS.get(words[0], 0)
    if tens in (20, 30) and len(words) > 1:
        unit = ORDINALS.get(words[1], 0)
        return (tens + unit, 2) if 0 < unit < 10 and tens + unit <= 31 else (0, 0)
    day = ORDINALS.get(words[0], 0)
    return (day, 1) if day else (0, 0)
