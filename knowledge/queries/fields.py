"""Everybody who stood in contests that are known already."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from knowledge.facts.contests import CANDIDACY_COLUMNS, CandidacyFact, ContestFact
from knowledge.queries.clause import marks

if TYPE_CHECKING:
    from knowledge.store.store import Store

# Only what the contest does not say: a row of few columns is read in half the time of a whole ``candidacy_facts``.
_STOOD = """
select k.contest, c.person, c.name, c.published_name,
       case when c.published_name is not null then (select n.family from people n where n.id = c.person) end,
       c.party, coalesce(c.other_party, c.party), c.label, c.votes, c.share, c.change, c.position, c.elected,
       c.deposit_lost, c.behind, c.pooled
from contest_facts k join candidacy_rows c on c.contest_id = k.id where k.contest in ({})
order by k.contest, c.pooled, c.position is null, c.position, c.elected desc, c.votes desc
"""
_OF_CONTEST = attrgetter(*CANDIDACY_COLUMNS[:10])
"""From the contest's id to its region: fields that both facts have, in the same order."""


def fields(store: Store, contests: Sequence[ContestFact]) -> dict[str, tuple[CandidacyFact, ...]]:
    """The candidacies of each contest by its id, best first."""
    if not contests:
        return {}
    known = {contest.contest: contest for contest in contests}
    found: dict[str, list[CandidacyFact]] = {contest: [] for contest in known}
    for row in store.fetch(_STOOD.format(marks(tuple(known))), tuple(known)):
        found[row[0]].append(_candidacy(known[row[0]], row))
    return {contest: tuple(field) for contest, field in found.items()}


def _candidacy(contest: ContestFact, row: Sequence[Any]) -> CandidacyFact:
    """A row of ``_STOOD`` with what its contest says, in the order of the fact's fields."""
    values = (
        *_OF_CONTEST(contest),
        *row[1:12],
        bool(row[12]),
        None if row[13] is None else bool(row[13]),
        row[14],
        contest.winner_party,
        contest.second_party,
        bool(row[15]),
        contest.detail,
        contest.candidates,
        contest.source,
    )
    return CandidacyFact(*values)
