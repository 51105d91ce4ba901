"""Names by their beginning, for completion while typing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from knowledge.fold import fold

if TYPE_CHECKING:
    from knowledge.store.store import Store

Kind = Literal["seat", "person", "party", "election", "explainer", "speaker"]


class Named(NamedTuple):
    """A name: folded, as shown, and the id that it stands for, after its kind (``seat:copeland``)."""

    key: str
    label: str
    value: str


_NAMES = """
SELECT min(key), label, ref FROM names WHERE kind = :kind AND form <> 'surname' AND (:key = '' OR key >= :key
 AND key < :end OR key LIKE :inside)
GROUP BY ref ORDER BY NOT max(key >= :key AND key < :end), min(form <> 'exact'), min(key) LIMIT :limit
"""
# Seats that are still fought before those of long ago.
_SEATS = """
SELECT min(key), label, ref FROM names WHERE kind = 'seat' AND (:key = '' OR key >= :key AND key < :end
 OR key LIKE :inside)
GROUP BY ref ORDER BY NOT max(key >= :key AND key < :end),
 (SELECT max(date) FROM contest_facts WHERE seat = ref) < '2010', min(key) LIMIT :limit
"""
# The parties with most votes first: there are hundreds, of which most stood once.
_PARTIES = """
SELECT min(key), label, ref FROM names WHERE kind = 'party' AND (:key = '' OR key >= :key AND key < :end
 OR key LIKE :inside)
GROUP BY ref ORDER BY NOT max(key >= :key AND key < :end),
 (SELECT max(votes) FROM totals WHERE party = ref AND area = 'united-kingdom') DESC, min(key) LIMIT :limit
"""
# By first or family name, through the index alone, whoever won most first. People of one name are told apart by their
# latest contest.
_PEOPLE = """
SELECT key, label || coalesce(' (' || (SELECT seat_name || ', ' || substr(date, 1, 4) FROM candidacy_facts
 WHERE person = ref ORDER BY date DESC LIMIT 1) || ')', ''), ref
FROM (SELECT key, label, ref, (SELECT count(*) FROM candidacy_facts WHERE person = ref AND elected) AS wins
 FROM (SELECT min(key) AS key, label, ref FROM names WHERE key >= :key AND key < :end AND kind = 'person'
  GROUP BY ref LIMIT 500)
 ORDER BY wins DESC, label LIMIT :limit)
"""
_SPEAKERS = "SELECT DISTINCT speaker, person FROM quotes ORDER BY speaker"
_ELECTIONS = """
SELECT lower(name), name, id FROM elections WHERE kind <> 'notional' AND lower(name) LIKE '%' || :key || '%'
ORDER BY kind <> 'general', date DESC LIMIT :limit
"""


def starting_with(store: Store, kind: Kind, key: str, limit: int) -> list[Named]:
    """Names of ``kind`` that begin with ``key``, then those with a later word that does."""
    if kind == "speaker":
        return _speakers(store, key)[:limit]
    if kind == "person" and not key:
        return []
    wanted = {"kind": kind, "key": key, "end": f"{key}\uffff", "inside": f"% {key}%", "limit": limit}
    statement = {"seat": _SEATS, "election": _ELECTIONS, "party": _PARTIES, "person": _PEOPLE}.get(kind, _NAMES)
    return [Named(folded, label, f"{kind}:{ref}") for folded, label, ref in store.fetch(statement, wanted)]


def names_of(store: Store, kind: Kind) -> list[Named]:
    """Every name of ``kind``; of people none, who are too many to be looked through."""
    return starting_with(store, kind, "", 100_000)


def _speakers(store: Store, key: str) -> list[Named]:
    named = [Named(fold(name), name, f"speaker:{person or fold(name)}") for name, person in store.fetch(_SPEAKERS, {})]
    return [name for name in named if key in name.key]
