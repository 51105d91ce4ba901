"""The contest before or after the one spoken of: of a seat, of a person, of the country."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from bot.reading.slots import Slots
from bot.reading.time_kinds import Word
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.queries.catalogue import Catalogue
from knowledge.query import (
    AnyTime,
    Between,
    Governments,
    Holder,
    InYears,
    Latest,
    OnDay,
    Query,
    Relative,
    Selection,
    When,
)

_MEMBERS = frozenset(
    {
        "aux", "following", "history", "hold", "last", "latest", "mp", "party_of", "predecessor", "previous", "since",
        "until", "what", "which", "who",
    }
)  # fmt: skip
"""Cues beside which no more is asked than who sat before or after a member."""


def beside(where: Selection, work: Work, word: str, kind: ElectionKind | None) -> When | None:
    """ "and the one before", "the general election after", "next one?"; marks what says so."""
    anchor, step = where.when, 1 if word == "following" else -1
    found: When | None = None
    if not isinstance(anchor, Latest | InYears | OnDay):
        return None
    if where.seats:
        found = Relative(anchor=anchor, step=step, kind=kind)
    elif where.people:
        found = _stood_beside(where, work, step, kind)
    elif kind is not ElectionKind.BY_ELECTION and anchor.kind is not ElectionKind.BY_ELECTION:
        found = of_country(anchor, work, step)
    if found is not None:
        work.use_times()
        work.take("previous", "following", "until", "since")
    return found


def member_beside(held: Holder, work: Work) -> Holder | None:
    """ "who was the previous one?", behind a member: who sat before them, and no contest; marks what says so."""
    words = {time.word for _, time in work.slots.times if isinstance(time, Word)}
    slots = work.slots
    named = slots.seats or slots.people or slots.parties or slots.areas or len(slots.times) > len(words)
    if named or len(words) != 1 or not words <= {"previous", "following"} or not _MEMBERS.issuperset(work.hits):
        return None
    if work.says("single_polls", "contest_nouns", "person_pronouns"):
        return None
    side: Literal["before", "after"] = "after" if "following" in words else "before"
    work.use_times()
    work.take("previous", "following", "last", "latest", *(("history",) if work.has("who") else ()))
    again = held.relation == side
    beyond = held.model_copy(update={"relation": side, "steps": held.steps + 1 if again else 1})
    return beyond if again or held.where.people else beyond.model_copy(update={"of_member": held.at is not None})


def of_country(anchor: When, work: Work, step: int) -> When | None:
    """The general election before or after the one spoken of."""
    days = work.calendar.generals
    at = _place(days, anchor, step)
    return None if at is None else _general(days, at + step)


def _stood_beside(where: Selection, work: Work, step: int, kind: ElectionKind | None) -> When | None:
    """The contest that the one person spoken of fought before or after that."""
    card = work.catalogue.person(where.people[0]) if len(where.people) == 1 else None
    stands = card.stands if card is not None else ()
    at = _place([stand.date for stand in stands], where.when, step)
    if at is None:
        return None
    beyond = stands[at + 1 :] if step > 0 else stands[:at][::-1]
    found = next((stand for stand in beyond if kind in (None, stand.kind)), None)
    if found is None:
        return None
    same = sum(stand.date.year == found.date.year for stand in stands)
    return InYears(years=(found.date.year,), month=found.date.month if same > 1 else None, kind=found.kind)


def _place(days: Sequence[date], anchor: When, step: int) -> int | None:
    """Where among the days the contest spoken of is; of several of one year the one that lies beside."""
    if isinstance(anchor, AnyTime | Between | Relative):
        return None
    if isinstance(anchor, Latest):
        return len(days) - 1 if days else None
    if isinstance(anchor, OnDay):
        return days.index(anchor.day) if anchor.day in days else None
    spoken = [at for at, day in enumerate(days) if day.year in anchor.years and anchor.month in (None, day.month)]
    return (spoken[-1] if step > 0 else spoken[0]) if spoken else None


def _general(days: Sequence[date], at: int) -> When | None:
    """The general election at a place among all."""
    if not 0 <= at < len(days):
        return None
    twice = sum(day.year == days[at].year for day in days) > 1
    month = days[at].month if twice else None
    return InYears(years=(days[at].year,), month=month, kind=ElectionKind.GENERAL)


def polled(seats: tuple[str, ...], when: InYears, kind: ElectionKind, catalogue: Catalogue) -> bool:
    """Whether a seat had such a poll in those years; the country always has."""
    polls = [poll for seat in seats for poll in catalogue.polls(seat)]
    return not seats or any(day.year in when.years and held is kind for day, held in polls)


def stood(where: Selection, when: InYears, kind: ElectionKind, catalogue: Catalogue) -> bool:
    """Whether there was such a poll in those years in the seats spoken of, or with those people."""
    cards = [card for card in map(catalogue.person, where.people) if card and not where.seats]
    if cards:
        return any(stand.date.year in when.years and stand.kind is kind for card in cards for stand in card.stands)
    return polled(where.seats, when, kind, catalogue)


def is_gone(where: Selection, work: Work, catalogue: Catalogue) -> bool:
    """Whether the one seat spoken of is no more: "now" is no last contest of old."""
    days = [day for seat in where.seats for day, _ in catalogue.polls(seat)]
    return len(where.seats) == 1 and bool(days) and max(days) < work.calendar.generals[-1]


def governed(query: Governments, slots: Slots, work: Work) -> Query | None:
    """Who won the general election before or after the one spoken of."""
    words = {time.word for _, time in slots.times if isinstance(time, Word)}
    if len(words) != 1 or len(slots.times) != 1 or not words <= {"previous", "following"}:
        return None
    when = of_country(query.when, work, 1 if "following" in words else -1)
    if not isinstance(when, InYears):
        return None
    work.use_times()
    return query.model_copy(update={"when": when})
