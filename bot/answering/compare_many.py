"""What many sides of a comparison have in common, said once, and their order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from bot.answering.compare_sides import Column
from knowledge.query import Measure

_AT = " at "


def common_end(held: Sequence[Column]) -> str:
    """What all titles end in: `` at the 2024 general election``; nothing where they share no election."""
    backwards = zip(*(reversed(column.title) for column in held), strict=False)
    shared = "".join(letters[0] for letters in takewhile(lambda letters: len(set(letters)) == 1, backwards))[::-1]
    at = shared.find(_AT)
    return shared[at:] if at >= 0 else ""


def in_order(held: Sequence[Column], measure: Measure, *, lowest_first: bool) -> list[Column]:
    """The sides by a measure, those without it last."""
    with_it = [column for column in held if measure in column.values]
    without = [column for column in held if measure not in column.values]
    return [*sorted(with_it, key=lambda column: column.values[measure], reverse=not lowest_first), *without]
