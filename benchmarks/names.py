"""Looking up damaged names: how many are found, how many are silently taken for another, and how long it takes."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz, process, utils

from benchmarks.damage import Damaged, damage
from benchmarks.timing import Spread, timed
from bot.assistant import build_parts
from bot.reading.outcome import Ask, Read
from bot.reading.reader import Reader
from knowledge.fold import fold
from knowledge.query import Query, Selection, Several
from knowledge.store.store import Store

EACH = 60
"""Damaged names of each sort."""
TODAY = date(2026, 8, 13)

_SEATS = "SELECT DISTINCT name, seat FROM constituencies WHERE boundary_set >= '2010'"
_PEOPLE = """
SELECT DISTINCT name, person FROM candidacy_facts
WHERE person IS NOT NULL AND detail = 'candidates' AND date >= '2010-01-01' AND kind <> 'notional'
"""


_KNOWN = "SELECT DISTINCT key FROM names WHERE kind = ? AND form <> 'surname'"

Pick = Callable[[Selection], Sequence[str]]
"""The ids of one kind in a selection."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a look-up came to: the ids linked to without asking, and those among the choices of asking back."""

    linked: frozenset[str]
    offered: frozenset[str] = frozenset()


Finding = Callable[[str], Found]
"""What a name as typed is taken for."""


@dataclass(frozen=True, slots=True)
class Score:
    """Of damaged names of one sort, in shares of one."""

    sort: str
    count: int
    found: float
    """Linked to rightly, or among the choices."""
    asked: float
    wrong: float
    """Silently linked to something else."""
    naive_found: float
    naive_wrong: float


@dataclass(frozen=True, slots=True)
class Names:
    """Look-ups of one kind of name."""

    kind: str
    total: int
    """How many names are held."""
    scores: tuple[Score, ...]
    times: Spread
    naive_times: Spread
    misses: tuple[str, ...]
    """Some that were not found, and what became of them."""


def measure_names(store: Store, seed: int, each: int = EACH) -> list[Names]:
    """Look up ``each`` damaged seats and people of every sort: by the index of names, and typed as a whole question."""
    reader = build_parts(store, TODAY).reader
    reader.read("copelnd")
    rng = random.Random(seed)
    every = frozenset(key for (key,) in store.fetch("SELECT DISTINCT key FROM names"))
    kinds: Sequence[tuple[str, str, str, Pick]] = (
        ("seats", "seat", _SEATS, lambda where: where.seats),
        ("people", "person", _PEOPLE, lambda where: where.people),
    )
    measured = []
    for title, kind, sql, pick in kinds:
        names = _names(store, sql)
        known = [key for (key,) in store.fetch(_KNOWN, (kind,))]
        damaged = damage(names, known, every, each, rng)
        index = _index(store, kind, reader)
        index("xxxx yyyy")
        measured.append(_measure(title, names, damaged, index))
        measured.append(_measure(f"{title} typed alone as a question", names, damaged, _question(reader, pick)))
    return measured


def _index(store: Store, kind: str, reader: Reader) -> Finding:
    """Look-ups by the reader's index of names of a kind."""
    refs: dict[str, set[str]] = {}
    for key, ref in store.fetch("SELECT key, ref FROM names WHERE kind = ? AND form <> 'surname'", (kind,)):
        refs.setdefault(key, set()).add(ref)
    names = reader.names.seats if kind == "seat" else reader.names.people

    def find(typed: str) -> Found:
        match = names.find(fold(typed))
        if match is None:
            return Found(frozenset())
        if match.sure:
            return Found(frozenset(refs.get(match.key, ())))
        offered = (ref for key in (match.key, *match.others) for ref in refs.get(key, ()))
        return Found(frozenset(), frozenset(offered))

    return find


def _question(reader: Reader, pick: Pick) -> Finding:
    """Look-ups as the reader takes a message that is nothing but the name."""
    return lambda typed: look_up(reader, typed, pick)


def _names(store: Store, sql: str) -> dict[str, frozenset[str]]:
    names: dict[str, set[str]] = {}
    for name, key in store.fetch(sql):
        names.setdefault(name, set()).add(key)
    return {name: frozenset(keys) for name, keys in names.items()}


def _measure(
    kind: str,
    names: dict[str, frozenset[str]],
    damaged: Sequence[Damaged],
    find: Finding,
) -> Names:
    ours = [timed(lambda one=one: find(one.typed)) for one in damaged]  # type: ignore[misc]
    labels = list(names)
    prepared = [utils.default_process(label) for label in labels]

    def naive(typed: str) -> Found:
        match = process.extractOne(utils.default_process(typed), prepared, scorer=fuzz.WRatio)
        return Found(names[labels[match[2]]])

    theirs = [timed(lambda one=one: naive(one.typed)) for one in damaged]  # type: ignore[misc]
    pairs = list(zip(damaged, [found for found, _ in ours], [found for found, _ in theirs], strict=True))
    sorts = dict.fromkeys(one.sort for one in damaged)
    return Names(
        kind=kind,
        total=len(names),
        scores=tuple(_score(sort, [pair for pair in pairs if pair[0].sort == sort]) for sort in sorts),
        times=Spread.of(seconds for _, seconds in ours),
        naive_times=Spread.of(seconds for _, seconds in theirs),
        misses=tuple(_told(one, found) for one, found, _ in pairs if not _right(one, found))[:8],
    )


def look_up(reader: Reader, typed: str, pick: Pick) -> Found:
    """What the reader takes a bare name for."""
    outcome = reader.read(typed)
    if isinstance(outcome, Read):
        return Found(_ids(outcome.query, pick))
    if isinstance(outcome, Ask):
        return Found(frozenset(), frozenset(key for _, query in outcome.options for key in _ids(query, pick)))
    return Found(frozenset())


def _ids(query: Query, pick: Pick) -> frozenset[str]:
    if isinstance(query, Several):
        return frozenset(key for part in query.parts for key in _ids(part, pick))
    where = getattr(query, "where", None)
    return frozenset(pick(where)) if isinstance(where, Selection) else frozenset()


def _right(one: Damaged, found: Found) -> bool:
    return bool(one.meant & (found.linked | found.offered))


def _wrong(one: Damaged, found: Found) -> bool:
    return bool(found.linked) and not one.meant & found.linked


def _score(sort: str, pairs: Sequence[tuple[Damaged, Found, Found]]) -> Score:
    count = len(pairs)
    return Score(
        sort=sort,
        count=count,
        found=sum(_right(one, ours) for one, ours, _ in pairs) / count,
        asked=sum(bool(ours.offered) for _, ours, _ in pairs) / count,
        wrong=sum(_wrong(one, ours) for one, ours, _ in pairs) / count,
        naive_found=sum(_right(one, theirs) for one, _, theirs in pairs) / count,
        naive_wrong=sum(_wrong(one, theirs) for one, _, theirs in pairs) / count,
    )


def _told(one: Damaged, found: Found) -> str:
    became = ", ".join(sorted(found.linked)) or "nothing"
    return f"{one.sort}: {one.typed!r} for {one.name!r} became {became}"
