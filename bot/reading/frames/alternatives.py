"""Questions that leave two answers open: "did labour or the tories get more votes", "did they gain it or hold it"."""

from __future__ import annotations

from bot.reading.time_kinds import Year
from bot.reading.work import Work


def alternatives(work: Work) -> bool:
    """ "did labour or the tories get more votes", "... in 1945 or 1997": one of two is asked for."""
    if _gain_or_hold(work):
        return True
    if not work.has("better", "worse", "highest", "lowest", "closer"):
        return False
    years = [at for at, time in work.slots.times if isinstance(time, Year)]
    for slots in (work.parties, work.people, work.seats):
        if len(slots) == 2 and _or_between(work, slots[0].span, slots[1].span):
            return True
    return len(years) == 2 and not work.free_numbers() and _or_between(work, *years)


def _gain_or_hold(work: Work) -> bool:
    """ "did sinn fein gain it or simply hold it": one of two outcomes is asked for."""
    if not (work.seats and work.has("take") and work.has("hold")):
        return False
    first, last = sorted((work.first("take"), work.first("hold")))
    spans = work.cover.spans[first : last + 1]
    return any(work.cover.tokens[at].text == "or" for at in range(spans[0].start, spans[-1].end))


def _or_between(work: Work, first: int, second: int) -> bool:
    """Whether "or" stands between two spans."""
    return any(work.cover.tokens[span.start].text == "or" for span in work.cover.spans[first + 1 : second])
