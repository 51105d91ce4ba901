"""The packs of the hundred years that come with the program against what is known of their elections."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

import pytest

import knowledge

PACKS = Path(knowledge.__file__).parent / "packs"
HISTORY, MEMBERS, BY_ELECTIONS = "history-1918-2005", "members", "by-elections-1918-2010"
GENERAL_ELECTIONS = (
    *("1918-12-14", "1922-11-15", "1923-12-06", "1924-10-29", "1929-05-30", "1931-10-27", "1935-11-14", "1945-07-05"),
    *("1950-02-23", "1951-10-25", "1955-05-26", "1959-10-08", "1964-10-15", "1966-03-31", "1970-06-18", "1974-02-28"),
    *("1974-10-10", "1979-05-03", "1983-06-09", "1987-06-11", "1992-04-09", "1997-05-01", "2001-06-07", "2005-05-05"),
)
HOUSES = (
    *(707, 615, 615, 615, 615, 615, 615, 640, 625, 625, 630, 630, 630, 630, 630, 635, 635, 635, 650, 650, 651, 659),
    *(659, 646),
)
SPEAKER_AS = {
    **dict.fromkeys(("1950-02-23",), "others"),
    **dict.fromkeys(("1955-05-26", "1964-10-15", "1974-02-28", "1974-10-10", "1987-06-11"), "conservative"),
    **dict.fromkeys(("1966-03-31", "1970-06-18", "1979-05-03"), "labour"),
}
"""The party that the tables count the Speaker under, up to 1992."""
COUNTED_OTHERWISE = {
    # Unofficial and independent candidates of the time whom the library counts under another party than the members'
    # table: published seats less those of the contests. Nationalists have the seat that the table calls "other".
    "1918-12-14": {"conservative": -2, "labour": -1, "liberal": 2},
    "1922-11-15": {"conservative": -3, "nationalist-party": -1},
    "1923-12-06": {"labour": -1, "nationalist-party": -1},
    "1924-10-29": {"liberal": -1},
    "1929-05-30": {"conservative": -1, "labour": -1, "nationalist-party": -1},
    "1931-10-27": {"labour": 3, "liberal": 1},
    "1935-11-14": {"labour": -2, "liberal": 1},
    "1945-07-05": {"conservative": -2},
    "1951-10-25": {"nationalist-party": 1},
}


@cache
def rows(pack: str, table: str) -> tuple[dict[str, str], ...]:
    with (PACKS / pack / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def counting() -> dict[str, str]:
    held = rows("parties", "parties") + rows(MEMBERS, "parties")
    return {row["id"]: row.get("counts_as") or row["id"] for row in held}


@cache
def contests() -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in rows(HISTORY, "contests") + rows(BY_ELECTIONS, "contests")}


@cache
def elected() -> dict[str, Counter[str]]:
    """Members by counting party at each general election."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows(HISTORY, "candidacies"):
        if row["elected"]:
            found[contests()[row["contest"]]["election"]][counting()[row["party"]]] += 1
    return found


@cache
def published() -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for row in rows("national", "party_totals"):
        if row["area"] == "united-kingdom":
            found[row["election"]][row["party"]] = int(row["seats"] or 0)
    return found


@pytest.mark.parametrize(("day", "house"), list(zip(GENERAL_ELECTIONS, HOUSES, strict=True)))
def test_every_member_of_every_house(day: str, house: int) -> None:
    assert elected()[f"parl.{day}"].total() == house
    assert sum(int(row["seats"] or 1) for row in contests().values() if row["election"] == f"parl.{day}") == house


@pytest.mark.parametrize("day", GENERAL_ELECTIONS)
def test_seats_by_party_are_the_published_ones(day: str) -> None:
    seats, election = Counter(elected()[f"parl.{day}"]), f"parl.{day}"
    if day in SPEAKER_AS:
        seats[SPEAKER_AS[day]] += seats["speaker"]
    differences = {
        party: number - seats[party]
        for party, number in published()[election].items()
        if party not in ("speaker", "others") and number != seats[party]
    }
    assert differences == COUNTED_OTHERWISE.get(day, {})


@pytest.mark.parametrize("day", GENERAL_ELECTIONS)
def test_totals_with_the_contests_other_parties_sum_to_the_house(day: str) -> None:
    election = f"parl.{day}"
    told = published()[election]
    apart = sum(count for party, count in elected()[election].items() if party not in told)
    [house] = [
        int(row["seats"]) for row in rows("national", "area_totals")
        if (row["election"], row["area"]) == (election, "united-kingdom")
    ]  # fmt: skip
    assert 0 <= sum(told.values()) + apart - house <= 4


@pytest.mark.parametrize(
    ("election", "party", "seats"),
    [
        ("parl.1945-07-05", "labour", 393),
        ("parl.1966-03-31", "labour", 364),
        ("parl.1970-06-18", "labour", 288),
        ("parl.1997-05-01", "labour", 418),
        ("parl.1983-06-09", "sdp-liberal-alliance", 23),
        ("parl.1974-10-10", "snp", 11),
        ("parl.2001-06-07", "uup", 6),
    ],
)
def test_seats_in_the_national_tables(election: str, party: str, seats: int) -> None:
    assert published()[election][party] == seats


def test_labour_in_2005() -> None:
    assert elected()["parl.2005-05-05"]["labour"] == 355


@pytest.mark.parametrize(
    ("contest", "winner", "majority"),
    [
        ("parl.winchester.1997-05-01", "liberal-democrat", 2),
        ("parl.huntingdon.1992-04-09", "conservative", 36_230),
        ("parl.epping.1970-06-18", "conservative", 2_575),
        ("parl.cardiff-south-east.1959-10-08", "labour", 868),
        ("parl.ayr.1992-04-09", "conservative", 85),
        ("parl.isle-of-wight.1974-02-28", "liberal", 7_766),
        ("parl.na-h-eileanan-an-iar.1970-06-18", "snp", 726),
        ("parl.lagan-valley.1997-05-01", "uup", None),
        ("parl.anglesey.1970-06-18", None, None),
    ],
)
def test_contests(contest: str, winner: str | None, majority: int | None) -> None:
    if winner is None:
        assert contest not in contests(), "a seat has one slug for all its lives"
        return
    row = contests()[contest]
    assert row["winner"] == winner
    assert row["majority"] == ("" if majority is None else str(majority))


def test_majorities_need_a_first_and_a_second() -> None:
    """No majority where the winner's votes are pooled, nor one above the valid votes."""
    votes = {row["contest"]: row["votes"] for row in rows(HISTORY, "candidacies") if row["elected"]}
    for row in rows(HISTORY, "contests"):
        if row["majority"]:
            assert votes[row["id"]], row["id"]
            assert int(row["majority"]) <= int(votes[row["id"]]) <= int(row["valid_votes"]), row["id"]


def test_the_last_gain_by_a_governing_party_before_copeland() -> None:
    row = contests()["parl.mitcham-and-morden.by.1982-06-03"]
    assert (row["winner"], row["gain"], row["lost_by"], row["result"]) == (
        *("conservative", "1", "labour", "CON gain from LAB"),
    )
    in_office = {"conservative": [("1979-05-04", "1997-05-01")], "labour": [("1997-05-02", "2010-05-11")]}
    later = [
        row["id"]
        for row in contests().values()
        if ".by." in row["id"] and row["gain"] == "1" and row["id"][-10:] > "1982-06-03"
        for since, until in in_office.get(counting()[row["winner"]] if row["winner"] else "", [])
        if since <= row["id"][-10:] <= until
    ]
    assert later == []


@pytest.mark.parametrize(
    ("contest", "column", "value"),
    [
        ("parl.preston.by.1946-01-31", "result", "LAB hold"),
        ("parl.bridgwater.by.1938-11-17", "winner", "independent"),
        ("parl.bristol-south-east.by.1961-05-04", "winner", "conservative"),
        ("parl.mid-ulster.by.1956-05-08", "winner", "independent-unionist"),
        ("parl.mid-ulster.by.1956-05-08", "lost_by", "sinn-fein"),
        ("parl.brecon-and-radnorshire.by.1939-08-01", "lost_by", "conservative"),
        ("parl.ribble-valley.by.1991-03-07", "turnout", "0.712"),
        ("parl.leeds-central.by.1999-06-10", "turnout", "0.196"),
        ("parl.crosby.by.1981-11-26", "lost_by", "conservative"),
        ("parl.stockport.by.1920-03-27", "seats", "2"),
    ],
)
def test_by_elections(contest: str, column: str, value: str) -> None:
    assert contests()[contest][column] == value


def test_by_elections_are_complete() -> None:
    days = [row["id"][-10:] for row in rows(BY_ELECTIONS, "contests")]
    assert (min(days), max(days), len(days)) == ("1919-02-26", "2009-11-12", 967)
    members = [row for row in rows(BY_ELECTIONS, "candidacies") if row["elected"]]
    assert len(members) == 968
    assert all(row["person"] for row in members)


def spells(seat: str) -> list[tuple[str, str, str, str]]:
    found = [row for row in rows(MEMBERS, "spells") if row["constituency"].partition(".")[0] == seat]
    return sorted((row["start"], row["end"], row["person"], row["party"]) for row in found)


def test_who_sat_for_whitehaven() -> None:
    labour = [row for row in spells("whitehaven") if row[0] >= "1935"]
    assert [(start, end, party) for start, end, _, party in labour] == [
        ("1935-11-14", "1959-04-25", "labour"),
        ("1959-06-18", "1970-05-29", "labour"),
        ("1970-06-18", "1983-05-13", "labour"),
    ]
    assert labour[-1][2] == spells("copeland")[0][2] == "mnis-496"


def test_southend_west_was_vacant_from_the_death_of_its_member() -> None:
    held = [(start, end) for start, end, _, _ in spells("southend-west")]
    assert ("1997-05-01", "2021-10-15") in held
    assert ("2022-02-03", "2024-05-30") in held


def test_members_returned_after_the_table_was_made() -> None:
    sitting = {
        seat: spells(seat)[-1] for seat in ("aberdeen-south", "makerfield", "clacton", "arbroath-and-broughty-ferry")
    }
    assert [row[0] for row in sitting.values()] == ["2026-06-18", "2026-06-18", "2026-08-13", "2026-06-18"]
    assert all(end == "" for _, end, _, _ in sitting.values())


def test_every_seat_of_today_has_one_member_or_none() -> None:
    now = Counter(row["constituency"].partition(".")[0] for row in rows(MEMBERS, "spells") if not row["end"])
    assert max(now.values()) == 1
    assert len(now) == 650


def test_benn_did_not_sit_in_1961() -> None:
    benn = [row for row in spells("bristol-south-east") if row[2] == "mnis-326"]
    assert [(start, end) for start, end, _, _ in benn] == [
        ("1950-11-30", "1960-11-17"),
        ("1963-08-20", "1983-05-13"),
    ]


def test_seats_that_changed_their_names_lead_on() -> None:
    led = [(row["old"], row["new"]) for row in rows("seat-successions", "successions")]
    assert ("whitehaven.1974", "copeland.1983") in led
    assert ("bedwellty.1974", "islwyn.1983") in led
    known = {row["id"]: row for row in rows(HISTORY, "constituencies") + rows("seats", "constituencies")}
    for old, new in led:
        assert known[old]["abolished"] == known[new]["first"], (old, new)
        assert known[old]["seat"] != known[new]["seat"]


def test_the_chief_forerunner_of_a_new_seat_comes_first() -> None:
    made: dict[str, list[str]] = {}
    for row in rows("seat-successions", "successions"):
        made.setdefault(row["new"], []).append(row["old"])
    assert made["wyre-and-preston-north.2010"] == ["lancaster-and-wyre.1997"]
    assert made["bristol-east.1983"] == ["bristol-south-east.1974", "bristol-north-east.1974"]
    assert made["hammersmith-and-fulham.1997"] == ["fulham.1983", "hammersmith.1983"]
    assert max(map(len, made.values())) <= 5  # Fermanagh and Tyrone, made of all the seats of both counties.


def test_the_country_in_figures() -> None:
    areas = {(row["election"], row["area"]): row for row in rows("national", "area_totals")}
    assert areas["parl.1997-05-01", "united-kingdom"]["women_elected"] == "120"
    assert areas["parl.1950-02-23", "united-kingdom"]["turnout"] == "0.839"
    votes = {(row["election"], row["area"], row["party"]): row["votes"] for row in rows("national", "party_totals")}
    assert votes["parl.2001-06-07", "wales", "conservative"] == "288665"
    assert votes["parl.1951-10-25", "united-kingdom", "labour"] == "13948883"


def test_governments_formed() -> None:
    formed = {row["election"]: row for row in rows("national", "governments") if row["election"]}
    assert len(formed) == 28
    assert {key[5:9] for key, row in formed.items() if row["hung"]} == {"1923", "1929", "1974", "2010", "2017"}
    assert formed["parl.1951-10-25"]["majority"] == "16"


def test_the_size_of_all_packs() -> None:
    assert sum(path.stat().st_size for path in PACKS.rglob("*") if path.is_file()) <= 15_000_000
