"""The one contest that an answer told of, where its question left open which it is or only counted from another."""

from __future__ import annotations

from dataclasses import replace

from bot.reading.beside import polled
from bot.reading.clauses import Clause
from bot.reading.conversation import Turn, subject
from bot.reading.scan import TokenKind
from bot.reading.short_years import GENERAL_YEARS, full_year
from bot.reading.slots import Inherited, Slots, Told
from bot.reading.spans import Cover
from bot.reading.time_kinds import KindOf, Word
from knowledge.models.elections import ElectionKind
from knowledge.queries.catalogue import Catalogue
from knowledge.query import Career, Check, Figure, Holder, InYears, Latest, OnDay, Query, Relative, Result, Selection

_KEEPING = frozenset({"aux", "hold", "check", "general_election", "by_election"})
"""Cues of a question whether somebody kept what they had."""
_KINDS = 2
"""Kinds of election: of one alone somebody may have kept a seat."""
_FIGURES = 2
"""Figures of a year typed in short."""
_OF_MEMBER = frozenset({"aux", "hold", "mp", "now", "seats", "versus", "who"})
"""Cues of a question for who sits now, which names nothing."""


def at_told(turn: Turn, catalogue: Catalogue) -> Turn:
    """The turn with its question as one of the contest told of: behind somebody's win of february, not the latest."""
    query, told = turn.query, turn.told
    if not isinstance(query, Figure | Result | Check) or told.day is None or query.where.seats != (told.seat,):
        return turn
    when = query.where.when
    if isinstance(when, Latest):
        days = [day for day, kind in catalogue.polls(told.seat) if when.kind in (None, kind)]
        if not days or days[-1] == told.day:
            return turn
    elif not isinstance(when, Relative):
        return turn
    where = query.where.model_copy(update={"when": OnDay(day=told.day)})
    return replace(turn, query=query.model_copy(update={"where": where}))


def as_year(tokens: Clause, words: Clause, turn: Turn, catalogue: Catalogue) -> Clause:
    """ "and 21", behind a seat that had a poll in that year: two figures that are else no year."""
    held, last = subject(turn.query), words[-1]
    bare = len(words) == 1 and last.kind is TokenKind.NUMBER and len(last.text) == _FIGURES and not last.unit
    if held is None or not bare or int(last.text) in GENERAL_YEARS:
        return tokens
    year = full_year(int(last.text))
    if not any(day.year == year for seat in held.where.seats for day, _ in catalogue.polls(seat)):
        return tokens
    return [*tokens[:-1], last._replace(text=str(year), base=str(year), value=float(year))]


def sitting_now(last: Query, told: Told, cover: Cover, slots: Slots, catalogue: Catalogue) -> Holder | None:
    """ "and now?", "who has it now" behind who sat at another time, or before or after somebody: who sits there now."""
    named = slots.seats or slots.people or slots.parties or slots.areas or slots.numbers
    times = [time for _, time in slots.times]
    plain = all((span.filler or span.soft or span.time or span.cues) and not span.unknown for span in cover.spans)
    if named or not plain or Word("now") not in times or len(times) > 1 or not cover.cues <= _OF_MEMBER:
        return None
    if not isinstance(last, Holder):
        # "who has it now", behind somebody's contest
        asked = isinstance(last, Figure | Result | Career | Check) and told.seat and {"mp", "hold"} & cover.cues
        return Holder(where=Selection(seats=(told.seat,))) if asked and told.seat else None
    if last.at is None and last.relation is None:
        return None
    seats = last.where.seats or _last_seat(last.where.people or told.people, catalogue)
    return Holder(where=Selection(seats=seats)) if len(seats) == 1 else None


def _last_seat(people: tuple[str, ...], catalogue: Catalogue) -> tuple[str, ...]:
    """The seat that the one of some people sat for last."""
    card = catalogue.person(people[0]) if len(people) == 1 else None
    won = [stand for stand in (card.stands if card else ()) if stand.elected]
    return (max(won, key=lambda stand: stand.date).seat,) if won else ()


def kept_after(turn: Turn, cover: Cover, slots: Slots, catalogue: Catalogue) -> Turn | None:
    """The turn for "did he hold it", behind a contest that he took: at the next one, as he had not had it before.

    None where no later one was held there.
    """
    query, told = turn.query, turn.told
    asked = "hold" in cover.cues and cover.cues <= _KEEPING and not (slots.seats or slots.people)
    # "at the general election": at the next one of its kind
    kinds = {time.kind for _, time in slots.times if isinstance(time, KindOf)}
    asked = asked and len(kinds) == len(slots.times) < _KINDS
    card = catalogue.person(told.people[0]) if len(told.people) == 1 else None
    if not asked or card is None or not isinstance(query, Figure | Result | Check) or told.day is None:
        return turn
    stands = sorted(card.stands, key=lambda stand: stand.date)
    won = [stand for stand in stands if stand.seat == told.seat and stand.elected]
    taken = [s for s in won if s.date == told.day and (s is won[0] or s.kind is ElectionKind.BY_ELECTION)]
    if not taken:
        return turn
    later = [day for day, kind in catalogue.polls(told.seat or "") if day > told.day and (not kinds or kind in kinds)]
    if not later:
        return None
    where = query.where.model_copy(update={"seats": (told.seat,), "when": OnDay(day=later[0])})
    moved = query.model_copy(update={"where": where})
    return replace(turn, query=moved, told=replace(told, day=later[0]))


def at_spoken(query: Query, lean: Inherited, catalogue: Catalogue) -> Query:
    """A question of the latest election of a kind in a seat: of the one spoken of there, where it was of that kind."""
    where = getattr(query, "where", None)
    if not isinstance(where, Selection) or not isinstance(where.when, Latest) or where.when.kind is None:
        return query
    if not where.seats or where.seats != lean.seats or not isinstance(lean.when, InYears | OnDay):
        return query
    kind, spoken = where.when.kind, lean.when
    if isinstance(spoken, InYears) and not polled(where.seats, spoken, kind, catalogue):
        return query
    if isinstance(spoken, OnDay) and not any((spoken.day, kind) in catalogue.polls(seat) for seat in where.seats):
        return query
    when = spoken.model_copy(update={"kind": kind})
    return query.model_copy(update={"where": where.model_copy(update={"when": when})})
