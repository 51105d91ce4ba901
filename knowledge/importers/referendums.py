"""Referendums since 1975: the UK-wide ones, and those on devolution and on Scotland's independence."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge.importers.base import ImportReport, Pack, SourceFault, write_packs
from knowledge.importers.common import read_table
from knowledge.importers.national_tables import TABLES_SOURCE
from knowledge.models.country import Referendum, ReferendumCount
from knowledge.models.sources import PackInfo, Source

_SHEETS = "other/cbp7529"
_AREAS_OF_2016 = "other/ec_EU-referendum-2016_utf8_lf.csv"
_COMMISSION_SOURCE = Source(
    id="electoral-commission-2016",
    publisher="Electoral Commission",
    title="EU referendum results by counting area, 23 June 2016",
    address="https://www.electoralcommission.org.uk/research-reports-and-data/our-reports-and-data-past-elections-and-referendums/results-and-turnout-eu-referendum",
    licence="Open Government Licence v3.0",
    as_of=date(2016, 6, 24),
)
_NATIONS = frozenset({"England", "Wales", "Scotland", "Northern Ireland"})


@dataclass(frozen=True, slots=True)
class Vote:
    """A referendum, the sheet it is in, and what its two options are called there and here."""

    id: str
    day: str
    title: str
    names: tuple[str, ...]
    area: str
    question: str
    outcome: str
    sheet: str
    options: tuple[str, str]


VOTES = (
    Vote(
        "european-community-1975", "1975-06-05", "referendum on staying in the European Community",
        ("1975 referendum", "ec referendum", "eec referendum", "common market referendum", "1975 eu referendum"),
        "united-kingdom",
        "Do you think that the United Kingdom should stay in the European Community (the Common Market)?",
        "yes", "31_EC_ref.csv", ("yes", "no"),
    ),
    Vote(
        "scottish-assembly-1979", "1979-03-01",
        "referendum on a Scottish Assembly (which needed two fifths of the electorate, and failed)",
        ("1979 scottish referendum", "scottish devolution referendum 1979", "1979 scotland referendum",
         "scottish assembly referendum"),
        "scotland", "Do you want the provisions of the Scotland Act 1978 to be put into effect?",
        "yes", "32_Scotland_ref.csv", ("yes", "no"),
    ),
    Vote(
        "welsh-assembly-1979", "1979-03-01", "referendum on a Welsh Assembly",
        ("1979 welsh referendum", "welsh devolution referendum 1979", "1979 wales referendum"),
        "wales", "Do you want the provisions of the Wales Act 1978 to be put into effect?",
        "no", "34_Wales_ref.csv", ("yes", "no"),
    ),
    Vote(
        "scottish-parliament-1997", "1997-09-11", "referendum on a Scottish Parliament (first question)",
        ("1997 scottish referendum", "scottish devolution referendum", "scottish devolution referendum 1997",
         "1997 scotland referendum", "scottish parliament referendum"),
        "scotland", "I agree that there should be a Scottish Parliament",
        "yes", "32_Scotland_ref.csv", ("yes", "no"),
    ),
    Vote(
        "welsh-assembly-1997", "1997-09-18", "referendum on a Welsh Assembly",
        ("1997 welsh referendum", "welsh devolution referendum", "welsh devolution referendum 1997",
         "1997 wales referendum", "welsh assembly referendum"),
        "wales", "I agree that there should be a Welsh Assembly",
        "yes", "34_Wales_ref.csv", ("yes", "no"),
    ),
    Vote(
        "welsh-powers-2011", "2011-03-03", "referendum on law-making powers of the National Assembly for Wales",
        ("2011 welsh referendum", "welsh powers referendum", "2011 wales referendum"),
        "wales", "Do you want the Assembly now to be able to make laws on all matters in the 20 subject areas it has "
        "powers for?",
        "yes", "35_Wales_ref_2011.csv", ("yes", "no"),
    ),
    Vote(
        "alternative-vote-2011", "2011-05-05", "referendum on the Alternative Vote",
        ("av referendum", "alternative vote referendum", "2011 referendum", "voting system referendum"),
        "united-kingdom", "At present, the UK uses the \"first past the post\" system to elect MPs to the House of "
        "Commons. Should the \"alternative vote\" system be used instead?",
        "no", "36_AV_ref.csv", ("yes", "no"),
    ),
    Vote(
        "scottish-independence-2014", "2014-09-18", "referendum on Scottish independence",
        ("indyref", "independence referendum", "scottish independence referendum", "scottish referendum",
         "2014 referendum", "2014 scottish referendum"),
        "scotland", "Should Scotland be an independent country?",
        "no", "33_Scotland_2014_ref.csv", ("yes", "no"),
    ),
    Vote(
        "european-union-2016", "2016-06-23", "referendum on membership of the European Union",
        ("eu referendum", "brexit referendum", "brexit vote", "2016 referendum", "euref", "european union referendum"),
        "united-kingdom",
        "Should the United Kingdom remain a member of the European Union or leave the European Union?",
        "leave", "30_EU_ref_2016.csv", ("remain", "leave"),
    ),
)  # fmt: skip


def import_referendums(source: Path, target: Path) -> ImportReport:
    """Write the pack of referendums. Raises ``SourceFault`` for a file that is missing."""
    counts = [count for vote in VOTES for count in _counts(source, vote)]
    pack = Pack(
        PackInfo(
            id="referendums",
            title="Referendums 1975-2016",
            licence="Open Parliament Licence v3.0; Open Government Licence v3.0",
            as_of=date(2020, 2, 27),
            about=(
                "The UK-wide referendums of 1975, 2011 and 2016 and those in Scotland and Wales, with their counting "
                "areas as far as published. Written by `hustings knowledge import`."
            ),
        ),
        (TABLES_SOURCE, _COMMISSION_SOURCE),
        {"referendums": [_referendum(vote) for vote in VOTES], "referendum_counts": counts},
    )
    return write_packs("referendums", [pack], target)


def _referendum(vote: Vote) -> Referendum:
    return Referendum(
        id=vote.id,
        date=date.fromisoformat(vote.day),
        title=vote.title,
        names=vote.names,
        area=vote.area,
        question=vote.question,
        outcome=vote.outcome,
        source=TABLES_SOURCE.id,
    )


@dataclass(frozen=True, slots=True)
class _Area:
    """An area's count as a sheet has it: votes or only shares, by option."""

    name: str
    votes: tuple[int | None, int | None]
    shares: tuple[float, float]
    electorate: int | None = None
    turnout: float | None = None
    rejected: int | None = None


def _counts(root: Path, vote: Vote) -> Iterator[ReferendumCount]:
    whole = {"united-kingdom": "United Kingdom", "scotland": "Scotland", "wales": "Wales"}[vote.area]
    for area in _read(root, vote):
        name = _plain(area.name)
        kind = "whole" if name in (whole, "UK", "UK Total") else _kind(name, vote)
        yield from _rows(vote, area, whole if kind == "whole" else name, kind, TABLES_SOURCE.id)
    if vote.id == "european-union-2016":
        for row in read_table(root / _AREAS_OF_2016):
            # Northern Ireland counted as one area, which the regions hold already.
            if row["Area"] not in _NATIONS:
                area = _counting_area(row)
                yield from _rows(vote, area, _plain(area.name), "counting-area", _COMMISSION_SOURCE.id)


def _rows(vote: Vote, area: _Area, name: str, kind: str, source: str) -> Iterator[ReferendumCount]:
    for option, votes, share in zip(vote.options, area.votes, area.shares, strict=True):
        yield ReferendumCount(
            referendum=vote.id,
            area=name,
            area_kind=kind,
            option=option,
            votes=votes,
            share=round(share, 4),
            electorate=area.electorate,
            turnout=round(area.turnout, 4) if area.turnout is not None else None,
            rejected=area.rejected,
            source=source,
        )


def _kind(name: str, vote: Vote) -> str:
    if name in _NATIONS:
        return "nation"
    return "region" if vote.id == "european-union-2016" else "counting-area"


def _plain(name: str) -> str:
    """An area's name as people say it: ``Bristol`` for "Bristol, City of", ``Glasgow`` for "Glasgow City"."""
    name = name.partition(" (")[0].partition(", City of")[0].partition(", County of")[0].replace(" & ", " and ")
    if name in ("Aberdeen City", "Dundee City", "Glasgow City"):
        return name.removesuffix(" City")
    return {"City of Edinburgh": "Edinburgh", "Eilean Siar": "Na h-Eileanan Siar"}.get(name, name)


def _counting_area(row: dict[str, str]) -> _Area:
    remain, leave, electorate = int(row["Remain"]), int(row["Leave"]), int(row["Electorate"])
    valid = remain + leave
    shares = (remain / valid, leave / valid)
    turnout, rejected = float(row["Pct_Turnout"]) / 100, int(row["Rejected_Ballots"])
    return _Area(row["Area"], (remain, leave), shares, electorate, turnout, rejected)


def _read(root: Path, vote: Vote) -> Iterator[_Area]:
    path = root / _SHEETS / vote.sheet
    if not path.is_file():
        raise SourceFault(f"{vote.sheet}: no such file in {path.parent}")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [[cell.strip() for cell in row] for row in csv.reader(file)]
    read = _READERS[vote.id]
    # Rows without a name break England into regions that the sheet does not tell.
    yield from (read(row) for row in rows if _is_count(row))


def _is_count(row: Sequence[str]) -> bool:
    if len(row) < 5 or not row[0] or row[0].endswith("counting areas"):
        return False
    return row[1].replace(".", "", 1).isdigit()


def _of_1975_and_2011(row: Sequence[str]) -> _Area:
    """Yes, its share, No, its share, total, electorate, turnout: as published, which leaves the forces out in 1975."""
    yes, no = int(row[1]), int(row[3])
    return _Area(row[0], (yes, no), (yes / (yes + no), no / (yes + no)), int(float(row[6])), float(row[7]))


def _of_2014(row: Sequence[str]) -> _Area:
    yes, no, electorate = int(row[1]), int(row[2]), int(row[8])
    shares = (yes / (yes + no), no / (yes + no))
    return _Area(row[0], (yes, no), shares, electorate, float(row[7]), int(row[3]))


def _of_2016(row: Sequence[str]) -> _Area:
    remain, leave, electorate = int(row[1]), int(row[3]), int(float(row[9]))
    valid = remain + leave
    return _Area(row[0], (remain, leave), (remain / valid, leave / valid), electorate, float(row[7]), int(row[5]))


def _shares_of(column: int) -> Callable[[Sequence[str]], _Area]:
    """Sheets of 1979 and 1997 beside each other, in per cent of the votes: Yes twice, then No twice."""

    def read(row: Sequence[str]) -> _Area:
        return _Area(row[0], (None, None), (float(row[column]) / 100, float(row[column + 2]) / 100))

    return read


_READERS: dict[str, Callable[[Sequence[str]], _Area]] = {
    "european-community-1975": _of_1975_and_2011,
    "scottish-assembly-1979": _shares_of(1),
    "scottish-parliament-1997": _shares_of(2),
    "welsh-assembly-1979": _shares_of(1),
    "welsh-assembly-1997": _shares_of(2),
    "welsh-powers-2011": _of_1975_and_2011,
    "alternative-vote-2011": _of_1975_and_2011,
    "scottish-independence-2014": _of_2014,
    "european-union-2016": _of_2016,
}
