"""What rankings, lists, counts and aggregates return.

``None`` always means *not held*; fractions are of one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from knowledge.facts.contests import CandidacyFact, ContestFact
from knowledge.facts.totals import ElectionTotals, PartyTotalFact
from knowledge.models.elections import ElectionKind
from knowledge.query import Measure, Of, Selection

Value = float | str
"""A figure, or an ISO date or time."""


@dataclass(frozen=True, slots=True)
class Window:
    """What was looked through: how many contests or candidacies, at which elections."""

    rows: int
    """Contests or candidacies that fit."""
    held: int
    """Those of which the figure asked for is held."""
    first: date | None
    """First and ``last`` polling day at which the figure is held."""
    last: date | None
    elections: int
    """How many polling days."""
    election: str | None
    """The election's id where there is only one."""
    kind: ElectionKind | None
    """Their kind where they are of one kind."""
    counted: bool = True
    """False where only the elections are known: ``rows`` and ``held`` are then nought."""


@dataclass(frozen=True, slots=True)
class Held:
    """What is held for a time at all, whatever else was asked: to tell "none" from "not held"."""

    contests: int
    """Contests of the time asked about; only whether there are any, where something was found."""
    first: date | None
    last: date | None
    """The first and last polling day of that kind among all that is held."""
    election: str | None
    """The election's id where the time means only one."""
    candidates: bool = True
    """Whether all candidates are held for any contest of the time; only parties' votes and winners otherwise."""
    line: tuple[str, ...] = ()
    """Forerunners and successors that stood at that time, where no party asked for did under its own name."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A figure that rows are picked by and that is not held for some: of hold or gain, ``Measure.RESULT``; of places,
    ``Measure.POSITION``."""

    measure: Measure
    unheld: int
    rows: int

    @property
    def complete(self) -> bool:
        """Whether it is held for none at all."""
        return self.unheld == self.rows


@dataclass(frozen=True, slots=True)
class Ranked:
    """One contest or candidacy in a ranking. ``place`` is 1 for the first; ties share a place."""

    place: int
    value: Value
    contest: ContestFact
    candidacy: CandidacyFact | None = None


@dataclass(frozen=True, slots=True)
class RankFacts:
    """The top of a ranking of contests or candidacies, ties of the last place included."""

    of: Of
    """Contests, or candidacies, which a candidacy's figure makes of contests too."""
    where: Selection
    """What was looked through: the selection asked for, narrowed to winners where only they have the figure."""
    entries: tuple[Ranked, ...]
    """What was asked for."""
    top: tuple[Ranked, ...]
    """The beginning of the whole ranking, at least as far as ``entries`` reach."""
    window: Window
    tied: int
    """How many share the last place asked for, also those not listed."""
    held: Held
    names: tuple[str, ...] = ()
    """Names of the people selected by id."""
    gaps: tuple[Gap, ...] = ()
    """What the contests are picked by and is not held for some."""
    beside: RankFacts | None = None
    """The same ranking of by-elections, where general elections of several years were asked for."""


@dataclass(frozen=True, slots=True)
class RankedTotal:
    """A party or a whole area at one general election, in a ranking."""

    place: int
    value: float
    totals: ElectionTotals
    party: PartyTotalFact | None

    @property
    def source(self) -> str:
        """Where the figure is published."""
        if self.party is not None:
            return self.party.source
        facts = self.totals.facts
        return facts.source if facts is not None else self.totals.parties[0].source


@dataclass(frozen=True, slots=True)
class RankTotalsFacts:
    """The top of a ranking of parties or of general elections."""

    entries: tuple[RankedTotal, ...]
    """What was asked for."""
    top: tuple[RankedTotal, ...]
    """The beginning of the whole ranking, at least as far as ``entries`` reach."""
    ranked: int
    """How many had the figure."""
    unheld: int
    """How many did not."""
    first: date | None
    last: date | None
    elections: int
    above: float | None = None
    """Where only parties with a seat or with at least this fraction of the votes were looked at."""
    pooled: bool = False
    """Where the lowest is asked for, and an election's smallest parties are added up as others."""
    held: tuple[date, ...] = ()
    """Polling days of every general election held."""


@dataclass(frozen=True, slots=True)
class ElectionsFacts:
    """The general elections whose figure, or a party's at them, compares so with a number."""

    entries: tuple[RankedTotal, ...]
    """Those that fit, oldest first."""
    elections: int
    """How many were looked through, from ``first`` to ``last``."""
    unheld: int
    """Figures that are not held."""
    first: date | None
    last: date | None
    nearest: RankedTotal | None = None
    """Where none fits, the one that came nearest to it."""


@dataclass(frozen=True, slots=True)
class Item:
    """A contest or candidacy listed, with the figure that it was picked by, if any."""

    contest: ContestFact
    candidacy: CandidacyFact | None = None
    value: Value | None = None


@dataclass(frozen=True, slots=True)
class ListFacts:
    """The contests or candidacies selected."""

    of: Of
    items: tuple[Item, ...]
    """All, or the first where there are too many to show."""
    window: Window
    held: Held
    names: tuple[str, ...]
    """Names of the people selected by id."""
    by_winner: tuple[tuple[str, int], ...] = ()
    """Of contests: how many each party won, most first."""
    gains: int = 0
    """Of contests: how many were gains on the published basis."""
    gaps: tuple[Gap, ...] = ()
    won: int | None = None
    """Of seats held by a party: how many it won, those it gained among them."""


@dataclass(frozen=True, slots=True)
class AggregateFacts:
    """A mean, median or sum over the rows of ``window`` whose figure is held."""

    of: Of
    where: Selection
    value: float | None
    window: Window
    held: Held
    names: tuple[str, ...]
    lowest: Ranked | None
    highest: Ranked | None
    gaps: tuple[Gap, ...] = ()
