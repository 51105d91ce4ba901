"""Each check finds the fault it is for, names its place, and is quiet about what it cannot know."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from knowledge.errors import PackFaults
from knowledge.store.opening import open_store
from knowledge.store.paths import KnowledgePaths
from tests.knowledge.tiny import write_pack

BATH = "parl.bath.2019-12-12"

BROKEN = {
    "votes": (
        "contests.csv",
        "2000,1000,5",
        "2000,1001,5",
        "contests.csv:2: valid_votes: .* 1000, found '1001'",
    ),
    "majority": (
        "contests.csv",
        "5,100,Con",
        "5,101,Con",
        "contests.csv:2: majority: .*second, 100, found '101'",
    ),
    "share": (
        "candidacies.csv",
        "420,0.42",
        "420,0.43",
        "candidacies.csv:3: share: .*0.4200, found '0.43'",
    ),
    "electorate": (
        "contests.csv",
        "bath.2010,2000",
        "bath.2010,1004",
        "contests.csv:2: electorate: .*1005 votes",
    ),
    "nobody elected": (
        "candidacies.csv",
        "0.04,1,true",
        "0.04,1,false",
        "contests.csv:2: elected: expected 1 elected, found '0'",
    ),
    "two elected": (
        "candidacies.csv",
        "0.42,-0.06,2,false",
        "0.42,-0.06,2,true",
        "contests.csv:2: elected: .*found '2'",
    ),
    "winning party": (
        "contests.csv",
        "Lab,conservative",
        "Lab,green",
        "contests.csv:2: winner: .*conservative, found 'green'",
    ),
    "position": (
        "candidacies.csv",
        "-0.06,2",
        "-0.06,4",
        "candidacies.csv:3: position: expected a place above the one with 60 votes, found '4 with 420'",
    ),
    "gain from nobody": (
        "contests.csv",
        "true,labour,\n",
        "true,,\n",
        "contests.csv:2: lost_by: .*gained from",
    ),
    "gain from another": (
        "contests.csv",
        "labour,true,conservative",
        "labour,true,green",
        "contests.csv:4: lost_by: .*conservative, which",
    ),
    "hold": (
        "contests.csv",
        "labour,true,conservative",
        "labour,false,",
        "contests.csv:4: gain: expected a gain.*found 'hold'",
    ),
    "reference": (
        "contests.csv",
        "mnis-1",
        "mnis-9",
        "contests.csv:4: previous_member: .*people, found 'mnis-9'",
    ),
    "party": (
        "candidacies.csv",
        "Cat Cook,green",
        "Cat Cook,greens",
        "candidacies.csv:4: party: .*found 'greens'",
    ),
    "double id": (
        "people.csv",
        "dc-4,Dan",
        "dc-3,Dan",
        "people.csv:5: id: .*once.*found 'dc-3'",
    ),
    "stands twice": (
        "candidacies.csv",
        "dc-3,Cat",
        "mnis-1,Cat",
        "candidacies.csv:4: contest and person: .*once",
    ),
    "id": (
        "elections.csv",
        "parl.2019-12-12,general",
        "parl.2019,general",
        "elections.csv:2: id: expected parl.2019-12-12",
    ),
    "boundaries": (
        "constituencies.csv",
        "2010-05-06,2024-07-04\ny",
        "2010-05-06,2015-05-07\ny",
        "contests.csv:2: constituency: .*in use",
    ),
}
"""What is broken -> file, text, what is put in its place, and the fault that should be found."""


def faults(root: Path, changes: dict[str, tuple[str, str]], extra: dict[str, str] | None = None) -> str:
    write_pack(root / "packs", changes, extra)
    with pytest.raises(PackFaults) as caught:
        open_store(KnowledgePaths((root / "packs",), root / "cache"))
    return str(caught.value)


@pytest.mark.parametrize(("file", "old", "new", "expected"), BROKEN.values(), ids=BROKEN)
def test_a_check_finds_its_fault(tmp_path: Path, file: str, old: str, new: str, expected: str) -> None:
    assert re.search(expected, faults(tmp_path, {file: (old, new)}))


def test_a_loser_with_more_votes_than_the_winner_is_a_fault(tmp_path: Path) -> None:
    found = faults(tmp_path, {"candidacies.csv": ("275,0.55,0.13,1,true", "275,0.55,0.13,1,false")}, {
        "candidacies-more.csv": "contest,name,party,votes,elected\nparl.bath.by.2021-05-06,Hal Hill,green,0,true\n"
    })  # fmt: skip
    assert "candidacies-more.csv:2: elected: expected the candidate with most votes, 275, found '0'" in found


EXTRA = [
    pytest.param(
        "area_totals.csv", "election,area,seats\nparl.2019-12-12,united-kingdom,650\n",
        "area_totals.csv:2: seats: expected the seats contested, 2, found '650'", id="house",
    ),
    pytest.param(
        "spells.csv", "person,constituency,party,start,end\nmnis-1,bath.2010,conservative,2019-12-12,2021-03-01\n"
        "mnis-2,bath.2010,labour,2021-02-01,\n",
        "spells.csv:3: start: expected a day after mnis-1 (until 2021-03-01), found '2021-02-01'", id="spells",
    ),
    pytest.param(
        "spells.csv", "person,constituency,party,start,end\nmnis-1,bath.2010,conservative,2019-12-12,2019-12-01\n",
        "spells.csv:2: end: expected a day from 2019-12-12 on, found '2019-12-01'", id="spell backwards",
    ),
    pytest.param(
        "places.csv", "name,kind,seat\nWeston,town,\n", "places.csv:2: seat: expected a seat for Weston", id="place",
    ),
    pytest.param(
        "places.csv", "name,kind,seat\nAtlantis,elsewhere,bath\n",
        "places.csv:2: seat: expected no seat", id="elsewhere",
    ),
    pytest.param(
        "quotes.toml", '[[quotes]]\nid = "q"\nwords = "“We won”"\nspeaker = "Ann Able"\nperson = "mnis-2"\n'
        'role = "candidate"\ndate = 2025-01-01\noccasion = "count"\ncontests = ["parl.nowhere.2019-12-12"]\n',
        "quotes.toml:1: contests: expected ids of contests, found 'parl.nowhere.2019-12-12'", id="quote's contest",
    ),
    pytest.param(
        "quotes.toml", '[[quotes]]\nid = "q"\nwords = "We won"\nspeaker = "Ann Able"\nperson = "mnis-2"\n'
        'role = "candidate"\ndate = 2020-01-01\noccasion = "count"\n',
        "quotes.toml:1: person: expected the id of Ann Able, found 'mnis-2, who is Bob Baker'", id="speaker",
    ),
    pytest.param(
        "quotes.toml", '[[quotes]]\nid = "q"\nwords = "“We won”"\nspeaker = "Ann Able"\n'
        'role = "candidate"\ndate = 2020-01-01\noccasion = "count"\n',
        "quotes.toml:1: words: expected words without quote marks", id="quote marks",
    ),
    pytest.param(
        "quotes.toml", '[[quotes]]\nid = "q"\nwords = "We won"\nspeaker = "Ann Able"\n'
        'role = "candidate"\ndate = 2025-01-01\noccasion = "count"\n',
        "quotes.toml:1: date: expected a day up to that of its source, 2024-07-05", id="quote's date",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("file", "text", "expected"), EXTRA)
def test_a_check_of_added_rows_finds_its_fault(tmp_path: Path, file: str, text: str, expected: str) -> None:
    assert expected in faults(tmp_path, {}, {file: text})


CORRECTION = "contest,field,person,published,used,reason\n"


def test_a_correction_excuses_the_fault_it_records_and_no_other(tmp_path: Path) -> None:
    found = faults(
        tmp_path,
        {"contests.csv": ("2000,1000,5,100", "2000,1001,5,101")},
        {"corrections.csv": f"{CORRECTION}{BATH},majority,,100,101,the candidates file says otherwise\n"},
    )
    assert "valid_votes" in found
    assert "majority" not in found


def test_a_correction_of_one_candidate_excuses_no_other(tmp_path: Path) -> None:
    found = faults(
        tmp_path,
        {"candidacies.csv": ("420,0.42,-0.06,2,false\nparl.bath.2019-12-12,dc-3,Cat Cook,green,60,0.06",
                             "420,0.43,-0.06,2,false\nparl.bath.2019-12-12,dc-3,Cat Cook,green,60,0.05")},
        {"corrections.csv": f"{CORRECTION}{BATH},share,mnis-2,0.42,0.43,as printed\n"},
    )  # fmt: skip
    assert "candidacies.csv:4: share" in found
    assert "candidacies.csv:3: share" not in found


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("parl.bath.1066-10-14,majority,,1,2,why", "contest: expected the id of one of the contests"),
        (f"{BATH},majorities,,1,2,why", "field: expected one of"),
        (f"{BATH},majority,,90,95,why", "used: expected the figure held, 100, found '95'"),
        (f"{BATH},majority,,100,100,why", "used: expected another figure than the published one"),
        (f"{BATH},votes,dc-4,1,2,why", "person: expected somebody who stood in the contest, found 'dc-4'"),
    ],
)
def test_a_correction_fits_the_row_it_is_of(tmp_path: Path, row: str, expected: str) -> None:
    assert f"corrections.csv:2: {expected}" in faults(tmp_path, {}, {"corrections.csv": f"{CORRECTION}{row}\n"})


def test_faults_of_reading_and_of_checking_are_listed_together(tmp_path: Path) -> None:
    found = faults(
        tmp_path,
        {"people.csv": ("mnis-2,Bob Baker", "mnis-2,"), "contests.csv": ("5,100,Con", "5,101,Con")},
    )
    assert "people.csv:3: name: expected a value" in found
    assert "contests.csv:2: majority" in found
    # Whether somebody is held cannot be told as long as people cannot all be read.
    assert "previous_member" not in found
    assert found.startswith("2 faults in the packs:")


def test_lesser_detail_is_not_held_to_what_it_does_not_say(tmp_path: Path) -> None:
    extra = {
        "elections-old.csv": "id,kind,date,name\nparl.1945-07-05,general,1945-07-05,1945 general election\n",
        "constituencies-old.csv": "id,seat,name,nation,boundary_set,first\n"
        "bath.1918,bath,Bath,england,1918-1945,1918-12-14\n",
        "contests-old.csv": "id,election,constituency,electorate,valid_votes,seats,unopposed,detail\n"
        "parl.bath.1945-07-05,parl.1945-07-05,bath.1918,100,150,2,false,parties\n",
        "candidacies-old.csv": "contest,party,votes,pooled,elected\n"
        "parl.bath.1945-07-05,labour,90,true,true\nparl.bath.1945-07-05,conservative,50,true,false\n",
    }
    write_pack(tmp_path / "packs", {}, extra)
    with open_store(KnowledgePaths((tmp_path / "packs",), tmp_path / "cache")) as store:
        columns = "winner_party, majority, turnout, second_party, detail"
        assert store.fetch(f"select {columns} from contest_facts where date < '1950'") == [
            ("labour", None, None, None, "parties")
        ]
