"""A run as a whole: what it reads, what it says of changes and faults, and that its packs load."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.importers import IMPORTERS, SourceFault, run_import
from knowledge.loading.folders import read_packs
from knowledge.loading.packs import load_rows
from tests.knowledge.importers.files import copeland
from tests.knowledge.importers.packs import Written

RESULTS = "psephology/results-by-parliament"


def test_headers_marks_and_renamed_columns_are_read_alike(tmp_path: Path) -> None:
    """Four files have no header row, the others a byte-order mark, and two columns other names."""
    files = copeland()
    files.general[58] = files.general[57]
    files.by_elections[58] = [files.by_elections[56][0]]
    files.by_elections[58][0].day = "06/05/2021"
    files.by_elections[56] = []
    source = files.write(tmp_path / "data")
    first = (source / RESULTS / "58/by-elections/candidacies.csv").read_text(encoding="utf-8")
    assert first.startswith("\ufeffElection date,ONS ID2")
    assert (source / RESULTS / "58/general-election/candidacies.csv").read_text(encoding="utf-8").startswith("E14")
    written = Written(files, tmp_path)
    assert len(written.candidacies("parl.copeland.by.2021-05-06")) == 2
    assert len(written.candidacies("parl.copeland.2019-12-12")) == 2
    assert written.candidacies("parl.whitehaven-and-workington.2024-07-04")[1]["person"] == "dc-110002"


def test_the_folder_itself_may_be_named(tmp_path: Path) -> None:
    source = copeland().write(tmp_path / "data")
    run_import("psephology", source / "psephology", tmp_path / "packs")
    assert (tmp_path / "packs/general-election-2017/contests.csv").exists()


def test_the_packs_load_without_a_fault(tmp_path: Path) -> None:
    written = Written(copeland(), tmp_path)
    tables = {rows.table for rows in load_rows(read_packs([written.target]))}
    assert {"elections", "contests", "candidacies", "constituencies", "successions", "parties", "people"} <= tables


def test_every_contest_names_a_source_of_its_pack(tmp_path: Path) -> None:
    written = Written(copeland(), tmp_path)
    head = (written.target / "general-election-2017/pack.toml").read_text(encoding="utf-8")
    assert 'contests = "general-election-2017"' in head
    assert 'address = "https://example.org/2017"' in head
    by = (written.target / "by-elections-2011-2026/pack.toml").read_text(encoding="utf-8")
    assert 'address = "https://example.org/by-elections-2015"' in by
    assert 'address = "https://electionresults.parliament.uk/"' in by


def test_a_second_run_changes_nothing(tmp_path: Path) -> None:
    written = Written(copeland(), tmp_path)
    before = {path: path.read_bytes() for path in written.target.rglob("*.*")}
    report = run_import("psephology", written.source, written.target)
    assert report.changes == ()
    assert {path: path.read_bytes() for path in written.target.rglob("*.*")} == before


def test_a_run_says_what_it_added_removed_and_changed(tmp_path: Path) -> None:
    written = Written(copeland(), tmp_path)
    files = copeland()
    poll = files.general[57][0]
    poll.electorate = 61751
    files.by_elections[56][0].candidates = [
        *files.by_elections[56][0].candidates[:1],
        *poll.candidates[1:],
    ]
    files.general[59][0].candidates = files.general[59][0].candidates[::-1]
    report = run_import("psephology", files.write(tmp_path / "data"), written.target)
    changes = {(c.pack, c.file): (c.added, c.removed, c.changed) for c in report.changes}
    assert changes["general-election-2017", "contests.csv"] == (0, 0, 1)
    assert changes["by-elections-2011-2026", "contests.csv"] == (0, 0, 1)
    assert changes["by-elections-2011-2026", "candidacies.csv"] == (1, 1, 1)
    assert ("general-election-2010", "candidacies.csv") not in changes
    assert ("general-election-2024", "candidacies.csv") not in changes
    first = {(c.pack, c.file): c for c in written.report.files}
    assert first["general-election-2010", "candidacies.csv"].added == 3


def test_an_unknown_importer_names_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(SourceFault, match="psephology"):
        run_import("nothing", tmp_path, tmp_path)
    assert "psephology" in IMPORTERS


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    source = copeland().write(tmp_path / "data")
    (source / RESULTS / "57/general-election/candidacies.csv").unlink()
    with pytest.raises(SourceFault, match=r"candidacies\.csv.*57"):
        run_import("psephology", source, tmp_path / "packs")


def test_a_figure_that_is_none_is_named_with_its_row(tmp_path: Path) -> None:
    source = copeland().write(tmp_path / "data")
    path = source / RESULTS / "57/general-election/candidacies.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("19367", "many"), encoding="utf-8")
    with pytest.raises(SourceFault, match=r"57/general-election/candidacies\.csv, row 2: .*many"):
        run_import("psephology", source, tmp_path / "packs")


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    source = copeland().write(tmp_path / "data")
    path = source / RESULTS / "56/by-elections/constituencies.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("Valid votes", "Votes cast"), encoding="utf-8")
    with pytest.raises(SourceFault, match=r"56/by-elections/constituencies\.csv, row 1: no column 'Valid votes'"):
        run_import("psephology", source, tmp_path / "packs")


@pytest.mark.parametrize(("file", "found"), [("candidacies.csv", "no candidacies"), ("constituencies.csv", "without")])
def test_files_that_do_not_belong_together(tmp_path: Path, file: str, found: str) -> None:
    source = copeland().write(tmp_path / "data")
    (source / RESULTS / "57/general-election" / file).write_text("", encoding="utf-8")
    with pytest.raises(SourceFault, match=found):
        run_import("psephology", source, tmp_path / "packs")
