"""Contests and candidacies as published, and the contradictions between the two files of a contest."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.knowledge.importers.files import Candidate, Files, Poll, copeland
from tests.knowledge.importers.packs import Written


def one_by_election(poll: Poll, parliament: int = 56) -> Files:
    files = copeland()
    files.by_elections.setdefault(parliament, []).append(poll)
    return files


def test_a_by_election_and_a_general_election_of_one_seat_and_year(tmp_path: Path) -> None:
    written = Written(copeland(), tmp_path)
    by, general = written.contest("parl.copeland.by.2017-02-23"), written.contest("parl.copeland.2017-06-08")
    assert (by["majority"], by["winner"], by["gain"], by["lost_by"]) == ("2147", "conservative", "1", "labour")
    # On the published basis both are gains from Labour: the by-election in between is ignored.
    assert (general["gain"], general["lost_by"]) == ("1", "labour")
    assert by["election"] == "parl.by.2017-02-23"
    names = {row["id"]: row["name"] for row in written.all_rows("elections")}
    assert names["parl.by.2017-02-23"] == "by-election of 23 February 2017"
    assert names["parl.2017-06-08"] == "2017 general election"


def test_candidacies_have_place_share_change_and_winner(tmp_path: Path) -> None:
    first, second, third = Written(copeland(), tmp_path).candidacies("parl.copeland.2010-05-06")
    assert (first["person"], first["position"], first["elected"], first["change"]) == ("mnis-1503", "1", "1", "-0.007")
    assert (second["name"], second["position"], second["elected"]) == ("Chris Whiteside", "2", "")
    assert third["change"] == ""
    assert float(first["share"]) == pytest.approx(19699 / 35954, abs=1e-6)


def test_equal_votes_share_a_place(tmp_path: Path) -> None:
    files = one_by_election(
        Poll(
            "E14000647",
            "Copeland",
            [Candidate("Con", "A", "One", 900), Candidate("Lab", "B", "Two", 70), Candidate("LD", "C", "Three", 70)],
            result="Con hold",
            day="20/10/2016",
        )
    )
    rows = Written(files, tmp_path).candidacies("parl.copeland.by.2016-10-20")
    assert [row["position"] for row in rows] == ["1", "2", "2"]


def test_declaration_time_to_the_minute_where_published(tmp_path: Path) -> None:
    written = Written(copeland(), tmp_path)
    assert written.contest("parl.copeland.2010-05-06")["declared_at"] == "2010-05-07T13:14"
    assert written.contest("parl.copeland.by.2017-02-23").get("declared_at", "") == ""


def test_invalid_votes_marked_as_not_available_are_not_held(tmp_path: Path) -> None:
    candidates = [Candidate("Lab", "Dan", "Jarvis", 14724), Candidate("UKIP", "Jane", "Collins", 2953)]
    files = one_by_election(Poll("E14000647", "Copeland", candidates, invalid="[x]", day="03/03/2011"), 55)
    assert Written(files, tmp_path).contest("parl.copeland.by.2011-03-03")["invalid_votes"] == ""


@pytest.mark.parametrize(
    ("printed", "result", "gain", "lost_by"),
    [
        ("RUK Hold", "RUK hold", "0", ""),
        ("Con gain from Lab Coop", "Con gain from Lab Coop", "1", "labour-coop"),
        ("LD gain from Con", "LD gain from Con", "1", "conservative"),
        ("Spk hold", "Spk hold", "0", ""),
    ],
)
def test_result_wording_taken_apart(tmp_path: Path, printed: str, result: str, gain: str, lost_by: str) -> None:
    candidates = [
        Candidate("RUK", "Nigel", "Farage", 500, mnis="5091"),
        Candidate("Con", "A", "B", 100),
        Candidate("Spk", "C", "D", 50),
        Candidate("Coop", "E", "F", 40),
    ]
    files = one_by_election(Poll("E14001583", "Whitehaven", candidates, result=printed, day="13/08/2026"), 59)
    contest = Written(files, tmp_path).contest("parl.whitehaven-and-workington.by.2026-08-13")
    assert (contest["result"], contest["gain"], contest["lost_by"]) == (result, gain, lost_by)


def test_candidacies_against_the_valid_votes(tmp_path: Path) -> None:
    """Sheffield Brightside and Hillsborough 2016: 900 votes too many among the candidacies."""
    candidates = [
        Candidate("Lab", "Gill", "Furniss", 14987, mnis="4571", change="0.072435"),
        Candidate("UKIP", "Steven", "Winstone", 4497, club="6749", change="-0.02959"),
        Candidate("LD", "Shaffaq", "Mohammed", 3997, club="12326"),
    ]
    poll = Poll(
        "E14000647", "Copeland", candidates, valid=22581, majority=9590, columns={"Lab": 14087}, day="05/05/2016"
    )
    written = Written(one_by_election(poll), tmp_path)
    key = "parl.copeland.by.2016-05-05"
    contest, rows = written.contest(key), written.candidacies(key)
    assert (contest["valid_votes"], contest["majority"]) == ("22581", "9590")
    assert sum(int(row["votes"]) for row in rows) == 22581
    assert float(rows[0]["share"]) == pytest.approx(14087 / 22581, abs=1e-6)
    found = {(c["field"], c["person"]): (c["published"], c["used"]) for c in written.corrections(key)}
    assert found["votes", "mnis-4571"] == ("14987", "14087")
    assert found["majority", ""] == ("10490", "9590")
    assert found["valid_votes", ""] == ("23481", "22581")
    assert ("share", "mnis-4571") in found
    assert ("change", "mnis-4571") in found


def test_a_majority_that_is_not_first_less_second(tmp_path: Path) -> None:
    """Arbroath and Broughty Ferry 2026: 5,178 printed where the votes differ by 5,278."""
    candidates = [Candidate("SNP", "Lara", "Bird", 9802, mnis="5449"), Candidate("Con", "Jack", "Cruickshanks", 4524)]
    files = one_by_election(Poll("E14001583", "W", candidates, "SNP hold", majority=5178, day="18/06/2026"), 59)
    written = Written(files, tmp_path)
    key = "parl.whitehaven-and-workington.by.2026-06-18"
    assert written.contest(key)["majority"] == "5278"
    [correction] = written.corrections(key)
    assert (correction["field"], correction["published"], correction["used"]) == ("majority", "5178", "5278")


def test_a_party_column_that_the_candidacies_contradict(tmp_path: Path) -> None:
    """Clacton 2026: 22,379 in the column, 22,239 among candidacies that sum to the valid votes."""
    candidates = [Candidate("RUK", "Nigel", "Farage", 22239, mnis="5091"), Candidate("Ind", "Tony", "Francis", 432)]
    poll = Poll("E14001583", "W", candidates, "RUK Hold", columns={"RUK": 22379}, day="13/08/2026")
    written = Written(one_by_election(poll, 59), tmp_path)
    key = "parl.whitehaven-and-workington.by.2026-08-13"
    assert written.candidacies(key)[0]["votes"] == "22239"
    [correction] = written.corrections(key)
    assert (correction["person"], correction["published"], correction["used"]) == ("mnis-5091", "22379", "22239")


def test_votes_counted_in_another_partys_column(tmp_path: Path) -> None:
    """Newark 2014: an independent's votes stand in the column of the SDLP."""
    candidates = [
        Candidate("Con", "Robert", "Jenrick", 17431, mnis="4320"),
        Candidate("Ind", "Paul", "Baggaley", 1891, club="5"),
        Candidate("Ind", "Andy", "Hayes", 117, club="6"),
    ]
    poll = Poll("E14000647", "C", candidates, "Con hold", columns={"SDLP": 1891, "others": 117}, day="05/06/2014")
    written = Written(one_by_election(poll, 55), tmp_path)
    [correction] = written.corrections("parl.copeland.by.2014-06-05")
    assert (correction["field"], correction["person"]) == ("party", "dc-5")
    assert (correction["published"], correction["used"]) == ("SDLP", "independent")


def test_a_winner_left_out_of_the_column_of_others(tmp_path: Path) -> None:
    """Rochdale 2024: the winner's votes are printed beside the column of others, not in it."""
    candidates = [Candidate("MRLP", "George", "Galloway", 12335, mnis="609"), Candidate("Ind", "David", "Tully", 6638)]
    poll = Poll("E14000647", "C", candidates, "Ind gain from Lab", columns={"others": 6638}, day="29/02/2024")
    written = Written(one_by_election(poll, 58), tmp_path)
    [correction] = written.corrections("parl.copeland.by.2024-02-29")
    assert (correction["field"], correction["person"], correction["used"]) == ("votes", "mnis-609", "12335")


def test_a_share_that_the_votes_contradict_is_worked_out(tmp_path: Path) -> None:
    """Ogmore 2016, Newport West 2019, Gorton and Denton 2026, Aberdeen South 2026."""
    candidates = [
        Candidate("Lab", "Christopher", "Elmore", 12383, mnis="4572", share="0.521810", change="0.0"),
        Candidate("UKIP", "Glenda", "Davies", 3808, club="1"),
    ]
    written = Written(one_by_election(Poll("E14000647", "C", candidates, day="05/05/2016")), tmp_path)
    key = "parl.copeland.by.2016-05-05"
    assert float(written.candidacies(key)[0]["share"]) == pytest.approx(12383 / 16191, abs=1e-6)
    assert {c["field"] for c in written.corrections(key)} == {"share", "change"}


def test_a_share_rounded_to_three_decimals_is_no_error(tmp_path: Path) -> None:
    candidates = [
        Candidate("Lab", "A", "B", 14980, mnis="1", share="0.407"),
        Candidate("Con", "C", "D", 21834, mnis="2", share="0.593"),
    ]
    written = Written(one_by_election(Poll("E14000647", "C", candidates, day="05/05/2016")), tmp_path)
    key = "parl.copeland.by.2016-05-05"
    assert written.corrections(key) == []
    assert written.candidacies(key)[1]["share"] == "0.40691"


def test_an_electorate_that_the_library_gives_differently(tmp_path: Path) -> None:
    files = copeland()
    columns = "constituency_name,electorate,election\n"
    files.more["general_elections/hocl_1918-2019election_results.csv"] = (
        f"{columns} Copeland,61234,2017\nCopeland,60000,2015\n"
    )
    written = Written(files, tmp_path)
    [correction] = written.corrections("parl.copeland.2017-06-08")
    assert (correction["field"], correction["published"], correction["used"]) == ("electorate", "61234", "60000")
    assert written.contest("parl.copeland.2017-06-08")["electorate"] == "60000"
    assert written.corrections("parl.copeland.2015-05-07") == []


def test_a_loser_that_the_result_before_contradicts(tmp_path: Path) -> None:
    """Blaenau Gwent 2010: gained from a party that the notional result calls independent."""
    files = copeland()
    files.general[55][0].result = "Lab gain from Green"
    written = Written(files, tmp_path)
    [correction] = written.corrections("parl.copeland.2010-05-06")
    assert (correction["field"], correction["published"], correction["used"]) == ("lost_by", "labour", "green")


def test_the_joint_list_of_2010_is_not_independent(tmp_path: Path) -> None:
    """Northern Ireland 2010: 17 candidates printed as independent are counted in the column of the Ulster Unionists."""
    candidates = [
        Candidate("DUP", "Sammy", "Wilson", 13993, mnis="1593"),
        Candidate("Ind", "Rodney", "McCune", 7223),
        Candidate("Ind", "Somebody", "Else", 100),
    ]
    files = copeland()
    files.general[55].append(
        Poll("N06000005", "East Antrim", candidates, "DUP hold", "N92000002", columns={"UUP": 7223, "others": 100})
    )
    written = Written(files, tmp_path)
    key = "parl.east-antrim.2010-05-06"
    parties = [row["party"] for row in written.candidacies(key)]
    assert parties == ["dup", "ulster-conservatives-and-unionists-new-force", "independent"]
    [correction] = written.corrections(key)
    assert (correction["field"], correction["published"]) == ("party", "independent")


def test_why_a_by_election_was_held_and_who_sat_before(tmp_path: Path) -> None:
    files = copeland()
    # A sitting flag in the files says who sat, not who was called so: it is not used.
    files.by_elections[56][0].candidates[1].sitting = "Yes"
    files.more["by_elections/derived_byelections_1918-2026_winners.csv"] = (
        "date,constituency,winner,winner_qid,previous_mp,vacancy_cause\n"
        "2017-02-24,Copeland,Trudy Harrison,Q1,Jamie Reed,resignation\n"
        "1946-01-01,Copeland,Somebody,Q2,Nobody,death in office\n"
    )
    contest = Written(files, tmp_path).contest("parl.copeland.by.2017-02-23")
    assert (contest["cause"], contest["previous_member"]) == ("resignation", "mnis-1503")


def test_a_previous_member_of_another_name_is_not_taken(tmp_path: Path) -> None:
    files = copeland()
    files.more["by_elections/derived_byelections_1918-2026_winners.csv"] = (
        "date,constituency,winner,winner_qid,previous_mp,vacancy_cause\n"
        "2017-02-23,Copeland,Trudy Harrison,Q1,Somebody Else,death in office\n"
    )
    contest = Written(files, tmp_path).contest("parl.copeland.by.2017-02-23")
    assert contest["cause"] == "death of the member"
    assert contest.get("previous_member", "") == ""
