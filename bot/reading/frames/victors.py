"""Somebody and whoever beat them, put side by side: "truss and the chap who beat her, votes side by side"."""

from __future__ import annotations

from collections.abc import Iterator

from bot.reading.frames.defeats import inferred
from bot.reading.framing import needs
from bot.reading.work import Work
from knowledge.query import Focus, OnDay, Query, Result, Selection

_TOLD = (
    "compare", "versus", "votes", "share", "how_many", "how_much", "get", "beat", "who", "what", "result", "majority",
    "by_how_much", "listing", "aux", "both", "women", "men",
)  # fmt: skip
"""Cues of what stands in a result where both had votes."""
_LEAD = 3
"""Words at most from the one named to the "who" that tells of the other: "and the chap who"."""


@needs("a person")
@needs("beat")
@needs("votes", "share", "compare", "result")
def beside_victor(work: Work) -> Query | None:
    """The last contest that the one named is held to have lost: it tells what both of them had."""
    if len(work.people) != 1 or work.parties or work.seats or not _TOLD_ALL.issuperset(work.hits):
        return None
    lead = _other(work)
    if not lead:
        return None
    cards = work.catalogue.cards(work.people[0].values)
    years = {year.year for year in work.years}
    lost = [(stand, card) for card in cards for stand in card.stands if not stand.elected]
    lost = [(stand, card) for stand, card in lost if not years or stand.date.year in years]
    if not lost and cards:
        query = inferred(work, cards, (), sized=False)
        work.take(*_TOLD)
        work.used.update(lead)
        return query
    if len({card.id for _, card in lost}) != 1 or (work.timed and not years):
        return None
    stand, card = max(lost, key=lambda each: each[0].date)
    work.take(*_TOLD)
    work.used.update(lead)
    work.use(work.people)
    work.use_times()
    return Result(where=Selection(seats=(stand.seat,), people=(card.id,), when=OnDay(day=stand.date)))


def other_way(query: Query, work: Work) -> Iterator[int]:
    """The verb of "portillo and the man who beat him", where the one that he beat is told."""
    if isinstance(query, Result) and query.focus is Focus.RUNNER_UP and len(work.people) == 1 and _other(work):
        yield from work.hits["beat"]


def _other(work: Work) -> tuple[int, ...]:
    """The spans of "and the chap who beat her", right behind the one named; none where nobody is so spoken of."""
    spans, tokens = work.cover.spans, work.cover.tokens
    person, beat = work.people[0].span, work.first("beat")
    if beat <= person:
        return ()
    behind = [token.text for token in tokens[spans[beat].end : spans[beat].end + 1]]
    first = person + 1
    while first < beat and not {"votes", "share", "result"}.isdisjoint(spans[first].cues):
        # "truss votes vs the man who beat her"
        first += 1
    between = [token.text for token in tokens[spans[first].start : spans[beat].start]]
    whoever = work.group("unnamed") | {"one", "person"}
    told = between[-1:] == ["who"] and len(between) <= _LEAD + 1 and whoever & set(between)
    joined = between[:1] and between[0] in {"and", "v", "vs", "versus", "with", "against", "or"}
    if not (told and joined) or not work.group("person_pronouns").intersection(behind):
        return ()
    return tuple(range(first, beat + 2))


_TOLD_ALL = frozenset(_TOLD)
