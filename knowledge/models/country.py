"""The country as a whole: published totals, governments, Prime Ministers, leaders and referendums."""

from __future__ import annotations

from datetime import date

from knowledge.models.base import OptionalCount, OptionalFraction, OptionalInt, OptionalText, Row, Slug, Text
from knowledge.models.elections import OptionalDate


class PartyTotal(Row):
    """A party's published total in an area at a general election."""

    election: Text
    area: Slug
    """Region id: ``united-kingdom``, ``great-britain``, ``england``, ``wales`` ..."""
    party: Slug
    votes: OptionalCount = None
    share: OptionalFraction = None
    seats: OptionalCount = None
    candidates: OptionalCount = None
    unopposed: OptionalCount = None
    including: tuple[Slug, ...] = ()
    """Parties that the results name and this total counts in."""
    source: Slug


class AreaTotal(Row):
    """What is published of an area at a general election apart from parties."""

    election: Text
    area: Slug
    electorate: OptionalCount = None
    valid_votes: OptionalCount = None
    turnout: OptionalFraction = None
    seats: OptionalCount = None
    candidates: OptionalCount = None
    women_elected: OptionalCount = None
    source: Slug


class Government(Row):
    """A government formed, with its majority in the Commons where one is published."""

    id: Slug
    formed: date
    election: OptionalText = None
    """Id of the general election it followed, absent for a change between elections."""
    prime_minister: Text
    party: Slug
    kind: Text
    """``majority``, ``minority``, ``coalition``, ``national``."""
    partners: tuple[str, ...] = ()
    majority: OptionalInt = None
    """Published overall majority; negative or absent in a hung parliament."""
    hung: bool = False
    note: OptionalText = None
    source: Slug


class Office(Row):
    """A person's unbroken time as Prime Minister, as a party's leader, or in another named office."""

    office: Slug
    """``prime-minister``, ``party-leader``, ``speaker`` ..."""
    party: OptionalText = None
    person: OptionalText = None
    name: Text
    start: date
    end: OptionalDate = None
    """Absent: still in office on the source's as-of date."""
    note: OptionalText = None
    source: Slug


class Referendum(Row):
    """A referendum and its question."""

    id: Slug
    date: date
    title: Text
    names: tuple[str, ...] = ()
    area: Slug
    question: OptionalText = None
    outcome: Text
    """The option that won, as in ``ReferendumCount.option``."""
    source: Slug


class ReferendumCount(Row):
    """Votes for one option of a referendum in one counting area."""

    referendum: Slug
    area: Text
    """Name of the counting area; the whole is the referendum's own area name."""
    area_kind: Text
    """``whole``, ``nation``, ``region`` or ``counting-area``."""
    option: Text
    votes: OptionalCount = None
    share: OptionalFraction = None
    electorate: OptionalCount = None
    turnout: OptionalFraction = None
    rejected: OptionalCount = None
    source: Slug
