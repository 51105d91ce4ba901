"""What reading makes of a question: a query, a choice to be put, or why not."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.query import Query


@dataclass(frozen=True, slots=True)
class Read:
    """A question understood."""

    query: Query
    corrected: tuple[tuple[str, str], ...] = ()
    """Words read as typos: as typed, as meant."""
    carried: bool = False
    """Whether the conversation filled in what the words leave open."""


@dataclass(frozen=True, slots=True)
class Ask:
    """Several readings are equally likely: which is meant?"""

    about: str
    """The words that may mean several things."""
    options: tuple[tuple[str, Query], ...]
    """Label and query of each."""
    corrected: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Refuse:
    """Not understood, or nothing of elections.

    ``why``: ``elsewhere`` (another country or no seat), ``opinion``, ``prediction``, ``words`` (some words were not
    understood: ``words``), ``nothing`` (there is no question in it), or a kind of fact that is not held: ``foreign``,
    ``devolved``, ``subdivision``, ``age``, ``money``, ``private``, ``early`` (before all that is held).
    """

    why: str
    words: tuple[str, ...] = ()


Outcome = Read | Ask | Refuse
