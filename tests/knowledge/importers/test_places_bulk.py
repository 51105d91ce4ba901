"""Places in bulk: which names are worth having, and which must be left to their other meaning."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.importers.places import import_places
from tests.knowledge.importers.past import Packs, table

SEATS = [
    ("copeland.2010", "copeland", "Copeland", "E1"),
    ("whitehaven-and-workington.2024", "whitehaven-and-workington", "Whitehaven and Workington", "E2"),
    ("portsmouth-north.2024", "portsmouth-north", "Portsmouth North", "E3"),
    ("portsmouth-south.2024", "portsmouth-south", "Portsmouth South", "E4"),
]
PEOPLE = [
    ("mnis-1", "Stella Barton", "Barton"),
    ("mnis-2", "Stella Creasy", "Creasy"),
    ("mnis-3", "Douglas Hall", "Hall"),
]
PLACE_COLUMNS = ("postcode_district", "place_name", "pcon2010_code", "pcon2024_code")
PART_COLUMNS = ("postcode_district", "pcon_code", "share")


class Country:
    """Places and postcode districts of a few seats."""

    def __init__(self, folder: Path) -> None:
        self.source, self.target = folder / "data", folder / "packs"
        self.places: list[tuple[str, str, str, str]] = []
        self.now: list[tuple[str, str, str]] = []
        self.before: list[tuple[str, str, str]] = []

    def place(self, name: str, now: str = "E2", before: str = "E1", district: str = "CA28") -> None:
        self.places.append((district, name, before, now))

    def imported(self) -> Packs:
        table(self.target / "seats/constituencies.csv", ("id", "seat", "name", "ons"), SEATS)
        table(self.target / "people/people.csv", ("id", "name", "family"), PEOPLE)
        table(
            self.target / "place-names/places-towns.csv", ("name", "kind", "seat"), [("Frizington", "town", "copeland")]
        )
        folder = self.source / "places"
        table(folder / "derived_place_to_pcon_2010_2024.csv", PLACE_COLUMNS, self.places)
        table(folder / "derived_postcode_district_to_pcon2024.csv", PART_COLUMNS, self.now)
        table(folder / "derived_postcode_district_to_pcon2010.csv", PART_COLUMNS, self.before)
        import_places(self.source, self.target)
        return Packs(self.target)


@pytest.fixture
def country(tmp_path: Path) -> Country:
    return Country(tmp_path)


def test_a_place_leads_to_its_seat_now_and_before(country: Country) -> None:
    country.place("Cleator Moor")
    row = country.imported().row("places", "places")
    assert (row["name"], row["kind"], row["seat"], row["seat_2010"]) == (
        *("Cleator Moor", "town", "whitehaven-and-workington", "copeland"),
    )


@pytest.mark.parametrize(
    "name",
    [
        "Copeland",
        "Whitehaven",
        "Portsmouth",
        "Frizington",
        "Barton",
        "Street",
        "Began",
        "Farewell",
        "High Street",
        "Stella",
        "Douglas Hall",
        "Wide Open",
        "Ash",
        "Carlisle PO Boxes",
    ],
)
def test_names_with_another_meaning_are_left_out(country: Country, name: str) -> None:
    """Seats, words of seats' names, places by hand, people's names, words of the language, short ones, post offices."""
    country.place(name)
    country.place("Cleator Moor")
    assert [row["name"] for row in country.imported().rows("places", "places")] == ["Cleator Moor"]


def test_hamlets_of_crowded_districts_are_left_out(country: Country) -> None:
    for number in range(13):
        country.place(f"Hamlet {'abcdefghijklm'[number]}")
    country.place("Cleator Moor", district="CA25")
    assert [row["name"] for row in country.imported().rows("places", "places")] == ["Cleator Moor"]


def test_a_place_in_several_seats_has_a_row_for_each_and_one_in_too_many_none(country: Country) -> None:
    country.place("Newtown", now="E3", before="")
    country.place("Newtown", now="E4", before="")
    rows = country.imported().rows("places", "places")
    assert [(row["seat"], row.get("seat_2010")) for row in rows] == [
        ("portsmouth-north", None),
        ("portsmouth-south", None),
    ]


def test_postcode_districts_have_the_parts_that_matter(country: Country) -> None:
    country.now = [("CA28", "E2", "0.96"), ("CA28", "E3", "0.04"), ("PO1", "E3", "0.3"), ("PO1", "E4", "0.7")]
    country.before = [("CA28", "E1", "0.98"), ("PO1", "E3", "0.5"), ("PO1", "E4", "0.5")]
    rows = country.imported().rows("places", "places", kind="postcode-district")
    assert [(row["name"], row["seat"], row.get("seat_2010"), row["share"]) for row in rows] == [
        ("CA28", "whitehaven-and-workington", "copeland", "0.96"),
        ("PO1", "portsmouth-north", None, "0.3"),
        ("PO1", "portsmouth-south", None, "0.7"),
    ]
