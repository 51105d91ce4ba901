"""By-elections 1918-2010: winner, party, previous member, cause, and what the library publishes of the result."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType

from knowledge.importers.base import Pack
from knowledge.importers.byelections_library import Published, find, read_published
from knowledge.importers.common import read_table
from knowledge.importers.history_calendar import GENERAL_ELECTIONS, boundary_set, parliament_on
from knowledge.importers.history_context import History
from knowledge.importers.history_corrections import PARTIES_AT
from knowledge.importers.history_files import MEMBERS_SOURCE, Result
from knowledge.importers.history_parties import counting_party, liberal_on, party_id
from knowledge.importers.history_seats import shown_name
from knowledge.importers.history_winners import winner
from knowledge.importers.members_names import plain_name
from knowledge.importers.national_tables import TABLES_SOURCE
from knowledge.models.elections import Candidacy, Contest, Correction, Detail, Election, ElectionKind
from knowledge.models.places import Constituency
from knowledge.models.sources import PackInfo

WINNERS_FILE = "by_elections/derived_byelections_1918-2026_winners.csv"
_FIRST_ELSEWHERE = date(2011, 1, 1)
_THURSDAY = 3
_CAUSES: Mapping[str, str] = MappingProxyType(
    {
        "death in office": "death of the member",
        "election petition": "election declared void on petition",
        "appointed as a judge": "appointment as a judge",
    }
)


@dataclass(frozen=True, slots=True)
class Court:
    """A seat that an election court gave to another candidate than the one with most votes."""

    person: str
    """Wikidata id of the member the court seated, and his party."""
    party: str
    disqualified: str
    disqualified_party: str
    result: str


COURTS: Mapping[tuple[str, str], Court] = MappingProxyType(
    {
        ("Q4969024", "1961-05-04"): Court(
            person="Q6742645",
            party="Conservative Party",
            disqualified="Q332412",
            disqualified_party="Labour Party",
            result="Con gain from Lab, seated by the election court: Lab had most votes but was disqualified",
        )
    }
)
"""Bristol South East 1961, which the members' table gives to Tony Benn."""

WINNERS_PARTY: Mapping[tuple[str, str], str] = MappingProxyType({("Q751660", "1956-05-08"): "Independent Unionist"})
"""The party of a winner where the table of by-elections has that of later years: George Forrest at Mid Ulster."""


@dataclass(slots=True)
class ByElections:
    """Rows as they are gathered."""

    elections: dict[str, Election] = field(default_factory=dict)
    contests: list[Contest] = field(default_factory=list)
    candidacies: list[Candidacy] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)


def by_elections_pack(root: Path, history: History) -> Pack:
    """The pack of all by-elections before those that hold every candidate."""
    rows, published = ByElections(), read_published(root)
    for row in read_table(root / WINNERS_FILE):
        if date.fromisoformat(row["date"]) < _FIRST_ELSEWHERE:
            _write(rows, row, history, published)
    rows.contests = _both_seats_at_once(rows.contests)
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
            "elections": sorted(rows.elections.values(), key=lambda election: election.date),
            "contests": sorted(rows.contests, key=lambda contest: (contest.id[-10:], contest.id)),
            "candidacies": sorted(rows.candidacies, key=lambda row: (row.contest[-10:], row.contest)),
            "corrections": rows.corrections,
        },
    )


def _write(rows: ByElections, row: Mapping[str, str], history: History, published: list[Published]) -> None:
    stated, seat = date.fromisoformat(row["date"]), row["constituency_qid"]
    listed = find(published, row["constituency"], stated) or find(
        published, shown_name(row["constituency"], stated.year), stated
    )
    day = polling_day(stated, listed.day if listed else stated)
    constituency = history.seats.constituency(seat, day)
    contest = f"parl.{constituency.seat}.by.{day.isoformat()}"
    election = _election(day)
    count = rows.elections.get(election.id)
    rows.elections[election.id] = election if count is None else election.model_copy(update={"name": _plural(day)})
    court = COURTS.get((seat, row["date"]))
    party = _party(row, court)
    outcome = _outcome(row, listed, court, party, _before(history, seat, day))
    rows.contests.append(
        Contest(
            id=contest,
            election=election.id,
            constituency=constituency.id,
            turnout=listed.turnout if listed else None,
            result=outcome.result,
            winner=party,
            gain=outcome.gain,
            lost_by=outcome.lost_by,
            cause=_CAUSES.get(row["vacancy_cause"], row["vacancy_cause"]) or None,
            previous_member=_previous(history, row, constituency, day),
            unopposed=bool(listed and listed.unopposed),
            detail=Detail.WINNER,
            source=TABLES_SOURCE.id if listed else MEMBERS_SOURCE.id,
        )
    )
    rows.candidacies.extend(_candidacies(history, row, contest, court, party, listed))
    rows.corrections.extend(_corrections(contest, election.id, stated, row, listed, outcome, court))


def _both_seats_at_once(contests: list[Contest]) -> list[Contest]:
    """One contest for the two seats of a constituency that were filled on one day (Stockport 1920)."""
    found: dict[str, Contest] = {}
    for contest in contests:
        if contest.id in found:
            cause = "; ".join(dict.fromkeys(filter(None, (found[contest.id].cause, contest.cause))))
            unclear = {"seats": 2, "winner": None, "gain": None, "lost_by": None, "previous_member": None}
            contest = contest.model_copy(update={**unclear, "cause": cause or None})  # noqa: PLW2901 - the two as one
        found[contest.id] = contest
    return list(found.values())


def polling_day(stated: date, listed: date) -> date:
    """The polling day where two publications differ: the Thursday if one is, else the members' table's."""
    return listed if listed.weekday() == _THURSDAY != stated.weekday() and listed.year == stated.year else stated


def _election(day: date) -> Election:
    return Election(
        id=f"parl.by.{day.isoformat()}",
        kind=ElectionKind.BY_ELECTION,
        date=day,
        name=f"by-election of {day.day} {day:%B %Y}",
        parliament=parliament_on(day),
        source=MEMBERS_SOURCE.id,
    )


def _plural(day: date) -> str:
    return f"by-elections of {day.day} {day:%B %Y}"


def _party(row: Mapping[str, str], court: Court | None) -> str:
    key = (row["constituency_qid"], row["date"])
    label = court.party if court else WINNERS_PARTY.get(key)
    label = label or PARTIES_AT.get((row["winner_qid"], row["date"]), row["winner_party"])
    return party_id(label, date.fromisoformat(row["date"]))


@dataclass(frozen=True, slots=True)
class _Outcome:
    result: str | None
    gain: bool | None
    lost_by: str | None
    published: str | None = None
    """The library's wording where it is not used."""


def _outcome(
    row: Mapping[str, str], listed: Published | None, court: Court | None, party: str, before: str | None
) -> _Outcome:
    """Hold or gain: as the library publishes it, else against the general election before on the same boundaries."""
    if court is not None:
        published = listed.result if listed else None
        return _Outcome(court.result, True, party_id(court.disqualified_party, date(1961, 5, 4)), published)
    if listed is not None and listed.result is not None:
        if listed.gain and listed.loser is None:
            # "LAB gain" from nobody, where Labour had the seat: Preston 1946 and the City of London 1945.
            previous = party_id(row["previous_party"], listed.day)
            if counting_party(previous) == counting_party(party):
                return _Outcome(listed.result.replace("gain", "hold"), False, None, listed.result)
        return _on_the_basis(listed, party, before)
    if before is None or before == "speaker":
        return _Outcome(None, None, None)
    gain = counting_party(before) != counting_party(party)
    return _Outcome(None, gain, before if gain else None)


def _on_the_basis(listed: Published, party: str, before: str | None) -> _Outcome:
    """The library's wording, with hold or gain on one basis: the general election before.

    The wording goes by the sitting member here and there ("CON gain from Ind CON" where a Conservative had been
    elected). A hold of the Speaker's seat, or by a party's successor, is left to the wording.
    """
    if before is None:
        return _Outcome(listed.result, listed.gain, listed.loser if listed.gain else None)
    gain = before != "speaker" and counting_party(before) != counting_party(party)
    if listed.gain is not True and (gain or before == "speaker"):
        return _Outcome(listed.result, None, None)
    return _Outcome(listed.result, gain, before if gain else None)


def _before(history: History, seat: str, day: date) -> str | None:
    """The party that won the seat at the general election before, on the same boundaries."""
    election = [election for election in GENERAL_ELECTIONS if election.day < day][-1]
    result: Result | None = history.results.get(election.key, {}).get(seat)
    returned = history.returned[election.key].get(seat, [])
    if result is None or len(returned) != 1:
        return None
    if boundary_set(result.nation, day) != boundary_set(result.nation, election.day):
        return None
    return winner(returned[0], result).party


def _previous(history: History, row: Mapping[str, str], constituency: Constituency, day: date) -> str | None:
    """The person id of the member before: whoever of that name sat for the seat last."""
    sat = [
        term
        for term in history.terms
        if term.constituency == constituency.wikidata and term.start < day and (term.end is None or term.end <= day)
    ]
    named = [term for term in sat if plain_name(term.name) == plain_name(row["previous_mp"])]
    return history.people.id(named[-1].person) if named else None


def _candidacies(
    history: History, row: Mapping[str, str], contest: str, court: Court | None, party: str, listed: Published | None
) -> Iterator[Candidacy]:
    person = court.person if court else row["winner_qid"]
    changes = dict(listed.changes) if listed else {}
    day = listed.day if listed else date.fromisoformat(row["date"])
    liberal = changes.pop("liberal", None)
    if liberal is not None:
        changes[liberal_between(day, party)] = liberal
    counted = counting_party(party)
    yield Candidacy(
        contest=contest,
        person=history.people.id(person),
        party=party,
        change=changes.pop(_welsh_or_scottish(party), None) if party == "plaid-cymru" else changes.pop(counted, None),
        elected=True,
    )
    if court is not None:
        other = party_id(court.disqualified_party, day)
        yield Candidacy(
            contest=contest,
            person=history.people.id(court.disqualified),
            party=other,
            label="disqualified",
            change=changes.pop(other, None),
            position=1,
        )
    nation = history.seats.nation(row["constituency_qid"])
    for other, change in changes.items():
        yield Candidacy(
            contest=contest, party="plaid-cymru" if other == "snp" and nation == "wales" else other, change=change
        )


def _welsh_or_scottish(party: str) -> str:
    """The key under which the library's column of nationalists is read."""
    return "snp" if party == "plaid-cymru" else party


def liberal_between(day: date, winner_party: str) -> str:
    """The party of the library's Liberal column on a day between general elections."""
    if winner_party in ("liberal", "social-democratic-party", "liberal-democrat"):
        return winner_party
    if date(1981, 6, 16) <= day < date(1988, 3, 3):
        return "sdp-liberal-alliance"
    return liberal_on(day) if day.year not in (1983, 1987) else "sdp-liberal-alliance"


def _corrections(
    contest: str,
    election: str,
    stated: date,
    row: Mapping[str, str],
    listed: Published | None,
    outcome: _Outcome,
    court: Court | None,
) -> Iterator[Correction]:
    def correction(what: str, published: str, used: str, reason: str, source: str) -> Correction:
        return Correction(contest=contest, field=what, published=published, used=used, reason=reason, source=source)

    if listed is not None and listed.day != stated:
        other = listed.day if election.endswith(stated.isoformat()) else stated
        source = TABLES_SOURCE.id if other == listed.day else MEMBERS_SOURCE.id
        reason = "the two publications have different days; the Thursday is used where one is"
        yield correction("election", f"parl.by.{other.isoformat()}", election, reason, source)
    if outcome.published and outcome.result:
        reason = "the party had the seat before" if court is None else "the court seated the runner-up"
        yield correction("result", outcome.published, outcome.result, reason, TABLES_SOURCE.id)
    if court is not None:
        published, used = party_id(row["winner_party"], stated), party_id(court.party, stated)
        yield correction("winner", published, used, "the seat went to the runner-up by the election court",
                         MEMBERS_SOURCE.id)  # fmt: skip
