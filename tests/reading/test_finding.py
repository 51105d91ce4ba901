"""Damaged names are found, and none is silently taken for another."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from benchmarks.damage import Damaged, damage
from bot.reading.finding import NameIndex
from knowledge.store.store import Store

_JOINING = frozenset(["and", "the", "of", "upon", "on", "in", "le", "by", "under", "a"])
_EACH = 40


def _held(store: Store, kind: str) -> dict[str, frozenset[str]]:
    rows = store.fetch("SELECT key, ref FROM names WHERE kind = ? AND form <> 'surname'", (kind,))
    refs: dict[str, set[str]] = {}
    for key, ref in rows:
        refs.setdefault(key, set()).add(ref)
    return {key: frozenset(found) for key, found in refs.items()}


@pytest.fixture(scope="module", params=["seat", "person"])
def names(store: Store, request: pytest.FixtureRequest) -> dict[str, frozenset[str]]:
    return _held(store, request.param)


def _damaged(store: Store, names: dict[str, frozenset[str]]) -> Iterator[Damaged]:
    every = frozenset(key for (key,) in store.fetch("SELECT DISTINCT key FROM names"))
    rng = random.Random(20170223)
    sample = dict(rng.sample(sorted(names.items()), min(len(names), 1500)))
    yield from damage(sample, list(names), every, _EACH, rng)


def test_every_name_finds_itself(names: dict[str, frozenset[str]]) -> None:
    index = NameIndex(names, _JOINING)
    for key in names:
        match = index.find(key)
        assert match is not None
        assert (match.key, match.sure) == (key, True)


def test_damaged_names_are_found_and_none_is_silently_another(store: Store, names: dict[str, frozenset[str]]) -> None:
    index = NameIndex(names, _JOINING)
    missed, wrong, count = [], [], 0
    for one in _damaged(store, names):
        count += 1
        match = index.find(" ".join(one.typed.casefold().replace("-", " ").replace("'", "").replace(",", " ").split()))
        if match is None or not one.meant & {r for key in (match.key, *match.others) for r in names[key]}:
            missed.append(one)
        if match is not None and match.sure and not one.meant & names[match.key]:
            wrong.append(one)
    assert wrong == []
    assert len(missed) <= 0.02 * count


@pytest.mark.parametrize("typed", ["atlantis", "zzzz qqqq", "x", "ohio", "paris"])
def test_what_is_like_no_name_is_found_as_none(names: dict[str, frozenset[str]], typed: str) -> None:
    match = NameIndex(names, _JOINING).find(typed)
    assert match is None or not match.sure
