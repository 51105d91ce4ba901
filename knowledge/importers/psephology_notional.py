"""Notional results: what 2005 would have been on the boundaries of 2010, and 2019 on those of 2024."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge.importers.common import read_table, whole
from knowledge.importers.psephology_parties import PartyKey
from knowledge.models.elections import Candidacy, Contest, Detail, Election, ElectionKind
from knowledge.models.places import Constituency

SOURCE_2005 = "parliament-notional-2005"
SOURCE_2019 = "parliament-notional-2019"
_COLUMNS_2019 = [
    "name",
    "other_name",
    "ons",
    "number",
    "region",
    "country",
    "type",
    "turnout",
    "electorate",
    "total_votes",
    "majority",
    "column",
    "votes",
    "short",
    "party",
    "mnis",
]
_SUMS_2019 = frozenset({"TOTOTHV", "MAXOTHV"})
"""Columns that repeat others: all small parties together, and the largest of them."""


@dataclass(frozen=True, slots=True)
class NotionalRows:
    """Everything that a notional election becomes."""

    election: Election
    contests: tuple[Contest, ...]
    candidacies: tuple[Candidacy, ...]


@dataclass(frozen=True, slots=True)
class _Plan:
    """One of the two notional elections."""

    when: date
    boundaries: str
    parliament: int
    name: str
    source: str


_2005 = _Plan(date(2005, 5, 5), "2010", 54, "2005 general election on the boundaries of 2010 (notional)", SOURCE_2005)
_2019 = _Plan(date(2019, 12, 12), "2024", 58, "2019 general election on the boundaries of 2024 (notional)", SOURCE_2019)


def build_notional_2005(
    root: Path, seat_on: Callable[[str, str], Constituency], party: Callable[[PartyKey], str]
) -> NotionalRows:
    """The notional result of 2005: a share and votes for each party, the small ones pooled."""
    rows = read_table(root / "psephology/results-by-parliament/54/notional-general-election/results.csv")
    rows = [
        {
            "ons": r["constituency_id"],
            "party": r["mnis_party_name"],
            "mnis": r["mnis_party_id"],
            "short": r["mnis_party_abbrev"],
            "votes": r["votes"],
            "electorate": r["electorate"],
            "total_votes": r["total_votes"],
            "majority": "",
        }
        for r in rows
    ]
    return _build(_2005, rows, seat_on, party)


def build_notional_2019(
    root: Path, seat_on: Callable[[str, str], Constituency], party: Callable[[PartyKey], str]
) -> NotionalRows:
    """The notional result of 2019: every party and independent that stood in any part of the new seat."""
    path = root / "psephology/results-by-parliament/58/notional-general-election/results.csv"
    rows = [row for row in read_table(path, _COLUMNS_2019) if row["column"] not in _SUMS_2019]
    named = [row | {"party": "Independent"} if row["mnis"] == "8" else row for row in rows]
    return _build(_2019, named, seat_on, party)


def _build(
    plan: _Plan,
    rows: Iterable[Mapping[str, str]],
    seat_on: Callable[[str, str], Constituency],
    party: Callable[[PartyKey], str],
) -> NotionalRows:
    by_seat: dict[str, list[Mapping[str, str]]] = {}
    for row in rows:
        if int(row["votes"]) > 0:
            by_seat.setdefault(row["ons"], []).append(row)
    election = f"parl.notional.{plan.when}"
    contests, candidacies = [], []
    for code, found in by_seat.items():
        seat = seat_on(plan.boundaries, code)
        contest, standing = _contest(plan, election, seat, found, party)
        contests.append(contest)
        candidacies += standing
    head = Election(
        id=election,
        kind=ElectionKind.NOTIONAL,
        date=plan.when,
        name=plan.name,
        parliament=plan.parliament,
        source=plan.source,
    )
    contests.sort(key=lambda row: row.id)
    candidacies.sort(key=lambda row: (row.contest, row.pooled, row.position or 0))
    return NotionalRows(head, tuple(contests), tuple(candidacies))


def _contest(
    plan: _Plan,
    election: str,
    seat: Constituency,
    found: list[Mapping[str, str]],
    party: Callable[[PartyKey], str],
) -> tuple[Contest, list[Candidacy]]:
    key = f"parl.{seat.seat}.notional.{plan.when}"
    total = sum(int(row["votes"]) for row in found)
    ranked = sorted(found, key=lambda row: (row["party"] == "NA", -int(row["votes"])))
    standing = []
    for row in ranked:
        votes, pooled = int(row["votes"]), row["party"] == "NA"
        standing.append(
            Candidacy(
                contest=key,
                party="others" if pooled else party(PartyKey(row["party"], row["mnis"], short=row["short"])),
                votes=votes,
                share=round(votes / total, 6),
                position=None if pooled else 1 + sum(int(r["votes"]) > votes for r in ranked if r["party"] != "NA"),
                elected=row is ranked[0],
                pooled=pooled,
            )
        )
    second = standing[1].votes if len(standing) > 1 and not standing[1].pooled else None
    contest = Contest(
        id=key,
        election=election,
        constituency=seat.id,
        electorate=whole(found[0]["electorate"]),
        valid_votes=whole(found[0]["total_votes"]),
        majority=None if second is None else (standing[0].votes or 0) - second,
        winner=standing[0].party,
        detail=Detail.PARTIES,
        source=plan.source,
    )
    return contest, standing
