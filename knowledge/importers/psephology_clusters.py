"""Which candidacies are one person's. Ids decide; without one, two rows of one name need evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from knowledge.fold import fold
from knowledge.importers.psephology_identities import known_identity
from knowledge.importers.psephology_standings import Standing

_SMALL = 30
"""Up to so many candidates at a general election, two of one full name are taken for one person."""
_NO_PARTY = frozenset({"independent", "speaker"})


@dataclass(slots=True)
class Cluster:
    """Candidacies of one person."""

    members: list[int]
    mnis: set[str] = field(default_factory=set)
    democracy_club: set[str] = field(default_factory=set)
    places: set[tuple[date, str]] = field(default_factory=set)
    """Polling days with the seat stood in: nobody stands in two seats on one day on the strength of a name."""

    def could_be(self, other: Cluster) -> bool:
        """Whether nothing speaks against the two being one person."""
        ids = len(self.mnis | other.mnis) <= 1 and len(self.democracy_club | other.democracy_club) <= 1
        days = {when for when, _ in self.places} & {when for when, _ in other.places}
        return ids and not days


class Clusters:
    """Candidacies joined into people, first by ids, then by evidence."""

    def __init__(self, standings: Sequence[Standing]) -> None:
        self._standings = standings
        self._of = [
            Cluster([i], {s.mnis} - {""}, {s.democracy_club} - {""}, {(s.polling_day, s.contest.ons)})
            for i, s in enumerate(standings)
        ]

    def join_by(self, key: Callable[[Standing], Hashable | None], *, certain: bool) -> None:
        """Join candidacies of one key. Unless ``certain``, only where nothing speaks against it."""
        groups: dict[Hashable, list[int]] = {}
        for index, one in enumerate(self._standings):
            value = key(one)
            if value is not None:
                groups.setdefault(value, []).append(index)
        for members in groups.values():
            self._join_group(members, certain=certain)

    def _join_group(self, members: Iterable[int], *, certain: bool) -> None:
        joined: list[Cluster] = []
        for index in members:
            one = self._of[index]
            if any(one is other for other in joined):
                continue
            fitting = [other for other in joined if certain or one.could_be(other)]
            if len(fitting) == 1:
                self._merge(fitting[0], one)
            else:
                joined.append(one)

    def _merge(self, into: Cluster, other: Cluster) -> None:
        into.members = sorted([*into.members, *other.members])
        into.mnis |= other.mnis
        into.democracy_club |= other.democracy_club
        into.places |= other.places
        for index in other.members:
            self._of[index] = into

    def people(self) -> list[list[Standing]]:
        """The candidacies of each person in the files' order."""
        seen: dict[int, Cluster] = {id(cluster): cluster for cluster in self._of}
        return [[self._standings[i] for i in cluster.members] for cluster in seen.values()]


def cluster(standings: Sequence[Standing], successor: Mapping[str, str]) -> list[list[Standing]]:
    """Group ``standings`` by person.

    ``successor`` gives, for a seat slug of 2010, the seat of 2024 that most of its people went to.

    Evidence, where there is no id, is one full name and one party together with one seat, with its successor, or with
    a party too small for two candidates of one name to be likely; or what is known of the person otherwise.
    """
    clusters = Clusters(standings)
    clusters.join_by(lambda one: one.mnis or None, certain=True)
    clusters.join_by(lambda one: one.democracy_club or None, certain=True)
    clusters.join_by(lambda one: one.crosswalk or one.democracy_club or None, certain=False)
    clusters.join_by(lambda one: (fold(one.name), one.party, one.seat), certain=False)
    clusters.join_by(lambda one: (fold(one.name), one.party, successor.get(one.seat, one.seat)), certain=False)
    clusters.join_by(known_identity, certain=False)
    sizes = _party_sizes(standings)
    clusters.join_by(
        lambda one: (fold(one.name), one.party) if 0 < sizes[one.party, one.contest.parliament] <= _SMALL else None,
        certain=False,
    )
    return clusters.people()


def _party_sizes(standings: Iterable[Standing]) -> Counter[tuple[str, int]]:
    """How many candidates a party had at the general election of a Parliament."""
    return Counter(
        (one.party, one.contest.parliament)
        for one in standings
        if not one.contest.by_election and one.party not in _NO_PARTY
    )
