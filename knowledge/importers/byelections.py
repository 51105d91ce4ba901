"""By-elections 1918-2010: winner, party, previous member, cause, and what the library publishes of the result."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType

from knowledge.importers.base import Pack
from knowledge.importers.byelections_case import Case, Outcome, outcome
from knowledge.importers.byelections_library import Published, find, read_published
from knowledge.importers.common import read_table
from knowledge.importers.history_calendar import parliament_on
from knowledge.importers.history_context import History
from knowledge.importers.history_files import MEMBERS_SOURCE
from knowledge.importers.history_parties import counting_party, liberal_on, party_id
from knowledge.importers.history_seats import shown_name
from knowledge.importers.members_names import plain_name
from knowledge.importers.national_tables import TABLES_SOURCE
from knowledge.models.elections import Candidacy, Contest, Correction, Detail, Election, ElectionKind
from knowledge.models.places import Nation
from knowledge.models.sources import PackInfo

WINNERS_FILE = "by_elections/derived_byelections_1918-2026_winners.csv"
_FIRST_ELSEWHERE = date(2011, 1, 1)
_ALLIANCE = (date(1981, 6, 16), date(1988, 3, 3))
"""From the agreement of the Liberals and the Social Democrats to their merger."""
_CAUSES: Mapping[str, str] = MappingProxyType(
    {
        "death in office": "death of the member",
        "election petition": "election declared void on petition",
        "appointed as a judge": "appointment as a judge",
    }
)


@dataclass(slots=True)
class ByElections:
    """Rows as they are gathered."""

    elections: dict[str, Election] = field(default_factory=dict)
    contests: list[Contest] = field(default_factory=list)
    candidacies: list[Candidacy] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)


def by_elections_pack(root: Path, history: History) -> Pack:
    """The pack of all by-elections before those of which every candidate is held."""
    rows, published = ByElections(), read_published(root)
    for row in read_table(root / WINNERS_FILE):
        if date.fromisoformat(row["date"]) < _FIRST_ELSEWHERE:
            _write(rows, Case(row, _listed(row, published)), history)
    contests = sorted(both_seats_at_once(rows.contests), key=lambda contest: (contest.id[-10:], contest.id))
    candidacies = sorted(rows.candidacies, key=lambda candidacy: (candidacy.contest[-10:], candidacy.contest))
    return Pack(
        PackInfo(
            id="by-elections-1918-2010",
            title="By-elections 1918-2010",
            licence="CC0 1.0; Open Parliament Licence v3.0",
            as_of=date(2010, 12, 31),
            about=(
                "Who won each by-election, for which party, whom they followed and why; hold or gain, changes in share "
                "and turnout where the House of Commons Library publishes them. Candidates' votes are not held. "
                "Written by `hustings knowledge import`."
            ),
        ),
        (MEMBERS_SOURCE, TABLES_SOURCE),
        {
            "elections": [rows.elections[key] for key in sorted(rows.elections)],
            "contests": contests,
            "candidacies": candidacies,
            "corrections": rows.corrections,
        },
    )


def _listed(row: Mapping[str, str], published: list[Published]) -> Published | None:
    """The library's row, under the name of the members' table or the one of those days."""
    name, day = row["constituency"], date.fromisoformat(row["date"])
    return find(published, name, day) or find(published, shown_name(name, day.year), day)


def both_seats_at_once(contests: list[Contest]) -> list[Contest]:
    """One contest for the two seats of a constituency that were filled on one day (Stockport 1920)."""
    found: dict[str, Contest] = {}
    for contest in contests:
        first = found.get(contest.id)
        if first is None:
            found[contest.id] = contest
            continue
        causes = "; ".join(dict.fromkeys(cause for cause in (first.cause, contest.cause) if cause))
        unclear = {"seats": 2, "winner": None, "gain": None, "lost_by": None, "previous_member": None}
        found[contest.id] = contest.model_copy(update={**unclear, "cause": causes or None})
    return list(found.values())


def _write(rows: ByElections, case: Case, history: History) -> None:
    constituency = history.seats.constituency(case.seat, case.day)
    contest = f"parl.{constituency.seat}.by.{case.day.isoformat()}"
    election = _election(case.day)
    several = election.id in rows.elections and not any(row.id == contest for row in rows.contests)
    rows.elections.setdefault(election.id, election)
    if several:
        plural = election.name.replace("by-election", "by-elections", 1)
        rows.elections[election.id] = election.model_copy(update={"name": plural})
    held = outcome(case, history)
    rows.contests.append(
        Contest(
            id=contest,
            election=election.id,
            constituency=constituency.id,
            turnout=case.listed.turnout if case.listed else None,
            result=held.result,
            winner=case.party,
            gain=held.gain,
            lost_by=held.lost_by,
            cause=_CAUSES.get(case.row["vacancy_cause"], case.row["vacancy_cause"]) or None,
            previous_member=_previous(history, case),
            unopposed=bool(case.listed and case.listed.unopposed),
            detail=Detail.WINNER,
            source=TABLES_SOURCE.id if case.listed else MEMBERS_SOURCE.id,
        )
    )
    rows.candidacies.extend(_candidacies(history, case, contest))
    rows.corrections.extend(_corrections(case, contest, election.id, held))


def _election(day: date) -> Election:
    return Election(
        id=f"parl.by.{day.isoformat()}",
        kind=ElectionKind.BY_ELECTION,
        date=day,
        name=f"by-election of {day.day} {day:%B %Y}",
        parliament=parliament_on(day),
        source=MEMBERS_SOURCE.id,
    )


def _previous(history: History, case: Case) -> str | None:
    """The person id of the member before: whoever of that name sat for the seat last."""
    named = [
        term
        for term in history.terms
        if term.constituency == case.seat
        and term.start < case.day
        and (term.end is None or term.end <= case.day)
        and plain_name(term.name) == plain_name(case.row["previous_mp"])
    ]
    return history.people.id(named[-1].person) if named else None


def _candidacies(history: History, case: Case, contest: str) -> Iterator[Candidacy]:
    """Whoever got the seat, and the other parties whose change in share is published; no votes are held."""
    changes = _changes(history, case)
    yield Candidacy(
        contest=contest,
        person=history.people.id(case.winner),
        party=case.party,
        change=changes.pop(counting_party(case.party), None),
        elected=True,
    )
    if case.court is not None:
        disqualified = party_id(case.court.disqualified_party, case.stated)
        yield Candidacy(
            contest=contest,
            person=history.people.id(case.court.disqualified),
            party=disqualified,
            label="disqualified",
            change=changes.pop(disqualified, None),
            position=1,
        )
    for party, change in changes.items():
        yield Candidacy(contest=contest, party=party, change=change)


def _changes(history: History, case: Case) -> dict[str, float]:
    """Published changes by the party that each of the library's columns stands for, there and then."""
    if case.listed is None:
        return {}
    changes = dict(case.listed.changes)
    if "liberal" in changes:
        changes[liberal_between(case.day, case.party)] = changes.pop("liberal")
    if "snp" in changes and history.seats.nation(case.seat) is Nation.WALES:
        changes["plaid-cymru"] = changes.pop("snp")
    return changes


def liberal_between(day: date, winner_party: str) -> str:
    """The party of the library's Liberal column at a by-election: the winner's if that is one of its parties."""
    if winner_party in ("liberal", "social-democratic-party", "liberal-democrat"):
        return winner_party
    first, last = _ALLIANCE
    if first <= day < last:
        return "sdp-liberal-alliance"
    return "liberal" if day < first else liberal_on(max(day, date(1992, 1, 1)))


def _corrections(case: Case, contest: str, election: str, held: Outcome) -> Iterator[Correction]:
    def correction(what: str, published: str, used: str, reason: str) -> Correction:
        source = TABLES_SOURCE.id if what == "result" or used.endswith(case.row["date"]) else MEMBERS_SOURCE.id
        return Correction(contest=contest, field=what, published=published, used=used, reason=reason, source=source)

    if case.listed is not None and case.listed.day != case.stated:
        other = case.listed.day if case.day == case.stated else case.stated
        reason = "the two publications have different days; the Thursday is used where one is"
        yield correction("election", f"parl.by.{other.isoformat()}", election, reason)
    if held.published and held.result:
        reason = "the court seated the runner-up" if case.court else "the party had the seat before"
        yield correction("result", held.published, held.result, reason)
    if case.court is not None:
        published = party_id(case.row["winner_party"], case.stated)
        yield correction("winner", published, case.party, "the seat went to the runner-up by the election court")
