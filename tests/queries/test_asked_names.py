"""Names as typed against names held."""

from __future__ import annotations

import pytest

from knowledge.queries.asked_names import means


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("eden", "Anthony Eden"),
        ("starmers", "Keir Starmer"),
        ("Starmer's", "Keir Starmer"),
        ("thatchers", "Margaret Thatcher"),
        ("Margaret Thatcher", "Margaret Thatcher"),
        ("home", "Alec Douglas-Home"),
        ("lloyd george", "David Lloyd George"),
        ("macdonald", "Ramsay MacDonald"),
        ("Bonar Law", "Bonar Law"),
    ],
)
def test_it_means_them(asked: str, name: str) -> None:
    assert means(asked, name)


@pytest.mark.parametrize(
    ("asked", "name"),
    [("", "Keir Starmer"), ("keir", "Keir Starmer"), ("edward eden", "Anthony Eden"), ("wil", "Harold Wilson")],
)
def test_it_does_not(asked: str, name: str) -> None:
    assert not means(asked, name)
