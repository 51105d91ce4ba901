"""Referendums out of sheets of four layouts."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.importers.base import SourceFault
from knowledge.importers.referendums import VOTES, import_referendums
from tests.knowledge.importers.past import Packs, write

SHEETS = {
    "30_EU_ref_2016.csv": [
        "Table 30: EU referendum results by region,,,,,,,,,",
        "Counting region,Votes , % of valid votes,Votes, % of valid votes,,,,,",
        "Yorkshire and the Humber (Y/H),1158298,0.42,1580937,0.58,1937,2741172.9,0.7064,0.7069,3877780",
        "Northern Ireland,440707,0.56,349442,0.44,374,790524,0.6266,0.6269,1260955",
        "United Kingdom,16141241,0.48,17410742,0.52,25359,33577343,0.7215,0.7221,46500001",
        "Source: House of Commons Library,,,,,,,,,",
    ],
    "31_EC_ref.csv": [
        ",Yes,,No,,,,",
        ",Votes,% vote,Votes,% vote,Total vote,Electorate1,% turnout1",
        "England,14918009,0.69,6812052,0.31,21730061,33356208,0.645",
        "UK,17378581,0.67,8470073,0.33,25848654,40084594,0.639",
        "Note: Civilian turnout only.,,,,,,,",
    ],
    "32_Scotland_ref.csv": [
        "1979 counting areas,1979,1997.0,1979,1997.0,",
        "Borders,40.26,62.79,59.74,37.21,22.5",
        "Scotland,51.62375720242791,74.28691599932202,48.37,25.71,22.66",
        "1997 results fitted to 1979 counting areas as follows,,,,,",
    ],
    "33_Scotland_2014_ref.csv": [
        "Local authority,Yes,No,Rejected,total votes cast (incl. rejected),Yes %,No %,turnout,electorate ",
        "Glasgow City,194779,169347,538,364664,0.535,0.465,0.75,486296",
        '"Edinburgh, City of",123927,194638,460,319025,0.389,0.611,0.844,378039',
        "Scotland,1617989,2001926,3429,3623344,0.447,0.553,0.846,4283938",
    ],
    "34_Wales_ref.csv": [
        "1979 counting areas,1979,1997.0,1979,1997.0,",
        "Clwyd & Gwynedd,27.06,47.37,72.94,52.63,20.3",
        "Wales,20.26,50.302171444191565,79.74,49.69782855580843,30.0",
    ],
    "35_Wales_ref_2011.csv": [
        "Local authority,Votes,% vote,Votes,% vote,Total votes,Electorate,",
        "Cardiff,53427,0.61,33606,0.39,87033,248062,0.3508",
        "Wales,517132,0.63,297380,0.37,814512,2289044,0.3558",
    ],
    "36_AV_ref.csv": [
        ",Votes,% vote,Votes,% vote,Total vote,Electorate,Turnout",
        "England,4824357,0.31,10774735,0.69,15599092,38323528,0.407",
        ",212951,,546138,,1968137,1968137,",
        "UK Total,6152607,0.32,13013123,0.68,19165730,45684501,0.4195",
    ],
}
AREAS = [
    "Region,Area,Electorate,Pct_Turnout,Remain,Leave,Rejected_Ballots",
    'South West,"Bristol, City of",312465,73.17,141027,87418,183',
    "Northern Ireland,Northern Ireland,1260955,62.69,440707,349442,374",
]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    for name, lines in SHEETS.items():
        write(folder / "other/cbp7529" / name, "\n".join(lines).encode())
    write(folder / "other/ec_EU-referendum-2016_utf8_lf.csv", "\n".join(AREAS).encode())
    return folder


@pytest.fixture
def packs(source: Path, tmp_path: Path) -> Packs:
    import_referendums(source, tmp_path / "packs")
    return Packs(tmp_path / "packs")


def counts(packs: Packs, referendum: str, **wanted: str) -> dict[tuple[str, str], dict[str, str]]:
    rows = packs.rows("referendums", "referendum_counts", referendum=referendum, **wanted)
    return {(row["area"], row["option"]): dict(row) for row in rows}


@pytest.mark.parametrize("vote", VOTES, ids=lambda vote: vote.id)
def test_each_referendum_has_a_whole_that_its_outcome_won(packs: Packs, vote: object) -> None:
    referendum = packs.row("referendums", "referendums", id=vote.id)  # type: ignore[attr-defined]
    whole = counts(packs, referendum["id"], area_kind="whole")
    assert len(whole) == 2
    assert max(whole.items(), key=lambda pair: float(pair[1]["share"]))[0][1] == referendum["outcome"]


def test_the_uk_in_2016(packs: Packs) -> None:
    leave = counts(packs, "european-union-2016")["United Kingdom", "leave"]
    assert (leave["votes"], leave["share"], leave["turnout"], leave["rejected"]) == (
        "17410742",
        "0.5189",
        "0.7215",
        "25359",
    )


def test_counting_areas_bear_plain_names_and_none_stands_twice(packs: Packs) -> None:
    found = counts(packs, "european-union-2016")
    assert found["Bristol", "remain"]["turnout"] == "0.7317"
    assert found["Yorkshire and the Humber", "leave"]["area_kind"] == "region"
    assert len(packs.rows("referendums", "referendum_counts", area="Northern Ireland")) == 2
    scotland = counts(packs, "scottish-independence-2014")
    assert {area for area, _ in scotland} == {"Glasgow", "Edinburgh", "Scotland"}


def test_sheets_of_1979_and_1997_are_read_by_year(packs: Packs) -> None:
    assert counts(packs, "welsh-assembly-1979")["Wales", "no"]["share"] == "0.7974"
    assert counts(packs, "welsh-assembly-1997")["Wales", "yes"]["share"] == "0.503"
    assert counts(packs, "scottish-assembly-1979")["Borders", "yes"]["share"] == "0.4026"
    assert "votes" not in counts(packs, "scottish-parliament-1997")["Scotland", "yes"]


def test_the_turnout_of_1975_is_the_published_one(packs: Packs) -> None:
    assert counts(packs, "european-community-1975")["United Kingdom", "yes"]["turnout"] == "0.639"


def test_rows_without_a_name_are_left_out(packs: Packs) -> None:
    assert {area for area, _ in counts(packs, "alternative-vote-2011")} == {"England", "United Kingdom"}


def test_a_missing_sheet_is_named(source: Path, tmp_path: Path) -> None:
    (source / "other/cbp7529/36_AV_ref.csv").unlink()
    with pytest.raises(SourceFault, match=r"36_AV_ref\.csv"):
        import_referendums(source, tmp_path / "packs")
