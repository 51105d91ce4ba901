"""A person's contests and time as member, by person id; people of one name stay apart."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from knowledge.facts.contests import CandidacyFact
from knowledge.facts.people import CareerFacts, MemberTime, PersonCareer
from knowledge.queries.clause import marks
from knowledge.queries.selection import candidacies, contests_by_id
from knowledge.query import AnyTime, Career, Latest
from knowledge.store.store import Store

_SPELLS = """
select s.person, c.seat, c.name, coalesce(q.counts_as, s.party), s.start, s."end", s.end_cause, s.source
from spells s join constituencies c on c.id = s.constituency left join parties q on q.id = s.party
where s.person in ({}) order by s.start
"""
_WINDOW = """
select min(date), max(date), (select max(date) from elections where kind <> 'notional')
from elections where kind <> 'notional' and id in (select election from contest_facts where detail = 'candidates')
"""


def run_career(store: Store, query: Career) -> CareerFacts:
    """The careers of ``query``'s people, grouped by id. Every contest is selected unless the query names a time."""
    where = query.where
    if isinstance(where.when, Latest) and where.when.kind is None:
        where = where.model_copy(update={"when": AnyTime()})
    by_person: dict[str, list[CandidacyFact]] = defaultdict(list)
    lost = []
    for candidacy in candidacies(store, where):
        if candidacy.person is None or candidacy.kind == "notional":
            continue
        by_person[candidacy.person].append(candidacy)
        if not candidacy.elected:
            lost.append(candidacy.contest)
    member = _member(store, where.people)
    rows = store.fetch(f"select id, name from people where id in ({marks(where.people)})", where.people)
    names: dict[str, str] = {row[0]: row[1] for row in rows}
    people = [
        PersonCareer(
            person=person,
            name=names[person],
            identified=not person.startswith("c-"),
            candidacies=tuple(by_person[person]),
            member=tuple(time for time in member[person] if not where.seats or time.seat in where.seats),
        )
        for person in where.people
        if person in names
    ]
    window = store.fetch(_WINDOW, ())[0]
    return CareerFacts(
        people=tuple(sorted(people, key=lambda p: (not p.identified, -len(p.candidacies), p.person))),
        beaten_by={id_: contest.winner_name or "" for id_, contest in contests_by_id(store, lost).items()},
        window=(date.fromisoformat(window[0]), date.fromisoformat(window[1])),
        data_until=date.fromisoformat(window[2]),
    )


def _member(store: Store, people: tuple[str, ...]) -> dict[str, list[MemberTime]]:
    found: dict[str, list[MemberTime]] = defaultdict(list)
    for row in store.fetch(_SPELLS.format(marks(people)), people):
        end = None if row[5] is None else date.fromisoformat(row[5])
        found[row[0]].append(MemberTime(row[1], row[2], row[3], date.fromisoformat(row[4]), end, row[6], row[7]))
    return found
