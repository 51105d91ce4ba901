"""Small tables that every answer needs, read once: parties, elections, areas and sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from knowledge.models.elections import ElectionKind

if TYPE_CHECKING:
    from knowledge.store.store import Store


_CORRECTIONS = """
SELECT contest, field, CAST(published AS REAL), CAST(used AS REAL), reason FROM corrections
WHERE person IS NULL AND field IN ('majority', 'valid_votes', 'electorate', 'turnout')
  AND published GLOB '[0-9]*' AND used GLOB '[0-9]*' ORDER BY contest, field
"""


@dataclass(frozen=True, slots=True)
class PartyRef:
    """A party as registered."""

    id: str
    name: str
    short: str
    plural: str | None
    colour: str | None
    counts_as: str
    """The id under which totals count it (itself for most)."""


@dataclass(frozen=True, slots=True)
class ElectionRef:
    """A polling day."""

    id: str
    kind: ElectionKind
    date: date
    name: str


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A publication."""

    id: str
    publisher: str
    title: str
    address: str | None
    licence: str
    as_of: date


@dataclass(frozen=True, slots=True)
class Corrected:
    """A figure of a contest that was published otherwise: ``field``, both figures and the reason."""

    field: str
    published: float
    used: float
    reason: str


@dataclass(frozen=True, slots=True)
class Reference:
    """The small tables by id, held in memory for the life of the program."""

    parties: Mapping[str, PartyRef]
    elections: Mapping[str, ElectionRef]
    areas: Mapping[str, str]
    """Area id to its name."""
    sources: Mapping[str, SourceRow]
    data_source: str
    """The source of the last result held."""
    corrections: Mapping[str, tuple[Corrected, ...]]
    """Contest id to its figures that were published otherwise: majority, valid votes, electorate, turnout."""

    @property
    def data_until(self) -> date:
        """The last date up to which any election result is held."""
        return max(e.date for e in self.elections.values() if e.kind is not ElectionKind.NOTIONAL)

    def general_elections(self) -> list[ElectionRef]:
        """General elections held, oldest first."""
        generals = [e for e in self.elections.values() if e.kind is ElectionKind.GENERAL]
        return sorted(generals, key=lambda e: e.date)

    @classmethod
    def load(cls, store: Store) -> Reference:
        """Read the small tables from the store."""
        parties = {
            row[0]: PartyRef(row[0], row[1], row[2], row[3], row[4], row[5] or row[0])
            for row in store.fetch("SELECT id, name, short, plural, colour, counts_as FROM parties", ())
        }
        elections = {
            row[0]: ElectionRef(row[0], ElectionKind(row[1]), date.fromisoformat(row[2]), row[3])
            for row in store.fetch("SELECT id, kind, date, name FROM elections", ())
        }
        areas = store.fetch("SELECT id, name FROM regions", ())
        sources = {
            row[0]: SourceRow(row[0], row[1], row[2], row[3], row[4], date.fromisoformat(row[5]))
            for row in store.fetch("SELECT id, publisher, title, address, licence, as_of FROM sources", ())
        }
        corrections: dict[str, tuple[Corrected, ...]] = {}
        for contest, *row in store.fetch(_CORRECTIONS, ()):
            corrections[contest] = (*corrections.get(contest, ()), Corrected(*row))
        last = store.fetch("SELECT source FROM contest_facts WHERE kind <> 'notional' ORDER BY date DESC LIMIT 1", ())
        return cls(
            parties=MappingProxyType(parties),
            elections=MappingProxyType(elections),
            areas=MappingProxyType({row[0]: row[1] for row in areas}),
            sources=MappingProxyType(sources),
            data_source=last[0][0],
            corrections=MappingProxyType(corrections),
        )
