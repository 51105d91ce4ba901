"""The publications that the Parliament files are made from, and the packs they become."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from knowledge.importers.common import read_table
from knowledge.importers.psephology_files import GENERAL_ELECTIONS, RawContest
from knowledge.importers.psephology_notional import SOURCE_2005, SOURCE_2019
from knowledge.importers.psephology_parties import PARTIES_SOURCE
from knowledge.importers.psephology_people import CROSSWALK_SOURCE, PEOPLE_SOURCE
from knowledge.importers.psephology_seats import SEATS_SOURCE
from knowledge.models.sources import PackInfo, Source

LICENCE = "Open Parliament Licence v3.0"
LIBRARY = "House of Commons Library"
PARLIAMENT = "UK Parliament"
RESULTS_SITE = "https://electionresults.parliament.uk/"
AS_OF = date(2026, 8, 13)
"""Polling day of the last by-election in the files."""
_LAST_DAYS = {55: date(2015, 3, 30), 56: date(2017, 5, 3), 57: date(2019, 11, 6), 58: date(2024, 5, 30), 59: AS_OF}
"""The day up to which a Parliament's by-elections are complete: its dissolution, or the last one held."""


def source_id(contest: RawContest) -> str:
    """Id of the publication that a contest is taken from."""
    year = GENERAL_ELECTIONS[contest.parliament].year
    return f"by-elections-{year}" if contest.by_election else f"general-election-{year}"


def general_election_source(parliament: int, root: Path) -> Source:
    """The results of a general election."""
    when = GENERAL_ELECTIONS[parliament]
    rows = read_table(root / "psephology/general-elections.csv", ["date", "notional", "address"])
    address = next((r.get("address", "") for r in rows if r["date"] == str(when) and r["notional"] == "false"), "")
    return _results(
        f"general-election-{when.year}", f"General election {when.year}: results", address, when + timedelta(days=1)
    )


def by_election_source(parliament: int, root: Path) -> Source:
    """The by-elections of a Parliament."""
    rows = read_table(root / "psephology/by-elections-in-parliament.csv", ["parliament", "address"])
    address = next((r["address"] for r in rows if r["parliament"] == str(parliament)), "")
    year = GENERAL_ELECTIONS[parliament].year
    title = f"By-elections in the Parliament elected in {year}: results"
    return _results(f"by-elections-{year}", title, address, _LAST_DAYS[parliament])


def _results(key: str, title: str, address: str, as_of: date) -> Source:
    publisher = LIBRARY if address else PARLIAMENT
    return Source(
        id=key, publisher=publisher, title=title, address=address or RESULTS_SITE, licence=LICENCE, as_of=as_of
    )


def notional_sources() -> list[Source]:
    """The two notional results."""
    return [
        _results(
            SOURCE_2005, "Notional results of the 2005 general election on the boundaries of 2010", "", date(2010, 5, 6)
        ),
        _results(
            SOURCE_2019, "Notional results of the 2019 general election on the boundaries of 2024", "", date(2024, 7, 4)
        ),
    ]


def seat_sources() -> list[Source]:
    """Boundaries and names."""
    return [
        Source(
            id=SEATS_SOURCE,
            publisher=LIBRARY,
            title="Parliamentary constituencies of 2010 and 2024 and their overlaps",
            address=RESULTS_SITE,
            licence=LICENCE,
            as_of=date(2024, 7, 4),
        ),
        Source(
            id="mysociety-constituency-names",
            publisher="mySociety",
            title="Names of the constituencies of 2024 in English and Welsh",
            licence="CC BY 4.0",
            as_of=date(2024, 7, 4),
        ),
        Source(
            id="everypolitician-constituencies",
            publisher="EveryPolitician",
            title="ONS codes of the constituencies of 2010 and Wikidata ids",
            licence="CC0",
            as_of=date(2019, 12, 12),
        ),
    ]


def party_sources() -> list[Source]:
    """Parties and their registrations."""
    return [_results(PARTIES_SOURCE, "Election results: parties and their registrations", "", AS_OF)]


def people_sources() -> list[Source]:
    """Candidates and members, and the crosswalk that gives candidates of 2019 their ids."""
    return [
        _results(PEOPLE_SOURCE, "Election results: candidates and members", "", AS_OF),
        Source(
            id=CROSSWALK_SOURCE,
            publisher="Democracy Club",
            title="Candidates of the general election of 12 December 2019",
            address="https://candidates.democracyclub.org.uk/",
            licence="CC BY 4.0",
            as_of=date(2019, 12, 13),
        ),
    ]


def pack_info(key: str, title: str, about: str, *, as_of: date = AS_OF, licence: str = LICENCE) -> PackInfo:
    """The head of a pack that this importer writes."""
    return PackInfo(
        id=key, title=title, licence=licence, as_of=as_of, about=f"{about} Written by `hustings knowledge import`."
    )
