"""Figures of the library's file that cannot be right: put right where proved, else left out, and always recorded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from knowledge.importers.history_files import POOLED, Mend, Result
from knowledge.models.places import Nation

_SWAPPED = frozenset({("1951", "Herefordshire Hereford"), ("1951", "St Marylebone")})
"""Results in which the file has the votes of Conservative and Labour in each other's column."""
_SEVERAL = frozenset({("1924", "Greenock", "lab")})
"""Party columns that hold two candidates: at Greenock in 1924 those of Labour and of the Communists."""
_LEFT_OUT: Mapping[tuple[str, Nation], str] = MappingProxyType({("1997", Nation.NORTHERN_IRELAND): "uup"})
"""A party in no column of an election's results, though the totals count it."""
_ROUNDING = 0.006
"""Turnouts of February 1974 are rounded to a whole per cent here and there."""


def mended(result: Result) -> Result:
    """``result`` with what is known to be wrong put right; ``mends`` says what was published."""
    for mend in (_columns_exchanged, _several_in_one, _left_out, _total, _electorate, _turnout):
        result = mend(result)
    return result


def _with(result: Result, field: str, published: object, used: object, reason: str, /, **changed: object) -> Result:
    mend = Mend(field, str(published), str(used), reason)
    return replace(result, mends=(*result.mends, mend), **changed)  # type: ignore[arg-type]


def _columns_exchanged(result: Result) -> Result:
    if (result.election.key, result.name) not in _SWAPPED:
        return result
    con, lab = result.votes["con"], result.votes["lab"]
    return _with(
        result,
        "votes",
        f"Conservative {con}, Labour {lab}",
        f"Conservative {lab}, Labour {con}",
        "the members' table has a Conservative returned: the file has the two columns exchanged",
        votes={**result.votes, "con": lab, "lab": con},
    )


def _several_in_one(result: Result) -> Result:
    votes = dict(result.votes)
    for election, name, column in _SEVERAL:
        if (election, name) == (result.election.key, result.name):
            votes[POOLED] = votes.get(POOLED, 0) + votes.pop(column, 0)
    return replace(result, votes=votes)


def _left_out(result: Result) -> Result:
    """Ulster Unionists in 1997: what the columns lack of the totals adds up to their published 258,349 votes."""
    party = _LEFT_OUT.get((result.election.key, result.nation))
    missing = (result.total or 0) - sum(result.votes.values())
    if party is None or missing <= 0:
        return result
    return _with(
        result,
        "votes",
        "no column",
        f"{missing} for the Ulster Unionist Party",
        "the total less the columns; over all seats the differences are the party's published vote",
        votes={**result.votes, party: missing},
    )


def _total(result: Result) -> Result:
    """Valid votes are the sum of the columns, but where a single pooled column is smaller than a total."""
    cast = sum(result.votes.values())
    if result.seats > 1 or result.unopposed or not result.total or cast == result.total:
        return result
    if set(result.votes) == {POOLED}:
        reason = "the total of the row; the column leaves a party out"
        return _with(result, "votes", cast, result.total, reason, votes={POOLED: result.total})
    return _with(result, "valid_votes", result.total, cast, "the sum of the parties' votes", total=cast)


def _electorate(result: Result) -> Result:
    if not (result.total and result.electorate) or result.seats > 1 or result.total <= result.electorate:
        return result
    reason = "smaller than the votes cast; the published turnout is used instead"
    return _with(result, "electorate", result.electorate, "not held", reason, electorate=None)


def _turnout(result: Result) -> Result:
    """The published turnout where the same row's votes and electorate contradict it."""
    if not (result.total and result.electorate and result.turnout) or result.seats > 1:
        return result
    turnout = result.total / result.electorate
    if abs(turnout - result.turnout) <= _ROUNDING:
        return result
    reason = "valid votes over the electorate of the same row"
    used = round(turnout, 3)
    return _with(result, "turnout", f"{result.turnout:.3f}", f"{used:.3f}", reason, turnout=used)
