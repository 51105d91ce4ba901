"""The time of a selection as it was understood."""

from __future__ import annotations

from calendar import month_name

from bot.answering.when import between_phrase
from bot.answering.wording import day, listed, ordinal
from knowledge.models.elections import ElectionKind
from knowledge.query import AnyTime, Between, InYears, Latest, OnDay, Relative, When

_KINDS = {
    ElectionKind.GENERAL: "general election",
    ElectionKind.BY_ELECTION: "by-election",
    ElectionKind.NOTIONAL: "notional result",
    None: "contest",
}


def when_words(when: When) -> str:
    """``latest contest held``, ``general election of 2017``, ``by-election of 23 February 2017``."""
    kind = _KINDS[when.kind]
    match when:
        case Latest():
            return f"latest {kind} held"
        case InYears():
            month = f"{month_name[when.month]} " if when.month else ""
            several = "s" if when.kind is None or len(when.years) > 1 else ""
            return f"{kind}{several} of {month}{listed(str(year) for year in when.years)}"
        case OnDay():
            return f"{kind} of {day(when.day)}"
        case Between():
            return f"{kind}s {between_phrase(when.since, when.until)}".strip()
        case AnyTime():
            return f"all {kind}s held"
        case Relative():
            steps = "" if abs(when.step) == 1 else f"{ordinal(abs(when.step))} "
            side = "after" if when.step > 0 else "before"
            return f"the {steps}{kind} {side} the {when_words(when.anchor)}"
