"""A figure set against last time: "how did the labour share in hove in 2017 compare with the time before"."""

from __future__ import annotations

from types import MappingProxyType

from bot.reading.frames.national import general
from bot.reading.framing import needs
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import Compare, Figure, InYears, Latest, Measure, Query, Relative, Totals

_ASKED = MappingProxyType(
    {
        "turnout": Measure.TURNOUT_CHANGE, "share": Measure.CHANGE, "seats": Measure.SEAT_CHANGE,
        "votes": Measure.VOTE_CHANGE,
    }
)  # fmt: skip
"""Cue of a figure -> how far it moved since the election before, the most telling first."""
_PLAIN = ("compare", "last_time", "previous", "latest", "did_how", "get", "result", *_ASKED)
_OF_OTHER = ("who", "swing", "electorate", "win", "lose", "better", "worse", "than", "highest", "lowest", "when", "why")


@needs("compare")
@needs("last_time", "previous")
@needs("majority", *_ASKED)
def last_time(work: Work) -> Query | None:
    """How far the one figure named moved since the election before; of a majority both are told."""
    asked = next((cue for cue in ("majority", *_ASKED) if work.has(cue)), "")
    whose = len(work.parties) + len(work.people)
    if work.kind or len(work.years) > 1 or work.spanned() or work.slots.numbers or work.has(*_OF_OTHER):
        return None
    if len(work.seats) > 1 or whose != (0 if asked in {"majority", "turnout"} else 1):
        return None
    local = bool(work.seats or work.people)
    if (asked == "seats" and local) or (asked == "majority" and not (work.seats and work.years)):
        return None
    work.take(*_PLAIN, "majority")
    work.use_times()
    work.leave_out_words()
    where = work.selection(default=Latest() if local else Latest(kind=ElectionKind.GENERAL))
    if asked == "majority":
        then = where.when if isinstance(where.when, InYears) else Latest()
        before = where.model_copy(update={"when": Relative(anchor=then, step=-1)})
        measures = (Measure.MAJORITY,)
        return Compare(sides=(Figure(where=before, measures=measures), Figure(where=where, measures=measures)))
    if local:
        return Figure(where=where, measures=(_ASKED[asked],))
    return Totals(where=general(where), measures=(_ASKED[asked],))
