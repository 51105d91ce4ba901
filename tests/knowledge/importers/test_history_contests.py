"""General elections as they are written: contests, candidacies, changes and what is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.importers.base import SourceFault
from tests.knowledge.importers.past import CON, LAB, LIB, Past

PACK = "history-1918-2005"


@pytest.fixture
def past(tmp_path: Path) -> Past:
    return Past(tmp_path)


def test_a_contest_with_its_columns_and_its_member(past: Past) -> None:
    past.vote("1970", "Epping", "Eastern", 43_615, None, 41_040, electorate=115_542)
    past.sat("Norman Tebbit", "Epping", CON, "1970-06-18/1974-02-08")
    packs = past.imported()
    contest = packs.row(PACK, "contests")
    assert contest["id"] == "parl.epping.1970-06-18"
    assert contest["constituency"] == "epping.1955"
    assert {key: contest[key] for key in ("electorate", "valid_votes", "majority", "winner", "detail")} == {
        "electorate": "115542",
        "valid_votes": "84655",
        "majority": "2575",
        "winner": "conservative",
        "detail": "parties",
    }
    winner, other = packs.rows(PACK, "candidacies")
    assert (winner["party"], winner["votes"], winner["elected"]) == ("conservative", "43615", "1")
    assert (other["party"], other["votes"], "person" in other) == ("labour", "41040", False)
    seat = packs.row(PACK, "constituencies")
    assert (seat["region"], seat["boundary_set"], seat["abolished"]) == ("east-of-england", "1955-1970", "1974-02-28")


def test_others_are_pooled(past: Past) -> None:
    past.vote("1970", "Epping", "Eastern", 43_615, None, 41_040, None, 500)
    past.sat("Norman Tebbit", "Epping", CON, "1970-06-18/1974-02-08")
    [pooled] = past.imported().rows(PACK, "candidacies", pooled="1")
    assert (pooled["party"], pooled["votes"]) == ("others", "500")


@pytest.mark.parametrize("mark", [-1, -2])
def test_unopposed_returns_have_no_votes(past: Past, mark: int) -> None:
    past.vote("1922", "Yorkshire (North Riding) Richmond", "Yorkshire and the Humber", mark)
    past.sat("Murrough Wilson", "Richmond (Yorks)", CON, "1922-11-15/1923-11-16")
    packs = past.imported()
    contest = packs.row(PACK, "contests")
    assert (contest["unopposed"], "valid_votes" in contest, "turnout" in contest) == ("1", False, False)
    [candidacy] = packs.rows(PACK, "candidacies")
    assert (candidacy["elected"], "votes" in candidacy) == ("1", False)


def test_two_members_share_pooled_votes(past: Past) -> None:
    past.vote("1945", "Blackburn", "North West", 26_302, 6_424, 35_510, seats=2)
    for person in ("Barbara Castle", "Lewis Edwards"):
        past.sat(person, "Blackburn", LAB, "1945-07-05/1950-02-03")
    packs = past.imported()
    contest = packs.row(PACK, "contests")
    assert (contest["seats"], contest["winner"]) == ("2", "labour")
    assert not {"valid_votes", "majority"} & contest.keys()
    elected = packs.rows(PACK, "candidacies", elected="1")
    assert len(elected) == 2
    assert not any("votes" in row or "pooled" in row for row in elected)
    assert {row["party"]: row["votes"] for row in packs.rows(PACK, "candidacies", pooled="1")} == {
        "labour": "35510",
        "conservative": "26302",
        "liberal": "6424",
    }


def test_two_members_of_two_parties_have_no_winner_in_common(past: Past) -> None:
    past.vote("1945", "Dundee", "Scotland", 17_104, 17_099, 49_089, seats=2)
    past.sat("A", "Dundee", LAB, "1945-07-05/1950-02-03")
    past.sat("B", "Dundee", LIB, "1945-07-05/1950-02-03")
    assert "winner" not in past.imported().row(PACK, "contests")


def test_university_seats_belong_to_no_nation(past: Past) -> None:
    past.vote("1945", "Queen'S University Of Belfast", "Northern Ireland", 5_000, None, 3_000)
    past.sat("Douglas Savory", "Queen's University of Belfast", "Ulster Unionist Party", "1945-07-05/1950-02-03")
    seat = past.imported().row(PACK, "constituencies")
    assert (seat["nation"], seat["designation"], seat["abolished"]) == ("universities", "university", "1950-02-23")


def basildon(past: Past, key: str, member: tuple[str, str], *votes: int) -> None:
    past.vote(key, "Basildon", "Eastern", *votes)
    starts = {"1983": "1983-06-09/1987-05-18", "1987": "1987-06-11/1992-03-16", "1992": "1992-04-09/1997-04-08"}
    past.sat(*(member[0], "Basildon", member[1]), starts[key])


def test_gain_and_change_are_against_the_election_before_on_the_same_boundaries(past: Past) -> None:
    basildon(past, "1983", ("Harvey Proctor", LAB), 20_000, 10_000, 30_000)
    basildon(past, "1987", ("David Amess", CON), 30_000, 10_000, 20_000)
    packs = past.imported()
    first = packs.row(PACK, "contests", id="parl.basildon.1983-06-09")
    assert "gain" not in first
    gained = packs.row(PACK, "contests", id="parl.basildon.1987-06-11")
    assert (gained["gain"], gained["lost_by"]) == ("1", "labour")
    rows = packs.rows(PACK, "candidacies", contest="parl.basildon.1987-06-11")
    assert {row["party"]: row["change"] for row in rows} == {
        "conservative": "0.1667",
        "labour": "-0.1667",
        "sdp-liberal-alliance": "0",
    }


def test_a_hold_is_said_as_such_and_a_successor_partys_seat_is_left_open(past: Past) -> None:
    basildon(past, "1987", ("Paddy Ashdown", LIB), 10_000, 30_000, 20_000)
    basildon(past, "1992", ("Paddy Ashdown", "Liberal Democrats"), 10_000, 31_000, 20_000)
    past.vote("1987", "Leek", "West Midlands", 30_000, None, 20_000)
    past.vote("1992", "Leek", "West Midlands", 30_000, None, 20_000)
    past.sat("A", "Leek", CON, "1987-06-11/1992-03-16")
    past.sat("A", "Leek", CON, "1992-04-09/1997-04-08")
    packs = past.imported()
    assert "gain" not in packs.row(PACK, "contests", id="parl.basildon.1992-04-09")
    held = packs.row(PACK, "contests", id="parl.leek.1992-04-09")
    assert (held["gain"], held.get("lost_by")) == ("0", None)


def test_a_national_liberals_seat_is_neither_gained_nor_held_by_the_conservatives(past: Past) -> None:
    past.vote("1931", "Walsall", "West Midlands", None, None, 23_952, None, 30_507)
    past.vote("1935", "Walsall", "West Midlands", None, None, 20_000, None, 31_000)
    past.sat("A", "Walsall", CON, "1931-10-27/1935-10-25")
    past.sat("B", "Walsall", "National Liberal Party", "1935-11-14/1945-06-15")
    contest = past.imported().row(PACK, "contests", id="parl.walsall.1935-11-14")
    assert (contest["winner"], contest.get("gain")) == ("national-liberal", None)


def test_mends_are_recorded_with_both_figures(past: Past) -> None:
    past.vote("1951", "St Marylebone", "London", 13_964, None, 28_783)
    past.sat("Wavell Wakefield", "St Marylebone", CON, "1951-10-25/1955-05-06")
    packs = past.imported()
    [correction] = packs.rows(PACK, "corrections")
    assert correction["contest"] == "parl.st-marylebone.1951-10-25"
    assert (correction["published"], correction["used"]) == (
        "Conservative 13964, Labour 28783",
        "Conservative 28783, Labour 13964",
    )
    assert packs.row(PACK, "candidacies", elected="1")["votes"] == "28783"


def test_a_member_of_a_seat_that_has_no_result_is_a_fault(past: Past) -> None:
    past.vote("1970", "Epping", "Eastern", 43_615, None, 41_040)
    past.sat("A", "Leek", CON, "1970-06-18/1974-02-08")
    with pytest.raises(SourceFault, match=r"no seat for Epping \(england\); no result for Leek"):
        past.imported()


def test_an_unknown_area_is_a_fault(past: Past) -> None:
    past.vote("1970", "Epping", "Mercia", 1)
    with pytest.raises(SourceFault, match="'Mercia'"):
        past.imported()


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    from knowledge.importers.history import import_history

    with pytest.raises(SourceFault, match=r"wikidata_mps_1918-2026\.csv"):
        import_history(tmp_path, tmp_path)
