"""The importer for Parliament's election files: general elections from 2010, by-elections, notional results."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.importers.base import ImportReport, write_packs
from knowledge.importers.psephology_basis import loser_corrections
from knowledge.importers.psephology_clusters import cluster
from knowledge.importers.psephology_contests import ContestRows, Lookups, build_contest, shares_by_party
from knowledge.importers.psephology_electorates import electorate_corrections
from knowledge.importers.psephology_files import GENERAL_ELECTIONS, RawCandidacy, RawContest, read_contests
from knowledge.importers.psephology_notional import NotionalRows, build_notional_2005, build_notional_2019
from knowledge.importers.psephology_packs import (
    Reference,
    by_election_pack,
    general_election_pack,
    notional_pack,
    reference_packs,
)
from knowledge.importers.psephology_parties import Parties
from knowledge.importers.psephology_people import People, build_people, read_members
from knowledge.importers.psephology_seats import (
    Seats,
    build_regions,
    build_seats,
    build_successions,
    main_successors,
)
from knowledge.importers.psephology_sources import source_id
from knowledge.importers.psephology_standings import Standing, build_standings, mended
from knowledge.importers.psephology_vacancies import read_by_elections, vacancy_of
from knowledge.importers.psephology_wikidata import members_wikidata
from knowledge.models.elections import Correction


def import_psephology(source: Path, target: Path) -> ImportReport:
    """Write the packs of Parliament's election files into ``target`` and say what changed.

    ``source`` is the folder that holds ``psephology/`` (and the files that add to it: ``places/``, ``ids/``,
    ``by_elections/``, ``general_elections/``, ``national/``), or that folder itself. Raises ``SourceFault`` where a
    file is missing or contradicts its companion.
    """
    root = source.parent if (source / "results-by-parliament").is_dir() else source
    contests = list(read_contests(root / "psephology/results-by-parliament"))
    seats = build_seats(contests, root)
    parties = Parties((raw for contest in contests for raw in contest.candidacies), root)
    notional = [build(root, seats.on, parties.named) for build in (build_notional_2005, build_notional_2019)]
    counting = {row.id: row.counts_as or row.id for row in parties.rows()}
    standings, notes = build_standings(
        contests, lambda c: seats.of(c).seat, lambda raw: counting[parties.of(raw)], root
    )
    successions = build_successions(seats, root)
    groups = cluster(standings, main_successors(seats, successions))
    people = build_people(groups, read_members(root), members_wikidata(standings, root))
    built = _Built(root, seats, parties, people, counting, standings)
    rows = built.contest_rows(contests)
    packs = [general_election_pack(p, rows, built.corrections(p, rows, notional), root) for p in GENERAL_ELECTIONS]
    packs += [by_election_pack(rows, root), notional_pack(notional)]
    packs += reference_packs(Reference(build_regions(), seats.rows, successions, parties.rows(), people))
    return write_packs("psephology", packs, target, notes)


@dataclass(frozen=True, slots=True)
class _Built:
    """What the steps of a run hand on to the contests."""

    root: Path
    seats: Seats
    parties: Parties
    people: People
    counting: dict[str, str]
    standings: Sequence[Standing]

    def contest_rows(self, contests: Iterable[RawContest]) -> list[tuple[RawContest, ContestRows]]:
        """Every contest in order of Parliaments, knowing the shares of the general elections before it."""
        vacancies = read_by_elections(self.root)
        shares: dict[tuple[str, str], float] = {}
        lookups = self._lookups(shares)
        rows = []
        for contest in contests:
            vacancy = None
            if contest.by_election:
                seat = self.seats.of(contest).seat
                vacancy = vacancy_of(contest, seat, vacancies, self.standings, lambda s: self.people.id_of[s.key])
            one = build_contest(contest, lookups, vacancy)
            rows.append((contest, one))
            if not contest.by_election:
                shares |= shares_by_party(one, self.counting)
        return rows

    def _lookups(self, shares: dict[tuple[str, str], float]) -> Lookups:
        def person(contest: RawContest, raw: RawCandidacy) -> str:
            return self.people.id_of[contest.ons, contest.polling_day, raw]

        def before(contest: RawContest, party: str) -> float | None:
            return shares.get((self.seats.of(contest).id, self.counting.get(party, party)))

        return Lookups(
            seat=lambda contest: self.seats.of(contest).seat,
            constituency=lambda contest: self.seats.of(contest).id,
            party=self.parties.of,
            abbreviated=self.parties.abbreviated,
            person=person,
            name=lambda raw: mended(raw.name),
            source=source_id,
            before=before,
        )

    def corrections(
        self, parliament: int, rows: Iterable[tuple[RawContest, ContestRows]], notional: Iterable[NotionalRows]
    ) -> list[Correction]:
        """What a general election's contests contradict outside their own two files."""
        basis = {c.constituency: c.winner for half in notional for c in half.contests if c.winner}
        contests = []
        for raw, one in rows:
            if raw.by_election or raw.parliament > parliament:
                continue
            if raw.parliament == parliament:
                contests.append(one.contest)
            elif one.contest.winner:
                basis[one.contest.constituency] = one.contest.winner
        return electorate_corrections(contests, self.seats, self.root) + loser_corrections(
            contests, basis, self.counting
        )
