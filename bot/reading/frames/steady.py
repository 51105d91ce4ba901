"""Whether one party has won a seat throughout a time, or whether it changed hands then: yes or no."""

from __future__ import annotations

from bot.reading.framing import needs
from bot.reading.time_kinds import Side, Year
from bot.reading.work import Work
from knowledge.query import AnyTime, History, Query

_PLAIN = (
    "aux", "general_election", "hold", "mp", "win", "always", "check", "seats", "ever", "all_time", "get", "take",
    "result", "now", "only",
)  # fmt: skip
_OTHER = ("who", "which", "what", "when", "where", "how_many", "times_count", "how_long", "lose", "majority", "votes")
"""Cues of what is asked of a seat's past besides."""
_EVER_SO = frozenset({"ever", "all_time", "mp", "hold", "seats", "changed_hands", "aux"})
"""Cues of what a seat has ever been."""


@needs("a seat")
@needs("one_party", "two_parties", "changed_hands")
def steady(work: Work) -> Query | None:
    """ "has st ives been held by one party since 2010", "has bath changed hands since 1992"."""
    if not (work.seats or work.inherited.seats) or work.people or work.parties or work.free_numbers():
        return None
    if work.has(*_OTHER) or not (work.opens_as("verb_openers") or work.has("check")):
        return None
    held = work.has("hold", "mp", "win", "always") or "been" in work.words
    moved = work.has("changed_hands") and (work.spanned("since", "after") or work.has("ever", "all_time"))
    if not ((work.has("one_party", "two_parties") and held) or moved):
        return None
    changed = not work.take("one_party")
    work.take("two_parties", "changed_hands", *_PLAIN)
    if changed and work.says("each_time"):
        work.take("history", "listing", "career")
        return History(where=work.ages(), ask="changed-every")
    return History(where=work.ages(), ask="changed" if changed else "one-party")


def held_since(work: Work) -> Query | None:
    """ "has labour held copeland since 1935", "has bath been lib dem since 1992"."""
    since = [at for at, time in work.slots.times if isinstance(time, Side) and time.side == "since"]
    if not (work.seats and since) or len(work.parties) != 1 or work.people:
        return None
    been = not work.has("hold") and "been" in work.words and not work.says("each_time")
    if work.says("each_time"):
        # "at every election since 2010": which of them they won
        return None
    if not (been or work.has("hold")) or (been and work.has("win", "take", "lose", "mp", "changed_hands")):
        return None
    if not work.opens_with("has", "have", "had", "hasnt", "havent") or len(work.slots.times) > 1 or work.has("except"):
        return None
    work.take("hold", "check", "mp", "seats", "always")
    if been:
        return History(where=work.selection(), ask="always-won")
    anchor = next(time.anchor for _, time in work.slots.times if isinstance(time, Side))
    work.use_times()
    work.leave_out("times")
    claimed = anchor.year if isinstance(anchor, Year) else None
    return History(where=work.selection(default=AnyTime()), ask="held-since", claimed_since=claimed)


def been_so(work: Work) -> bool:
    """ "orkney been anything but lib dem", "twickenham ever blue since 2010": with the auxiliary left off."""
    if work.has("except") or not work.parties:
        return "been" in work.words and bool(work.parties)
    return "ever" in work.words and bool(work.seats) and _EVER_SO.issuperset(work.hits) and not work.free_numbers()
