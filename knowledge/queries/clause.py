"""Conditions in SQL with their parameters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

_GREAT_BRITAIN = ("england", "scotland", "wales")
_NATIONS = frozenset({*_GREAT_BRITAIN, "northern-ireland", "ireland", "universities"})
"""Ids of areas that stand in the column ``nation``; all others are regions. One column has one index to go by."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A condition and the values of its marks, in order."""

    sql: str
    params: tuple[Any, ...] = ()


@dataclass(slots=True)
class Conjunction:
    """Conditions joined by "and", gathered one by one."""

    parts: list[str] = field(default_factory=list)
    params: list[Any] = field(default_factory=list)

    def add(self, sql: str, params: Iterable[Any] = ()) -> None:
        """Add one condition."""
        self.parts.append(sql)
        self.params.extend(params)

    def among(self, column: str, values: Sequence[Any]) -> None:
        """Add that ``column`` is one of ``values``; nothing where there are none."""
        if values:
            self.add(f"{column} IN ({marks(values)})", values)

    def within(self, alias: str, areas: Sequence[str]) -> None:
        """Add that the row ``alias`` lies in one of the areas; nothing for none or the whole country."""
        if not areas or "united-kingdom" in areas:
            return
        named = [a for a in areas if a != "great-britain"]
        if "great-britain" in areas:
            named.extend(_GREAT_BRITAIN)
        nations = [area for area in named if area in _NATIONS]
        regions = [area for area in named if area not in _NATIONS]
        parts = [
            f"{alias}.{column} IN ({marks(values)})"
            for column, values in (("nation", nations), ("region", regions))
            if values
        ]
        self.add(parts[0] if len(parts) == 1 else f"({' OR '.join(parts)})", (*nations, *regions))

    def clause(self) -> Clause:
        """All of them as one."""
        return Clause(" AND ".join(self.parts) or "1", tuple(self.params))


def marks(values: Sequence[Any]) -> str:
    """As many parameter marks as there are values."""
    return ", ".join("?" * len(values))
