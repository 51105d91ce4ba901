"""The questions that are asked."""

from __future__ import annotations

from pathlib import Path


def questions() -> list[str]:
    """The lines of ``questions.txt`` that are no comments."""
    lines = Path(__file__).with_name("questions.txt").read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]
