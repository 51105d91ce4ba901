"""Why by-elections were held: cause and previous member, joined from the table of all by-elections since 1918."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from types import MappingProxyType

from knowledge.fold import fold, slug
from knowledge.importers.common import read_optional
from knowledge.importers.psephology_contests import Vacancy
from knowledge.importers.psephology_files import RawContest
from knowledge.importers.psephology_standings import Standing

_CAUSES: Mapping[str, str] = MappingProxyType(
    {
        "death in office": "death of the member",
        "election petition": "election declared void on petition",
        "recall petition": "recall petition",
    }
)


def read_by_elections(root: Path) -> list[dict[str, str]]:
    """The table's rows; none where it is not among the files."""
    return read_optional(root / "by_elections/derived_byelections_1918-2026_winners.csv")


def row_for(rows: Iterable[Mapping[str, str]], seat: str, when: date) -> Mapping[str, str] | None:
    """The table's row of a by-election; the table is a day off for some dates."""
    near = {str(when + timedelta(days=off)) for off in (-1, 0, 1)}
    found = [row for row in rows if row["date"] in near and slug(row["constituency"]) == seat]
    return found[0] if len(found) == 1 else None


def vacancy_of(
    contest: RawContest,
    seat: str,
    rows: Sequence[Mapping[str, str]],
    standings: Iterable[Standing],
    person: Callable[[Standing], str],
) -> Vacancy:
    """Cause and previous member of a by-election; the member is the winner of the last contest there before it."""
    row = row_for(rows, seat, contest.polling_day)
    cause = _CAUSES.get(row["vacancy_cause"], row["vacancy_cause"]) if row else None
    before = [s for s in standings if s.contest.ons == contest.ons and s.polling_day < contest.polling_day]
    if not before:
        return Vacancy(cause or None)
    last = max(s.polling_day for s in before)
    winner = max((s for s in before if s.polling_day == last), key=lambda s: s.raw.votes)
    if row and not _same_name(row["previous_mp"], winner):
        return Vacancy(cause or None)
    return Vacancy(cause or None, person(winner))


def _same_name(previous: str, winner: Standing) -> bool:
    """Whether the names share their first or last word; a member may have married since being elected."""
    ours, theirs = fold(winner.name).split(), fold(previous).split()
    return ours[-1] in theirs or ours[0] == theirs[0]
