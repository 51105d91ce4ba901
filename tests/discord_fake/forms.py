"""Checking what the client sends as strictly as Discord does, with the path of each fault."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

Json = Any
Path = tuple[str | int, ...]


@dataclass
class Form:
    """A body being checked; ``faults`` collects what is wrong with it, by path."""

    faults: dict[Path, str] = field(default_factory=dict)

    def fault(self, path: Path, message: str) -> None:
        """Notes one fault."""
        self.faults.setdefault(path, message)

    def mapping(self, value: Json, path: Path, allowed: Collection[str], required: Collection[str] = ()) -> bool:
        """Whether ``value`` is an object with no keys but ``allowed`` and all ``required`` ones."""
        if not isinstance(value, dict):
            self.fault(path, "must be an object")
            return False
        for key in value.keys() - set(allowed):
            self.fault((*path, key), "unknown key")
        for key in set(required) - value.keys():
            self.fault((*path, key), "is required")
        return True

    def sequence(self, value: Json, path: Path, *, at_least: int = 0, at_most: int) -> list[Json]:
        """``value`` as a list of an allowed length."""
        if not isinstance(value, list):
            self.fault(path, "must be a list")
            return []
        if not at_least <= len(value) <= at_most:
            self.fault(path, f"must have between {at_least} and {at_most} items, has {len(value)}")
        return value

    def text(self, value: Json, path: Path, *, at_least: int = 1, at_most: int) -> str:
        """``value`` as a string of an allowed length."""
        if not isinstance(value, str):
            self.fault(path, "must be a string")
            return ""
        if not at_least <= len(value) <= at_most:
            self.fault(path, f"must be between {at_least} and {at_most} in length, is {len(value)}")
        return value

    def one_of(self, value: Json, path: Path, allowed: Collection[Json]) -> None:
        """Notes a fault unless ``value`` is one of ``allowed``."""
        if isinstance(value, bool) is not any(isinstance(a, bool) for a in allowed) or value not in allowed:
            self.fault(path, f"must be one of {sorted(allowed)}, is {value!r}")

    def unique(self, values: list[Json], path: Path) -> None:
        """Notes a fault where two are the same."""
        if len(set(values)) != len(values):
            self.fault(path, "must be unique")

    def error_body(self) -> Json:
        """Discord's body of an error 50035."""
        errors: dict[str, Any] = {}
        for path, message in self.faults.items():
            place = errors
            for part in path:
                place = place.setdefault(str(part), {})
            place["_errors"] = [{"code": "INVALID", "message": message}]
        return {"code": 50035, "message": "Invalid Form Body", "errors": errors}
