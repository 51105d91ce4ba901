"""A whole pack: its head, its sources and its files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError

from knowledge.errors import Fault, PackFaults
from knowledge.loading.cells import parse_toml, toml_lines
from knowledge.loading.folders import HEAD, PackBytes
from knowledge.loading.rows import FileRows, describe, load_file
from knowledge.models.base import Row
from knowledge.models.sources import PackInfo, Source

RowT = TypeVar("RowT", bound=Row)
_KEYS = frozenset({*PackInfo.model_fields, "files", "sources"})


@dataclass(frozen=True, slots=True)
class Head:
    """What ``pack.toml`` says."""

    info: PackInfo | None
    """Absent where it is faulty."""
    sources: tuple[tuple[Source, int], ...]
    """Each source with the line it is defined on."""
    files: Mapping[str, str]
    """Stem of a file or name of a table -> source of its rows."""


def load_head(pack: PackBytes) -> tuple[Head, list[Fault]]:
    """Read ``pack.toml``."""
    content = dict(pack.files)[HEAD]
    data, faults = parse_toml(pack.name, HEAD, content)
    if faults:
        return Head(None, (), {}), faults
    faults = [
        Fault(pack.name, HEAD, 0, key, f"one of {', '.join(sorted(_KEYS))}", key) for key in data if key not in _KEYS
    ]
    info, found = _model(PackInfo, {key: data[key] for key in PackInfo.model_fields if key in data}, pack.name, 1)
    faults.extend(found)
    sources: list[tuple[Source, int]] = []
    entries = data.get("sources", [])
    for entry, line in zip(entries, toml_lines(content, "sources"), strict=False):
        source, found = _model(Source, entry, pack.name, line)
        faults.extend(found)
        if source:
            sources.append((source, line))
    files = data.get("files", {})
    if not isinstance(files, dict):
        faults.append(Fault(pack.name, HEAD, 0, "files", "a table of file names and sources"))
        files = {}
    return Head(info, tuple(sources), {str(key): str(value) for key, value in files.items()}), faults


def _model(model: type[RowT], data: Any, pack: str, line: int) -> tuple[RowT | None, list[Fault]]:
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False)
        return None, [Fault(pack, HEAD, line, ".".join(map(str, one["loc"])), *describe(one)) for one in found]


def load_pack(pack: PackBytes, head: Head) -> Iterator[tuple[FileRows | None, list[Fault]]]:
    """Read and validate the files of a pack, one after the other."""
    for file, content in pack.files:
        if file != HEAD:
            yield load_file(pack.name, file, content, head.files)


def load_rows(packs: Sequence[PackBytes]) -> list[FileRows]:
    """All rows of ``packs`` in memory at once. Raises ``PackFaults`` with every fault of every file."""
    faults: list[Fault] = []
    loaded: list[FileRows] = []
    for pack in packs:
        head, found = load_head(pack)
        faults.extend(found)
        for rows, found in load_pack(pack, head):
            faults.extend(found)
            if rows:
                loaded.append(rows)
    if faults:
        raise PackFaults(faults)
    return loaded
