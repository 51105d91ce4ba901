"""What marks a compiled file, and what its version is made of; light enough to be known at every start."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

APPLICATION_ID = 0x48757374
"""Marks a file as ours in its header ("Hust")."""

_PARTS = ("building", "checks", "loading", "models", "fold.py")


def recipe_files() -> list[Path]:
    """The program's own files that decide what is compiled from given packs, in a fixed order."""
    root = Path(__file__).resolve().parent.parent
    found: list[Path] = []
    for part in _PARTS:
        path = root / part
        found.extend([path] if path.is_file() else _sources(path.rglob("*")))
    return sorted(found)


def _sources(paths: Iterable[Path]) -> list[Path]:
    return [path for path in paths if path.suffix in {".py", ".sql"}]


def recipe() -> bytes:
    """All of ``recipe_files``: a change of the schema can never be served by a file compiled before it."""
    return b"\0".join(path.read_bytes() for path in recipe_files())
