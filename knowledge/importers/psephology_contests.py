"""Contests and candidacies as rows, and where the two files contradict each other, a correction with both figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from knowledge.importers.psephology_files import RawCandidacy, RawContest
from knowledge.importers.psephology_parties import UCUNF
from knowledge.importers.psephology_results import parse_result
from knowledge.models.elections import Candidacy, Contest, Correction, Election, ElectionKind


@dataclass(frozen=True, slots=True)
class Lookups:
    """What turns the names of a raw row into ids."""

    seat: Callable[[RawContest], str]
    constituency: Callable[[RawContest], str]
    party: Callable[[RawCandidacy], str]
    counting_party: Callable[[str], str]
    abbreviated: Callable[[str], str | None]
    person: Callable[[RawContest, RawCandidacy], str]
    name: Callable[[RawCandidacy], str]
    source: Callable[[RawContest], str]
    before: Callable[[RawContest, str], float | None]
    """Share of a counting party in the contest that changes are published against, where it is held."""


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
    return f"parl.by.{when}" if by_election else f"parl.{when}"


def contest_id(seat: str, when: date, *, by_election: bool) -> str:
    return f"parl.{seat}.by.{when}" if by_election else f"parl.{seat}.{when}"


def spelled(when: date) -> str:
    """A date as written in a sentence: ``23 February 2017``."""
    return f"{when.day} {when:%B %Y}"


def build_elections(contests: Iterable[RawContest], source: Callable[[RawContest], str]) -> list[Election]:
    """One election for each polling day and kind, in order of time."""
    days: dict[tuple[date, bool], list[RawContest]] = {}
    for contest in contests:
        days.setdefault((contest.date, contest.by_election), []).append(contest)
    return [
        Election(
            id=election_id(when, by_election=by),
            kind=ElectionKind.BY_ELECTION if by else ElectionKind.GENERAL,
            date=when,
            name=_election_name(when, found) if by else f"{when.year} general election",
            parliament=found[0].parliament,
            source=source(found[0]),
        )
        for (when, by), found in sorted(days.items())
    ]


def _election_name(when: date, found: Sequence[RawContest]) -> str:
    return f"by-election{'s' if len(found) > 1 else ''} of {spelled(when)}"


def build_contest(raw: RawContest, lookups: Lookups, vacancy: Vacancy | None = None) -> ContestRows:
    """The rows of one contest, contradictions between its two files settled and recorded."""
    vacancy = vacancy or Vacancy()
    key = contest_id(lookups.seat(raw), raw.date, by_election=raw.by_election)
    settled, corrections = settle(raw, key, lookups)
    candidacies, more = _candidacies(settled, raw, key, lookups)
    result = parse_result(raw.result)
    contest = Contest(
        id=key,
        election=election_id(raw.date, by_election=raw.by_election),
        constituency=lookups.constituency(raw),
        electorate=raw.electorate,
        valid_votes=settled.valid_votes,
        invalid_votes=raw.invalid_votes,
        majority=settled.majority,
        result=result.wording if result else raw.result or None,
        winner=candidacies[0].party,
        gain=result.gain if result else None,
        lost_by=lookups.abbreviated(result.lost_by) if result and result.lost_by else None,
        declared_at=raw.declared,
        writ=raw.writ,
        cause=vacancy.cause,
        previous_member=vacancy.previous_member,
        source=lookups.source(raw),
    )
    return ContestRows(contest, candidacies, (*corrections, *more))


def settle(raw: RawContest, key: str, lookups: Lookups) -> tuple[RawContest, list[Correction]]:
    """Settle what the two files say differently by the figure that agrees with the other figures."""
    note = _Noter(key, lookups.source(raw))
    if sum(c.votes for c in raw.candidacies) != raw.valid_votes:
        raw = _settle_votes(raw, note, lookups)
    first, second = _top_two(raw)
    if raw.majority != first - second:
        note("majority", raw.majority, first - second, "The leading two candidacies' votes differ by the figure used.")
        raw = replace(raw, majority=first - second)
    _note_columns(raw, note, lookups)
    return raw, note.found


class _Noter:
    """Collects the corrections of one contest."""

    def __init__(self, contest: str, source: str) -> None:
        self._contest = contest
        self._source = source
        self.found: list[Correction] = []

    def __call__(self, field: str, published: object, used: object, reason: str, person: str | None = None) -> None:
        self.found.append(
            Correction(
                contest=self._contest,
                field=field,
                person=person,
                published=str(published),
                used=str(used),
                reason=reason,
                source=self._source,
            )
        )


def _settle_votes(raw: RawContest, note: _Noter, lookups: Lookups) -> RawContest:
    """Candidacies that do not sum to the valid votes: take the contests file's figure for the one that differs."""
    differing = [
        (index, found, raw.columns[found.party_short])
        for index, found in enumerate(raw.candidacies)
        if raw.columns.get(found.party_short, found.votes) != found.votes
    ]
    if len(differing) != 1:
        return raw
    index, found, votes = differing[0]
    candidacies = list(raw.candidacies)
    candidacies[index] = replace(found, votes=votes)
    fixed = replace(raw, candidacies=tuple(candidacies))
    first, second = _top_two(fixed)
    if sum(c.votes for c in candidacies) != raw.valid_votes or first - second != raw.majority:
        return raw
    person = lookups.person(raw, found)
    before = sorted((c.votes for c in raw.candidacies), reverse=True)
    note(
        "votes",
        found.votes,
        votes,
        "The contests file's figure sums with the others to its valid votes and agrees with its majority and the "
        "published turnout; the candidacies file's does not.",
        person,
    )
    note("majority", before[0] - before[1], first - second, "Follows from the votes of the candidacies file.")
    note("valid_votes", sum(before), raw.valid_votes, "The sum of the candidacies file.")
    return fixed


def _top_two(raw: RawContest) -> tuple[int, int]:
    votes = sorted((c.votes for c in raw.candidacies), reverse=True)
    return votes[0], votes[1] if len(votes) > 1 else 0


def _note_columns(raw: RawContest, note: _Noter, lookups: Lookups) -> None:
    """Record party columns of the contests file that the candidacies contradict while agreeing with the valid votes."""
    sums = dict.fromkeys(raw.columns, 0)
    for found in raw.candidacies:
        short = "UUP" if is_ucunf(raw, found) else found.party_short
        sums[short if short in sums else "others"] += found.votes
    for column, votes in raw.columns.items():
        if votes != sums[column]:
            label = "all other candidates" if column == "others" else column
            person = _only_person(raw, column, lookups)
            note(
                "votes",
                f"{votes} ({label})",
                f"{sums[column]} ({label})",
                "The contests file's column differs from the candidacies, which sum to the valid votes.",
                person,
            )


def _only_person(raw: RawContest, column: str, lookups: Lookups) -> str | None:
    found = [c for c in raw.candidacies if c.party_short == column]
    return lookups.person(raw, found[0]) if len(found) == 1 else None


def is_ucunf(contest: RawContest, found: RawCandidacy) -> bool:
    """Whether a candidate printed as independent in 2010 is the one of the Conservatives and Unionists' joint list.

    The contests file counts those 17 under the Ulster Unionists and names the list where it came second.
    """
    return (
        contest.date == date(2010, 5, 6)
        and found.party_name == "Independent"
        and contest.ons.startswith("N")
        and found.votes == contest.columns["UUP"] > 0
    )


def _candidacies(
    raw: RawContest, published: RawContest, key: str, lookups: Lookups
) -> tuple[tuple[Candidacy, ...], list[Correction]]:
    """Candidacies by place in the poll; equal votes share a place."""
    note = _Noter(key, lookups.source(raw))
    total = sum(c.votes for c in raw.candidacies)
    as_printed = dict(zip(raw.candidacies, published.candidacies, strict=True))
    ranked = sorted(raw.candidacies, key=lambda c: -c.votes)
    rows = []
    for found in ranked:
        person = lookups.person(published, as_printed[found])
        party = _party(raw, found, person, lookups, note)
        share, change = _share_and_change(raw, found, total, person, party, lookups, note)
        rows.append(
            Candidacy(
                contest=key,
                person=person,
                name=lookups.name(found),
                party=party,
                votes=found.votes,
                share=share,
                change=change,
                position=1 + sum(other.votes > found.votes for other in ranked),
                elected=found is ranked[0],
            )
        )
    return tuple(rows), note.found


def _party(raw: RawContest, found: RawCandidacy, person: str, lookups: Lookups, note: _Noter) -> str:
    if not is_ucunf(raw, found):
        return lookups.party(found)
    note(
        "party",
        "independent",
        UCUNF,
        "Printed as independent among the candidacies; the contests file counts the votes under the Ulster Unionists "
        "and names the joint list of Conservatives and Unionists where it came second.",
        person,
    )
    return UCUNF


def _share_and_change(
    raw: RawContest, found: RawCandidacy, total: int, person: str, party: str, lookups: Lookups, note: _Noter
) -> tuple[float, float | None]:
    """Share and change as published, made exact where they are rounded, and mended where they do not agree."""
    exact = round(found.votes / total, 6)
    if found.share is None or _agrees(found.share, exact, found.share_decimals):
        precise = found.share is not None and found.share_decimals > 4
        return (found.share if precise and found.share is not None else exact), found.change
    note("share", found.share, exact, "The share is not the votes over the valid votes.", person)
    if found.change is None:
        return exact, None
    before = lookups.before(raw, lookups.counting_party(party))
    if before is None:
        before = found.share - found.change
    change = round(exact - before, 6)
    if abs(change - found.change) > 0.0006:
        note("change", found.change, change, "Follows from the share.", person)
        return exact, change
    return exact, found.change


def _agrees(published: float, exact: float, places: int) -> bool:
    """Whether ``published`` is ``exact`` at its own precision, give or take the last digit's rounding."""
    return abs(published - exact) <= max(0.5001 * 10**-places, 0.00006)


def shares_by_party(rows: Iterable[ContestRows], counting: Mapping[str, str]) -> dict[tuple[str, str], float]:
    """Constituency and counting party -> share of the valid votes, of the contests given."""
    shares: dict[tuple[str, str], float] = {}
    for one in rows:
        for found in one.candidacies:
            key = one.contest.constituency, counting.get(found.party, found.party)
            shares[key] = shares.get(key, 0.0) + (found.share or 0.0)
    return shares
