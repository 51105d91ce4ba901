"""Names by their beginning, for completion while typing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from knowledge.store.store import Store

Kind = Literal["seat", "person", "party", "election", "explainer", "speaker"]


class Named(NamedTuple):
    """A name: folded, as shown, and as it stands in a question."""

    key: str
    label: str
    value: str


_NAMES = """
SELECT key, label FROM names WHERE kind = :kind AND form <> 'surname' AND (:key = '' OR key >= :key AND key < :end
 OR key LIKE :inside)
ORDER BY NOT (key >= :key AND key < :end), form <> 'exact', key LIMIT :limit
"""
_SPEAKERS = (
    "SELECT DISTINCT lower(speaker), speaker FROM quotes WHERE lower(speaker) LIKE '%' || :key || '%' ORDER BY 2"
)
_ELECTIONS = """
SELECT lower(name), name FROM elections WHERE kind <> 'notional' AND lower(name) LIKE '%' || :key || '%'
ORDER BY kind <> 'general', date DESC LIMIT :limit
"""


def starting_with(store: Store, kind: Kind, key: str, limit: int) -> list[Named]:
    """Names of ``kind`` that begin with ``key``, then those with a later word that does."""
    if kind == "speaker":
        rows = store.fetch(_SPEAKERS, {"key": key})
    elif kind == "election":
        rows = store.fetch(_ELECTIONS, {"key": key, "limit": limit})
    else:
        wanted = {"kind": kind, "key": key, "end": f"{key}\uffff", "inside": f"% {key}%", "limit": limit}
        rows = store.fetch(_NAMES, wanted)
    return [Named(folded, label, label) for folded, label in rows][:limit]


def names_of(store: Store, kind: Kind) -> list[Named]:
    """Every name of ``kind``."""
    return starting_with(store, kind, "", 100_000)
