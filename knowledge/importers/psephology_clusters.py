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


Allowed = Callable[[Cluster, Cluster], bool]


def certainly(_one: Cluster, _other: Cluster) -> bool:
    """For keys that decide alone."""
    return True


def unless_contradicted(one: Cluster, other: Cluster) -> bool:
    """For keys that are evidence: nothing else speaks against it."""
    return one.could_be(other)


def neither_a_member(one: Cluster, other: Cluster) -> bool:
    """For weak keys: where a member is printed without the id, the party at least is the same."""
    return not one.mnis and not other.mnis and one.could_be(other)


class Clusters:
    """Candidacies joined into people, first by ids, then by evidence."""

    def __init__(self, standings: Sequence[Standing]) -> None:
        self._standings = standings
        self._of = [
            Cluster([i], {s.mnis} - {""}, {s.democracy_club} - {""}, {(s.polling_day, s.contest.ons)})
            for i, s in enumerate(standings)
        ]

    def join_by(self, key: Callable[[Standing], Hashable | None], allowed: Allowed) -> None:
        """Join candidacies of one key where ``allowed``; a key of ``None`` joins nothing."""
        groups: dict[Hashable, list[int]] = {}
        for index, one in enumerate(self._standings):
            value = key(one)
            if value is not None:
                groups.setdefault(value, []).append(index)
        for members in groups.values():
            self._join_group(members, allowed)

    def _join_group(self, members: Iterable[int], allowed: Allowed) -> None:
        """Join each to the one cluster that it fits; one that fits several is left alone."""
        joined: list[Cluster] = []
        for index in members:
            one = self._of[index]
            if any(one is other for other in joined):
                continue
            fitting = [other for other in joined if allowed(other, one)]
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

    Evidence, where there is no id, is one full name together with

    * one party and one seat or its successor;
    * one seat, if nobody of the name ever stood elsewhere on the same day (where ids are printed, all 121 such pairs
      of candidacies for two parties are one person's);
    * one party too small for two candidates of one name to be likely;
    * what is known of the person otherwise.
    """
    shared, sizes = _shared_names(standings), _party_sizes(standings)

    def seat_now(one: Standing) -> str:
        return successor.get(one.seat, one.seat)

    def rare_in_seat(one: Standing) -> Hashable | None:
        name = fold(one.name)
        return None if name in shared else (name, seat_now(one))

    def of_small_party(one: Standing) -> Hashable | None:
        small = 0 < sizes[one.party, one.contest.parliament] <= _SMALL
        return (fold(one.name), one.party) if small else None

    clusters = Clusters(standings)
    clusters.join_by(lambda one: one.mnis or None, certainly)
    clusters.join_by(lambda one: one.democracy_club or None, certainly)
    clusters.join_by(lambda one: one.crosswalk or one.democracy_club or None, unless_contradicted)
    clusters.join_by(lambda one: (fold(one.name), one.party, one.seat), unless_contradicted)
    clusters.join_by(lambda one: (fold(one.name), one.party, seat_now(one)), unless_contradicted)
    clusters.join_by(rare_in_seat, neither_a_member)
    clusters.join_by(known_identity, unless_contradicted)
    clusters.join_by(of_small_party, unless_contradicted)
    return clusters.people()


def _shared_names(standings: Iterable[Standing]) -> frozenset[str]:
    """Names under which two people stood on one day."""
    counts = Counter((fold(one.name), one.polling_day) for one in standings)
    return frozenset(name for (name, _), count in counts.items() if count > 1)


def _party_sizes(standings: Iterable[Standing]) -> Counter[tuple[str, int]]:
    """How many candidates a party had at the general election of a Parliament."""
    return Counter(
        (one.party, one.contest.parliament)
        for one in standings
        if not one.contest.by_election and one.party not in _NO_PARTY
    )
