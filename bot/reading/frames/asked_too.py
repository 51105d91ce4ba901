"""What is asked behind a yes/no question and told by its answer anyway: "did labour win bath, and by how much"."""

from __future__ import annotations

from bot.reading.work import Work
from knowledge.query import Check, ExpectedDirection, ExpectedMajority, Figure, Measure, Query, Several, Totals

_SIZES = ("how_much", "how_many", "by_how_much")
_MOVED = {
    Measure.SHARE: Measure.CHANGE,
    Measure.VOTES: Measure.CHANGE,
    Measure.TURNOUT: Measure.TURNOUT_CHANGE,
}


def take_size(work: Work) -> bool:
    """Mark "and by how much" at the end of a question whether something rose or fell; the change is told besides."""
    if not work.has(*_SIZES) or not work.has("up", "down", "change") or not work.opens_as("verb_openers"):
        return False
    asked = max(at for cue in _SIZES for at in work.hits.get(cue, ()))
    spans = work.cover.spans
    light = all(span.filler or span.soft for span in spans[asked + 1 :])
    if not light or not asked or "and" not in work.text(asked - 1).split() or not (work.anchored and work.timed):
        return False
    work.used.add(asked)
    return True


def with_asked(check: Query | None, *, margin: bool, size: bool) -> Query | None:
    """A check with what is asked besides: the majority in the Commons, or by how much a figure rose or fell."""
    return _with_change(check) if size else _with_majority(check) if margin else check


def _with_change(check: Query | None) -> Query | None:
    """A check of whether a figure of one contest rose or fell, with by how much; None where no such change is held."""
    if not isinstance(check, Check) or len(check.expect) != 1:
        return None
    expected = check.expect[0]
    change = _MOVED.get(expected.measure) if isinstance(expected, ExpectedDirection) else None
    if change is None or not isinstance(expected, ExpectedDirection) or expected.since is not None:
        return None
    return Several(parts=(check, Figure(where=check.where, measures=(change,))))


def take_margin(work: Work) -> bool:
    """Mark "by how much" at the end of a question whether somebody won: the answer to that tells the majority."""
    far = work.group("how_far")
    asked = [at for at in work.hits.get("by_how_much", ()) if not far.isdisjoint(work.text(at).split())]
    if work.has("majority"):
        # "did blair get a majority in 2005 and how big was it"
        asked += [at for cue in ("how_much", "closeness") for at in work.hits.get(cue, ()) if _is_size(work, at)]
    if not asked or not work.has("win", "take", "hold", "majority", "outright") or not work.opens_as("verb_openers"):
        return False
    spans = work.cover.spans
    behind = range(asked[-1] + 1, len(spans))
    if any(not (spans[at].filler or spans[at].soft) for at in behind):
        return False
    work.used.add(asked[-1])
    return True


def _with_majority(check: Query | None) -> Query | None:
    """A check; where it is of the whole country, with the majority in the Commons."""
    if not isinstance(check, Check) or check.where.seats or check.where.people or check.where.areas:
        return check
    if any(isinstance(expected, ExpectedMajority) for expected in check.expect):
        # which tells by how much
        return check
    majority = Totals(where=check.where, measures=(Measure.COMMONS_MAJORITY,))
    return Several(parts=(check, majority))


def _is_size(work: Work, at: int) -> bool:
    """Whether words ask for the size of a majority: "how big", "how thin"."""
    return work.text(at) in work.group("how_big")
