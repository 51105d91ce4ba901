"""People: one id for each person, the name people use, and the other names they stood under."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

from knowledge.fold import fold
from knowledge.importers.common import read_optional
from knowledge.importers.psephology_files import RawCandidacy
from knowledge.importers.psephology_names import display_name, shown
from knowledge.importers.psephology_standings import Standing
from knowledge.models.parties import NameKind, Person, PersonName

PEOPLE_SOURCE = "parliament-people"
CROSSWALK_SOURCE = "democracy-club-2019"
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
    groups: Iterable[Sequence[Standing]], members: Mapping[str, Member], wikidata: Mapping[str, str]
) -> People:
    """One ``Person`` for each group of candidacies.

    ``wikidata``: MNIS id -> Wikidata id by seat and day of election, which outweighs the list of maiden speeches.
    """
    rows: list[Person] = []
    names: list[PersonName] = []
    id_of: dict[tuple[str, date, RawCandidacy], str] = {}
    for group in groups:
        row = _person(group, members, wikidata)
        rows.append(row)
        names += _other_names(row, group, members.get(row.mnis or ""))
        id_of.update({one.key: row.id for one in group})
    return People(tuple(sorted(rows, key=_person_order)), tuple(sorted(names, key=lambda n: (n.person, n.name))), id_of)


def _person(group: Sequence[Standing], members: Mapping[str, Member], wikidata: Mapping[str, str]) -> Person:
    mnis = next((one.mnis for one in group if one.mnis), "")
    member = members.get(mnis)
    club, crosswalk_only = _democracy_club(group)
    person = f"mnis-{mnis}" if mnis else f"dc-{club}" if club else _own_id(group[0])
    name, family = display_name(person, group, member.name if member else None)
    item = wikidata.get(mnis) or (member.wikidata if member else "") or _agreed_wikidata(group)
    return Person(
        id=person,
        name=name,
        family=family,
        gender=_gender(group),
        mnis=mnis or None,
        democracy_club=club or None,
        wikidata=item if item.startswith("Q") else None,
        source=CROSSWALK_SOURCE if crosswalk_only and not mnis else PEOPLE_SOURCE,
    )


def _other_names(row: Person, group: Sequence[Standing], member: Member | None) -> list[PersonName]:
    """The other names somebody stood or spoke under; each spelling that is looked up alike once."""
    forms = {fold(shown(one)): shown(one) for one in group} | ({fold(member.name): member.name} if member else {})
    return [
        PersonName(person=row.id, name=form, kind=NameKind.NAME, source=PEOPLE_SOURCE)
        for key, form in forms.items()
        if key != fold(row.name)
    ]


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
    return f"c-{first.seat}-{first.polling_day}-{ranked.index(first.raw) + 1}"


def _agreed_wikidata(group: Sequence[Standing]) -> str:
    found = {one.wikidata for one in group if one.wikidata}
    return found.pop() if len(found) == 1 else ""


def _gender(group: Sequence[Standing]) -> str | None:
    found = [_GENDERS[one.raw.gender] for one in group if one.raw.gender in _GENDERS]
    return found[-1] if found else None


def _person_order(person: Person) -> tuple[str, int, str]:
    kind, _, number = person.id.partition("-")
    return kind, int(number) if number.isdigit() else 0, person.id
