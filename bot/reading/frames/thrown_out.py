"""Votes that did not count, told by what became of the paper: "how many papers got binned"."""

from __future__ import annotations

from bot.reading.work import Work
from knowledge.query import Measure


def thrown_out(work: Work) -> tuple[Measure, ...] | None:
    """The votes rejected, where a noun of what they are written on stands before, or behind, a verb of getting rid."""
    if not work.says("thrown_out") or work.people or work.parties:
        return None
    at = next((at for at in work.hits.get("votes", _soft_papers(work)) if _is_paper(work, at)), None)
    thrown = None if at is None else _thrown(work, at)
    if at is None or thrown is None:
        return None
    work.used.update(range(min(at, thrown), max(at, thrown) + 1))
    spans = work.cover.spans
    end = max(at, thrown) + 1
    while end < len(spans) and work.text(end) in work.group("thrown_where") - {"in"}:
        work.used.add(end)
        end += 1
    work.take("how_many", "votes", "get", "aux")
    return (Measure.INVALID_VOTES,)


def _soft_papers(work: Work) -> list[int]:
    """Where such a noun stands that is no cue of votes."""
    return [at for at in range(len(work.cover.spans)) if _is_paper(work, at)]


def _is_paper(work: Work, at: int) -> bool:
    """Whether a span is a noun of what votes are written on."""
    return work.text(at).split()[-1] in work.group("paper_nouns")


def _thrown(work: Work, at: int) -> int | None:
    """The place of the verb of getting rid right beside a noun, or behind it and a light word; None without one."""
    verbs, spans = work.group("thrown_out"), work.cover.spans
    for near in (at - 1, at + 1, at + 2, at + 3):
        if 0 <= near < len(spans) and not verbs.isdisjoint(work.text(near).split()):
            return near
        if near > at and near < len(spans) and not spans[near].filler:
            break
    return None
