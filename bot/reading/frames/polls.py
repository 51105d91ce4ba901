"""Questions of a poll itself: why a by-election was held, and when people voted."""

from __future__ import annotations

from bot.reading.frames.bare_elections import whole_election
from bot.reading.frames.lists import their_number
from bot.reading.frames.margins import of_a_day
from bot.reading.frames.measures import CONTEST_CUES, named
from bot.reading.framing import needs
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import AnyTime, Figure, InYears, Latest, Measure, Of, OnDay, Query, Rank, Result


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
        told = work.has("win", "stand") or (work.has("take") and work.people)
        if not (work.kind is not None and told and not work.has("first_time", "last_time", "lose")):
            return None
        work.take("win", "stand", *(("take", "get") if work.people else ()))
    if work.kind is None and not work.timed and work.inherited.when is None:
        return None
    if work.has("win") and work.first("who") < work.first("when"):
        # "who won when it had its by-election"
        return None
    work.take("when", "hold", "result")
    return Figure(where=work.selection(), measures=(Measure.DATE,))


@needs("no seat named")
def poll_day(work: Work) -> Query | None:
    """Who won the by-elections of one day, where no seat is named."""
    if work.anchored or work.parties:
        return None
    if work.has("latest_by") or (work.kind is ElectionKind.BY_ELECTION and work.has("latest", "last")):
        work.take(
            "latest_by", "latest", "last", "win", "who", "result", "what", "where", "when", "which", "hold", "seats"
        )
        where = work.selection(default=AnyTime(kind=ElectionKind.BY_ELECTION))
        bound = AnyTime() if isinstance(where.when, Latest) else where.when
        where = where.model_copy(update={"when": bound.model_copy(update={"kind": ElectionKind.BY_ELECTION})})
        return Rank(where=where, of=Of.CONTESTS, measure=Measure.DATE, highest=True)
    if work.areas or not (work.kind is ElectionKind.BY_ELECTION or work.timed):
        return None
    when = work.when()
    if not isinstance(when, OnDay | InYears) or (isinstance(when, InYears) and not when.month):
        return None
    measures = named(work, CONTEST_CUES) or of_a_day(work, when)
    their_number(work)
    work.take("win", "who", "result", "take", "listing", "both", "career", "what")
    if isinstance(when, OnDay):
        # "where was it": the answer names the seat
        work.take("where", "which", "seats", "hold")
    if measures and isinstance(when, OnDay):
        work.take("what", "how_many", "how_much", "get")
        return Figure(where=work.selection(), measures=measures)
    if measures:
        return None
    where = work.selection()
    return whole_election(work, where) or Result(where=where)
