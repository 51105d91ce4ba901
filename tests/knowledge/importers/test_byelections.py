"""By-elections 1918-2010: two publications joined, and the faults of both."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.importers.byelections import liberal_between
from knowledge.importers.byelections_library import find, read_published
from tests.knowledge.importers.past import CON, LAB, LIB, Past, on, qid

PACK = "by-elections-1918-2010"
HELD = ("gain", "lost_by", "result")


@pytest.fixture
def past(tmp_path: Path) -> Past:
    return Past(tmp_path)


def mitcham(past: Past) -> None:
    past.vote("1979", "Mitcham & Morden", "London", 20_000, 5_000, 21_000)
    past.sat("Bruce Douglas-Mann", "Mitcham and Morden", LAB, "1979-05-03/1982-05-05", cause="resignation")
    past.sat("Angela Rumbold", "Mitcham and Morden", CON, "1982-06-03/1983-05-13", election="1982 by-election")
    past.by_election(
        "1982-06-03",
        "Mitcham and Morden",
        "Angela Rumbold",
        CON,
        "Bruce Douglas-Mann",
        "independent politician",
        "resignation",
    )


def test_what_is_published_of_a_by_election(past: Past) -> None:
    mitcham(past)
    raw = "|-0.005|-0.208|0.205|…|0.008||0.485"
    past.published("1982-06-03", "Merton, Mitcham and Morden", "CON gain from LAB", raw=raw)
    packs = past.imported()
    contest = packs.row(PACK, "contests")
    assert contest["id"] == "parl.mitcham-and-morden.by.1982-06-03"
    assert [contest.get(name) for name in ("turnout", *HELD, "cause", "detail")] == [
        *("0.485", "1", "labour", "CON gain from LAB", "resignation", "winner"),
    ]
    assert contest["previous_member"] == f"wd-{qid('Bruce Douglas-Mann').lower()}"
    changes = {row["party"]: row["change"] for row in packs.rows(PACK, "candidacies")}
    assert changes == {"conservative": "-0.005", "labour": "-0.208", "sdp-liberal-alliance": "0.205"}
    [winner] = packs.rows(PACK, "candidacies", elected="1")
    assert "votes" not in winner
    assert packs.row(PACK, "elections")["parliament"] == "48"


def test_where_nothing_is_published_hold_and_gain_follow_the_general_election(past: Past) -> None:
    past.vote("1935", "Cambridge", "Eastern", 20_000, None, 15_000)
    past.sat("A", "Cambridge", CON, "1935-11-14/1940-01-01", cause="death in office")
    past.sat("B", "Cambridge", CON, "1940-02-08/1945-06-15", election="1940 Cambridge by-election")
    past.by_election("1940-02-08", "Cambridge", "B", CON, "A", CON, "death in office")
    contest = past.imported().row(PACK, "contests")
    assert [contest.get(name) for name in HELD] == ["0", None, None]
    assert contest["cause"] == "death of the member"


def test_the_previous_members_party_is_taken_from_the_election_not_from_the_table(past: Past) -> None:
    """Brecon and Radnor 1939: the table calls Ivor Guest an independent; he was elected as a National candidate."""
    past.vote("1935", "Breconshire And Radnorshire", "Wales", None, None, 19_910, None, 22_079)
    seat = "Brecon and Radnorshire"
    past.sat("Ivor Guest", seat, "independent politician", "1935-11-14/1939-06-14", cause="succession to a peerage")
    past.sat("William Jackson", seat, LAB, "1939-08-01/1945-06-15", election="1939 by-election")
    past.by_election("1939-08-01", seat, "William Jackson", LAB, "Ivor Guest", "independent politician", "succession")
    contest = past.imported().row(PACK, "contests")
    assert (contest["gain"], contest["lost_by"]) == ("1", "conservative")


def test_preston_in_1946_was_a_hold(past: Past) -> None:
    past.vote("1945", "Preston", "North West", 30_000, None, 32_000, seats=2)
    past.sat("John Sunderland", "Preston", LAB, "1945-07-05/1945-11-24", cause="death in office")
    past.sat("Samuel Segal", "Preston", LAB, "1945-07-05/1950-02-03")
    past.sat("Edward Shackleton", "Preston", LAB, "1946-01-31/1950-02-03", election="1946 Preston by-election")
    past.by_election("1946-01-31", "Preston", "Edward Shackleton", LAB, "John Sunderland", LAB, "death in office")
    past.published("1946-01-31", "Preston1", "LAB gain")
    packs = past.imported()
    assert packs.row(PACK, "contests")["result"] == "LAB hold"
    correction = packs.row(PACK, "corrections")
    assert (correction["field"], correction["published"], correction["used"]) == ("result", "LAB gain", "LAB hold")


def test_the_election_court_seated_malcolm_st_clair(past: Past) -> None:
    past.vote("1959", "Bristol South East", "South West", 20_000, None, 26_000)
    seat = "Bristol South East"
    past.sat("Tony Benn", seat, LAB, "1959-10-08/1960-11-17", cause="succession to a peerage")
    past.sat("Tony Benn", seat, LAB, "1961-05-04/1961-07-28", cause="election petition", election="1961 by-election")
    past.sat("Malcolm St Clair", seat, CON, "1961-07-28/1963-08-01", cause="resignation",
             election="declared elected after an election petition")  # fmt: skip
    past.by_election("1961-05-04", seat, "Tony Benn", LAB, "Tony Benn", LAB, "succession to a peerage")
    past.published("1961-05-04", "Bristol SE", "LAB hold")
    packs = past.imported()
    contest = packs.row(PACK, "contests")
    assert (contest["winner"], contest["gain"], contest["lost_by"]) == ("conservative", "1", "labour")
    assert "election court" in contest["result"]
    people = {row["person"]: row.get("elected") for row in packs.rows(PACK, "candidacies")}
    assert people == {"wd-q6742645": "1", "wd-q332412": None}
    assert {row["field"]: row["published"] for row in packs.rows(PACK, "corrections")} == {
        "result": "LAB hold",
        "winner": "labour",
    }
    assert [row["end"] for row in packs.rows("members", "spells", person="wd-q332412")] == ["1960-11-17"]


def test_bridgwater_in_1938_went_to_an_independent(past: Past) -> None:
    past.vote("1935", "Somerset Bridgwater", "South West", 17_000, 7_000, 6_000)
    past.sat("Reginald Croom-Johnson", "Bridgwater", CON, "1935-11-14/1938-11-10", cause="appointed as a judge")
    past.sat("Vernon Bartlett", "Bridgwater", LAB, "1938-11-17/1945-06-15", election="1938 Bridgwater by-election")
    past.by_election(
        "1938-11-17", "Bridgwater", "Vernon Bartlett", LAB, "Reginald Croom-Johnson", CON, "appointed as a judge"
    )
    contest = past.imported().row(PACK, "contests")
    assert (contest["winner"], contest["lost_by"]) == ("independent", "conservative")


def test_mid_ulster_in_1956_went_to_an_independent_unionist(past: Past) -> None:
    past.vote("1955", "Ulster Mid", "Northern Ireland", 29_000, None, None, None, 30_000)
    past.sat("Tom Mitchell", "Mid Ulster", "Sinn Féin", "1955-05-26/1955-07-18", cause="disqualification")
    unionist = "Ulster Unionist Party"
    past.sat("George Forrest", "Mid Ulster", unionist, "1956-05-08/1959-09-18", election="by-election")
    before = ("Charles Beattie", unionist, "disqualification")
    past.by_election("1956-05-08", "Mid Ulster", "George Forrest", unionist, *before)
    raw = "||…|0.108|…|…|0.389||0.884"
    past.published("1956-05-08", "Mid-Ulster4", "Ind Con gain from SF", raw=raw, territory="NI")
    contest = past.imported().row(PACK, "contests")
    assert (contest["winner"], contest["gain"], contest["lost_by"]) == ("independent-unionist", "1", "sinn-fein")


def ormskirk(past: Past, table: str, library: str) -> None:
    past.vote("1950", "Lancashire Ormskirk", "North West", 30_000, None, 20_000)
    past.sat("Ronald Cross", "Ormskirk", CON, "1950-02-23/1951-03-10", cause="official appointment")
    past.sat("Douglas Glover", "Ormskirk", CON, f"{table}/1951-10-05", election="1951 Ormskirk by-election")
    past.by_election(table, "Ormskirk", "Douglas Glover", CON, "Ronald Cross", CON, "official appointment")
    past.published(library, "Ormskirk", "CON hold")


def test_of_two_polling_days_the_thursday_is_used(past: Past) -> None:
    ormskirk(past, table="1951-04-05", library="1951-04-08")
    packs = past.imported()
    assert packs.row(PACK, "contests")["election"] == "parl.by.1951-04-05"
    correction = packs.row(PACK, "corrections")
    assert (correction["field"], correction["published"]) == ("election", "parl.by.1951-04-08")


def test_the_librarys_day_is_used_where_it_is_the_thursday(past: Past) -> None:
    ormskirk(past, table="1951-06-25", library="1951-06-21")
    packs = past.imported()
    assert packs.row(PACK, "contests")["id"] == "parl.ormskirk.by.1951-06-21"
    assert packs.row(PACK, "corrections")["published"] == "parl.by.1951-06-25"


def test_two_seats_filled_at_once_are_one_contest(past: Past) -> None:
    past.vote("1918", "Stockport", "North West", None, None, 8_000, None, 20_000, seats=2)
    past.sat("A", "Stockport", LAB, "1918-12-14/1920-02-06", cause="death in office")
    past.sat("B", "Stockport", LIB, "1918-12-14/1920-03-01", cause="resignation")
    past.sat("Henry Fildes", "Stockport", LIB, "1920-03-27/1922-10-26", election="by-election")
    past.sat("William Greenwood", "Stockport", CON, "1920-03-27/1922-10-26", election="by-election")
    past.by_election("1920-03-27", "Stockport", "Henry Fildes", LIB, "B", LIB, "resignation")
    past.by_election("1920-03-27", "Stockport", "William Greenwood", CON, "A", LAB, "death in office")
    packs = past.imported()
    contest = packs.row(PACK, "contests")
    assert (contest["seats"], contest["cause"]) == ("2", "resignation; death of the member")
    assert not {"winner", "gain", "previous_member"} & contest.keys()
    assert len(packs.rows(PACK, "candidacies", elected="1")) == 2
    assert packs.row(PACK, "elections")["name"] == "by-election of 27 March 1920"


def test_several_by_elections_of_a_day_are_one_election(past: Past) -> None:
    for seat in ("Epping", "Leek"):
        past.vote("1970", seat, "Eastern", 30_000, None, 20_000)
        past.sat(f"A of {seat}", seat, CON, "1970-06-18/1972-01-01", cause="death in office")
        past.sat(f"B of {seat}", seat, LAB, "1972-02-10/1974-02-08", election="by-election")
        past.by_election("1972-02-10", seat, f"B of {seat}", LAB, f"A of {seat}", CON, "death in office")
    packs = past.imported()
    assert packs.row(PACK, "elections")["name"] == "by-elections of 10 February 1972"
    assert len(packs.rows(PACK, "contests", gain="1", lost_by="conservative")) == 2


def test_the_wording_may_go_by_the_sitting_member(past: Past) -> None:
    """Liverpool Garston 1957: a gain from an Independent Conservative who had been elected as a Conservative."""
    past.vote("1955", "Liverpool Garston", "North West", 30_000, None, 20_000)
    past.sat("Victor Raikes", "Liverpool Garston", CON, "1955-05-26/1957-11-01", cause="resignation")
    past.sat("Richard Bingham", "Liverpool Garston", CON, "1957-12-05/1959-09-18", election="by-election")
    past.by_election("1957-12-05", "Liverpool Garston", "Richard Bingham", CON, "Victor Raikes", CON, "resignation")
    past.published("1957-12-05", "Liverpool, Garston", "CON gain from Ind CON")
    contest = past.imported().row(PACK, "contests")
    assert (contest["result"], contest.get("lost_by")) == ("CON gain from Ind CON", None)
    assert contest["gain"] == "0"


def test_later_by_elections_are_another_packs(past: Past) -> None:
    past.vote("1970", "Epping", "Eastern", 30_000, None, 20_000)
    past.sat("A", "Epping", CON, "1970-06-18/1974-02-08")
    past.by_election(
        "2016-12-01", "Richmond Park", "Sarah Olney", "Liberal Democrats", "Zac Goldsmith", CON, "resignation"
    )
    assert not past.imported().rows(PACK, "contests")


@pytest.mark.parametrize(
    ("seat", "day", "listed"),
    [
        ("Leicester North East", "1950-09-28", "Leicester NE"),
        ("Bermondsey", "1983-02-24", "Southwark, Bermondsey"),
        ("Birmingham Handsworth", "1950-11-16", "Bimingham, Handsworth"),
        ("Heywood and Radcliffe", "1946-02-21", "Heywood and Radcliffe"),
        ("Galloway", "1959-04-09", "Galloway"),
        ("Belfast West", "1950-11-29", None),
        ("Nuneaton", "1942-03-09", None),
    ],
)
def test_rows_of_the_library_are_found_by_seat_and_day(past: Past, seat: str, day: str, listed: str | None) -> None:
    past.published("1950-09-28", "Leicester NE", "LAB hold")
    past.published("1983-02-24", "Southwark, Bermondsey", "Lib gain from Ind LAB")
    past.published("1950-11-16", "Bimingham, Handsworth", "CON hold")
    past.published("1946-01-21", "Heywood and Radcliffe", "LAB hold")
    past.published("1958-04-09", "Galloway", "CON hold")
    past.published("1950-11-30", "Abertillery", "LAB hold")
    past.published("1967-03-09", "Nuneaton", "LAB hold")
    past.vote("1970", "Epping", "Eastern", 30_000, None, 20_000)
    past.sat("A", "Epping", CON, "1970-06-18/1974-02-08")
    past.imported()
    found = find(read_published(past.folder / "data"), seat, on(day))
    assert (found.seat if found else None) == listed


@pytest.mark.parametrize(
    ("day", "winner", "party"),
    [
        ("1976-11-04", "conservative", "liberal"),
        ("1982-06-03", "conservative", "sdp-liberal-alliance"),
        ("1981-11-26", "social-democratic-party", "social-democratic-party"),
        ("1986-05-08", "liberal", "liberal"),
        ("1988-11-10", "snp", "liberal-democrat"),
        ("1995-05-25", "labour", "liberal-democrat"),
    ],
)
def test_the_liberal_column_by_day(day: str, winner: str, party: str) -> None:
    assert liberal_between(on(day), winner) == party
