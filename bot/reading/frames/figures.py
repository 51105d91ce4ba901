"""Questions for a figure of a contest, or of a party or person in it."""

from __future__ import annotations

from datetime import timedelta

from bot.reading.frames.measures import CANDIDACY_CUES, CONTEST_CUES, named
from bot.reading.times import Side, Year
from bot.reading.times import Span as TimeRange
from bot.reading.work import Work
from knowledge.query import (
    AnyTime,
    Between,
    Check,
    Condition,
    ExpectedNumber,
    Figure,
    Governments,
    Measure,
    Of,
    Operator,
    Query,
    Rank,
    Selection,
    Several,
)

_FORMING = timedelta(days=14)
"""Days within which a government is formed after an election."""


def figure(work: Work) -> Query | None:
    """Majority, turnout, votes, share ... of the contest named."""
    if not _placed(work) or (work.has("seats") and work.has("how_many") and not work.seats):
        return None
    measures = _measures(work)
    if not measures:
        return None
    work.take(
        "how_many", "how_much", "what", "get", "did_how", "when", "result", "total", "candidates", "who", "win", "hold"
    )
    work.take("mp", "where", "in_it", "closeness", "by_how_much", "stand", "take")
    work.take("fate", "lose")
    both = _premiers(work, measures)
    if both is not None:
        return both
    series = _series(work)
    default = AnyTime() if series else None
    return Figure(where=_before_or_after(work, work.selection(default=default)), measures=measures, per_contest=series)


def _premiers(work: Work, measures: tuple[Measure, ...]) -> Query | None:
    """A Prime Minister's majority may be the seat's or the government's: both are given."""
    if measures != (Measure.MAJORITY,) or len(work.people) != 1 or work.seats or len(work.years) != 1:
        return None
    slot, year = work.people[0], work.years[0].year
    last = work.cover.tokens[work.cover.spans[slot.span].end - 1].base
    spells = [led for led in work.calendar.led(slot.label) or work.calendar.led(last) if led.office == "prime-minister"]
    polls = [day for day in work.calendar.generals if day.year == year]
    in_office = any(
        led.since <= day + _FORMING and (led.until is None or led.until > day + _FORMING)
        for led in spells
        for day in polls
    )
    if not in_office:
        return None
    where = work.selection()
    house = Governments(when=where.when, ask="majority")
    return Several(parts=(Figure(where=where, measures=measures), house))


def _before_or_after(work: Work, where: Selection) -> Selection:
    """One contest of a seat before or after a time, rather than all of them."""
    single = work.single() if where.seats and not work.has("history", "listing") else None
    return where.model_copy(update={"when": single}) if single else where


def _measures(work: Work) -> tuple[Measure, ...]:
    if work.has("deposit", "deposit_lost", "deposit_kept") and (work.parties or work.people):
        if work.has("how_many"):
            return ()
        return ()
    if work.has("deposit") and work.has("lose", "deposit_lost"):
        work.take("deposit", "lose", "deposit_lost")
        return (Measure.DEPOSITS_LOST,)
    behind = _behind(work)
    if behind:
        return behind
    change = _change(work)
    if change:
        return change
    texts = [token.text for token in work.cover.tokens]
    open_by = any(
        text == "by" and (at + 1 == len(texts) or texts[at + 1] in {"in", "at", "then"})
        for at, text in enumerate(texts)
    )
    led = open_by or any("by" in work.text(at).split() for at in work.hits.get("ahead", ()))
    if (led or work.cover.tokens[-1].text == "by") and work.has("win", "lose", "get", "hold", "how_many"):
        work.take("win", "lose", "get", "hold", "how_many", "how_much", "votes", "what", "ahead", "majority")
        return (Measure.MAJORITY,)
    if work.has("by_how_much"):
        work.take(
            "by_how_much", "votes", "lose", "beat", "win", "hold", "ahead", "take", "get", "majority", "closeness"
        )
        return (Measure.MAJORITY,)
    tokens = {token.text for token in work.cover.tokens}
    if work.parties and tokens & {"points", "point"} and work.has("lose", "take", "up", "down", "get"):
        work.take("lose", "take", "up", "down", "get", "how_many", "how_much", "change", "share")
        return (Measure.CHANGE,)
    asked_of = work.inherited.people and work.speaks_of_person and work.has("get", "did_how")
    if asked_of and not work.has("majority", "turnout", "share"):
        work.take("get", "did_how", "how_many", "votes", "what", "win")
        return (Measure.VOTES, Measure.SHARE)
    if work.has("votes") and work.has("lose") and work.parties and work.has("how_many"):
        work.take("votes", "lose", "how_many", "get")
        return (Measure.VOTE_CHANGE,)
    found = named(work, (*CONTEST_CUES, *CANDIDACY_CUES))
    if {Measure.SHARE, Measure.VALID_VOTES} <= set(found) and not (work.parties or work.people):
        return (Measure.TURNOUT,)
    if Measure.VALID_VOTES in found and (work.parties or work.people):
        found = tuple(dict.fromkeys(Measure.VOTES if m is Measure.VALID_VOTES else m for m in found))
    if Measure.CHANGE in found and Measure.SHARE in found:
        found = tuple(m for m in found if m is not Measure.SHARE)
    if Measure.VOTES in found and len(found) > 1 and not (work.parties or work.people):
        found = tuple(m for m in found if m is not Measure.VOTES)
    if Measure.VOTES in found and not (work.parties or work.people or work.inherited.parties):
        return (
            ()
            if work.has("win", "who")
            else tuple(m for m in found if m is not Measure.VOTES) or (Measure.VALID_VOTES,)
        )
    if Measure.SHARE in found and Measure.TURNOUT in found:
        found = tuple(m for m in found if m is not Measure.SHARE)
    if found:
        return found
    if work.has("closeness", "by_how_much"):
        work.take("closeness", "by_how_much", "lose", "beat", "win", "hold", "ahead")
        return (Measure.MAJORITY,)
    got = work.has("get", "did_how", "win") and work.has("how_many") and (work.parties or work.people)
    if got and not work.has("seats", "times_count", "career", "mp"):
        work.take("get", "did_how", "how_many", "win")
        return (Measure.VOTES,)
    if work.people and (work.timed or work.seats) and work.take("party_of"):
        return (Measure.PARTY,)
    if work.take("result") and work.has("hold", "take") and not work.has("who"):
        return (Measure.RESULT,)
    alone = set(work.hits) <= {"how_many", "how_much", "aux", "what", "versus"}
    if work.parties and work.seats and work.has("how_many") and alone:
        work.take("how_many", "how_much")
        return (Measure.VOTES,)
    return _outcome(work)


def _behind(work: Work) -> tuple[Measure, ...]:
    if not work.has("behind") or not (work.parties or work.people or work.inherited.parties):
        return ()
    work.take("behind", "lose", "win", "votes", "how_much", "closeness")
    return (Measure.BEHIND,)


def _change(work: Work) -> tuple[Measure, ...]:
    """ "up or down", "how much did the tory vote go up", "how much did ukip drop"."""
    if not (work.parties or work.people or work.inherited.parties):
        return ()
    if work.has("when"):
        return ()
    if work.has("change") or (work.has("up", "down") and not work.has("aux_check")):
        work.take("change", "up", "down", "share", "votes", "how_much", "by_how_much", "did_how")
        return (Measure.CHANGE,)
    return ()


def _outcome(work: Work) -> tuple[Measure, ...]:
    """ "gain or hold", "hold or lose"."""
    if work.has("hold") and work.has("take", "lose"):
        work.take("hold", "take", "lose", "versus")
        return (Measure.RESULT,)
    bare = set(work.hits) <= {"hold", "take", "get", "aux", "what"} and work.seats and work.timed
    if bare and not (work.parties or work.people) and work.has("hold", "take"):
        work.take("hold", "take", "get")
        return (Measure.RESULT,)
    return ()


def deposit(work: Work) -> Query | None:
    """Whether a party or person lost the deposit, asked without a verb: "lib dem deposit lost in rochester 2014"."""
    if not _placed(work) or not (work.parties or work.people) or work.has("how_many", "who", "which"):
        return None
    if not work.has("deposit", "deposit_lost", "deposit_kept"):
        return None
    kept = work.has("deposit_kept", "hold") and not work.has("deposit_lost", "lose")
    work.take("deposit", "deposit_lost", "deposit_kept", "lose", "hold", "get", "check")
    condition = Condition(measure=Measure.DEPOSIT, operator=Operator.EQUAL, value=0.0 if kept else 1.0)
    return Check(where=work.selection(), expect=(ExpectedNumber(condition=condition),))


def cause(work: Work) -> Query | None:
    """Why a by-election was held."""
    if not _placed(work) or not work.has("why", "cause", "leave"):
        return None
    called = all(work.text(at) == "called" for at in work.hits.get("cause", ()))
    if (called and not work.has("why", "leave")) or (work.has("leave") and not work.has("cause", "why")):
        return None
    if work.parties or work.has("win", "lose", "take"):
        return None
    if not (work.kind and work.kind.value == "by-election") and not work.has("cause"):
        return None
    work.take("why", "cause", "hold", "how_much", "result", "leave", "mp", "who", "which")
    return Figure(where=work.selection(), measures=(Measure.CAUSE,))


def polling_date(work: Work) -> Query | None:
    """When a contest was held."""
    if not _placed(work) or work.parties or not work.has("when"):
        return None
    if work.has(
        "declared", "win", "take", "lose", "first_time", "last_time", "mp", "changed_hands", "replace", "stand"
    ):
        if not (work.kind is not None and work.has("win", "stand") and not work.has("first_time", "last_time", "lose")):
            return None
        work.take("win", "stand")
    if work.kind is None and not work.timed and work.inherited.when is None:
        return None
    work.take("when", "hold", "result")
    return Figure(where=work.selection(), measures=(Measure.DATE,))


def extreme_in_seat(work: Work) -> Query | None:
    """The closest or biggest in one seat over the years."""
    if not work.seats or not work.has("closest", "highest", "lowest", "safest"):
        return None
    measures = named(work, (*CONTEST_CUES, *CANDIDACY_CUES))
    measure = measures[0] if measures else Measure.MAJORITY
    highest = work.has("highest", "safest") and not work.has("closest", "lowest")
    work.take(
        "closest", "highest", "lowest", "safest", "result", "when", "win", "hold", "who", "history", "which", "get"
    )
    party = bool(work.parties) and measure in (Measure.VOTES, Measure.SHARE)
    return Rank(
        where=work.selection(default=AnyTime()),
        of=Of.CANDIDACIES if party or work.people else Of.CONTESTS,
        measure=measure,
        highest=highest,
    )


def _series(work: Work) -> bool:
    times = [time for _, time in work.slots.times]
    ranged = any(isinstance(t, TimeRange) or (isinstance(t, Side) and t.side == "since") for t in times)
    listed = len([t for t in times if isinstance(t, Year)]) > 1
    return work.take("history") or ranged or listed


def _placed(work: Work) -> bool:
    return bool(work.seats or work.people or work.inherited.seats or work.inherited.people)


__all__ = ["Between", "cause", "extreme_in_seat", "figure", "polling_date"]
