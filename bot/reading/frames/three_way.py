"""The first three of a contest: how near they came to one another, and words that say that all of them are meant."""

from __future__ import annotations

from bot.reading.work import Work

_THREE = 3
_OF_MANY = frozenset({"seats", "mp", "majority", "turnout", "win", "share", "votes", "candidates"})
"""Cues of what the top three of many are of."""


def first_three(work: Work) -> frozenset[int]:
    """The spans of "the top three", where how near they came is told behind, and no three of many are asked for."""
    for at, number in work.slots.numbers:
        led = at and work.text(at - 1).split()[-1] in work.group("foremost_words")
        if number.unit or number.value != _THREE or not led:
            continue
        for span in work.cover.spans[at + 1 :]:
            if span.party or not _OF_MANY.isdisjoint(span.cues):
                break
            if not {"under", "closest"}.isdisjoint(span.cues):
                return frozenset([at - 1, at])
    return frozenset()


def use_of_three(work: Work) -> bool:
    """Whether a number of points is what lies between first and third; marks what says so."""
    three = first_three(work)
    if not ((_to_third(work) and not _has_with(work)) or three or work.has("three_way")):
        return False
    work.take("three_way", "closest", "runner_up", "finish", "first_time")
    work.used.update(three)
    work.used.update(at for at in work.hits.get("if", ()) if work.text(at) in work.group("being_all"))
    work.used.update(at for at, number in work.slots.numbers if number.unit == "ordinal")
    return True


def _to_third(work: Work) -> bool:
    """Whether the one who came third is spoken of, not a third of something."""
    return any(number.unit == "ordinal" and number.value == 3 for _, number in work.slots.numbers)


def _has_with(work: Work) -> bool:
    """ "came third with over 20%": what somebody of a party had, not how far behind."""
    texts = [token.text for token in work.cover.tokens]
    bounds = (work.cover.spans[at].start for cue in ("over", "under") for at in work.hits.get(cue, ()))
    return bool(work.parties) and any(at and texts[at - 1] in work.group("having") for at in bounds)
