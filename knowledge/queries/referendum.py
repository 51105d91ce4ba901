"""The result of a referendum, in the whole or in one counting area."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Any

from rapidfuzz import fuzz, process

from knowledge.facts.country import CountFact, ReferendumArea, ReferendumFacts
from knowledge.fold import fold
from knowledge.query import ReferendumQuery
from knowledge.store.store import Store

_COUNTS = """
select area, area_kind, option, votes, share, electorate, turnout, rejected, source
from referendum_counts where referendum = ? and {where} order by area, votes desc, share desc
"""
_NEAR = 70


def run_referendum(store: Store, query: ReferendumQuery) -> ReferendumFacts | None:
    """The referendum that ``query`` names, or None where it is not held."""
    held = store.fetch(
        "select id, date, title, question, outcome, area from referendums where id = ?", (query.referendum,)
    )
    if not held:
        return None
    identity, day, title, question, outcome, whole_area = held[0]
    whole = _areas(store, identity, "area_kind = 'whole'", ())
    area: ReferendumArea | None = None
    near: tuple[str, ...] = ()
    held_areas = store.fetch(
        "select distinct area, area_kind from referendum_counts where referendum = ? and area_kind <> 'whole'",
        (identity,),
    )
    names = [row[0] for row in held_areas]
    counted = [row[0] for row in held_areas if row[1] == "counting-area"]
    asked = query.area if query.area is not None and not _same(query.area, whole_area, whole) else None
    if asked is not None:
        name = next((name for name in names if fold(name) == fold(asked)), None)
        if name is None:
            near = _near(asked, names)
        else:
            area = _areas(store, identity, "area = ? and area_kind <> 'whole'", (name,))
    return ReferendumFacts(
        id=identity,
        day=date.fromisoformat(day),
        title=title,
        question=question,
        outcome=outcome,
        whole=whole,
        area=area,
        asked_area=asked,
        areas_held=len(counted),
        near=near,
    )


def _same(asked: str, whole_area: str, whole: ReferendumArea | None) -> bool:
    return fold(asked) in {fold(whole_area), fold(whole.area) if whole else "", "uk", "united kingdom"}


def _near(asked: str, names: list[str]) -> tuple[str, ...]:
    found = process.extract(
        fold(asked), names, processor=fold, scorer=fuzz.token_set_ratio, score_cutoff=_NEAR, limit=5
    )
    return tuple(name for name, _, _ in found)


def _areas(store: Store, referendum: str, where: str, params: tuple[str, ...]) -> ReferendumArea | None:
    rows = store.fetch(_COUNTS.format(where=where), (referendum, *params))
    for name, group in groupby(rows, key=lambda row: row[0]):
        area = list(group)
        first = area[0]
        return ReferendumArea(
            area=name,
            kind=first[1],
            counts=_counts(area),
            electorate=first[5],
            turnout=first[6],
            rejected=first[7],
            source=first[8],
        )
    return None


def _counts(rows: Sequence[Sequence[Any]]) -> tuple[CountFact, ...]:
    """The options with their shares: of the votes where all are held, for published shares are rounded already."""
    votes = [row[3] for row in rows]
    total = None if None in votes else sum(votes)
    return tuple(CountFact(row[2], row[3], row[3] / total if total else row[4]) for row in rows)
