"""The one reply that every route renders: terminal, JSON, Discord and pictures."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from knowledge.query import Query


class Part(BaseModel):
    """Frozen, strictly named piece of an answer."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Kind(StrEnum):
    """What sort of reply it is."""

    ANSWER = "answer"
    CLARIFY = "clarify"
    DECLINE = "decline"


class Reason(StrEnum):
    """Why a reply declines."""

    NOT_HELD = "not_held"
    OUT_OF_SCOPE = "out_of_scope"
    NOT_UNDERSTOOD = "not_understood"


class Paragraph(Part):
    """A sentence or a few."""

    type: Literal["paragraph"] = "paragraph"
    text: str


class Standing(Part):
    """One candidate (or party) in a result, with figures already worded ("13,748", "44.2%", "+8.5")."""

    position: str
    name: str
    party: str
    """Short name of the party."""
    votes: str | None = None
    share: str | None = None
    change: str | None = None
    elected: bool = False
    colour: str | None = None


class ResultList(Part):
    """A contest's result: a list that reads well on a phone and aloud."""

    type: Literal["result"] = "result"
    title: str
    summary: tuple[str, ...] = ()
    """Lines such as "Majority 2,147 (6.9 points)", "Turnout 51.3% (31,068 of 60,602)"."""
    standings: tuple[Standing, ...]
    left_out: int = 0
    """Candidates not listed here."""


class Listing(Part):
    """Items one a line, with a title; ``left_out`` counts those not shown."""

    type: Literal["listing"] = "listing"
    title: str | None = None
    items: tuple[str, ...]
    numbered: bool = False
    left_out: int = 0


class Table(Part):
    """Cells already worded. The first column names the row."""

    type: Literal["table"] = "table"
    title: str | None = None
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    left_out: int = 0


class Quotation(Part):
    """Exact words with their attribution."""

    type: Literal["quotation"] = "quotation"
    words: str
    speaker: str
    role: str
    said_on: date
    occasion: str
    source: str
    """Publisher and title."""
    partial: bool = False


Block = Annotated[Paragraph | ResultList | Listing | Table | Quotation, Field(discriminator="type")]


class Option(Part):
    """A choice of a clarify, or a further question worth asking."""

    label: str
    query: Query


class SourceRef(Part):
    """Where the facts of an answer come from."""

    title: str
    address: str | None
    as_of: date
    publisher: str
    licence: str


class Told(Part):
    """Whom and which contest a headline speaks of, for "what was her majority" behind it."""

    seat: str | None = None
    day: date | None = None
    people: tuple[str, ...] = ()
    """Person ids."""
    listed: tuple[tuple[str, date], ...] = ()
    """Seat and polling day of each of several contests, where no one of them is spoken of."""


class Answer(Part):
    """A reply.

    ``headline`` answers alone. ``blocks`` follow in order. ``notes`` say the basis, a corrected typo, what was
    assumed or carried over. ``options`` are the choices of a clarify. ``examples`` are questions, as typed, that do get
    an answer; every clarify and decline has some of either. ``query`` and ``read_as`` are the reading, in data and in
    words.
    """

    kind: Kind
    headline: str
    blocks: tuple[Block, ...] = ()
    notes: tuple[str, ...] = ()
    query: Query | None = None
    read_as: str | None = None
    options: tuple[Option, ...] = ()
    examples: tuple[str, ...] = ()
    reason: Reason | None = None
    sources: tuple[SourceRef, ...] = ()
    colour: str | None = None
    """``#rrggbb`` of the winning party, for the frame of a Discord reply."""
    told: Told | None = Field(default=None, exclude=True)
    """For the conversation only: no route shows it."""
