"""The contests that a question is about, each with its field and those asked about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.facts.contests import CandidacyFact, ContestFact, Entry, NoSuchContest
from knowledge.queries.absence import did_not_stand, no_such_contest
from knowledge.queries.fields import fields
from knowledge.queries.party_lines import relatives
from knowledge.queries.selection import contests
from knowledge.query import LAST_PLACE, Selection

if TYPE_CHECKING:
    from knowledge.store.store import Store

_IN_FULL = 60
"""Fields are fetched for at most so many contests."""


@dataclass(frozen=True, slots=True)
class Selected:
    """The contests selected, by date; or why there is none."""

    entries: tuple[Entry, ...]
    missing: NoSuchContest | None = None


def entries(store: Store, where: Selection) -> Selected:
    """The contests of the place and time selected, whether or not the party or person selected stood in them.

    With neither seat nor person selected, only contests in which the party stood count.
    """
    found = held_entries(store, where)
    return Selected(found) if found else Selected((), no_such_contest(store, where))


def held_entries(store: Store, where: Selection) -> tuple[Entry, ...]:
    """As ``entries``; simply none where there is none."""
    found = contests(store, where.model_copy(update=_loosened(where)))
    if not found and where.seats and where.people:
        # The person never stood there: the place is what is left to speak of.
        found = contests(store, where.model_copy(update={"people": (), "parties": (), "place": None, "gender": None}))
    known = fields(store, found) if len(found) <= _IN_FULL else {}
    return tuple(_entry(store, where, contest, known.get(contest.contest, ())) for contest in found)


def _loosened(where: Selection) -> dict[str, object]:
    """What of the selection does not choose the contest but somebody in it."""
    changes: dict[str, object] = {"place": None, "gender": None}
    if where.seats:
        changes["parties"] = ()
        if not where.people:
            return changes
    if where.people:
        changes["parties"] = ()
        if where.place == 1:
            del changes["place"]
    return changes


def chosen(where: Selection, field: tuple[CandidacyFact, ...]) -> tuple[CandidacyFact, ...]:
    """Those of the field whom the selection names by party, person or position."""
    if not where.parties and not where.people and where.place is None:
        return ()
    picked = _matching(where.people, where.parties, field)
    if where.parties and not picked:
        picked = _matching(where.people, relatives(where.parties), field, all_parties=False)
    if where.people and where.parties and not picked:
        picked = [c for c in field if c.person in where.people]
    if where.place is not None:
        everybody = list(field)
        there = _placed(picked if where.parties or where.people else everybody, where.place, field)
        # Who came third is asked for whatever party was mentioned beside; a person's win must be that person's.
        picked = there if there or where.people else _placed(everybody, where.place, field)
    return tuple(picked)


def _matching(
    people: tuple[str, ...], parties: tuple[str, ...], field: tuple[CandidacyFact, ...], *, all_parties: bool = True
) -> list[CandidacyFact]:
    """Those of the field who are of the people (if any) and of the parties (``all_parties``: of any where none)."""
    return [
        c for c in field if (not people or c.person in people) and (c.party in parties or (all_parties and not parties))
    ]


def _placed(picked: list[CandidacyFact], place: int, field: tuple[CandidacyFact, ...]) -> list[CandidacyFact]:
    if place == 1:
        return [c for c in picked if c.elected]
    if place == LAST_PLACE:
        last = max((c.position for c in field if c.position is not None), default=None)
        return [c for c in picked if last is not None and c.position == last]
    return [c for c in picked if c.position == place]


def _entry(store: Store, where: Selection, contest: ContestFact, field: tuple[CandidacyFact, ...]) -> Entry:
    picked = chosen(where, field)
    asked = bool(where.parties or where.people)
    if asked and field and not picked and where.place is None:
        return Entry(contest, field, (), did_not_stand(store, where, contest, field))
    return Entry(contest, field, picked)
