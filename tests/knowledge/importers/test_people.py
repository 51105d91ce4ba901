"""People: who is one person, who is not, and what they are called."""

from __future__ import annotations

from pathlib import Path

from tests.knowledge.importers.files import Candidate, Files, Poll, copeland
from tests.knowledge.importers.packs import Written

CROSSWALK = "ids/democracyclub_ge2019_id_crosswalk.csv"
CROSSWALK_HEAD = "id,name,election,party_ec_id,party_name,post_id,post_label,elected,wikidata_id\n"
SPEECHES = "psephology/maiden-speeches.csv"
SPEECHES_HEAD = "Member ,Wikidata Member ID,MNIS Member ID\n"


def add(files: Files, parliament: int, ons: str, name: str, *candidates: Candidate) -> None:
    """A general-election contest that somebody else wins."""
    winner = Candidate("Lab", "Winner", f"Of {name}", 20000, mnis=f"{parliament}{ons[-4:]}")
    region, nation = ("S92000003", "Scotland") if ons.startswith("S") else ("E12000002", "North West")
    files.general.setdefault(parliament, []).append(
        Poll(ons, name, [winner, *candidates], region=region, region_name=nation)
    )


def add_by_election(files: Files, parliament: int, day: str, *candidates: Candidate) -> None:
    """A by-election at Copeland that somebody else wins."""
    winner = Candidate("Lab", "Winner", f"Of {day}", 20000, mnis=f"9{day[:2]}{day[3:5]}{day[8:]}")
    files.by_elections.setdefault(parliament, []).append(Poll("E14000647", "C", [winner, *candidates], day=day))


def test_ids_join_names_do_not(tmp_path: Path) -> None:
    written = Written(copeland(), tmp_path)
    [troughton] = written.people("Gillian Troughton")
    assert troughton["id"] == "dc-19848"
    assert {r["contest"] for r in written.all_rows("candidacies") if r["person"] == "dc-19848"} == {
        "parl.copeland.by.2017-02-23",
        "parl.copeland.2017-06-08",
    }
    [harrison] = written.people("Trudy Harrison")
    assert (harrison["id"], harrison["mnis"], harrison["democracy_club"]) == ("mnis-4593", "4593", "19846")
    assert (harrison["family"], harrison["gender"]) == ("Harrison", "female")


def test_one_name_in_two_seats_of_a_large_party_is_two_people(tmp_path: Path) -> None:
    files = copeland()
    for number in range(40):
        add(files, 55, f"E1400{1000 + number}", f"Place {number}", Candidate("Con", f"First{number}", "Last", 100))
    files.general[55][1].candidates = [*files.general[55][1].candidates, Candidate("Con", "John", "Smith", 50)]
    add(files, 56, "E14002000", "Elsewhere", Candidate("Con", "John", "Smith", 60))
    found = Written(files, tmp_path).people("John Smith")
    assert [row["id"] for row in found] == ["c-elsewhere-2015-05-07-2", "c-place-0-2010-05-06-3"]


def test_one_name_in_one_seat_is_one_person(tmp_path: Path) -> None:
    written = Written(copeland(), tmp_path)
    [perry] = written.people("Jill Perry")
    assert perry["id"] == "c-copeland-2010-05-06-3"
    assert [r["contest"] for r in written.all_rows("candidacies") if r["person"] == perry["id"]] == [
        "parl.copeland.2010-05-06",
        "parl.copeland.2015-05-07",
    ]


def test_one_name_in_the_seat_that_followed_is_one_person(tmp_path: Path) -> None:
    files = copeland()
    workington = files.general[59][0]
    workington.candidates = [*workington.candidates, Candidate("Green", "Jill", "Perry", 500, club="4641")]
    [perry] = Written(files, tmp_path).people("Jill Perry")
    assert perry["id"] == "dc-4641"


def test_a_rare_name_that_changed_party_in_its_seat_is_one_person(tmp_path: Path) -> None:
    files = copeland()
    add_by_election(files, 56, "01/01/2016", Candidate("Ind", "Count", "Binface", 69))
    add_by_election(files, 56, "01/06/2016", Candidate("MRLP", "Count", "Binface", 190, club="34750"))
    assert [row["id"] for row in Written(files, tmp_path).people("Count Binface")] == ["dc-34750"]


def test_a_shared_name_that_changed_party_in_its_seat_is_two_people(tmp_path: Path) -> None:
    """A name that two people bore on one day says too little without the party."""
    files = copeland()
    add(files, 55, "E14001001", "Epping Forest", Candidate("UKIP", "Andrew", "Smith", 800))
    first, later = files.general[55][0], files.general[57][0]
    first.candidates = [*first.candidates, Candidate("LD", "Andrew", "Smith", 100)]
    later.candidates = [*later.candidates, Candidate("Green", "Andrew", "Smith", 10)]
    ids = [row["id"] for row in Written(files, tmp_path).people("Andrew Smith")]
    assert ids == ["c-copeland-2010-05-06-4", "c-copeland-2017-06-08-3", "c-epping-forest-2010-05-06-2"]


def test_a_member_is_never_joined_to_another_partys_namesake(tmp_path: Path) -> None:
    """Oxford East: a former minister and, nine years later, a namesake for another party."""
    files = copeland()
    add_by_election(files, 55, "01/01/2012", Candidate("Green", "Jamie", "Reed", 5))
    assert len(Written(files, tmp_path).people("Jamie Reed")) == 2


def test_one_name_in_a_very_small_party_is_one_person(tmp_path: Path) -> None:
    files = copeland()
    add(files, 55, "E14001001", "Witney", Candidate("MRLP", "Alan", "Hope", 234))
    add(files, 56, "E14001002", "Eastleigh", Candidate("MRLP", "Alan", "Hope", 136))
    assert len(Written(files, tmp_path).people("Alan Hope")) == 1


def test_one_name_among_independents_is_two_people(tmp_path: Path) -> None:
    files = copeland()
    add(files, 55, "E14001001", "Witney", Candidate("Ind", "Alan", "Hope", 234))
    add(files, 56, "E14001002", "Eastleigh", Candidate("Ind", "Alan", "Hope", 136))
    assert len(Written(files, tmp_path).people("Alan Hope")) == 2


def test_two_of_one_name_on_one_day_are_two_people(tmp_path: Path) -> None:
    files = copeland()
    add(files, 55, "E14001001", "Witney", Candidate("MRLP", "Alan", "Hope", 234))
    add(files, 55, "E14001002", "Eastleigh", Candidate("MRLP", "Alan", "Hope", 136))
    assert len(Written(files, tmp_path).people("Alan Hope")) == 2


def test_namesakes_with_ids_stay_apart(tmp_path: Path) -> None:
    """The eleven who stood as Niko Omilana in 2024."""
    files = copeland()
    for number in range(11):
        omilana = Candidate("Ind", "Niko", "Omilana", 100 + number, club=str(117000 + number))
        add(files, 59, f"E1400{1600 + number}", f"Seat {number}", omilana)
    found = Written(files, tmp_path).people("Niko Omilana")
    assert len({row["id"] for row in found}) == len(found) == 11


def test_candidates_of_2019_get_their_ids_where_nothing_is_doubtful(tmp_path: Path) -> None:
    files = copeland()
    candidates = [
        Candidate("LD", "John", "Studholme", 1888),
        Candidate("Green", "Jack", "Lenox", 765),
        Candidate("Ind", "Sam", "Twice", 20),
        Candidate("Ind", "Zoe", "Nobody", 10),
    ]
    add(files, 58, "E14000647", "Copeland", *candidates)
    files.more[CROSSWALK] = CROSSWALK_HEAD + "\n".join(
        [
            "69536,John David Studholme,parl.2019-12-12,PP90,Liberal Democrats,WMC:E14000647,Copeland,,Q7",
            "19847,Jack Lennox,parl.2019-12-12,PP63,Green Party,WMC:E14000647,Copeland,,",
            "1,Sam Twice,parl.2019-12-12,ynmp-party:2,Independent,WMC:E14000647,Copeland,,",
            "2,Sam Twice,parl.2019-12-12,ynmp-party:2,Independent,WMC:E14000647,Copeland,,",
            "3,Zoe Nobody,parl.2019-12-12,ynmp-party:2,Independent,WMC:E14000648,Elsewhere,,",
        ]
    )
    written = Written(files, tmp_path)
    people = {row["name"]: row for row in written.all_rows("people")}
    assert (people["John Studholme"]["id"], people["John Studholme"]["wikidata"]) == ("dc-69536", "Q7")
    assert written.rows("people", "people-2019")[0]["name"] == "Jack Lenox"
    head = (written.target / "people/pack.toml").read_text(encoding="utf-8")
    assert 'people-2019 = "democracy-club-2019"' in head
    assert people["Jack Lenox"]["id"] == "dc-19847"
    assert people["Sam Twice"]["id"].startswith("c-")
    assert people["Zoe Nobody"]["id"].startswith("c-")


def test_a_members_id_on_a_strangers_row_goes_back(tmp_path: Path) -> None:
    """Beaconsfield and Bury South 2019: the member's id is printed on another independent's row."""
    files = copeland()
    add(files, 56, "E14000550", "Beaconsfield", Candidate("Con", "Dominic", "Grieve", 33621, mnis="16"))
    rows = [Candidate("Ind", "Dominic", "Grieve", 16765), Candidate("Ind", "Adam", "Cleary", 837, mnis="16")]
    add(files, 57, "E14000550", "Beaconsfield", *rows)
    written = Written(files, tmp_path)
    found = {row["name"]: row["person"] for row in written.candidacies("parl.beaconsfield.2017-06-08")}
    assert found["Dominic Grieve"] == "mnis-16"
    assert found["Adam Cleary"].startswith("c-")
    assert any("Adam Cleary" in note for note in written.report.notes)


def test_an_id_printed_on_two_rows_of_a_contest_is_left_out(tmp_path: Path) -> None:
    """Sleaford and North Hykeham 2016."""
    files = copeland()
    rows = [Candidate("Lab", "Jim", "Clarke", 3363, club="26371"), Candidate("Ind", "Paul", "Coyne", 186, club="26371")]
    add_by_election(files, 56, "08/12/2016", *rows)
    written = Written(files, tmp_path)
    found = {row["name"]: row["person"] for row in written.candidacies("parl.copeland.by.2016-12-08")}
    assert found["Jim Clarke"] != found["Paul Coyne"]
    assert not any("26371" in person for person in found.values())
    assert any("26371" in note for note in written.report.notes)


def test_misspelt_and_double_encoded_names_are_mended(tmp_path: Path) -> None:
    files = copeland()
    wrong = "L\u00e9onie".encode().decode("latin-1")
    rows = [
        Candidate("Con", "Giles", "Walting", 8709, mnis="4677"),
        Candidate("LD", "Zulifiqar", "Ali", 2083, club="6329"),
        Candidate("Green", wrong, "Mathers", 500, club="7"),
        Candidate("Ind", "\u00c1ine".encode().decode("latin-1"), "Groogan", 400, club="8"),
    ]
    add_by_election(files, 55, "09/10/2014", *rows)
    written = Written(files, tmp_path)
    names = {row["person"]: row["name"] for row in written.candidacies("parl.copeland.by.2014-10-09")}
    assert names["mnis-4677"] == "Giles Watling"
    assert names["dc-6329"] == "Zulfiqar Ali"
    assert names["dc-7"] == "L\u00e9onie Mathers"
    assert names["dc-8"] == "\u00c1ine Groogan"
    assert written.people("Giles Watling")[0]["family"] == "Watling"


def test_the_name_people_use_and_the_other_ones(tmp_path: Path) -> None:
    files = copeland()
    files.general[55][0].candidates = [
        *files.general[55][0].candidates,
        Candidate("LD", "Elizabeth", "Truss", 9, mnis="4097"),
        Candidate("UKIP", "Suella", "Fernandes", 8, mnis="4475"),
    ]
    files.general[56][0].candidates = [
        *files.general[56][0].candidates,
        Candidate("LD", "Liz", "Truss", 9, mnis="4097"),
        Candidate("UKIP", "Suella", "Braverman", 8, mnis="4475"),
    ]
    add_by_election(files, 59, "01/05/2025", Candidate("RUK", "Sarah Joanne", "Pochin", 12645, mnis="5403"))
    files.by_elections[59][0].ons = "E14001583"
    files.more[SPEECHES] = SPEECHES_HEAD + "Sarah Pochin,Q99187726,5403\nElizabeth Truss,Q3,4097\n"
    written = Written(files, tmp_path)
    people = {row["id"]: row for row in written.all_rows("people")}
    assert people["mnis-4097"]["name"] == "Liz Truss"
    assert (people["mnis-4475"]["name"], people["mnis-4475"]["family"]) == ("Suella Braverman", "Braverman")
    assert (people["mnis-5403"]["name"], people["mnis-5403"]["wikidata"]) == ("Sarah Pochin", "Q99187726")
    contest = "parl.whitehaven-and-workington.by.2025-05-01"
    assert written.candidacies(contest)[1]["name"] == "Sarah Joanne Pochin"
    other = {(row["person"], row["name"]) for row in written.rows("people", "person_names")}
    assert {
        ("mnis-4097", "Elizabeth Truss"),
        ("mnis-4475", "Suella Fernandes"),
        ("mnis-5403", "Sarah Joanne Pochin"),
    } <= other


def test_members_wikidata_by_seat_and_day_outweighs_the_speeches(tmp_path: Path) -> None:
    """The list of maiden speeches gives one Wikidata id to two members."""
    files = copeland()
    files.more[SPEECHES] = SPEECHES_HEAD + "Jamie Reed,Q268584,1503\nTrudy Harrison,Q268584,4593\n"
    files.more["national/wikidata_mps_1918-2026.csv"] = (
        "item,itemLabel,constituencyLabel,start\n"
        "Q111,Trudy Harrison,Copeland,2017-02-23\n"
        "Q222,Jamie Reed,Copeland,2010-05-06\n"
        "Q333,Jamie Reed,Elsewhere,2015-05-07\n"
    )
    written = Written(files, tmp_path)
    assert written.people("Trudy Harrison")[0]["wikidata"] == "Q111"
    assert written.people("Jamie Reed")[0]["wikidata"] == "Q222"
