"""Questions of a poll itself: why a by-election was held, and when people voted."""

from __future__ import annotations

from bot.reading.frames.bare_elections import whole_election
from bot.reading.frames.lists import their_number
from bot.reading.frames.margins import of_a_day
from bot.reading.frames.measures import CONTEST_CUES, named
from bot.reading.frames.vacancies import causes
from bot.reading.framing import needs
from bot.reading.time_kinds import Day
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import AnyTime, Figure, Focus, InYears, Latest, Measure, Of, OnDay, Query, Rank, Result

_OF_LEAVING = frozenset({"aux", "leave", "mp", "stand", "vacancy", "which", "who"})
"""Cues of a question that asks only who left."""


@needs("why", "cause", "leave")
def cause(work: Work) -> Query | None:
    """Why a by-election was held."""
    if work.has("leave") and _who_left(work):
        work.take(*_OF_LEAVING)
        return Figure(where=work.selection(), measures=(Measure.CAUSE,))
    if not work.anchored:
        return None
    called = all(work.text(at) == "called" for at in work.hits.get("cause", ()))
    if (called and not work.has("why", "leave")) or (work.has("leave") and not work.has("cause", "why")):
        return None
    if work.parties or work.has("win", "lose", "take"):
        return None
    of_one = (work.kind is ElectionKind.BY_ELECTION) or work.has("cause") or _only_by_election(work)
    if not of_one and not _spoken_of(work):
        return None
    # "whose death caused it" is of a by-election that one did
    told = () if work.years else causes(work)
    work.take("why", "cause", "hold", "how_much", "result", "leave", "mp", "who", "which", "did_how")
    # only a by-election is called for a cause
    where = work.selection(default=Latest(kind=ElectionKind.BY_ELECTION))
    if told:
        where = where.model_copy(update={"causes": told, "when": AnyTime(kind=ElectionKind.BY_ELECTION)})
    return Figure(where=where, measures=(Measure.CAUSE,))


def _who_left(work: Work) -> bool:
    """ "who had died", "who was the mp that quit", behind a by-election: why it was held."""
    when = work.inherited.when
    if work.seats or work.people or work.timed or when is None or when.kind is not ElectionKind.BY_ELECTION:
        return False
    return bool(work.inherited.seats) and work.has("who", "which") and _OF_LEAVING.issuperset(work.hits)


def _spoken_of(work: Work) -> bool:
    """ "what caused it", behind a by-election: a mere "why" may ask for anything of it."""
    when, named = work.inherited.when, work.people or work.seats or work.areas or work.timed
    asked = all(work.text(at) in work.group("asks_cause") for at in work.hits.get("why", ()))
    return when is not None and when.kind is ElectionKind.BY_ELECTION and not named and asked and work.has("why")


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
    told = _is_told_by_leaving(work)
    if told:
        work.pass_over([at for cue in ("stand", "leave", "vacancy") for at in work.hits.get(cue, ())])
    work.take("when", "hold", "result")
    where = work.selection()
    return Result(where=where, focus=Focus.WINNER) if told else Figure(where=where, measures=(Measure.DATE,))


def _is_told_by_leaving(work: Work) -> bool:
    """ "the uxbridge by-election when johnson quit": the one "when" tells which it was, and asks for no day."""
    whens, spans = work.hits["when"], work.cover.spans
    told = (at for at, time in work.slots.times if isinstance(time, Day) and spans[at].person is not None)
    polled = [at for at in work.hits.get("by_election", ()) if at < whens[0]]
    return len(whens) == 1 and bool(polled) and whens[0] + 1 in told and work.text(whens[0]) == "when"


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
