"""Finding packs on disk and reading their bytes once, so that what is hashed is what is parsed."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from knowledge.errors import KnowledgeError

HEAD = "pack.toml"
_SUFFIXES = frozenset({".csv", ".toml"})


@dataclass(frozen=True, slots=True)
class PackBytes:
    """A pack as it lies on disk."""

    folder: Path
    files: tuple[tuple[str, bytes], ...]
    """Name and content of each file, by name; ``pack.toml`` is one of them."""

    @property
    def name(self) -> str:
        return self.folder.name


def shipped_packs() -> Path:
    """The folder of the packs that come with the program."""
    return Path(__file__).resolve().parent.parent / "packs"


def split_folders(value: str) -> tuple[Path, ...]:
    """The folders named in a ``HUSTINGS_PACKS`` value, separated as in ``PATH``."""
    return tuple(Path(part) for part in value.split(os.pathsep) if part.strip())


def pack_folders(roots: Sequence[Path]) -> list[Path]:
    """Every pack below ``roots`` in a fixed order; a root may also be a pack itself.

    Raises ``KnowledgeError`` where a root is no folder.
    """
    found: list[Path] = []
    for root in roots:
        if not root.is_dir():
            raise KnowledgeError(f"{root} is not a folder; packs are read from folders that hold a {HEAD} each")
        if (root / HEAD).is_file():
            found.append(root)
        else:
            found.extend(sorted(folder for folder in root.iterdir() if (folder / HEAD).is_file()))
    return found


def pack_files(folder: Path) -> Iterator[Path]:
    """The files of a pack that hold facts, by name; notes and other files are left alone."""
    return iter(sorted(path for path in folder.iterdir() if path.suffix in _SUFFIXES and path.is_file()))


def read_packs(roots: Sequence[Path]) -> list[PackBytes]:
    """Read every pack below ``roots`` into memory."""
    return [
        PackBytes(folder, tuple((path.name, path.read_bytes()) for path in pack_files(folder)))
        for folder in pack_folders(roots)
    ]


def content_hash(packs: Sequence[PackBytes], recipe: bytes) -> str:
    """A hash of what the packs say and of ``recipe``, the version of the code that compiles them."""
    digest = blake2b(recipe, digest_size=12)
    for pack in packs:
        for name, content in pack.files:
            digest.update(f"{pack.name}/{name}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()
