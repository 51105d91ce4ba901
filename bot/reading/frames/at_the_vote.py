"""What was so after an election that is named: "more scottish mps after the 1951 vote" is of that one election."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.dated import in_year
from bot.reading.time_kinds import Side, Year
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import Between, InYears, Measure, Selection


def at_the_vote(work: Work, sides: Sequence[Selection], measures: Sequence[Measure]) -> list[Selection]:
    """The sides of a comparison, at the election after which they are compared; none where that leaves it open.

    Seats are had after an election. Of votes, or of anything else, "after 1951" may mean the elections since.
    """
    after = [(at, time.anchor) for at, time in work.slots.times if isinstance(time, Side) and time.side == "after"]
    if not after or not any(isinstance(side.when, Between) for side in sides):
        return list(sides)
    polled = _polled(work, after[0][1]) if len(after) == 1 else None
    if polled is None or not (set(measures) <= {Measure.SEATS} or _names_it(work, after[0][0])):
        return []
    return [side.model_copy(update={"when": polled}) for side in sides]


def _polled(work: Work, anchor: object) -> InYears | None:
    """The general election of a year, or both where it had two; none where it had none."""
    if not isinstance(anchor, Year) or work.kind is ElectionKind.BY_ELECTION:
        return None
    held = work.calendar.generals_in(anchor.year, anchor.month)
    return in_year(anchor, ElectionKind.GENERAL) if held else None


def _names_it(work: Work, at: int) -> bool:
    """Whether a poll is named, and not only its year: "after the 1951 vote", "after the 1951 election"."""
    last = work.text(at).split()[-1]
    return work.fused(at) or last in work.group("vote_names")
