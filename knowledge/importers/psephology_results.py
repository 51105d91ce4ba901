"""The wording of a result, "Con gain from Lab", taken apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORDING = re.compile(r"^(?P<winner>.+?) (?P<what>hold|gain)(?: from (?P<loser>.+))?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Result:
    """A result on its published basis. ``winner`` and ``lost_by`` are abbreviations as printed."""

    winner: str
    gain: bool
    lost_by: str | None

    @property
    def wording(self) -> str:
        """The result as the publisher words all others: "RUK Hold" becomes "RUK hold"."""
        return f"{self.winner} gain from {self.lost_by}" if self.gain else f"{self.winner} hold"


def parse_result(text: str) -> Result | None:
    """``None`` for a wording that says neither hold nor gain."""
    match = _WORDING.match(text)
    if match is None:
        return None
    gain = match["what"].lower() == "gain"
    if gain is not (match["loser"] is not None):
        return None
    return Result(match["winner"], gain, match["loser"])
