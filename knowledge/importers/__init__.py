"""Importers: published files into packs. Run by hand; each says what it changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from knowledge.importers.base import ImportReport, SourceFault
from knowledge.importers.history import import_history
from knowledge.importers.national import import_national
from knowledge.importers.places import import_places
from knowledge.importers.psephology import import_psephology
from knowledge.importers.referendums import import_referendums

__all__ = ["IMPORTERS", "ImportReport", "SourceFault", "run_import"]

IMPORTERS: Mapping[str, Callable[[Path, Path], ImportReport]] = MappingProxyType(
    {
        "psephology": import_psephology,
        "history": import_history,
        "national": import_national,
        "referendums": import_referendums,
        "places": import_places,
    }
)
"""Name -> importer of that publication: the folder of its files, and the folder of packs to write into."""


def run_import(name: str, source: Path, target: Path) -> ImportReport:
    """Run the importer ``name`` over the files in ``source``, writing packs into ``target``.

    Raises ``SourceFault`` for an unknown importer, or a file that is missing or unreadable.
    """
    importer = IMPORTERS.get(name)
    if importer is None:
        raise SourceFault(f"no importer named {name!r}; there are: {', '.join(sorted(IMPORTERS))}")
    return importer(source, target)
