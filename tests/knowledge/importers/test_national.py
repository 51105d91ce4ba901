"""The country's totals out of untidy sheets, and governments."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest

from knowledge.importers.base import SourceFault
from knowledge.importers.national import import_national
from knowledge.importers.national_governments import governments
from knowledge.importers.national_tables import read_lines
from tests.knowledge.importers.past import Packs, table

FOLDER = "national/cbp7529"
BRITAIN = ("CON2", "LAB ", "LD3", "Other ")
ULSTER_BEFORE = ("CON2 ", "NAT", "LAB ", "LD3     ", "Other ")
ULSTER_AFTER = ("UUP ", "SDLP ", "DUP ", "SF ", "Other ")

Rows = list[list[str]]


def sheet(heads: Sequence[str], unit: str, *lines: tuple[str, str, Sequence[object], Sequence[object]]) -> Rows:
    """Tables as the sheet has them: votes beside candidates above, shares beside seats below.

    A line is its year, its month, then votes and candidates, or shares and seats, by turns.
    """
    gap = [""] * len(heads)
    title = ["Table 1"]
    head = ["", "", *heads, "Total", "", "", *heads, "Total"]
    rows = [title, ["", "", f"Votes ({unit})", *gap, "", "Candidates"], head]
    for year, month, votes, candidates in lines[::2]:
        rows.append([year, month, *map(str, votes), year, month, *map(str, candidates)])
    rows += [["", "", "Share of vote (%)", *gap, "", "Seats won"], head]
    for year, month, shares, seats in lines[1::2]:
        rows.append([year, month, *map(str, shares), year, month, *map(str, seats)])
    return [*rows, ["Notes for tables 1a -1l:"], ["1. For elections up to 1992, the Speaker ..."]]


def test_votes_shares_candidates_and_seats_are_read_by_column() -> None:
    rows = sheet(
        BRITAIN, "millions",
        ("1966", "", (11.049826, 13.024016, 2.298348, 0.29632, 26.66851), (617, 618, 308, 137, 1680)),
        ("1966", "", (0.4143, 0.4884, 0.0862, 0.0111, 1), (242, 364, 12, 0, 618)),
    )  # fmt: skip
    [line] = read_lines(rows)
    assert line.election.key == "1966"
    assert line.votes == {"CON": 11_049_826, "LAB": 13_024_016, "LD": 2_298_348, "Other": 296_320, "Total": 26_668_510}
    assert line.candidates["LD"] == 308
    assert line.seats == {"CON": 242, "LAB": 364, "LD": 12, "Other": 0, "Total": 618}


def test_the_two_elections_of_1974_are_told_apart_and_headings_may_change_on_the_way() -> None:
    before = sheet(ULSTER_BEFORE, "thousands",
                   ("1970", "", (422.041, "..", 98.194, 12.005, 246.873, 779.113), (12, "..", 7, 4, 17, 40)),
                   ("1970", "", (0.54, "..", 0.126, 0.015, 0.317, 1), (8, 0, 0, 0, 4, 12)))  # fmt: skip
    head = ["", "", *ULSTER_AFTER, "Total", "", "", *ULSTER_AFTER, "Total"]
    february = ["1974", "Feb", "326.404", "160.437", "58.656", "..", "172.129", "717.626"]
    candidates = ["1974", "Feb", "14", "12", "2", "..", "20", "48"]
    shares = ["1974", "Feb", "0.45", "0.22", "0.08", "..", "0.24", "1", "1974", "Feb", "7", "1", "1", "..", "3", "12"]
    upper = next(place for place, row in enumerate(before) if "Share of vote (%)" in row)
    rows = [*before[:upper], head, february + candidates, *before[upper:-2], head, shares]
    first, second = read_lines(rows)
    assert (first.election.key, "NAT" in first.votes, first.seats["CON"]) == ("1970", False, 8)
    assert (second.election.key, second.votes["UUP"], second.seats["UUP"]) == ("1974F", 326_404, 7)
    assert "SF" not in second.votes


class Country:
    """The sheets of one election, with as many seats as need be."""

    def __init__(self, folder: Path) -> None:
        self.source, self.target = folder / "data", folder / "packs"
        self.target.mkdir()

    def put(self, name: str, rows: Rows) -> None:
        path = self.source / FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)

    def elected(self, *winners: tuple[str, str]) -> None:
        """Contests of 1992 or 2001 already held: nation and party of each winner."""
        constituencies = [(f"s{n}.1983", nation) for n, (nation, _) in enumerate(winners)]
        contests = [(f"parl.s{n}.1992-04-09", "parl.1992-04-09", f"s{n}.1983") for n in range(len(winners))]
        candidacies = [(f"parl.s{n}.1992-04-09", party, "1") for n, (_, party) in enumerate(winners)]
        pack = self.target / "history-1918-2005"
        table(pack / "constituencies.csv", ("id", "nation"), constituencies)
        table(pack / "contests.csv", ("id", "election", "constituency"), contests)
        table(pack / "candidacies.csv", ("contest", "party", "elected"), candidacies)

    def imported(self) -> Packs:
        import_national(self.source, self.target)
        return Packs(self.target)


@pytest.fixture
def country(tmp_path: Path) -> Country:
    """A country of five seats in 1992: two in England, one in each other nation."""
    made = Country(tmp_path)
    nations = {
        "1_GE_Eng.csv": (BRITAIN, (50, 40, 8, 2, 100), (1, 1, 0, 0, 2)),
        "1_GE_Scot.csv": (("CON2 ", "LAB ", "LD3 ", "SNP ", "Other "), (2, 5, 1, 2, 0, 10), (0, 1, 0, 0, 0, 1)),
        "1_GE_Wales.csv": (("CON2", "LAB ", "LD3", "PC ", "Other "), (3, 4, 1, 2, 0, 10), (0, 0, 0, 1, 0, 1)),
        "1_GE_NI.csv": (ULSTER_AFTER, (4, 2, 1, 1, 2, 10), (0, 0, 0, 0, 1, 1)),
        "1_GE_GB.csv": (("CON2", "LAB ", "LD3", "PC/SNP", "Other "), (55, 49, 10, 4, 2, 120), (1, 2, 0, 1, 0, 4)),
        # The sheet's "other" votes hold the Liberals as well, and the parties of Northern Ireland.
        "1_GE_UK.csv": (("CON2", "LAB ", "LD3", "PC/SNP", "Other "), (55, 49, 10, 4, 22, 130), (1, 2, 0, 1, 1, 5)),
    }
    for name, (heads, votes, seats) in nations.items():
        shares = [round(vote / votes[-1], 4) for vote in votes]
        made.put(name, sheet(heads, "thousands", ("1992", "", votes, votes), ("1992", "", shares, seats)))
    made.put(
        "2_Turnout.csv", [["Table 2"], ["", "", "England"], ["1992", "", "0.78", "0.797", "0.755", "0.698", "0.777"]]
    )
    made.put("5_Women_MPs.csv", [["Table 5"], ["1992", "", "1", "1", "0", "0", "2", "0.4"]])
    made.put(
        "Governments_formed_GE.csv",
        [["", "Governments formed"], ["", "1992-04-09 00:00:00", "", "Conservative", "John Major", "21"]],
    )
    columns = ("start_date", "cabinet_name", "party_name_short", "prime_minister")
    table(made.source / "national/parlgov_view_cabinet_GBR.csv", columns, [("1992-04-09", "Major II", "Con", "1")])
    made.elected(
        ("england", "conservative"), ("england", "speaker"), ("scotland", "labour-coop"), ("wales", "plaid-cymru"),
        ("northern-ireland", "ulster-popular-unionist-party"),
    )  # fmt: skip
    return made


def totals(packs: Packs, area: str, column: str) -> dict[str, str]:
    return {row["party"]: row[column] for row in packs.rows("national", "party_totals", area=area) if column in row}


def test_parties_pooled_in_the_country_are_told_apart_by_nation(country: Country) -> None:
    votes = totals(country.imported(), "united-kingdom", "votes")
    assert {party: votes[party] for party in ("snp", "plaid-cymru", "uup", "sinn-fein")} == {
        "snp": "2000",
        "plaid-cymru": "2000",
        "uup": "4000",
        "sinn-fein": "1000",
    }


def test_others_are_the_rest_of_the_total_not_the_sheets_column(country: Country) -> None:
    packs = country.imported()
    assert totals(packs, "united-kingdom", "votes")["others"] == "4000"
    assert totals(packs, "england", "votes")["others"] == "2000"


def test_seats_sum_to_the_house_with_parties_that_only_the_contests_name(country: Country) -> None:
    """A Popular Unionist is one of the contests' parties, and the Speaker of 1992 is counted as what she was before."""
    packs = country.imported()
    seats = totals(packs, "united-kingdom", "seats")
    assert (seats["others"], seats["speaker"]) == ("0", "0")
    assert sum(map(int, seats.values())) == 4
    assert packs.row("national", "area_totals", area="united-kingdom")["seats"] == "5"


def test_turnout_and_women_elected(country: Country) -> None:
    packs = country.imported()
    whole = packs.row("national", "area_totals", area="united-kingdom")
    assert (whole["turnout"], whole["women_elected"], whole["valid_votes"]) == ("0.777", "2", "130000")
    assert packs.row("national", "area_totals", area="scotland")["turnout"] == "0.755"
    assert "turnout" not in packs.row("national", "area_totals", area="great-britain")


def test_a_missing_sheet_is_named(country: Country) -> None:
    (country.source / FOLDER / "1_GE_NI.csv").unlink()
    with pytest.raises(SourceFault, match=r"1_GE_NI\.csv"):
        country.imported()


@pytest.fixture
def formed(tmp_path: Path) -> Country:
    made = Country(tmp_path)
    rows = [
        ["", "1923-12-06 00:00:00", "3.0", "Labour", "Ramsay MacDonald", ""],
        ["", "1931-10-27 00:00:00", "4.0", "National", "Ramsay MacDonald", "492"],
        ["", "1951-10-25 00:00:00", "", "Conservative", "Sir Winston Churchill", "16"],
        ["", "2017-06-08 00:00:00", "", "Conservative", "Theresa May", ""],
        ["", "2019-07-24 00:00:00", "", "Conservative", "Boris Johnson", ""],
        ["", "Notes", "", "", "", ""],
    ]
    made.put("Governments_formed_GE.csv", rows)
    columns = ("start_date", "cabinet_name", "party_name_short", "prime_minister")
    cabinets = [
        ("1924-01-23", "MacDonald I ", "Lab", "1"),
        ("1931-11-05", "MacDonald III", "Con", "0"),
        ("1931-11-05", "MacDonald III", "NLO", "1"),
        ("1951-10-26", "Churchill III", "Con", "1"),
        ("1955-04-06", "Eden I", "Con", "1"),
        ("2017-06-11", "May II", "Con", "1"),
        ("2019-07-24", "Johnson I", "Con", "1"),
    ]
    table(made.source / "national/parlgov_view_cabinet_GBR.csv", columns, cabinets)
    return made


def test_governments_after_elections_and_between_them(formed: Country) -> None:
    found = {row.formed.isoformat(): row for row in governments(formed.source)}
    assert list(found) == ["1924-01-23", "1931-11-05", "1951-10-26", "1955-04-06", "2017-06-11", "2019-07-24"]
    labour, national, churchill, eden, may, _ = found.values()
    assert (labour.election, labour.kind, labour.hung, labour.majority) == ("parl.1923-12-06", "minority", True, None)
    assert (national.party, national.kind, national.majority) == ("national-labour", "national", 492)
    assert "conservative" in national.partners
    assert (churchill.prime_minister, churchill.majority, churchill.kind) == ("Winston Churchill", 16, "majority")
    assert (eden.election, eden.kind, eden.party) == (None, "majority", "conservative")
    assert (may.kind, may.hung) == ("minority", True)


def test_a_government_of_july_2019_follows_no_election(formed: Country) -> None:
    johnson = governments(formed.source)[-1]
    assert (johnson.prime_minister, johnson.election, johnson.source) == ("Boris Johnson", None, "parlgov-cabinets")
