"""Whether something doubled, trebled or halved from one election to another: "2019 to 2024 did it double"."""

from __future__ import annotations

from types import MappingProxyType

from bot.reading.dated import in_year
from bot.reading.frames.measures import TOTAL_CUES, named
from bot.reading.frames.national import general
from bot.reading.framing import needs
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import Compare, Measure, Query, Selection, Totals

_TIMES = MappingProxyType({"doubling": 2.0, "trebling": 3.0, "quadrupling": 4.0, "halving": 0.5})
"""Groups of verbs -> how many times as much is meant."""
_MEASURES = frozenset({Measure.VOTES, Measure.SHARE, Measure.SEATS, Measure.CANDIDATES, Measure.WOMEN})
_PLAIN = ("aux", "check", "compare", "get", "win", "take", "up", "down", "versus", "did_how", "total", "mp", "result")
"""Cues that add nothing to it."""
_TWO = 2


@needs(groups=tuple(_TIMES))
@needs(words=("did", "has", "have"))
@needs("a party", "women")
def multiplied(work: Work) -> Query | None:
    """Two elections beside each other, and whether the later had so many times what the earlier had."""
    found = _verb(work)
    years = sorted(work.years or work.ends(), key=lambda year: (year.year, year.month or 0))
    if found is None or len(years) != _TWO or work.seats or work.kind is ElectionKind.BY_ELECTION:
        return None
    verb, times = found
    if any(slot.span != verb for slot in work.people) or len(work.parties) > 1 or work.slots.numbers or work.has("if"):
        return None
    measures = tuple(each for each in named(work, TOTAL_CUES) if each in _MEASURES)
    if Measure.SHARE in measures:
        # "vote share": the votes only say what the share is of
        measures = (Measure.SHARE,)
    if len(measures) != 1:
        return None
    work.leave_out("people")
    work.pass_over([verb])
    work.take(*_PLAIN)
    work.use_times()
    parties, areas = work.use(work.parties), work.use(work.areas)
    of_each = [Selection(parties=parties, areas=areas, when=in_year(year, ElectionKind.GENERAL)) for year in years]
    return Compare(sides=tuple(Totals(where=general(where), measures=measures) for where in of_each), times=times)


def _verb(work: Work) -> tuple[int, float] | None:
    """The one span that says so, and how many times as much it says."""
    found = [
        (at, times)
        for at, span in enumerate(work.cover.spans)
        for group, times in _TIMES.items()
        if span.end - span.start == 1 and work.text(at) in work.group(group)
    ]
    return found[0] if len(found) == 1 else None
