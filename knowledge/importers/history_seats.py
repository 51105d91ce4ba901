"""Constituencies since 1918: which row of which file speaks of which seat, on which boundary set."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from knowledge.fold import slug, tokens
from knowledge.importers.base import SourceFault
from knowledge.importers.history_calendar import BoundarySet, boundary_set
from knowledge.importers.history_files import Result, Term
from knowledge.importers.history_names import LIBRARY_NAMES, OTHER_NAMES, PLAIN_NAMES, RICHMOND, SEAT_SLUGS
from knowledge.models.places import Constituency, Nation

_DIRECTIONS = {"northern": "north", "southern": "south", "eastern": "east", "western": "west", "boroughs": "burghs"}
_FILLERS = frozenset({"and", "the", "of", "district"})
_MODERN = date(2010, 5, 6)


def loose(name: str) -> str:
    """``name`` as words in alphabetical order, so that "Derbyshire Western" is "West Derbyshire".

    >>> loose("Ayrshire North & Bute") == loose("Bute and Northern Ayrshire")
    True
    """
    words = (_DIRECTIONS.get(word, word.removesuffix("shire")) for word in tokens(name) if word not in _FILLERS)
    return " ".join(sorted(words))


def plain(name: str) -> str:
    """``name`` as folded words in their order, without "and", "the" and "of"."""
    return " ".join(word for word in tokens(name) if word not in _FILLERS)


def match_results(results: Sequence[Result], terms: Iterable[Term]) -> dict[str, Result]:
    """The result of each seat at one general election, by the seat's Wikidata id.

    ``terms`` are those begun at that election. Names that agree word for word are joined first, then the checked
    names of ``history_names``, then names without their county ("Cumberland Whitehaven"), longest first.

    Raises ``SourceFault`` naming every result and every seat left over.
    """
    names = {term.constituency: term.seat_name for term in terms}
    matching = _Matching(dict(names), list(results))
    longest = max((len(tokens(result.name)) for result in results), default=0)
    matching.join(plain, lambda result: plain(result.name))
    matching.join(loose, lambda result: loose(result.name))
    matching.join(plain, lambda result: plain(_checked_name(result)))
    for dropped in range(1, longest):
        matching.join(loose, partial(_without_county, dropped))
    if matching.results or matching.seats:
        left = [f"{result.name} ({result.nation.value})" for result in matching.results]
        raise SourceFault(
            f"general election of {results[0].election.key}: no seat for {', '.join(sorted(left)) or 'nothing'}; "
            f"no result for {', '.join(sorted(matching.seats.values())) or 'nothing'}"
        )
    return matching.found


def _without_county(words: int, result: Result) -> str:
    return loose(" ".join(tokens(result.name)[words:]))


def _checked_name(result: Result) -> str:
    folded = " ".join(tokens(result.name))
    if folded == "richmond":
        years = [year for year in RICHMOND if year <= result.election.day.year]
        return RICHMOND[max(years)] if years else result.name
    if folded == "louth":
        return "County Louth" if result.nation is Nation.IRELAND else "Louth, Lincolnshire"
    return LIBRARY_NAMES.get(folded, result.name)


@dataclass(slots=True)
class _Matching:
    """Seats and results not joined yet, and those that are."""

    seats: dict[str, str]
    results: list[Result]
    found: dict[str, Result] = field(default_factory=dict)

    def join(self, form: Callable[[str], str], key: Callable[[Result], str]) -> None:
        """Join each result with the one free seat whose name in this ``form`` is its key; doubtful ones are left."""
        by_name: dict[str, list[str]] = defaultdict(list)
        for seat, name in self.seats.items():
            by_name[form(name)].append(seat)
        wanted: dict[str, list[Result]] = defaultdict(list)
        for result in self.results:
            wanted[key(result)].append(result)
        for name, results in wanted.items():
            if name and len(results) == len(by_name.get(name, ())) == 1:
                self.found[by_name[name][0]] = results[0]
                del self.seats[by_name[name][0]]
                self.results.remove(results[0])


@dataclass(frozen=True, slots=True)
class Area:
    """Where a seat lay."""

    nation: Nation
    region: str | None


class Seats:
    """Ids of constituencies by Wikidata id and day, and the rows of those no other pack holds."""

    def __init__(
        self,
        matched: Mapping[str, Mapping[str, Result]],
        terms: Iterable[Term],
        held: Iterable[Constituency],
        source: str,
    ) -> None:
        """``matched`` are the results by election key and seat; ``held`` the constituencies of other packs."""
        self._source = source
        self._names = {term.constituency: term.seat_name for term in terms}
        self._areas = {seat: Area(r.nation, r.region) for found in matched.values() for seat, r in found.items()}
        # Great Britain's 1918 area of a seat is overwritten by later ones, but for a region that changed
        # (East Ham became part of London) the set's own first result decides.
        self._area_in_set: dict[tuple[str, int], Area] = {}
        for found in matched.values():
            for seat, result in found.items():
                year = boundary_set(result.nation, result.election.day).year
                self._area_in_set.setdefault((seat, year), Area(result.nation, result.region))
        self._modern = _Modern(tuple(row for row in held if row.boundary_set in ("2010", "2024")))
        self._rows: dict[str, tuple[str, Constituency]] = {}

    @property
    def rows(self) -> list[Constituency]:
        """Every constituency before 2010 that was asked for, by seat and boundary set."""
        return sorted((row for _, row in self._rows.values()), key=lambda row: (row.seat, row.first or date.min))

    def constituency(self, seat: str, on: date) -> Constituency:
        """The constituency that the seat with this Wikidata id was on a polling day.

        Raises ``SourceFault`` where the seat is unknown, or two seats would get one id.
        """
        if on >= _MODERN:
            return self._modern.find(seat, self._names[seat], on)
        area = self._areas.get(seat)
        if area is None:
            raise SourceFault(f"{self._names.get(seat, seat)}: in no general election of the library's file")
        drawn = boundary_set(area.nation, on)
        name = self.seat_slug(seat)
        key = f"{name}.{drawn.year}"
        if key not in self._rows:
            self._rows[key] = (seat, self._row(seat, name, drawn))
        owner, row = self._rows[key]
        if owner != seat:
            raise SourceFault(f"{key}: both {self._names[owner]} ({owner}) and {self._names[seat]} ({seat})")
        return row

    def nation(self, seat: str) -> Nation:
        return self._areas[seat].nation

    def seat_slug(self, seat: str) -> str:
        """The slug of a seat, one for all its lives; that of the later packs where they hold it."""
        label = self._names[seat]
        known = self._modern.slug_of(seat)
        return known or SEAT_SLUGS.get(label) or slug(PLAIN_NAMES.get(label, label))

    def _row(self, seat: str, name: str, drawn: BoundarySet) -> Constituency:
        label = self._names[seat]
        area = self._area_in_set.get((seat, drawn.year), self._areas[seat])
        return Constituency(
            id=f"{name}.{drawn.year}",
            seat=name,
            name=shown_name(label, drawn.year),
            nation=area.nation,
            region=area.region,
            designation="university" if area.nation is Nation.UNIVERSITIES else None,
            boundary_set=drawn.label,
            first=drawn.first,
            abolished=drawn.abolished,
            wikidata=seat,
            source=self._source,
        )


def shown_name(label: str, year: int) -> str:
    """What the seat that the members' table calls ``label`` was called on the boundaries of ``year``."""
    names = [name for first, name in OTHER_NAMES.get(label, ()) if first <= year]
    return names[-1] if names else PLAIN_NAMES.get(label, label)


class _Modern:
    """The constituencies of 2010 and 2024, which another pack holds."""

    def __init__(self, rows: Sequence[Constituency]) -> None:
        self._by_wikidata = {(row.wikidata, row.boundary_set): row for row in rows if row.wikidata}
        self._by_name = {(plain(row.name), row.boundary_set): row for row in rows}
        self._by_name |= {(plain(row.name_cy), row.boundary_set): row for row in rows if row.name_cy}

    def find(self, seat: str, name: str, on: date) -> Constituency:
        drawn = str(boundary_set(Nation.ENGLAND, on).year)
        row = self._by_name.get((plain(name), drawn)) or self._by_wikidata.get((seat, drawn))
        if row is None:
            raise SourceFault(f"{name} ({seat}): no constituency of that name on the boundaries of {drawn} is held")
        return row

    def slug_of(self, seat: str) -> str | None:
        row = self._by_wikidata.get((seat, "2010"))
        return row.seat if row else None
