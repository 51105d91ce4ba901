"""Words that say something of a party in the house or the country rather than of somebody's own contest."""

from __future__ import annotations

from itertools import pairwise

from bot.reading.spans import Cover
from bot.reading.time_kinds import Year

_A_FEW = 100
_HOUSE = 707
"""The most seats that the House of Commons has had."""


def had_one(cover: Cover, words: frozenset[str]) -> bool:
    """ "so wilson had a majority": said of the house, where no number of votes is."""
    counted = any(span.number and not span.time for span in cover.spans)
    return "had" in words and not counted and not any({"what", "which", "how_much"} & set(s.cues) for s in cover.spans)


def of_the_party(cover: Cover, theirs: frozenset[str]) -> bool:
    """ "the total for his party"."""
    texts = [token.text for token in cover.tokens]
    return any(a in theirs and b == "party" for a, b in pairwise(texts))


def won_and_lost(cover: Cover) -> bool:
    """ "more votes losing in 1951 than winning in 1945": of the country, as who loses it mostly keeps a seat."""
    cues = cover.cues
    if not {"win", "lose", "than"} <= cues or cues.isdisjoint(("votes", "share", "seats")):
        return False
    return sum(isinstance(span.time, Year) for span in cover.spans) == 2


def said_of_a_house(cover: Cover) -> bool:
    """ "did may reach 326 in 2017": so many are the seats of a party, and never the votes of somebody who led it."""
    numbers = [span.number for span in cover.spans if span.number and not span.time]
    few = len(numbers) == 1 and not numbers[0].unit and _A_FEW < numbers[0].value <= _HOUSE
    return few and "get" in cover.cues and cover.cues.isdisjoint(("votes", "majority", "ahead", "beat", "by_how_much"))
