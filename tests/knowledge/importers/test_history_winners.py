"""Whose votes stand in which column, and what is left unsaid."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.importers.history_corrections import corrected
from knowledge.importers.history_files import POOLED
from knowledge.importers.history_mending import mended
from knowledge.importers.history_parties import column_party, counting_party, party_id
from knowledge.importers.history_winners import majority, winner
from knowledge.models.places import Nation
from tests.knowledge.importers.past import CON, LIB, on, result, term, with_total


def test_the_winner_has_the_column_of_the_party() -> None:
    row = result("Epping", con=43_615, lab=41_040)
    found = winner(term("Norman Tebbit", "Epping", CON), row)
    assert (found.party, found.column, found.label) == ("conservative", "con", None)
    assert majority(found, row) == 2_575


def test_a_winner_among_the_others_has_no_votes() -> None:
    row = result("Belfast East", "1992", nation=Nation.NORTHERN_IRELAND, con=3_314, oth=32_477)
    found = winner(term("Peter Robinson", "Belfast East", "Democratic Unionist Party", "1992"), row)
    assert (found.party, found.column) == ("dup", None)
    assert majority(found, row) is None


def test_others_pooled_above_the_second_hide_the_majority() -> None:
    row = result("Ely", con=20_000, lab=8_000, oth=9_000)
    found = winner(term("A", "Ely", CON), row)
    assert found.column == "con"
    assert majority(found, row) is None


def test_others_pooled_above_the_winners_own_column_prove_nothing() -> None:
    """Coalition Liberals of 1918 stand among others while another Liberal has the party's column."""
    row = result("Caernarvonshire", "1918", nation=Nation.WALES, lib=4_937, oth=18_633)
    found = winner(term("Charles Breese", "Caernarvonshire", LIB, "1918"), row)
    assert (found.party, found.column) == ("liberal", None)


def test_a_largest_column_of_a_party_that_lost_contradicts_the_table() -> None:
    row = result("Greenock", "1924", lib=12_752, lab=13_464)
    assert winner(term("Godfrey Collins", "Greenock", LIB, "1924"), row).column is None


def test_a_member_of_no_column_counted_in_one_bears_both_names() -> None:
    """Shapurji Saklatvala, a Communist, stood with Labour's support and is counted as Labour."""
    row = result("Battersea North", "1922", lib=1_756, lab=11_311, oth=9_290)
    party = "Communist Party of Great Britain"
    found = winner(term("Shapurji Saklatvala", "Battersea North", party, "1922"), row)
    assert (found.party, found.label, found.column) == ("labour", party, "lab")


def test_the_speaker_has_a_column_but_no_party() -> None:
    row = result("Croydon North East", "1987", con=24_188, lib=8_128, lab=11_669)
    found = winner(term("Bernard Weatherill", "Croydon North East", "Speaker of the House of Commons", "1987"), row)
    assert (found.party, found.label, found.column) == ("speaker", None, "con")
    assert majority(found, row) == 12_519


@pytest.mark.parametrize(("party", "label"), [(LIB, "Liberal"), ("Social Democratic Party", "Social Democratic Party")])
def test_members_of_the_alliance_are_shown_as_what_they_were(party: str, label: str) -> None:
    found = winner(term("A", "Yeovil", party, "1983"), result("Yeovil", "1983", con=23_202, lib=26_608))
    assert (found.party, found.label, found.column) == ("sdp-liberal-alliance", label, "lib")


def test_an_unopposed_return_has_no_votes_at_all() -> None:
    row = result("Richmond", "1922", con=-1)
    found = winner(term("A", "Richmond", CON, "1922"), row)
    assert (found.party, found.column, majority(found, row)) == ("conservative", None, None)


@pytest.mark.parametrize(
    ("label", "day", "party", "counted"),
    [
        ("Ulster Unionist Party", "1970-06-18", "ulster-unionist", "conservative"),
        ("Ulster Unionist Party", "1974-02-28", "uup", "uup"),
        ("National Liberal Party", "1922-11-15", "national-liberal-1922", "liberal"),
        ("National Liberal Party", "1931-10-27", "national-liberal", "conservative"),
        ("Unionist Party", "1951-10-25", "unionist", "conservative"),
        ("Labour Co-operative", "1945-07-05", "labour-coop", "labour"),
        ("Silver Badge Party", "1918-12-14", "silver-badge-party", "silver-badge-party"),
    ],
)
def test_parties_by_their_day(label: str, day: str, party: str, counted: str) -> None:
    assert party_id(label, on(day)) == party
    assert counting_party(party) == counted


@pytest.mark.parametrize(
    ("column", "day", "wales", "party"),
    [
        ("lib", "1979-05-03", False, "liberal"),
        ("lib", "1987-06-11", False, "sdp-liberal-alliance"),
        ("lib", "1992-04-09", False, "liberal-democrat"),
        ("natSW", "1974-10-10", True, "plaid-cymru"),
        ("natSW", "1974-10-10", False, "snp"),
        (POOLED, "1974-10-10", False, "others"),
    ],
)
def test_columns_by_their_day(column: str, day: str, wales: bool, party: str) -> None:
    assert column_party(column, on(day), wales=wales) == party


def test_exchanged_columns_are_put_back() -> None:
    row = mended(result("Herefordshire Hereford", "1951", con=13_396, lab=21_204))
    assert row.votes == {"con": 21_204, "lab": 13_396}
    [mend] = row.mends
    assert (mend.field, mend.published) == ("votes", "Conservative 13396, Labour 21204")


def test_two_candidates_in_one_column_are_pooled() -> None:
    assert mended(result("Greenock", "1924", lib=12_752, lab=13_464)).votes == {"lib": 12_752, POOLED: 13_464}


def test_ulster_unionists_of_1997_are_what_the_columns_lack() -> None:
    row = result("Lagan Valley", "1997", nation=Nation.NORTHERN_IRELAND, oth=19_750)
    found = mended(with_total(row, 44_310))
    assert found.votes == {POOLED: 19_750, "uup": 24_560}
    elected = winner(term("Jeffrey Donaldson", "Lagan Valley", "Ulster Unionist Party", "1997"), found)
    assert (elected.party, elected.column, majority(elected, found)) == ("uup", "uup", None)


def test_a_total_of_another_row_gives_way_to_the_sum() -> None:
    row = mended(with_total(result("Mid-Bedfordshire", "1974O", con=26_885, lib=14_388, lab=17_559), 36_855))
    assert row.total == 58_832
    assert [(mend.field, mend.published, mend.used) for mend in row.mends] == [("valid_votes", "36855", "58832")]


def test_a_single_pooled_column_gives_way_to_the_total() -> None:
    row = mended(with_total(result("Antrim North", "1974F", nation=Nation.NORTHERN_IRELAND, oth=54_933), 64_989))
    assert row.votes == {POOLED: 64_989}


def test_an_electorate_below_the_votes_is_left_out() -> None:
    row = mended(
        with_total(result("Glasgow Govan", "1951", con=20_936, lab=20_695), 41_631, electorate=40_925, turnout=0.849)
    )
    assert (row.electorate, row.turnout) == (None, 0.849)


def test_a_turnout_of_another_election_is_not_used() -> None:
    row = mended(
        with_total(result("Banffshire", "1951", con=16_562, lab=6_806), 23_368, electorate=35_643, turnout=0.709)
    )
    [mend] = row.mends
    assert (mend.field, mend.published, mend.used) == ("turnout", "0.709", "0.656")


def test_a_rounded_turnout_is_no_fault() -> None:
    assert not mended(with_total(result("Ayr", con=30_000, lab=16_000), 46_000, turnout=0.77)).mends


def test_ramsay_macdonald_was_labours_until_1931() -> None:
    late = "National Labour Organisation"
    terms = [replace(term("Ramsay MacDonald", "Seaham", late, key), person="Q166646") for key in ("1929", "1931")]
    assert [one.party for one in corrected(terms)] == ["Labour Party", late]
