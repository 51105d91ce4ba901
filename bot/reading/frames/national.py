"""Questions of the country: totals of parties, turnout, seats, swing."""

from __future__ import annotations

from bot.reading.frames.measures import TOTAL_CUES, named
from bot.reading.times import Day, Side, Year
from bot.reading.times import Span as TimeRange
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import (
    AnyTime,
    InYears,
    Latest,
    Measure,
    Of,
    Query,
    Rank,
    Selection,
    Totals,
    When,
)

_LATEST = Latest(kind=ElectionKind.GENERAL)


def totals(work: Work) -> Query | None:
    """Seats, votes, share ... of parties in the country or a part of it."""
    if work.seats or work.people or work.kind is ElectionKind.BY_ELECTION or work.slots.quoted:
        return None
    if work.has("highest", "lowest", "closest", "safest", "do_best", "do_worst", "average", "median", "why", "hung"):
        return None
    if work.inherited.seats or work.inherited.people:
        return None
    days = [time.day for _, time in work.slots.times if isinstance(time, Day)]
    if days and days[0] not in work.calendar.generals:
        return None
    if work.slots.terms and work.has("explain") and not (work.timed or work.parties or work.areas):
        return None
    measures = _measures(work)
    if not (measures or work.parties or work.areas) and not work.has("win", "result", "by_party"):
        return None
    if not measures and work.has("who", "candidates") and not work.has("win", "result", "party_of"):
        return None
    if not measures and not work.timed and not work.has("win", "result", "did_how", "get"):
        return None
    work.take(
        "how_many", "how_much", "what", "get", "win", "did_how", "listing", "result", "total", "take", "who", "party_of"
    )
    work.take("leave", "which", "lose", "hold", "full", "stand", "mp", "by_party", "only", "history")
    where = _after(work, work.selection(default=_LATEST))
    return Totals(where=general(where), measures=measures)


def _measures(work: Work) -> tuple[Measure, ...]:
    if work.has("per_seat"):
        work.take("per_seat", "votes", "seats", "mp", "how_many", "listing")
        return (Measure.VOTES_PER_SEAT,)
    found = named(work, TOTAL_CUES)
    if Measure.VALID_VOTES in found and work.parties:
        found = tuple(dict.fromkeys(Measure.VOTES if m is Measure.VALID_VOTES else m for m in found))
    if Measure.SHARE in found and Measure.VOTES in found:
        votes_at = work.first("votes")
        if work.text(votes_at) in {"vote", "votes"} and not work.has("how_many"):
            found = tuple(m for m in found if m is not Measure.VOTES)
    if Measure.WOMEN in found and work.has("candidates", "stand") and not work.has("win", "mp"):
        return ()
    if Measure.WOMEN in found:
        work.take("win", "seats", "candidates", "mp")
        found = (Measure.WOMEN,)
    if Measure.SECONDS in found:
        work.take("how_many", "finish", "seats")
        found = (Measure.SECONDS,)
    singular = "candidate" in {token.text for token in work.cover.tokens}
    plain = work.parties and not work.has("who")
    if Measure.CANDIDATES in found and (singular or not (plain or work.has("how_many", "total", "listing"))):
        return ()
    if Measure.CANDIDATES in found or (work.has("stand") and work.has("how_many")):
        work.take("stand", "candidates")
        found = tuple(dict.fromkeys((Measure.CANDIDATES, *found)))
    if work.has("mp") and work.has("how_many", "candidates") and Measure.SEATS not in found:
        work.take("mp")
        found = (*found, Measure.SEATS)
    if Measure.DEPOSITS_LOST not in found and work.has("deposit"):
        work.take("deposit", "lose")
        found = (Measure.DEPOSITS_LOST, *found)
    if Measure.SEATS in found and work.has("take", "lose") and work.has("how_many") and work.parties:
        lost = work.has("lose")
        gained = "gain" in {t.text[:4] for t in work.cover.tokens}
        if lost:
            work.take("lose")
            return (Measure.LOSSES,)
        if gained:
            work.take("take")
            return (Measure.GAINS,)
    return found


def commons_majority(work: Work) -> Query | None:
    """The majority of a government in the Commons: "what majority did labour get in 1997"."""
    if (
        work.seats
        or work.kind is ElectionKind.BY_ELECTION
        or work.has("highest", "lowest", "closest", "average", "did")
    ):
        return None
    if work.people and not work.has("outright"):
        return None
    if not work.has("majority", "outright") or not (work.timed or work.has("outright") or work.parties):
        return None
    if work.has("seats", "listing", "explain", "aux_first"):
        return None
    work.take("majority", "outright", "how_much", "get", "win", "who", "government", "what", "seats", "have", "did_how")
    led = _led(work)
    work.use(work.people)
    where = general(_after(work, work.selection(default=_LATEST)))
    parties = where.parties or ((led,) if led else ())
    where = where.model_copy(update={"people": (), "parties": parties})
    return Totals(where=where, measures=(Measure.COMMONS_MAJORITY,))


def _after(work: Work, where: Selection) -> Selection:
    """ "after 2015": what the general election of 2015 brought."""
    after = work.after_general()
    return where.model_copy(update={"when": after}) if after else where


def _led(work: Work) -> str | None:
    """The party that the person named led in the year named."""
    points = [time.anchor if isinstance(time, Side) else time for _, time in work.slots.times]
    years = [point.year for point in points if isinstance(point, Year)]
    for slot in work.people:
        for led in work.calendar.led(slot.label):
            if years and led.since.year <= years[0] and (led.until is None or led.until.year >= years[0]):
                return led.party
    return None


def best_election(work: Work) -> Query | None:
    """A party's best or worst general election; the highest or lowest turnout of a general election."""
    if (
        work.seats
        or work.people
        or work.kind is ElectionKind.BY_ELECTION
        or (work.areas and not work.parties and not work.has("turnout"))
    ):
        return None
    if not work.has("highest", "lowest", "do_best", "do_worst"):
        return None
    measures = named(work, TOTAL_CUES)
    whole = work.kind is ElectionKind.GENERAL or (work.parties and _ranged(work))
    tokens = {token.text for token in work.cover.tokens}
    national = bool(
        tokens & {"uk", "national", "nationally", "britain", "british", "country", "overall", "count", "total"}
    )
    whole = whole or bool(work.parties and Measure.SEATS in measures and work.has("highest", "lowest"))
    by_election = "election" in tokens or "elections" in tokens or "year" in tokens or work.has("when")
    if not (whole or national or by_election) or (Measure.SEATS in measures and "which" in tokens and not by_election):
        return None
    if work.years and len(work.years) == 1 and not _ranged(work):
        return None
    if not (work.parties or Measure.TURNOUT in measures or Measure.ELECTORATE in measures or Measure.WOMEN in measures):
        return None
    highest = work.has("highest", "do_best") and not work.has("lowest", "do_worst")
    measure = next(iter(measures), Measure.SEATS)
    work.take(
        "highest", "lowest", "do_best", "do_worst", "win", "get", "which", "when", "what", "result", "seats", "votes"
    )
    work.take("total", "history", "all_time", "ever", "did_how")
    where = work.selection(default=AnyTime(kind=ElectionKind.GENERAL))
    return Rank(where=general(where), of=Of.ELECTIONS, measure=measure, highest=highest)


def _ranged(work: Work) -> bool:
    return any(
        isinstance(t, TimeRange) or (isinstance(t, Side) and t.side in {"since", "after"}) for _, t in work.slots.times
    )


def general(where: Selection) -> Selection:
    """The selection with its time held to general elections."""
    when: When = where.when
    if when.type != "relative" and when.kind is None:
        when = when.model_copy(update={"kind": ElectionKind.GENERAL})
    return where.model_copy(update={"when": when})


def years_of(work: Work) -> tuple[int, ...]:
    """Years named."""
    return tuple(t.year for _, t in work.slots.times if isinstance(t, Year))


__all__ = ["InYears", "best_election", "commons_majority", "general", "totals", "years_of"]
