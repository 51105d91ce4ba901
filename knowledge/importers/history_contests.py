"""Contests and candidacies of the general elections 1918-2001, by party column with the winner's name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from knowledge.importers.history_calendar import GENERAL_ELECTIONS, ElectionDay, boundary_set
from knowledge.importers.history_context import History
from knowledge.importers.history_files import LIBRARY_SOURCE, POOLED, Result, Term
from knowledge.importers.history_parties import column_party, counting_party, held_apart, party_id
from knowledge.importers.history_winners import Winner, majority, winner
from knowledge.models.elections import Candidacy, Contest, Correction, Detail, Election, ElectionKind
from knowledge.models.places import Nation

_NI_ALIKE = frozenset({"uup", "ulster-unionist"})
_LIBERAL_LINE = frozenset({"liberal", "sdp-liberal-alliance", "liberal-democrat"})


@dataclass(slots=True)
class Written:
    """Rows of the general elections, as they are gathered."""

    elections: list[Election] = field(default_factory=list)
    contests: list[Contest] = field(default_factory=list)
    candidacies: list[Candidacy] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)


def general_elections(history: History, *, last: str = "2001") -> Written:
    """Every contest of the library's file from 1918 to the election ``last``."""
    written = Written()
    for election in GENERAL_ELECTIONS:
        if election.key in history.results:
            written.elections.append(election_row(election))
            for seat, result in sorted(history.results[election.key].items(), key=lambda pair: pair[1].name):
                if election.key <= last:
                    _write(written, history, seat, result, history.returned[election.key][seat])
    return written


def election_row(election: ElectionDay) -> Election:
    return Election(
        id=election.id,
        kind=ElectionKind.GENERAL,
        date=election.day,
        name=election.name,
        parliament=election.parliament,
        source=LIBRARY_SOURCE.id,
    )


def contest_id(seat_slug: str, election: ElectionDay) -> str:
    return f"parl.{seat_slug}.{election.day.isoformat()}"


def _write(written: Written, history: History, seat: str, result: Result, returned: list[Term]) -> None:
    election = result.election
    row = history.seats.constituency(seat, election.day)
    contest = contest_id(row.seat, election)
    winners = [winner(term, result) for term in returned]
    before = _before(history, seat, result)
    first = winners[0] if len(winners) == 1 else None
    gain = _gain(history, seat, first, before)
    written.contests.append(
        Contest(
            id=contest,
            election=election.id,
            constituency=row.id,
            electorate=result.electorate,
            valid_votes=result.total if result.seats == 1 else None,
            majority=majority(first, result) if first else None,
            turnout=_turnout(result),
            winner=_common_party(winners),
            gain=None if gain is None else gain != "",
            lost_by=gain or None,
            seats=result.seats,
            unopposed=result.unopposed,
            detail=Detail.PARTIES,
            source=LIBRARY_SOURCE.id,
        )
    )
    written.corrections.extend(_corrections(contest, result))
    written.candidacies.extend(_candidacies(history, contest, result, winners, before))


def _turnout(result: Result) -> float | None:
    """The turnout to be held: where it does not follow from votes and electorate, or the published one is not used."""
    worked_out = result.seats == 1 and result.total and result.electorate
    return None if worked_out and not any(mend.field == "turnout" for mend in result.mends) else result.turnout


def _corrections(contest: str, result: Result) -> Iterator[Correction]:
    for mend in result.mends:
        yield Correction(
            contest=contest,
            field=mend.field,
            published=mend.published,
            used=mend.used,
            reason=mend.reason,
            source=LIBRARY_SOURCE.id,
        )


def _common_party(winners: list[Winner]) -> str | None:
    parties = {found.party for found in winners}
    return parties.pop() if len(parties) == 1 else None


def _before(history: History, seat: str, result: Result) -> Result | None:
    """The same constituency's result at the general election before, on the same boundaries."""
    election = result.election
    earlier = [e for e in GENERAL_ELECTIONS if e.day < election.day]
    if not earlier or result.seats > 1:
        return None
    before = history.results.get(earlier[-1].key, {}).get(seat)
    if before is None or before.seats > 1 or before.nation is not result.nation:
        return None
    same = boundary_set(result.nation, before.election.day) == boundary_set(result.nation, election.day)
    # Northern Ireland's boundaries outlast some of Great Britain's: gains are worked out for the country or not at all.
    country = boundary_set(Nation.ENGLAND, before.election.day) == boundary_set(Nation.ENGLAND, election.day)
    return before if same and country else None


def _gain(history: History, seat: str, found: Winner | None, before: Result | None) -> str | None:
    """The party a seat was gained from since the general election before; empty for a hold, ``None`` if neither.

    Neither is said of the Speaker's seat, nor of a seat that passed from a party to its successor (the Alliance of 1987
    to the Liberal Democrats) or that the National Liberals or National Labour won.
    """
    if found is None or before is None or held_apart(found.party):
        return None
    earlier = history.returned[before.election.key][seat]
    if len(earlier) != 1:
        return None
    lost = winner(earlier[0], before).party
    if counting_party(lost) == counting_party(found.party):
        return "" if found.party != "speaker" else None
    successor = _line(lost) == _line(found.party)
    return None if successor or "speaker" in (lost, found.party) else lost


def _line(party: str) -> str:
    """What a party is the same as from one election to the next."""
    if party in _NI_ALIKE:
        return "ulster-unionist"
    counting = counting_party(party)
    return "liberal" if counting in _LIBERAL_LINE else counting


def _candidacies(
    history: History, contest: str, result: Result, winners: list[Winner], before: Result | None
) -> Iterator[Candidacy]:
    wales = result.nation is Nation.WALES
    placed = {found.column: found for found in winners if found.column and result.seats == 1}
    for found in winners:
        if found.column not in placed:
            yield _elected(history, contest, result, found)
    for column, votes in sorted(result.votes.items(), key=lambda pair: -pair[1]):
        if result.unopposed:
            continue
        change = _change(column, result, before)
        if column in placed:
            row = _elected(history, contest, result, placed[column])
            yield row.model_copy(update={"votes": votes, "change": change})
        else:
            yield Candidacy(
                contest=contest,
                party=column_party(column, result.election.day, wales=wales),
                votes=votes,
                change=change,
                pooled=column == POOLED or result.seats > 1,
            )


def _elected(history: History, contest: str, result: Result, found: Winner) -> Candidacy:
    person = found.term.person
    name = history.people.name_at(person, result.election.key)
    return Candidacy(
        contest=contest,
        person=history.people.id(person),
        name=name if name != history.people.name(person) else None,
        party=found.party,
        label=found.label or _exact_label(found),
        elected=True,
    )


def _exact_label(found: Winner) -> str | None:
    """What a member of the Alliance was within it."""
    exact = party_id(found.term.party, found.term.start)
    return found.term.party if found.party == "sdp-liberal-alliance" and exact != found.party else None


def _change(column: str, result: Result, before: Result | None) -> float | None:
    """The change in a column's share, where it held votes at both elections."""
    if before is None or column == POOLED or before.unopposed or column not in before.votes:
        return None
    if not (result.total and before.total):
        return None
    return round(result.votes[column] / result.total - before.votes[column] / before.total, 4)
