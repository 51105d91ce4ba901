"""Which seat a row speaks of, on which boundaries."""

from __future__ import annotations

import pytest

from knowledge.importers.base import SourceFault
from knowledge.importers.history_calendar import boundary_set, general_election_on, parliament_on
from knowledge.importers.history_files import Result
from knowledge.importers.history_seats import Seats, loose, match_results, shown_name
from knowledge.models.places import Constituency, Nation
from tests.knowledge.importers.past import LAB, on, result, term


def matched(names: list[str], seats: list[str], key: str = "1970") -> dict[str, str]:
    """Library names by the seat they were joined with."""
    found = match_results([result(name, key) for name in names], [term("X", seat, LAB, key) for seat in seats])
    return {seat.removeprefix("Q-"): row.name for seat, row in found.items()}


@pytest.mark.parametrize(
    ("library", "table"),
    [
        ("Ashton Under Lyne", "Ashton-under-Lyne"),
        ("Derbyshire Western", "West Derbyshire"),
        ("Cumberland Whitehaven", "Whitehaven"),
        ("Ayr District Of Burghs", "Ayr Burghs"),
        ("Suffolk (East) Eye", "Eye"),
        ("Debry South", "Derby South"),
        ("Anglesey", "Ynys Môn"),
        ("Western Isles", "Na h-Eileanan an Iar"),
        ("Inverness Shire And Ross And Cromarty Western Isles", "Na h-Eileanan an Iar"),
        ("Southamptonitchen", "Southampton Itchen"),
        ("Wrekin The", "The Wrekin"),
    ],
)
def test_names_of_two_publications_are_joined(library: str, table: str) -> None:
    assert matched([library], [table]) == {table: library}


def test_names_of_the_same_words_are_told_apart() -> None:
    names = ["Derbyshire South", "Derby South", "Cambridge", "Cambridgeshire"]
    assert matched(names, ["Cambridgeshire", "Derby South", "Cambridge", "South Derbyshire"]) == {
        "South Derbyshire": "Derbyshire South",
        "Derby South": "Derby South",
        "Cambridge": "Cambridge",
        "Cambridgeshire": "Cambridgeshire",
    }


def test_a_bare_richmond_is_surreys_in_1950_and_yorkshires_in_1997() -> None:
    assert matched(
        ["Richmond", "Yorkshire (North Riding) Richmond"], ["Richmond (Surrey)", "Richmond (Yorks)"], "1950"
    ) == {
        "Richmond (Surrey)": "Richmond",
        "Richmond (Yorks)": "Yorkshire (North Riding) Richmond",
    }
    assert matched(["Richmond"], ["Richmond (Yorks)"], "1997") == {"Richmond (Yorks)": "Richmond"}


def test_louth_is_two_seats_in_1918() -> None:
    results = [result("Louth", "1918", nation=Nation.IRELAND), result("Louth", "1918")]
    terms = [term("A", "County Louth", "Sinn Féin", "1918"), term("B", "Louth, Lincolnshire", LAB, "1918")]
    found = match_results(results, terms)
    assert found["Q-County Louth"].nation is Nation.IRELAND
    assert found["Q-Louth, Lincolnshire"].nation is Nation.ENGLAND


def test_what_is_left_over_is_named_on_both_sides() -> None:
    with pytest.raises(SourceFault, match=r"no seat for Atlantis \(england\); no result for Bath"):
        matched(["Atlantis", "Leek"], ["Bath", "Leek"])


@pytest.mark.parametrize(
    ("nation", "day", "year", "label"),
    [
        (Nation.ENGLAND, "1936-05-01", 1918, "1918-1935"),
        (Nation.ENGLAND, "1945-07-05", 1945, "1945"),
        (Nation.ENGLAND, "2008-05-22", 1997, "1997-2005"),
        (Nation.SCOTLAND, "2004-01-01", 1997, "1997-2001"),
        (Nation.SCOTLAND, "2005-05-05", 2005, "2005"),
        (Nation.NORTHERN_IRELAND, "1946-06-06", 1922, "1922-1945"),
        (Nation.NORTHERN_IRELAND, "1981-04-09", 1950, "1950-1979"),
        (Nation.UNIVERSITIES, "1945-07-05", 1918, "1918-1945"),
        (Nation.IRELAND, "1920-01-01", 1918, "1918"),
        (Nation.WALES, "1974-10-10", 1974, "1974-1979"),
    ],
)
def test_boundaries_in_force(nation: Nation, day: str, year: int, label: str) -> None:
    drawn = boundary_set(nation, on(day))
    assert (drawn.year, drawn.label) == (year, label)


@pytest.mark.parametrize(("nation", "day"), [(Nation.ENGLAND, "1910-01-15"), (Nation.UNIVERSITIES, "1950-02-23")])
def test_no_boundaries_before_the_first_set_and_after_the_last(nation: Nation, day: str) -> None:
    with pytest.raises(SourceFault, match="no boundaries"):
        boundary_set(nation, on(day))


def test_parliaments_are_counted_from_the_31st() -> None:
    assert [parliament_on(on(day)) for day in ("1918-12-14", "1974-02-28", "1974-10-10", "2026-08-13")] == [
        31,
        46,
        47,
        59,
    ]
    assert general_election_on(on("1974-02-28")) is not None
    assert general_election_on(on("1974-02-27")) is None


@pytest.mark.parametrize(
    ("label", "year", "shown"),
    [
        ("Ynys Môn", 1974, "Anglesey"),
        ("Ynys Môn", 1983, "Ynys Môn"),
        ("Na h-Eileanan an Iar", 1997, "Western Isles"),
        ("City of York", 1918, "York"),
        ("Louth, Lincolnshire", 1955, "Louth"),
        ("Bath", 1955, "Bath"),
    ],
)
def test_seats_are_shown_under_the_name_of_the_time(label: str, year: int, shown: str) -> None:
    assert shown_name(label, year) == shown


def seats_of(rows: dict[str, Result], held: list[Constituency]) -> Seats:
    terms = [term("X", seat, LAB, "1970") for seat in rows]
    return Seats({"1970": {f"Q-{seat}": row for seat, row in rows.items()}}, terms, held, "s")


def test_a_seat_keeps_the_slug_of_the_pack_that_holds_its_later_life() -> None:
    held = Constituency(
        id="ynys-mon.2010", seat="ynys-mon", name="Ynys Môn", nation=Nation.WALES, boundary_set="2010",
        wikidata="Q-Anglesey", source="s",
    )  # fmt: skip
    seats = seats_of({"Anglesey": result("Anglesey", nation=Nation.WALES)}, [held])
    assert seats.constituency("Q-Anglesey", on("1970-06-18")).id == "ynys-mon.1955"
    assert seats.constituency("Q-Anglesey", on("2015-05-07")) is held
    assert [row.id for row in seats.rows] == ["ynys-mon.1955"]


def test_two_seats_cannot_have_one_id() -> None:
    seats = seats_of({"Bath": result("Bath"), "BATH": result("Bath")}, [])
    seats.constituency("Q-Bath", on("1970-06-18"))
    with pytest.raises(SourceFault, match=r"bath\.1955: both Bath"):
        seats.constituency("Q-BATH", on("1970-06-18"))


def test_loose_names_keep_what_tells_seats_apart() -> None:
    assert loose("Stoke-on-Trent Central") != loose("Stoke-on-Trent North")
    assert loose("Fylde North") == loose("North Fylde")
