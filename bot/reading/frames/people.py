"""Questions of a person's contests and time as member."""

from __future__ import annotations

from bot.reading.slots import Slot
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import AnyTime, Career, Count, Holder, Of, Query, Selection

_WHERE_STOOD = ("where", "which", "what", "listing", "seats")


def career(work: Work) -> Query | None:
    """Every contest of a person; or how many, the first, the party."""
    if not (work.people or work.inherited.people):
        return None
    if work.seats and not (work.people and work.has("how_long", "ever", "first_time", "last_time")):
        return None
    if work.parties and not work.has("career", "stand", "listing", "first_time", "last_time", "coverage"):
        return None
    if work.has(
        "majority", "turnout", "share", "swing", "say", "quote", "behind", "runner_up", "deposit", "beat", "replace"
    ):
        return None
    ask = _ask(work)
    if ask is None:
        return None
    work.take(
        "career", "stand", "seats", "win", "when", "where", "which", "what", "mp", "history", "did_how", "get", "result"
    )
    work.take(
        "listing",
        "first_time",
        "all_time",
        "last_time",
        "candidates",
        "ever",
        "how_many",
        "lose",
        "times_count",
        "hold",
    )
    work.take("coverage", "check", "candidates", "elections")
    where = work.selection(default=AnyTime())
    if where.seats and work.people:
        where = where.model_copy(update={"seats": ()}) if ask == "ever-elected" else where
    return Career(where=where, ask=ask)


def _ask(work: Work) -> str | None:
    tokens = {token.text for token in work.cover.tokens}
    if (
        work.kind is ElectionKind.BY_ELECTION
        and tokens & {"elections", "byelections"}
        and not work.has("win", "how_many")
    ):
        return "all"
    if work.has("times_count", "how_many"):
        if work.has("votes"):
            return None
        if work.has("win", "lose", "take") and work.kind is ElectionKind.BY_ELECTION:
            return None
        if not work.has("times_count", "career", "seats", "stand", "mp"):
            return None
        return "wins" if work.has("win") else "losses" if work.has("lose") else "count"
    if work.take("party_of"):
        return "party"
    if work.take("how_long"):
        return "tenure"
    if work.has("first_time"):
        return "first"
    if work.has("last_time"):
        return "last"
    if work.has("ever", "all_time") and work.has("mp", "win", "hold"):
        return "ever-elected"
    if work.has("career", "history", "fate") or work.has("did_how"):
        work.take("fate")
        return "all"
    if work.has("win") and work.has(*_WHERE_STOOD) and not work.has("who"):
        return "wins"
    if work.has("lose") and work.has(*_WHERE_STOOD) and not work.has("who"):
        return "losses"
    if work.has("stand") and (work.has(*_WHERE_STOOD, "coverage") or work.has("when")):
        return "all"
    if work.has("mp") and work.has(*_WHERE_STOOD, "when"):
        return "seats"
    return None


def by_election_wins(work: Work) -> Query | None:
    """How many by-elections somebody won."""
    if not work.people or (work.kind is not ElectionKind.BY_ELECTION and not (work.seats and work.has("times_count"))):
        return None
    if not work.has("how_many", "times_count") or not work.has("win", "lose", "take", "stand"):
        return None
    won = work.take("win", "take")
    work.take("how_many", "times_count", "lose", "stand", "listing")
    return Count(where=work.selection(default=AnyTime(), place=1 if won else None), of=Of.CANDIDACIES)


def _member(work: Work, slot: Slot) -> bool:
    """Whether any bearer of a surname was ever elected: a bare surname of somebody else asks nothing."""
    return any(card.elected for card in map(work.catalogue.person, slot.values) if card)


def successor(work: Work) -> Query | None:
    """ "who won the by-election when david cameron quit": who followed."""
    if not work.people or work.seats or work.parties or not work.has("leave") or not work.has("who"):
        return None
    if work.kind is not ElectionKind.BY_ELECTION and not work.has("replace", "take"):
        return None
    work.take("leave", "who", "win", "when", "replace", "take", "mp", "cause", "result")
    for at, _ in work.slots.times:
        work.used.add(at)
    return Holder(where=Selection(people=work.use(work.people)), relation="after")


def bare_person(work: Work) -> Query | None:
    """Only a person's name: who that is, by where they stood."""
    if not work.people or work.seats or work.parties or work.timed or work.slots.numbers:
        return None
    if any(slot.how == "surname" and not _member(work, slot) for slot in work.people):
        return None
    work.take("who", "career", "listing", "stand", "mp", "history", "explain", "result")
    return Career(where=work.selection(default=AnyTime()))
