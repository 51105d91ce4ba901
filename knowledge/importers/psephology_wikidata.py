"""Wikidata ids of members, joined by seat and polling day from the list of all members since 1918."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from knowledge.fold import fold, slug
from knowledge.importers.common import read_optional
from knowledge.importers.psephology_standings import Standing


def members_wikidata(standings: Iterable[Standing], root: Path) -> dict[str, str]:
    """MNIS id -> Wikidata id of everyone elected, where the list has one member of the name from that day on.

    An id that would be two people's is left out.
    """
    rows = read_optional(root / "national/wikidata_mps_1918-2026.csv")
    listed: dict[tuple[str, str], dict[str, str]] = {}
    for row in rows:
        listed.setdefault((row["start"], slug(row["constituencyLabel"])), {})[row["item"]] = row["itemLabel"]
    found: dict[str, str] = {}
    for one in standings:
        if one.mnis and one.raw.votes == max(raw.votes for raw in one.contest.candidacies):
            items = listed.get((str(one.polling_day), one.seat), {})
            alike = [item for item, name in items.items() if _share_a_name(name, one.name)]
            if len(alike) == 1:
                found[one.mnis] = alike[0]
    holders: dict[str, set[str]] = {}
    for mnis, item in found.items():
        holders.setdefault(item, set()).add(mnis)
    return {mnis: item for mnis, item in found.items() if len(holders[item]) == 1}


def _share_a_name(label: str, name: str) -> bool:
    """Labels carry later titles and surnames; first or last name must be there."""
    theirs, ours = fold(label).split(), fold(name).split()
    return ours[-1] in theirs or ours[0] in theirs
