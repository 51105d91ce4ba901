"""A candidacy in its contest, with what identifies the person: the record that people are worked out from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from rapidfuzz import fuzz

from knowledge.fold import fold
from knowledge.importers.common import read_optional
from knowledge.importers.psephology_files import RawCandidacy, RawContest

NAME_SLIPS: Mapping[str, str] = MappingProxyType(
    {
        "Giles Walting": "Giles Watling",
        "Zulifiqar Ali": "Zulfiqar Ali",
        "Wille Bain": "Willie Bain",
        "77 Joseph": "Joseph 77",
    }
)
"""Misspelt names of the files, each spelt right in another row of the same person."""
_CLOSE = 80
"""How alike (rapidfuzz ratio) two names must be where party and seat already agree."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One candidacy with the ids that its row, or a matched row of another file, gives its person."""

    contest: RawContest
    raw: RawCandidacy
    seat: str
    """Seat slug."""
    party: str
    """Party id that counts."""
    name: str
    """As published, slips mended."""
    mnis: str
    democracy_club: str
    crosswalk: str = ""
    """Democracy Club id from the crosswalk of 2019, which may since have been merged into another."""
    wikidata: str = ""

    @property
    def polling_day(self) -> date:
        return self.contest.polling_day

    @property
    def key(self) -> tuple[str, date, RawCandidacy]:
        """What tells it from all others, twins of one contest included."""
        return self.contest.ons, self.polling_day, self.raw


def build_standings(
    contests: Iterable[RawContest],
    seat_of: Callable[[RawContest], str],
    party_of: Callable[[RawCandidacy], str],
    root: Path,
) -> tuple[list[Standing], list[str]]:
    """All candidacies with their ids, ids given to the wrong row put right, and notes on what was."""
    notes: list[str] = []
    standings = [
        Standing(contest, raw, seat_of(contest), party_of(raw), mended(raw.name), raw.mnis, raw.democracy_club)
        for contest in contests
        for raw in contest.candidacies
    ]
    standings = _swapped_back(standings, notes)
    standings = _without_doubled_ids(standings, notes)
    return _with_crosswalk(standings, root), notes


def mended(name: str) -> str:
    """A published name with its slip mended, if it is one of the known ones."""
    return NAME_SLIPS.get(name, name)


def _swapped_back(standings: Sequence[Standing], notes: list[str]) -> list[Standing]:
    """Give a member's id that stands on a stranger's row back to the row of the member in the same contest."""
    names: dict[str, Counter[str]] = {}
    for one in standings:
        if one.mnis:
            names.setdefault(one.mnis, Counter())[fold(one.name)] += 1
    fixed = list(standings)
    by_contest = _by_contest(standings)
    for index, one in enumerate(standings):
        usual = names[one.mnis].most_common(1)[0][0] if one.mnis else ""
        if not usual or set(usual.split()) & set(fold(one.name).split()):
            continue
        rightful = [i for i in by_contest[_place(one)] if fold(standings[i].name) == usual and not standings[i].mnis]
        if len(rightful) == 1:
            fixed[rightful[0]] = replace(standings[rightful[0]], mnis=one.mnis)
            fixed[index] = replace(one, mnis="")
            notes.append(
                f"{one.contest.seat_name} {one.polling_day}: MNIS id {one.mnis} is printed on {one.name}'s row "
                f"and given to {standings[rightful[0]].name}'s"
            )
    return fixed


def _without_doubled_ids(standings: Sequence[Standing], notes: list[str]) -> list[Standing]:
    """Take away a Democracy Club id that two people of one contest carry: it says nothing of either."""
    fixed = list(standings)
    for members in _by_contest(standings).values():
        counts = Counter(standings[i].democracy_club for i in members)
        for i in members:
            one = standings[i]
            if one.democracy_club and counts[one.democracy_club] > 1:
                fixed[i] = replace(one, democracy_club="")
                notes.append(
                    f"{one.contest.seat_name} {one.polling_day}: Democracy Club id {one.democracy_club} is printed on "
                    f"{counts[one.democracy_club]} rows, {one.name}'s among them, and left out"
                )
    return fixed


def _place(one: Standing) -> tuple[str, date]:
    return one.contest.ons, one.polling_day


def _by_contest(standings: Sequence[Standing]) -> dict[tuple[str, date], list[int]]:
    found: dict[tuple[str, date], list[int]] = {}
    for index, one in enumerate(standings):
        found.setdefault(_place(one), []).append(index)
    return found


def _with_crosswalk(standings: list[Standing], root: Path) -> list[Standing]:
    """Join the candidates of 2019 to their Democracy Club ids where seat, party and name leave no doubt."""
    rows = read_optional(root / "ids/democracyclub_ge2019_id_crosswalk.csv")
    by_seat: dict[tuple[date, str], list[dict[str, str]]] = {}
    for row in rows:
        when = date.fromisoformat(row["election"].removeprefix("parl."))
        by_seat.setdefault((when, row["post_id"].partition(":")[2]), []).append(row)
    found = []
    for one in standings:
        rivals = [] if one.contest.by_election else by_seat.get((one.polling_day, one.contest.ons), [])
        matched = [row for row in rivals if _same_candidate(one, row)]
        if len(matched) == 1:
            found.append(replace(one, crosswalk=matched[0]["id"], wikidata=matched[0]["wikidata_id"]))
        else:
            found.append(one)
    return found


def _same_candidate(one: Standing, row: Mapping[str, str]) -> bool:
    ours, theirs = fold(one.name), fold(row["name"])
    if ours == theirs:
        return True
    if ours.split()[-1] == theirs.split()[-1] and ours.split()[0] == theirs.split()[0]:
        return True
    joint = row["party_ec_id"].removeprefix("joint-party:").partition("-")[0]
    same_party = one.raw.party_ec and one.raw.party_ec.removeprefix("PP") == joint.removeprefix("PP")
    if not same_party:
        return False
    return ours.split()[-1] == theirs.split()[-1] or fuzz.ratio(ours, theirs) >= _CLOSE
