"""Reading published files: rows by column name, dates, figures, and text that went through a wrong encoding."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from knowledge.importers.base import SourceFault

_NOT_HELD = frozenset({"", "[x]", "[z]", "NA", "-", "?"})
_SPACES = re.compile(r"\s+")
_SUSPECT = re.compile("[\u00c2\u00c3\u00c5]")
"""The letters that UTF-8's first bytes turn into when they are read as Latin-1."""


def read_table(path: Path, header: Sequence[str] | None = None, *, encoding: str = "utf-8-sig") -> list[dict[str, str]]:
    """Rows of a CSV file by stripped column name, cells cleaned by ``clean``.

    ``header`` names the columns of a file that has no header row. Raises ``SourceFault`` where the file is missing.
    """
    if not path.is_file():
        raise SourceFault(f"{path.name}: no such file in {path.parent}")
    with path.open(encoding=encoding, newline="") as file:
        reader = csv.reader(file)
        names = [clean(name) for name in (header if header is not None else next(reader, []))]
        return [dict(zip(names, map(clean, row), strict=False)) for row in reader if row]


def read_optional(path: Path, *, encoding: str = "utf-8-sig") -> list[dict[str, str]]:
    """As ``read_table``; no rows where a file that only adds to others is not there."""
    return read_table(path, encoding=encoding) if path.is_file() else []


def clean(text: str) -> str:
    """``text`` with single spaces, no soft hyphens, and UTF-8 that was read as Latin-1 put right.

    >>> clean(" L\u00c3\u00a9onie ")
    'L\u00e9onie'
    """
    if _SUSPECT.search(text):
        text = _decoded_once_more(text)
    return _SPACES.sub(" ", text.replace("\u00ad", "")).strip()


def _decoded_once_more(text: str) -> str:
    for wrong in ("cp1252", "latin-1"):
        try:
            return text.encode(wrong).decode("utf-8")
        except UnicodeError:
            continue
    return text


def whole(text: str) -> int | None:
    """A count; ``None`` where the publisher marks it as not available."""
    return None if text in _NOT_HELD else int(text.replace(",", ""))


def fraction(text: str) -> float | None:
    """A share or change of share as a fraction of one; ``None`` where none is published."""
    return None if text in _NOT_HELD else float(text)


def decimals(text: str) -> int:
    """How many decimals a published figure has."""
    return len(text.partition(".")[2])


def day(text: str) -> date:
    """A date as the election files write it, ``23/02/2017``."""
    return datetime.strptime(text, "%d/%m/%Y").date()  # noqa: DTZ007 - a calendar day has no time zone


def optional_day(text: str) -> date | None:
    return None if text in _NOT_HELD else day(text)


def minute(text: str) -> datetime | None:
    """A declaration time, local to the count: ``07/05/2010 03:05``."""
    return None if text in _NOT_HELD else datetime.strptime(text, "%d/%m/%Y %H:%M")  # noqa: DTZ007 - local by definition
