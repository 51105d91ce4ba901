"""Members' times in one seat, worked out from its contests and refined by the members' table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from knowledge.facts.contests import ContestFact
from knowledge.facts.seats import SeatRef, Tenure, Vacancy, Winner, Won
from knowledge.fold import fold

_STAYED = ("dissolution", "party", "merger", "floor", "independent", "speaker", "ministerial")
"""Words of causes that end a row of the members' table but not the member's time for the seat."""

_AT_THE_POLL = timedelta(days=7)
"""Members' times begin and end within a few days of the poll in some sources; that is no vacancy."""


@dataclass(frozen=True, slots=True)
class MemberSpell:
    """A row of the members' table for the seat."""

    person: str
    name: str | None
    party: str
    start: date
    end: date | None
    end_cause: str | None
    source: str


@dataclass(slots=True)
class _Sitting:
    """A member who has not been replaced yet, while the contests are gone through."""

    winner: Winner
    won: list[ContestFact] = field(default_factory=list)
    moves: list[tuple[date, str]] = field(default_factory=list)

    def elected(self, winner: Winner, contest: ContestFact) -> None:
        """Take in another election, perhaps for another party than before."""
        party = self.moves[-1][1] if self.moves else self.winner.party
        if winner.party != party:
            self.moves.append((contest.date, winner.party))
        self.won.append(contest)


def tenures_of(ref: SeatRef, won: Sequence[Won], spells: Sequence[MemberSpell], held_from: date) -> tuple[Tenure, ...]:
    """The members of the seat in order of their first election; ``held_from`` is the first election of all held."""
    found = [_refined(tenure, spells) for tenure in _from_contests(ref, won, held_from)]
    return tuple(sorted(_with_seated(ref, found, spells), key=lambda tenure: (tenure.start, tenure.name)))


def vacancies_of(ref: SeatRef, tenures: Sequence[Tenure]) -> tuple[Vacancy, ...]:
    """The times without a member that are known: a member left, and nobody was elected until later."""
    found = []
    for tenure in tenures:
        if tenure.end is None or not tenure.end_known:
            continue
        filled = tenure.closed_by
        until = filled.date if filled else _next_start(tenure, tenures) or ref.abolished
        if tenure.end == until:
            continue
        name = filled.winner_name if filled else None
        found.append(Vacancy(after=tenure, start=tenure.end, end=until, filled_by=filled, filled_name=name))
    return tuple(found)


def _next_start(tenure: Tenure, tenures: Sequence[Tenure]) -> date | None:
    assert tenure.end is not None, "only asked of times that ended"
    return min((t.start for t in tenures if t is not tenure and t.start >= tenure.end), default=None)


def _with_seated(ref: SeatRef, tenures: list[Tenure], spells: Sequence[MemberSpell]) -> list[Tenure]:
    """``tenures`` with members whom no contest elected but an election court seated; who sat until then ends there."""
    for spell in spells:
        before = ref.created is not None and spell.start < ref.created - _AT_THE_POLL
        after = ref.abolished is not None and spell.start >= ref.abolished
        if before or after or any(_sits_at(tenure, spell) for tenure in tenures):
            continue
        sat = [t for t in tenures if t.covers(spell.start, spell.start) and t.person != spell.person]
        later = next((t for t in tenures if t.person == spell.person and _within(t.start, spell)), None)
        if later is not None:
            seated = replace(later, start=spell.start)
        else:
            ends = [each.start for each in tenures if each.start > spell.start]
            closing = next((t.closed_by for t in tenures if t.closed_by and t.closed_by.date > spell.start), None)
            seated = _seated(ref, spell, min([spell.end or date.max, *ends]), closing)
        cut = [replace(t, end=spell.start, end_known=True, closed_by=None, end_cause="election petition") for t in sat]
        # Whoever was unseated shortly before is not followed by the election that ended the seated member's time.
        unseated = [t for t in tenures if _unseated_before(t, spell.start)]
        cut += [replace(t, closed_by=None) for t in unseated]
        gone = [*sat, *unseated, *([later] if later else [])]
        tenures = [*(t for t in tenures if t not in gone), *cut, seated]
    return tenures


def _unseated_before(tenure: Tenure, day: date) -> bool:
    """Whether a member left by ``day`` and the election that followed came only after it."""
    return tenure.end is not None and tenure.closed_by is not None and tenure.end <= day < tenure.closed_by.date


def _sits_at(tenure: Tenure, spell: MemberSpell) -> bool:
    """Whether a time in the seat is known already to have begun by when the row of the table does."""
    return tenure.person == spell.person and tenure.covers(spell.start, spell.start + _AT_THE_POLL)


def _within(day: date, spell: MemberSpell) -> bool:
    return spell.start <= day and (spell.end is None or day <= spell.end)


def _seated(ref: SeatRef, spell: MemberSpell, end: date, closed_by: ContestFact | None) -> Tenure:
    return Tenure(
        person=spell.person,
        name=spell.name or "a member whose name is not held",
        seat=ref.seat,
        seat_name=ref.name,
        party=spell.party,
        start=spell.start,
        end=None if end == date.max else end,
        end_cause=spell.end_cause,
        won=(),
        closed_by=closed_by,
        table=spell.source,
    )


def _from_contests(ref: SeatRef, won: Sequence[Won], held_from: date) -> Iterator[Tenure]:
    sitting: list[_Sitting] = []
    for each in won:
        for leaving in _leaving(sitting, each):
            sitting.remove(leaving)
            yield _tenure(ref, leaving, each.contest.date, each.contest, held_from)
        for winner in each.winners:
            member = next((s for s in sitting if _same(s.winner, winner)), None)
            if member is None:
                member = _Sitting(winner)
                sitting.append(member)
            member.elected(winner, each.contest)
    for member in sitting:
        yield _tenure(ref, member, ref.abolished, None, held_from)


def _leaving(sitting: Sequence[_Sitting], won: Won) -> list[_Sitting]:
    """Who was replaced: at a general election whoever was not elected again, at a by-election one member."""
    gone = [s for s in sitting if not any(_same(s.winner, winner) for winner in won.winners)]
    if not won.contest.by_election or len(sitting) <= 1:
        return gone
    previous = won.contest.previous_member
    return [s for s in gone if previous is not None and s.winner.person == previous]


def _same(one: Winner, other: Winner) -> bool:
    if one.person is not None and other.person is not None:
        return one.person == other.person
    return one.name is not None and other.name is not None and fold(one.name) == fold(other.name)


def _tenure(ref: SeatRef, member: _Sitting, end: date | None, closed_by: ContestFact | None, held_from: date) -> Tenure:
    first = member.won[0]
    return Tenure(
        person=member.winner.person,
        name=member.winner.name or "a member whose name is not held",
        seat=ref.seat,
        seat_name=first.seat_name,
        party=member.winner.party,
        start=first.date,
        end=end,
        end_cause=closed_by.cause if closed_by else None,
        won=tuple(member.won),
        moves=tuple(member.moves),
        closed_by=closed_by,
        end_known=closed_by is None or not closed_by.by_election,
        start_known=first.date > held_from,
    )


def _refined(tenure: Tenure, spells: Sequence[MemberSpell]) -> Tenure:
    """``tenure`` with the end, its cause and the changes of party that the members' table has for it."""
    latest = tenure.closed_by.date if tenure.closed_by else tenure.end
    own = [
        spell
        for spell in spells
        if spell.person == tenure.person
        and (latest is None or spell.start < latest)
        and (spell.end is None or spell.end > tenure.start)
    ]
    if not own:
        return tenure
    last, moves = own[-1], tuple(_moves(tenure, own))
    if last.end is None or last.end <= tenure.won[-1].date or not _early(last.end_cause, tenure):
        return replace(tenure, moves=moves, table=last.source)
    cause = last.end_cause or tenure.end_cause
    return replace(tenure, moves=moves, table=last.source, end=last.end, end_cause=cause, end_known=True)


def _early(cause: str | None, tenure: Tenure) -> bool:
    """Whether an end that the table gives is a member's leaving, not the dissolution before the next election."""
    followed_by_general = tenure.closed_by is not None and not tenure.closed_by.by_election
    if cause is not None and any(word in cause.casefold() for word in _STAYED):
        return False
    return cause is not None or not (followed_by_general or tenure.closed_by is None)


def _moves(tenure: Tenure, own: Sequence[MemberSpell]) -> Iterator[tuple[date, str]]:
    """Changes of party at elections (from the contests) and between them (from the table), each once."""
    polls = {contest.date for contest in tenure.won}
    between = [(s.start, s.party) for s in own if all(abs(s.start - poll) > _AT_THE_POLL for poll in polls)]
    party = tenure.party
    for since, gone_to in sorted((*tenure.moves, *between)):
        if gone_to != party:
            yield since, gone_to
        party = gone_to
