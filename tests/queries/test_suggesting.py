"""Names offered while they are typed, from the real facts."""

from __future__ import annotations

import pytest

from bot.answering.completing import complete
from bot.service import CompletionKind
from knowledge.store.store import Store


@pytest.mark.parametrize(
    ("kind", "typed", "label", "value"),
    [
        ("seat", "cope", "Copeland", "seat:copeland"),
        ("seat", "Stoke-on-Trent C", "Stoke-on-Trent Central", "seat:stoke-on-trent-central"),
        ("seat", "birmingam", "Birmingham Edgbaston", "seat:birmingham-edgbaston"),
        ("person", "corb", "Jeremy Corbyn (Islington North, 2024)", "person:mnis-185"),
        ("person", "jeremy corb", "Jeremy Corbyn (Islington North, 2024)", "person:mnis-185"),
        ("party", "lab", "Labour", "party:labour"),
        ("party", "", "Conservative", "party:conservative"),
        ("election", "2017", "2017 general election", "election:parl.2017-06-08"),
        ("election", "", "2024 general election", "election:parl.2024-07-04"),
        ("explainer", "swi", "swing", "explainer:swing"),
        ("speaker", "may", "Theresa May", "speaker:mnis-8"),
    ],
)
def test_the_likeliest_name_comes_first(store: Store, kind: CompletionKind, typed: str, label: str, value: str) -> None:
    first = complete(store, kind, typed)[0]
    assert (first.label, first.value) == (label, value)


def test_people_of_one_name_are_told_apart(store: Store) -> None:
    found = complete(store, "person", "niko omilana")
    assert len({name.value for name in found}) == len({name.label for name in found}) == 11


def test_a_seat_of_today_comes_before_one_of_long_ago(store: Store) -> None:
    found = [name.label for name in complete(store, "seat", "stoke")]
    assert found.index("Stoke-on-Trent South") < found.index("Stoke Newington")


@pytest.mark.parametrize("kind", ["seat", "person", "party", "election", "explainer", "speaker"])
@pytest.mark.parametrize("typed", ["", "a", "%", "qqqqqq", "'; drop table names", "\x00", "ŵ" * 100])
def test_anything_can_be_typed(store: Store, kind: CompletionKind, typed: str) -> None:
    found = complete(store, kind, typed, 25)
    assert len(found) <= 25
    assert all(name.value.startswith(f"{kind}:") for name in found)
