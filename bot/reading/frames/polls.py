"""Questions of a poll itself: why a by-election was held, and when people voted."""

from __future__ import annotations

from bot.reading.framing import needs
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import Figure, Latest, Measure, Query


@needs("why", "cause", "leave")
def cause(work: Work) -> Query | None:
    """Why a by-election was held."""
    if not work.anchored:
        return None
    called = all(work.text(at) == "called" for at in work.hits.get("cause", ()))
    if (called and not work.has("why", "leave")) or (work.has("leave") and not work.has("cause", "why")):
        return None
    if work.parties or work.has("win", "lose", "take"):
        return None
    if not (work.kind and work.kind.value == "by-election") and not work.has("cause") and not _only_by_election(work):
        return None
    work.take("why", "cause", "hold", "how_much", "result", "leave", "mp", "who", "which", "did_how")
    # only a by-election is called for a cause
    where = work.selection(default=Latest(kind=ElectionKind.BY_ELECTION))
    return Figure(where=where, measures=(Measure.CAUSE,))


def _only_by_election(work: Work) -> bool:
    """ "why hartlepool 2004": a seat that had no other contest in the year named; nothing else is asked."""
    if work.people or not work.seats or len(work.years) != 1 or set(work.hits) - {"why", "aux", "what"}:
        return False
    polls = [poll for slot in work.seats for seat in slot.values for poll in work.catalogue.polls(seat)]
    kinds = {kind for day, kind in polls if day.year == work.years[0].year}
    return kinds == {ElectionKind.BY_ELECTION}


@needs("when")
def polling_date(work: Work) -> Query | None:
    """When a contest was held."""
    if not work.anchored or work.parties:
        return None
    if work.has(
        "declared", "win", "take", "lose", "first_time", "last_time", "mp", "changed_hands", "replace", "stand"
    ):
        if not (work.kind is not None and work.has("win", "stand") and not work.has("first_time", "last_time", "lose")):
            return None
        work.take("win", "stand")
    if work.kind is None and not work.timed and work.inherited.when is None:
        return None
    if work.has("win") and work.first("who") < work.first("when"):
        # "who won when it had its by-election"
        return None
    work.take("when", "hold", "result")
    return Figure(where=work.selection(), measures=(Measure.DATE,))
