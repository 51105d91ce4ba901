"""The terminal's verbs for those who keep the facts: ``hustings knowledge check|import|build|show|gaps``."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bot.settings import load_settings
from knowledge.store.paths import KnowledgePaths

if TYPE_CHECKING:
    from rich.table import Table

    from knowledge.importers import ImportReport
    from knowledge.store.holdings import Holding

FINE = 0
FAULTY = 1

_PIPED_WIDTH = 400
"""Columns of a table that nobody looks at on a terminal, so that no cell is cut."""

_DETAILS = {"candidates": "every candidate", "parties": "votes by party", "winner": "the winner"}
_KINDS = {"general": "General elections", "by-election": "By-elections", "notional": "Notional results"}


def add_knowledge_parser(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``knowledge`` and its own verbs to the command's."""
    parser = verbs.add_parser("knowledge", help="check, import, build and show the facts")
    own = parser.add_subparsers(dest="knowledge_verb", required=True, metavar="VERB")
    check = own.add_parser("check", help="list every fault of every pack")
    check.add_argument("folders", nargs="*", type=Path, metavar="FOLDER", help="more packs, or folders of packs")
    own.add_parser("build", help="compile the packs now rather than at the next start")
    own.add_parser("show", help="what is held: elections, rows, packs, sources and licences")
    own.add_parser("gaps", help="words that no question explained, the commonest first")
    importing = own.add_parser("import", help="write packs from published files and say what changed")
    importing.add_argument("importer", help="which publication, such as psephology")
    importing.add_argument("source", type=Path, help="the folder of its files")
    importing.add_argument("--into", type=Path, metavar="FOLDER", help="folder of packs to write to")


def run_knowledge(arguments: argparse.Namespace) -> int:
    """Run one of the verbs and return the exit code; 1 where packs are faulty.

    Raises ``KnowledgeError`` where folders are missing or published files cannot be read.
    """
    settings = load_settings()
    paths = KnowledgePaths.of(more_packs=settings.packs, cache=settings.cache)
    verbs: dict[str, Callable[[], int]] = {
        "check": lambda: _check(paths, arguments.folders),
        "build": lambda: _build(paths),
        "show": lambda: _show(paths),
        "gaps": lambda: _gaps(settings.gaps_log),
        "import": lambda: _import(paths, arguments.importer, arguments.source, arguments.into),
    }
    return verbs[arguments.knowledge_verb]()


def _check(paths: KnowledgePaths, folders: list[Path]) -> int:
    from knowledge.building.compiling import find_faults
    from knowledge.building.progress import show_progress
    from knowledge.loading.folders import read_packs

    packs = read_packs([*paths.packs, *folders])
    with show_progress("Checking the packs") as progress:
        faults = find_faults(packs, progress)
    for fault in faults:
        sys.stdout.write(f"{fault}\n")
    found = _counted(len(faults), "fault") if faults else "no faults"
    sys.stdout.write(f"{_counted(len(packs), 'pack')}: {found}\n")
    return FAULTY if faults else FINE


def _gaps(log: Path | None) -> int:
    """The words of the opt-in list, most often met first, each once with how often it was met."""
    from bot.gaps import read_gaps

    if log is None:
        sys.stdout.write("No list is kept: set HUSTINGS_GAPS_LOG to a file to keep one (words only).\n")
        return FINE
    gaps = read_gaps(log) if log.exists() else []
    if not gaps:
        sys.stdout.write(f"{log} holds no words yet.\n")
    for gap in gaps:
        sys.stdout.write(f"{gap.times:6}  {gap.word}\n")
    return FINE


def _build(paths: KnowledgePaths) -> int:
    from knowledge.store.opening import open_store

    started = time.perf_counter()
    with open_store(paths) as store:
        seconds = time.perf_counter() - started
        if store.file:
            size = store.file.stat().st_size / 1024 / 1024
            sys.stdout.write(
                f"{store.file} ({size:.0f} MB, built {store.meta['built_at']}), ready in {seconds:.2f} s\n"
            )
    return FINE


def _show(paths: KnowledgePaths) -> int:
    from rich.console import Console

    from knowledge.store import holdings
    from knowledge.store.opening import open_store

    console = Console(width=None if sys.stdout.isatty() else _PIPED_WIDTH, highlight=False)
    with open_store(paths) as store:
        console.print(_elections(holdings.holdings(store)))
        rows = _table("Held", "Rows", right=["Rows"])
        for table, count in holdings.held_rows(store).items():
            rows.add_row(table.replace("_", " "), f"{count:,}")
        console.print(rows)
        packs = _table("Pack", "Title", "Licence", "As of")
        for pack in holdings.held_packs(store):
            packs.add_row(pack.id, pack.title, pack.licence, pack.as_of.isoformat())
        console.print(packs)
        sources = _table("Source", "Title", "Licence", "As of", "Address")
        for source in holdings.held_sources(store):
            sources.add_row(
                source.publisher, source.title, source.licence, source.as_of.isoformat(), source.address or ""
            )
        console.print(sources)
        console.print(f"Built {store.meta['built_at']} as {store.file or 'facts in memory'}")
    return FINE


def _elections(held: list[Holding]) -> Table:
    numbers = ("Days", "Contests", "Candidacies")
    table = _table("Elections", "From", "To", "Held of each contest", *numbers, right=numbers)
    for one in held:
        table.add_row(
            _KINDS[one.kind],
            one.first.isoformat(),
            one.last.isoformat(),
            _DETAILS[one.detail],
            f"{one.elections:,}",
            f"{one.contests:,}",
            f"{one.candidacies:,}",
        )
    return table


def _table(*columns: str, right: Sequence[str] = ()) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD if sys.stdout.isatty() else None, pad_edge=False, expand=False)
    for column in columns:
        table.add_column(column, justify="right" if column in right else "left", overflow="fold")
    return table


def _import(paths: KnowledgePaths, importer: str, source: Path, into: Path | None) -> int:
    from knowledge.importers import run_import

    report = run_import(importer, source, into or paths.packs[0])
    _tell(report)
    return FINE


def _tell(report: ImportReport) -> None:
    for change in report.changes:
        counts = f"{change.added} added, {change.removed} removed, {change.changed} changed"
        sys.stdout.write(f"{change.pack}/{change.file}: {counts}, {change.rows:,} rows\n")
    for note in report.notes:
        sys.stdout.write(f"note: {note}\n")
    if not report.changes:
        sys.stdout.write(f"{report.importer}: nothing changed in {_counted(len(report.files), 'file')}\n")
    else:
        sys.stdout.write("Run `hustings knowledge check` to see whether the packs hold together.\n")


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
