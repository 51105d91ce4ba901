"""What words ask of the one candidate whom a question is about: who came third, who stood for a party."""

from __future__ import annotations

from collections.abc import Mapping, Set
from itertools import pairwise

from bot.reading.conversation import subject
from bot.reading.spans import Cover
from knowledge.query import Check, ExpectedPlace, ExpectedStood, Figure, Focus, Measure, Query, Result

_TOLD = frozenset(
    {
        "votes", "share", "get", "how_many", "how_much", "what", "which", "who", "aux", "party_of", "did_how", "versus",
        "exactly", "stand",
    }
)  # fmt: skip
"""Cues of what every answer about a candidate tells: name, party, votes and share."""
_NAMING = frozenset({"who", "party_of"})
"""Those that ask who it was, and not for a figure."""
_FIGURES = frozenset({"votes", "share", "get", "how_many", "did_how"})
_OF_CANDIDATE = frozenset({Measure.VOTES, Measure.SHARE, Measure.POSITION, Measure.BEHIND, Measure.CHANGE})
_BESTED = (Focus.PLACE, Focus.RUNNER_UP)


def asks_of_told(query: Query, cover: Cover, groups: Mapping[str, Set[str]], *, naming: bool = False) -> Query | None:
    """The question that tells all that is asked of its candidate: "who was third, and how many votes did they get".

    Of whether a party stood, "who was it" asks for its candidate, and not for who won. ``naming``: figures are asked
    for in other ways, and only who it was, or of which party, is looked for.
    """
    cues, held = cover.cues, subject(query)
    if not isinstance(held, Result | Check | Figure) or not held.where.seats or not _names_nothing(cover):
        return None
    if not cues <= _TOLD or cues.isdisjoint(_NAMING if naming else _NAMING | _FIGURES):
        return None
    theirs = _of_one_party(held)
    if "stand" in cues and not (theirs and any(token.text in groups["they_words"] for token in cover.tokens)):
        # "who stood" asks for everybody
        return None
    if "who" in cues:
        who = theirs or _is_bested(held)
        return (of_candidate(held) if isinstance(held, Figure) else held) if who and not _who_got(cover) else None
    return held if _tells_figures(held, theirs=theirs, naming=naming) else None


def _tells_figures(held: Result | Check | Figure, *, theirs: bool, naming: bool) -> bool:
    """Whether an answer tells the votes and the party of whoever it is about."""
    if isinstance(held, Figure):
        return False
    won = isinstance(held, Result) and held.focus is Focus.WINNER and not naming
    return theirs or _is_bested(held) or won


def _is_bested(held: Result | Check | Figure) -> bool:
    """Whether who came in some place, and did not win, is told."""
    return isinstance(held, Result) and held.focus in _BESTED


def of_candidate(query: Query) -> Query:
    """The candidate of a party that was asked whether it stood; who came in the place that it was asked of."""
    if not isinstance(query, Check | Figure):
        return query
    placed = _of_the_place(query) if isinstance(query, Check) else None
    return placed or Result(where=query.where, focus=Focus.PARTY)


def _of_the_place(held: Check) -> Result | None:
    """ "was labour third in bath, who was it": who came in that place, be it theirs or not."""
    place = next((each.place for each in held.expect if isinstance(each, ExpectedPlace)), None)
    if place is None:
        return None
    return Result(where=held.where.model_copy(update={"parties": (), "place": place}), focus=Focus.PLACE)


def _of_one_party(held: Result | Check | Figure) -> bool:
    """Whether how one party's candidate did is told, or whether it had one."""
    if len(held.where.parties) != 1 or held.where.people:
        return False
    if isinstance(held, Check):
        return not held.negated and all(isinstance(each, ExpectedStood | ExpectedPlace) for each in held.expect)
    if isinstance(held, Figure):
        return _OF_CANDIDATE.issuperset(held.measures)
    return held.focus is Focus.PARTY


def _who_got(cover: Cover) -> bool:
    """ "who got it": the winner is asked for."""
    return any("who" in first.cues and "get" in second.cues for first, second in pairwise(cover.spans))


def _names_nothing(cover: Cover) -> bool:
    """Whether no place, time, party, person or number is named; "he" is a surname as well."""
    return not any(
        s.seat or s.party or s.area or s.time or s.number or s.unknown or (s.person and not s.filler)
        for s in cover.spans
    )
