"""A query in words, for "How I read it": ``majority · Copeland · by-election of 23 February 2017``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from bot.answering.contest_measures import NAMES
from bot.answering.describe_when import when_words
from bot.answering.measured import condition_words
from bot.answering.vacating import cause_words
from bot.answering.wording import Words, day, listed, ordinal
from knowledge.queries.naming import people, seat_names
from knowledge.query import (
    LAST_PLACE,
    About,
    Aggregate,
    Career,
    Check,
    Claims,
    Compare,
    Count,
    Elections,
    Explain,
    Fate,
    Figure,
    Focus,
    Governments,
    History,
    Holder,
    Latest,
    Listing,
    Measure,
    OfficeHolder,
    Query,
    Quotes,
    Rank,
    ReferendumQuery,
    Result,
    Selection,
    Several,
    Totals,
    WhatIf,
)

if TYPE_CHECKING:
    from knowledge.store.store import Store

_JOINT = " · "
_FEW = 3
"""Sides of a comparison that are described one by one."""
_Selecting = (
    Result
    | Figure
    | Rank
    | Listing
    | Count
    | Elections
    | Aggregate
    | Totals
    | Holder
    | History
    | Career
    | Fate
    | Check
    | WhatIf
)
_FOCUS = {
    Focus.WINNER: "winner",
    Focus.RUNNER_UP: "runner-up",
    Focus.PLACE: "place",
    Focus.FULL: "full result",
    Focus.CANDIDATES: "candidates",
    Focus.CLOSENESS: "how close it was",
    Focus.PARTY: "how they did",
}


def describe(query: Query, store: Store, words: Words) -> str:
    """What was understood, in a few words."""
    return _joined(_Describer(store, words).parts(query))


def _joined(parts: Iterable[str]) -> str:
    return _JOINT.join(part for part in parts if part)


def _side_by_side(sides: Sequence[Sequence[str]]) -> list[str]:
    """The descriptions of the sides of a comparison; of many, what they share once."""
    if len(sides) <= _FEW:
        return [" with ".join(map(_joined, sides))]
    shared = [part for part in sides[0] if all(part in other for other in sides)]
    own = [_joined(part for part in side if part not in shared) for side in sides]
    return [*shared, f"{', '.join(own[:_FEW])} and {len(own) - _FEW} more"]


class _Describer:
    """Puts queries into words with the names that their ids stand for."""

    def __init__(self, store: Store, words: Words) -> None:
        self._store = store
        self._words = words

    def parts(self, query: Query) -> list[str]:
        """The parts of the description, the asked-for first."""
        match query:
            case Several(parts=parts):
                return [" + ".join(_joined(self.parts(part)) for part in parts)]
            case Compare(sides=sides):
                return ["comparison", *_side_by_side([self.parts(side) for side in sides])]
            case Quotes() | Explain() | About() | Claims():
                return self._of_words(query)
            case OfficeHolder() | Governments() | ReferendumQuery():
                return self._of_country(query)
            case _:
                return [self._asked(query), *self._selection(query.where), self._when(query), *self._beside(query)]

    def _asked(self, query: _Selecting) -> str:
        match query:
            case Result():
                return _FOCUS[query.focus]
            case Figure() | Totals():
                return _measured(query)
            case Rank():
                return _rank(query)
            case Listing() | Count():
                return f"{query.shape} of {query.of.value}"
            case Elections():
                beaten = " that it did not win" if query.beaten else ""
                return f"{query.pick} general elections {condition_words(query.condition)}{beaten}"
            case Aggregate():
                return f"{query.function} {NAMES[query.measure]}"
            case History() | Career() | Fate():
                return f"{query.shape}: {query.ask}"
            case Check():
                return "why it is so" if query.why else "whether it is so"
            case Holder() | WhatIf():
                return "member" if isinstance(query, Holder) else "arithmetic"

    def _beside(self, query: Query) -> list[str]:
        match query:
            case Holder(at=at, until=until, relation=relation):
                times = [f"on {day(at)}" if until is None else f"from {day(at)} to {day(until)}"] if at else []
                nth = f"the {ordinal(query.steps)} {relation}" if query.steps > 1 else f"the one {relation}"
                return [*times, nth if relation else ""]
            case WhatIf(transfers=transfers):
                return [
                    f"votes of {self._words.parties(t.giver)} to {self._words.the_party(t.receiver)}" for t in transfers
                ]
            case Check(expect=expect):
                return [", ".join(each.type for each in expect)]
            case _:
                return []

    def _selection(self, where: Selection) -> list[str]:
        words = self._words
        seats = list(seat_names(self._store, where.seats).values())
        named = list(dict.fromkeys(person.name for person in people(self._store, where.people).values()))
        parts = [
            listed(seats[:6]),
            listed(named),
            words.parties(where.parties),
            words.areas(where.areas) if where.areas else "",
        ]
        if where.place is not None:
            parts.append("last place" if where.place == LAST_PLACE else f"{ordinal(where.place)} place")
        if where.winner:
            parts.append(f"won by {words.winners(where.winner)}")
        if where.not_won_by:
            parts.append(f"not won by {words.parties(where.not_won_by, 'or')}")
        if where.runner_up:
            parts.append(f"second: {words.parties(where.runner_up, 'or')}")
        if where.outcome is not None:
            parts.append(where.outcome.value)
        if where.lost_by:
            parts.append(f"lost by {words.parties(where.lost_by, 'or')}")
        if where.gender is not None:
            parts.append({"female": "women", "male": "men"}[where.gender])
        parts.extend(condition_words(condition) for condition in where.conditions)
        if where.causes:
            parts.append(cause_words(where.causes))
        return parts

    def _when(self, query: _Selecting) -> str:
        """The time; shapes that look through a seat's or a person's whole time have none unless given."""
        untimed = isinstance(query, Holder | History | Career | Fate) and query.where.when == Latest()
        return "" if untimed else when_words(query.where.when)

    def _of_words(self, query: Quotes | Explain | About | Claims) -> list[str]:
        match query:
            case Quotes():
                held = people(self._store, query.speakers)
                speakers = [held[s].name if s in held else s.title() for s in query.speakers]
                seats = seat_names(self._store, query.seats).values()
                quoted = f"“{query.words}”" if query.words else ""
                return ["quotations", listed(speakers), quoted, listed(seats), query.topic or ""]
            case Explain():
                return ["explanation", query.term.replace("-", " ")]
            case About():
                return ["about this bot", query.topic]
            case Claims():
                return ["stated records", listed(seat_names(self._store, query.seats).values()), query.topic or ""]

    def _of_country(self, query: OfficeHolder | Governments | ReferendumQuery) -> list[str]:
        match query:
            case OfficeHolder():
                times = f"on {day(query.at)}" if query.at else ""
                after = f"after {query.after}" if query.after else f"before {query.before}" if query.before else ""
                party = self._words.party(query.party) if query.party else ""
                return [query.office.replace("-", " "), party, times, after]
            case Governments():
                asked = "general elections" if query.ask in {"dates", "whether"} else f"governments: {query.ask}"
                asked = " ".join(filter(None, (asked, "outright" if query.outright else "", query.end)))
                led = query.leader.title() if query.leader else ""
                return [asked, led, self._words.parties(query.parties), when_words(query.when)]
            case ReferendumQuery():
                return ["referendum", query.referendum.replace("-", " "), query.area or "", query.option or ""]


def _measured(query: Figure | Totals) -> str:
    """The measures asked for, and whether of each contest or of all together."""
    named = listed(NAMES[m] for m in query.measures) or "seats, votes and share"
    if isinstance(query, Totals):
        return f"{named}, added together" if query.together else named
    return f"{named}, contest by contest" if query.per_contest else named


def _rank(query: Rank) -> str:
    nth = f"{ordinal(query.nth)} " if query.nth else ""
    top = f"{query.limit} " if query.limit > 1 else ""
    if query.measure is Measure.DATE:
        return f"{nth}{top}{'latest' if query.highest else 'earliest'} of {query.of.value}"
    end = "highest" if query.highest else "lowest"
    after = f", the next after {query.after.replace('-', ' ').title()}" if query.after else ""
    return f"{nth}{top}{end} {NAMES[query.measure]} of {query.of.value}{after}"
