"""Where packs are read from and where the compiled file is kept."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path

from knowledge.loading.folders import shipped_packs, split_folders


@dataclass(frozen=True, slots=True)
class KnowledgePaths:
    """The folders that the knowledge base is made from and kept in."""

    packs: tuple[Path, ...]
    """Folders of packs, or packs themselves, in order."""
    cache: Path
    """Folder of the compiled file; it need not exist."""

    @classmethod
    def of(cls, *, more_packs: tuple[Path, ...] = (), cache: Path | None = None) -> KnowledgePaths:
        """The packs that come with the program and ``more_packs``; the user's own cache folder by default."""
        more = tuple(folder.expanduser() for folder in more_packs)
        return cls((shipped_packs(), *more), (cache or user_cache_path("hustings", appauthor=False)).expanduser())

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> KnowledgePaths:
        """As ``HUSTINGS_PACKS`` (folders separated as in ``PATH``) and ``HUSTINGS_CACHE`` say."""
        cache = environment.get("HUSTINGS_CACHE", "")
        return cls.of(
            more_packs=split_folders(environment.get("HUSTINGS_PACKS", "")),
            cache=Path(cache) if cache else None,
        )
