"""Nations and regions: which make up which, and which are missing from many."""

from __future__ import annotations

from collections.abc import Sequence

NATIONS = ("england", "scotland", "wales", "northern-ireland")
REGIONS = (
    "north-east", "north-west", "yorkshire-and-the-humber", "east-midlands", "west-midlands", "east-of-england",
    "london", "south-east", "south-west",
)  # fmt: skip
"""The regions of England."""
_MANY = 6
"""Areas from which on those that are missing are told more shortly."""


def missing_from(areas: Sequence[str]) -> tuple[str, tuple[str, ...]] | None:
    """Of many areas the whole that they nearly make up and what they lack of it; None where it is no shorter told."""
    held = set(areas)
    if len(held) < _MANY or not held <= {*REGIONS, *NATIONS[1:]}:
        return None
    whole, parts = ("england", REGIONS) if held <= set(REGIONS) else ("united-kingdom", (*REGIONS, *NATIONS[1:]))
    missing = tuple(part for part in parts if part not in held)
    return (whole, missing) if len(missing) < len(held) else None
