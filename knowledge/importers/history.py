"""The importer of the hundred years: members since 1918, by-elections 1918-2010 and general elections 1918-2005."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from knowledge.importers.base import ImportReport, Pack, write_packs
from knowledge.importers.byelections import by_elections_pack
from knowledge.importers.history_2005 import CANDIDATES_SOURCE, read_printed
from knowledge.importers.history_candidates import candidates_of_2005
from knowledge.importers.history_contests import Written, general_elections
from knowledge.importers.history_context import History, load_history
from knowledge.importers.history_files import LIBRARY_SOURCE, MEMBERS_SOURCE
from knowledge.importers.history_packs import others_cells
from knowledge.importers.members import members_pack
from knowledge.models.elections import Candidacy, Contest
from knowledge.models.sources import PackInfo


def import_history(source: Path, target: Path) -> ImportReport:
    """Write the packs of the hundred years from the files under ``source`` into ``target``.

    The packs of the elections since 2010 must be in ``target`` already: ids of people and seats are theirs.
    Raises ``SourceFault`` for a file that is missing or not as expected.
    """
    history = load_history(source, target)
    written = general_elections(history)
    if "2005" in history.results:
        candidates_of_2005(history, read_printed(source), written)
    by_elections = by_elections_pack(source, history)
    held = {row["id"] for row in others_cells(target, "parties")}
    used = {row.party for row in written.candidacies} | _parties(by_elections)
    names = {(row["person"], row["name"]) for row in others_cells(target, "person_names")}
    members = members_pack(history, held, names, used)
    # The constituencies are complete only when every other pack has asked for its own.
    packs = (members, by_elections, _general_elections_pack(history, written))
    return write_packs("history", packs, target)


def _parties(by_elections: Pack) -> set[str]:
    used: set[str] = set()
    for row in (*by_elections.tables["candidacies"], *by_elections.tables["contests"]):
        used |= {row.party} if isinstance(row, Candidacy) else set()
        used |= {row.lost_by} if isinstance(row, Contest) and row.lost_by else set()
    return used


def _general_elections_pack(history: History, written: Written) -> Pack:
    return Pack(
        PackInfo(
            id="history-1918-2005",
            title="General elections 1918-2005",
            licence=LIBRARY_SOURCE.licence,
            as_of=date(2005, 6, 23),
            about=(
                "Every constituency at every general election, with votes by party as published and the member "
                "returned; candidates by name in 2005. Written by `hustings knowledge import`."
            ),
        ),
        (LIBRARY_SOURCE, CANDIDATES_SOURCE, MEMBERS_SOURCE),
        {
            "constituencies": history.seats.rows,
            "elections": written.elections,
            "contests": written.contests,
            "candidacies": written.candidacies,
            "corrections": written.corrections,
        },
    )
