"""Places in a ranking, whatever is ranked: ties share one, and a limit takes its ties along."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from knowledge.facts.ranking import Ranked, RankedTotal

_Row = TypeVar("_Row", Ranked, RankedTotal)


def placed(rows: list[_Row]) -> list[_Row]:
    """Rows in order with their places; ties share one."""
    found: list[_Row] = []
    for index, each in enumerate(rows):
        tie = bool(found) and found[-1].value == each.value
        found.append(replace(each, place=found[-1].place if tie else index + 1))
    return found


def asked(rows: list[_Row], nth: int | None, limit: int) -> list[_Row]:
    """Of placed rows those up to the limit with its ties, or those that share the nth place."""
    wanted = nth or limit
    if len(rows) < wanted:
        return [] if nth else rows
    value = rows[wanted - 1].value
    if nth is not None:
        return [each for each in rows if each.value == value]
    return [each for index, each in enumerate(rows) if index < wanted or each.value == value]
