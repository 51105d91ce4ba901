"""National and regional totals: seats, votes, shares, swing, beside the general election before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from knowledge.facts.totals import AreaFact, ElectionTotals, NationalSwing, PartyTotalFact, TotalsFacts
from knowledge.models.elections import ElectionKind
from knowledge.queries.clause import marks
from knowledge.queries.general import GeneralElection, before, general_elections, meant
from knowledge.queries.named_seats import with_named_seats
from knowledge.queries.national_swing import national_swing
from knowledge.queries.party_lines import forerunners, relatives
from knowledge.queries.women import with_women
from knowledge.query import Measure, Totals

if TYPE_CHECKING:
    from knowledge.store.store import Store

UNITED_KINGDOM = "united-kingdom"
GREAT_BRITAIN = "great-britain"
APART = frozenset({"speaker", "others", "independent"})
"""Rows that are no party of their own: never "the largest party" while a party has as many seats."""

_OF_ALL = frozenset({Measure.SWING, Measure.MAJORITY, Measure.COMMONS_MAJORITY})
"""Measures told with a table of all parties, whichever was asked for."""

SMALL = 0.002
"""Parties below this share of the vote and without a seat are only counted, unless they are asked for."""

_TOTALS = """
select election, area, party, date, votes, share, seats, candidates, deposits_lost, seconds, gains, losses,
       worked_out, source
from totals where election in ({elections}) and area in ({areas}) and (seats > 0 or {condition})
order by election, area
"""
_AREAS = """
select election, area, electorate, valid_votes, invalid_votes, turnout, seats, candidates, worked_out, source,
       women_elected, deposits_lost,
       (select count(*) from totals t where t.election = a.election and t.area = a.area)
from area_facts a where election in ({elections}) and area in ({areas})
"""

_NAMES = tuple(field.name for field in fields(PartyTotalFact))
_OWN = attrgetter(*_NAMES[: _NAMES.index("seats_before")])
"""What a row says of its own election: copied so in half the time that ``dataclasses.replace`` takes."""

Rows = Mapping[tuple[str, str], tuple[PartyTotalFact, ...]]
"""Party totals by election and area."""


def run_totals(store: Store, query: Totals) -> TotalsFacts:
    """Totals of every general election and area that ``query`` selects."""
    held = general_elections(store)
    chosen = meant(query.where.when, held)
    areas = query.where.areas or (UNITED_KINGDOM,)
    found = totals_of(store, held, chosen, query)
    if len(found) == 1 and found[0].selected:
        found = (with_named_seats(store, found[0], query.measures),)
    return TotalsFacts(
        elections=found,
        held=tuple(e.day for e in held if e.kind is ElectionKind.GENERAL),
        areas=areas,
    )


def totals_of(
    store: Store,
    held: Sequence[GeneralElection],
    chosen: Sequence[GeneralElection],
    query: Totals,
    *,
    alone: bool = False,
    seated: bool = False,
    every: bool = False,
) -> tuple[ElectionTotals, ...]:
    """``chosen`` elections in the areas of ``query``, each beside the one before it in ``held``.

    ``alone``: without that, and without the parties' ranks, for measures that need neither. ``seated``: only of parties
    with a seat and those asked for. ``every``: of the smallest as well.
    """
    if not chosen:
        return ()
    areas = query.where.areas or (UNITED_KINGDOM,)
    wanted = (*areas, GREAT_BRITAIN) if Measure.SWING in query.measures else areas
    earlier = {e.id: None if alone else before(e, held) for e in chosen}
    # A notional result of the election before: the same votes counted on the new boundaries.
    notional = {e.day: e.id for e in held if e.kind is ElectionKind.NOTIONAL}
    base_ids = [e.id for e in earlier.values() if e is not None]
    base_ids += [notional[e.day] for e in earlier.values() if e is not None and e.day in notional]
    now = {e.id for e in chosen}
    asked = (*query.where.parties, *relatives(query.where.parties))
    rows = dict(party_totals(store, now, wanted, asked, large=not seated, every=every))
    compared = {p.party for parties in rows.values() for p in parties}
    compared |= {earlier for party in compared for earlier in forerunners(party)}
    rows |= dict(party_totals(store, set(base_ids) - now, wanted, tuple(compared), large=False))
    facts = area_facts(store, now | set(base_ids), wanted)
    names = store.once(_region_names)
    found = []
    for area in areas:
        for election in chosen:
            if (election.id, area) in rows:
                base = earlier[election.id]
                compare = _Compared(rows, facts, election, base, notional.get(base.day) if base else None, alone=alone)
                found.append(compare.totals(area, names.get(area, area), query))
    if len(found) == 1:
        found = [_counted_in(store, _with_joined(store, found[0]))]
    if Measure.COMMONS_MAJORITY in query.measures:
        found = _with_published_majority(store, found)
    if Measure.WOMEN in query.measures or query.where.gender is not None:
        return tuple(with_women(store, each, by_party=bool(query.where.parties)) for each in found)
    return tuple(found)


def _region_names(store: Store) -> dict[str, str]:
    """The name of each area by its id."""
    return {row[0]: row[1] for row in store.fetch("select id, name from regions")}


def _with_joined(store: Store, totals: ElectionTotals) -> ElectionTotals:
    """Parties asked for, with those that are counted with them and did stand at this election."""
    parties = tuple(p.party for p in totals.selected)
    members = store.fetch(
        "select distinct c.party, c.other_party from candidacy_rows c where c.other_party is not null"
        f" and c.election_id = (select e.rowid from elections e where e.id = ?) and c.party in ({marks(parties)})",
        (totals.election, *parties),
    )
    joined = {p.party: tuple(row[1] for row in members if row[0] == p.party) for p in totals.selected}
    return replace(totals, selected=tuple(replace(p, joined=joined[p.party]) for p in totals.selected))


def _counted_in(store: Store, totals: ElectionTotals) -> ElectionTotals:
    """Parties without a row whose members, or those of an older party of their name, are counted with another's."""
    if not totals.missing:
        return totals
    rows = store.fetch(
        "select i.value, t.party from party_totals t join json_each(t.including) i"
        f" where t.election = ? and t.area = ? and i.value in ({marks(totals.missing)})",
        (totals.election, totals.area, *totals.missing),
    )
    named = store.fetch(
        "select distinct p.id, r.party from parties p join parties q on q.plural = p.plural and q.counts_as is not null"
        " join candidacy_rows r on r.other_party = q.id and r.party = q.counts_as"
        f" where p.id in ({marks(totals.missing)}) and r.election_id = (select rowid from elections where id = ?)",
        (*totals.missing, totals.election),
    )
    return replace(totals, counted_in=tuple((row[0], row[1]) for row in (*rows, *named)))


def _with_published_majority(store: Store, found: list[ElectionTotals]) -> list[ElectionTotals]:
    elections = [each.election for each in found]
    rows = store.fetch(
        f"select election, majority, prime_minister from governments where election in ({marks(elections)})"
        " and majority is not null order by formed desc",
        elections,
    )
    # The first government formed after an election is the one that its majority is given for.
    published: dict[str, tuple[int, str]] = {row[0]: (row[1], row[2]) for row in rows}
    # It is that of the house: of the seats of a nation or region nobody governs.
    none = (None, None)
    told = [(each, *(published.get(each.election, none) if each.area == UNITED_KINGDOM else none)) for each in found]
    return [replace(each, published_majority=size, prime_minister=led) for each, size, led in told]


def party_totals(
    store: Store,
    elections: Iterable[str],
    areas: Iterable[str],
    parties: Sequence[str],
    *,
    large: bool = True,
    every: bool = False,
) -> Rows:
    """Rows of ``totals`` by election and area, in the order in which parties are listed.

    Of parties with a seat, of ``parties``, and of all that are not small where ``large``; of all where ``every``.
    """
    elections, areas = tuple(elections), tuple(areas)
    if not elections:
        return {}
    conditions = [f"party in ({marks(parties)})"] if parties else []
    conditions += [f"share >= {SMALL} or share is null"] if large else []
    conditions += ["1"] if every else []
    sql = _TOTALS.format(elections=marks(elections), areas=marks(areas), condition=" or ".join(conditions) or "0")
    found = store.fetch(sql, (*elections, *areas, *parties))
    return {key: _ordered(group) for key, group in groupby(found, key=lambda row: (row[0], row[1]))}


def area_facts(store: Store, elections: Iterable[str], areas: Iterable[str]) -> Mapping[tuple[str, str], AreaFact]:
    """The rows of ``area_facts`` by election and area."""
    elections, areas = tuple(elections), tuple(areas)
    sql = _AREAS.format(elections=marks(elections), areas=marks(areas))
    return {
        (row[0], row[1]): AreaFact(*(*row[1:8], bool(row[8]), *row[9:13]))
        for row in store.fetch(sql, (*elections, *areas))
    }


@dataclass(frozen=True, slots=True)
class _Compared:
    """An election's rows beside those of the one before."""

    rows: Rows
    facts: Mapping[tuple[str, str], AreaFact]
    election: GeneralElection
    base: GeneralElection | None
    notional: str | None
    """Id of the notional result of ``base`` on the boundaries of ``election``."""
    alone: bool
    """Whether neither what was before nor the parties' ranks matter."""

    def totals(self, area: str, area_name: str, query: Totals) -> ElectionTotals:
        """The election in one area."""
        whole = not _OF_ALL.isdisjoint(query.measures)
        asked_for = () if whole else (*query.where.parties, *relatives(query.where.parties))
        parties = self._with_before(area, asked_for)
        by_id = {p.party: p for p in parties}
        facts = self.facts.get((self.election.id, area))
        earlier = self.facts.get((self.base.id, area)) if self.base else None
        if facts is not None and earlier is not None:
            facts = replace(facts, turnout_before=earlier.turnout)
        asked = [(p, _of_line(p, by_id, query)) for p in query.where.parties]
        return ElectionTotals(
            election=self.election.id,
            name=self.election.name,
            kind=self.election.kind,
            day=self.election.day,
            area=area,
            area_name=area_name,
            parties=parties,
            selected=tuple(found for _, found in asked if found is not None),
            missing=tuple(p for p, found in asked if found is None),
            pooled="others" in by_id,
            facts=facts,
            before=self.base.name if self.base and (self.base.id, area) in self.rows else None,
            notional=any(p.seats_notional is not None for p in parties),
            swing=self._swing(area, query) if Measure.SWING in query.measures else None,
        )

    def _with_before(self, area: str, asked: Collection[str]) -> tuple[PartyTotalFact, ...]:
        """The rows, those asked for (all where none is) with their rank and what they had before."""
        now = self.rows[self.election.id, area]
        if self.alone:
            return now
        ranks = {p.party: n for n, p in enumerate(sorted(now, key=lambda p: -(p.votes or 0)), 1)}
        then_rows = self.rows.get((self.base.id, area), ()) if self.base else ()
        then = {p.party: p for p in then_rows}
        mapped = {p.party: p for p in self.rows.get((self.notional, area), ())} if self.notional else {}
        standing, stood = ({p.party for p in rows if _stood(p)} for rows in (now, then_rows))
        found = []
        for p in now:
            if asked and p.party not in asked:
                found.append(p)
                continue
            gone = (f for f in forerunners(p.party) if p.party not in stood and f in stood and f not in standing)
            found.append(_beside(p, then, mapped, ranks, next(gone, None)))
        return tuple(found)

    def _swing(self, area: str, query: Totals) -> NationalSwing | None:
        if self.base is None:
            return None
        # National swing is by custom that of Great Britain, where the same parties stand everywhere.
        places = (area,) if query.where.areas else (GREAT_BRITAIN, area)
        for place in places:
            now, then = self.rows.get((self.election.id, place), ()), self.rows.get((self.base.id, place), ())
            swing = national_swing(place, self.base.day, now, then, query.where.parties)
            if swing is not None:
                return swing
        return None


def _beside(
    now: PartyTotalFact,
    then: Mapping[str, PartyTotalFact],
    mapped: Mapping[str, PartyTotalFact],
    ranks: Mapping[str, int],
    forerunner: str | None,
) -> PartyTotalFact:
    """A party's row with what it, or its ``forerunner``, had before, on the boundaries of then and (``mapped``) now."""
    before = then.get(forerunner or now.party)
    values: tuple[Any, ...] = (
        *_OWN(now),
        _seats(before, bool(then)),
        before.votes if before is not None else None,
        before.share if before is not None else None,
        _seats(mapped.get(now.party), bool(mapped)),
        ranks[now.party] if (now.share or 0) >= SMALL and now.party not in APART else None,
    )
    return replace(PartyTotalFact(*values), before_as=forerunner)


def _of_line(party: str, rows: Mapping[str, PartyTotalFact], query: Totals) -> PartyTotalFact | None:
    """The party's row; where it has none, that of its forerunner or successor, unless that was asked for beside it."""
    own = rows.get(party)
    if own is not None and _stood(own):
        return own
    others = [rows[p] for p in relatives([party]) if p in rows and _stood(rows[p]) and p not in query.where.parties]
    found = max(others, key=lambda p: p.votes or 0, default=None)
    return own if found is None else replace(found, asked_as=party)


def _stood(total: PartyTotalFact) -> bool:
    """Whether a party had votes or seats, rather than only lost those it had before."""
    return total.votes is not None or bool(total.seats or total.candidates)


def _seats(total: PartyTotalFact | None, held: bool) -> int | None:
    """Seats of a row; none for a party without one where the others are held."""
    if total is not None:
        return total.seats
    return 0 if held else None


def _ordered(rows: Iterable[tuple[Any, ...]]) -> tuple[PartyTotalFact, ...]:
    totals = [
        PartyTotalFact(*(row[0], date.fromisoformat(row[3]), *row[1:3], *row[4:12], bool(row[12]), row[13]))
        for row in rows
    ]
    return tuple(sorted(totals, key=lambda t: (t.party in APART, -(t.seats or 0), -(t.votes or 0), t.party)))
