"""The files of the hundred years as typed rows: the library's constituencies, and the members' table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge.importers.base import SourceFault
from knowledge.importers.common import read_table
from knowledge.importers.history_calendar import BY_KEY, ElectionDay
from knowledge.models.places import Nation
from knowledge.models.sources import Source

LIBRARY_FILE = "general_elections/hocl_1918-2019election_results.csv"
MEMBERS_FILE = "national/wikidata_mps_1918-2026.csv"
COLUMNS = ("con", "lib", "lab", "natSW", "oth")
POOLED = "oth"
UNOPPOSED = -1

LIBRARY_SOURCE = Source(
    id="hocl-ge-1918-2019",
    publisher="House of Commons Library",
    title="General election results from 1918 to 2019 (CBP-8647)",
    address="https://commonslibrary.parliament.uk/research-briefings/cbp-8647/",
    licence="Open Parliament Licence v3.0",
    as_of=date(2020, 4, 17),
)
MEMBERS_SOURCE = Source(
    id="wikidata-members",
    publisher="Wikidata",
    title="Members of the House of Commons 1918-2026: seats, parties, starts, ends and causes",
    address="https://www.wikidata.org/wiki/Wikidata:WikiProject_British_Politicians",
    licence="CC0 1.0",
    as_of=date(2026, 3, 31),
)

_NATIONS = {
    "Scotland": Nation.SCOTLAND,
    "Wales": Nation.WALES,
    "Northern Ireland": Nation.NORTHERN_IRELAND,
    "Ireland": Nation.IRELAND,
    "University": Nation.UNIVERSITIES,
}
_REGIONS = {
    "Eastern": "east-of-england",
    "East Midlands": "east-midlands",
    "London": "london",
    "North East": "north-east",
    "North West": "north-west",
    "South East": "south-east",
    "South West": "south-west",
    "West Midlands": "west-midlands",
    "Yorkshire and the Humber": "yorkshire-and-the-humber",
    "Yorkshire and The Humber": "yorkshire-and-the-humber",
    "Yorkshire & The Humber": "yorkshire-and-the-humber",
}


@dataclass(frozen=True, slots=True)
class Mend:
    """A published figure that is not used."""

    field: str
    published: str
    used: str
    reason: str


@dataclass(frozen=True, slots=True)
class Result:
    """One constituency at one general election, as the library gives it."""

    election: ElectionDay
    name: str
    nation: Nation
    region: str | None
    seats: int
    electorate: int | None
    votes: dict[str, int]
    """Votes by column, of those that hold any; ``UNOPPOSED`` in the column of whoever was returned unopposed."""
    total: int | None
    turnout: float | None
    mends: tuple[Mend, ...] = ()

    @property
    def unopposed(self) -> bool:
        return any(votes == UNOPPOSED for votes in self.votes.values())


@dataclass(frozen=True, slots=True)
class Term:
    """A member's time under one party within one Parliament, as the members' table gives it."""

    person: str
    """Wikidata id, as are ``constituency`` and ``party``'s kin."""
    name: str
    constituency: str
    seat_name: str
    party: str
    """The party's name."""
    start: date
    election: str
    """What it was elected at; empty where the row begins with a change of party or whip."""
    end: date | None
    cause: str

    @property
    def by_election(self) -> bool:
        return "by-election" in self.election


def read_results(root: Path, *, last: int = 2005) -> list[Result]:
    """The library's constituencies up to the general election of the year ``last``, in the file's order.

    The file is in Windows-1252, with stray spaces in its header. Raises ``SourceFault`` for what it cannot read.
    """
    rows = read_table(root / LIBRARY_FILE, encoding="cp1252")
    return [_result(row) for row in rows if int(row["election"][:4]) <= last]


def _result(row: dict[str, str]) -> Result:
    election = BY_KEY.get(row["election"])
    area = row["country/region"]
    if election is None or (area not in _NATIONS and area not in _REGIONS):
        raise SourceFault(f"{LIBRARY_FILE}: unknown election {row['election']!r} or area {area!r}")
    nation = _NATIONS.get(area, Nation.ENGLAND)
    if row["constituency_name"].endswith("University Of Belfast"):
        nation = Nation.UNIVERSITIES
    total = _count(row["total_votes"])
    return Result(
        election=election,
        name=row["constituency_name"],
        nation=nation,
        region=_REGIONS.get(area) if nation is Nation.ENGLAND else None,
        seats=int(row["seats"]),
        electorate=_count(row["electorate"]) or None,
        votes={column: votes for column in COLUMNS if (votes := _count(row[f"{column}_votes"]))},
        total=None if total == UNOPPOSED else total,
        turnout=float(row["turnout"]) if row["turnout"] else None,
    )


def _count(text: str) -> int | None:
    """A count; any negative one (-2 and -3 where several members were returned) means "unopposed"."""
    if not text:
        return None
    value = int(float(text.replace(",", "")))
    return UNOPPOSED if value < 0 else value


def read_terms(root: Path) -> list[Term]:
    """The members' table in the order of its starts."""
    rows = read_table(root / MEMBERS_FILE)
    terms = [
        Term(
            person=row["item"],
            name=row["itemLabel"],
            constituency=row["constituency"],
            seat_name=row["constituencyLabel"],
            party=row["partyLabel"],
            start=date.fromisoformat(row["start"]),
            election=row["electionLabel"],
            end=date.fromisoformat(row["end"]) if row["end"] else None,
            cause=row["causeLabel"],
        )
        for row in rows
    ]
    return sorted(terms, key=lambda term: (term.start, term.person, term.end or date.max))
