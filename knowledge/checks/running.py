"""Every check, and running them all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from knowledge.checks import changes, corrections, house, identity, references, time, votes, winners, words
from knowledge.checks.finding import Check, Finding

_CHECKS: tuple[Check, ...] = (
    identity.candidates_are_unique,
    identity.ids_name_their_rows,
    references.places_lead_somewhere,
    votes.votes_sum_to_valid_votes,
    votes.majority_is_first_less_second,
    votes.shares_agree_with_votes,
    votes.shares_sum_to_one,
    votes.votes_fit_the_electorate,
    winners.winner_has_most_votes,
    winners.as_many_are_elected_as_seats,
    winners.winning_party_is_the_winners,
    winners.positions_follow_votes,
    changes.gains_name_the_loser,
    changes.gains_follow_the_election_before,
    house.seats_sum_to_the_house,
    words.quotes_are_bare_words,
    words.quotes_are_dated_by_their_source,
    words.speakers_are_who_their_ids_say,
    time.spells_do_not_overlap,
    time.spells_end_after_they_start,
    time.contests_are_on_their_boundaries,
    corrections.corrections_fit_their_rows,
)


def all_checks() -> Iterator[Check]:
    """Every check there is."""
    yield from identity.unique_rows()
    yield from references.resolving_references()
    yield from _CHECKS


def run_checks(database: sqlite3.Connection, incomplete: frozenset[str] = frozenset()) -> list[Finding]:
    """What the checks find in ``database``, less what corrections excuse.

    A check that reads one of the ``incomplete`` tables says nothing: what it misses may be in a row that could not
    be read.
    """
    found: list[Finding] = []
    for check in all_checks():
        with _tables_read(database) as read:
            findings = list(check(database))
        if not read & incomplete:
            found.extend(findings)
    return list(corrections.excuse(found, database))


@contextmanager
def _tables_read(database: sqlite3.Connection) -> Iterator[set[str]]:
    """Collects the names of the tables that statements read, which SQLite tells its authorizer."""
    read: set[str] = set()

    def authorize(action: int, table: str | None, *_: object) -> int:
        if action == sqlite3.SQLITE_READ and table:
            read.add(table)
        return sqlite3.SQLITE_OK

    database.set_authorizer(authorize)
    try:
        yield read
    finally:
        database.set_authorizer(None)
