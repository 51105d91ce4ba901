"""A person's contests and time as member, by person id; people of one name stay apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from knowledge.facts.contests import CandidacyFact
from knowledge.facts.people import CareerFacts, PersonCareer
from knowledge.facts.seats import Tenure
from knowledge.models.elections import ElectionKind
from knowledge.queries.clause import marks
from knowledge.queries.held import data_until
from knowledge.queries.seat_lines import seat_lines
from knowledge.queries.selection import candidacies, contests_by_id
from knowledge.queries.successions import A_HOUSE
from knowledge.query import AnyTime, Career, Latest
from knowledge.store.store import Store

_WON_SEATS = """
select seat, min(date), max(date) from candidacy_facts
where person in ({}) and elected = 1 and kind <> 'notional' group by seat
"""
_NAMED_FROM = """
select min(e.date) from elections e where e.kind = 'general' and 'candidates' =
    (select k.detail from contest_facts k where k.election = e.id limit 1)
"""


def run_career(store: Store, query: Career) -> CareerFacts:
    """The careers of ``query``'s people, grouped by id. Every contest is selected unless the query names a time."""
    where = query.where
    if query.ask in ("elsewhere", "stood-elsewhere", "only-there", "stood-only-there", "ever-elected"):
        where = where.model_copy(update={"seats": ()})
    if isinstance(where.when, Latest):
        where = where.model_copy(update={"when": AnyTime(kind=where.when.kind)})
    by_person: dict[str, list[CandidacyFact]] = defaultdict(list)
    for candidacy in candidacies(store, where) if where.people else ():
        if candidacy.person is not None and candidacy.kind is not ElectionKind.NOTIONAL:
            by_person[candidacy.person].append(candidacy)
    lost = [c.contest for stood in by_person.values() for c in stood if not c.elected]
    tenures = _tenures(store, where.people)
    people = [
        PersonCareer(
            person=person,
            name=name,
            identified=not person.startswith("c-"),
            candidacies=tuple(by_person[person]),
            tenures=tuple(tenures[person]),
        )
        for person, name in _names(store, where.people).items()
    ]
    return CareerFacts(
        people=tuple(sorted(people, key=lambda p: (not p.identified, -len(p.candidacies), p.person))),
        beaten_by={id_: contest.winner_name or "" for id_, contest in contests_by_id(store, lost).items()},
        named_from=store.once(_named_from),
        data_until=data_until(store),
        asked=_seat_names(store, query),
    )


def _seat_names(store: Store, query: Career) -> tuple[str, ...]:
    """What the seats are called that somebody is asked to have been elected for."""
    if query.ask != "ever-elected" or not query.where.seats:
        return ()
    return tuple(lives[-1].ref.name for lives in seat_lines(store, query.where.seats).values())


def _named_from(store: Store) -> date:
    """From which general election on candidates are held by name."""
    return date.fromisoformat(store.fetch(_NAMED_FROM)[0][0])


def _names(store: Store, people: Sequence[str]) -> dict[str, str]:
    rows = store.fetch(f"select id, name from people where id in ({marks(people)})", people)
    return {row[0]: row[1] for row in rows}


def _tenures(store: Store, people: Sequence[str]) -> dict[str, list[Tenure]]:
    """Each person's time as member, through every seat."""
    found: dict[str, list[Tenure]] = defaultdict(list)
    won = store.fetch(_WON_SEATS.format(marks(people)), people)
    if not won:
        return found
    # A seat won at a by-election alone ended with its house: the general election before says which that was.
    since = date.fromisoformat(min(row[1] for row in won)) - A_HOUSE
    until = date.fromisoformat(max(row[2] for row in won)) + A_HOUSE
    for lives in seat_lines(store, [row[0] for row in won], since, until).values():
        for tenure in (tenure for life in lives for tenure in life.tenures):
            if tenure.person in people:
                found[tenure.person or ""].append(tenure)
    for tenures in found.values():
        tenures.sort(key=lambda tenure: tenure.start)
    return found
