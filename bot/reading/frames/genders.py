"""Women and men among candidates and members: who is asked for, and whether only those who won."""

from __future__ import annotations

from bot.reading.spans import Span
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
    return {"place": 1} if measure in _OF_A_WIN or work.has(*_WON) or _are_members(work) else {}


def says_won(work: Work) -> bool:
    """Whether those who won are meant; "the lowest vote anybody got in 2017" is of all who stood."""
    where = {at for at, _ in work.slots.times} | {slot.span for slot in work.areas}
    split = {at for at in work.hits.get("win", ()) if at + 1 in where and work.text(at) in work.group("got_in")}
    return work.has("mp") or any(at not in split for at in work.hits.get("win", ()))


def _are_members(work: Work) -> bool:
    """ "the women elected in 2019", "female mps elected": one phrase says who and that they won."""
    told = (at for cue in ("women", "men", "seats") for at in work.hits.get(cue, ()))
    elected = work.group("elected_members") | work.group("members_elected")
    return any(not elected.isdisjoint(work.text(at).split()) for at in told)


def asks_their_names(work: Work) -> bool:
    """ "name the one woman elected in 1918", "how many women got in, and who": who they were, and not only how many."""
    whom = [at for cue in ("women", "men") for at in work.hits.get(cue, ())]
    if not whom or work.has("candidates", "stand", "highest", "lowest"):
        return False
    asked = [at for cue in ("who", "listing", "which") for at in work.hits.get(cue, ())]
    if work.has("how_many"):
        behind = max(*whom, *work.hits["how_many"])
        return any(at > behind and not any(map(_tells, work.cover.spans[at + 1 :])) for at in asked)
    return bool(asked) and not work.has("party_of", "by_party", "when", "total")


def _tells(span: Span) -> bool:
    """Whether a span says anything: behind a "who" that asks, nothing more is told."""
    return not (span.filler or span.soft or span.unknown)
