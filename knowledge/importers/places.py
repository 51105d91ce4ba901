"""Places and postcode districts by constituency: in bulk, beside the table by hand, which wins."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge.fold import fold
from knowledge.importers.base import ImportReport, Pack, write_packs
from knowledge.importers.common import read_table
from knowledge.importers.history_packs import held_cells
from knowledge.importers.places_words import PHRASES, WORDS
from knowledge.models.places import Place, PlaceKind
from knowledge.models.sources import PackInfo, Source

_OWN_PACK = "places"
_PLACES_FILE = "places/derived_place_to_pcon_2010_2024.csv"
_DISTRICTS_FILE = "places/derived_postcode_district_to_pcon{year}.csv"
_PLACES_SOURCE = Source(
    id="geonames-places",
    publisher="GeoNames; Office for National Statistics",
    title="Postal places of the United Kingdom, with the constituencies of 2010 and 2024 they lie in",
    address="https://download.geonames.org/export/zip/",
    licence="CC BY 4.0; Open Government Licence v3.0",
    as_of=date(2024, 7, 4),
)
_DISTRICTS_SOURCE = Source(
    id="ons-postcode-districts",
    publisher="Ordnance Survey; Royal Mail; Office for National Statistics",
    title="Postcodes of Great Britain by district and constituency, 2010 and 2024",
    address="https://www.ordnancesurvey.co.uk/products/code-point-open",
    licence="Open Government Licence v3.0",
    as_of=date(2024, 7, 4),
)
_CROWDED = 12
"""A postcode district with more names than this lists hamlets, which few ask for."""
_MOST_SEATS = 3
"""A name in more seats than this says too little."""
_SHORTEST = 4
_SMALL_PART = 0.05
_WHOLE = 0.9
_NOT_A_PLACE = ("po box", "bulk mail", "mail centre", "business", "giro")


@dataclass(frozen=True, slots=True)
class _Seats:
    """Slugs of seats by ONS code."""

    now: str
    before: str


def import_places(source: Path, target: Path) -> ImportReport:
    """Write the pack of places in bulk. The packs of seats, people and places by hand must be in ``target`` already.

    Raises ``SourceFault`` for a file that is missing.
    """
    slugs = {row["ons"]: row["seat"] for row in held_cells(target, "constituencies") if "ons" in row}
    known = _known(target)
    pack = Pack(
        PackInfo(
            id=_OWN_PACK,
            title="Places and postcode districts by constituency",
            licence="CC BY 4.0; Open Government Licence v3.0",
            as_of=date(2024, 7, 4),
            about=(
                "Towns and villages by the constituency their point lies in, and postcode districts with the part of "
                "their postcodes in each. Points near a boundary may be in the next seat: the places by hand come "
                "first. Written by `hustings knowledge import`."
            ),
        ),
        (_PLACES_SOURCE, _DISTRICTS_SOURCE),
        {"places": [*_towns(source, slugs, known), *_districts(source, slugs)]},
    )
    return write_packs("places", [pack], target)


@dataclass(frozen=True, slots=True)
class Known:
    """Folded names that mean something else, and the words of seats' names."""

    names: Set[str]
    """Places by hand, surnames, given names of several people, and people's names."""
    seats: Mapping[str, Sequence[frozenset[str]]]
    """Word -> the words of each seat's name that has it."""

    def __contains__(self, key: str) -> bool:
        """Whether ``key`` is such a name or words of a seat's: "Portsmouth" is for two seats to share."""
        words = frozenset(key.split())
        return key in self.names or any(words <= seat for word in words for seat in self.seats.get(word, ()))


def _known(target: Path) -> Known:
    names = {fold(row["name"]) for row in held_cells(target, "places", {_OWN_PACK})}
    people = [row for row in held_cells(target, "people") if "family" in row]
    names |= {fold(row["family"]) for row in people}
    names |= {fold(row["name"]) for row in people}
    given = Counter(fold(row["name"]).split()[0] for row in people)
    names |= {name for name, bearers in given.items() if bearers > 1}
    seats: dict[str, list[frozenset[str]]] = defaultdict(list)
    for words in {frozenset(fold(row["name"]).split()) for row in held_cells(target, "constituencies")}:
        for word in words:
            seats[word].append(words)
    return Known(names, seats)


def _towns(root: Path, slugs: Mapping[str, str], known: Known) -> Iterator[Place]:
    rows = read_table(root / _PLACES_FILE)
    crowds = Counter(row["postcode_district"] for row in rows)
    found: dict[str, dict[_Seats, str]] = defaultdict(dict)
    listed: set[str] = set()
    for row in rows:
        key = fold(row["place_name"])
        # A few points lie in no seat of one of the two sets, for coasts are drawn differently.
        seats = _Seats(slugs.get(row["pcon2024_code"], ""), slugs.get(row["pcon2010_code"], ""))
        if not seats.now:
            continue
        found[key].setdefault(seats, row["place_name"])
        if crowds[row["postcode_district"]] <= _CROWDED:
            listed.add(key)
    for key in sorted(listed):
        if _is_wanted(key, known) and len({seats.now for seats in found[key]}) <= _MOST_SEATS:
            yield from _rows(found[key])


def _rows(seats: Mapping[_Seats, str]) -> Iterator[Place]:
    for seat, name in sorted(seats.items(), key=lambda pair: (pair[0].now, pair[0].before)):
        yield Place(
            name=name,
            kind=PlaceKind.TOWN,
            seat=seat.now,
            seat_2010=seat.before if seat.before not in ("", seat.now) else None,
            source=_PLACES_SOURCE.id,
        )


def _is_wanted(key: str, known: Known) -> bool:
    """Whether a folded name is worth looking up and cannot be taken for something else."""
    if len(key) < _SHORTEST or key in known or key in WORDS or key in PHRASES:
        return False
    return not any(mark in key for mark in _NOT_A_PLACE) and not any(letter.isdigit() for letter in key)


def _districts(root: Path, slugs: Mapping[str, str]) -> Iterator[Place]:
    """Postcode districts with the seats that hold at least a twentieth of their postcodes now.

    The seat on the 2010 boundaries is given where nine tenths were in one.
    """
    now, before = (_parts(root, year) for year in (2024, 2010))
    for district in sorted(now):
        main, share = max(before.get(district, [("", 0.0)]), key=lambda part: part[1])
        old = slugs[main] if share >= _WHOLE else None
        for code, part in now[district]:
            if part >= _SMALL_PART:
                yield Place(
                    name=district,
                    kind=PlaceKind.DISTRICT,
                    seat=slugs[code],
                    seat_2010=old if old != slugs[code] else None,
                    share=round(part, 3),
                    source=_DISTRICTS_SOURCE.id,
                )


def _parts(root: Path, year: int) -> Mapping[str, Sequence[tuple[str, float]]]:
    parts: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for row in read_table(root / _DISTRICTS_FILE.format(year=year)):
        parts[row["postcode_district"]].append((row["pcon_code"], float(row["share"])))
    return parts
