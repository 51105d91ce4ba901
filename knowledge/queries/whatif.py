"""What a contest's votes would have been had some gone elsewhere: sums, not forecasts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.facts.contests import CandidacyFact, Entry
from knowledge.facts.whatif import Moved, Scenario, WhatIfFacts
from knowledge.queries.basis import basis
from knowledge.queries.entries import entries
from knowledge.query import Transfer, WhatIf

if TYPE_CHECKING:
    from knowledge.store.store import Store


def run_what_if(store: Store, query: WhatIf) -> WhatIfFacts:
    """The contests that ``query`` selects, with the votes moved as it says."""
    selected = entries(store, query.where.model_copy(update={"parties": ()}) if query.where.seats else query.where)
    return WhatIfFacts(tuple(_scenario(store, query, entry) for entry in selected.entries), selected.missing)


def _scenario(store: Store, query: WhatIf, entry: Entry) -> Scenario:
    votes = {id(c): c.votes or 0 for c in entry.field}
    moved: list[Moved] = []
    absent: list[str] = []
    for transfer in query.transfers:
        receiver = _standing(entry, transfer.receiver)
        if receiver is None:
            absent.append(transfer.receiver)
            continue
        absent.extend(_move(entry, transfer, receiver, votes, moved))
    counts = sorted(((c, votes[id(c)]) for c in entry.field), key=lambda pair: -pair[1])
    return Scenario(
        entry=entry,
        moved=tuple(moved),
        counts=tuple(counts),
        challenger=_challenger(query, entry),
        absent=tuple(dict.fromkeys(absent)),
        basis=basis(store, entry.contest),
    )


def _move(
    entry: Entry, transfer: Transfer, receiver: CandidacyFact, votes: dict[int, int], moved: list[Moved]
) -> list[str]:
    """Move the votes in ``votes`` and note them in ``moved``; the parties that had none to give."""
    absent = []
    for party in transfer.giver:
        givers = [c for c in entry.field if c.party == party and c is not receiver and c.votes is not None]
        if not givers:
            absent.append(party)
        for giver in givers:
            amount = round((giver.votes or 0) * transfer.fraction)
            votes[id(giver)] -= amount
            votes[id(receiver)] += amount
            moved.append(Moved(giver, receiver, amount))
    return absent


def _standing(entry: Entry, party: str) -> CandidacyFact | None:
    """The party's candidate with most votes."""
    return next((c for c in entry.field if c.party == party and c.votes is not None), None)


def _challenger(query: WhatIf, entry: Entry) -> CandidacyFact | None:
    """The party or person that would have had to win: as selected, else the runner-up."""
    for candidacy in entry.field:
        if candidacy.elected or candidacy.votes is None:
            continue
        if candidacy.party in query.where.parties or candidacy.person in query.where.people:
            return candidacy
    return entry.runner_up
