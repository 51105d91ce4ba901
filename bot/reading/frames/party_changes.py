"""How far a party's votes, share or seats moved in the country or a nation, from one general election to the next."""

from __future__ import annotations

from bot.reading.dated import in_year
from bot.reading.frames.national import general
from bot.reading.framing import needs
from bot.reading.time_kinds import Year
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import Compare, InYears, Latest, Measure, Query, Relative, Totals, When

_MEASURES = (("seats", Measure.SEATS), ("share", Measure.SHARE), ("votes", Measure.VOTES))
_MOVED = ("up", "down", "change")
_PLAIN = ("how_much", "how_many", "by_how_much", "what", "aux", "get", "total", "did_how", "since", "than")
_GENERAL = ElectionKind.GENERAL


@needs("a party")
@needs(*_MOVED, "lose", "take")
@needs("seats", "share", "votes", "up", "down", "change")
def moved(work: Work) -> Query | None:
    """ "how far did the tory vote fall in 2024", "how many votes did labour lose in 2019", "snp share change 2024"."""
    if work.anchored or len(work.parties) != 1 or work.kind is ElectionKind.BY_ELECTION or not _is_asked(work):
        return None
    when = _between(work)
    measures = tuple(measure for cue, measure in _MEASURES if work.has(cue)) or _of_change(work)
    if when is None or not measures or work.slots.numbers or work.has("who", "which", "where", "when", "why"):
        return None
    work.take(*_MOVED, *_PLAIN, *(cue for cue, _ in _MEASURES), "lose", "take")
    where = general(work.selection())
    sides = tuple(where.model_copy(update={"when": each}) for each in when)
    return Compare(sides=tuple(Totals(where=side, measures=measures) for side in sides))


def _is_asked(work: Work) -> bool:
    """Whether it is asked how far something moved, and not whether it did."""
    if work.opens_as("verb_openers"):
        return False
    if work.has("up", "down", "change"):
        return True
    # "how many seats did labour lose" is of the seats themselves
    return work.has("how_many", "how_much") and (work.has("lose") or work.says("gains")) and work.has("votes", "share")


def _of_change(work: Work) -> tuple[Measure, ...]:
    """What "the change" is of: of the share where it says so, else of the votes and their share."""
    named = {word for at in work.hits.get("change", ()) for word in work.text(at).split()}
    if not named:
        return ()
    return (Measure.SHARE,) if "share" in named else (Measure.VOTES, Measure.SHARE)


def _between(work: Work) -> tuple[When, When] | None:
    """The general election asked about behind the one that it is held against; marks what says so."""
    ends = work.years if len(work.years) == 2 else work.ends()
    if len(ends) == 2:
        work.use_times()
        first, last = sorted(ends, key=lambda year: (year.year, year.month or 0))
        return in_year(first, _GENERAL), in_year(last, _GENERAL)
    if len(ends) > 2 or len(work.years) > 1 or any(not isinstance(time, Year) for _, time in work.slots.times):
        return None
    last_held = in_year(work.years[0], _GENERAL) if work.years else Latest(kind=_GENERAL)
    if not isinstance(last_held, InYears | Latest):
        return None
    return Relative(anchor=last_held, step=-1, kind=_GENERAL), last_held
