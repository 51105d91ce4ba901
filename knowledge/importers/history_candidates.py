"""Contests of 2005 with every candidate by name, where the Electoral Commission's layout and the library agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType

from knowledge.importers.base import SourceFault
from knowledge.importers.history_2005 import CANDIDATES_SOURCE, PARTY_IDS, Printed, Stood
from knowledge.importers.history_contests import Written, contest_id
from knowledge.importers.history_context import History
from knowledge.importers.history_files import LIBRARY_SOURCE, POOLED, Result, Term
from knowledge.importers.history_parties import counting_party, party_id
from knowledge.importers.history_seats import loose
from knowledge.models.elections import Candidacy, Contest, Correction, Detail

_PRINTED_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "Derbyshire South": "South Derbyshire",
        "Hull East": "Kingston Upon Hull East",
        "Hull North": "Kingston Upon Hull North",
        "Hull West & Hessle": "Kingston Upon Hull West & Hessle",
        "Na h-Eileanan an lar": "Na H-Eileanan An Iar",
        "Richmond (Yorks)": "Richmond (Yorkshire)",
        "York": "York City Of",
    }
)
"""Names in the layout, and those of the library's file."""
_COLUMNS = MappingProxyType({"Con": "con", "Lab": "lab", "LD": "lib", "SNP": "natSW", "PC": "natSW"})
_JUST_BEFORE = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class _Block:
    """A constituency in both publications."""

    printed: Printed
    result: Result
    seat: str
    member: Term


def candidates_of_2005(history: History, printed: Iterable[Printed], written: Written) -> None:
    """Add the contests of 2005 to ``written``. Raises ``SourceFault`` for a constituency in one file only."""
    blocks = {_key(_PRINTED_NAMES.get(block.name, block.name)): block for block in printed}
    for seat, result in sorted(history.results["2005"].items(), key=lambda pair: pair[1].name):
        block = blocks.pop(_key(result.name), None)
        if block is None:
            raise SourceFault(f"{result.name}: not in the layout of 2005's candidates")
        _write(_Block(block, result, seat, history.returned["2005"][seat][0]), history, written)
    if blocks:
        raise SourceFault(f"not in the library's file for 2005: {', '.join(sorted(blocks))}")


def _key(name: str) -> str:
    # "Derby South" and "South Derbyshire" are two seats with the same words.
    return f"{loose(name)}|{'shire' in name.lower()}"


def _write(block: _Block, history: History, written: Written) -> None:
    row = history.seats.constituency(block.seat, block.result.election.day)
    contest = contest_id(row.seat, block.result.election)
    rows = list(_candidacies(block, history, contest))
    votes = sorted((candidacy.votes or 0 for candidacy in rows), reverse=True)
    winner = next(candidacy for candidacy in rows if candidacy.elected)
    before, after = _counted(block.printed.before), counting_party(winner.party)
    written.contests.append(
        Contest(
            id=contest,
            election=block.result.election.id,
            constituency=row.id,
            electorate=block.result.electorate,
            valid_votes=sum(votes),
            majority=votes[0] - votes[1],
            winner=winner.party,
            gain=None if "speaker" in (before, after) else before != after,
            lost_by=before if before != after and "speaker" not in (before, after) else None,
            detail=Detail.CANDIDATES,
            source=CANDIDATES_SOURCE.id,
        )
    )
    written.candidacies.extend(rows)
    written.corrections.extend(_corrections(block, contest, sum(votes)))


def _counted(before: str) -> str:
    return PARTY_IDS.get(before, "others")


def _candidacies(block: _Block, history: History, contest: str) -> Iterator[Candidacy]:
    missing = _missing(block)
    winner = max(block.printed.stood, key=lambda stood: stood.votes)
    absent = missing > winner.votes
    if absent:
        yield _member(block, history, contest, None, missing)
    for stood in block.printed.stood:
        if stood is winner and not absent:
            yield _member(block, history, contest, stood, stood.votes)
        else:
            yield _beaten(block, history, contest, stood)
    if missing and not absent:
        yield Candidacy(contest=contest, party="others", votes=missing, pooled=True)


def _missing(block: _Block) -> int:
    """Votes for others that the library counts and the layout has no candidate for."""
    printed = sum(stood.votes for stood in block.printed.stood if stood.party not in _COLUMNS)
    return max(0, block.result.votes.get(POOLED, 0) - printed)


def _member(block: _Block, history: History, contest: str, stood: Stood | None, votes: int) -> Candidacy:
    person = block.member.person
    name, used = history.people.name(person), history.people.name_at(person, "2005")
    party = party_id(block.member.party, block.member.start)
    printed = PARTY_IDS.get(stood.party) if stood else None
    if printed is not None and counting_party(party) != printed:
        raise SourceFault(f"{contest}: {name} is of {party} in the members' table, of {printed} in the layout")
    return Candidacy(
        contest=contest,
        person=history.people.id(person),
        name=used if used != name else None,
        party=party,
        votes=votes,
        change=stood.change if stood else None,
        elected=True,
    )


def _beaten(block: _Block, history: History, contest: str, stood: Stood) -> Candidacy:
    party = PARTY_IDS.get(stood.party)
    return Candidacy(
        contest=contest,
        person=_sitting(block, history, stood),
        name=stood.name,
        party=party or "others",
        label=None if party else stood.party,
        votes=stood.votes,
        change=stood.change,
    )


def _sitting(block: _Block, history: History, stood: Stood) -> str | None:
    """The person id of a beaten member, marked as one in the layout: same surname, same seat, sitting to the end."""
    if not stood.incumbent:
        return None
    polled = block.result.election.day
    sat = {
        term.person
        for term in history.terms
        if term.end is not None
        and timedelta(0) < polled - term.end < _JUST_BEFORE
        and term.constituency == block.seat
        and history.people.name(term.person).casefold().endswith(stood.surname.casefold())
    }
    return history.people.id(sat.pop()) if len(sat) == 1 else None


def _corrections(block: _Block, contest: str, cast: int) -> Iterator[Correction]:
    """Votes that the library's file and the layout have differently: the totals published agree with the layout."""
    for stood in block.printed.stood:
        column = _COLUMNS.get(stood.party)
        published = block.result.votes.get(column) if column else None
        if published is not None and published != stood.votes:
            yield Correction(
                contest=contest,
                field="votes",
                published=f"{stood.party} {published}",
                used=f"{stood.party} {stood.votes}",
                reason="the Electoral Commission's candidates, with whom the published national totals agree",
                source=LIBRARY_SOURCE.id,
            )
    if block.result.total and block.result.total != cast:
        yield Correction(
            contest=contest,
            field="valid_votes",
            published=str(block.result.total),
            used=str(cast),
            reason="the sum of the candidates' votes",
            source=LIBRARY_SOURCE.id,
        )
