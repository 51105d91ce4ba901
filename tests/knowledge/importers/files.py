"""A small set of Parliament's election files, written as they are published, faults and all."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

SEAT_COLUMNS = [
    *("ONS ID", "ONS region ID", "Constituency name", "County name"),
    *("Region name", "Country name", "Constituency type"),
]
CANDIDATE_COLUMNS = [
    *("Party name", "Party abbreviation", "Electoral Commission party ID", "MNIS party ID"),
    *("Electoral Commission adjunct party ID", "Candidate first name", "Candidate surname", "Candidate gender"),
    *("Sitting MP", "Former MP", "Member MNIS ID", "Votes", "Share", "Change"),
]
RESULT_COLUMNS = [
    *("Declaration time", "Member first name", "Member surname", "Member gender", "Result"),
    *("First party", "Second party", "Electorate", "Valid votes", "Invalid votes", "Majority"),
]
PARTY_COLUMNS = ("Con", "Lab", "LD", "Green", "SNP", "PC", "DUP", "SF", "SDLP", "UUP", "APNI")
GENERAL = {
    55: date(2010, 5, 6),
    56: date(2015, 5, 7),
    57: date(2017, 6, 8),
    58: date(2019, 12, 12),
    59: date(2024, 7, 4),
}
THIRD = {55: "UKIP", 56: "UKIP", 57: "UKIP", 58: "BRX", 59: "RUK"}

PARTIES = {
    "Con": ("Conservative", "PP52", "4", ""),
    "Lab": ("Labour", "PP53", "15", ""),
    "Coop": ("Labour and Co-operative", "PP53", "15", "PP119"),
    "LD": ("Liberal Democrat", "PP90", "17", ""),
    "Green": ("Green Party", "PP63", "44", ""),
    "UKIP": ("UK Independence Party", "PP85", "35", ""),
    "RUK": ("Reform UK", "PP7931", "1036", ""),
    "BRX": ("The Brexit Party", "PP7931", "1006", ""),
    "SNP": ("Scottish National Party", "PP102", "29", ""),
    "DUP": ("Democratic Unionist Party", "PP70", "7", ""),
    "Ind": ("Independent", "", "8", ""),
    "Spk": ("Speaker", "", "47", ""),
    "MRLP": ("Official Monster Raving Loony Party", "PP66", "119", ""),
}


@dataclass
class Candidate:
    """One row of a candidacies file; ``share`` is worked out unless given as printed."""

    party: str
    first: str
    surname: str
    votes: int
    mnis: str = ""
    club: str = ""
    share: str = ""
    change: str = ""
    gender: str = "Female"
    sitting: str = "No"
    party_name: str = ""

    def cells(self, total: int) -> list[str]:
        name, ec, mnis, adjunct = PARTIES[self.party]
        short = {"Coop": "Lab"}.get(self.party, self.party)
        share = self.share or f"{self.votes / total:.6f}"
        return [
            self.party_name or name, short, ec, mnis, adjunct, self.first, self.surname, self.gender, self.sitting,
            "Yes" if self.mnis else "No", self.mnis, str(self.votes), share, self.change,
        ]  # fmt: skip


@dataclass
class Poll:
    """A contest with its candidates; figures that are ``None`` follow from them."""

    ons: str
    name: str
    candidates: Sequence[Candidate]
    result: str = "Lab hold"
    region: str = "E12000002"
    region_name: str = "North West"
    designation: str = "County"
    electorate: int = 60000
    valid: int | None = None
    invalid: str = "50"
    majority: int | None = None
    declared: str = ""
    columns: dict[str, int] = field(default_factory=dict)
    day: str = ""
    """Polling day of a by-election, ``23/02/2017``; empty for a general election."""

    @property
    def total(self) -> int:
        return sum(c.votes for c in self.candidates)

    def seat_cells(self) -> list[str]:
        country = {"E": "England", "S": "Scotland", "W": "Wales", "N": "Northern Ireland"}[self.ons[0]]
        return [self.ons, self.region, self.name, "", self.region_name, country, self.designation]

    def result_cells(self, third: str) -> list[str]:
        ranked = sorted(self.candidates, key=lambda c: -c.votes)
        valid = self.total if self.valid is None else self.valid
        majority = ranked[0].votes - ranked[1].votes if self.majority is None else self.majority
        sums = dict.fromkeys([*PARTY_COLUMNS[:3], third, *PARTY_COLUMNS[3:], "others"], 0)
        for c in self.candidates:
            short = {"Coop": "Lab"}.get(c.party, c.party)
            sums[short if short in sums else "others"] += c.votes
        sums |= self.columns
        parties = [{"Coop": "Lab"}.get(c.party, c.party) for c in ranked]
        return [
            self.declared, ranked[0].first, ranked[0].surname, "F", self.result, parties[0], parties[1],
            str(self.electorate), str(valid), self.invalid, str(majority), *(str(v) for v in sums.values()), "0",
        ]  # fmt: skip


@dataclass
class Files:
    """The whole folder; contests are added by Parliament and written by ``write``."""

    general: dict[int, list[Poll]] = field(default_factory=dict)
    by_elections: dict[int, list[Poll]] = field(default_factory=dict)
    overlaps: list[str] = field(default_factory=list)
    notional_2005: list[str] = field(default_factory=list)
    notional_2019: list[str] = field(default_factory=list)
    more: dict[str, str] = field(default_factory=dict)
    """Other files by path below the root, as text."""

    def write(self, root: Path) -> Path:
        """Write everything below ``root`` and return it."""
        for parliament in GENERAL:
            self._write_general(root, parliament)
            self._write_by_elections(root, parliament)
        results = "psephology/results-by-parliament"
        party = "mnis_party_id,mnis_party_name,mnis_party_abbrev"
        head = f"constituency_id,constituency_name,{party},votes,total_votes,electorate,share"
        texts = {
            f"{results}/54/notional-general-election/results.csv": "\n".join([head, *self.notional_2005]),
            f"{results}/58/notional-general-election/results.csv": "\n".join(self.notional_2019),
            "psephology/constituency-area-overlaps.csv": "\ufeff" + "\n".join(self.overlaps),
            "psephology/revised_constituency_ids.csv": 'S14000006,"Ayr, Carrick and Cumnock",S14000107',
            "psephology/general-elections.csv": "2017-06-08,false,https://example.org/2017\n2019-12-12,true,",
            "psephology/by-elections-in-parliament.csv": "56,https://example.org/by-elections-2015",
            **self.more,
        }
        for name, text in texts.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return root

    def _write_general(self, root: Path, parliament: int) -> None:
        polls = self.general.get(parliament, [])
        headed = parliament == 59
        after = ["DC Person ID"] if headed else []
        candidacies = [[*poll.seat_cells(), *c.cells(poll.total), *([c.club] * headed)] for poll, c in _pairs(polls)]
        contests = [[*poll.seat_cells(), *poll.result_cells(THIRD[parliament])] for poll in polls]
        folder = root / f"psephology/results-by-parliament/{parliament}/general-election"
        _write(folder / "candidacies.csv", [*SEAT_COLUMNS, *CANDIDATE_COLUMNS, *after] if headed else [], candidacies)
        _write(folder / "constituencies.csv", _result_header(parliament) if headed else [], contests)

    def _write_by_elections(self, root: Path, parliament: int) -> None:
        polls = self.by_elections.get(parliament, [])
        seat = ["ONS ID2" if parliament == 58 else "ONS ID", *SEAT_COLUMNS[1:]]
        head = ["Election date", *seat, *CANDIDATE_COLUMNS, "Democracy Club person ID"]
        candidacies = [[poll.day, *poll.seat_cells(), *c.cells(poll.total), c.club] for poll, c in _pairs(polls)]
        contests = [[poll.day, poll.day, *poll.seat_cells(), *poll.result_cells(THIRD[parliament])] for poll in polls]
        folder = root / f"psephology/results-by-parliament/{parliament}/by-elections"
        _write(folder / "candidacies.csv", head, candidacies)
        _write(folder / "constituencies.csv", ["By-election date", "Writ date", *_result_header(parliament)], contests)


def _result_header(parliament: int) -> list[str]:
    parties = [*PARTY_COLUMNS[:3], THIRD[parliament], *PARTY_COLUMNS[3:]]
    return [*SEAT_COLUMNS, *RESULT_COLUMNS, *parties, "All other candidates", "Of which other winner"]


def _pairs(polls: Iterable[Poll]) -> Iterable[tuple[Poll, Candidate]]:
    return ((poll, candidate) for poll in polls for candidate in poll.candidates)


def _write(path: Path, header: list[str], rows: list[list[str]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerows([header, *rows] if header else rows)
    path.write_text(("\ufeff" if header else "") + text.getvalue(), encoding="utf-8", newline="")


def copeland() -> Files:
    """Copeland from 2010 to 2017 with its by-election, and the seat that most of it became."""
    reed = {"mnis": "1503", "gender": "M"}
    harrison = {"mnis": "4593"}
    return Files(
        general={
            55: [
                Poll(
                    "E14000647",
                    "Copeland",
                    [
                        Candidate("Lab", "Jamie", "Reed", 19699, change="-0.007", **reed),
                        Candidate("Con", "Chris", "Whiteside", 15866, change="0.036", gender="M"),
                        Candidate("Green", "Jill", "Perry", 389),
                    ],
                    declared="07/05/2010 13:14",
                )
            ],
            56: [
                Poll(
                    "E14000647",
                    "Copeland",
                    [
                        Candidate("Lab", "Jamie", "Reed", 16750, **reed),
                        Candidate("Con", "Stephen", "Haraldsen", 14186),
                        Candidate("Green", "Jill", "Perry", 1179),
                    ],
                )
            ],
            57: [
                Poll(
                    "E14000647",
                    "Copeland",
                    [
                        Candidate("Con", "Trudy", "Harrison", 21062, **harrison),
                        Candidate("Lab", "Gillian", "Troughton", 19367),
                    ],
                    result="Con gain from Lab",
                )
            ],
            59: [
                Poll(
                    "E14001583",
                    "Whitehaven and Workington",
                    [
                        Candidate("Lab", "Josh", "MacAlister", 22173, mnis="5033", club="110001"),
                        Candidate("RUK", "David", "Surtees", 8887, club="110002"),
                    ],
                )
            ],
        },
        by_elections={
            56: [
                Poll(
                    "E14000647",
                    "Copeland",
                    [
                        Candidate("Con", "Trudy", "Harrison", 13748, club="19846", **harrison),
                        Candidate("Lab", "Gillian", "Troughton", 11601, club="19848"),
                    ],
                    result="Con gain from Lab",
                    day="23/02/2017",
                )
            ]
        },
        overlaps=["key,E14000647,Copeland,E14001583,Whitehaven and Workington,0.76,0.64,0.40,0.88,0.77,0.63"],
        notional_2005=[
            "E14000647,Copeland,4,Conservative,Con,13041,38958,62635,0.334745",
            "E14000647,Copeland,15,Labour,Lab,18198,38958,62635,0.467118",
            "E14000647,Copeland,NA,NA,NA,7719,38958,62635,0.198137",
        ],
        notional_2019=[
            f"Whitehaven and Workington,W & W,E14001583,1,NW,England,County,65.0,70000,41000,1000,{row}"
            for row in (
                "CONV,21000,Con,Conservative Party,4",
                "LABV,20000,Lab,Labour Party,15",
                "TOTOTHV,0,NA,NA,NA",
                "MAXOTHV,0,NA,NA,NA",
            )
        ],
    )
