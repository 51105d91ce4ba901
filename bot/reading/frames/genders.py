"""Women and men among candidates and members: who is asked for, and whether only those who won."""

from __future__ import annotations

from bot.reading.work import Work
from knowledge.query import Measure

_WON = ("win", "mp", "hold", "take")
"""Cues of winning."""
_STOOD = ("candidates", "stand", "runner_up", "finish", "lose", "last_place")
"""Cues of those who did not win, or of all who stood."""
_OF_A_WIN = frozenset({Measure.MAJORITY, Measure.MAJORITY_SHARE})
"""Measures that only a winner has."""


def gender_of(work: Work) -> dict[str, object]:
    """Of which gender somebody has to be, by "women" or by "which woman"; marks what says so."""
    if work.take("women") or _asks_who(work, "women_words"):
        return {"gender": "female"}
    if work.take("men") or _asks_who(work, "men_words"):
        return {"gender": "male"}
    return {}


def _asks_who(work: Work, group: str) -> bool:
    """ "which woman had the biggest majority": the word that asks who tells the gender too."""
    said = work.group(group)
    return not work.words.isdisjoint(said) and any(work.text(at).split()[-1] in said for at in work.hits.get("who", ()))


def won_by_them(work: Work, extra: dict[str, object], measure: Measure | None = None) -> dict[str, object]:
    """ "by-elections won by women", "the biggest majority of a woman": seats that they won, not all where one stood."""
    if "gender" not in extra or "place" in extra or work.has(*_STOOD):
        return {}
    return {"place": 1} if measure in _OF_A_WIN or work.has(*_WON) else {}
