"""The packs that come with the program against what is known of their elections."""

from __future__ import annotations

import csv
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

import knowledge
from knowledge.fold import fold

PACKS = Path(knowledge.__file__).parent / "packs"
GENERAL = ("2010", "2015", "2017", "2019", "2024")
BY_ELECTIONS = "by-elections-2011-2026"


@cache
def rows(pack: str, table: str) -> tuple[dict[str, str], ...]:
    path = PACKS / pack / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def counting() -> dict[str, str]:
    return {row["id"]: row["counts_as"] or row["id"] for row in rows("parties", "parties")}


def everyone() -> tuple[dict[str, str], ...]:
    return rows("people", "people") + rows("people", "people-2019")


def seats(pack: str) -> Counter[str]:
    return Counter(counting()[row["winner"]] for row in rows(pack, "contests"))


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        ("2010", {"conservative": 306, "labour": 258, "liberal-democrat": 57, "speaker": 1, "green": 1}),
        ("2015", {"conservative": 330, "labour": 232, "snp": 56, "ukip": 1, "speaker": 1}),
        ("2017", {"conservative": 317, "labour": 262, "speaker": 1}),
        ("2019", {"conservative": 365, "labour": 202, "liberal-democrat": 11, "speaker": 1}),
        ("2024", {"labour": 411, "conservative": 121, "liberal-democrat": 72, "reform-uk": 5, "speaker": 1}),
    ],
)
def test_seats_of_a_general_election(year: str, expected: dict[str, int]) -> None:
    found = seats(f"general-election-{year}")
    assert {party: found[party] for party in expected} == expected
    assert found.total() == 650


def test_notional_seats_are_what_gains_are_counted_against() -> None:
    found = Counter((row["election"], counting()[row["winner"]]) for row in rows("notional-results", "contests"))
    assert found["parl.notional.2019-12-12", "conservative"] == 372
    assert found["parl.notional.2019-12-12", "labour"] == 200
    assert found["parl.notional.2005-05-05", "labour"] == 348
    assert found["parl.notional.2005-05-05", "conservative"] == 210


@pytest.mark.parametrize("pack", [*(f"general-election-{year}" for year in GENERAL), BY_ELECTIONS])
def test_votes_winners_and_majorities_agree(pack: str) -> None:
    votes: dict[str, list[int]] = {}
    elected: Counter[str] = Counter()
    for row in rows(pack, "candidacies"):
        votes.setdefault(row["contest"], []).append(int(row["votes"]))
        elected[row["contest"]] += row["elected"] == "1"
    for contest in rows(pack, "contests"):
        first, second = sorted(votes[contest["id"]], reverse=True)[:2]
        assert sum(votes[contest["id"]]) == int(contest["valid_votes"]), contest["id"]
        assert first - second == int(contest["majority"]), contest["id"]
        assert elected[contest["id"]] == 1, contest["id"]


def test_every_by_election_from_january_2011_to_august_2026() -> None:
    contests = rows(BY_ELECTIONS, "contests")
    years = Counter(row["election"].removeprefix("parl.by.")[:4] for row in contests)
    assert len(contests) == 65
    assert (years["2012"], years["2017"], years["2020"], years["2023"], years["2026"]) == (7, 2, 0, 7, 5)
    assert [row["cause"] for row in contests if row["cause"] == "recall petition"] == ["recall petition"] * 4
    without = [row["id"] for row in contests if not row["previous_member"]]
    assert without == []


def test_candidacies_held() -> None:
    held = {year: len(rows(f"general-election-{year}", "candidacies")) for year in GENERAL}
    assert held == {"2010": 4150, "2015": 3971, "2017": 3304, "2019": 3320, "2024": 4515}
    assert len(rows(BY_ELECTIONS, "candidacies")) == 668


def test_copeland_and_stoke_on_trent_central_in_february_2017() -> None:
    contests = {row["id"]: row for row in rows(BY_ELECTIONS, "contests")}
    copeland = contests["parl.copeland.by.2017-02-23"]
    assert (copeland["majority"], copeland["valid_votes"], copeland["previous_member"]) == (
        "2147",
        "31068",
        "mnis-1503",
    )
    assert contests["parl.stoke-on-trent-central.by.2017-02-23"]["majority"] == "2620"
    votes = {row["name"]: row["votes"] for row in rows(BY_ELECTIONS, "candidacies") if "2017-02-23" in row["contest"]}
    assert votes["Trudy Harrison"] == "13748"
    assert votes["Gillian Troughton"] == "11601"
    assert votes["Gareth Snell"] == "7853"
    assert votes["Paul Nuttall"] == "5233"


def test_contradictions_are_recorded_with_both_figures() -> None:
    found = {
        (row["contest"], row["field"]): (row["published"], row["used"])
        for row in rows(BY_ELECTIONS, "corrections")
        if row["field"] == "majority"
    }
    assert found == {
        ("parl.sheffield-brightside-and-hillsborough.by.2016-05-05", "majority"): ("10490", "9590"),
        ("parl.arbroath-and-broughty-ferry.by.2026-06-18", "majority"): ("5178", "5278"),
    }
    electorates = [row["contest"] for row in rows("general-election-2019", "corrections")]
    assert electorates == [
        f"parl.{seat}.2019-12-12"
        for seat in ("bolsover", "central-devon", "ceredigion", "chorley", "gedling", "skipton-and-ripon", "wells")
    ]


def test_eleven_people_stood_as_niko_omilana() -> None:
    people = [row["id"] for row in everyone() if row["name"] == "Niko Omilana"]
    stood = [r["person"] for r in rows("general-election-2024", "candidacies") if r["name"] == "Niko Omilana"]
    assert len(set(people)) == len(people) == 11
    assert sorted(stood) == sorted(people)


def test_ids_of_people_are_nobody_elses() -> None:
    people = everyone()
    for key in ("id", "mnis", "democracy_club", "wikidata"):
        values = [row[key] for row in people if row.get(key)]
        assert len(values) == len(set(values)), key


def test_nobody_stands_twice_on_one_day() -> None:
    for year in GENERAL:
        people = [row["person"] for row in rows(f"general-election-{year}", "candidacies")]
        assert len(people) == len(set(people)), year


def test_what_became_of_copeland() -> None:
    found = {row["new"]: float(row["people"]) for row in rows("seats", "successions") if row["old"] == "copeland.2010"}
    assert found == {
        "whitehaven-and-workington.2024": pytest.approx(0.77, abs=0.005),
        "barrow-and-furness.2024": pytest.approx(0.13, abs=0.005),
        "penrith-and-solway.2024": pytest.approx(0.10, abs=0.005),
    }


def test_seats_on_both_boundary_sets() -> None:
    constituencies = rows("seats", "constituencies")
    assert Counter(row["boundary_set"] for row in constituencies) == {"2010": 650, "2024": 650}
    assert len({row["id"] for row in constituencies}) == 1300
    names = {row["seat"]: set[str]() for row in constituencies}
    for row in constituencies:
        names[row["seat"]].add(row["name"])
    assert [found for found in names.values() if len(found) > 1] == []
    assert len([row for row in constituencies if row["name_cy"]]) == 24


def test_greens_of_all_nations_count_as_green() -> None:
    votes: Counter[str] = Counter()
    for row in rows("general-election-2024", "candidacies"):
        votes[counting()[row["party"]]] += int(row["votes"])
    assert votes["green"] == 1944501
    assert votes["labour"] == 9708716


def test_names_of_members_bear_no_notes_and_no_later_titles() -> None:
    """Lists of members have "(deceased)", footnote marks and peerages of later years beside the names."""
    names = [row["name"] for table in ("people", "person_names") for row in rows("members", table)]
    names += [row["name"] for row in rows("history-1918-2005", "candidacies") if row["name"]]
    assert [name for name in names if re.search(r"[()\[\]×°†*]|, (?:VC|Baron|\d)", name)] == []


def test_nobody_of_1931_and_1997_is_printed_under_anothers_name() -> None:
    swapped = {"wd-q6808694": "David", "wd-q134982": "Megan", "mnis-249": "Russell", "mnis-588": "Geoffrey"}
    printed = [(row["person"], row["name"]) for row in rows("history-1918-2005", "candidacies") if row["name"]]
    assert [name for person, name in printed if name.split()[0] == swapped.get(person)] == []


@pytest.mark.parametrize("word", ["shop", "steep", "loans", "farewell", "stormont", "high street", "glasgow city"])
def test_no_place_in_bulk_is_a_word_of_a_question(word: str) -> None:
    assert [row["name"] for row in rows("places", "places") if fold(row["name"]) == word] == []
