"""A handful of seats of the past, written as their publications are: a world for the importer of the hundred years."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import blake2b
from pathlib import Path

from knowledge.importers.history import import_history
from knowledge.importers.history_calendar import BY_KEY
from knowledge.importers.history_files import Result, Term
from knowledge.models.places import Nation

# The library's header has stray spaces, and a nameless column at its end.
LIBRARY_HEADER = (
    "constituency_id,seats,constituency_name,country/region,electorate,con_votes,con_share,lib_votes ,lib_share,"
    "lab_votes,lab_share,natSW_votes,natSW_share,oth_votes,oth_share,total_votes,turnout ,election,boundary_set,"
)
MEMBER_COLUMNS = (
    *("item", "itemLabel", "term", "termLabel", "constituency", "constituencyLabel", "party", "partyLabel"),
    *("start", "election", "electionLabel", "end", "cause", "causeLabel", "position"),
)
WINNER_COLUMNS = (
    *("date", "parliament", "constituency", "constituency_qid", "byelection", "byelection_qid", "winner"),
    *("winner_qid", "winner_party", "winner_party_qid", "previous_mp", "previous_party", "vacancy_cause"),
    *("vacancy_date", "hocl_result", "hocl_turnout"),
)
CON, LAB, LIB = "Conservative Party", "Labour Party", "Liberal Party"
DISSOLVED = "dissolution of parliament"


def general(key: str) -> str:
    """The members' table's name of a general election."""
    month = {"F": "February ", "O": "October "}.get(key[4:], "")
    return f"{month}{key[:4]} United Kingdom general election"


def result(name: str, key: str = "1970", *, nation: Nation = Nation.ENGLAND, seats: int = 1, **votes: int) -> Result:
    """A row of the library's file, its total the sum of its columns."""
    cast = None if min(votes.values(), default=0) < 0 else sum(votes.values())
    return Result(BY_KEY[key], name, nation, None, seats, 60_000, dict(votes), cast, None)


def term(person: str, seat: str, party: str, key: str = "1970", **changed: object) -> Term:
    """A member's term from a general election on; ``person`` and ``seat`` serve as ids and names."""
    given: dict[str, object] = {
        "person": f"Q-{person}",
        "name": person,
        "constituency": f"Q-{seat}",
        "seat_name": seat,
        "party": party,
        "start": BY_KEY[key].day,
        "election": general(key),
        "end": None,
        "cause": DISSOLVED,
    }
    return Term(**(given | changed))  # type: ignore[arg-type]


@dataclass
class Past:
    """Rows to be written, and the packs that come of them."""

    folder: Path
    results: list[str] = field(default_factory=list)
    members: list[tuple[str, ...]] = field(default_factory=list)
    winners: list[dict[str, str]] = field(default_factory=list)
    library_by_elections: list[tuple[str, ...]] = field(default_factory=list)
    listed: list[tuple[str, str, str]] = field(default_factory=list)

    def vote(
        self, key: str, name: str, area: str, *columns: int | None, seats: int = 1, electorate: int = 60_000
    ) -> None:
        """A result: Con, Lib, Lab, SNP/PC and others."""
        padded = (*columns, *[None] * (5 - len(columns)))
        votes = ["" if column is None else str(column) for column in padded]
        total = -1 if any(column is not None and column < 0 for column in columns) else sum(c or 0 for c in columns)
        pairs = ",".join(f"{vote}," for vote in votes)
        self.results.append(f"7,{seats}, {name} ,{area},{electorate},{pairs},{total},,{key},set,")

    def sat(
        self, person: str, seat: str, party: str, days: str, *, cause: str = DISSOLVED, election: str | None = None
    ) -> None:
        """A member's term: ``days`` is "start/end", ``election`` the general one of the start's year unless given."""
        start, _, end = days.partition("/")
        keys = [key for key, one in BY_KEY.items() if one.day.isoformat() == start]
        elected = election if election is not None else general(keys[0])
        ids = (qid(person), person, "", "", qid(seat), seat, "", party)
        self.members.append((*ids, start, "", elected, end, "", cause if end else "", ""))

    def by_election(self, day: str, seat: str, winner: str, party: str, previous: str, *facts: str) -> None:
        """A by-election: then the party of the previous member and the cause."""
        row = dict.fromkeys(WINNER_COLUMNS, "")
        row |= {"date": day, "constituency": seat, "constituency_qid": qid(seat), "winner": winner}
        row |= {"winner_qid": qid(winner), "winner_party": party, "previous_mp": previous}
        row |= dict(zip(("previous_party", "vacancy_cause"), facts, strict=True))
        self.winners.append(row)

    def prints(self, key: str, person: str, name: str) -> None:
        """The name that the list of an election's members has for ``person``."""
        self.listed.append((key, qid(person), name))

    def published(
        self, day: str, seat: str, worded: str, *, raw: str = "|…|…|…|…|…||0.5", territory: str = "GB"
    ) -> None:
        """The library's row for a by-election."""
        self.library_by_elections.append((day, territory, "1900", seat, seat, worded, raw, "False"))

    def imported(self) -> Packs:
        """Write the files, run the importer, and give what it wrote."""
        source, target = self.folder / "data", self.folder / "packs"
        text = "\n".join([LIBRARY_HEADER, *self.results]) + "\n"
        write(source / "general_elections/hocl_1918-2019election_results.csv", text.encode("cp1252"))
        table(source / "national/wikidata_mps_1918-2026.csv", MEMBER_COLUMNS, self.members)
        joined = "derived_ge_1918-2019_hocl_with_mp_qids.csv"
        table(source / "general_elections" / joined, ("election", "mp_qid", "mp_name_atlas"), self.listed)
        winners = [[row[column] for column in WINNER_COLUMNS] for row in self.winners]
        table(source / "by_elections/derived_byelections_1918-2026_winners.csv", WINNER_COLUMNS, winners)
        columns = (
            "date",
            "territory",
            "parliament_elected",
            "constituency",
            "constituency_raw",
            "result",
            "raw",
            "gain",
        )
        name = "hocl_CBP-7529_byelections_GB1945-2019_NI1922-2018.csv"
        table(source / "by_elections" / name, columns, self.library_by_elections)
        target.mkdir(exist_ok=True)
        import_history(source, target)
        return Packs(target)


def qid(name: str) -> str:
    """An id for a person or seat of these tests, the real one where a correction is about it."""
    real = {
        "Tony Benn": "Q332412",
        "Malcolm St Clair": "Q6742645",
        "Bristol South East": "Q4969024",
        "Mid Ulster": "Q751660",
        "George Forrest": "Q5539361",
        "Vernon Bartlett": "Q7922065",
        "North Antrim": "Q751685",
        "Ivor Guest": "Q6099395",
        "Barnett Janner": "Q4861635",
    }
    return real.get(name, f"Q9{hash_of(name)}")


def hash_of(name: str) -> int:
    """A number that is the same in every run."""
    return int.from_bytes(blake2b(name.encode(), digest_size=4).digest())


@dataclass
class Packs:
    """The packs that were written."""

    folder: Path

    def rows(self, pack: str, name: str, **wanted: str) -> list[Mapping[str, str]]:
        """Rows of a table whose cells are as ``wanted``."""
        path = self.folder / pack / f"{name}.csv"
        if not path.exists():
            return []
        with path.open(encoding="utf-8", newline="") as file:
            found = [{k: v for k, v in row.items() if v} for row in csv.DictReader(file)]
        return [row for row in found if all(row.get(key) == value for key, value in wanted.items())]

    def row(self, pack: str, name: str, **wanted: str) -> Mapping[str, str]:
        """The only such row."""
        [row] = self.rows(pack, name, **wanted)
        return row


def write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def table(path: Path, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([columns, *rows])


def on(text: str) -> date:
    return date.fromisoformat(text)


def with_total(row: Result, total: int, *, electorate: int | None = 60_000, turnout: float | None = None) -> Result:
    """``row`` with a published total, electorate and turnout."""
    return replace(row, total=total, electorate=electorate, turnout=turnout)
