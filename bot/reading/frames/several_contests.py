"""Whether a figure is asked for of several contests, one by one: "naomi long votes, all her elections"."""

from __future__ import annotations

from bot.reading.work import Work

_IN_PLURAL = ("majority", "turnout", "share", "swing", "electorate")
"""Cues of figures whose plural is of several contests."""


def _of_all_elections(work: Work) -> bool:
    """ "naomi long westminster elections, all of them with votes": every one that somebody fought."""
    several = any(work.text(at).endswith("s") for at in work.hits.get("general_election", ()))
    work.take(*(("listing", "whole") if several else ()))
    return several


def _each_listed(work: Work) -> bool:
    """ "bath majorities, the lot", "list arfon turnouts": all of them, where the figure is in the plural."""
    if not work.has("listing") or work.has("which", "highest", "lowest") or not work.seats:
        return False
    return any(work.text(at).endswith("s") for cue in _IN_PLURAL for at in work.hits.get(cue, ()))


def of_several(work: Work) -> bool:
    """Whether the figure is asked for of several contests, one by one; "recorded" of one election asks for no more."""
    told = (
        work.take("history") or _each_listed(work) or (bool(work.people) and not work.years and _of_all_elections(work))
    )
    single = len(work.years) == 1 or work.has("latest", "latest_by")
    return (told and not single) or work.spanned("since") or len(work.years) > 1
