"""National and regional totals of general elections as the queries return them.

Fractions are of one. ``None`` always means *not held*. Party ids are those that count (``labour`` for
``labour-coop``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from knowledge.facts.contests import CandidacyFact
from knowledge.models.elections import ElectionKind
from knowledge.query import Measure

_PARTY_FIELDS: Mapping[Measure, str] = MappingProxyType(
    {
        Measure.SEATS: "seats",
        Measure.VOTES: "votes",
        Measure.VALID_VOTES: "votes",
        Measure.SHARE: "share",
        Measure.CANDIDATES: "candidates",
        Measure.DEPOSITS_LOST: "deposits_lost",
        Measure.DEPOSITS_KEPT: "deposits_kept",
        Measure.GAINS: "gains",
        Measure.LOSSES: "losses",
        Measure.SECONDS: "seconds",
        Measure.WOMEN: "women",
        Measure.SEAT_CHANGE: "seat_change",
        Measure.VOTE_CHANGE: "vote_change",
        Measure.CHANGE: "share_change",
        Measure.VOTES_PER_SEAT: "votes_per_seat",
        Measure.POSITION: "rank",
    }
)


@dataclass(frozen=True, slots=True)
class NamedSeat:
    """A seat behind a total, with who won it."""

    name: str
    winner: str | None
    winner_party: str | None


@dataclass(frozen=True, slots=True)
class PartyTotalFact:
    """A party's total in one area at one general election, beside the one before it."""

    election: str
    day: date
    area: str
    party: str
    votes: int | None
    share: float | None
    seats: int | None
    candidates: int | None
    deposits_lost: int | None
    seconds: int | None
    gains: int | None
    """Seats gained on the published basis; ``losses`` likewise."""
    losses: int | None
    worked_out: bool
    """True where summed from the contests, False where the published total is used."""
    source: str
    women: int | None = None
    """Women elected for it, where asked for and known."""
    seats_before: int | None = None
    """At the previous general election in the same area."""
    votes_before: int | None = None
    share_before: float | None = None
    seats_notional: int | None = None
    """At the previous general election on the boundaries of this one, where they changed."""
    rank: int | None = None
    """Place by votes among the parties of the area."""
    joined: tuple[str, ...] = ()
    """Parties of other names that are counted with it, where it was asked for at one election."""
    won_in: tuple[NamedSeat, ...] = ()
    """The seats won, where they were asked for at one election and are few; the next three likewise."""
    second_in: tuple[NamedSeat, ...] = ()
    gained_in: tuple[NamedSeat, ...] = ()
    lost_in: tuple[NamedSeat, ...] = ()
    stood_in: tuple[CandidacyFact, ...] = ()
    """Its candidacies, where it put up one or two."""
    asked_as: str | None = None
    """The party that was asked for, where that has no row and this is its forerunner or successor."""

    before_as: str | None = None
    """The forerunner whose figures those of the election before are."""

    @property
    def seat_change(self) -> int | None:
        """Seats more (or less) than at the previous general election."""
        return None if self.seats is None or self.seats_before is None else self.seats - self.seats_before

    @property
    def vote_change(self) -> int | None:
        """Votes more (or less) than at the previous general election."""
        return None if self.votes is None or self.votes_before is None else self.votes - self.votes_before

    @property
    def share_change(self) -> float | None:
        """Change of share since the previous general election, as a fraction."""
        return None if self.share is None or self.share_before is None else self.share - self.share_before

    @property
    def deposits_kept(self) -> int | None:
        """Candidates who did not lose their deposit."""
        return None if self.candidates is None or self.deposits_lost is None else self.candidates - self.deposits_lost

    @property
    def votes_per_seat(self) -> float | None:
        """Votes for each seat won; None without a seat."""
        return self.votes / self.seats if self.votes is not None and self.seats else None

    def value(self, measure: Measure) -> float | None:
        """The figure of ``measure``; None where it is not held or no measure of a party in an area."""
        name = _PARTY_FIELDS.get(measure)
        found = None if name is None else getattr(self, name)
        assert found is None or isinstance(found, int | float)
        return found


_AREA_FIELDS: Mapping[Measure, str] = MappingProxyType(
    {
        Measure.TURNOUT: "turnout",
        Measure.TURNOUT_CHANGE: "turnout_change",
        Measure.ELECTORATE: "electorate",
        Measure.VALID_VOTES: "valid_votes",
        Measure.VOTES: "valid_votes",
        Measure.INVALID_VOTES: "invalid_votes",
        Measure.CANDIDATES: "candidates",
        Measure.DEPOSITS_LOST: "deposits_lost",
        Measure.WOMEN: "women",
    }
)


@dataclass(frozen=True, slots=True)
class AreaFact:
    """An area at one general election apart from parties."""

    area: str
    electorate: int | None
    valid_votes: int | None
    invalid_votes: int | None
    turnout: float | None
    seats: int | None
    candidates: int | None
    worked_out: bool
    source: str
    women: int | None = None
    """Women elected, where published or asked for and known."""
    deposits_lost: int | None = None
    parties: int | None = None
    """How many parties have a row, the small ones among them."""
    turnout_before: float | None = None

    @property
    def turnout_change(self) -> float | None:
        """Change of turnout since the previous general election, as a fraction."""
        return None if self.turnout is None or self.turnout_before is None else self.turnout - self.turnout_before


@dataclass(frozen=True, slots=True)
class NationalSwing:
    """Butler swing between two parties in an area: half the sum of one's fall and the other's rise."""

    area: str
    loser: str
    winner: str
    """Party ids: the swing is from ``loser`` to ``winner``."""
    loser_shares: tuple[float, float]
    """Share before and at the election."""
    winner_shares: tuple[float, float]
    before: date
    """Day of the election before."""

    @property
    def value(self) -> float:
        """The swing as a fraction, not below nought."""
        rise = self.winner_shares[1] - self.winner_shares[0]
        fall = self.loser_shares[0] - self.loser_shares[1]
        return (rise + fall) / 2


@dataclass(frozen=True, slots=True)
class ElectionTotals:
    """One area at one general election."""

    election: str
    name: str
    """``2017 general election``."""
    kind: ElectionKind
    day: date
    area: str
    area_name: str
    parties: tuple[PartyTotalFact, ...]
    """Most seats first, then most votes; the Speaker, independents and pooled others come last. Parties without a
    seat and below 0.2% of the vote only if asked for."""
    selected: tuple[PartyTotalFact, ...]
    """The parties asked for, in that order; in place of one without a row its forerunner or successor."""
    missing: tuple[str, ...]
    """Parties asked for that have no row: they put up nobody, or are pooled among the others."""
    pooled: bool
    """Whether some parties are only held together, as others."""
    facts: AreaFact | None
    before: str | None = None
    """Name of the previous general election, where its totals are held."""
    notional: bool = False
    """Whether boundaries changed since, so that ``seats_notional`` is held."""
    swing: NationalSwing | None = None
    counted_in: tuple[tuple[str, str], ...] = ()
    """Parties of ``missing`` whose members the published total of another party counts in, with that party."""
    published_majority: int | None = None
    """Overall majority as published for the government formed after it, where asked for and held."""
    prime_minister: str | None = None
    """Who led the government that the published majority is given for."""

    def value(self, measure: Measure) -> float | None:
        """The figure of ``measure`` for the whole area; None where not held or no measure of an area."""
        match measure:
            case Measure.COMMONS_MAJORITY | Measure.MAJORITY:
                return self.majority
            case Measure.SEATS:
                return self.house
            case Measure.SWING:
                return self.swing.value if self.swing is not None else None
        name = _AREA_FIELDS.get(measure)
        found = None if name is None or self.facts is None else getattr(self.facts, name)
        assert found is None or isinstance(found, int | float)
        return found

    @property
    def house(self) -> int | None:
        """Seats in the area."""
        if self.facts is not None and self.facts.seats is not None:
            return self.facts.seats
        known = [p.seats for p in self.parties if p.seats is not None]
        return sum(known) if known else None

    @property
    def majority(self) -> int | None:
        """Seats of the largest party less all others; below one where no party has more than half."""
        house = self.house
        if not self.parties or self.parties[0].seats is None or house is None:
            return None
        return 2 * self.parties[0].seats - house


@dataclass(frozen=True, slots=True)
class TotalsFacts:
    """The totals selected, oldest election first; for several areas area by area."""

    elections: tuple[ElectionTotals, ...]
    held: tuple[date, ...]
    """Days of the general elections held, oldest first."""
    areas: tuple[str, ...]
    """Areas asked for."""
