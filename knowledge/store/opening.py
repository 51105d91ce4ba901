"""Opening the knowledge base, building it first where nothing compiled is at hand."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path

from knowledge.building.mark import recipe, recipe_files
from knowledge.errors import DamagedStoreError
from knowledge.loading.folders import PackBytes, content_hash, pack_files, pack_folders, read_packs
from knowledge.store.cache import Cache, quick_key
from knowledge.store.paths import KnowledgePaths
from knowledge.store.store import Store


def open_store(paths: KnowledgePaths | None = None, *, apart: bool = False) -> Store:
    """The store of the packs that ``paths`` (or the environment) names.

    An unchanged start takes milliseconds. Else the packs are compiled and kept for the next start; where the cache
    folder cannot be written, one sentence on stderr says so and the compiled facts stay in memory. A program that
    runs for long has them compiled ``apart``, by a process whose memory is gone when it is done.
    Raises ``PackFaults`` where packs are faulty and ``KnowledgeError`` where a folder of packs is missing.
    """
    paths = paths or KnowledgePaths.from_environment()
    cache = Cache(paths.cache)
    key = quick_key(_inputs(paths))
    file = cache.find(key)
    if file:
        # Damage that left size and time alone, as a failing disk does, may show only here. The file is then gone.
        with suppress(DamagedStoreError):
            return Store.open(file)
    packs = read_packs(paths.packs)
    version = content_hash(packs, recipe())
    file = cache.sound(version)
    if file is None and apart and _build_apart(paths):
        file = cache.sound(version)
    if file is None:
        return _build(packs, version, cache, key)
    cache.remember(key, file)
    return Store.open(file)


def build(paths: KnowledgePaths) -> None:
    """Compile the packs and keep the result.

    Raises ``KnowledgeError`` where packs are faulty or missing, ``OSError`` or ``sqlite3.Error`` where the cache
    cannot be written.
    """
    packs = read_packs(paths.packs)
    version = content_hash(packs, recipe())
    with closing(_compile(packs, version)) as database:
        Cache(paths.cache).save(version, database)


def _inputs(paths: KnowledgePaths) -> list[Path]:
    files = [file for folder in pack_folders(paths.packs) for file in pack_files(folder)]
    return [*files, *recipe_files()]


def _build(packs: Sequence[PackBytes], version: str, cache: Cache, key: str) -> Store:
    database = _compile(packs, version)
    try:
        file = cache.save(version, database)
        store = Store.open(file)
    except (OSError, sqlite3.Error, DamagedStoreError) as error:
        sys.stderr.write(
            f"The cache folder {cache.folder} cannot be written ({error}), so the knowledge base is built again at "
            "every start; HUSTINGS_CACHE can name another folder.\n"
        )
        return Store(database)
    cache.remember(key, file)
    database.close()
    return store


def _compile(packs: Sequence[PackBytes], version: str) -> sqlite3.Connection:
    # Imported only where something is built: models and checks cost an ordinary start nothing.
    from knowledge.building.compiling import compile_packs
    from knowledge.building.progress import show_progress

    with show_progress() as progress:
        return compile_packs(packs, version, progress)


def _build_apart(paths: KnowledgePaths) -> bool:
    """Have another process build. Whatever keeps it from that will be met, and told, by this one."""
    command = [sys.executable, "-m", "knowledge.store", str(paths.cache), *map(str, paths.packs)]
    try:
        return subprocess.run(command, check=False, stdin=subprocess.DEVNULL).returncode == 0
    except OSError:
        return False
