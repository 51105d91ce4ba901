"""Raw rows into models, a whole file at a time, and pydantic's findings into located faults."""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter, ValidationError

from knowledge.errors import Fault
from knowledge.loading.cells import RawRows, read_csv, read_toml
from knowledge.models.base import Row
from knowledge.models.tables import TABLES

_SHOULD = re.compile(r"^(?:Input|Value|String|List|Tuple) should (?:be |have )?")


@dataclass(frozen=True, slots=True)
class FileRows:
    """The rows of one file of a pack."""

    pack: str
    file: str
    table: str
    rows: Sequence[Row]
    lines: Sequence[int]
    """The line each row begins on; as many as ``rows``."""


def table_of(file: str) -> str | None:
    """The table whose rows a file of this name holds: ``contests-1918.csv`` holds contests."""
    table = file.rpartition(".")[0].partition("-")[0]
    return table if table in TABLES else None


def plain_types(annotation: Any) -> frozenset[Any]:
    """The types an annotation admits, without ``Annotated``, ``None`` and the parameters of tuples."""
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        return plain_types(typing.get_args(annotation)[0])
    if origin in (typing.Union, types.UnionType):
        parts = [plain_types(part) for part in typing.get_args(annotation) if part is not type(None)]
        return frozenset[Any]().union(*parts)
    return frozenset({origin or annotation})


def list_fields(model: type[Row]) -> frozenset[str]:
    """The fields of a model that hold several values."""
    return frozenset(name for name, info in model.model_fields.items() if tuple in plain_types(info.annotation))


def load_file(pack: str, file: str, content: bytes, sources: Mapping[str, str]) -> tuple[FileRows | None, list[Fault]]:
    """Read and validate one file. ``sources`` are the pack's ``[files]``: the source of rows that name none."""
    table = table_of(file)
    if table is None:
        known = ", ".join(TABLES)
        return None, [Fault(pack, file, 0, "", f"a file named after a table ({known})", file)]
    model = TABLES[table]
    if file.endswith(".csv"):
        raw = read_csv(pack, file, content, frozenset(model.model_fields), list_fields(model))
    else:
        raw = read_toml(pack, file, content, table)
    stem = file.rpartition(".")[0]
    source = sources.get(stem) or sources.get(table)
    if source and "source" in model.model_fields:
        for cells in raw.cells:
            cells.setdefault("source", source)
    rows, faults = _validate(model, raw, pack, file)
    return FileRows(pack, file, table, rows, raw.lines), [*raw.faults, *faults]


def _validate(model: type[Row], raw: RawRows, pack: str, file: str) -> tuple[Sequence[Row], list[Fault]]:
    try:
        # ``list[model]`` needs a value at run time, which is what a model class is.
        return TypeAdapter(list[model]).validate_python(raw.cells), []  # type: ignore[valid-type]
    except ValidationError as error:
        return (), [
            Fault(pack, file, raw.lines[int(found["loc"][0])], _field(found["loc"][1:]), *describe(found))
            for found in error.errors(include_url=False, include_context=False)
        ]


def _field(loc: tuple[int | str, ...]) -> str:
    return str(loc[0]) if loc else ""


def describe(found: Mapping[str, Any]) -> tuple[str, str]:
    """What was expected and what was found, from one of pydantic's error details."""
    if found["type"] == "missing":
        return "a value", ""
    if found["type"] == "extra_forbidden":
        return "no such field", str(found["input"])
    return _SHOULD.sub("", str(found["msg"])), str(found["input"])
