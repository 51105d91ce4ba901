"""The cache folder: compiled files named by what they were built from, and receipts that find them in a moment.

A receipt is named after the sizes and times of the files a build depends on, so that an unchanged start reads no
pack at all. It keeps the size and time of the compiled file as well: a file that something else wrote to since is
looked through before it is used. No lock is needed: two processes that build at once write the same facts, each to
a file of its own, and the last to move it into place wins.
"""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
import time
from collections.abc import Iterable
from contextlib import closing, suppress
from hashlib import blake2b
from pathlib import Path

from knowledge.building.mark import APPLICATION_ID

_UNFINISHED = ".unfinished"
_UNFINISHED_FOR = 600.0
"""Seconds after which a file that a build left behind is no longer being written."""
_KEPT = 3
"""How many compiled files stay; others are of packs or programs that are gone."""


def quick_key(files: Iterable[Path]) -> str:
    """A hash of path, size and time of each file: equal as long as nothing was changed."""
    digest = blake2b(digest_size=12)
    for file in files:
        status = file.stat()
        digest.update(f"{file}\0{status.st_size}\0{status.st_mtime_ns}\0".encode())
    return digest.hexdigest()


class Cache:
    """The folder in which compiled files are kept."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def file(self, version: str) -> Path:
        """Where the compiled file of that version is or would be."""
        return self.folder / f"knowledge-{version}.sqlite3"

    def find(self, key: str) -> Path | None:
        """The compiled file that the receipt of ``key`` names, if it is as it was written."""
        try:
            receipt = json.loads(self._receipt(key).read_text(encoding="utf-8"))
            file = self.folder / str(receipt["file"])
            status = file.stat()
            untouched = [status.st_size, status.st_mtime_ns] == [receipt["size"], receipt["time"]]
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return file if untouched else None

    def sound(self, version: str) -> Path | None:
        """The compiled file of that version if it is there and SQLite finds no damage, which takes a while."""
        file = self.file(version)
        if not file.is_file():
            return None
        try:
            with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as database:
                marked = database.execute("pragma application_id").fetchone()[0] == APPLICATION_ID
                held = database.execute("select value from meta where key = 'version'").fetchone()
                found = database.execute("pragma quick_check(1)").fetchone()[0]
        except sqlite3.Error:
            return None
        return file if marked and held == (version,) and found == "ok" else None

    def remember(self, key: str, file: Path) -> None:
        """Write the receipt that leads from ``key`` to ``file``. Not being able to is no error: it only costs time."""
        with suppress(OSError):
            status = file.stat()
            receipt = {"file": file.name, "size": status.st_size, "time": status.st_mtime_ns}
            self._write(self._receipt(key), json.dumps(receipt).encode())

    def save(self, version: str, database: sqlite3.Connection) -> Path:
        """Copy ``database`` into the folder. Raises ``OSError`` or ``sqlite3.Error`` where that cannot be done."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self._sweep()
        file = self.file(version)
        unfinished = self._new_unfinished()
        try:
            with closing(sqlite3.connect(unfinished)) as copy:
                # Nobody reads the file before it is whole, so there is nothing to roll back.
                copy.execute("pragma journal_mode = off")
                copy.execute("pragma synchronous = off")
                database.backup(copy)
            with unfinished.open("rb+") as written:
                os.fsync(written.fileno())
            unfinished.replace(file)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
        return file

    def _receipt(self, key: str) -> Path:
        return self.folder / f"{key}.receipt.json"

    def _write(self, file: Path, content: bytes) -> None:
        unfinished = self._new_unfinished()
        try:
            unfinished.write_bytes(content)
            unfinished.replace(file)
        except OSError:
            unfinished.unlink(missing_ok=True)
            raise

    def _new_unfinished(self) -> Path:
        handle, name = tempfile.mkstemp(suffix=_UNFINISHED, dir=self.folder)
        os.close(handle)
        return Path(name)

    def _sweep(self) -> None:
        """Remove what killed builds left, and compiled files of packs that have since changed."""
        long_ago = time.time() - _UNFINISHED_FOR
        self._remove(file for file in self.folder.glob(f"*{_UNFINISHED}") if _time(file) < long_ago)
        compiled = sorted(self.folder.glob("knowledge-*.sqlite3"), key=_time, reverse=True)
        self._remove(compiled[_KEPT - 1 :])
        receipts = sorted(self.folder.glob("*.receipt.json"), key=_time, reverse=True)
        self._remove(receipts[4 * _KEPT :])

    def _remove(self, files: Iterable[Path]) -> None:
        for file in files:
            # Another process may hold it open (which matters on Windows) or have removed it already.
            with suppress(OSError):
                file.unlink(missing_ok=True)


def _time(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0
