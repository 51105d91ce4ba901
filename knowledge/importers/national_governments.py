"""Governments: those formed after general elections with their majorities, and cabinets between elections."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from types import MappingProxyType

from knowledge.fold import slug
from knowledge.importers.common import read_table
from knowledge.importers.history_calendar import GENERAL_ELECTIONS, general_election_on
from knowledge.importers.national_tables import TABLES_SOURCE, read_rows
from knowledge.models.country import Government
from knowledge.models.sources import Source

_CABINETS_FILE = "national/parlgov_view_cabinet_GBR.csv"
_FORMED_SHEET = "Governments_formed_GE.csv"
CABINETS_SOURCE = Source(
    id="parlgov-cabinets",
    publisher="ParlGov",
    title="Cabinets of the United Kingdom, 1918 to October 2022",
    address="https://www.parlgov.org/",
    licence="CC0 1.0",
    as_of=date(2022, 10, 25),
)
GOVERNMENTS_SOURCES = (CABINETS_SOURCE,)
_FORMING = timedelta(days=60)
"""Within this time after an election a cabinet is the one that the election brought."""

_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "Andrew Bonar Law": "Bonar Law",
        "Sir Winston Churchill": "Winston Churchill",
        "Sir Anthony Eden": "Anthony Eden",
    }
)
_CABINET_LEADERS: Mapping[str, str] = MappingProxyType(
    {
        "Lloyd George": "David Lloyd George",
        "Bonar Law": "Bonar Law",
        "Baldwin": "Stanley Baldwin",
        "MacDonald": "Ramsay MacDonald",
        "Chamberlain": "Neville Chamberlain",
        "Churchill": "Winston Churchill",
        "Attlee": "Clement Attlee",
        "Eden": "Anthony Eden",
        "Macmillan": "Harold Macmillan",
        "Douglas-Home": "Alec Douglas-Home",
        "Wilson": "Harold Wilson",
        "Heath": "Edward Heath",
        "Callaghan": "James Callaghan",
        "Thatcher": "Margaret Thatcher",
        "Major": "John Major",
        "Blair": "Tony Blair",
        "Brown": "Gordon Brown",
        "Cameron": "David Cameron",
        "May": "Theresa May",
        "Johnson": "Boris Johnson",
        "Truss": "Liz Truss",
        "Sunak": "Rishi Sunak",
    }
)


@dataclass(frozen=True, slots=True)
class _Made:
    """What made up a government that was not one party's."""

    kind: str
    party: str
    partners: tuple[str, ...]
    note: str


_COMPOSED: Mapping[str, _Made] = MappingProxyType(
    {
        "1919-01-10": _Made(
            "coalition",
            "liberal",
            ("conservative", "coalition-labour"),
            "A coalition of Lloyd George's Liberals and the Conservatives, who had most of the seats; the majority "
            "counts the 73 Sinn Féin members, who did not take their seats, among the rest",
        ),
        "1931-11-05": _Made(
            "national",
            "national-labour",
            ("conservative", "liberal", "national-liberal"),
            "The National Government, in which the Conservatives had most of the seats",
        ),
        "1935-06-07": _Made("national", "conservative", ("national-liberal", "national-labour"), "National Government"),
        "1935-11-14": _Made("national", "conservative", ("national-liberal", "national-labour"), "National Government"),
        "1937-05-28": _Made("national", "conservative", ("national-liberal", "national-labour"), "National Government"),
        "1940-05-10": _Made("coalition", "conservative", ("labour", "liberal"), "The wartime coalition"),
        "1945-05-23": _Made("national", "conservative", ("national-liberal",), "The caretaker government of 1945"),
        "2010-05-11": _Made("coalition", "conservative", ("liberal-democrat",), "Coalition with the Liberal Democrats"),
    }
)
"""By the day on which the cabinet took office; ParlGov counts parties of the house among some of them."""
_PARTIES = MappingProxyType({"Con": "conservative", "Lab": "labour"})
_MINORITIES = frozenset({"parl.1923-12-06", "parl.1929-05-30", "parl.1974-02-28", "parl.2017-06-08"})
_HUNG = _MINORITIES | {"parl.2010-05-06"}


@dataclass(frozen=True, slots=True)
class _Cabinet:
    day: date
    leader: str
    party: str


def governments(root: Path) -> list[Government]:
    """Every government since 1918 that the files know, by the day it was formed."""
    cabinets = list(_cabinets(root))
    after_elections = list(_after_elections(root, cabinets))
    used = {government.formed for government in after_elections}
    between = [_between(cabinet) for cabinet in cabinets if cabinet.day not in used]
    return sorted(after_elections + between, key=lambda government: government.formed)


def _cabinets(root: Path) -> Iterator[_Cabinet]:
    leaders = [row for row in read_table(root / _CABINETS_FILE) if row["prime_minister"] == "1"]
    for row in leaders:
        name = row["cabinet_name"].rstrip("IV ").strip()
        party = _PARTIES.get(row["party_name_short"], "liberal")
        yield _Cabinet(date.fromisoformat(row["start_date"]), _CABINET_LEADERS[name], party)


def _after_elections(root: Path, cabinets: list[_Cabinet]) -> Iterator[Government]:
    """The library's table; its row of July 2019 follows no election and is left to the cabinets."""
    for row in read_rows(root, _FORMED_SHEET):
        day = _day(row)
        election = general_election_on(day) if day else None
        if day is None or election is None:
            continue
        leader = _NAMES.get(row[4], row[4])
        cabinet = next((c for c in cabinets if c.leader == leader and timedelta(0) <= c.day - day <= _FORMING), None)
        formed = cabinet.day if cabinet else day
        made = _COMPOSED.get(formed.isoformat())
        hung = election.id in _HUNG
        yield Government(
            id=slug(f"{leader} {formed.isoformat()}"),
            formed=formed,
            election=election.id,
            prime_minister=leader,
            party=made.party if made else slug(row[3]),
            kind=made.kind if made else "minority" if hung else "majority",
            partners=made.partners if made else (),
            majority=int(row[5]) if row[5] else None,
            hung=hung,
            note=made.note if made else None,
            source=TABLES_SOURCE.id,
        )


def _day(row: list[str]) -> date | None:
    if len(row) < 6 or not row[1][:4].isdigit():
        return None
    return date.fromisoformat(row[1][:10])


def _between(cabinet: _Cabinet) -> Government:
    """A cabinet that took office between elections, in the house that the last one had returned."""
    last = [election for election in GENERAL_ELECTIONS if election.day <= cabinet.day][-1]
    made = _COMPOSED.get(cabinet.day.isoformat())
    hung = last.id in _HUNG
    return Government(
        id=slug(f"{cabinet.leader} {cabinet.day.isoformat()}"),
        formed=cabinet.day,
        prime_minister=cabinet.leader,
        party=made.party if made else cabinet.party,
        kind=made.kind if made else "minority" if hung else "majority",
        partners=made.partners if made else (),
        hung=hung,
        note=made.note if made else None,
        source=CABINETS_SOURCE.id,
    )
