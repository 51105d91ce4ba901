"""What reading needs to know of the facts: which names there are, and which contests a name could mean."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from knowledge.fold import fold
from knowledge.models.elections import ElectionKind
from knowledge.queries.clause import Conjunction, marks
from knowledge.queries.nearness import stems
from knowledge.store.store import Name

if TYPE_CHECKING:
    from knowledge.store.store import Store


_REMEMBERED = 50_000
"""Keys looked up that are remembered, with those that name nothing."""


@dataclass(frozen=True, slots=True)
class Stand:
    """A candidacy, as far as it tells people of one name apart."""

    seat: str
    date: date
    kind: ElectionKind
    party: str
    elected: bool


@dataclass(frozen=True, slots=True)
class WonContest:
    """Who won a contest of a seat, and by how much."""

    date: date
    kind: ElectionKind
    party: str
    person: str | None
    majority: int | None
    members: int
    """How many were elected together; ``person`` is the first of them."""


@dataclass(frozen=True, slots=True)
class PersonCard:
    """A person and where they stood, oldest first."""

    id: str
    name: str
    family: str
    stands: tuple[Stand, ...]
    gender: str | None = None

    @property
    def elected(self) -> bool:
        """Whether they ever won a contest held."""
        return any(stand.elected for stand in self.stands)


@dataclass(frozen=True, slots=True)
class ReferendumName:
    """A referendum and the words for it; ``areas`` are the names of what was counted apart."""

    id: str
    day: date
    area: str
    names: tuple[str, ...]
    areas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlaceSeat:
    """A seat that a place's name leads to. ``seat`` is None for a place that must not lead to one."""

    name: str
    kind: str
    seat: str | None
    seat_2010: str | None
    share: float | None


class Catalogue:
    """Look-ups by name, remembered for as long as the program runs."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, list[Name]] = {}
        self.following = lru_cache(maxsize=8192)(self._following)
        self.polls = lru_cache(maxsize=4096)(self._polls)
        self.person = lru_cache(maxsize=8192)(self._person)
        self.first_general = lru_cache(maxsize=1024)(self._first_general)
        self.last_general = lru_cache(maxsize=1024)(self._last_general)
        self.most_candidates = lru_cache(maxsize=1024)(self._most_candidates)
        self.lone_stands = lru_cache(maxsize=1024)(self._lone_stands)
        self.regions = lru_cache(maxsize=1024)(self._regions)
        self.largest = lru_cache(maxsize=64)(self._largest)
        self.won_in = lru_cache(maxsize=1024)(self._won_in)
        self.candidates_of = lru_cache(maxsize=256)(self._candidates_of)
        self.stood_in = lru_cache(maxsize=1024)(self._stood_in)
        self.places = lru_cache(maxsize=1024)(self._places)
        self.counts_as = lru_cache(maxsize=1)(self._counts_as)
        self.referendums = lru_cache(maxsize=1)(self._referendums)
        self.speakers = lru_cache(maxsize=1)(self._speakers)
        self.quoted_people = lru_cache(maxsize=1)(self._quoted_people)
        self.stated = lru_cache(maxsize=1)(self._stated)
        self.quoted = lru_cache(maxsize=1)(self._quoted)
        self.said_by = lru_cache(maxsize=64)(self._said_by)

    def lookup(self, keys: Iterable[str]) -> dict[str, list[Name]]:
        """Names by exact folded key; keys that name nothing are left out."""
        known, found, missing = self._known, {}, []
        for key in keys:
            names = known.get(key)
            if names:
                found[key] = names
            elif names is None:
                missing.append(key)
        if missing:
            found |= self._fetched(missing)
        return found

    def _following(self, word: str) -> frozenset[str]:
        """The second words of the names that begin with a folded word."""
        # "!" is the sign behind the space: between the two lies all that goes on from the word
        rows = self._store.fetch("SELECT key FROM names WHERE key >= ? AND key < ?", (f"{word} ", f"{word}!"))
        return frozenset(key.split(" ", 2)[1] for (key,) in rows)

    def _fetched(self, keys: Sequence[str]) -> dict[str, list[Name]]:
        """Names by keys that were not asked for before."""
        wanted = tuple(dict.fromkeys(keys))
        if len(self._known) + len(wanted) > _REMEMBERED:
            self._known.clear()
        self._known.update((key, []) for key in wanted)
        rows = self._store.fetch(
            f"SELECT key, kind, ref, form, label FROM names WHERE key IN ({marks(wanted)})", wanted
        )
        for row in rows:
            self._known[row[0]].append(Name._make(row))
        return {key: names for key in wanted if (names := self._known[key])}

    def seat_names(self) -> list[Name]:
        """Every name of every seat."""
        rows = self._store.fetch("SELECT key, kind, ref, form, label FROM names WHERE kind = 'seat'")
        return [Name._make(row) for row in rows]

    def keys(self, kind: str) -> set[str]:
        """Every folded name of a kind; of people, full names only."""
        rows = self._store.fetch("SELECT DISTINCT key FROM names WHERE kind = ? AND form <> 'surname'", (kind,))
        return {key for (key,) in rows}

    def words(self, kinds: Sequence[str]) -> set[str]:
        """Every single word of the names of these kinds; of people, full names only."""
        rows = self._store.fetch(
            f"SELECT DISTINCT key FROM names WHERE kind IN ({marks(kinds)}) AND form <> 'surname'", tuple(kinds)
        )
        return {word for (key,) in rows for word in key.split()}

    def winners_families(self) -> set[str]:
        """Folded surnames of everybody who won a contest held."""
        rows = self._store.fetch(
            "SELECT DISTINCT n.key FROM names n JOIN contest_facts k ON k.winner_person = n.ref"
            " WHERE n.kind = 'person' AND n.form = 'surname'"
        )
        return {key for (key,) in rows}

    def _polls(self, seat: str) -> tuple[tuple[date, ElectionKind], ...]:
        rows = self._store.fetch(
            "SELECT date, kind FROM contest_facts WHERE seat = ? AND kind <> 'notional' ORDER BY date", (seat,)
        )
        return tuple((date.fromisoformat(day), ElectionKind(kind)) for day, kind in rows)

    def cards(self, people: Iterable[str]) -> list[PersonCard]:
        """The people of these ids, without those of nobody."""
        return [card for card in map(self.person, people) if card]

    def _person(self, person: str) -> PersonCard | None:
        rows = self._store.fetch("SELECT id, name, family, gender FROM people WHERE id = ?", (person,))
        if not rows:
            return None
        stands = self._store.fetch(
            "SELECT seat, date, kind, party, elected FROM candidacy_facts WHERE person = ? ORDER BY date", (person,)
        )
        held = tuple(Stand(s, date.fromisoformat(d), ElectionKind(k), p, bool(e)) for s, d, k, p, e in stands)
        return PersonCard(rows[0][0], rows[0][1], rows[0][2], held, rows[0][3])

    def _last_general(self, party: str) -> date | None:
        rows = self._store.fetch(
            "SELECT max(date) FROM totals WHERE party = ? AND kind = 'general' AND area = 'united-kingdom'"
            # one that only lost what it had held did not stand any more
            " AND (votes IS NOT NULL OR seats > 0)",
            (party,),
        )
        return date.fromisoformat(rows[0][0]) if rows and rows[0][0] else None

    def seats_in(self, area: str, year: int) -> int | None:
        """Seats of an area at the general election of a year."""
        rows = self._store.fetch(
            "SELECT seats FROM area_facts WHERE area = ? AND election LIKE ? AND election NOT LIKE '%notional%'",
            (area, f"parl.{year}-%"),
        )
        return rows[-1][0] if rows else None

    def lies_in(self, seat: str, areas: Sequence[str], year: int) -> bool:
        """Whether the contests of a seat in a year were held in one of some areas; in the whole country all were."""
        where = Conjunction()
        where.within("k", areas)
        clause = where.clause()
        sql = f"SELECT 1 FROM contest_facts k WHERE k.seat = ? AND k.date LIKE ? AND {clause.sql}"
        return bool(self._store.fetch(sql, (seat, f"{year}-%", *clause.params)))

    def _first_general(self, party: str) -> date | None:
        rows = self._store.fetch(
            "SELECT min(date) FROM totals WHERE party = ? AND kind = 'general' AND area = 'united-kingdom'", (party,)
        )
        return date.fromisoformat(rows[0][0]) if rows and rows[0][0] else None

    def _most_candidates(self, party: str) -> int:
        rows = self._store.fetch(
            "SELECT max(candidates) FROM totals WHERE party = ? AND kind = 'general' AND area = 'united-kingdom'",
            (party,),
        )
        return (rows[0][0] if rows else None) or 0

    def _lone_stands(self, party: str) -> tuple[Stand, ...]:
        """Where a party stood at the general elections at which it had but one candidate."""
        rows = self._store.fetch(
            "SELECT f.seat, f.date, f.kind, f.party, f.elected FROM totals t"
            " JOIN candidacy_facts f ON f.party = t.party AND f.election = t.election"
            " WHERE t.party = ? AND t.area = 'united-kingdom' AND t.kind = 'general' AND t.candidates = 1"
            " ORDER BY f.date",
            (party,),
        )
        return tuple(Stand(s, date.fromisoformat(d), ElectionKind(k), p, bool(e)) for s, d, k, p, e in rows)

    def won_at(self, seat: str | None, day: date | None) -> WonContest | None:
        """Who won the contest of a seat on a day; None where it had none, or either is not known."""
        return next((won for won in self.won_in(seat) if won.date == day), None) if seat and day else None

    def _won_in(self, seat: str) -> tuple[WonContest, ...]:
        rows = self._store.fetch(
            "SELECT date, kind, winner_party, winner_person, majority, seats FROM contest_facts"
            " WHERE seat = ? AND kind <> 'notional' ORDER BY date",
            (seat,),
        )
        return tuple(
            WonContest(date.fromisoformat(day), ElectionKind(kind), party, person, majority, members)
            for day, kind, party, person, majority, members in rows
        )

    def _regions(self, seat: str) -> frozenset[str]:
        """The nations and regions that a seat lies in, or lay in."""
        rows = self._store.fetch("SELECT DISTINCT nation, region FROM contest_facts WHERE seat = ?", (seat,))
        return frozenset(area for row in rows for area in row if area)

    def _largest(self, day: date) -> str | None:
        """The party that won most seats at the general election of a day."""
        rows = self._store.fetch(
            "SELECT party FROM totals WHERE date = ? AND kind = 'general' AND area = 'united-kingdom'"
            " ORDER BY seats DESC LIMIT 1",
            (day.isoformat(),),
        )
        return rows[0][0] if rows else None

    def _stood_in(self, seat: str) -> tuple[Stand, ...]:
        rows = self._store.fetch("SELECT DISTINCT date, kind, party FROM candidacy_facts WHERE seat = ?", (seat,))
        return tuple(
            Stand(seat, date.fromisoformat(day), ElectionKind(kind), party, False) for day, kind, party in rows
        )

    def _candidates_of(self, seat: str) -> tuple[str, ...]:
        """Everybody held by name who ever stood in a seat."""
        rows = self._store.fetch(
            "SELECT DISTINCT person FROM candidacy_facts WHERE seat = ? AND person IS NOT NULL ORDER BY person", (seat,)
        )
        return tuple(person for (person,) in rows)

    def _places(self, name: str) -> tuple[PlaceSeat, ...]:
        rows = self._store.fetch("SELECT name, kind, seat, seat_2010, share FROM places WHERE name = ?", (name,))
        return tuple(PlaceSeat(*row) for row in rows)

    def _counts_as(self) -> dict[str, str]:
        return dict(self._store.fetch("SELECT id, counts_as FROM parties WHERE counts_as IS NOT NULL"))

    def _referendums(self) -> tuple[ReferendumName, ...]:
        rows = self._store.fetch("SELECT id, date, area, names FROM referendums ORDER BY date")
        areas: dict[str, list[str]] = {}
        for referendum, area in self._store.fetch("SELECT DISTINCT referendum, area FROM referendum_counts"):
            areas.setdefault(referendum, []).append(area)
        return tuple(
            ReferendumName(
                id=row[0],
                day=date.fromisoformat(row[1]),
                area=row[2],
                names=tuple(fold(name) for name in json.loads(row[3])),
                areas=tuple(areas.get(row[0], ())),
            )
            for row in rows
        )

    def _speakers(self) -> tuple[tuple[str, str | None], ...]:
        """Who is quoted: the name and the person id where one is held."""
        rows = self._store.fetch("SELECT DISTINCT speaker, person FROM quotes")
        return tuple((name, person) for name, person in rows)

    def _quoted_people(self) -> frozenset[str]:
        """The ids of everybody held as a person of whom words are held."""
        return frozenset(person for _, person in self.speakers() if person)

    def _stated(self) -> tuple[frozenset[str], ...]:
        """The stems of the words of every stated record: what it says, who stated it and what it is about."""
        rows = self._store.fetch("SELECT statement, stated_by, about FROM claims")
        told = (" ".join((statement, by, *json.loads(about or "[]"))) for statement, by, about in rows)
        return tuple(map(stems, told))

    def _quoted(self) -> tuple[str, ...]:
        """The folded words of every quotation, as one source or another prints them, a blank on either side."""
        rows = self._store.fetch("SELECT words, also_printed_as FROM quotes")
        printed = (text for words, also in rows for text in (words, *json.loads(also or "[]")))
        return tuple(f" {fold(text)} " for text in printed)

    def _said_by(self, person: str) -> tuple[frozenset[str], ...]:
        """The words of each quotation of a person, folded."""
        rows = self._store.fetch("SELECT words, also_printed_as FROM quotes WHERE person = ?", (person,))
        return tuple(frozenset(fold(" ".join((words, *json.loads(also or "[]")))).split()) for words, also in rows)
