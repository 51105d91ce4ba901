"""Members of the House of Commons since 1918: their people, names and unbroken spells for a seat and party."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, replace
from datetime import date, timedelta

from knowledge.importers.base import Pack
from knowledge.importers.history_context import History
from knowledge.importers.history_files import MEMBERS_SOURCE, Term
from knowledge.importers.history_parties import counting_party, parties, party_id
from knowledge.models.parties import NameKind, PersonName, Spell
from knowledge.models.sources import PackInfo

_LONGEST_CAMPAIGN = timedelta(days=60)
"""A gap between dissolution and polling day that does not interrupt a spell."""
_DISSOLUTION = "dissolution of parliament"
_CAUSES = {
    "death in office": "death",
    _DISSOLUTION: "dissolution",
    "declared elected after an election petition": "election petition",
}


@dataclass(frozen=True, slots=True)
class _Stay:
    """One or more terms joined: the same person, seat and party without a break."""

    person: str
    seat: str
    constituency: str
    parties: tuple[str, ...]
    start: date
    end: date | None
    began: str
    cause: str


def members_pack(
    history: History, held_parties: Iterable[str], held_names: Set[tuple[str, str]], extra_parties: Iterable[str]
) -> Pack:
    """The pack of spells, people and names, and of the parties used there or in ``extra_parties``.

    ``held_parties`` are ids, ``held_names`` pairs of person and name, that other packs hold.
    """
    rows = spells(history)
    labels = {party_id(term.party, term.start): term.party for term in history.terms}
    used = {row.party for row in rows} | set(extra_parties)
    return Pack(
        PackInfo(
            id="members",
            title="Members of the House of Commons since 1918",
            licence=MEMBERS_SOURCE.licence,
            as_of=MEMBERS_SOURCE.as_of,
            about=(
                "Who sat for which seat and party, from when to when, written by `hustings knowledge import`. "
                "A spell runs on through general elections while seat and party stay the same."
            ),
        ),
        (MEMBERS_SOURCE,),
        {
            "spells": rows,
            "people": history.people.rows(),
            "person_names": list(_names(history, held_names)),
            "parties": parties(used, labels, held_parties, MEMBERS_SOURCE.id),
        },
    )


def spells(history: History) -> list[Spell]:
    """Every spell, in order of seat and start; members returned since the table was made come from the results."""
    stays = [stay for stay in _stays(history) if stay.end is None or stay.end > stay.start]
    rows = [
        Spell(
            person=history.people.id(stay.person),
            constituency=stay.constituency,
            party=_party(stay.parties),
            start=stay.start,
            end=stay.end,
            start_cause=stay.began,
            end_cause=_CAUSES.get(stay.cause, stay.cause) or None,
            source=MEMBERS_SOURCE.id,
        )
        for stay in stays
    ]
    return sorted(_brought_up_to_date(rows, history), key=lambda row: (row.constituency, row.start, row.person))


def _stays(history: History) -> Iterator[_Stay]:
    by_person: dict[str, list[Term]] = defaultdict(list)
    for term in history.terms:
        by_person[term.person].append(term)
    for terms in by_person.values():
        # Four members of 1918 sat for two seats at once: each seat is joined for itself.
        by_seat: dict[str, list[_Stay]] = defaultdict(list)
        for term, ended in zip(terms, ["", *(t.cause for t in terms)], strict=False):
            stay = _stay(term, history, ended)
            known = by_seat[stay.seat]
            if known and _goes_on(known[-1], stay):
                known[-1] = _joined(known[-1], stay)
            else:
                known.append(stay)
        for known in by_seat.values():
            yield from _clipped(known)


def _stay(term: Term, history: History, ended: str) -> _Stay:
    row = history.seats.constituency(term.constituency, term.start)
    return _Stay(
        person=term.person,
        seat=row.seat,
        constituency=row.id,
        parties=(party_id(term.party, term.start),),
        start=term.start,
        end=term.end,
        began=_beginning(term, ended),
        cause=term.cause,
    )


def _beginning(term: Term, ended: str) -> str:
    if term.election.endswith("general election"):
        return "general election"
    if term.by_election:
        return "by-election"
    if "petition" in term.election:
        return "election petition"
    return "election as Speaker" if term.party.startswith("Speaker") else ended or "change of party"


def _goes_on(before: _Stay, after: _Stay) -> bool:
    if before.end is None or counting_party(before.parties[-1]) != counting_party(after.parties[0]):
        return False
    gap = after.start - before.end
    return gap <= timedelta(0) or (before.cause == _DISSOLUTION and gap <= _LONGEST_CAMPAIGN)


def _joined(before: _Stay, after: _Stay) -> _Stay:
    return replace(before, end=after.end, cause=after.cause, parties=(*before.parties, *after.parties))


def _clipped(stays: list[_Stay]) -> Iterator[_Stay]:
    """The stays in one seat, none beyond the start of the next: dates of a change differ by a day here and there."""
    for stay, following in zip(stays, [*stays[1:], None], strict=True):
        overlaps = following is not None and (stay.end is None or stay.end > following.start)
        yield replace(stay, end=following.start) if overlaps and following else stay


def _party(held: tuple[str, ...]) -> str:
    """The party of a spell: the one throughout, else the one that counts them all (Labour and Labour Co-operative)."""
    return held[0] if len(set(held)) == 1 else counting_party(held[0])


def _brought_up_to_date(rows: list[Spell], history: History) -> Iterator[Spell]:
    """The spells with by-elections held after the members' table was made.

    The day on which such a seat fell vacant is not held: its last member's spell ends with the writ.
    """
    later = [row for row in history.elected if ".by." in row.contest and row.day > MEMBERS_SOURCE.as_of]
    # A spell may have begun on earlier boundaries: the seat's slug joins it with the vacancy.
    vacated = {row.constituency.partition(".")[0]: row for row in later}
    for spell in rows:
        vacancy = vacated.get(spell.constituency.partition(".")[0]) if spell.end is None else None
        if vacancy is None:
            yield spell
        else:
            yield spell.model_copy(update={"end": vacancy.writ, "end_cause": "vacated by the date of the writ"})
    for row in later:
        yield Spell(
            person=row.person,
            constituency=row.constituency,
            party=row.party,
            start=row.day,
            start_cause="by-election",
            source=MEMBERS_SOURCE.id,
        )


def _names(history: History, held: Set[tuple[str, str]]) -> Iterator[PersonName]:
    for wikidata in history.people.wikidata_ids():
        for name in history.people.other_names(wikidata):
            if (history.people.id(wikidata), name) in held:
                continue
            yield PersonName(
                person=history.people.id(wikidata), name=name, kind=NameKind.NAME, source=MEMBERS_SOURCE.id
            )
