"""Quotes, claims and explainers: what was said, what was stated as a record, what a word means."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field

from knowledge.models.base import OptionalText, Row, Slug, Text
from knowledge.models.elections import OptionalDate


class Quote(Row):
    """Exact words with everything needed to attribute them."""

    id: Slug
    words: Text
    """Word for word, without the outer quote marks."""
    speaker: Text
    person: OptionalText = None
    """Person id where the speaker is one of the people held."""
    role: Text
    """What the speaker was on that day."""
    date: date
    occasion: Text
    contests: tuple[str, ...] = ()
    """Ids of the contests it is about."""
    about: tuple[str, ...] = ()
    """Topics and people it mentions, in plain words: ``nhs``, ``nuclear industry``."""
    partial: bool = False
    """True where the source prints only part of a sentence."""
    also_printed_as: tuple[str, ...] = ()
    corroborated_by: tuple[str, ...] = ()
    source: Slug


class Verdict(StrEnum):
    """Whether a stated record stands against the rows."""

    TRUE = "true"
    FALSE = "false"
    ROUNDED = "rounded"
    """True up to rounding: the exact figure is held beside it."""
    NOT_CHECKABLE = "not-checkable"


class Claim(Row):
    """A stated record or explanation with the date on which it was true."""

    id: Slug
    statement: Text
    """In our own words, complete in itself."""
    stated_by: Text
    stated_on: date
    true_on: date
    """The date the statement speaks of."""
    until: OptionalDate = None
    """When it stopped being true, if it did."""
    exact: OptionalText = None
    """The exact figure or fact where the statement rounds or shortens it."""
    later: OptionalText = None
    """What happened since that matters to anyone repeating it."""
    verdict: Verdict
    contests: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    source: Slug


class Explainer(Row):
    """A word people ask about, explained in our own words."""

    id: Slug
    term: Text
    """As it stands in a sentence: ``by-election``."""
    names: tuple[str, ...] = ()
    """Other words for it, as typed: ``bye election``, ``byelection``."""
    short: Text
    """One or two sentences that answer alone."""
    detail: OptionalText = None
    example: OptionalText = None
    """A worked example from rows that are held."""
    example_contest: OptionalText = None
    see_also: tuple[str, ...] = Field(default=())
    source: Slug
