"""Seats, what became of them, parties and notional results."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.importers.psephology_seats import tidy_name
from tests.knowledge.importers.files import Candidate, Files, Poll, copeland
from tests.knowledge.importers.packs import Written


def pair(votes: int = 100) -> list[Candidate]:
    """Two candidates with an id each that no other contest's have."""
    return [
        Candidate("Lab", "A", "B", votes + 50, mnis=str(votes)),
        Candidate("Con", "C", "D", votes, mnis=f"9{votes}"),
    ]


@pytest.mark.parametrize(
    ("published", "tidy"),
    [
        ("Birmingham, Hodge Hill", "Birmingham Hodge Hill"),
        ("Ross, Skye and Lochaber", "Ross, Skye and Lochaber"),
        ("Stoke-On-Trent Central", "Stoke-on-Trent Central"),
        ("Isle Of Wight", "Isle of Wight"),
        ("Newcastle Upon Tyne East", "Newcastle upon Tyne East"),
        ("Na h-Eileanan An Iar", "Na h-Eileanan an Iar"),
    ],
)
def test_names_without_commas_after_cities_and_capitals_inside(published: str, tidy: str) -> None:
    assert tidy_name(published) == tidy


def test_names_that_differ_by_case_or_comma_are_one_seat(tmp_path: Path) -> None:
    files = copeland()
    files.general[55].append(Poll("E14000562", "Birmingham, Yardley", pair(100)))
    files.general[56].append(Poll("E14000562", "Birmingham Yardley", pair(200)))
    files.general[59].append(Poll("E14001098", "Birmingham Yardley", pair(300)))
    files.by_elections[56].append(Poll("E14000647", "COPELAND", pair(400), day="01/01/2016"))
    written = Written(files, tmp_path)
    rows = [row for row in written.rows("seats", "constituencies") if row["seat"] == "birmingham-yardley"]
    assert [(row["id"], row["name"], row["ons"]) for row in rows] == [
        ("birmingham-yardley.2010", "Birmingham Yardley", "E14000562"),
        ("birmingham-yardley.2024", "Birmingham Yardley", "E14001098"),
    ]
    assert [(row["first"], row["abolished"]) for row in rows] == [
        ("2010-05-06", "2024-07-04"),
        ("2024-07-04", ""),
    ]
    assert written.contest("parl.birmingham-yardley.2010-05-06")["constituency"] == "birmingham-yardley.2010"
    assert written.contest("parl.copeland.by.2016-01-01")["constituency"] == "copeland.2010"


def test_a_misspelt_seat_of_a_by_election_is_found_by_its_code(tmp_path: Path) -> None:
    files = copeland()
    files.general[58] = [Poll("E14000869", "Old Bexley and Sidcup", pair(100), region="E12000007")]
    files.by_elections[58] = [Poll("E14000869", "Old bexley and Sidcup", pair(200), day="02/12/2021")]
    written = Written(files, tmp_path)
    assert written.contest("parl.old-bexley-and-sidcup.by.2021-12-02")["constituency"] == "old-bexley-and-sidcup.2010"
    [seat] = [row for row in written.rows("seats", "constituencies") if row["ons"] == "E14000869"]
    assert (seat["name"], seat["region"], seat["nation"]) == ("Old Bexley and Sidcup", "london", "england")


def test_a_reissued_scottish_code_is_the_seat_of_2024(tmp_path: Path) -> None:
    files = copeland()
    ayr = {"region": "S92000003", "region_name": "Scotland"}
    files.general[58] = [Poll("S14000006", "Ayr, Carrick and Cumnock", pair(100), **ayr)]  # type: ignore[arg-type]
    files.general[59].append(
        Poll("S14000107", "Ayr, Carrick and Cumnock", pair(200), region="NA", designation="County ")
    )
    files.overlaps.append('key,S14000006,"Ayr, Carrick and Cumnock",S14000006,"Ayr, Carrick and Cumnock",1,1,1,1,1,1')
    files.notional_2019 += [
        f'"Ayr, Carrick and Cumnock","Ayr, Carrick & Cumnock",S14000006,24,SC,Scotland,County,60.0,72057,46592,10,{row}'
        for row in ("CONV,16309,Con,Conservative Party,4", "SNPV,30283,SNP,Scottish National Party,29")
    ]
    written = Written(files, tmp_path)
    seats = {row["id"]: row for row in written.rows("seats", "constituencies")}
    new = seats["ayr-carrick-and-cumnock.2024"]
    assert (new["ons"], new["nation"], new["region"], new["designation"]) == ("S14000107", "scotland", "", "county")
    [kept] = [r for r in written.rows("seats", "successions") if r["old"] == "ayr-carrick-and-cumnock.2010"]
    assert (kept["new"], kept["people"]) == ("ayr-carrick-and-cumnock.2024", "1")
    contest = written.contest("parl.ayr-carrick-and-cumnock.notional.2019-12-12")
    assert contest["constituency"] == "ayr-carrick-and-cumnock.2024"


def test_overlaps_are_by_homes_area_and_people_of_old_and_new(tmp_path: Path) -> None:
    [row] = Written(copeland(), tmp_path).rows("seats", "successions")
    assert row == {
        "old": "copeland.2010",
        "new": "whitehaven-and-workington.2024",
        "people": "0.77",
        "area": "0.4",
        "homes": "0.76",
        "from_people": "0.63",
    }


def test_welsh_names_and_wikidata_ids(tmp_path: Path) -> None:
    files = copeland()
    files.general[59].append(Poll("W07000112", "Ynys M\u00f4n", pair(), region="W92000004", region_name="Wales"))
    files.more["places/derived_constituency_names_2024_en_cy.csv"] = (
        "ons_code,name,name_cy\nW07000112,Ynys M\u00f4n,Ynys M\u00f4n\nE14001583,Whitehaven and Workington,\n"
    )
    files.more["places/everypolitician_pcon2010_gss_wikidata.csv"] = "NAME,WIKIDATA,CODE\nCopeland,Q3335605,E14000647\n"
    seats = {row["id"]: row for row in Written(files, tmp_path).rows("seats", "constituencies")}
    assert seats["ynys-mon.2024"]["name_cy"] == "Ynys M\u00f4n"
    assert (seats["copeland.2010"]["wikidata"], seats["copeland.2010"]["name_cy"]) == ("Q3335605", "")


def test_regions_with_a_trailing_space_are_one(tmp_path: Path) -> None:
    files = copeland()
    files.general[55].append(Poll("E14000642", "Clacton", pair(), region="E12000006", region_name="East of England "))
    written = Written(files, tmp_path)
    [seat] = [row for row in written.rows("seats", "constituencies") if row["seat"] == "clacton"]
    assert seat["region"] == "east-of-england"
    regions = {row["id"]: row for row in written.rows("seats", "regions")}
    assert (regions["east-of-england"]["name"], regions["east-of-england"]["part_of"]) == ("East of England", "england")
    assert regions["scotland"]["part_of"] == "great-britain"


def parties_of(files: Files, tmp_path: Path) -> tuple[Written, dict[str, dict[str, str]]]:
    written = Written(files, tmp_path)
    return written, {row["id"]: row for row in written.rows("parties", "parties")}


def test_labour_and_cooperative_is_a_party_that_counts_as_labour(tmp_path: Path) -> None:
    files = copeland()
    candidates = [Candidate("Coop", "Gareth", "Snell", 7853, mnis="4595"), Candidate("UKIP", "Paul", "Nuttall", 5233)]
    # One row names the party Labour and gives the Co-operative Party as the second registration.
    second = Candidate("Coop", "Somebody", "Else", 10, party_name="Labour")
    files.by_elections[56].append(Poll("E14000647", "C", [*candidates, second], day="01/01/2016"))
    written, parties = parties_of(files, tmp_path)
    rows = written.candidacies("parl.copeland.by.2016-01-01")
    assert [row["party"] for row in rows] == ["labour-coop", "ukip", "labour-coop"]
    assert parties["labour-coop"]["counts_as"] == "labour"
    assert parties["labour"]["counts_as"] == ""
    assert (parties["labour"]["mnis"], parties["labour"]["electoral_commission"]) == ("15", "PP53")


def test_parties_that_share_an_id_stay_two(tmp_path: Path) -> None:
    """The Brexit Party and Reform UK are one registration; one MNIS id may serve two parties."""
    files = copeland()
    candidates = [
        *pair(),
        Candidate("BRX", "E", "F", 30),
        Candidate("RUK", "G", "H", 20),
        Candidate("RUK", "I", "J", 10, party_name="Another Party"),
    ]
    files.general[55][0].candidates = candidates
    written, parties = parties_of(files, tmp_path)
    found = [row["party"] for row in written.candidacies("parl.copeland.2010-05-06")]
    assert found == ["labour", "conservative", "brexit-party", "reform-uk", "another-party"]
    assert parties["brexit-party"]["electoral_commission"] == parties["reform-uk"]["electoral_commission"] == "PP7931"
    assert parties["brexit-party"]["counts_as"] == parties["reform-uk"]["counts_as"] == ""


def test_spellings_of_one_party_are_one(tmp_path: Path) -> None:
    files = copeland()
    files.general[55][0].candidates = [*pair(100), Candidate("Green", "E", "F", 10)]
    files.general[56][0].candidates = [*pair(200), Candidate("Green", "G", "H", 10, party_name="Green")]
    files.general[57][0].candidates = [
        *pair(300),
        Candidate("MRLP", "I", "J", 10),
        Candidate("MRLP", "K", "L", 9, party_name="Monster Raving Loony Party"),
    ]
    written, parties = parties_of(files, tmp_path)
    assert written.candidacies("parl.copeland.2010-05-06")[2]["party"] == "green"
    assert written.candidacies("parl.copeland.2015-05-07")[2]["party"] == "green"
    loonies = written.candidacies("parl.copeland.2017-06-08")[2:]
    assert [row["party"] for row in loonies] == ["official-monster-raving-loony-party"] * 2
    assert "monster-raving-loony-party" not in parties


def test_the_speaker_is_a_party(tmp_path: Path) -> None:
    files = copeland()
    files.general[55][0].candidates = [Candidate("Spk", "John", "Bercow", 22860, mnis="17"), *pair()]
    files.general[55][0].result = "Spk gain from Con"
    written, parties = parties_of(files, tmp_path)
    assert written.contest("parl.copeland.2010-05-06")["winner"] == "speaker"
    assert parties["speaker"]["counts_as"] == ""


def test_notional_results_belong_to_the_boundaries_they_were_made_for(tmp_path: Path) -> None:
    written = Written(copeland(), tmp_path)
    old = written.contest("parl.copeland.notional.2005-05-05")
    new = written.contest("parl.whitehaven-and-workington.notional.2019-12-12")
    assert (old["constituency"], old["winner"], old["majority"]) == ("copeland.2010", "labour", "5157")
    assert (new["constituency"], new["winner"], new["majority"]) == (
        "whitehaven-and-workington.2024",
        "conservative",
        "1000",
    )
    kinds = {row["id"]: row["kind"] for row in written.all_rows("elections")}
    assert kinds["parl.notional.2005-05-05"] == kinds["parl.notional.2019-12-12"] == "notional"


def test_notional_small_parties_are_pooled_where_they_are_published_so(tmp_path: Path) -> None:
    rows = Written(copeland(), tmp_path).candidacies("parl.copeland.notional.2005-05-05")
    assert [(row["party"], row["position"], row["pooled"]) for row in rows] == [
        ("labour", "1", ""),
        ("conservative", "2", ""),
        ("others", "", "1"),
    ]


def test_notional_sums_are_not_counted_twice_and_names_outweigh_ids(tmp_path: Path) -> None:
    files = copeland()
    head = "Whitehaven and Workington,W & W,E14001583,1,NW,England,County,65.0,70000,41400,1000"
    files.general[55][0].candidates = [*pair(), Candidate("Green", "E", "F", 5, party_name="Green Party")]
    files.notional_2019 += [
        f"{head},TOTOTHV,300,NA,NA,NA",
        f"{head},MAXOTHV,200,NA,NA,NA",
        # The file gives Advance Together the id of another party, and the Speaker none.
        f"{head},ADVV,200,Advance Together,Advance Together,15",
        f"{head},IND1V,100,Independent,Independent,8",
        f"{head},IND3V,60,NA,NA,8",
        f"{head},Commons Speaker,40,Commons Speaker,Commons Speaker,NA",
    ]
    written = Written(files, tmp_path)
    rows = written.candidacies("parl.whitehaven-and-workington.notional.2019-12-12")
    assert [(row["party"], int(row["votes"])) for row in rows[2:]] == [
        ("advance-together", 200),
        ("independent", 100),
        ("independent", 60),
        ("speaker", 40),
    ]
    assert sum(int(row["votes"]) for row in rows) == 41400
    assert "advance-together" in {row["id"] for row in written.rows("parties", "parties")}
