"""``python -m knowledge.store CACHE PACKS...`` builds in a process of its own; see ``open_store``."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

from knowledge.errors import KnowledgeError
from knowledge.store.opening import build
from knowledge.store.paths import KnowledgePaths


def main(cache: str, *packs: str) -> int:
    """0 where the compiled file is in its place, else 1 without a word: the process that asked will meet the reason."""
    try:
        build(KnowledgePaths(tuple(map(Path, packs)), Path(cache)))
    except (KnowledgeError, OSError, sqlite3.Error, KeyboardInterrupt):
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
