"""Whether a reply is what was expected: the rules by which the corpora of questions are judged.

An expectation names the kinds of reply that are right, what the headline must hold (``head``), what the whole text must
hold (``all``) and must not hold (``none``). What must be held is a string, or a list of strings any of which will do;
``/.../`` is a regular expression. Case, accents, thousands separators and kinds of dash and quote mark make no
difference, and a figure is only found whole: "12" is not held by "112" or "12.5".
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field, field_validator

from bot.answering.answer import Kind

Wanted = str | tuple[str, ...]


class Outcome(StrEnum):
    """How a reply is judged."""

    RIGHT = "right"
    MISSED = "missed"
    """It asked back or declined although it should have answered."""
    WRONG = "wrong"
    """It stated something else than was asked, or answered what it should have declined."""


class Expectation(BaseModel):
    """A question, what was asked before it in the same conversation, and what the reply must be."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    question: str = Field(min_length=1)
    turns: tuple[str, ...] = ()
    tags: tuple[str, ...] = Field(min_length=1)
    kind: tuple[Kind, ...] = Field(min_length=1)
    head: tuple[Wanted, ...] = ()
    all: tuple[Wanted, ...] = ()
    none: tuple[str, ...] = ()

    @field_validator("kind", mode="before")
    @classmethod
    def _one_kind_or_more(cls, value: object) -> object:
        return (value,) if isinstance(value, str) else value

    @property
    def asked(self) -> str:
        """The whole conversation on one line."""
        return " > ".join((*self.turns, self.question))


class Verdict(BaseModel):
    """How the reply to one question was judged, and why."""

    model_config = ConfigDict(frozen=True)

    outcome: Outcome
    why: str = ""


_LIKE = {ord(c): "-" for c in "‐‑‒–—−"} | {ord(c): "'" for c in "‘’`´"} | {ord(c): '"' for c in "“”«»"}
_SEPARATOR = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_EMPHASIS = re.compile(r"[*_]")


def folded(text: str) -> str:
    """``text`` as it is compared: without case, accents, emphasis, thousands separators or runs of blanks."""
    plain = unicodedata.normalize("NFKD", text.translate(_LIKE))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return " ".join(_SEPARATOR.sub("", _EMPHASIS.sub("", plain)).split())


def holds(wanted: Wanted, text: str) -> bool:
    """Whether folded ``text`` holds what is wanted."""
    if not isinstance(wanted, str):
        return any(holds(each, text) for each in wanted)
    if len(wanted) > 2 and wanted.startswith("/") and wanted.endswith("/"):
        return re.search(wanted[1:-1], text, re.IGNORECASE) is not None
    sought = folded(wanted)
    if sought and (sought[0].isdigit() or sought[-1].isdigit()):
        return re.search(rf"(?<![\d.]){re.escape(sought)}(?!\d|\.\d)", text) is not None
    return sought in text


def judge(expected: Expectation, kind: Kind, headline: str, text: str) -> Verdict:
    """How a reply of this kind, headline and text compares with what was expected."""
    head, whole = folded(headline), folded(text)
    failed = Outcome.WRONG if kind is Kind.ANSWER else Outcome.MISSED
    said = [each for each in expected.none if holds(each, whole)]
    if said:
        return Verdict(outcome=Outcome.WRONG, why=f"says {said}")
    if kind not in expected.kind:
        return Verdict(outcome=failed, why=f"{kind} instead of {' or '.join(expected.kind)}")
    lacking = [each for each in expected.head if not holds(each, head)]
    lacking += [each for each in expected.all if not holds(each, whole)]
    if lacking:
        return Verdict(outcome=failed, why=f"lacks {lacking}")
    return Verdict(outcome=Outcome.RIGHT)
