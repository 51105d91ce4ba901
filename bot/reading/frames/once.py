"""What is said to have been so once: "the tories won gower once, my mate swears"; whether it ever was."""

from __future__ import annotations

from bot.reading.frames.orders import Expected
from bot.reading.frames.won_there import asked_seats
from bot.reading.framing import needs
from bot.reading.time_kinds import Word
from bot.reading.work import Work
from knowledge.query import (
    AnyTime,
    Career,
    Check,
    ExpectedOutcome,
    ExpectedWinner,
    History,
    Query,
    Selection,
)

_PLAIN = ("win", "hold", "take", "mp", "get", "result", "check", "ever", "all_time", "seats", "when", "needed")
_ASKING = ("who", "which", "what", "where", "how_many", "how_much", "why", "did_how", "times_count", "how_long")
_MORE = ("not", "except", "majority", "votes", "share", "finish", "runner_up", "last_place", "beat", "stand")
"""Cues of what is no winning of a seat."""


@needs("a party", "a person")
@needs("when")
def once(work: Work) -> Query | None:
    """Whether a party, or somebody, ever won a seat: "once" tells that they did, and asks for no day."""
    if not all(work.text(at) == "once" for at in work.hits["when"]) or work.has(*_ASKING, *_MORE):
        return None
    if not (work.seats or work.inherited.seats) or work.timed or work.free_numbers():
        return None
    if not (work.has("win", "hold", "take", "mp", "lose") or work.says("been_forms")):
        return None
    people, parties = len(work.people), len(work.parties)
    if work.has("lose"):
        return _lost(work) if people + parties == 1 else None
    if (people, parties) == (1, 0):
        work.take(*_PLAIN)
        where = Selection(seats=asked_seats(work), people=work.use(work.people), when=AnyTime())
        return Career(where=where, ask="ever-elected")
    if (people, parties) != (0, 1):
        return None
    work.take(*_PLAIN)
    work.use_times(Word)
    return History(where=work.ages(), ask="ever-won")


def _lost(work: Work) -> Query:
    """Whether a party ever lost the seat, or somebody ever stood there and was not elected."""
    work.take("lose", *_PLAIN)
    work.use_times(Word)
    expect = ExpectedWinner() if work.people else ExpectedOutcome(outcome="loss")
    return Check(where=work.ages(), expect=(expect,), negated=bool(work.people))


def said_once(work: Work) -> bool:
    """Whether a claim says that it was so "once"; marks it."""
    said = [at for at in work.hits.get("when", ()) if work.text(at) == "once"]
    work.used.update(said)
    return bool(said)


def at_some_time(work: Work, expected: Expected) -> Expected | None:
    """What is expected of some contest of somebody, where "once" is all that is said of its time."""
    expect, extra = expected
    if work.timed:
        return expected
    if not work.people or any(each.type in {"order", "direction"} for each in expect):
        return None
    return expect, {**extra, "when": AnyTime(kind=work.kind)}
