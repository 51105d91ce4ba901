"""Elections, contests and candidacies: who stood where, when, and how it went."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator

from knowledge.models.base import (
    OptionalCount,
    OptionalFraction,
    OptionalInt,
    OptionalText,
    Row,
    Slug,
    Text,
    empty_to_none,
)


class ElectionKind(StrEnum):
    """What sort of polling day it was. Notional results are estimates, never a poll that took place."""

    GENERAL = "general"
    BY_ELECTION = "by-election"
    NOTIONAL = "notional"


class Detail(StrEnum):
    """How much of a contest is held."""

    CANDIDATES = "candidates"
    """Every candidate with votes."""
    PARTIES = "parties"
    """Votes by party column, as published, without candidates' names (general elections before 2010)."""
    WINNER = "winner"
    """Only who won, for which party, and some figures (most by-elections before 2010)."""


class Election(Row):
    """A polling day and its kind.

    ``id``: ``parl.2017-06-08`` for a general election, ``parl.by.2017-02-23`` for the by-elections of one day,
    ``parl.notional.2019-12-12`` for the notional result of 2019 on the 2024 boundaries.
    ``name`` is what a reader would call it: ``2017 general election``, ``by-elections of 23 February 2017``.
    """

    id: Text
    kind: ElectionKind
    date: date
    name: Text
    parliament: OptionalInt = None
    """Number of the Parliament elected (general) or sitting (by-election): 57 was elected in June 2017."""
    source: Slug


OptionalDateTime = Annotated[datetime | None, BeforeValidator(empty_to_none)]
OptionalDate = Annotated[date | None, BeforeValidator(empty_to_none)]


class Contest(Row):
    """One constituency at one election.

    ``id``: Democracy Club form, ``parl.copeland.by.2017-02-23``, ``parl.copeland.2017-06-08``,
    ``parl.bath.notional.2019-12-12``.
    """

    id: Text
    election: Text
    constituency: Text
    """Id of the constituency on its boundary set: ``copeland.2010``."""
    electorate: OptionalCount = None
    valid_votes: OptionalCount = None
    invalid_votes: OptionalCount = None
    majority: OptionalCount = None
    turnout: OptionalFraction = None
    """Published turnout, only where valid votes or electorate are not held; otherwise worked out from them."""
    result: OptionalText = None
    """The published wording, ``Con gain from Lab``; parsed parts are in ``winner``, ``gain`` and ``lost_by``."""
    winner: OptionalText = None
    """Id of the party that won (``labour-coop`` and ``labour`` kept apart here)."""
    gain: bool | None = None
    """True for a gain, False for a hold, on the published basis: against the previous general election."""
    lost_by: OptionalText = None
    """Id of the party the seat was gained from on that basis."""
    declared_at: OptionalDateTime = None
    """Local time of the declaration, to the minute."""
    writ: OptionalDate = None
    cause: OptionalText = None
    """Why a by-election was held: ``death of the member``, ``resignation``."""
    previous_member: OptionalText = None
    """Person id of the member before a by-election."""
    seats: int = 1
    """Members returned: 2 in a two-member seat before 1950, 3 in the Combined English Universities."""
    unopposed: bool = False
    detail: Detail = Detail.CANDIDATES
    source: Slug


class Candidacy(Row):
    """A person standing in a contest for a party, or a party's column where no names are held."""

    contest: Text
    person: OptionalText = None
    """Person id; absent where only a party's votes are held."""
    name: OptionalText = None
    """The name as published for this contest."""
    party: Slug
    label: OptionalText = None
    """The party's description as published, where it differs from the party's name."""
    votes: OptionalCount = None
    share: OptionalFraction = None
    """Votes as a fraction of the valid votes, as published; recomputed by the check."""
    change: OptionalFraction = None
    """Change in share on the published basis; absent where the party did not stand before."""
    position: OptionalInt = None
    elected: bool = False
    pooled: bool = False
    """True where the figure adds up several candidates or parties ("others", two-member seats)."""


class Correction(Row):
    """A published figure that another published figure contradicts, and which one is used."""

    contest: Text
    field: Text
    person: OptionalText = None
    published: Text
    """The figure that is not used."""
    used: Text
    reason: Text
    source: Slug
