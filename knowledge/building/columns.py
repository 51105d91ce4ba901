"""How a model's fields become the columns of a table."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from enum import StrEnum
from operator import attrgetter
from typing import Any

from knowledge.loading.rows import plain_types
from knowledge.models.base import Row

Encoder = Callable[[Any], Any]


def create_statement(table: str, model: type[Row]) -> str:
    """``create table`` with a column for each field of ``model``."""
    columns = ", ".join(f'"{name}" {_affinity(info.annotation)}' for name, info in model.model_fields.items())
    return f"create table {table} ({columns})"


def insert_statement(table: str, model: type[Row]) -> str:
    """``insert`` with a parameter for each field of ``model``, in order."""
    return f"insert into {table} values ({', '.join('?' * len(model.model_fields))})"


def _affinity(annotation: Any) -> str:
    kinds = plain_types(annotation)
    if kinds <= {int, bool}:
        return "integer"
    return "real" if kinds <= {int, float} else "text"


def encode(rows: Sequence[Row], model: type[Row]) -> Iterator[Sequence[Any]]:
    """The values of ``rows`` in the order of the columns, as SQLite stores them."""
    fields = list(model.model_fields)
    values: Iterable[tuple[Any, ...]] = map(attrgetter(*fields), rows)
    encoders = [(n, _encoder(model.model_fields[name].annotation)) for n, name in enumerate(fields)]
    needed = [(n, encoder) for n, encoder in encoders if encoder]
    for row in values:
        cells = list(row)
        for n, encoder in needed:
            if cells[n] is not None:
                cells[n] = encoder(cells[n])
        yield cells


def _encoder(annotation: Any) -> Encoder | None:
    kinds = plain_types(annotation)
    if tuple in kinds:
        return lambda value: json.dumps(value, ensure_ascii=False)
    if kinds & {date, datetime}:
        return lambda value: str(value.isoformat())
    if any(isinstance(kind, type) and issubclass(kind, StrEnum) for kind in kinds):
        return lambda value: str(value.value)
    return None
