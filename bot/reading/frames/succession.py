"""Who came before whom: "who replaced Cameron" asks for the next, "whom did Cameron replace" for the one before."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import Holder, InYears, Latest, OnDay, Query, Selection


def relation(work: Work) -> Literal["before", "after"] | None:
    """Whether a verb or noun of following asks for the holder "before" or "after" the one named; else None."""
    at = work.first("replace")
    if not work.has("replace"):
        return None
    return "before" if _follows_subject(work, at) else "after"


def _follows_subject(work: Work, at: int) -> bool:
    """Whether the one named is who followed: the name stands before an active verb, or behind "replaced by"."""
    if work.text(at) in work.group("succession_nouns"):
        return False
    led = any(_is_name(work, place) for place in range(at))
    tokens, span = work.cover.tokens, work.cover.spans[at]
    around = {token.text for token in tokens[max(0, span.start - 1) : span.end + 1]}
    return led == around.isdisjoint(work.group("passive_marks"))


def _is_name(work: Work, at: int) -> bool:
    """Whether a span names somebody, held or not, or points at one."""
    span = work.cover.spans[at]
    if work.text(at) in work.group("person_pronouns"):
        return True
    return span.unknown or any(slot.span == at for slot in work.people) or (span.person is not None and not span.cues)


def side_asked(work: Work) -> Literal["before", "after"] | None:
    """Whether the member before, or after, somebody is asked for."""
    side = relation(work)
    if side is not None:
        return side
    if work.has("predecessor"):
        return "before"
    if work.people or work.inherited.people or work.inherited.seats:
        if work.says("members_before"):
            return "before"
        if "after" in work.words or ("since" in work.words and work.people and not work.years):
            return "after"
    return None


def of_the_spoken(work: Work, side: Literal["before", "after"]) -> Query:
    """Who came before or after the member that the last answer named."""
    seats, people = work.inherited.seats, work.inherited.people
    won = _winner_spoken_of(work) if seats and not people else None
    if won is not None:
        return Holder(where=Selection(seats=seats), at=won, relation=side, of_member=True)
    spoken = work.inherited.holder
    if spoken is None:
        return Holder(where=Selection(seats=seats, people=people), relation=side)
    # "who was it before him": before the member the last answer named
    again = spoken.relation == side
    base = spoken.model_copy(update={"relation": side, "steps": spoken.steps + 1 if again else 1})
    return base if again or spoken.where.people else base.model_copy(update={"of_member": spoken.at is not None})


def _winner_spoken_of(work: Work) -> date | None:
    """The day of the contest spoken of, where its winner is meant by "he" or "she"."""
    when = work.inherited.when
    if isinstance(when, Latest) and when.kind is ElectionKind.BY_ELECTION and work.inherited.day:
        when = OnDay(day=work.inherited.day, kind=when.kind)
    if not isinstance(when, InYears | OnDay) or (work.inherited.holder and not work.speaks_of_person):
        return None
    years = when.years if isinstance(when, InYears) else (when.day.year,)
    polls = [poll for seat in work.inherited.seats for poll in work.catalogue.polls(seat)]
    days = [day for day, kind in polls if day.year in years and when.kind in (None, kind)]
    return max(days) + timedelta(days=1) if days else None
