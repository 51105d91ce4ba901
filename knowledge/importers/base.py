"""What every importer shares: packs written as reviewable text, and a report of what a run changed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from pathlib import Path

from knowledge.errors import KnowledgeError
from knowledge.models.base import Row
from knowledge.models.sources import PackInfo, Source
from knowledge.models.tables import TABLES

_KEYS: Mapping[str, tuple[str, ...]] = {
    "candidacies": ("contest", "person", "name", "party", "label"),
    "corrections": ("contest", "field", "person", "published"),
    "successions": ("old", "new"),
    "person_names": ("person", "name"),
    "spells": ("person", "constituency", "start"),
    "party_totals": ("election", "area", "party"),
    "area_totals": ("election", "area"),
    "places": ("name", "kind", "seat"),
    "referendum_counts": ("referendum", "area", "option"),
}
"""What identifies a row from one run to the next, where that is not its ``id``."""


class SourceFault(KnowledgeError):  # noqa: N818 - it is the source's fault, and named so to the editor
    """A file to be imported is missing or not in its publisher's format; the text names the file and the place."""


@dataclass(frozen=True, slots=True)
class FileChange:
    """How a run changed one file of a pack, in rows."""

    pack: str
    file: str
    added: int
    removed: int
    changed: int
    rows: int
    """Rows in the file now."""

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What a run wrote, file by file."""

    importer: str
    files: tuple[FileChange, ...]
    notes: tuple[str, ...] = ()
    """Anything about the sources that an editor should look at."""

    @property
    def changes(self) -> tuple[FileChange, ...]:
        """The files whose rows are not what they were."""
        return tuple(file for file in self.files if file)


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack to be written: its head and its rows by file: a table's name, or ``table-anything`` for a part of one."""

    info: PackInfo
    sources: Sequence[Source]
    tables: Mapping[str, Sequence[Row]] = field(default_factory=dict)


def write_packs(importer: str, packs: Iterable[Pack], target: Path, notes: Sequence[str] = ()) -> ImportReport:
    """Write ``packs`` as folders of ``target`` and say what that changed."""
    changes = [change for pack in packs for change in _write_pack(pack, target / pack.info.id)]
    return ImportReport(importer, tuple(changes), tuple(notes))


def _write_pack(pack: Pack, folder: Path) -> list[FileChange]:
    folder.mkdir(parents=True, exist_ok=True)
    changes, single = [], {}
    for stem, rows in pack.tables.items():
        sources = {_cell(getattr(row, "source", None)) for row in rows} - {""}
        if len(sources) == 1:
            single[stem] = sources.pop()
        changes.append(_write_table(pack.info.id, folder, stem, rows, with_source=stem not in single))
    _replace(folder / "pack.toml", _head(pack, single))
    return changes


def _write_table(pack: str, folder: Path, stem: str, rows: Sequence[Row], *, with_source: bool) -> FileChange:
    path, table = folder / f"{stem}.csv", stem.partition("-")[0]
    before = _read_rows(path)
    if not rows:
        path.unlink(missing_ok=True)
        return FileChange(pack, path.name, 0, len(before), 0, 0)
    columns = [c for c in TABLES[table].model_fields if with_source or c != "source"]
    defaults = {c: TABLES[table].model_fields[c].default for c in columns}
    written = [{c: _cell(v) for c in columns if (v := getattr(row, c)) != defaults[c]} for row in rows]
    filled = [c for c in columns if any(row.get(c) for row in written)]
    cells = [[row.get(c, "") for c in filled] for row in written]
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(filled)
    writer.writerows(cells)
    _replace(path, text.getvalue())
    after = [{c: v for c, v in zip(filled, row, strict=True) if v} for row in cells]
    return _compare(pack, path.name, _KEYS.get(table, ("id",)), before, after)


def _compare(
    pack: str, file: str, keys: tuple[str, ...], before: list[dict[str, str]], after: list[dict[str, str]]
) -> FileChange:
    old, new = _by_key(keys, before), _by_key(keys, after)
    added = sum(len(rows) for key, rows in new.items() if key not in old)
    removed = sum(len(rows) for key, rows in old.items() if key not in new)
    changed = 0
    for key in old.keys() & new.keys():
        if old[key] != new[key]:
            changed += max(sum(row not in old[key] for row in new[key]), len(old[key]) - len(new[key]))
    return FileChange(pack, file, added, removed, changed, len(after))


def _by_key(keys: tuple[str, ...], rows: list[dict[str, str]]) -> dict[tuple[str, ...], list[dict[str, str]]]:
    grouped: dict[tuple[str, ...], list[dict[str, str]]] = {}
    for row in rows:
        grouped.setdefault(tuple(row.get(key, "") for key in keys), []).append(row)
    return grouped


def _read_rows(path: Path) -> list[dict[str, str]]:
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [{k: v for k, v in row.items() if v} for row in csv.DictReader(file)]


def _cell(value: object) -> str:
    """A value as it is written in a pack; what is not held is empty."""
    match value:
        case None:
            return ""
        case bool():
            return str(int(value))
        case Enum():
            return str(value.value)
        case datetime():
            return value.isoformat(timespec="minutes")
        case date():
            return value.isoformat()
        case float():
            return format(round(value, 6), "f").rstrip("0").rstrip(".") or "0"
        case tuple():
            return "|".join(map(str, value))
        case _:
            return str(value)


def _head(pack: Pack, files: Mapping[str, str]) -> str:
    lines = _toml(pack.info)
    if files:
        lines += ["", "[files]", *(f"{table} = {_quoted(source)}" for table, source in files.items())]
    for source in pack.sources:
        lines += ["", "[[sources]]", *_toml(source)]
    return "\n".join(lines) + "\n"


def _toml(row: Row) -> list[str]:
    values = ((name, getattr(row, name)) for name in type(row).model_fields)
    return [
        f"{name} = {value.isoformat() if isinstance(value, date) else _quoted(str(value))}"
        for name, value in values
        if value is not None
    ]


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _replace(path: Path, text: str) -> None:
    """Put ``text`` in place at once, so that a run cut short leaves whole files."""
    temporary = path.with_name(f".{path.name}.new")
    temporary.write_text(text, encoding="utf-8", newline="\n")
    temporary.replace(path)
