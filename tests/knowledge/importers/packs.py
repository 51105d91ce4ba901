"""Running the importer on small files and reading what it wrote."""

from __future__ import annotations

import csv
from pathlib import Path

from knowledge.importers import ImportReport, run_import
from knowledge.models.tables import TABLES
from tests.knowledge.importers.files import Files


class Written:
    """The packs of one run."""

    def __init__(self, files: Files, folder: Path) -> None:
        self.target = folder / "packs"
        self.source = files.write(folder / "data")
        self.report: ImportReport = run_import("psephology", self.source, self.target)

    def rows(self, pack: str, table: str) -> list[dict[str, str]]:
        """The rows of one file; none where it was not written."""
        path = self.target / pack / f"{table}.csv"
        if not path.exists():
            return []
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def all_rows(self, table: str) -> list[dict[str, str]]:
        """The rows of a table over all packs, columns that a pack leaves out as empty."""
        files = [path for path in sorted(self.target.rglob("*.csv")) if path.stem.partition("-")[0] == table]
        rows = [row for path in files for row in self.rows(path.parent.name, path.stem)]
        columns = dict.fromkeys(TABLES[table].model_fields, "")
        return [columns | row for row in rows]

    def contest(self, key: str) -> dict[str, str]:
        """The contest of an id."""
        return next(row for row in self.all_rows("contests") if row["id"] == key)

    def candidacies(self, contest: str) -> list[dict[str, str]]:
        """The candidacies of a contest by place."""
        return [row for row in self.all_rows("candidacies") if row["contest"] == contest]

    def corrections(self, contest: str) -> list[dict[str, str]]:
        """The corrections of a contest."""
        return [row for row in self.all_rows("corrections") if row["contest"] == contest]

    def people(self, name: str) -> list[dict[str, str]]:
        """Everyone of a name."""
        return [row for row in self.all_rows("people") if row["name"] == name]
