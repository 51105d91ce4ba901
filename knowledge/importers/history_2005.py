"""Candidates of the general election of 2005, from the Electoral Commission's printed layout in a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

from knowledge.importers.base import SourceFault
from knowledge.models.sources import Source

CANDIDATES_FILE = "general_elections/ec_ge2005_candidates.xls"
CANDIDATES_SOURCE = Source(
    id="electoral-commission-2005",
    publisher="Electoral Commission",
    title="UK Parliamentary general election 2005: A-Z constituency results",
    address="https://www.electoralcommission.org.uk/research-reports-and-data/our-reports-and-data-past-elections-and-referendums/results-and-turnout-2005-uk-general-election",
    licence="Open Government Licence v3.0",
    as_of=date(2005, 10, 31),
)
_HEADING = re.compile(r"^(?P<name>.*?)\s*\[\d+\]$")
_TITLE_MS = re.compile(r"\s+Ms\.?$")

PARTY_IDS: Mapping[str, str] = MappingProxyType(
    {
        "APNI": "alliance",
        "BNP": "british-national-party",
        "CPA": "christian-peoples-alliance",
        "Con": "conservative",
        "DUP": "dup",
        "ED": "english-democrats",
        "Grn": "green",
        "Ind": "independent",
        "KHHC": "independent-kidderminster-hospital-and-health-concern",
        "LD": "liberal-democrat",
        "Lab": "labour",
        "Lib": "liberal",
        "MK": "mebyon-kernow-the-party-for-cornwall",
        "MRLP": "official-monster-raving-loony-party",
        "NF": "national-front",
        "PC": "plaid-cymru",
        "Resp": "respect-party",
        "SDLP": "sdlp",
        "SF": "sinn-fein",
        "SL": "socialist-labour-party",
        "SNP": "snp",
        "SSP": "scottish-socialist-party",
        "Speaker": "speaker",
        "UKIP": "ukip",
        "UU": "uup",
        "WRP": "workers-revolutionary-party",
    }
)
"""Parties by the abbreviations of the layout; the list that explains the rest was never part of the file."""


@dataclass(frozen=True, slots=True)
class Stood:
    """A candidate as printed, the name in reading order: ``D. H. Francis``."""

    name: str
    surname: str
    incumbent: bool
    party: str
    votes: int
    change: float | None
    """Change in share since 2001 as a fraction; notional in Scotland, whose seats were redrawn."""


@dataclass(slots=True)
class Printed:
    """A constituency's block of the layout."""

    name: str
    electorate: int = 0
    before: str = ""
    """Abbreviation of the party that won in 2001, notionally where the boundaries are new."""
    stood: list[Stood] = field(default_factory=list)


def read_printed(root: Path) -> list[Printed]:
    """The constituencies of the layout. Raises ``SourceFault`` where the file or the reader for it is missing."""
    path = root / CANDIDATES_FILE
    if not path.is_file():
        raise SourceFault(f"{path.name}: no such file in {path.parent}")
    try:
        xlrd = import_module("xlrd")
    except ImportError as error:
        raise SourceFault("reading the candidates of 2005 needs the extra: pip install 'hustings[import]'") from error
    sheet = xlrd.open_workbook(path).sheet_by_index(0)
    return parse(sheet.row_values(row) for row in range(sheet.nrows))


def parse(rows: Iterable[Sequence[object]]) -> list[Printed]:
    """The blocks: a heading ``Aberavon [1]`` with the first candidate, the electorate a row below, "2001: Lab" last."""
    blocks: list[Printed] = []
    for row in rows:
        first = row[0]
        heading = _HEADING.match(str(first).strip())
        if heading:
            blocks.append(Printed(" ".join(heading["name"].split())))
        if not blocks:
            continue
        if isinstance(first, float):
            blocks[-1].electorate = int(first)
        elif str(first).startswith("2001:"):
            blocks[-1].before = str(first).partition(":")[2].strip()
        if str(row[3]).strip() and isinstance(row[4], float):
            blocks[-1].stood.append(_stood(row))
    return blocks


def _stood(row: Sequence[object]) -> Stood:
    printed = str(row[2]).strip()
    name = _TITLE_MS.sub("", printed.rstrip("*").strip())
    surname, _, initials = (part.strip() for part in name.partition(","))
    spaced = " ".join(re.sub(r"\.(?=[^-\s])", ". ", initials).split())
    return Stood(
        name=f"{spaced} {surname}".strip(),
        surname=surname,
        incumbent=printed.endswith("*"),
        party=str(row[3]).strip(),
        votes=int(float(str(row[4]))),
        change=_change(str(row[7]).strip(), row[8]),
    )


def _change(sign: str, points: object) -> float | None:
    if not isinstance(points, float):
        return None
    return round((-points if sign == "-" else points) / 100, 4)
