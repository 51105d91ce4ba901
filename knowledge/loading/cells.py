"""CSV and TOML text into raw rows: mappings of cells with the line each begins on."""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from knowledge.errors import Fault

_TOML_LINE = re.compile(r"at line (\d+)")


@dataclass(slots=True)
class RawRows:
    """What a file holds before it is validated."""

    cells: list[dict[str, Any]] = field(default_factory=list)
    """Non-empty cells by column; empty ones are left out, for empty means "not held"."""
    lines: list[int] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def read_csv(pack: str, file: str, content: bytes, columns: frozenset[str], lists: frozenset[str]) -> RawRows:
    """Read a CSV file whose first row names its columns.

    ``columns`` are those the table has; ``lists`` are those whose cells are separated by ``|``.
    """
    raw = RawRows()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raw.faults.append(Fault(pack, file, content[: error.start].count(b"\n") + 1, "", "text in UTF-8"))
        return raw
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = next(reader, [])
        raw.faults.extend(_header_faults(pack, file, header, columns))
        if not raw.faults:
            for line, found in _read_body(raw, reader, header, [name for name in header if name in lists]):
                raw.faults.append(Fault(pack, file, line, "", f"{len(header)} cells", str(found)))
    except csv.Error as error:
        raw.faults.append(Fault(pack, file, reader.line_num, "", "a row of CSV", str(error)))
    return raw


def _header_faults(pack: str, file: str, header: list[str], columns: frozenset[str]) -> list[Fault]:
    known = ", ".join(sorted(columns))
    faults = [Fault(pack, file, 1, name, f"one of the columns {known}", name) for name in header if name not in columns]
    doubled = sorted({name for name in header if header.count(name) > 1})
    faults.extend(Fault(pack, file, 1, name, "each column once", name) for name in doubled)
    return faults or ([] if header else [Fault(pack, file, 1, "", f"a row naming columns out of {known}")])


def _read_body(raw: RawRows, reader: Any, header: list[str], lists: list[str]) -> Iterator[tuple[int, int]]:
    """Add the rows below the header to ``raw``; yields line and width of each row of another width."""
    width, before = len(header), reader.line_num
    for row in reader:
        # A quoted cell may run over several lines: a row begins after the line on which the last one ended.
        line, before = before + 1, reader.line_num
        if len(row) != width:
            if row:
                yield line, len(row)
            continue
        cells: dict[str, Any] = {name: cell for name, cell in zip(header, row, strict=True) if cell}
        for name in lists:
            if name in cells:
                cells[name] = [part.strip() for part in cells[name].split("|") if part.strip()]
        raw.cells.append(cells)
        raw.lines.append(line)


def read_toml(pack: str, file: str, content: bytes, table: str) -> RawRows:
    """Read a TOML file that holds an array of tables named ``table`` and nothing else."""
    raw = RawRows()
    data, raw.faults = parse_toml(pack, file, content)
    if raw.faults:
        return raw
    raw.faults.extend(Fault(pack, file, 0, key, f"only [[{table}]]", key) for key in data if key != table)
    rows = data.get(table, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raw.faults.append(Fault(pack, file, 0, table, f"an array of tables, [[{table}]]"))
        return raw
    raw.cells = [{key: value for key, value in row.items() if value != ""} for row in rows]
    raw.lines = toml_lines(content, table)[: len(rows)]
    raw.lines += [0] * (len(rows) - len(raw.lines))
    return raw


def parse_toml(pack: str, file: str, content: bytes) -> tuple[Mapping[str, Any], list[Fault]]:
    """The parsed file, empty where it is not TOML, and the faults that say so."""
    try:
        return tomllib.loads(content.decode("utf-8-sig")), []
    except UnicodeDecodeError as error:
        return {}, [Fault(pack, file, content[: error.start].count(b"\n") + 1, "", "text in UTF-8")]
    except tomllib.TOMLDecodeError as error:
        line = _TOML_LINE.search(str(error))
        return {}, [Fault(pack, file, int(line[1]) if line else 0, "", "TOML", str(error))]


def toml_lines(content: bytes, table: str) -> list[int]:
    """The lines on which the entries of the array ``[[table]]`` begin."""
    opening = re.compile(rf"\s*\[\[\s*{re.escape(table)}\s*\]\]")
    return [n for n, line in enumerate(content.decode("utf-8").splitlines(), 1) if opening.match(line)]
