"""The derived tables, worked out from tiny packs whose figures can be checked by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from knowledge.store.opening import open_store
from knowledge.store.paths import KnowledgePaths
from knowledge.store.store import Store
from tests.knowledge.tiny import write_pack


def rows(store: Store, table: str, columns: str, where: str = "1") -> list[tuple[Any, ...]]:
    return store.fetch(
        f"select {columns} from {table} where {where} order by rowid"
        if table == "candidacy_facts"
        else f"select {columns} from {table} where {where}"
    )


def test_contest_facts_name_winner_runner_up_and_figures(tiny: Store) -> None:
    columns = "winner_party, winner_person, winner_name, second_party, second_name, third_party, lost_party, turnout"
    [row] = rows(tiny, "contest_facts", columns, "contest = 'parl.bath.2019-12-12'")
    assert row == ("conservative", "mnis-1", "Ann Able", "labour", "Bob Baker", "green", "labour", 0.5)
    [figures] = rows(
        tiny,
        "contest_facts",
        "majority, majority_share, candidates, deposits_lost, gain, swing",
        "contest = 'parl.bath.2019-12-12'",
    )
    assert figures == (100, 0.1, 3, 0, 1, pytest.approx(0.05))


def test_a_party_that_counts_as_another_is_counted_so_and_kept_exactly(tiny: Store) -> None:
    [row] = rows(tiny, "contest_facts", "winner_party, exact_party, gain", "seat = 'ynys-mon'")
    assert row == ("labour", "labour-coop", 0)


def test_a_share_of_exactly_one_twentieth_loses_the_deposit(tiny: Store) -> None:
    assert rows(tiny, "candidacy_facts", "name", "deposit_lost") == [("Fay Ford",)]


def test_candidates_are_behind_the_winner_and_the_winner_ahead_by_the_majority(tiny: Store) -> None:
    found = rows(tiny, "candidacy_facts", "name, behind, position", "contest = 'parl.bath.2019-12-12'")
    assert found == [("Ann Able", -100, 1), ("Bob Baker", 100, 2), ("Cat Cook", 460, 3)]


def test_the_name_people_use_is_shown_and_the_published_one_kept(tiny: Store) -> None:
    found = rows(tiny, "candidacy_facts", "name, published_name", "person = 'mnis-2'")
    assert found == [("Bob Baker", "Robert Baker"), ("Bob Baker", None)]
    assert tiny.fetch("select name from candidacies where person = 'mnis-2'") == [("Robert Baker",), ("Bob Baker",)]


def test_the_member_before_a_by_election_is_named(tiny: Store) -> None:
    [row] = rows(tiny, "contest_facts", "previous_member, previous_name", "kind = 'by-election'")
    assert row == ("mnis-1", "Ann Able")


def test_totals_sum_each_area_of_general_elections_only(tiny: Store) -> None:
    found = tiny.fetch(
        "select area, votes, share, seats, seconds, gains, losses from totals where party = 'labour' order by area"
    )
    assert found == [
        ("england", 420, 0.42, 0, 1, 0, 1),
        ("great-britain", 950, pytest.approx(950 / 1800), 1, 1, 0, 1),
        ("north-west", 420, 0.42, 0, 1, 0, 1),
        ("united-kingdom", 950, pytest.approx(950 / 1800), 1, 1, 0, 1),
        ("wales", 530, 0.6625, 1, 0, 0, 0),
    ]
    assert tiny.fetch("select distinct kind from totals") == [("general",)]


def test_area_facts_sum_contests(tiny: Store) -> None:
    [row] = tiny.fetch(
        "select electorate, valid_votes, invalid_votes, turnout, seats, candidates, deposits_lost,"
        " worked_out from area_facts where area = 'united-kingdom'"
    )
    assert row == (3000, 1800, 7, 0.6, 2, 6, 1, 1)


def test_published_totals_win_where_candidates_are_not_all_held(tmp_path: Path) -> None:
    old = "parl.bath.2019-12-12,parl.2019-12-12,bath.2010,2000,1000,5,100,Con gain from Lab,conservative,true,labour,\n"
    store = _open(
        tmp_path,
        {"contests.csv": (old, ""), "candidacies.csv": _drop("parl.bath.2019-12-12")},
        {
            "contests-old.csv": "id,election,constituency,electorate,valid_votes,winner,detail\n"
            "parl.bath.2019-12-12,parl.2019-12-12,bath.2010,2000,1000,conservative,parties\n",
            "candidacies-old.csv": "contest,party,votes,elected,pooled\n"
            "parl.bath.2019-12-12,conservative,520,true,false\n"
            "parl.bath.2019-12-12,labour,420,false,false\n"
            "parl.bath.2019-12-12,green,60,false,true\n",
            "party_totals.csv": "election,area,party,votes,share,seats,candidates\n"
            "parl.2019-12-12,united-kingdom,labour,960,0.53,1,2\n",
            "area_totals.csv": "election,area,electorate,valid_votes,turnout\n"
            "parl.2019-12-12,united-kingdom,3100,1810,0.58\n",
        },
    )
    columns = "votes, share, seats, candidates, worked_out"
    assert store.fetch(f"select {columns} from totals where party = 'labour' and area = 'united-kingdom'") == [
        (960, 0.53, 1, 2, 0)
    ]
    assert store.fetch(f"select {columns} from totals where party = 'labour' and area = 'england'") == [
        (420, 0.42, 0, None, 1)
    ]
    assert store.fetch("select electorate, turnout, worked_out from area_facts where area = 'united-kingdom'") == [
        (3100, 0.58, 0)
    ]


OLD_SEAT = {
    "constituencies-old.csv": "id,seat,name,nation,region,boundary_set,first,abolished\n"
    "bath.1918,bath,Bath,england,north-west,1918-1983,1918-12-14,1983-06-09\n"
}


def test_a_pooled_column_larger_than_the_runner_up_hides_who_came_second(tmp_path: Path) -> None:
    for pooled, second in ((60, "labour"), (430, None)):
        store = _open(
            tmp_path / str(pooled),
            {},
            {
                **OLD_SEAT,
                "elections-old.csv": "id,kind,date,name\nparl.1935-11-14,general,1935-11-14,1935 general election\n",
                "contests-old.csv": "id,election,constituency,valid_votes,detail\n"
                "parl.bath.1935-11-14,parl.1935-11-14,bath.1918,1000,parties\n",
                "candidacies-old.csv": "contest,party,votes,elected,pooled\n"
                "parl.bath.1935-11-14,conservative,520,true,false\n"
                f"parl.bath.1935-11-14,labour,420,false,false\nparl.bath.1935-11-14,green,{pooled},false,true\n",
            },
        )
        columns = "winner_party, second_party, candidates, deposits_lost"
        assert store.fetch(f"select {columns} from contest_facts where date < '1950'") == [
            ("conservative", second, None, None)
        ]


def test_a_sum_that_lacks_votes_is_not_told(tmp_path: Path) -> None:
    extra = {
        **OLD_SEAT,
        "constituencies-more.csv": "id,seat,name,nation,boundary_set,first\n"
        "cork.1918,cork,Cork,ireland,1918,1918-12-14\nwells.1918,wells,Wells,england,1918,1918-12-14\n",
        "elections-old.csv": "id,kind,date,name\nparl.1918-12-14,general,1918-12-14,1918 general election\n",
        "contests-old.csv": "id,election,constituency,valid_votes,unopposed,detail\n"
        "parl.bath.1918-12-14,parl.1918-12-14,bath.1918,1000,false,parties\n"
        "parl.cork.1918-12-14,parl.1918-12-14,cork.1918,900,false,parties\n"
        "parl.wells.1918-12-14,parl.1918-12-14,wells.1918,,true,parties\n",
        "candidacies-old.csv": "contest,name,party,votes,elected,pooled\n"
        "parl.bath.1918-12-14,,conservative,520,true,false\nparl.bath.1918-12-14,,labour,480,false,false\n"
        "parl.cork.1918-12-14,,green,,true,false\nparl.cork.1918-12-14,,labour,400,false,false\n"
        "parl.cork.1918-12-14,,conservative,500,false,true\nparl.wells.1918-12-14,,conservative,,true,false\n",
    }
    store = _open(tmp_path, {}, extra)
    query = "select party, votes, seats from totals where area = 'united-kingdom' and date < '1950' order by party"
    assert store.fetch(query) == [("conservative", 1020, 2), ("green", None, 1), ("labour", 880, 0)]


def test_a_contest_of_which_only_the_winner_is_held(tmp_path: Path) -> None:
    store = _open(
        tmp_path,
        {},
        {
            **OLD_SEAT,
            "elections-old.csv": "id,kind,date,name\nparl.by.1982-06-03,by-election,1982-06-03,by-elections\n",
            "contests-old.csv": "id,election,constituency,turnout,winner,gain,lost_by,detail\n"
            "parl.bath.by.1982-06-03,parl.by.1982-06-03,bath.1918,0.485,conservative,true,labour,winner\n",
            "candidacies-old.csv": "contest,person,name,party,elected\n"
            "parl.bath.by.1982-06-03,mnis-1,Ann Able,conservative,true\n",
        },
    )
    columns = "winner_party, winner_name, turnout, majority, second_party, candidates, gain, lost_party"
    assert store.fetch(f"select {columns} from contest_facts where date < '1990'") == [
        ("conservative", "Ann Able", 0.485, None, None, None, 1, "labour")
    ]


def test_names_are_folded_and_lead_to_what_they_name(tiny: Store) -> None:
    found = {(name.key, name.kind): name for name in tiny.names()}
    assert found["ynys mon", "seat"].ref == "ynys-mon"
    assert found["sir fon", "seat"][3:] == ("welsh", "Ynys Môn")
    assert found["robert baker", "person"][2:] == ("mnis-2", "alias", "Bob Baker")
    assert found["baker", "person"].form == "surname"
    assert found["con", "party"].form == "initials"
    assert found["greens", "party"][2:] == ("green", "alias", "Green")
    assert found["north west", "region"].ref == "north-west"


def _drop(contest: str) -> tuple[str, str]:
    from tests.knowledge.tiny import ROWS

    lines = ROWS["candidacies.csv"].splitlines(keepends=True)
    old = "".join(line for line in lines if line.startswith(contest + ","))
    return old, ""


def _open(root: Path, changes: dict[str, tuple[str, str]], extra: dict[str, str]) -> Store:
    write_pack(root / "packs", changes, extra)
    return open_store(KnowledgePaths((root / "packs",), root / "cache"))
