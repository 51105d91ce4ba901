"""The winner is the one with most votes, and every figure that depends on who won says the same."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from knowledge.checks.finding import COUNTED_IN_FULL, Finding


def winner_has_most_votes(database: sqlite3.Connection) -> Iterator[Finding]:
    """Whoever was elected has more votes than anybody who was not, or as many where lots were drawn."""
    rows = database.execute(
        "select x.rowid, c.id, x.person, x.votes, max(y.votes) as most"
        " from contests as c join candidacies as x on x.contest = c.id and x.elected"
        " join candidacies as y on y.contest = c.id and not y.elected"
        f" where {COUNTED_IN_FULL} group by x.rowid having x.votes < most"
    )
    for rowid, contest, person, votes, most in rows:
        yield Finding(
            "candidacies", rowid, "elected", f"the candidate with most votes, {most}", str(votes), contest, person
        )


def as_many_are_elected_as_seats(database: sqlite3.Connection) -> Iterator[Finding]:
    """A contest elects as many as it has seats, where all candidates are held, and never more."""
    rows = database.execute(
        "select c.rowid, c.id, c.seats, coalesce(sum(x.elected), 0) as chosen"
        " from contests as c left join candidacies as x on x.contest = c.id"
        " group by c.rowid"
        " having chosen > c.seats or (c.detail <> 'parties' and c.seats = 1 and chosen <> 1)"
    )
    for rowid, contest, seats, chosen in rows:
        yield Finding("contests", rowid, "elected", f"{seats} elected", str(chosen), contest)


def winning_party_is_the_winners(database: sqlite3.Connection) -> Iterator[Finding]:
    """The contest's winning party is that of the candidate elected."""
    rows = database.execute(
        "select c.rowid, c.id, c.winner, x.party from contests as c"
        " join candidacies as x on x.contest = c.id and x.elected"
        " where c.seats = 1 and c.winner is not null and c.winner <> x.party"
    )
    for rowid, contest, held, right in rows:
        yield Finding("contests", rowid, "winner", f"the party elected, {right}", str(held), contest)


def positions_follow_votes(database: sqlite3.Connection) -> Iterator[Finding]:
    """Nobody placed below another has more votes."""
    rows = database.execute(
        "select rowid, contest, person, position, votes, above from ("
        " select x.rowid, x.contest, x.person, x.position, x.votes,"
        " lag(x.votes) over (partition by x.contest order by x.position, x.votes desc) as above"
        " from candidacies as x join contests as c on c.id = x.contest"
        f" where {COUNTED_IN_FULL} and x.votes is not null and x.position is not null)"
        " where votes > above"
    )
    for rowid, contest, person, position, votes, above in rows:
        expected = f"a place above the one with {above} votes"
        yield Finding("candidacies", rowid, "position", expected, f"{position} with {votes}", contest, person)
