"""Names offered while they are typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from knowledge.fold import fold
from knowledge.queries.suggesting import Named, names_of, starting_with

if TYPE_CHECKING:
    from bot.service import CompletionKind
    from knowledge.store.store import Store

_CUTOFF = 70
"""Resemblance, of 100, that a name must have to be offered where nothing begins with what was typed."""


@dataclass(frozen=True, slots=True)
class Completion:
    """A name offered: how it is shown, and what stands for it (``seat:copeland``)."""

    label: str
    value: str


def complete(store: Store, kind: CompletionKind, typed: str, limit: int = 25) -> Sequence[Completion]:
    """Names of ``kind`` that begin with what was typed, then those with a word that does, then those like it."""
    key = fold(typed)
    found: dict[str, Completion] = {}
    for name in starting_with(store, kind, key, limit):
        found.setdefault(name.value, Completion(name.label, name.value))
    if not found and key:
        names = names_of(store, kind)
        close = process.extract(
            key, [name.key for name in names], scorer=fuzz.WRatio, score_cutoff=_CUTOFF, limit=limit
        )
        for _, _, at in close:
            found.setdefault(names[at].value, Completion(names[at].label, names[at].value))
    return list(found.values())[:limit]


__all__ = ["Completion", "Named", "complete"]
