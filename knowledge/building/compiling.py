"""From packs to a compiled database in memory."""

from __future__ import annotations

import gc
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from itertools import count

from knowledge.building import derive
from knowledge.building.mark import APPLICATION_ID
from knowledge.building.staging import check, stage
from knowledge.errors import Fault, PackFaults
from knowledge.loading.folders import PackBytes
from knowledge.models.tables import TABLES

Progress = Callable[[int, int, str], None]
"""Told of each step done: how many, of how many, and its name."""


def no_progress(done: int, total: int, label: str) -> None:
    """Show nothing."""


def find_faults(packs: Sequence[PackBytes], progress: Progress = no_progress) -> list[Fault]:
    """Every fault of ``packs``, in the order of packs, files and lines."""
    names = count(1)
    with _without_garbage_collection():
        staged = stage(packs, lambda name: progress(next(names), len(packs), name))
        with closing(staged.database):
            return sorted(check(staged))


def compile_packs(packs: Sequence[PackBytes], version: str, progress: Progress = no_progress) -> sqlite3.Connection:
    """Compile ``packs`` into a database in memory, marked with ``version``, the hash of what it was built from.

    Raises ``PackFaults`` with every fault of every pack.
    """
    total = len(packs) + 1 + derive.steps()
    done = count(1)
    with _without_garbage_collection():
        staged = stage(packs, lambda name: progress(next(done), total, name))
        faults = check(staged)
        if faults:
            staged.database.close()
            raise PackFaults(faults)
        progress(next(done), total, "checks")
        for label in derive.derive(staged.database):
            progress(next(done), total, label)
        _write_meta(staged.database, version)
    return staged.database


def _write_meta(database: sqlite3.Connection, version: str) -> None:
    counts = {f"count_{table}": database.execute(f"select count(*) from {table}").fetchone()[0] for table in TABLES}
    built = datetime.now(UTC).isoformat(timespec="seconds")
    meta = {"version": version, "built_at": built, **counts}
    database.execute("create table meta (key text primary key, value text not null) without rowid")
    database.executemany("insert into meta values (?, ?)", [(key, str(value)) for key, value in meta.items()])
    database.execute(f"pragma application_id = {APPLICATION_ID}")


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Rows make no cycles; looking for some among hundreds of thousands doubles the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
