"""The Parliament election files as typed records, whatever their headers are called and whether they have any."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType

from knowledge.importers.base import SourceFault
from knowledge.importers.common import day, decimals, fraction, minute, optional_day, read_table, whole

GENERAL_ELECTIONS: Mapping[int, date] = MappingProxyType(
    {
        55: date(2010, 5, 6),
        56: date(2015, 5, 7),
        57: date(2017, 6, 8),
        58: date(2019, 12, 12),
        59: date(2024, 7, 4),
    }
)
"""Number of the Parliament elected -> polling day, for the general elections that the files hold."""
PARLIAMENTS = tuple(GENERAL_ELECTIONS)

_SEAT = "ONS ID,ONS region ID,Constituency name,County name,Region name,Country name,Constituency type"
_CANDIDACIES = (
    f"{_SEAT},Party name,Party abbreviation,Electoral Commission party ID,MNIS party ID,"
    "Electoral Commission adjunct party ID,Candidate first name,Candidate surname,Candidate gender,Sitting MP,"
    "Former MP,Member MNIS ID,Votes,Share,Change"
).split(",")
_COLUMNS_AFTER_THIRD = "Green,SNP,PC,DUP,SF,SDLP,UUP,APNI"
_OTHERS = "All other candidates"
_OTHER_WINNER = "Of which other winner"
_CONTESTS = (
    f"{_SEAT},Declaration time,Member first name,Member surname,Member gender,Result,First party,Second party,"
    f"Electorate,Valid votes,Invalid votes,Majority,Con,Lab,LD,{{third}},{_COLUMNS_AFTER_THIRD},{_OTHERS},"
    f"{_OTHER_WINNER}"
)
_ALIASES = {"ONS ID2": "ONS ID", "DC Person ID": "Democracy Club person ID"}
_PARTY_COLUMNS = frozenset(f"Con,Lab,LD,UKIP,BRX,RUK,{_COLUMNS_AFTER_THIRD}".split(","))


@dataclass(frozen=True, slots=True)
class RawCandidacy:
    """One row of a candidacies file."""

    ons: str
    party_name: str
    party_short: str
    party_ec: str
    party_mnis: str
    adjunct: str
    """Electoral Commission id of the second registered party a candidate stood for: the Co-operative Party."""
    first_name: str
    surname: str
    gender: str
    former_member: bool
    mnis: str
    democracy_club: str
    votes: int
    share: float | None
    share_decimals: int
    change: float | None

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.surname}".strip()


@dataclass(frozen=True, slots=True)
class RawContest:
    """One row of a constituencies file with its candidacies, in the files' order."""

    ons: str
    region_ons: str
    seat_name: str
    region_name: str
    nation_name: str
    designation: str
    parliament: int
    by_election: bool
    polling_day: date
    writ: date | None
    declared: datetime | None
    result: str
    first_party: str
    second_party: str
    electorate: int | None
    valid_votes: int | None
    invalid_votes: int | None
    majority: int | None
    columns: Mapping[str, int]
    """Votes by party abbreviation as the contests file prints them, and ``others``."""
    candidacies: tuple[RawCandidacy, ...]


def read_contests(root: Path) -> Iterator[RawContest]:
    """Every contest of the general elections and by-elections in the folder ``results-by-parliament``.

    Raises ``SourceFault`` where a file is missing, or one file has a contest that its companion lacks.
    """
    for parliament in PARLIAMENTS:
        yield from _read_pair(root, parliament, by_election=False)
        yield from _read_pair(root, parliament, by_election=True)


def _read_pair(root: Path, parliament: int, *, by_election: bool) -> Iterator[RawContest]:
    folder = root / str(parliament) / ("by-elections" if by_election else "general-election")
    third = "BRX" if parliament == 58 else "RUK" if parliament > 58 else "UKIP"
    contests = _read(folder / "constituencies.csv", _CONTESTS.format(third=third).split(","))
    candidacies: dict[tuple[date, str], list[RawCandidacy]] = {}
    for number, row in enumerate(_read(folder / "candidacies.csv", _CANDIDACIES), 1):
        with _located(f"{parliament}/{folder.name}/candidacies.csv", number):
            candidacies.setdefault((_date(row, parliament), row["ONS ID"]), []).append(_candidacy(row))
    for number, row in enumerate(contests, 1):
        with _located(f"{parliament}/{folder.name}/constituencies.csv", number):
            key = _date(row, parliament), row["ONS ID"]
            found = tuple(candidacies.pop(key, ()))
            contest = _contest(row, parliament, by_election, key[0], found)
        if not found:
            raise SourceFault(f"{parliament}/{folder.name}: no candidacies for {contest.seat_name} on {key[0]}")
        yield contest
    if candidacies:
        left = ", ".join(f"{ons} on {when}" for when, ons in candidacies)
        raise SourceFault(f"{parliament}/{folder.name}: candidacies without a contest, for {left}")


@contextmanager
def _located(file: str, row: int) -> Iterator[None]:
    """Name file and row where a column is missing or a figure is none."""
    try:
        yield
    except KeyError as error:
        raise SourceFault(f"{file}, row {row}: no column {error}") from error
    except ValueError as error:
        raise SourceFault(f"{file}, row {row}: {error}") from error


def _read(path: Path, header: list[str]) -> list[dict[str, str]]:
    """Rows by column; four of the files have no header row, and two columns change their name on the way."""
    rows = read_table(path, _header(path, header))
    return [{_ALIASES.get(name, name): cell for name, cell in row.items()} for row in rows]


def _header(path: Path, header: list[str]) -> list[str] | None:
    """``header`` for a file without one of its own, ``None`` for a file whose first row names its columns."""
    if not path.is_file():
        raise SourceFault(f"{path.name}: no such file in {path.parent}")
    with path.open(encoding="utf-8-sig") as file:
        return None if "ONS region ID" in file.readline() else header


def _date(row: Mapping[str, str], parliament: int) -> date:
    text = row.get("By-election date") or row.get("Election date")
    return day(text) if text else GENERAL_ELECTIONS[parliament]


def _candidacy(row: Mapping[str, str]) -> RawCandidacy:
    return RawCandidacy(
        ons=row["ONS ID"],
        party_name=row["Party name"],
        party_short=row["Party abbreviation"],
        party_ec=row["Electoral Commission party ID"],
        party_mnis=row["MNIS party ID"],
        adjunct=row["Electoral Commission adjunct party ID"],
        first_name=row["Candidate first name"],
        surname=row["Candidate surname"],
        gender=row["Candidate gender"],
        former_member=row["Former MP"] == "Yes",
        mnis=row["Member MNIS ID"],
        democracy_club=row.get("Democracy Club person ID", ""),
        votes=int(row["Votes"]),
        share=fraction(row["Share"]),
        share_decimals=decimals(row["Share"]),
        change=fraction(row["Change"]),
    )


def _contest(
    row: Mapping[str, str], parliament: int, by_election: bool, when: date, found: tuple[RawCandidacy, ...]
) -> RawContest:
    columns = {name: int(cell or 0) for name, cell in row.items() if name in _PARTY_COLUMNS}
    columns["others"] = int(row[_OTHERS] or 0)
    return RawContest(
        ons=row["ONS ID"],
        region_ons=row["ONS region ID"],
        seat_name=row["Constituency name"],
        region_name=row["Region name"],
        nation_name=row["Country name"],
        designation=row["Constituency type"].lower(),
        parliament=parliament,
        by_election=by_election,
        polling_day=when,
        writ=optional_day(row.get("Writ date", "")),
        declared=minute(row["Declaration time"]),
        result=row["Result"],
        first_party=row["First party"],
        second_party=row["Second party"],
        electorate=whole(row["Electorate"]),
        valid_votes=whole(row["Valid votes"]),
        invalid_votes=whole(row["Invalid votes"]),
        majority=whole(row["Majority"]),
        columns=columns,
        candidacies=found,
    )
