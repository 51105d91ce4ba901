"""Parties: one id for each party whatever its name is spelt like, and the meaning of result abbreviations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from rapidfuzz import fuzz

from knowledge.fold import fold, slug
from knowledge.importers.common import read_optional
from knowledge.importers.psephology_files import RawCandidacy
from knowledge.importers.psephology_known_parties import KNOWN, KNOWN_BY_NAME, Known
from knowledge.models.parties import Party

PARTIES_SOURCE = "parliament-parties"
COOPERATIVE = "PP119"
UCUNF = "ulster-conservatives-and-unionists-new-force"

_SHORT_TO_ID: Mapping[str, str] = MappingProxyType(
    {
        "Lab Coop": "labour-coop",
        "Lab": "labour",
        "Green": "green",
        "Respect": "respect-party",
        "Brexit": "brexit-party",
        "UCUNF": UCUNF,
    }
)
"""Abbreviations in results and runner-up columns that several parties share or that no candidacy is printed with."""
_ALIKE = 80
"""How alike (rapidfuzz, of the shorter name or of the words in common) two names of one party at least are."""
_LEADING_THE = re.compile(r"^the ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PartyKey:
    """A party as one row of a file names it."""

    name: str
    mnis: str
    ec: str = ""
    short: str = ""


class Parties:
    """The parties of the files. Names identify them; MNIS ids only join spellings, for one id may serve two parties."""

    def __init__(self, candidacies: Iterable[RawCandidacy], root: Path) -> None:
        self._counts = Counter(party_key(row) for row in candidacies)
        self._canonical = _canonical_names(self._counts)
        self._ids = {name: _party_id(name) for name in self._canonical.values()}
        self._by_mnis = _names_by_mnis(self._counts, self._canonical)
        self._extra: dict[str, PartyKey] = {}
        self._registered = read_optional(root / "psephology/political-party-registrations.csv")

    def of(self, row: RawCandidacy) -> str:
        """Id of the party that a candidacy was for."""
        return self._ids[self._canonical[party_key(row).name]]

    def named(self, key: PartyKey) -> str:
        """Id of a party of another file: by name, else by MNIS id if the names are alike, else a party added."""
        if key.name in KNOWN_BY_NAME:
            return self._noted(KNOWN_BY_NAME[key.name].id, key)
        loose = {_loose(name): name for name in self._ids}
        name = loose.get(_loose(key.name)) or self._by_mnis.get(key.mnis)
        if name and (_loose(name) == _loose(key.name) or _alike(name, key.name)):
            return self._ids[name]
        return self._noted(slug(key.name), key)

    def _noted(self, party: str, key: PartyKey) -> str:
        if party not in self._ids.values():
            self._extra.setdefault(party, key)
        return party

    def abbreviated(self, short: str) -> str | None:
        """Id of the party that a result calls ``short``: ``Lab``, ``Lab Coop``, ``KHHC``."""
        if short in _SHORT_TO_ID:
            return _SHORT_TO_ID[short]
        found = Counter[str]()
        for key, count in self._counts.items():
            if key.short == short:
                found[self._ids[self._canonical[key.name]]] += count
        return found.most_common(1)[0][0] if found else None

    def rows(self) -> list[Party]:
        """Every party met, the well-known ones that no row names too (``others``)."""
        keys: dict[str, PartyKey] = {known.id: PartyKey(known.published[0], "") for known in KNOWN}
        keys.update(self._extra)
        for key, _ in self._counts.most_common()[::-1]:
            keys[self._ids[self._canonical[key.name]]] = PartyKey(
                self._canonical[key.name], key.mnis, key.ec, key.short
            )
        known = {one.id: one for one in KNOWN}
        return [self._row(party, key, known.get(party)) for party, key in sorted(keys.items())]

    def _row(self, party: str, key: PartyKey, known: Known | None) -> Party:
        mnis = key.mnis or self._registered_mnis(key.name)
        name = (known.name if known else None) or key.name
        return Party(
            id=party,
            name=name,
            short=(known.short if known else None) or key.short or name,
            plural=known.plural if known else None,
            colour=known.colour if known else None,
            counts_as=known.counts_as if known else None,
            mnis=mnis or None,
            electoral_commission=key.ec or None,
            source=PARTIES_SOURCE,
        )

    def _registered_mnis(self, name: str) -> str:
        wanted = _loose(name)
        return next((r["MNIS ID"] for r in self._registered if _loose(r["MNIS name"]) == wanted), "")


def party_key(row: RawCandidacy) -> PartyKey:
    """The party of a candidacy; with the Co-operative Party as second registration it is Labour and Co-operative."""
    name = "Labour and Co-operative" if row.adjunct == COOPERATIVE else row.party_name
    return PartyKey(name, row.party_mnis, row.party_ec, row.party_short)


def _party_id(name: str) -> str:
    return KNOWN_BY_NAME[name].id if name in KNOWN_BY_NAME else slug(name)


def _loose(name: str) -> str:
    """A name without its article and the word "party", for comparing the spellings of two publications."""
    words = slug(_LEADING_THE.sub("", name)).split("-")
    return " ".join(word for word in words if word not in ("party", "and", "uk")) or slug(name)


def _canonical_names(counts: Mapping[PartyKey, int]) -> dict[str, str]:
    """Published name -> the party's one name: its own in the table of known parties, else the commonest spelling.

    Two names are spellings of one party where they are alike and both its MNIS id and its Electoral Commission id are
    the same.
    """
    spellings: dict[tuple[str, str], Counter[str]] = {}
    for key, count in counts.items():
        # The known names come first: nothing is a commoner spelling than theirs.
        spellings.setdefault((key.mnis, key.ec), Counter())[key.name] += count + 10**6 * (key.name in KNOWN_BY_NAME)
    canonical = {name: known.published[0] for name, known in KNOWN_BY_NAME.items()}
    for key in counts:
        if key.name not in canonical:
            alike = (name for name, _ in spellings[key.mnis, key.ec].most_common() if _alike(name, key.name))
            best = next(alike) if key.mnis else key.name
            canonical[key.name] = canonical.get(best, best)
    return canonical


def _alike(one: str, other: str) -> bool:
    """Whether two names can be spellings, long and short forms of one party's."""
    ours, theirs = fold(one), fold(other)
    return max(fuzz.partial_ratio(ours, theirs), fuzz.token_set_ratio(ours, theirs)) >= _ALIKE


def _names_by_mnis(counts: Mapping[PartyKey, int], canonical: Mapping[str, str]) -> dict[str, str]:
    """MNIS id -> canonical name, for the ids that stand for one party only; Labour's stands for Labour."""
    names: dict[str, set[str]] = {}
    for key in counts:
        names.setdefault(key.mnis, set()).add(canonical[key.name])
    return {mnis: found.pop() for mnis, found in names.items() if mnis and len(found) == 1}
