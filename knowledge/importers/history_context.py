"""What the importers of the hundred years share: who sat where, and under which ids, read once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge.importers.common import read_optional
from knowledge.importers.history_calendar import GENERAL_ELECTIONS, ElectionDay
from knowledge.importers.history_corrections import corrected
from knowledge.importers.history_files import MEMBERS_SOURCE, Result, Term, read_results, read_terms
from knowledge.importers.history_listed import listed_names
from knowledge.importers.history_mending import mended
from knowledge.importers.history_packs import others_cells, others_rows
from knowledge.importers.history_seats import Seats, match_results
from knowledge.importers.members_names import family_name, other_name, plain_name, used_name
from knowledge.models.parties import Person
from knowledge.models.places import Constituency

_MAIDEN_FILE = "psephology/maiden-speeches.csv"


@dataclass(frozen=True, slots=True)
class Elected:
    """Someone elected since 2010, as another pack holds it."""

    person: str
    name: str
    party: str
    contest: str
    constituency: str
    day: date
    previous: str | None
    writ: date | None


@dataclass(frozen=True, slots=True)
class History:
    """Everything read and joined: the ground on which packs are written."""

    terms: list[Term]
    results: Mapping[str, Mapping[str, Result]]
    """By election key, then by the seat's Wikidata id."""
    seats: Seats
    people: People
    elected: list[Elected]
    returned: Mapping[str, Mapping[str, list[Term]]]
    """The members returned at each general election, by its key and their seat."""


def load_history(root: Path, target: Path) -> History:
    """Read the files under ``root`` and the packs under ``target`` that the importers before this one wrote."""
    terms = corrected(read_terms(root))
    by_election: dict[str, list[Result]] = defaultdict(list)
    for result in read_results(root):
        by_election[result.election.key].append(mended(result))
    returned = {election.key: _returned(terms, election) for election in GENERAL_ELECTIONS}
    matched = {
        key: match_results(results, [term for terms in returned[key].values() for term in terms])
        for key, results in by_election.items()
    }
    held = list(others_rows(target, "constituencies", Constituency))
    seats = Seats(matched, terms, held, MEMBERS_SOURCE.id)
    elected = _elected(target)
    return History(terms, matched, seats, People(terms, seats, elected, root, target), elected, returned)


def _returned(terms: Iterable[Term], election: ElectionDay) -> dict[str, list[Term]]:
    found: dict[str, list[Term]] = defaultdict(list)
    for term in terms:
        if at_general_election(term, election):
            found[term.constituency].append(term)
    return found


def at_general_election(term: Term, election: ElectionDay) -> bool:
    """Whether a term began with this general election; South Staffordshire polled seven weeks after the others."""
    words = term.election.split()
    if words[-2:] != ["general", "election"] or str(election.day.year) not in words:
        return False
    return election.day.year != 1974 or f"{election.day:%B}" in words


def _elected(target: Path) -> list[Elected]:
    contests = {row["id"]: row for row in others_cells(target, "contests") if ".notional." not in row["id"]}
    rows = []
    for row in others_cells(target, "candidacies"):
        contest = contests.get(row["contest"])
        if contest is None or "elected" not in row or "person" not in row:
            continue
        rows.append(
            Elected(
                person=row["person"],
                name=row["name"],
                party=row["party"],
                contest=contest["id"],
                constituency=contest["constituency"],
                day=date.fromisoformat(contest["id"][-10:]),
                previous=contest.get("previous_member"),
                writ=date.fromisoformat(contest["writ"]) if "writ" in contest else None,
            )
        )
    return rows


class People:
    """Ids and names of members by Wikidata id."""

    def __init__(
        self, terms: Iterable[Term], seats: Seats, elected: Iterable[Elected], root: Path, target: Path
    ) -> None:
        self._labels = {term.person: term.name for term in terms}
        held = {row["id"]: row for row in others_cells(target, "people")}
        speeches = read_optional(root / _MAIDEN_FILE)
        self._listed = {row["Wikidata Member ID"]: row["Member (list name)"] for row in speeches}
        parliament = {row["Wikidata Member ID"]: row["MNIS Member ID"] for row in speeches}
        self._held = {row["wikidata"]: person for person, row in held.items() if "wikidata" in row}
        self._held |= _by_seat(terms, seats, elected)
        self._names = {wikidata: held[person]["name"] for wikidata, person in self._held.items() if person in held}
        taken = set(held)
        self._mnis = {
            wikidata: number
            for wikidata, number in parliament.items()
            if number.isdigit() and f"mnis-{number}" not in taken and wikidata not in self._held
        }
        self._used = listed_names(root, terms)
        self._lists: dict[str, list[str]] = defaultdict(list)
        for (wikidata, _), name in self._used.items():
            self._lists[wikidata].append(name)

    def id(self, wikidata: str) -> str:
        """Another pack's id of this person, else Parliament's, else Wikidata's."""
        if wikidata in self._held:
            return self._held[wikidata]
        number = self._mnis.get(wikidata)
        return f"mnis-{number}" if number else f"wd-{wikidata.lower()}"

    def name(self, wikidata: str) -> str:
        """The name people use, without titles."""
        return self._names.get(wikidata) or plain_name(self._labels[wikidata])

    def name_at(self, wikidata: str, election: str) -> str:
        """The name at a general election, where a list of that election has one."""
        return used_name(self._used.get((wikidata, election), ""), self.name(wikidata))

    def other_names(self, wikidata: str) -> list[str]:
        """Other names in lists of members."""
        plain = self.name(wikidata)
        names = {other_name(name, plain) for name in self._lists.get(wikidata, ())}
        label = plain_name(self._labels[wikidata])
        return sorted({name for name in (names | {label}) if name and name != plain})

    def rows(self) -> list[Person]:
        """The people that no other pack holds."""
        return sorted(
            (
                Person(
                    id=self.id(wikidata),
                    name=self.name(wikidata),
                    family=family_name(self.name(wikidata), self._listed, wikidata),
                    mnis=self._mnis.get(wikidata),
                    wikidata=wikidata,
                    source=MEMBERS_SOURCE.id,
                )
                for wikidata in self._labels
                if wikidata not in self._held
            ),
            key=lambda person: (person.family, person.name, person.id),
        )

    def wikidata_ids(self) -> list[str]:
        return sorted(self._labels, key=self.id)


def _by_seat(terms: Iterable[Term], seats: Seats, elected: Iterable[Elected]) -> dict[str, str]:
    """Other packs' ids of members elected since 2010, by where and when they were elected."""
    winners = {(row.constituency, row.day): row.person for row in elected}
    first = min((row.day for row in elected), default=date.max)
    found = {}
    for term in terms:
        if term.election and term.start >= first:
            person = winners.get((seats.constituency(term.constituency, term.start).id, term.start))
            if person:
                found[term.person] = person
    return found
