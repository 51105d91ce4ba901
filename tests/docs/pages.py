"""The pages of the documentation."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def page(name: str) -> str:
    """A page by its path in the repository."""
    return (ROOT / name).read_text(encoding="utf-8")


def section(name: str, heading: str) -> str:
    """What stands under a heading of a page, up to the next of its rank."""
    found = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", page(name), re.MULTILINE | re.DOTALL)
    assert found is not None, f"{name} has no section {heading}"
    return found[1]


def first_cells(text: str) -> list[str]:
    """The first cell of each row of the tables in ``text``."""
    return [row.split("|")[1].strip() for row in text.splitlines() if row.startswith("| ") and "---" not in row]


def code(text: str) -> list[str]:
    """What stands between single backticks in ``text``."""
    return re.findall(r"`([^`]+)`", text)
