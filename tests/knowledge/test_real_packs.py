"""The packs that come with the program, from their files to the store: what is known to be true must come out."""

from __future__ import annotations

import pytest

from knowledge.building.compiling import find_faults
from knowledge.loading.folders import read_packs, shipped_packs
from knowledge.store.store import Store

SEATS = {
    "1945-07-05": {"labour": 393},
    "1997-05-01": {"labour": 418, "speaker": 1},
    "2005-05-05": {"labour": 355, "speaker": 1},
    "2010-05-06": {"conservative": 306, "labour": 258, "liberal-democrat": 57, "speaker": 1},
    "2015-05-07": {"conservative": 330, "labour": 232, "snp": 56, "ukip": 1, "speaker": 1},
    "2017-06-08": {"conservative": 317, "labour": 262, "speaker": 1},
    "2019-12-12": {"conservative": 365, "labour": 202, "liberal-democrat": 11, "speaker": 1},
    "2024-07-04": {"labour": 411, "conservative": 121, "liberal-democrat": 72, "speaker": 1},
}
"""Seats won by counting party, as published; the Speaker is counted apart each time."""

HOUSE = {"1945-07-05": 640, "1997-05-01": 659, "2005-05-05": 646}
"""Members returned, where it was not 650."""

WHOLE = [day for day in SEATS if day > "2010"]
"""Elections of which every candidate is held."""

SHEFFIELD = "parl.sheffield-brightside-and-hillsborough.by.2016-05-05"
ARBROATH = "parl.arbroath-and-broughty-ferry.by.2026-06-18"


def test_no_pack_has_a_fault() -> None:
    assert [str(fault) for fault in find_faults(read_packs([shipped_packs()]))] == []


@pytest.mark.parametrize(("day", "seats"), SEATS.items())
def test_seats_won_are_those_published(store: Store, day: str, seats: dict[str, int]) -> None:
    rows = store.fetch(
        "select party, seats from totals where election = ? and area = 'united-kingdom'", (f"parl.{day}",)
    )
    won = {party: count for party, count in rows if party in seats}
    assert won == seats
    assert sum(count for _, count in rows) == HOUSE.get(day, 650)


def test_seats_of_the_parties_sum_to_the_house(store: Store) -> None:
    rows = store.fetch(
        "select a.election, a.area, a.seats, sum(t.seats) from area_facts as a"
        " join totals as t on t.election = a.election and t.area = a.area"
        " where a.kind = 'general' and a.area in"
        " ('united-kingdom', 'england', 'scotland', 'wales', 'northern-ireland', 'ireland') group by 1, 2"
    )
    assert len(rows) == 5 * len({row[0] for row in rows})
    assert [row for row in rows if row[2] != row[3]] == []


@pytest.mark.parametrize("day", WHOLE)
def test_areas_add_up_to_the_country(store: Store, day: str) -> None:
    columns = "sum(electorate), sum(valid_votes), sum(seats), sum(candidates), sum(deposits_lost)"
    query = f"select {columns} from area_facts where election = ? and area in"
    election = (f"parl.{day}",)
    whole = store.fetch(f"{query} ('united-kingdom')", election)
    assert store.fetch(f"{query} ('england', 'scotland', 'wales', 'northern-ireland')", election) == whole
    assert store.fetch(f"{query} ('great-britain', 'northern-ireland')", election) == whole
    regions = "select id from regions where part_of = 'england'"
    assert store.fetch(f"{query} ({regions})", election) == store.fetch(f"{query} ('england')", election)


@pytest.mark.parametrize("day", WHOLE)
def test_gains_and_losses_balance(store: Store, day: str) -> None:
    [(gains, losses)] = store.fetch(
        "select sum(gains), sum(losses) from totals where election = ? and area = 'united-kingdom'", (f"parl.{day}",)
    )
    assert gains == losses > 0


def test_turnout_of_the_country(store: Store) -> None:
    rows = store.fetch(
        "select substr(date, 1, 4), round(turnout, 3) from area_facts"
        " where area = 'united-kingdom' and kind = 'general' and date > '2010' order by date"
    )
    assert rows == [("2010", 0.651), ("2015", 0.662), ("2017", 0.688), ("2019", 0.673), ("2024", 0.597)]


def test_the_copeland_by_election(store: Store) -> None:
    columns = "winner_name, winner_party, winner_votes, second_name, second_votes, majority, gain, lost_party, cause"
    [row] = store.fetch(f"select {columns} from contest_facts where contest = 'parl.copeland.by.2017-02-23'")
    assert row[:8] == ("Trudy Harrison", "conservative", 13748, "Gillian Troughton", 11601, 2147, 1, "labour")
    [(turnout, swing, previous, deposits)] = store.fetch(
        "select turnout, swing, previous_name, deposits_lost from contest_facts"
        " where contest = 'parl.copeland.by.2017-02-23'"
    )
    assert (round(turnout, 3), round(swing, 3), previous, deposits) == (0.513, 0.067, "Jamie Reed", 3)


def test_the_stoke_by_election(store: Store) -> None:
    rows = store.fetch(
        "select name, party, votes, position, behind from candidacy_facts"
        " where contest = 'parl.stoke-on-trent-central.by.2017-02-23' and position < 4 order by position"
    )
    assert rows == [
        ("Gareth Snell", "labour", 7853, 1, -2620),
        ("Paul Nuttall", "ukip", 5233, 2, 2620),
        ("Jack Brereton", "conservative", 5154, 3, 2699),
    ]


def test_contests_at_odds_with_themselves_are_settled_and_recorded(store: Store) -> None:
    for contest, majority in ((SHEFFIELD, 9590), (ARBROATH, 5278)):
        assert store.fetch("select majority from contest_facts where contest = ?", (contest,)) == [(majority,)]
    recorded = store.fetch("select contest, published from corrections where field = 'majority'")
    assert set(recorded) >= {
        (SHEFFIELD, "10490"),
        (ARBROATH, "5178"),
    }


def test_eleven_people_of_one_name_stay_eleven(store: Store) -> None:
    [(people, contests)] = store.fetch(
        "select count(distinct person), count(*) from candidacy_facts"
        " where name = 'Niko Omilana' and election = 'parl.2024-07-04'"
    )
    assert (people, contests) == (11, 11)


def test_every_row_has_a_source_that_is_described(store: Store) -> None:
    for table in ("contest_facts", "candidacy_facts", "totals", "area_facts", "quotes", "claims"):
        for (source,) in store.fetch(f"select distinct source from {table}"):
            assert store.source(source).publisher
    with pytest.raises(KeyError):
        store.source("hearsay")


def test_names_lead_to_seats_in_both_languages(store: Store) -> None:
    found = {(name.key, name.kind): (name.ref, name.form) for name in store.names() if name.kind == "seat"}
    assert found["copeland", "seat"] == ("copeland", "exact")
    assert found["ynys mon", "seat"] == ("ynys-mon", "exact")
    assert found["stoke on trent central", "seat"] == ("stoke-on-trent-central", "exact")
    assert any(form == "welsh" for _, form in found.values())


def test_the_store_refuses_to_be_written_to(store: Store) -> None:
    with pytest.raises(Exception, match="readonly"):
        store.fetch("delete from contest_facts")


def test_rankings_are_read_from_an_index(store: Store) -> None:
    for query in (
        "select name from candidacy_facts where kind = 'general' order by votes desc limit 5",
        "select name from candidacy_facts where election = 'parl.2019-12-12' order by share desc limit 5",
        "select name from candidacy_facts where election = 'parl.2019-12-12' and party = 'green' order by share desc",
        "select seat_name from contest_facts where kind = 'general' order by majority limit 5",
        "select seat_name from contest_facts where kind = 'by-election' order by turnout desc limit 5",
    ):
        plan = [str(step[3]) for step in store.fetch(f"explain query plan {query}")]
        assert not any("SCAN" in step or "TEMP B-TREE" in step for step in plan), plan
