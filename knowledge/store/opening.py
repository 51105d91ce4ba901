"""Opening the knowledge base, building it first where nothing compiled is at hand."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import suppress
from pathlib import Path

from knowledge.building.mark import recipe, recipe_files
from knowledge.errors import DamagedStoreError
from knowledge.loading.folders import content_hash, pack_files, pack_folders, read_packs
from knowledge.store.cache import Cache, quick_key
from knowledge.store.paths import KnowledgePaths
from knowledge.store.store import Store


def open_store(paths: KnowledgePaths | None = None) -> Store:
    """The store of the packs that ``paths`` (or the environment) names.

    An unchanged start takes milliseconds. Else the packs are compiled and kept for the next start; where the cache
    folder cannot be written, one sentence on stderr says so and the compiled facts stay in memory.
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
    return _open_by_content(paths, cache, key)


def _inputs(paths: KnowledgePaths) -> list[Path]:
    files = [file for folder in pack_folders(paths.packs) for file in pack_files(folder)]
    return [*files, *recipe_files()]


def _open_by_content(paths: KnowledgePaths, cache: Cache, key: str) -> Store:
    packs = read_packs(paths.packs)
    version = content_hash(packs, recipe())
    file = cache.sound(version)
    if file:
        cache.remember(key, file)
        return Store.open(file)
    # Imported only where something is built: models and checks cost an ordinary start nothing.
    from knowledge.building.compiling import compile_packs
    from knowledge.building.progress import show_progress

    with show_progress() as progress:
        database = compile_packs(packs, version, progress)
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
