"""Whether what is asked of a seat is of those who stood at one of its contests."""

from __future__ import annotations

from bot.reading.time_kinds import Day
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind


def of_one_contest(work: Work) -> bool:
    """ "fewest votes at the tooting by-election", "... in bath 2019": of those who stood at one contest."""
    dated = len(work.years) == 1 or any(isinstance(time, Day) for _, time in work.slots.times)
    polled = work.kind is ElectionKind.BY_ELECTION and not work.says("by_election_plurals")
    return len(work.seats) == 1 and (dated or polled) and not work.spanned("since", "after", "until", "before")
