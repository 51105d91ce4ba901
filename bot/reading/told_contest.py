"""The one contest that an answer told of, where its question left open which it is or only counted from another."""

from __future__ import annotations

from dataclasses import replace

from bot.reading.beside import polled
from bot.reading.clauses import Clause
from bot.reading.conversation import Turn, subject
from bot.reading.outcome import Read
from bot.reading.scan import TokenKind
from bot.reading.short_years import GENERAL_YEARS, full_year
from bot.reading.slots import Inherited, Slots, Told
from bot.reading.spans import Cover
from bot.reading.time_kinds import KindOf, Word
from knowledge.models.elections import ElectionKind
from knowledge.queries.catalogue import Catalogue
from knowledge.query import (
    Career,
    Check,
    ExpectedPlace,
    Figure,
    Holder,
    InYears,
    Latest,
    OnDay,
    Query,
    Relative,
    Result,
    Selection,
    Totals,
    When,
)

_KEEPING = frozenset({"aux", "hold", "check", "general_election", "by_election"})
"""Cues of a question whether somebody kept what they had."""
_BY_THEN = (["by"], ["then", "by"], ["come"], ["as", "of"])
"""Words before a year by which something had come about."""
_REGAINING = frozenset({"aux", "check", "chose", "ever", "get", "take", "versus", "win"})
"""Cues of a question whether somebody got back what they had."""
_AGAIN = frozenset({"again", "back"})
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
    short = last.kind is TokenKind.NUMBER and len(last.text) == _FIGURES and not last.unit
    if short and isinstance(held, Totals) and len(words) > 1 and [t.text for t in words[:-1]] in _BY_THEN:
        # "and by 51", of the country: by then, where behind a contest it may be so many votes
        return [*tokens[: len(tokens) - len(words)], last]
    bare = len(words) == 1 and short
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
    # "at the general election": at the next one of its kind
    kinds = {time.kind for _, time in slots.times if isinstance(time, KindOf)}
    timed = len(kinds) != len(slots.times) or len(kinds) >= _KINDS
    unasked = timed or slots.seats or slots.people
    if unasked or not isinstance(query, Figure | Result | Check) or told.day is None:
        return turn
    people = told.people or query.where.people
    card = catalogue.person(people[0]) if len(people) == 1 else None
    there = sorted(
        (stand for stand in (card.stands if card else ()) if stand.seat == told.seat), key=lambda stand: stand.date
    )
    at = next((at for at, stand in enumerate(there) if stand.date == told.day), None)
    if at is None:
        return turn
    if _asks_back(cover) and not there[at].elected:
        # "did she win it back", behind a contest that she lost: at any later one
        again = [stand for stand in there[at + 1 :] if stand.elected] or there[:at:-1]
        return _asked_when(turn, told.seat or "", OnDay(day=again[0].date)) if again else None
    asked = "hold" in cover.cues and cover.cues <= _KEEPING
    new = at == 0 or not there[at - 1].elected or there[at].kind is ElectionKind.BY_ELECTION
    if not (asked and there[at].elected and new):
        return turn
    later = [day for day, kind in catalogue.polls(told.seat or "") if day > told.day and (not kinds or kind in kinds)]
    if not later:
        return None
    moved = _asked_when(turn, told.seat or "", OnDay(day=later[0]))
    return replace(moved, told=replace(told, day=later[0]))


def kept_next(turn: Turn, cover: Cover, catalogue: Catalogue) -> Read | None:
    """ "did they keep it", behind a seat that had just changed hands: that party, at the next contest there."""
    told = turn.told
    asked = "hold" in cover.cues and cover.cues <= _KEEPING and not any(span.time for span in cover.spans)
    query = subject(turn.query)
    if not asked or told.day is None or not isinstance(query, Figure | Result) or query.where.parties:
        return None
    counted = catalogue.counts_as()
    won = sorted(catalogue.won_in(told.seat or ""), key=lambda won: won.date)
    parties = [counted.get(each.party, each.party) for each in won]
    at = next((at for at, each in enumerate(won) if each.date == told.day), 0)
    if not 0 < at < len(won) - 1 or parties[at] == parties[at - 1] or not parties[at]:
        return None
    where = Selection(seats=(told.seat or "",), parties=(parties[at] or "",), when=OnDay(day=won[at + 1].date))
    return Read(Check(where=where, expect=(ExpectedPlace(place=1),)), carried=True)


def _asks_back(cover: Cover) -> bool:
    """Whether words ask if somebody got again what they had lost: "did she win it back"."""
    back = any(token.text in _AGAIN for token in cover.tokens)
    return back and not {"win", "get", "take"}.isdisjoint(cover.cues) and cover.cues <= _REGAINING


def _asked_when(turn: Turn, seat: str, when: When) -> Turn:
    """The turn with its question of another time in the seat told of."""
    query = turn.query
    assert isinstance(query, Figure | Result | Check)
    where = query.where.model_copy(update={"seats": (seat,), "when": when})
    return replace(turn, query=query.model_copy(update={"where": where}))


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
