"""The candidates of 2005: a printed layout read, and held against the library's file."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from knowledge.importers.base import SourceFault
from knowledge.importers.history_2005 import Printed, Stood, parse
from knowledge.importers.history_candidates import candidates_of_2005
from knowledge.importers.history_contests import Written
from knowledge.importers.history_context import History
from knowledge.importers.history_files import Result, Term
from knowledge.importers.history_seats import Seats
from knowledge.models.elections import Candidacy
from tests.knowledge.importers.past import CON, LAB, on, result, term

LAYOUT: list[list[object]] = [
    ["UK Parliamentary general election 2005 - A-Z constituency results", "", "", "", "", "", "", "", ""],
    [
        "Constituency name, electorate, 2001 result",
        "Turnout",
        "Candidate",
        "Party",
        "Votes",
        "Percent",
        "",
        "Change",
        "",
    ],
    ["Aberavon [1]", 59.4, "Francis, D.H.*", "Lab", 18077.0, 60.0, "", "-", 3.1],
    [50685.0, " ", "Waller, C.M. Ms.", "LD", 4140.0, 13.8, "", "+", 4.0],
    ["", " ", "Warner, W.J.", "Ver", 768.0, 2.6, "*", "", " "],
    ["", " ", "Rossi, M-L.E. Ms.", "Grn", 510.0, 1.7, "*", "", ""],
    ["", " ", " ", " ", "-----", "---", "", " ", " "],
    ["", "", " ", " ", 13937.0, 46.3, "", " ", " "],
    ["2001: Lab", "", " ", " ", " ", " ", " ", " ", " "],
    ["Aberdeenshire West & Kincardine   [4]", 63.5, "Smith, R.*", "LD", 19285.0, 46.3, "", "+", 2.3],
    [65548.0, " ", "Johnstone, A.", "Con", 11814.0, 28.4, "", "-", 2.2],
    ["2001: LD", "", " ", " ", " ", " ", " ", " ", " "],
]


def test_blocks_of_the_layout() -> None:
    first, second = parse(LAYOUT)
    assert (first.name, first.electorate, first.before, len(first.stood)) == ("Aberavon", 50_685, "Lab", 4)
    assert (second.name, second.before) == ("Aberdeenshire West & Kincardine", "LD")


def test_candidates_are_in_reading_order_with_their_signed_change() -> None:
    francis, waller, warner, rossi = parse(LAYOUT)[0].stood
    assert francis == Stood("D. H. Francis", "Francis", True, "Lab", 18_077, -0.031)
    assert (waller.name, waller.incumbent, waller.change) == ("C. M. Waller", False, 0.04)
    assert (warner.party, warner.change) == ("Ver", None)
    assert rossi.name == "M-L. E. Rossi"


class People:
    """Names and ids of the members of these tests."""

    def id(self, person: str) -> str:
        return person.lower()

    def name(self, person: str) -> str:
        return person.removeprefix("Q-")

    def name_at(self, person: str, election: str) -> str:
        return self.name(person)


def held(printed: Printed, row: Result, member: Term, *before: Term) -> tuple[Written, dict[str | None, Candidacy]]:
    terms = [member, *before]
    matched: Mapping[str, Mapping[str, Result]] = {"2005": {member.constituency: row}}
    returned = {"2005": {member.constituency: [member]}}
    seats = Seats(matched, terms, (), "s")
    history = History(terms, matched, seats, People(), [], returned)  # type: ignore[arg-type]
    written = Written()
    candidates_of_2005(history, [printed], written)
    return written, {candidacy.name or candidacy.person: candidacy for candidacy in written.candidacies}


def stood(name: str, party: str, votes: int, *, incumbent: bool = False) -> Stood:
    return Stood(name, name.rsplit(maxsplit=1)[-1], incumbent, party, votes, None)


ABERAVON = [stood("D. H. Francis", "Lab", 18_077, incumbent=True), stood("C. M. Waller", "LD", 4_140)]


def test_a_contest_with_every_candidate() -> None:
    row = result("Aberavon", "2005", lab=18_077, lib=4_140, oth=768)
    block = Printed("Aberavon", 50_685, "Lab", [*ABERAVON, stood("W. J. Warner", "Ver", 768)])
    written, rows = held(block, row, term("Hywel Francis", "Aberavon", LAB, "2005"))
    [contest] = written.contests
    assert (contest.detail.value, contest.valid_votes, contest.majority, contest.winner) == (
        "candidates",
        22_985,
        13_937,
        "labour",
    )
    assert (contest.electorate, contest.gain, contest.lost_by) == (60_000, False, None)
    assert rows["q-hywel francis"].elected
    assert (rows["W. J. Warner"].party, rows["W. J. Warner"].label) == ("others", "Ver")
    assert not written.corrections


def test_votes_that_differ_are_the_commissions_and_recorded() -> None:
    row = result("Workington", "2005", lab=19_554, con=12_659)
    block = Printed(
        "Workington", 1, "Lab", [stood("A. Cunningham", "Lab", 19_554), stood("J. Pattinson", "Con", 11_659)]
    )
    written, rows = held(block, row, term("Tony Cunningham", "Workington", LAB, "2005"))
    assert rows["J. Pattinson"].votes == 11_659
    assert {(c.field, c.published, c.used) for c in written.corrections} == {
        ("votes", "Con 12659", "Con 11659"),
        ("valid_votes", "32213", "31213"),
    }


def test_a_winner_whom_the_layout_leaves_out_has_the_votes_it_lacks() -> None:
    """Peter Law at Blaenau Gwent: the library's others are 20,505 more than the layout's."""
    row = result("Blaenau Gwent", "2005", lab=11_384, oth=20_697)
    block = Printed("Blaenau Gwent", 1, "Lab", [stood("M. Jones", "Lab", 11_384), stood("P. Thomas", "UKIP", 192)])
    written, rows = held(block, row, term("Peter Law", "Blaenau Gwent", "independent politician", "2005"))
    assert (rows["q-peter law"].votes, rows["q-peter law"].party) == (20_505, "independent")
    assert (written.contests[0].majority, written.contests[0].lost_by) == (9_121, "labour")


def test_candidates_the_layout_leaves_out_are_pooled() -> None:
    row = result("Aberavon", "2005", lab=18_077, lib=4_140, oth=968)
    block = Printed("Aberavon", 1, "Lab", [*ABERAVON, stood("W. J. Warner", "Ver", 768)])
    written, _ = held(block, row, term("Hywel Francis", "Aberavon", LAB, "2005"))
    [pooled] = [candidacy for candidacy in written.candidacies if candidacy.pooled]
    assert (pooled.votes, written.contests[0].valid_votes) == (200, 23_185)


def test_a_beaten_member_is_known_by_seat_and_surname() -> None:
    row = result("Shipley", "2005", con=18_608, lab=18_186)
    block = Printed(
        "Shipley", 1, "Lab", [stood("P. Davies", "Con", 18_608), stood("C. Leslie", "Lab", 18_186, incumbent=True)]
    )
    sitting = term("Christopher Leslie", "Shipley", LAB, "2001", end=on("2005-04-11"))
    written, rows = held(block, row, term("Philip Davies", "Shipley", CON, "2005"), sitting)
    assert rows["C. Leslie"].person == "q-christopher leslie"
    assert (written.contests[0].gain, written.contests[0].lost_by) == (True, "labour")


def test_a_winner_of_another_party_than_the_members_table_has_is_a_fault() -> None:
    row = result("Aberavon", "2005", lab=18_077, lib=4_140)
    with pytest.raises(SourceFault, match=r"conservative in the members' table, of labour in the layout"):
        held(Printed("Aberavon", 1, "Lab", ABERAVON), row, term("Hywel Francis", "Aberavon", CON, "2005"))


@pytest.mark.parametrize(
    ("printed", "missing"),
    [("Aberdare", r"not in the layout of 2005's candidates"), ("Hull East", r"Aberavon: not in the layout")],
)
def test_a_seat_in_one_publication_only_is_a_fault(printed: str, missing: str) -> None:
    row = result("Aberavon", "2005", lab=18_077)
    with pytest.raises(SourceFault, match=missing):
        held(Printed(printed, 1, "Lab", ABERAVON), row, term("Hywel Francis", "Aberavon", LAB, "2005"))


def test_seats_of_the_same_words_are_told_apart() -> None:
    row = result("Derby South", "2005", lab=18_077, lib=4_140)
    held(Printed("Derby South", 1, "Lab", ABERAVON), row, term("A", "Derby South", LAB, "2005"))
    with pytest.raises(SourceFault, match="Derby South"):
        held(Printed("Derbyshire South", 1, "Lab", ABERAVON), row, term("A", "Derby South", LAB, "2005"))
