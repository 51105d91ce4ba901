"""The cache folder: compiled files, and receipts that find them in a moment.

A compiled file is named after the hash of what it was built from and the hash of itself, so that any damage shows. A
receipt is named after the sizes and times of the files a build depends on, so that an unchanged start reads no pack
and hashes nothing; it keeps size and time of the compiled file, and one that was written to since is hashed before it
is used. No lock is needed: two processes that build at once write the same facts, each to a file of its own, and the
last to move it into place wins.
"""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
import time
from collections.abc import Iterable
from contextlib import closing, suppress
from hashlib import blake2b, file_digest
from pathlib import Path

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
        """A compiled file of that version that is byte for byte as it was written, which takes reading it."""
        with suppress(OSError):
            for file in self.folder.glob(f"knowledge-{version}-*.sqlite3"):
                if file.name == _name(version, file):
                    return file
        return None

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
        unfinished = self._new_unfinished()
        try:
            with closing(sqlite3.connect(unfinished)) as copy:
                # Nobody reads the file before it is whole, so there is nothing to roll back.
                copy.execute("pragma journal_mode = off")
                copy.execute("pragma synchronous = off")
                database.backup(copy)
            with unfinished.open("rb+") as written:
                os.fsync(written.fileno())
            return unfinished.replace(self.folder / _name(version, unfinished))
        except BaseException:
            # Also when the user stops it: nothing half-written stays behind.
            self._remove([unfinished])
            raise

    def _receipt(self, key: str) -> Path:
        return self.folder / f"{key}.receipt.json"

    def _write(self, file: Path, content: bytes) -> None:
        unfinished = self._new_unfinished()
        try:
            unfinished.write_bytes(content)
            unfinished.replace(file)
        except OSError:
            self._remove([unfinished])
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


def _name(version: str, file: Path) -> str:
    with file.open("rb") as content:
        return f"knowledge-{version}-{file_digest(content, _short_hash).hexdigest()}.sqlite3"


def _short_hash() -> blake2b:
    return blake2b(digest_size=12)


def _time(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0
