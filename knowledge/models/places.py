"""Constituencies on their boundary sets, what followed them, and the other names of places."""

from __future__ import annotations

from enum import StrEnum

from knowledge.models.base import OptionalFraction, OptionalText, Row, Slug, Text
from knowledge.models.elections import OptionalDate


class Nation(StrEnum):
    """The nations of the United Kingdom, and Ireland for the contests of 1918."""

    ENGLAND = "england"
    SCOTLAND = "scotland"
    WALES = "wales"
    NORTHERN_IRELAND = "northern-ireland"
    IRELAND = "ireland"
    UNIVERSITIES = "universities"
    """The university seats, which belonged to no nation's territory in the tables."""


class Constituency(Row):
    """A seat on one boundary set. Seats of one name on several boundary sets share ``seat``."""

    id: Text
    """``{seat}.{first year of the boundary set}``: ``copeland.2010``, ``bath.2024``, ``whitehaven.1918``."""
    seat: Slug
    """The seat's name as a slug, one for all its lives: ``bath``."""
    name: Text
    name_cy: OptionalText = None
    nation: Nation
    region: OptionalText = None
    """English region slug (``north-west``); absent outside England."""
    designation: OptionalText = None
    """``county``, ``borough`` or ``university``."""
    boundary_set: Text
    """``2010`` (used 2010-2019), ``2024``, or the library's own: ``1918-1935``, ``1997-2001`` ..."""
    first: OptionalDate = None
    """Date of the first general election fought on these boundaries."""
    abolished: OptionalDate = None
    """Date of the general election at which the boundaries stopped being used; absent while in use."""
    ons: OptionalText = None
    wikidata: OptionalText = None
    source: Slug


class Succession(Row):
    """How much of one constituency went to another at a boundary change."""

    old: Text
    new: Text
    people: OptionalFraction = None
    """Fraction of the old seat's residents who live in the new one."""
    area: OptionalFraction = None
    homes: OptionalFraction = None
    from_people: OptionalFraction = None
    """Fraction of the new seat's residents who came from the old one."""
    source: Slug


class Region(Row):
    """A nation, an English region, or an area made of several: ``north-west``, ``great-britain``."""

    id: Slug
    name: Text
    part_of: OptionalText = None
    ons: OptionalText = None
    source: Slug


class PlaceKind(StrEnum):
    """Why a word that is no seat's name leads to a seat."""

    TOWN = "town"
    OLD_NAME = "old-name"
    NICKNAME = "nickname"
    WELSH = "welsh"
    DISTRICT = "postcode-district"
    LANDMARK = "landmark"
    ELSEWHERE = "elsewhere"
    """A real or fictional place that must never be bent to a seat: no seat is given."""


class Place(Row):
    """A word for a place and the seat it lies in. Several rows of one name mean several seats."""

    name: Text
    kind: PlaceKind
    seat: OptionalText = None
    """Seat slug now (or, for ``old-name`` and ``nickname``, the seat meant whenever it existed)."""
    seat_2010: OptionalText = None
    """Seat slug on the 2010 boundaries, where it differs."""
    share: OptionalFraction = None
    """Part of a postcode district's addresses."""
    source: Slug
