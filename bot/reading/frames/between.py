"""What lies between the first and the second: "peterborough 1966 votes between them"."""

from __future__ import annotations

from bot.reading.framing import needs
from bot.reading.work import Work
from knowledge.query import Figure, Focus, Measure, Query, Result

_KEPT = frozenset({"pooled", "votes", "how_many", "how_much", "what", "result", "majority", "general_election", "aux"})
"""Cues that such a question may hold."""


@needs("a seat")
@needs("pooled")
def between(work: Work) -> Query | None:
    """The majority in a seat, where no parties are named whose votes could be added up."""
    spoken_of = work.inherited.parties or work.inherited.people
    if work.parties or work.people or work.areas or not _KEPT.issuperset(work.hits) or spoken_of:
        return None
    if not work.text_is("pooled", "between them") or work.free_numbers() or "they" in work.words:
        return None
    if not work.has("votes", "how_many", "how_much", "majority"):
        return None
    work.take(*_KEPT)
    return Figure(where=work.selection(), measures=(Measure.MAJORITY,))


_OF_A_GAP = frozenset(
    {"compare", "majority", "three_way", "what", "how_much", "how_many", "by_how_much", "aux", "votes", "closeness",
    "general_election", "by_election", "versus", "runner_up", "finish", "first_time"}
)  # fmt: skip
"""Cues beside which no more is asked than how far one place was behind the first."""


@needs("a seat")
@needs("compare", "majority", "by_how_much", "closeness", "three_way")
@needs("three_way", "first_time", "majority", "a number")
def places_apart(work: Work) -> Query | None:
    """ "difference between first and third in bath 2019": how far behind whoever won the other one was."""
    if work.parties or work.people or work.areas or not _OF_A_GAP.issuperset(work.hits):
        return None
    if "between" not in work.words or not work.has("compare", "majority", "by_how_much", "closeness"):
        return None
    places = [(at, int(number.value)) for at, number in work.slots.numbers if number.unit == "ordinal"]
    if not places and work.text_is("three_way", "between first and third"):
        places = [(-1, 1), (-1, 3)]
    if not places and work.text_is("majority", "between 1 and 2"):
        places = [(-1, 1), (-1, 2)]
    if len(places) != 2 or places[0][1] != 1 or places[1][1] < 2 or work.free_numbers():
        return None
    work.used.update(at for at, _ in places if at >= 0)
    place = places[1][1]
    work.take(*_OF_A_GAP)
    if place == 2:
        return Figure(where=work.selection(), measures=(Measure.MAJORITY,))
    return Result(where=work.selection(place=place), focus=Focus.PLACE)
