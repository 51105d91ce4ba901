"""Members' spells: what joins them, what parts them, and whose names they bear."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.importers.history_listed import is_anothers
from knowledge.importers.members_names import family_name, other_name, plain_name, used_name
from tests.knowledge.importers.past import CON, LAB, LIB, Packs, Past, qid

MADE_SPEAKER = "1971 Speaker of the British House of Commons election"


@pytest.fixture
def past(tmp_path: Path) -> Past:
    return Past(tmp_path)


def told(packs: Packs, person: str) -> list[tuple[str, ...]]:
    """A member's spells: seat, party, start, end, how it began and why it ended."""
    wikidata = f"wd-{qid(person).lower()}"
    columns = ("constituency", "party", "start", "end", "start_cause", "end_cause")
    return [
        tuple(row.get(column, "") for column in columns) for row in packs.rows("members", "spells", person=wikidata)
    ]


def whitehaven(past: Past, *keys: str) -> None:
    for key in keys or ("1966", "1970"):
        past.vote(key, "Cumberland Whitehaven", "North West", 20_000, None, 30_000)


def test_a_spell_runs_on_through_dissolutions(past: Past) -> None:
    whitehaven(past)
    past.sat("Joseph Symonds", "Whitehaven", LAB, "1966-03-31/1970-05-29")
    past.sat("Joseph Symonds", "Whitehaven", LAB, "1970-06-18/1974-02-08")
    assert told(past.imported(), "Joseph Symonds") == [
        ("whitehaven.1955", "labour", "1966-03-31", "1974-02-08", "general election", "dissolution")
    ]


def test_labour_and_labour_co_operative_are_one_spell_and_named_by_what_counts_them(past: Past) -> None:
    whitehaven(past)
    past.sat("A", "Whitehaven", LAB, "1966-03-31/1970-05-29")
    past.sat("A", "Whitehaven", "Labour Co-operative", "1970-06-18/1974-02-08")
    [spell] = told(past.imported(), "A")
    assert spell[1:4] == ("labour", "1966-03-31", "1974-02-08")


def test_a_change_of_whip_begins_a_new_spell(past: Past) -> None:
    whitehaven(past, "1966")
    past.sat("A", "Whitehaven", LAB, "1966-03-31/1968-01-10", cause="leaving party")
    past.sat("A", "Whitehaven", "independent politician", "1968-01-10/1970-05-29", election="")
    assert told(past.imported(), "A") == [
        ("whitehaven.1955", "labour", "1966-03-31", "1968-01-10", "general election", "leaving party"),
        ("whitehaven.1955", "independent", "1968-01-10", "1970-05-29", "leaving party", "dissolution"),
    ]


def test_a_resignation_and_a_by_election_part_spells_of_one_party(past: Past) -> None:
    whitehaven(past, "1966")
    past.sat("A", "Whitehaven", LAB, "1966-03-31/1968-01-10", cause="resignation")
    past.sat("A", "Whitehaven", LAB, "1968-02-15/1970-05-29", election="1968 Whitehaven by-election")
    assert [spell[2:4] for spell in told(past.imported(), "A")] == [
        ("1966-03-31", "1968-01-10"),
        ("1968-02-15", "1970-05-29"),
    ]


def test_a_vacancy_is_the_time_between(past: Past) -> None:
    """Southend West had no member from the death of David Amess to the by-election."""
    whitehaven(past, "1966")
    past.sat("A", "Whitehaven", LAB, "1966-03-31/1968-01-10", cause="death in office")
    past.sat("B", "Whitehaven", LAB, "1968-02-15/1970-05-29", election="1968 Whitehaven by-election")
    packs = past.imported()
    assert told(packs, "A")[0][3:] == ("1968-01-10", "general election", "death")
    assert told(packs, "B")[0][2] == "1968-02-15"


def test_a_spell_never_outlasts_the_next_of_the_same_member(past: Past) -> None:
    """Edward FitzRoy became Speaker a day before the table ends his time as a Conservative."""
    past.vote("1924", "Daventry", "East Midlands", 20_000, None, 9_000)
    past.sat("Edward FitzRoy", "Daventry", CON, "1924-10-29/1928-06-21", cause="election as Speaker of the House")
    speaker = "Speaker of the House of Commons"
    past.sat("Edward FitzRoy", "Daventry", speaker, "1928-06-20/1929-05-10", election=MADE_SPEAKER)
    assert [(s[1], s[2], s[3], s[4]) for s in told(past.imported(), "Edward FitzRoy")] == [
        ("conservative", "1924-10-29", "1928-06-20", "general election"),
        ("speaker", "1928-06-20", "1929-05-10", "election as Speaker"),
    ]


def test_a_day_under_a_party_is_no_spell(past: Past) -> None:
    whitehaven(past, "1966")
    past.sat("A", "Whitehaven", LAB, "1966-03-31/1968-01-10", cause="leaving party")
    past.sat("A", "Whitehaven", "independent politician", "1968-01-10/1968-01-10", cause="joining party", election="")
    past.sat("A", "Whitehaven", LIB, "1968-01-10/1970-05-29", election="")
    assert [spell[1] for spell in told(past.imported(), "A")] == ["labour", "liberal"]


def test_two_seats_at_once_are_two_spells(past: Past) -> None:
    past.vote("1918", "Clare East", "Ireland", None, None, None, None, -1)
    past.vote("1918", "Mayo East", "Ireland", None, None, None, None, 13_000)
    for seat in ("East Clare", "East Mayo"):
        past.sat("Éamon de Valera", seat, "Sinn Féin", "1918-12-14/1922-10-26")
    assert [spell[0] for spell in told(past.imported(), "Éamon de Valera")] == ["east-clare.1918", "east-mayo.1918"]


def test_ian_paisley_sat_before_his_later_party_was_founded(past: Past) -> None:
    past.vote("1970", "Antrim North", "Northern Ireland", 21_451, 2_269, 6_476, None, 28_442)
    past.sat("Ian Paisley", "North Antrim", "Democratic Unionist Party", "1971-09-30/1974-02-08", election="")
    packs = past.imported()
    [first, _] = packs.rows("members", "spells")
    assert (first["person"], first["party"], first["start"], first["end"]) == (
        "wd-q296597",
        "protestant-unionist-party",
        "1970-06-18",
        "1971-09-30",
    )


def test_a_party_of_later_years_is_not_that_of_the_day(past: Past) -> None:
    """Barnett Janner sat for Labour from 1945; the table has the party of his first Parliament throughout."""
    past.vote("1945", "Leicester West", "East Midlands", None, 4_639, 20_563, None, 13_348)
    past.sat("Barnett Janner", "Leicester West", LIB, "1945-07-05/1950-02-03")
    packs = past.imported()
    assert told(packs, "Barnett Janner")[0][1] == "labour"
    elected = packs.row("history-1918-2005", "candidacies", elected="1")
    assert (elected["party"], elected["votes"]) == ("labour", "20563")


def test_people_have_names_without_titles(past: Past) -> None:
    whitehaven(past, "1970")
    past.sat("Jack Cunningham, Baron Cunningham of Felling", "Whitehaven", LAB, "1970-06-18/1974-02-08")
    person = past.imported().row("members", "people")
    assert (person["name"], person["family"]) == ("Jack Cunningham", "Cunningham")


def test_importing_again_changes_nothing(past: Past) -> None:
    whitehaven(past)
    past.sat("Joseph Symonds", "Whitehaven", LAB, "1966-03-31/1970-05-29")
    past.sat("Jack Cunningham", "Whitehaven", LAB, "1970-06-18/1974-02-08")
    packs = past.imported()
    before = (packs.folder / "members/spells.csv").read_bytes()
    past.imported()
    assert (packs.folder / "members/spells.csv").read_bytes() == before


@pytest.mark.parametrize(
    ("label", "plain"),
    [
        ("Jack Cunningham, Baron Cunningham of Felling", "Jack Cunningham"),
        ("Sir Frederick Thomson, 1st Baronet", "Frederick Thomson"),
        ("Edward Turnour, 6th Earl Winterton", "Edward Turnour"),
        ("Gwendolen Guinness, Countess of Iveagh", "Gwendolen Guinness"),
        ("John Erskine, Lord Erskine", "John Erskine"),
        ("Jonathan Lord", "Jonathan Lord"),
        ("John Baron", "John Baron"),
        ("Lord Malcolm Douglas-Hamilton", "Lord Malcolm Douglas-Hamilton"),
        ("Goronwy Roberts, Baron Goronwy-Roberts", "Goronwy Roberts"),
        ("Henry Norris (businessman)", "Henry Norris"),
    ],
)
def test_later_titles_are_left_out(label: str, plain: str) -> None:
    assert plain_name(label) == plain


@pytest.mark.parametrize(
    ("listed", "plain", "used"),
    [
        ("Rt Hon. Sir Robert Horne", "Robert Horne", "Sir Robert Horne"),
        ("Sir Philip Colfox, Bt", "Philip Colfox", "Sir Philip Colfox"),
        ("Mark Oaten 1", "Mark Oaten", "Mark Oaten"),
        ("Charles MacAndrew , PC", "Charles MacAndrew", "Charles MacAndrew"),
        ("Capt. Robert Ryder , VC", "Robert Ryder", "Robert Ryder"),
        ("Peter Mandelson ( resigned )", "Peter Mandelson", "Peter Mandelson"),
        ("Paul Daisley (deceased)", "Paul Daisley", "Paul Daisley"),
        ("Mark Hewitson ×", "Mark Hewitson", "Mark Hewitson"),
        ("Bob Wareing a", "Bob Wareing", "Bob Wareing"),
        ("Sir George Young, 6th Baronet", "George Young", "Sir George Young"),
        ("Douglas Hogg, 3rd Viscount Hailsham", "Douglas Hogg", "Douglas Hogg"),
        ("Sylvia, Lady Hermon", "Sylvia Hermon", "Sylvia, Lady Hermon"),
        ("David Kirkwood", "Robert Hutchison", "Robert Hutchison"),
        ("", "Jim Griffiths", "Jim Griffiths"),
    ],
)
def test_the_name_of_the_day_is_used_unless_it_is_somebody_elses(listed: str, plain: str, used: str) -> None:
    assert used_name(listed, plain) == used


def test_names_printed_beside_each_others_seats_are_not_used(past: Past) -> None:
    """The list of 1931 has father and daughter the wrong way round."""
    past.vote("1931", "Anglesey", "Wales", 10_612, 14_839)
    past.vote("1931", "Caernarvon District of Boroughs", "Wales", 11_714, 17_101)
    past.sat("Megan Lloyd George", "Ynys Môn", LIB, "1931-10-27/1935-10-25")
    past.sat("David Lloyd George", "Caernarfon", LIB, "1931-10-27/1935-10-25")
    past.prints("1931", "Megan Lloyd George", "David Lloyd George")
    past.prints("1931", "David Lloyd George", "Megan Lloyd George")
    packs = past.imported()
    assert [row.get("name") for row in packs.rows("history-1918-2005", "candidacies", elected="1")] == [None, None]
    assert packs.rows("members", "person_names") == []


def test_another_form_of_a_members_own_name_is_kept(past: Past) -> None:
    whitehaven(past, "1970")
    past.sat("Jack Cunningham", "Whitehaven", LAB, "1970-06-18/1974-02-08")
    past.prints("1970", "Jack Cunningham", "John Cunningham")
    assert past.imported().row("members", "person_names")["name"] == "John Cunningham"


@pytest.mark.parametrize(
    ("printed", "plain", "others", "anothers"),
    [
        ("Goronwy Roberts", "Emrys Roberts", {"Goronwy Roberts"}, True),
        ("Russell Brown", "Geoffrey Clifton-Brown", {"Russell Brown"}, True),
        ("Albert Edmondson", "James Edmondson", set(), False),
        ("Tony Wright", "Anthony Wright", {"Tony Wright"}, False),
        ("Elwyn Jones", "Frederick Elwyn Jones", {"Elwyn Jones"}, False),
        ("James Callaghan", "Jim Callaghan", {"James Callaghan"}, False),
    ],
)
def test_whose_name_is_printed(printed: str, plain: str, others: set[str], anothers: bool) -> None:
    assert is_anothers(printed, plain, others) is anothers


def test_another_first_name_can_be_looked_up() -> None:
    assert other_name("Jim Prior", "James Prior") == "Jim Prior"
    assert other_name("Sir James Prior", "James Prior") is None
    assert other_name("Basil Nield", "John Temple") is None


@pytest.mark.parametrize(
    ("name", "listed", "family"),
    [
        ("Éamon de Valera", "", "de Valera"),
        ("David Lloyd George", "", "Lloyd George"),
        ("Tony Benn", "", "Benn"),
        ("Iain Duncan Smith", "Duncan Smith, Iain", "Duncan Smith"),
        ("Tony Benn", "Stansgate, Viscount", "Benn"),
        ("Ian Paisley Jr", "", "Paisley"),
    ],
)
def test_surnames(name: str, listed: str, family: str) -> None:
    assert family_name(name, {"Q1": listed}, "Q1") == family
