"""Votes, majorities and shares of a contest agree with each other."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from knowledge.checks.finding import COUNTED_IN_FULL, Finding

_ROUNDING = 0.00051
"""Shares are published to a tenth of a per cent or finer, so they may be off by half of that."""


def votes_sum_to_valid_votes(database: sqlite3.Connection) -> Iterator[Finding]:
    """The candidates' votes add up to the valid votes."""
    rows = database.execute(
        "select c.rowid, c.id, c.valid_votes, sum(x.votes) as added"
        " from contests as c join candidacies as x on x.contest = c.id"
        f" where {COUNTED_IN_FULL} and c.valid_votes is not null"
        " group by c.rowid having count(x.votes) < count(*) or added <> c.valid_votes"
    )
    for rowid, contest, held, added in rows:
        yield Finding(
            "contests", rowid, "valid_votes", f"the sum of its candidates' votes, {added}", str(held), contest
        )


def majority_is_first_less_second(database: sqlite3.Connection) -> Iterator[Finding]:
    """The majority is the winner's votes less the runner-up's."""
    rows = database.execute(
        "select rowid, id, majority, first - second from ("
        " select c.rowid, c.id, c.majority, max(x.votes) as first, (select y.votes from candidacies as y"
        "  where y.contest = c.id order by y.votes desc limit 1 offset 1) as second"
        " from contests as c join candidacies as x on x.contest = c.id"
        f" where {COUNTED_IN_FULL} and c.majority is not null group by c.rowid)"
        " where majority <> first - second"
    )
    for rowid, contest, held, right in rows:
        yield Finding("contests", rowid, "majority", f"first less second, {right}", str(held), contest)


def shares_agree_with_votes(database: sqlite3.Connection) -> Iterator[Finding]:
    """A published share is votes over valid votes, up to rounding."""
    rows = database.execute(
        "select x.rowid, x.share, x.votes * 1.0 / c.valid_votes as right, c.id, x.person"
        " from contests as c join candidacies as x on x.contest = c.id"
        f" where {COUNTED_IN_FULL} and c.valid_votes > 0 and x.share is not null"
        " and abs(x.share - x.votes * 1.0 / c.valid_votes) > ?",
        (_ROUNDING,),
    )
    for rowid, held, right, contest, person in rows:
        yield Finding("candidacies", rowid, "share", f"votes over valid votes, {right:.4f}", str(held), contest, person)


def shares_sum_to_one(database: sqlite3.Connection) -> Iterator[Finding]:
    """The candidates' shares add up to the whole, up to the rounding of each."""
    rows = database.execute(
        "select c.rowid, c.id, sum(x.share) as added from contests as c join candidacies as x on x.contest = c.id"
        f" where {COUNTED_IN_FULL} group by c.rowid"
        " having count(x.share) = count(*) and abs(added - 1) > ? * count(*)",
        (_ROUNDING,),
    )
    for rowid, contest, added in rows:
        yield Finding("contests", rowid, "share", "shares of its candidates that add up to 1", f"{added:.4f}", contest)


def votes_fit_the_electorate(database: sqlite3.Connection) -> Iterator[Finding]:
    """No more votes were cast than there were electors, and none where nobody opposed the member."""
    rows = database.execute(
        "select c.rowid, c.id, c.electorate, c.valid_votes + coalesce(c.invalid_votes, 0) as cast_votes"
        " from contests as c where c.seats = 1 and cast_votes > c.electorate"
    )
    for rowid, contest, electorate, cast in rows:
        yield Finding("contests", rowid, "electorate", f"at least the {cast} votes cast", str(electorate), contest)
    unopposed = database.execute("select rowid, id, valid_votes from contests where unopposed and valid_votes > 0")
    for rowid, contest, held in unopposed:
        yield Finding("contests", rowid, "valid_votes", "no votes in an unopposed return", str(held), contest)
