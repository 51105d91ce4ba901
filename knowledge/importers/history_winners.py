"""In which column of the library's file a winner's votes stand, where that can be said at all."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.importers.history_files import POOLED, UNOPPOSED, Result, Term
from knowledge.importers.history_parties import column_party, counting_party, party_id
from knowledge.models.places import Nation

_SPEAKER = "speaker"
_ALLIANCE_MEMBERS = {"liberal": "Liberal", "social-democratic-party": "Social Democratic Party"}


@dataclass(frozen=True, slots=True)
class Winner:
    """Who won for which party, and the column that holds the votes; ``None`` where they are pooled with others'."""

    term: Term
    party: str
    label: str | None
    column: str | None


def winner(term: Term, result: Result) -> Winner:
    """Place the member returned for a seat among the columns of its result.

    The members' table says who won. The columns Con, Lib, Lab and SNP/PC hold one candidate's votes but for rare
    exceptions, so a largest column among them is the winner's, and its party counts him; "others" pools everyone else.
    """
    party = party_id(term.party, term.start)
    named = {column: votes for column, votes in result.votes.items() if column != POOLED}
    largest = max(named, key=lambda column: named[column], default=None)
    own = _column_of(party, result)
    if result.unopposed or largest is None:
        column = None
    elif own in named:
        # A larger column than that of the winner's own party contradicts the members' table, and more votes pooled may
        # hold another candidate of the same party (Coalition Liberals in 1918, unofficial Conservatives): not proved.
        column = own if own == largest and named[largest] >= result.votes.get(POOLED, 0) else None
    else:
        # Nobody within the pooled votes can have had more than a column that is larger than all of them.
        column = largest if named[largest] > result.votes.get(POOLED, 0) else None
    if column is None:
        return Winner(term, _elected_as(party, result, None), None, None)
    return Winner(term, _elected_as(party, result, column), _label(party, term, column, result), column)


def _elected_as(party: str, result: Result, column: str | None) -> str:
    """The party a winner is shown under: the exact one where the column counts it, else the column's own."""
    if party in _ALLIANCE_MEMBERS and result.election.day.year in (1983, 1987):
        return "sdp-liberal-alliance"
    counted = column and _party_of(column, result)
    return counted if counted and party != _SPEAKER and counting_party(party) != counted else party


def _label(party: str, term: Term, column: str, result: Result) -> str | None:
    if party == _SPEAKER or counting_party(party) == _party_of(column, result):
        return None
    return _ALLIANCE_MEMBERS.get(party) or term.party


def _column_of(party: str, result: Result) -> str | None:
    """The column that counts a party at this election, whether or not it holds votes."""
    counting = counting_party(party)
    if party in result.votes:
        return party
    if party in _ALLIANCE_MEMBERS and result.election.day.year in (1983, 1987):
        return "lib"
    for column in ("con", "lib", "lab", "natSW"):
        if counting == _party_of(column, result):
            return column
    return None


def _party_of(column: str, result: Result) -> str:
    return column_party(column, result.election.day, wales=result.nation is Nation.WALES)


def majority(found: Winner, result: Result) -> int | None:
    """First less second, where both are certain: no pooled column is larger than the second's."""
    if found.column is None or result.seats > 1:
        return None
    rivals = [votes for column, votes in result.votes.items() if column not in (found.column, POOLED)]
    if not rivals or UNOPPOSED in rivals:
        return None
    second, first = max(rivals), result.votes[found.column]
    return first - second if second >= result.votes.get(POOLED, 0) and first > second else None
