"""The errors of the knowledge base: each is one that a person can act upon."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class KnowledgeError(Exception):
    """Base of all errors that reading, building or opening the knowledge base raises on purpose."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong with a pack, precise enough to be mended without searching."""

    pack: str
    """Name of the pack's folder."""
    file: str
    line: int
    """Line of the file on which the row begins, from 1; 0 where the whole file or pack is meant."""
    field: str
    """The column or key, empty where the whole row is meant."""
    expected: str
    """What would have been right, as the rest of "expected ..."."""
    found: str = ""
    """What stands there, as text; empty where nothing does."""

    def __str__(self) -> str:
        place = f"{self.pack}/{self.file}" + (f":{self.line}" if self.line else "")
        field = f" {self.field}:" if self.field else ""
        found = f", found {self.found!r}" if self.found else ""
        return f"{place}:{field} expected {self.expected}{found}"


_TOLD = 30


class PackFaults(KnowledgeError):  # noqa: N818 - it is about the faults, not one error
    """Every fault of every pack at once: all are on ``faults``, the text tells the first of them."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(sorted(faults))
        super().__init__(f"{len(self.faults)} fault{'s' * (len(self.faults) != 1)} in the packs")

    def __str__(self) -> str:
        lines = [f"{self.args[0]}:", *map(str, self.faults[:_TOLD])]
        if len(self.faults) > _TOLD:
            lines.append(f"... and {len(self.faults) - _TOLD} more; `hustings knowledge check` lists them all")
        return "\n".join(lines)


class DamagedStoreError(KnowledgeError):
    """The compiled file cannot be read; it has to be built again."""
