"""Constituencies on the boundaries of 2010 and 2024, their regions, and what became of each seat in 2024."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

from knowledge.fold import slug
from knowledge.importers.base import SourceFault
from knowledge.importers.common import fraction, read_optional, read_table
from knowledge.importers.psephology_files import RawContest
from knowledge.models.places import Constituency, Nation, Region, Succession

SEATS_SOURCE = "constituencies-2010-2024"
FIRST_2010 = date(2010, 5, 6)
FIRST_2024 = date(2024, 7, 4)

_OVERLAPS = "key,old,old_name,new,new_name,homes,from_homes,area,from_area,people,from_people"
"""Columns of the overlap file, which has no header: fractions of the old seat, then of the new one, by residential
addresses, by area and by people. Checked on Copeland, 77% of whose people went to Whitehaven and Workington."""
_SMALL_WORD = re.compile(r"(?<=[ -])(Of|Upon|Under|On|An|Le|In)(?=[ -])")
_CITY_COMMA = re.compile(r"^([^,]+), ([^,]+)$")
_NATIONS: Mapping[str, Nation] = MappingProxyType(
    {"E": Nation.ENGLAND, "W": Nation.WALES, "S": Nation.SCOTLAND, "N": Nation.NORTHERN_IRELAND}
)
_REGIONS: Mapping[str, str] = MappingProxyType(
    {
        "E12000001": "North East",
        "E12000002": "North West",
        "E12000003": "Yorkshire and The Humber",
        "E12000004": "East Midlands",
        "E12000005": "West Midlands",
        "E12000006": "East of England",
        "E12000007": "London",
        "E12000008": "South East",
        "E12000009": "South West",
    }
)
_AREAS = (
    ("united-kingdom", "United Kingdom", None, "K02000001"),
    ("great-britain", "Great Britain", "united-kingdom", "K03000001"),
    ("england", "England", "great-britain", "E92000001"),
    ("scotland", "Scotland", "great-britain", "S92000003"),
    ("wales", "Wales", "great-britain", "W92000004"),
    ("northern-ireland", "Northern Ireland", "united-kingdom", "N92000002"),
)


@dataclass(frozen=True, slots=True)
class Seats:
    """The constituencies, found by ONS code, which alone is spelt alike everywhere."""

    rows: tuple[Constituency, ...]
    by_code: Mapping[tuple[str, str], Constituency]
    """Boundary set and ONS code -> constituency."""

    def on(self, boundaries: str, code: str) -> Constituency:
        """The constituency of an ONS code on a boundary set; a ``SourceFault`` where no contest was held in one."""
        try:
            return self.by_code[boundaries, code]
        except KeyError:
            raise SourceFault(f"ONS code {code}: no general election of the files was held there") from None

    def of(self, contest: RawContest) -> Constituency:
        """The constituency of a contest."""
        return self.on(boundary_set(contest), contest.ons)


def build_seats(contests: Iterable[RawContest], root: Path) -> Seats:
    """One constituency for each code that a contest was held in, on the boundary set of its Parliament."""
    contests = list(contests)
    later = _latest(contests, "2024")
    official = {slug(name): name for name in (c.seat_name for c in later.values())}
    welsh = {
        r["ons_code"]: r["name_cy"] for r in read_optional(root / "places/derived_constituency_names_2024_en_cy.csv")
    }
    wikidata = {
        r["CODE"]: r["WIKIDATA"] for r in read_optional(root / "places/everypolitician_pcon2010_gss_wikidata.csv")
    }
    rows = [_constituency(c, "2010", official, {}, wikidata) for c in _latest(contests, "2010").values()]
    rows += [_constituency(c, "2024", official, welsh, {}) for c in later.values()]
    rows.sort(key=lambda row: (row.boundary_set, row.seat))
    by_code = {(row.boundary_set, str(row.ons)): row for row in rows}
    for old, new in reissued_codes(root).items():
        if ("2024", new) in by_code:
            by_code["2024", old] = by_code["2024", new]
    return Seats(tuple(rows), by_code)


def boundary_set(contest: RawContest) -> str:
    """The boundary set a contest was fought on."""
    return "2010" if contest.parliament < 59 else "2024"


def reissued_codes(root: Path) -> dict[str, str]:
    """Code first given to a Scottish seat in 2024 (its old one) -> the code it was given instead."""
    rows = read_table(root / "psephology/revised_constituency_ids.csv", ["old", "name", "new"])
    return {row["old"]: row["new"] for row in rows}


def _latest(contests: Iterable[RawContest], wanted: str) -> dict[str, RawContest]:
    """For each code the last general election's row, whose spelling is the best one."""
    return {c.ons: c for c in contests if not c.by_election and boundary_set(c) == wanted}


def _constituency(
    contest: RawContest,
    boundaries: str,
    official: Mapping[str, str],
    welsh: Mapping[str, str],
    wikidata: Mapping[str, str],
) -> Constituency:
    seat = slug(contest.seat_name)
    return Constituency(
        id=f"{seat}.{boundaries}",
        seat=seat,
        name=official.get(seat) or tidy_name(contest.seat_name),
        name_cy=welsh.get(contest.ons) or None,
        nation=_NATIONS[contest.ons[0]],
        region=slug(_REGIONS[contest.region_ons]) if contest.ons.startswith("E") else None,
        designation=contest.designation,
        boundary_set=boundaries,
        first=FIRST_2010 if boundaries == "2010" else FIRST_2024,
        abolished=FIRST_2024 if boundaries == "2010" else None,
        ons=contest.ons,
        wikidata=wikidata.get(contest.ons) or None,
        source=SEATS_SOURCE,
    )


def tidy_name(name: str) -> str:
    """A seat's name without a comma after its city and without capitals inside: "Birmingham, Hodge Hill".

    >>> tidy_name("Birmingham, Hodge Hill"), tidy_name("Ross, Skye and Lochaber"), tidy_name("Isle Of Wight")
    ('Birmingham Hodge Hill', 'Ross, Skye and Lochaber', 'Isle of Wight')
    """
    name = _SMALL_WORD.sub(lambda match: match[1].lower(), name)
    return name if " and " in name else _CITY_COMMA.sub(r"\1 \2", name)


def build_successions(seats: Seats, root: Path) -> list[Succession]:
    """Where each seat of 2010 went in 2024, as published fractions of homes, area and people."""
    rows = read_table(root / "psephology/constituency-area-overlaps.csv", _OVERLAPS.split(","))
    found = [
        Succession(
            old=seats.on("2010", row["old"]).id,
            new=seats.on("2024", row["new"]).id,
            people=_unit(row["people"]),
            area=_unit(row["area"]),
            homes=_unit(row["homes"]),
            from_people=_unit(row["from_people"]),
            source=SEATS_SOURCE,
        )
        for row in rows
    ]
    return sorted(found, key=lambda row: (row.old, -(row.people or 0), row.new))


def _unit(text: str) -> float | None:
    value = fraction(text)
    return None if value is None else min(value, 1.0)


def build_regions() -> list[Region]:
    """The nations and English regions, and the areas that national totals are published for."""
    areas = [Region(id=i, name=n, part_of=p, ons=o, source=SEATS_SOURCE) for i, n, p, o in _AREAS]
    regions = [
        Region(id=slug(name), name=name, part_of="england", ons=ons, source=SEATS_SOURCE)
        for ons, name in _REGIONS.items()
    ]
    return areas + regions


def main_successors(seats: Seats, successions: Iterable[Succession]) -> dict[str, str]:
    """Seat slug of 2010 -> slug of the seat of 2024 that most of its people went to."""
    slug_of = {row.id: row.seat for row in seats.rows}
    best: dict[str, Succession] = {}
    for row in successions:
        if row.old not in best or (row.people or 0) > (best[row.old].people or 0):
            best[row.old] = row
    return {slug_of[old]: slug_of[row.new] for old, row in best.items()}
