"""Measures of contests and candidacies, worked out from the rows beside those they are measured against."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.facts.contests import Basis, CandidacyFact, ContestFact, Entry, NoSuchContest, SeatEnd
from knowledge.query import Measure

Value = float | str | bool | None
_ROUNDED = 0.0015
"""Difference of a published change from the exact one that rounding explains."""


@dataclass(frozen=True, slots=True)
class SwingFact:
    """Butler swing between two candidacies: half of the difference between their changes in share."""

    loser: CandidacyFact
    """Whose share changed less well."""
    gainer: CandidacyFact
    loser_change: float
    gainer_change: float

    @property
    def swing(self) -> float:
        """As a fraction, never negative: from ``loser`` to ``gainer``."""
        return (self.gainer_change - self.loser_change) / 2


@dataclass(frozen=True, slots=True)
class Measured:
    """A contest, who of it is measured, and the contest that changes are against."""

    entry: Entry
    subjects: tuple[CandidacyFact, ...]
    """The candidacies asked about; the winner where nobody was named."""
    named: bool
    """Whether the question named them."""
    before: ContestFact | None = None
    before_field: tuple[CandidacyFact, ...] = ()
    basis: Basis | None = None
    pair: tuple[str, ...] = ()
    """The parties named, in order: the swing is between them."""

    @property
    def contest(self) -> ContestFact:
        """The contest."""
        return self.entry.contest

    def of_contest(self, measure: Measure) -> Value:
        """A measure of the contest; ``None`` where not held."""
        contest = self.contest
        match measure:
            case Measure.DECLARED_AT:
                return contest.declared_at.isoformat() if contest.declared_at else None
            case Measure.DATE:
                return contest.date.isoformat()
            case Measure.RESULT:
                return contest.gain
            case Measure.THIRD_MARGIN:
                return self.third_margin
            case Measure.TURNOUT_CHANGE:
                return self.turnout_change
            case Measure.SWING:
                found = self.swing
                return found.swing if found else contest.swing
            case _:
                # Measures of a party in the country have no like in one contest.
                value: Value = getattr(contest, measure.value, None)
                return value

    def of_candidacy(self, measure: Measure, candidacy: CandidacyFact) -> Value:
        """A measure of one candidacy; ``None`` where not held."""
        match measure:
            case Measure.CHANGE:
                return self.change(candidacy)
            case Measure.VOTE_CHANGE:
                return self.vote_change(candidacy)
            case Measure.DEPOSIT:
                return candidacy.deposit_lost
            case _:
                value: Value = getattr(candidacy, measure.value, None)
                return value

    def previous(self, candidacy: CandidacyFact) -> CandidacyFact | None:
        """The same party's candidacy (the same person's, for an independent) in the contest before."""
        same = [c for c in self.before_field if c.party == candidacy.party and not c.pooled]
        if candidacy.person is not None and len(same) > 1:
            same = [c for c in same if c.person == candidacy.person]
        return same[0] if len(same) == 1 else None

    def change(self, candidacy: CandidacyFact) -> float | None:
        """Change in share: as published, else worked out where the party stood before."""
        if candidacy.change is not None:
            return candidacy.change
        before = self.previous(candidacy)
        if before is None or before.share is None or candidacy.share is None or candidacy.party == "independent":
            return None
        return candidacy.share - before.share

    def _unrounded(self, candidacy: CandidacyFact) -> float | None:
        """Change in share, from the shares themselves where they bear the published one out, which may be rounded."""
        change, before = self.change(candidacy), self.previous(candidacy)
        if change is None or before is None or before.share is None or candidacy.share is None:
            return change
        exact = candidacy.share - before.share
        return exact if abs(exact - change) < _ROUNDED else change

    def vote_change(self, candidacy: CandidacyFact) -> int | None:
        """Change in votes, where the party stood before."""
        before = self.previous(candidacy)
        if before is None or before.votes is None or candidacy.votes is None:
            return None
        return candidacy.votes - before.votes

    @property
    def third_margin(self) -> float | None:
        """First less third, as a fraction of the valid votes."""
        shares = {c.position: c.share for c in self.entry.field if not c.pooled}
        first, third = shares.get(1), shares.get(3)
        return None if first is None or third is None else first - third

    @property
    def turnout_change(self) -> float | None:
        """Turnout less that of the contest before."""
        if self.before is None or self.before.turnout is None or self.contest.turnout is None:
            return None
        return self.contest.turnout - self.before.turnout

    @property
    def swing(self) -> SwingFact | None:
        """Between the two parties named, the party named and its rival, or winner and runner-up."""
        sides = self._swing_sides()
        if sides is None:
            return None
        first, second = sides
        one, other = self._unrounded(first), self._unrounded(second)
        if one is None or other is None:
            return None
        if one <= other:
            return SwingFact(first, second, one, other)
        return SwingFact(second, first, other, one)

    def _swing_sides(self) -> tuple[CandidacyFact, CandidacyFact] | None:
        winner, second = self.entry.winner, self.entry.runner_up or self._dispossessed()
        named = [next((c for c in self.entry.field if c.party == p and not c.pooled), None) for p in self.pair]
        if len(named) >= 2:
            one, other = named[0], named[1]
        elif named:
            one = named[0]
            other = second if one is winner else winner
        else:
            one, other = second, winner
        return None if one is None or other is None or one is other else (one, other)

    def _dispossessed(self) -> CandidacyFact | None:
        """The party that the seat was gained from: it stands for the runner-up where the places are not held."""
        lost = self.contest.lost_party
        return next((c for c in self.entry.field if c.party == lost and not c.pooled), None)


@dataclass(frozen=True, slots=True)
class FigureFacts:
    """The contests measured, by date; or why there is none."""

    measured: tuple[Measured, ...]
    missing: NoSuchContest | None = None
    also: tuple[Measured, ...] = ()
    """Other contests told beside the latest: by-elections of the seat, other contests of the person."""
    ended: tuple[SeatEnd, ...] = ()
    never_won: bool = False
    """A majority was asked of somebody who won no contest held."""
