"""Where facts come from."""

from __future__ import annotations

from datetime import date

from knowledge.models.base import OptionalText, Row, Slug, Text


class Source(Row):
    """A publication that rows are taken from."""

    id: Slug
    publisher: Text
    title: Text
    address: OptionalText = None
    """Where a reader can look it up; absent where none is public."""
    licence: Text
    as_of: date
    """The date up to which its facts hold."""


class PackInfo(Row):
    """The head of ``pack.toml``."""

    id: Slug
    title: Text
    licence: Text
    as_of: date
    about: Text
    """One or two sentences on what it holds and how it was made."""
