"""What the lexicon holds of one phrase, in one piece."""

from __future__ import annotations

from dataclasses import dataclass

from bot.reading.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Phrase:
    """What the lexicon holds of one phrase, and what it is worth; nothing where a phrase only begins so."""

    worth: float
    cues: tuple[str, ...]
    area: str | None
    soft: bool
    filler: bool


def phrase_of(key: str, lexicon: Lexicon) -> Phrase:
    """What the lexicon holds of one phrase. The longer the phrase, the more a word of it is worth."""
    length = key.count(" ") + 1
    bonus = 0.8 * (length - 1)
    cues, area, soft = lexicon.cues.get(key, ()), lexicon.areas.get(key), key in lexicon.soft
    filler = key in lexicon.function or key in lexicon.wrapper
    meanings = (
        (bool(cues), 2.5 * length + bonus),
        (area is not None, 2.8 * length + bonus),
        (soft, 1.6 * length),
        (filler, 1.5 if length == 1 else 2.0 * length + bonus),
    )
    return Phrase(max((worth for held, worth in meanings if held), default=0.0), cues, area, soft, filler)
