"""Nations and regions set side by side: "which region had the lowest turnout", "labour's share by nation"."""

from __future__ import annotations

from itertools import pairwise

from bot.reading.frames.measures import TOTAL_CUES, named
from bot.reading.frames.national import general
from bot.reading.framing import needs
from bot.reading.left_out import REST
from bot.reading.slots import Slot
from bot.reading.work import Work
from knowledge.models.areas import NATIONS, REGIONS
from knowledge.models.elections import ElectionKind
from knowledge.query import Compare, Latest, Measure, Query, Several, Totals

_EVERY = (*REGIONS, *NATIONS[1:])
"""Each region, and the nations that have none."""
_MOST_TOLD = 3
"""Parties, or figures, at most that are told of one after the other."""
_COUNTRY = ("united-kingdom",)
_DIVIDED = ("england",)
"""The one nation that has regions."""
_OF_ALL = frozenset({Measure.TURNOUT, Measure.ELECTORATE})
"""Measures that an area has without a party."""
_ENDS = ("highest", "lowest", "do_best", "do_worst", "surpassing", "better", "worse")


@needs(groups=("area_kinds",))
def across_areas(work: Work) -> Query | None:
    """One figure of every nation, or of every region and nation; which is highest or lowest where that is asked."""
    if (
        work.anchored
        or any(slot.values != _COUNTRY and not _is_theirs(work, slot) for slot in work.areas)
        or len(work.parties) > _MOST_TOLD
        or work.kind is ElectionKind.BY_ELECTION
    ):
        return None
    if not work.says("area_kinds") or len(work.years) > 1:
        return None
    extreme = work.has(*_ENDS)
    if extreme and work.has("up", "down", "change"):
        # "the region where turnout fell most": by how much it moved is not set side by side
        return None
    asked = work.has("which", "what", "where") or work.opens_as("area_kinds") or _is_headed(work)
    if not (extreme and asked) and not (work.words & {"by", "each", "every", "per"}):
        return None
    measures = named(work, TOTAL_CUES)
    if work.parties and not measures and (work.has("do_best", "do_worst") or _is_headed(work)):
        measures = (Measure.SHARE,)
    if Measure.SHARE in measures:
        measures = (Measure.SHARE,)
    if not measures or (not work.parties and not _OF_ALL.issuperset(measures)):
        return None
    told = max(1, len(work.parties)) * len(measures)
    if told > 1 and (extreme or told > _MOST_TOLD or not _are_joined(work)):
        return None
    _use_their_number(work)
    low = work.has("lowest", "do_worst", "worse") and not work.has("highest", "do_best")
    work.take(*_ENDS, "which", "what", "where", "get", "listing", "win", "by_party", "result", "how_many", "votes")
    work.use_words(*work.group("area_kinds"))
    where = general(work.selection(default=Latest(kind=ElectionKind.GENERAL)))
    areas: tuple[str, ...] = NATIONS if work.says("whole_nations") else _EVERY
    if any(slot.values == _DIVIDED for slot in work.areas):
        work.pass_over([slot.span for slot in work.areas])
        areas = REGIONS
    prefer = ("lower" if low else "higher") if extreme else None
    whose = [slot.values for slot in work.parties] or [()]
    apart = [
        Compare(
            sides=tuple(
                Totals(where=where.model_copy(update={"areas": (area,), "parties": parties}), measures=(measure,))
                for area in areas
            ),
            prefer=prefer,
        )
        for parties in whose
        for measure in measures
    ]
    return apart[0] if len(apart) == 1 else Several(parts=tuple(apart))


def _is_headed(work: Work) -> bool:
    """ "highest turnout region in england 2019", "best english region for the tories": an end, and one region of it."""
    ends = [at for cue in _ENDS for at in work.hits.get(cue, ())]
    single = [at for at in range(len(work.cover.spans)) if work.text(at) in ("region", "nation")]
    return len(single) == 1 and bool(ends) and min(ends) < single[0] and not work.asks_whether


def _is_theirs(work: Work, slot: Slot) -> bool:
    """ "english regions", "which region of england": the nation that the regions are parts of."""
    return slot.values == _DIVIDED and slot.how != REST and not work.says("whole_nations")


def _use_their_number(work: Work) -> None:
    """ "which of the four nations": how many there are, which is said of all of them."""
    tokens, spans = work.cover.tokens, work.cover.spans
    for at, number in work.free_numbers():
        behind = tokens[spans[at].end].text if spans[at].end < len(tokens) else ""
        if number.value == len(NATIONS) and behind in work.group("whole_nations"):
            work.used.add(at)


def _are_joined(work: Work) -> bool:
    """Whether nothing but "and" or a comma stands between each party and the next."""
    spans, tokens = work.cover.spans, work.cover.tokens
    between = [tokens[spans[one.span].end : work.start(other)] for one, other in pairwise(work.parties)]
    return all(token.text in work.group("joints") or not token.text.isalnum() for gap in between for token in gap)
