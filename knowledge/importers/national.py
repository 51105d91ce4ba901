"""The country at general elections 1918-2019: votes, seats and candidates by party and nation, women elected."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

from knowledge.importers.base import ImportReport, Pack, write_packs
from knowledge.importers.history_calendar import ElectionDay
from knowledge.importers.history_packs import held_cells
from knowledge.importers.history_parties import counting_party, liberal_on
from knowledge.importers.national_governments import GOVERNMENTS_SOURCES, governments
from knowledge.importers.national_tables import TABLES_SOURCE, Line, election_of, read_lines, read_rows
from knowledge.models.country import AreaTotal, PartyTotal
from knowledge.models.places import Region
from knowledge.models.sources import PackInfo

_SHEETS = MappingProxyType(
    {
        "england": "1_GE_Eng.csv",
        "wales": "1_GE_Wales.csv",
        "scotland": "1_GE_Scot.csv",
        "northern-ireland": "1_GE_NI.csv",
        "great-britain": "1_GE_GB.csv",
        "united-kingdom": "1_GE_UK.csv",
    }
)
_PARTS = MappingProxyType(
    {
        "great-britain": ("scotland", "wales"),
        "united-kingdom": ("scotland", "wales", "northern-ireland"),
    }
)
"""Nations whose own parties an area's table pools, or counts among others."""
_PARTIES = MappingProxyType(
    {
        "CON": "conservative",
        "LAB": "labour",
        "SNP": "snp",
        "PC": "plaid-cymru",
        "UUP": "uup",
        "SDLP": "sdlp",
        "DUP": "dup",
        "SF": "sinn-fein",
    }
)
_POOLED = frozenset({"PC/SNP", "Other", "Total"})
_LAST_PUBLISHED = 2005
"""From 2010 on the totals are worked out from the candidacies, which agree with the tables to a vote."""
_SPEAKER_COUNTED_APART = date(1997, 5, 1)
_ROUGH_SHARES_UNTIL = 1945
"""Shares to 1945 allow for seats that returned several members; later ones follow from the votes."""
_MENDED: Mapping[tuple[str, str], int] = MappingProxyType(
    {("2001", area): 20_000 for area in ("wales", "great-britain", "united-kingdom")}
)
"""Conservative votes that the tables of 2001 lack: Wales's 268,665 should be 288,665, as its constituencies sum to."""
_INCLUDING: Mapping[tuple[str, str], tuple[str, ...]] = MappingProxyType(
    {
        ("1918", "conservative"): ("ulster-unionist-labour-association",),
        ("1931", "labour"): ("independent-labour-party",),
        ("1951", "nationalist-party"): ("independent-nationalist",),
    }
)
"""Members whom the tables count with another party than the results name: only so do the seats sum to the house."""
_PAST_AREAS: Mapping[str, str] = MappingProxyType({"ireland": "Ireland to 1922", "universities": "University seats"})
_AREAS = ("england", "wales", "scotland", "northern-ireland", "united-kingdom")


@dataclass(frozen=True, slots=True)
class _Figures:
    votes: int | None
    share: float | None
    seats: int | None
    candidates: int | None


def import_national(source: Path, target: Path) -> ImportReport:
    """Write the pack of national totals and governments from the files under ``source`` into ``target``.

    The pack of general elections must be in ``target`` already: what the tables pool as "other" is told apart by who
    was elected. Raises ``SourceFault`` for a file that is missing.
    """
    lines = {area: list(read_lines(read_rows(source, sheet))) for area, sheet in _SHEETS.items()}
    elected = _elected(target)
    pack = Pack(
        PackInfo(
            id="national",
            title="General elections 1918-2019: the country",
            licence=TABLES_SOURCE.licence,
            as_of=TABLES_SOURCE.as_of,
            about=(
                "Votes, seats and candidates by party in the country and its nations, turnout, women elected, and the "
                "governments formed. Written by `hustings knowledge import`."
            ),
        ),
        (TABLES_SOURCE, *GOVERNMENTS_SOURCES),
        {
            "party_totals": list(_party_totals(lines, elected)),
            "area_totals": list(_area_totals(source, lines)),
            "governments": governments(source),
            "regions": [
                Region(id=region, name=name, part_of="united-kingdom", source=TABLES_SOURCE.id)
                for region, name in _PAST_AREAS.items()
            ],
        },
    )
    notes = ["Wales 2001: Conservative votes 268,665 in the tables, 288,665 used here"]
    return write_packs("national", [pack], target, notes)


def _elected(target: Path) -> Mapping[tuple[str, str], Counter[str]]:
    """Members by counting party in each election and area, from the contests held."""
    nations = {row["id"]: row["nation"] for row in held_cells(target, "constituencies")}
    areas = {
        row["id"]: (row["election"], nations[row["constituency"]])
        for row in held_cells(target, "contests")
        if ".by." not in row["id"] and ".notional." not in row["id"]
    }
    found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in held_cells(target, "candidacies"):
        if "elected" not in row or row["contest"] not in areas:
            continue
        election, nation = areas[row["contest"]]
        party = counting_party(row["party"])
        found[election, nation][party] += 1
        found[election, "united-kingdom"][party] += 1
        if nation not in ("northern-ireland", "ireland"):
            found[election, "great-britain"][party] += 1
    return found


def _party_totals(
    lines: Mapping[str, list[Line]], elected: Mapping[tuple[str, str], Counter[str]]
) -> Iterator[PartyTotal]:
    by_key = {area: {line.election.key: line for line in rows} for area, rows in lines.items()}
    for area, rows in lines.items():
        for line in rows:
            if line.election.day.year > _LAST_PUBLISHED:
                continue
            parts = [by_key[part][line.election.key] for part in _PARTS.get(area, ())]
            where = _named(area, line.election)
            yield from _of_area(where, line, parts, elected.get((line.election.id, where), Counter()))


def _named(area: str, election: ElectionDay) -> str:
    """The id of an area at an election: the table of Northern Ireland is that of all Ireland in 1918."""
    return "ireland" if area == "northern-ireland" and election.day.year < 1922 else area


def _of_area(area: str, line: Line, parts: list[Line], elected: Counter[str]) -> Iterator[PartyTotal]:
    found = {_party(name, line.election): _figures(name, line, area) for name in line.votes if name not in _POOLED}
    for part in parts:
        for name in (name for name in part.votes if name not in _POOLED):
            # A part's shares are of the part's votes: only the area's own parties keep a published one.
            found.setdefault(_party(name, part.election), _figures(name, part, ""))
    if line.election.day < _SPEAKER_COUNTED_APART and elected["speaker"]:
        # Until 1992 the tables count the Speaker under the party he or she belonged to before.
        found["speaker"] = _Figures(None, None, 0, None)
    found["others"] = _others(line, found, elected)
    for party, figures in found.items():
        yield PartyTotal(
            election=line.election.id,
            area=area,
            party=party,
            votes=figures.votes,
            share=figures.share,
            seats=figures.seats,
            candidates=figures.candidates,
            including=tuple(p for p in _including(line, party) if elected[p]),
            source=TABLES_SOURCE.id,
        )


def _including(line: Line, party: str) -> tuple[str, ...]:
    """Parties counted in the total of ``party``."""
    return _INCLUDING.get((line.election.key, party), ())


def _party(name: str, election: ElectionDay) -> str:
    if name == "LD":
        return liberal_on(election.day)
    if name == "NAT":
        return "irish-parliamentary-party" if election.day.year < 1922 else "nationalist-party"
    return _PARTIES[name]


def _figures(name: str, line: Line, area: str) -> _Figures:
    rough = area and line.election.day.year <= _ROUGH_SHARES_UNTIL
    more = _MENDED.get((line.election.key, area), 0) if name == "CON" else 0
    return _Figures(
        votes=line.votes[name] + more,
        share=round(line.shares[name], 4) if rough and name in line.shares else None,
        seats=line.seats.get(name, 0),
        candidates=line.candidates.get(name),
    )


def _others(line: Line, found: Mapping[str, _Figures], elected: Counter[str]) -> _Figures:
    """What is left of the total.

    The tables' own "other" votes of 1945 to 2010 hold those of parties told apart beside it. Seats of parties that
    the contests name one by one are left to them.
    """
    included = {party for name in found for party in _including(line, name)}
    named = sum(count for party, count in elected.items() if party not in found and party not in included)
    return _Figures(
        votes=max(0, line.votes["Total"] - sum(figures.votes or 0 for figures in found.values())),
        share=None,
        seats=max(0, line.seats["Total"] - sum(figures.seats or 0 for figures in found.values()) - named),
        candidates=max(0, line.candidates["Total"] - sum(figures.candidates or 0 for figures in found.values())),
    )


def _area_totals(root: Path, lines: Mapping[str, list[Line]]) -> Iterator[AreaTotal]:
    turnouts = {e.key: row for row in read_rows(root, "2_Turnout.csv") if (e := election_of(row))}
    women = {e.key: row for row in read_rows(root, "5_Women_MPs.csv") if (e := election_of(row))}
    for area, rows in lines.items():
        for line in rows:
            published = line.election.day.year <= _LAST_PUBLISHED
            uk = area == "united-kingdom"
            if not (published or uk):
                continue
            turnout = turnouts.get(line.election.key)
            yield AreaTotal(
                election=line.election.id,
                area=_named(area, line.election),
                valid_votes=line.votes["Total"] if published else None,
                turnout=float(turnout[_AREAS.index(area) + 2]) if turnout and area in _AREAS else None,
                seats=line.seats["Total"],
                candidates=line.candidates["Total"] if published else None,
                women_elected=int(float(women[line.election.key][6])) if uk else None,
                source=TABLES_SOURCE.id,
            )
