"""Hold and gain agree with what went before, on the published basis."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from knowledge.checks.finding import Finding

# The basis is the last general election on the same boundaries, or the notional result where there was none
# yet; by-elections in between do not count. Where neither is held nothing can be said.
_BASIS = """
select rowid, id, gain, winner, lost, before from (
    select
        c.rowid, c.id, c.gain, w.counts as winner, l.counts as lost, p.counts as before,
        row_number() over (partition by c.rowid order by be.date desc, be.kind = 'notional') as nth
    from contests as c
    join elections as e on e.id = c.election
    join contests as b on b.constituency = c.constituency and b.seats = 1 and b.winner is not null
    join elections as be on be.id = b.election and be.kind <> 'by-election' and be.date < e.date
    join (select id, coalesce(counts_as, id) as counts from parties) as w on w.id = c.winner
    left join (select id, coalesce(counts_as, id) as counts from parties) as l on l.id = c.lost_by
    join (select id, coalesce(counts_as, id) as counts from parties) as p on p.id = b.winner
    where c.gain is not null and c.seats = 1
)
where nth = 1
"""


def gains_name_the_loser(database: sqlite3.Connection) -> Iterator[Finding]:
    """A gain is gained from another party, a hold from none."""
    rows = database.execute(
        "select c.rowid, c.id, c.gain, c.lost_by from contests as c"
        " where (c.gain and (c.lost_by is null or c.lost_by = c.winner)) or (not c.gain and c.lost_by is not null)"
    )
    for rowid, contest, gain, lost_by in rows:
        expected = "the party the seat was gained from" if gain else "none, for the seat was held"
        yield Finding("contests", rowid, "lost_by", expected, lost_by or "", contest)


def gains_follow_the_election_before(database: sqlite3.Connection) -> Iterator[Finding]:
    """A seat is held by the party that won it on the basis, and gained from that party by any other."""
    for rowid, contest, gain, winner, lost, before in database.execute(_BASIS):
        if bool(gain) != (winner != before):
            expected = f"a {'hold' if winner == before else 'gain'}, for {before} won the election before"
            yield Finding("contests", rowid, "gain", expected, "gain" if gain else "hold", contest)
        elif gain and lost is not None and lost != before:
            yield Finding("contests", rowid, "lost_by", f"{before}, which won the election before", lost, contest)
