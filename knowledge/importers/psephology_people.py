"""People: one id for each person, the name people use, and the other names they stood under."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

from knowledge.fold import fold
from knowledge.importers.common import read_optional
from knowledge.importers.psephology_files import RawCandidacy
from knowledge.importers.psephology_standings import Standing
from knowledge.models.parties import NameKind, Person, PersonName

PEOPLE_SOURCE = "parliament-people"
CROSSWALK_SOURCE = "democracy-club-2019"
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_GENDERS: Mapping[str, str] = MappingProxyType(
    {"M": "male", "Male": "male", "F": "female", "Female": "female", "Non-binary": "non-binary"}
)


@dataclass(frozen=True, slots=True)
class People:
    """The people of all candidacies."""

    rows: tuple[Person, ...]
    names: tuple[PersonName, ...]
    id_of: Mapping[tuple[str, date, RawCandidacy], str]
    """``Standing.key`` -> person id."""


@dataclass(frozen=True, slots=True)
class Member:
    """What the list of maiden speeches says of a member."""

    name: str
    wikidata: str


def read_members(root: Path) -> dict[str, Member]:
    """MNIS id -> the name a member went by when first speaking, and the Wikidata id."""
    rows = read_optional(root / "psephology/maiden-speeches.csv")
    return {
        row["MNIS Member ID"]: Member(row["Member"], row["Wikidata Member ID"])
        for row in rows
        if row["MNIS Member ID"].isdigit()
    }


def build_people(
    groups: Iterable[Sequence[Standing]], members: Mapping[str, Member], extra_wikidata: Mapping[str, str]
) -> People:
    """One ``Person`` for each group of candidacies. ``extra_wikidata``: MNIS id -> Wikidata id from other files."""
    rows: list[Person] = []
    names: list[PersonName] = []
    id_of: dict[tuple[str, date, RawCandidacy], str] = {}
    for group in groups:
        mnis = next((one.mnis for one in group if one.mnis), "")
        member = members.get(mnis)
        ours, theirs = _democracy_club(group)
        person = f"mnis-{mnis}" if mnis else f"dc-{ours}" if ours else _own_id(group[0])
        name, family = _display_name(group, member)
        wikidata = (member.wikidata if member else "") or extra_wikidata.get(mnis, "") or _agreed_wikidata(group)
        rows.append(
            Person(
                id=person,
                name=name,
                family=family,
                gender=_gender(group),
                mnis=mnis or None,
                democracy_club=ours or None,
                wikidata=wikidata if wikidata.startswith("Q") else None,
                source=CROSSWALK_SOURCE if theirs and not mnis else PEOPLE_SOURCE,
            )
        )
        forms = {fold(one.name): one.name for one in group} | ({fold(member.name): member.name} if member else {})
        names += [
            PersonName(person=person, name=form, kind=NameKind.NAME, source=PEOPLE_SOURCE)
            for key, form in forms.items()
            if key != fold(name)
        ]
        id_of.update({one.key: person for one in group})
    return People(tuple(sorted(rows, key=_person_order)), tuple(sorted(names, key=lambda n: (n.person, n.name))), id_of)


def _democracy_club(group: Sequence[Standing]) -> tuple[str, bool]:
    """The Democracy Club id, and whether it comes from the crosswalk alone."""
    own = Counter(one.democracy_club for one in group if one.democracy_club)
    if own:
        return own.most_common(1)[0][0], False
    joined = [one.crosswalk for one in group if one.crosswalk]
    return (joined[-1], True) if joined else ("", False)


def _own_id(first: Standing) -> str:
    """An id made of the first candidacy, for someone whom no publication numbers: seat, day and place in the poll."""
    ranked = sorted(first.contest.candidacies, key=lambda raw: -raw.votes)
    return f"c-{first.seat}-{first.date}-{ranked.index(first.raw) + 1}"


def _agreed_wikidata(group: Sequence[Standing]) -> str:
    found = {one.wikidata for one in group if one.wikidata}
    return found.pop() if len(found) == 1 else ""


def _gender(group: Sequence[Standing]) -> str | None:
    found = [_GENDERS[one.raw.gender] for one in group if one.raw.gender in _GENDERS]
    return found[-1] if found else None


def _display_name(group: Sequence[Standing], member: Member | None) -> tuple[str, str]:
    """The name people use, and the surname.

    The name printed most often over all contests, the later one of two; but a form that only leaves out middle names
    is preferred where the member spoke under it, and general elections come before by-elections, whose file of 2024
    to 2026 prints names in full.
    """
    ranked = sorted(group, key=lambda one: (not one.contest.by_election, one.date))
    latest = ranked[-1]
    same_surname = [one for one in group if fold(one.raw.surname) == fold(latest.raw.surname)]
    counts = Counter(_shown(one) for one in same_surname)
    best = max(counts, key=lambda form: (counts[form], form == _shown(latest)))
    if member and fold(member.name).split()[-1:] == fold(latest.raw.surname).split()[-1:]:
        if _only_middle_names_differ(member.name, best):
            best = member.name
    return best, _family(best, latest)


def _shown(one: Standing) -> str:
    return _BRACKETS.sub("", one.name).strip() or one.name


def _only_middle_names_differ(one: str, other: str) -> bool:
    a, b = fold(one).split(), fold(other).split()
    return a != b and a[0] == b[0] and a[-1] == b[-1]


def _family(name: str, latest: Standing) -> str:
    """The surname as printed, unless a mended or reordered name ends otherwise."""
    surname = latest.raw.surname
    return surname if surname and fold(name).endswith(fold(surname)) else name.split()[-1]


def _person_order(person: Person) -> tuple[str, int, str]:
    kind, _, number = person.id.partition("-")
    return kind, int(number) if number.isdigit() else 0, person.id
