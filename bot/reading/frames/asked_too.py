"""What is asked behind a yes/no question and told by its answer anyway: "did labour win bath, and by how much"."""

from __future__ import annotations

from bot.reading.work import Work
from knowledge.query import Check, Measure, Query, Several, Totals


def take_margin(work: Work) -> bool:
    """Mark "by how much" at the end of a question whether somebody won: the answer to that tells the majority."""
    far = work.group("how_far")
    asked = [at for at in work.hits.get("by_how_much", ()) if not far.isdisjoint(work.text(at).split())]
    if not asked or not work.has("win") or not work.opens_as("verb_openers"):
        return False
    spans = work.cover.spans
    behind = range(asked[-1] + 1, len(spans))
    if any(not (spans[at].filler or spans[at].soft) for at in behind):
        return False
    work.used.add(asked[-1])
    return True


def with_majority(check: Query | None, *, asked: bool) -> Query | None:
    """A check; where the margin is asked too and it is of the whole country, with the majority in the Commons."""
    if not asked or not isinstance(check, Check) or check.where.seats or check.where.people or check.where.areas:
        return check
    majority = Totals(where=check.where, measures=(Measure.COMMONS_MAJORITY,))
    return Several(parts=(check, majority))
