"""Rows of packs that are there already: an importer takes ids from those written before it."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Set
from pathlib import Path
from typing import TypeVar

from knowledge.models.base import Row

HISTORY_PACKS = frozenset({"members", "by-elections-1918-2010", "history-1918-2005"})
_Model = TypeVar("_Model", bound=Row)


def held_cells(target: Path, table: str, without: Set[str] = frozenset()) -> Iterator[dict[str, str]]:
    """Filled cells of a table in all packs of a folder but those named."""
    for path in sorted(target.glob(f"*/{table}*.csv")):
        if path.parent.name in without or path.stem.partition("-")[0] != table:
            continue
        with path.open(encoding="utf-8", newline="") as file:
            yield from ({k: v for k, v in row.items() if v} for row in csv.DictReader(file))


def others_cells(target: Path, table: str) -> Iterator[dict[str, str]]:
    """As ``held_cells``, from the packs that the importer of the hundred years does not write itself."""
    return held_cells(target, table, HISTORY_PACKS)


def others_rows(target: Path, table: str, model: type[_Model]) -> Iterator[_Model]:
    """The same as models; their source is not asked for."""
    for row in others_cells(target, table):
        fields = {name: value for name, value in row.items() if name in model.model_fields}
        yield model.model_validate({"source": "held"} | fields)
