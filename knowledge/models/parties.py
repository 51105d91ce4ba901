"""Parties, people and members' time in the house."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from knowledge.models.base import OptionalText, Row, Slug, Text
from knowledge.models.elections import OptionalDate


class Party(Row):
    """A party as registered. ``counts_as`` joins rows that one total counts together (Labour and Co-operative)."""

    id: Slug
    name: Text
    short: Text
    """The abbreviation used in published results: ``Con``, ``Lab``, ``LD``."""
    plural: OptionalText = None
    """What its people are called: ``Conservatives``, ``Liberal Democrats``."""
    colour: OptionalText = None
    """``#rrggbb`` as commonly used on maps."""
    counts_as: OptionalText = None
    """Party id under which totals and questions count it; absent: itself."""
    mnis: OptionalText = None
    electoral_commission: OptionalText = None
    wikidata: OptionalText = None
    source: Slug


class NameKind(StrEnum):
    """What sort of other name it is."""

    NAME = "name"
    ABBREVIATION = "abbreviation"
    NICKNAME = "nickname"
    ADJECTIVE = "adjective"


class PartyName(Row):
    """Another word for a party: ``tories``, ``libdems``, ``kippers``."""

    party: Slug
    name: Text
    kind: NameKind
    source: Slug


class Person(Row):
    """Someone who stood or sat, keyed by id, never by name.

    ``id``: ``mnis-4593`` (Parliament), else ``dc-1862`` (Democracy Club), else ``wd-q12345`` (Wikidata), else
    ``c-{contest slug}-{n}`` for a candidacy that carries no id and no evidence joins to another.
    """

    id: Text
    name: Text
    """The name people use: ``Theresa May``."""
    family: Text
    """The surname, as it is looked up."""
    gender: OptionalText = None
    born: OptionalDate = None
    mnis: OptionalText = None
    democracy_club: OptionalText = None
    wikidata: OptionalText = None
    source: Slug


class PersonName(Row):
    """Another name for a person: ``bojo``, ``binface``, a later title, a maiden name."""

    person: Text
    name: Text
    kind: NameKind
    source: Slug


class Spell(Row):
    """A person's unbroken time as member for a seat under one party."""

    person: Text
    constituency: Text
    party: Slug
    start: date
    end: OptionalDate = None
    """Absent: still sitting on the source's as-of date."""
    start_cause: OptionalText = None
    end_cause: OptionalText = None
    source: Slug
