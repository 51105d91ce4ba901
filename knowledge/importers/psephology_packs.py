"""The rows of an import sorted into packs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.importers.base import Pack, SourceFault
from knowledge.importers.psephology_contests import ContestRows, build_elections, spelled
from knowledge.importers.psephology_files import GENERAL_ELECTIONS, PARLIAMENTS, RawContest
from knowledge.importers.psephology_notional import NotionalRows
from knowledge.importers.psephology_people import PEOPLE_SOURCE, People
from knowledge.importers.psephology_sources import (
    LICENCE,
    by_election_source,
    general_election_source,
    notional_sources,
    pack_info,
    party_sources,
    people_sources,
    seat_sources,
    source_id,
)
from knowledge.models.base import Row
from knowledge.models.elections import Correction
from knowledge.models.parties import Party
from knowledge.models.places import Constituency, Region, Succession

Rows = Iterable[tuple[RawContest, ContestRows]]


@dataclass(frozen=True, slots=True)
class Reference:
    """The rows that all elections share."""

    regions: Sequence[Region]
    constituencies: Sequence[Constituency]
    successions: Sequence[Succession]
    parties: Sequence[Party]
    people: People


def general_election_pack(parliament: int, rows: Rows, more: Sequence[Correction], root: Path) -> Pack:
    """The pack of the general election that elected ``parliament``. ``more``: corrections apart from the contests'."""
    when = GENERAL_ELECTIONS[parliament]
    info = pack_info(
        f"general-election-{when.year}",
        f"General election of {spelled(when)}",
        "Every contest and candidacy with its published share and change.",
        as_of=general_election_source(parliament, root).as_of,
    )
    found = [(raw, one) for raw, one in rows if raw.parliament == parliament and not raw.by_election]
    return Pack(info, [general_election_source(parliament, root)], _result_tables(found, more))


def by_election_pack(rows: Rows, root: Path) -> Pack:
    """The pack of all by-elections."""
    found = [(raw, one) for raw, one in rows if raw.by_election]
    days = sorted({raw.polling_day for raw, _ in found})
    if not days:
        raise SourceFault("results-by-parliament: no by-election in any of its files")
    info = pack_info(
        "by-elections-2011-2026",
        f"By-elections from {spelled(days[0])} to {spelled(days[-1])}",
        "Every contest and candidacy with its published share and change, the cause and the previous member.",
        as_of=days[-1],
    )
    return Pack(info, [by_election_source(p, root) for p in PARLIAMENTS], _result_tables(found, []))


def _result_tables(
    found: Sequence[tuple[RawContest, ContestRows]], more: Sequence[Correction]
) -> dict[str, Sequence[Row]]:
    rows = sorted((one for _, one in found), key=lambda one: (one.contest.election, one.contest.id))
    corrections = [*(correction for one in rows for correction in one.corrections), *more]
    corrections.sort(key=lambda row: (row.contest, row.field, row.person or ""))
    return {
        "elections": build_elections([raw for raw, _ in found], source_id),
        "contests": [one.contest for one in rows],
        "candidacies": [row for one in rows for row in one.candidacies],
        "corrections": corrections,
    }


def notional_pack(halves: Sequence[NotionalRows]) -> Pack:
    """The pack of the notional results."""
    info = pack_info(
        "notional-results",
        "Notional results of 2005 and 2019 on the boundaries that followed",
        "Estimates of how the seats of 2010 and 2024 would have voted before: what gains are counted against.",
    )
    tables: dict[str, Sequence[Row]] = {
        "elections": [half.election for half in halves],
        "contests": [row for half in halves for row in half.contests],
        "candidacies": [row for half in halves for row in half.candidacies],
    }
    return Pack(info, notional_sources(), tables)


def reference_packs(rows: Reference) -> list[Pack]:
    """The packs of seats, parties and people."""
    seats = pack_info(
        "seats",
        "Constituencies from 2010",
        "Constituencies on both boundary sets and what became of each in 2024.",
        licence=f"{LICENCE}; CC BY 4.0; CC0",
    )
    parties = pack_info("parties", "Parties", "Every party that stood since 2010, with its ids.")
    people = pack_info(
        "people", "Candidates and members", "Everyone who stood since 2010, by id.", licence=f"{LICENCE}; CC BY 4.0"
    )
    return [
        Pack(
            seats,
            seat_sources(),
            {"regions": rows.regions, "constituencies": rows.constituencies, "successions": rows.successions},
        ),
        Pack(parties, party_sources(), {"parties": rows.parties}),
        Pack(people, people_sources(), _people_tables(rows.people)),
    ]


def _people_tables(people: People) -> dict[str, Sequence[Row]]:
    """People by source, one to a file, so that 14,000 rows need not name theirs."""
    return {
        "people": [row for row in people.rows if row.source == PEOPLE_SOURCE],
        "people-2019": [row for row in people.rows if row.source != PEOPLE_SOURCE],
        "person_names": people.names,
    }
