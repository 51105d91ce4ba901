"""Nations and regions set side by side: "which region had the lowest turnout", "labour's share by nation"."""

from __future__ import annotations

from bot.reading.frames.measures import TOTAL_CUES, named
from bot.reading.frames.national import general
from bot.reading.framing import needs
from bot.reading.work import Work
from knowledge.models.areas import NATIONS, REGIONS
from knowledge.models.elections import ElectionKind
from knowledge.query import Compare, Latest, Measure, Query, Totals

_EVERY = (*REGIONS, *NATIONS[1:])
"""Each region, and the nations that have none."""
_COUNTRY = ("united-kingdom",)
_OF_ALL = frozenset({Measure.TURNOUT, Measure.ELECTORATE})
"""Measures that an area has without a party."""
_ENDS = ("highest", "lowest", "do_best", "do_worst", "surpassing", "better", "worse")


@needs(groups=("area_kinds",))
def across_areas(work: Work) -> Query | None:
    """One figure of every nation, or of every region and nation; which is highest or lowest where that is asked."""
    if (
        work.anchored
        or any(slot.values != _COUNTRY for slot in work.areas)
        or len(work.parties) > 1
        or work.kind is ElectionKind.BY_ELECTION
    ):
        return None
    if not work.says("area_kinds") or len(work.years) > 1:
        return None
    extreme = work.has(*_ENDS)
    if not (extreme and work.has("which", "what", "where")) and not (work.words & {"by", "each", "every"}):
        return None
    measures = named(work, TOTAL_CUES)
    if work.parties and not measures and work.has("do_best", "do_worst"):
        measures = (Measure.SHARE,)
    if Measure.SHARE in measures:
        measures = (Measure.SHARE,)
    if not measures or (not work.parties and not _OF_ALL.issuperset(measures)):
        return None
    low = work.has("lowest", "do_worst", "worse") and not work.has("highest", "do_best")
    work.take(*_ENDS, "which", "what", "where", "get", "listing", "win", "by_party", "result", "how_many", "votes")
    work.use_words(*work.group("area_kinds"))
    where = general(work.selection(default=Latest(kind=ElectionKind.GENERAL)))
    areas = NATIONS if work.says("whole_nations") else _EVERY
    sides = tuple(Totals(where=where.model_copy(update={"areas": (area,)}), measures=measures[:1]) for area in areas)
    return Compare(sides=sides, prefer=("lower" if low else "higher") if extreme else None)
