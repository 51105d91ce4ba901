"""Electorates that the House of Commons Library's long table gives differently."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from knowledge.fold import slug
from knowledge.importers.common import read_optional, whole
from knowledge.importers.psephology_seats import Seats
from knowledge.models.elections import Contest, Correction

_YEARS = frozenset({"2010", "2015", "2017", "2019"})


def electorate_corrections(contests: Sequence[Contest], seats: Seats, root: Path) -> list[Correction]:
    """A correction for each general-election contest whose electorate the Library's table gives differently."""
    rows = read_optional(root / "general_elections/hocl_1918-2019election_results.csv", encoding="cp1252")
    library = {
        (row["election"], slug(row["constituency_name"])): whole(row["electorate"])
        for row in rows
        if row["election"] in _YEARS
    }
    seat_of = {row.id: row.seat for row in seats.rows}
    found = []
    for contest in contests:
        year = contest.election.removeprefix("parl.")[:4]
        other = library.get((year, seat_of[contest.constituency])) if contest.election.count(".") == 1 else None
        if other is not None and contest.electorate is not None and other != contest.electorate:
            found.append(
                Correction(
                    contest=contest.id,
                    field="electorate",
                    published=str(other),
                    used=str(contest.electorate),
                    reason="The Library's table of 1918 to 2019 differs from Parliament's results file, which is used.",
                    source=contest.source,
                )
            )
    return found
