"""The library's tables of a century: sheets dumped as text, two tables side by side and two below each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge.importers.base import SourceFault
from knowledge.importers.history_calendar import BY_KEY, ElectionDay
from knowledge.models.sources import Source

TABLES_FOLDER = "national/cbp7529"
TABLES_SOURCE = Source(
    id="hocl-cbp-7529",
    publisher="House of Commons Library",
    title="UK Election Statistics: 1918-2019: A century of elections (CBP-7529)",
    address="https://commonslibrary.parliament.uk/research-briefings/cbp-7529/",
    licence="Open Parliament Licence v3.0",
    as_of=date(2020, 2, 27),
)
_YEAR = re.compile(r"^(1[89]|20)\d\d$")
_HEADING = re.compile(r"[\d\s]+$")
_UNITS = {"Votes (millions)": 1_000_000, "Votes (thousands)": 1_000}
_SHARES = "Share of vote (%)"
_FIRST_COLUMN = 2


@dataclass(frozen=True, slots=True)
class Line:
    """An area's figures at one general election, by the column's heading: ``CON``, ``LAB``, ``LD``, ``Total`` ..."""

    election: ElectionDay
    votes: dict[str, int]
    candidates: dict[str, int]
    shares: dict[str, float]
    seats: dict[str, int]


def read_rows(root: Path, name: str) -> list[list[str]]:
    """The cells of one sheet. Raises ``SourceFault`` where it is missing."""
    import csv

    path = root / TABLES_FOLDER / name
    if not path.is_file():
        raise SourceFault(f"{name}: no such file in {path.parent}")
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [[cell.strip() for cell in row] for row in csv.reader(file)]


def election_of(row: Sequence[str]) -> ElectionDay | None:
    """The general election a row is about, from its year and, in 1974, its month."""
    if not row or not _YEAR.match(row[0]):
        return None
    month = {"Feb": "F", "Oct": "O"}.get(row[1], "") if len(row) > 1 else ""
    return BY_KEY.get(row[0] + month)


def read_lines(rows: Sequence[Sequence[str]]) -> Iterator[Line]:
    """An area's lines from the sheet of tables 1a to 1l.

    Above stand votes beside candidates, below shares beside seats; the columns' headings may change on the way, as
    Northern Ireland's do in 1974. ".." and an empty cell mean that the party did not stand or is not told apart.
    """
    above: dict[str, tuple[dict[str, float], dict[str, float]]] = {}
    below: dict[str, tuple[dict[str, float], dict[str, float]]] = {}
    heads: tuple[list[str], list[str]] = ([], [])
    unit, into = 1, above
    for row in rows:
        label = row[_FIRST_COLUMN] if len(row) > _FIRST_COLUMN else ""
        unit = _UNITS.get(label, unit)
        into = below if label == _SHARES else into
        if "Total" in row:
            heads = _headings(row)
        election = election_of(row)
        if election is not None:
            into[election.key] = _figures(row, *heads)
    for key, (votes, candidates) in above.items():
        shares, seats = below[key]
        yield Line(
            BY_KEY[key],
            {name: round(value * unit) for name, value in votes.items()},
            {name: int(value) for name, value in candidates.items()},
            shares,
            {name: int(value) for name, value in seats.items()},
        )


def _headings(row: Sequence[str]) -> tuple[list[str], list[str]]:
    names = [_HEADING.sub("", cell) for cell in row[_FIRST_COLUMN:]]
    left = names[: names.index("Total") + 1]
    rest = names[len(left) + _FIRST_COLUMN :]
    return left, rest[: rest.index("Total") + 1]


def _figures(row: Sequence[str], left: list[str], right: list[str]) -> tuple[dict[str, float], dict[str, float]]:
    start = _FIRST_COLUMN + len(left) + _FIRST_COLUMN
    return _named(left, row[_FIRST_COLUMN:]), _named(right, row[start:])


def _named(names: list[str], cells: Sequence[str]) -> dict[str, float]:
    return {name: float(cell) for name, cell in zip(names, cells, strict=False) if cell not in ("", "..", "…")}
