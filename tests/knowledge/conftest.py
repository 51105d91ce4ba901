"""Fixtures: tiny packs built in a folder of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.store.opening import open_store
from knowledge.store.paths import KnowledgePaths
from knowledge.store.store import Store
from tests.knowledge.tiny import write_pack


@pytest.fixture
def paths(tmp_path: Path) -> KnowledgePaths:
    """The tiny pack and an empty cache."""
    write_pack(tmp_path / "packs")
    return KnowledgePaths((tmp_path / "packs",), tmp_path / "cache")


@pytest.fixture
def tiny(paths: KnowledgePaths) -> Iterator[Store]:
    """A store built from the tiny pack."""
    with open_store(paths) as store:
        yield store
