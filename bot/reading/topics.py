"""Matters that are none of elections though their words could be: pay, sport, who belongs to a party."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from bot.reading.spans import Cover

_EARNED = frozenset({"votes", "seats", "share", "majority", "deposit", "result", "win", "say", "quote"})
"""Cues of what may be earned at an election, or said of money."""


def is_of_other_matters(cover: Cover, groups: Mapping[str, frozenset[str]]) -> bool:
    """Whether the words speak of one of these."""
    return _of_pay(cover) or _of_sport(cover) or _of_membership(cover, groups) or _of_schools(cover, groups)


def _of_pay(cover: Cover) -> bool:
    """ "what did sunak earn": money, where no votes or seats are spoken of."""
    return "money" in cover.cues and cover.cues.isdisjoint(_EARNED)


def _of_sport(cover: Cover) -> bool:
    """ "bath rugby": a seat's name that is a word of other matters, right beside another seat's."""
    if "offtopic" not in cover.cues:
        return False
    return any(one.seat and two.seat and "offtopic" in (*one.cues, *two.cues) for one, two in pairwise(cover.spans))


def _of_membership(cover: Cover, groups: Mapping[str, frozenset[str]]) -> bool:
    """ "how many members does the labour party have": those of a party are no members of the house."""
    if not any(span.party and cover.tokens[span.end - 1].text == "party" for span in cover.spans):
        return False
    words = {token.text for token in cover.tokens}
    return not words.isdisjoint(groups["membership"]) and words.isdisjoint(groups["of_the_house"])


def _of_schools(cover: Cover, groups: Mapping[str, frozenset[str]]) -> bool:
    """ "which mps went to eton": people who went to a place learnt there; only a seat goes to somebody."""
    if not cover.cues.isdisjoint(("by_election", "deposit")):
        return False
    spans = cover.spans
    for at, span in enumerate(spans):
        if not span.seat or not at:
            continue
        verb = " ".join([token.text for token in cover.tokens[spans[at - 1].start : spans[at - 1].end]])
        if verb not in groups["schooling"]:
            continue
        before = {token.text for token in cover.tokens[: spans[at - 1].start]}
        if not before.isdisjoint(groups["schooled"]) or any(each.party for each in spans[: at - 1]):
            return True
    return False
