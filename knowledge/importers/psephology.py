"""The importer for Parliament's election files: general elections from 2010, by-elections from 2011, notional results."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.importers.base import ImportReport, Pack, write_packs
from knowledge.importers.psephology_clusters import cluster
from knowledge.importers.psephology_contests import (
    ContestRows,
    Lookups,
    Vacancy,
    build_contest,
    build_elections,
    shares_by_party,
    spelled,
)
from knowledge.importers.psephology_electorates import electorate_corrections
from knowledge.importers.psephology_files import GENERAL_ELECTIONS, PARLIAMENTS, RawCandidacy, RawContest, read_contests
from knowledge.importers.psephology_notional import build_notional_2005, build_notional_2019
from knowledge.importers.psephology_parties import Parties
from knowledge.importers.psephology_people import People, build_people, read_members
from knowledge.importers.psephology_seats import Seats, boundary_set, build_regions, build_seats, build_successions
from knowledge.importers.psephology_sources import (
    by_election_source,
    general_election_source,
    notional_sources,
    pack_info,
    party_sources,
    people_sources,
    seat_sources,
    source_id,
)
from knowledge.importers.psephology_standings import Standing, build_standings, mended
from knowledge.importers.psephology_vacancies import read_by_elections, row_for, vacancy_of
from knowledge.models.places import Succession


def import_psephology(source: Path, target: Path) -> ImportReport:
    """Write the packs of Parliament's election files into ``target`` and say what changed.

    ``source`` is the folder that holds ``psephology/`` (and the files that add to it: ``places/``, ``ids/``,
    ``by_elections/``, ``general_elections/``), or that folder itself. Raises ``SourceFault`` where a file is missing.
    """
    root = source.parent if (source / "results-by-parliament").is_dir() else source
    packs, notes = _Import(root).packs()
    return write_packs("psephology", packs, target, notes)


@dataclass(slots=True)
class _Built:
    """What the steps of a run hand on."""

    seats: Seats
    successions: list[Succession]
    parties: Parties
    people: People


class _Import:
    """One run over one set of files."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._contests = list(read_contests(root / "psephology/results-by-parliament"))
        self._by_elections = read_by_elections(root)

    def packs(self) -> tuple[list[Pack], list[str]]:
        """All packs, and what an editor should know of the sources."""
        seats = build_seats(self._contests, self._root)
        parties = Parties((c for contest in self._contests for c in contest.candidacies), self._root)
        counting = {row.id: row.counts_as or row.id for row in parties.rows()}
        standings, notes = build_standings(
            self._contests, lambda c: self._seat(seats, c), lambda raw: counting[parties.of(raw)], self._root
        )
        successions = build_successions(seats, self._root)
        groups = cluster(standings, main_successors(seats, successions))
        people = build_people(groups, read_members(self._root), self._winners_wikidata(standings))
        built = _Built(seats, successions, parties, people)
        notional = self._notional(built)
        rows = self._contest_rows(built, counting, standings)
        return [*self._election_packs(rows, seats), notional, *self._reference_packs(built)], notes

    @staticmethod
    def _seat(seats: Seats, contest: RawContest) -> str:
        return seats.on(boundary_set(contest), contest.ons).seat

    def _winners_wikidata(self, standings: Iterable[Standing]) -> dict[str, str]:
        """MNIS id -> Wikidata id of the winners of by-elections."""
        found = {}
        for one in standings:
            if one.contest.by_election and one.mnis and one.raw is _winner(one.contest):
                row = row_for(self._by_elections, one.seat, one.date)
                if row:
                    found[one.mnis] = row["winner_qid"]
        return found

    def _notional(self, built: _Built) -> Pack:
        halves = [
            build(self._root, built.seats.on, built.parties.named)
            for build in (build_notional_2005, build_notional_2019)
        ]
        return Pack(
            pack_info(
                "notional-results",
                "Notional results of 2005 and 2019 on the boundaries that followed",
                "Estimates of how the seats of 2010 and 2024 would have voted before: what gains are counted against.",
            ),
            notional_sources(),
            {
                "elections": [half.election for half in halves],
                "contests": [row for half in halves for row in half.contests],
                "candidacies": [row for half in halves for row in half.candidacies],
            },
        )

    def _contest_rows(
        self, built: _Built, counting: dict[str, str], standings: Sequence[Standing]
    ) -> list[tuple[RawContest, ContestRows]]:
        """Every contest in order of time, each with what went before for the changes that need mending."""
        id_of = built.people.id_of
        before: dict[tuple[str, str], float] = {}
        lookups = Lookups(
            seat=lambda c: self._seat(built.seats, c),
            constituency=lambda c: built.seats.on(boundary_set(c), c.ons).id,
            party=built.parties.of,
            counting_party=lambda party: counting.get(party, party),
            abbreviated=built.parties.abbreviated,
            person=lambda contest, raw: id_of[contest.ons, contest.date, raw],
            name=lambda raw: mended(raw.name),
            source=source_id,
            before=lambda c, party: before.get((built.seats.on(boundary_set(c), c.ons).id, party)),
        )
        rows: list[tuple[RawContest, ContestRows]] = []
        for contest in self._contests:
            vacancy = self._vacancy(built, contest, standings) if contest.by_election else None
            one = build_contest(contest, lookups, vacancy)
            rows.append((contest, one))
            if not contest.by_election:
                before |= shares_by_party([one], counting)
        return rows

    def _vacancy(self, built: _Built, contest: RawContest, standings: Sequence[Standing]) -> Vacancy:
        seat = self._seat(built.seats, contest)
        return vacancy_of(contest, seat, self._by_elections, standings, lambda s: built.people.id_of[s.key])

    def _election_packs(self, rows: list[tuple[RawContest, ContestRows]], seats: Seats) -> list[Pack]:
        packs = []
        for parliament, when in GENERAL_ELECTIONS.items():
            found = [(raw, one) for raw, one in rows if raw.parliament == parliament and not raw.by_election]
            info = pack_info(
                f"general-election-{when.year}",
                f"General election of {spelled(when)}",
                "Every contest and candidacy with its published share and change.",
                as_of=when,
            )
            packs.append(self._results_pack(info, [general_election_source(parliament, self._root)], found, seats))
        found = [(raw, one) for raw, one in rows if raw.by_election]
        info = pack_info(
            "by-elections-2011-2026",
            "By-elections from 13 January 2011 to 13 August 2026",
            "Every contest and candidacy with its published share and change, the cause and the previous member.",
        )
        sources = [by_election_source(parliament, self._root) for parliament in PARLIAMENTS]
        return [*packs, self._results_pack(info, sources, found, seats)]

    def _results_pack(self, info, sources, found, seats) -> Pack:  # type: ignore[no-untyped-def]
        raw = [contest for contest, _ in found]
        rows = sorted((one for _, one in found), key=lambda one: (one.contest.election, one.contest.id))
        corrections = [correction for one in rows for correction in one.corrections]
        corrections += electorate_corrections([one.contest for one in rows], seats, self._root)
        return Pack(
            info,
            sources,
            {
                "elections": build_elections(raw, source_id),
                "contests": [one.contest for one in rows],
                "candidacies": [row for one in rows for row in one.candidacies],
                "corrections": sorted(corrections, key=lambda row: (row.contest, row.field, row.person or "")),
            },
        )

    def _reference_packs(self, built: _Built) -> list[Pack]:
        return [
            Pack(
                pack_info(
                    "seats",
                    "Constituencies from 2010",
                    "Constituencies on both boundary sets and what became of each in 2024.",
                    licence="Open Parliament Licence v3.0; CC BY 4.0; CC0",
                ),
                seat_sources(),
                {"regions": build_regions(), "constituencies": built.seats.rows, "successions": built.successions},
            ),
            Pack(
                pack_info("parties", "Parties", "Every party that stood since 2010, with its ids."),
                party_sources(),
                {"parties": built.parties.rows()},
            ),
            Pack(
                pack_info(
                    "people",
                    "Candidates and members",
                    "Everyone who stood since 2010, by id.",
                    licence="Open Parliament Licence v3.0; CC BY 4.0",
                ),
                people_sources(),
                {"people": built.people.rows, "person_names": built.people.names},
            ),
        ]


def _winner(contest: RawContest) -> RawCandidacy:
    return max(contest.candidacies, key=lambda raw: raw.votes)


def main_successors(seats: Seats, successions: Iterable[Succession]) -> dict[str, str]:
    """Seat slug of 2010 -> slug of the seat of 2024 that most of its people went to."""
    slug_of = {row.id: row.seat for row in seats.rows}
    best: dict[str, Succession] = {}
    for row in successions:
        if row.old not in best or (row.people or 0) > (best[row.old].people or 0):
            best[row.old] = row
    return {slug_of[old]: slug_of[row.new] for old, row in best.items()}
