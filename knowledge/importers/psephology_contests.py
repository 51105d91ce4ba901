"""Elections, contests and candidacies as rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.importers.psephology_files import RawCandidacy, RawContest
from knowledge.importers.psephology_parties import UCUNF
from knowledge.importers.psephology_results import parse_result
from knowledge.importers.psephology_settling import Names, Noter, is_ucunf, settle
from knowledge.models.elections import Candidacy, Contest, Correction, Election, ElectionKind

_ROUNDING = 0.00006
"""How far a share with six decimals may be from the votes over the valid votes."""
_CHANGE_ROUNDING = 0.0006
"""The same for a change, of which many are published with three decimals."""


@dataclass(frozen=True, slots=True)
class Lookups:
    """What turns the names of a raw row into ids."""

    seat: Callable[[RawContest], str]
    constituency: Callable[[RawContest], str]
    party: Callable[[RawCandidacy], str]
    abbreviated: Callable[[str], str | None]
    person: Callable[[RawContest, RawCandidacy], str]
    name: Callable[[RawCandidacy], str]
    source: Callable[[RawContest], str]
    before: Callable[[RawContest, str], float | None]
    """A party's share in the contest that changes are published against, where it is held."""


@dataclass(frozen=True, slots=True)
class Vacancy:
    """Why a by-election was held, and who sat before."""

    cause: str | None = None
    previous_member: str | None = None


@dataclass(frozen=True, slots=True)
class ContestRows:
    """Everything that one raw contest becomes."""

    contest: Contest
    candidacies: tuple[Candidacy, ...]
    corrections: tuple[Correction, ...]


def election_id(when: date, *, by_election: bool) -> str:
    """``parl.2017-06-08``, ``parl.by.2017-02-23``."""
    return f"parl.by.{when}" if by_election else f"parl.{when}"


def contest_id(seat: str, when: date, *, by_election: bool) -> str:
    """``parl.copeland.2017-06-08``, ``parl.copeland.by.2017-02-23``."""
    return f"parl.{seat}.by.{when}" if by_election else f"parl.{seat}.{when}"


def spelled(when: date) -> str:
    """A date as written in a sentence: ``23 February 2017``."""
    return f"{when.day} {when:%B %Y}"


def build_elections(contests: Iterable[RawContest], source: Callable[[RawContest], str]) -> list[Election]:
    """One election for each polling day and kind, in order of time."""
    days: dict[tuple[date, bool], list[RawContest]] = {}
    for contest in contests:
        days.setdefault((contest.polling_day, contest.by_election), []).append(contest)
    return [
        Election(
            id=election_id(when, by_election=by),
            kind=ElectionKind.BY_ELECTION if by else ElectionKind.GENERAL,
            date=when,
            name=_by_election_name(when, found) if by else f"{when.year} general election",
            parliament=found[0].parliament,
            source=source(found[0]),
        )
        for (when, by), found in sorted(days.items())
    ]


def _by_election_name(when: date, found: Sequence[RawContest]) -> str:
    return f"by-election{'s' if len(found) > 1 else ''} of {spelled(when)}"


def build_contest(published: RawContest, lookups: Lookups, vacancy: Vacancy | None = None) -> ContestRows:
    """The rows of one contest, contradictions between its two files settled and recorded."""
    vacancy = vacancy or Vacancy()
    seat, by_election = lookups.seat(published), published.by_election
    key = contest_id(seat, published.polling_day, by_election=by_election)
    noter = Noter(key, lookups.source(published))
    raw = settle(published, noter, Names(lookups.person, lookups.party, lookups.abbreviated))
    candidacies = _candidacies(raw, published, lookups, noter)
    result = parse_result(raw.result)
    contest = Contest(
        id=key,
        election=election_id(raw.polling_day, by_election=by_election),
        constituency=lookups.constituency(raw),
        electorate=raw.electorate,
        valid_votes=raw.valid_votes,
        invalid_votes=raw.invalid_votes,
        majority=raw.majority,
        result=result.wording if result else raw.result or None,
        winner=candidacies[0].party,
        gain=result.gain if result else None,
        lost_by=lookups.abbreviated(result.lost_by) if result and result.lost_by else None,
        declared_at=raw.declared,
        writ=raw.writ,
        cause=vacancy.cause,
        previous_member=vacancy.previous_member,
        source=noter.source,
    )
    return ContestRows(contest, candidacies, tuple(noter.found))


def _candidacies(raw: RawContest, published: RawContest, lookups: Lookups, noter: Noter) -> tuple[Candidacy, ...]:
    """Candidacies by place in the poll; equal votes share a place. People are found by the row as published."""
    total = sum(c.votes for c in raw.candidacies)
    as_printed = dict(zip(raw.candidacies, published.candidacies, strict=True))
    ranked = sorted(raw.candidacies, key=lambda c: -c.votes)
    rows = []
    for found in ranked:
        person = lookups.person(published, as_printed[found])
        party = _party(raw, found, person, lookups, noter)
        share = _share(found, total, person, noter)
        rows.append(
            Candidacy(
                contest=noter.contest,
                person=person,
                name=lookups.name(found),
                party=party,
                votes=found.votes,
                share=share,
                change=_change(found, share, person, lookups.before(raw, party), noter),
                position=1 + sum(other.votes > found.votes for other in ranked),
                elected=found is ranked[0],
            )
        )
    return tuple(rows)


def _party(raw: RawContest, found: RawCandidacy, person: str, lookups: Lookups, noter: Noter) -> str:
    if not is_ucunf(raw, found):
        return lookups.party(found)
    reason = (
        "Printed as independent among the candidacies; the contests file counts the votes under the Ulster Unionists "
        "and names the joint list of Conservatives and Unionists where it came second."
    )
    noter.note("party", lookups.party(found), UCUNF, reason, person)
    return UCUNF


def _share(found: RawCandidacy, total: int, person: str, noter: Noter) -> float:
    """The share as published; the exact one where it is rounded to a few decimals, or not what the votes give."""
    exact = round(found.votes / total, 6)
    if found.share is None:
        return exact
    if abs(found.share - exact) <= max(0.5001 * 10**-found.share_decimals, _ROUNDING):
        return found.share if found.share_decimals > 4 else exact
    noter.note("share", found.share, exact, "The published share is not the votes over the valid votes.", person)
    return exact


def _change(found: RawCandidacy, share: float, person: str, before: float | None, noter: Noter) -> float | None:
    """The change as published, unless it was worked out from a share that had to be corrected."""
    corrected = found.share is not None and abs(found.share - share) > 0.5001 * 10**-found.share_decimals
    if found.change is None or not corrected:
        return found.change
    change = round(share - (before if before is not None else (found.share or 0.0) - found.change), 6)
    if abs(change - found.change) <= _CHANGE_ROUNDING:
        return found.change
    noter.note("change", found.change, change, "The published change was worked out from the corrected share.", person)
    return change


def shares_by_party(rows: ContestRows, counting: Mapping[str, str]) -> dict[tuple[str, str], float]:
    """Constituency and counting party -> share of the valid votes of a contest."""
    shares: dict[tuple[str, str], float] = {}
    for found in rows.candidacies:
        key = rows.contest.constituency, counting.get(found.party, found.party)
        shares[key] = shares.get(key, 0.0) + (found.share or 0.0)
    return shares
