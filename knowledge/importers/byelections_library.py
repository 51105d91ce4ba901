"""The library's table of by-elections since 1929: results as worded, changes in share, turnout."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from types import MappingProxyType

from rapidfuzz import fuzz

from knowledge.importers.common import read_optional
from knowledge.importers.history_seats import loose

LIBRARY_FILE = "by_elections/hocl_CBP-7529_byelections_GB1945-2019_NI1922-2018.csv"
PARTY_IDS: Mapping[str, str] = MappingProxyType(
    {
        "con": "conservative",
        "lab": "labour",
        "lib": "liberal",
        "ld": "liberal-democrat",
        "sdp": "social-democratic-party",
        "snp": "snp",
        "pc": "plaid-cymru",
        "uup": "uup",
        "dup": "dup",
        "sf": "sinn-fein",
        "sdlp": "sdlp",
        "upu": "ulster-popular-unionist-party",
        "uku": "uk-unionist-party",
        "ind": "independent",
        "ind con": "independent",
        "ind lab": "independent",
        "ind rep": "independent-republican",
        "ilp": "independent-labour-party",
        "enp": "english-national-party",
        "dem lab": "democratic-labour-1972",
        "nat": "nationalist-party",
        "ni lab": "northern-ireland-labour-party",
        "unity": "unity",
        "anti-h block": "anti-h-block",
    }
)
"""Parties by the abbreviations of the results, folded to lower case."""

_GREAT_BRITAIN = ("conservative", "labour", "liberal", "snp", None)
_NORTHERN_IRELAND_TO_1974 = ("conservative", "nationalist-party", "labour", "liberal", None)
_NORTHERN_IRELAND = ("dup", "uup", "sinn-fein", "sdlp", None)
_COMPASS = {"n": "north", "s": "south", "e": "east", "w": "west", "ne": "north east", "nw": "north west",
            "se": "south east", "sw": "south west", "c": "central"}  # fmt: skip
_FOOTNOTES = re.compile(r"[\d,*]+$")
_RESULT = re.compile(r"^(?P<winner>.+?) (?P<how>hold|gain|win)(?: from (?P<loser>.+))?\.?$", re.IGNORECASE)
_MONTH = timedelta(days=32)
_ALIKE, _THE_SAME = 80, 95
"""How like names must be, of a hundred: on one day, and on different days."""


@dataclass(frozen=True, slots=True)
class Published:
    """A by-election as the library has it."""

    day: date
    seat: str
    result: str | None
    gain: bool | None
    loser: str | None
    changes: Mapping[str, float] = field(default_factory=dict)
    """Change in share since the general election before, by party id."""
    turnout: float | None = None
    unopposed: bool = False


def read_published(root: Path) -> list[Published]:
    """The library's by-elections; none where its file is not there."""
    return [_published(row) for row in read_optional(root / LIBRARY_FILE)]


def _published(row: Mapping[str, str]) -> Published:
    day = date.fromisoformat(row["date"])
    cells = [cell.strip() for cell in row["raw"].split("|")]
    if row["territory"] == "GB":
        columns, figures = _GREAT_BRITAIN, cells[1:6]
    else:
        columns = _NORTHERN_IRELAND if day.year >= 1974 else _NORTHERN_IRELAND_TO_1974
        figures = cells[2:7]
    result = _RESULT.match(row["result"])
    how = result["how"].lower() if result else None
    loser = result["loser"] if result else None
    return Published(
        day=day,
        seat=row["constituency"],
        result=row["result"].rstrip(".") if result else None,
        gain={"gain": True, "hold": False}.get(how or ""),
        loser=PARTY_IDS.get(loser.lower()) if loser else None,
        changes={
            party: change for party, text in zip(columns, figures, strict=False) if party and (change := _number(text))
        },
        turnout=_number(cells[-1]),
        unopposed="uncontested" in row["raw"] and "By-election" in row["raw"],
    )


def _changes(columns: Sequence[str | None], figures: Sequence[str]) -> dict[str, float]:
    pairs = ((party, _number(text)) for party, text in zip(columns, figures, strict=False))
    return {party: change for party, change in pairs if party and change}


def _number(text: str) -> float | None:
    try:
        return round(float(text), 4)
    except ValueError:
        return None


def find(published: list[Published], seat_name: str, day: date) -> Published | None:
    """The library's row for a by-election: of that day and like that seat, or of that seat and a mistaken day.

    The table adds boroughs to names and leaves words out ("Southwark, Peckham"), and has days, months and years wrong.
    """
    wanted = loose(seat_name)
    same_day = [(fuzz.token_set_ratio(_spelt_out(row.seat), wanted), row) for row in published if row.day == day]
    other_day = [
        (fuzz.ratio(_spelt_out(row.seat), wanted), row)
        for row in published
        if row.day != day and (abs(row.day - day) <= _MONTH or _another_year(row.day, day))
    ]
    for alike, enough in ((same_day, _ALIKE), (other_day, _THE_SAME)):
        score, best = max(alike, key=lambda pair: pair[0], default=(0, None))
        if score >= enough:
            return best
    return None


def _another_year(mistaken: date, day: date) -> bool:
    return (mistaken.month, mistaken.day) == (day.month, day.day) and abs(mistaken.year - day.year) == 1


def _spelt_out(name: str) -> str:
    """A name of the library's table without footnotes, directions in full: ``Leicester NE``."""
    words = _FOOTNOTES.sub("", name).replace(",", " ").split()
    return loose(" ".join(_COMPASS.get(word.lower(), word) if word.isupper() else word for word in words))
