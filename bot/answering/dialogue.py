"""Replies that put a choice or decline, in words: kind, short, the same for all, never a dead end."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType

from bot.answering.answer import Answer, Kind, Option, Reason
from bot.answering.wording import Words, capital, listed
from knowledge.fold import fold
from knowledge.query import Query, Selection

EXAMPLES = ("who won Copeland?", "smallest majority 2024")
"""Questions that always get an answer, offered where nothing closer is at hand."""
MAX_OPTIONS = 25
"""Choices that a reply lists."""
_NAMED = 8
"""Up to so many choices are named in the sentence."""
_UNREAD = 4
_SCOPE = "; I know elections to the UK Parliament and UK referendums."
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Mentioned:
    """What a question that gets no answer names all the same, for examples close to it."""

    seats: tuple[str, ...] = ()
    """Names as they are shown; ``people`` likewise."""
    parties: tuple[str, ...] = ()
    """Ids."""
    people: tuple[str, ...] = ()


def clarify(about: str, options: tuple[tuple[str, Query], ...]) -> Answer:
    """Which of several is meant."""
    shown = options[:MAX_OPTIONS]
    labels = [label for label, _ in shown]
    if len(labels) <= _NAMED:
        meant = f"{listed(labels, 'or')}."
    else:
        several = f"any of {len(options)} {_things(query for _, query in options)}"
        meant = f"{several}:" if len(shown) == len(options) else f"{several}; the first {len(shown)} are:"
    named = _as_shown(about, labels)
    headline = f"Which one do you mean? “{named}” could mean {meant}"
    if len(labels) == 1:
        headline = f"I do not know “{named}”: did you mean {labels[0]}?"
    return Answer(
        kind=Kind.CLARIFY,
        headline=headline,
        options=tuple(Option(label=label, query=query) for label, query in shown),
    )


def _things(queries: Iterable[Query]) -> str:
    """What the choices differ in: ``seats``, ``people``."""
    places = [place for query in queries if isinstance(place := getattr(query, "where", None), Selection)]
    for field, noun in (("seats", "seats"), ("people", "people"), ("parties", "parties")):
        if len({getattr(place, field) for place in places}) > 1:
            return noun
    return "things"


def refuse(why: str, unread: tuple[str, ...], words: Words, mentioned: Mentioned | None = None) -> Answer:
    """Why there is no answer, what is held, and what works."""
    reason, headline = _REFUSALS.get(why, _REFUSALS["nothing"])
    if why == "words" and unread:
        shown = listed(f"“{word}”" for word in list(dict.fromkeys(unread))[:_UNREAD])
        headline = f"I did not understand {shown} in that question{_SCOPE}"
    elif why == "elsewhere" and unread:
        headline = f"I hold nothing about {capital(unread[0])}{_SCOPE}"
    return Answer(
        kind=Kind.DECLINE,
        headline=headline,
        reason=reason,
        examples=_examples(words, mentioned or Mentioned()),
    )


_REFUSALS = MappingProxyType(
    {
        "nothing": (Reason.NOT_UNDERSTOOD, f"I found no question in that{_SCOPE}"),
        "words": (Reason.NOT_UNDERSTOOD, f"I did not understand that question{_SCOPE}"),
        "elsewhere": (Reason.OUT_OF_SCOPE, f"I hold nothing about that{_SCOPE}"),
        "early": (
            Reason.NOT_HELD,
            "Nothing before the general election of 14 December 1918 is held; every one since is.",
        ),
        "opinion": (
            Reason.OUT_OF_SCOPE,
            "I give no opinions or advice, only what is held: results, members and quotations.",
        ),
        "prediction": (
            Reason.OUT_OF_SCOPE,
            "I make no predictions and hold no polls, only results of elections to the UK Parliament since 1918.",
        ),
        "foreign": (
            Reason.OUT_OF_SCOPE,
            "Elections of other countries and to the European Parliament are not held; those to the UK Parliament are.",
        ),
        "devolved": (
            Reason.OUT_OF_SCOPE,
            "Elections to devolved parliaments and assemblies, councils and of mayors are not held; those to the UK"
            " Parliament are.",
        ),
        "subdivision": (
            Reason.NOT_HELD,
            "Votes by ward, polling station, way of voting or group of voters, and exit polls, are not held; results"
            " of whole constituencies are.",
        ),
        "age": (
            Reason.NOT_HELD,
            "Ages and dates of birth are not held; where and when people stood and were elected is.",
        ),
        "money": (
            Reason.NOT_HELD,
            "Spending, donations and pay are not held; votes, seats and lost deposits are.",
        ),
        "private": (
            Reason.OUT_OF_SCOPE,
            "People's private lives are not held; where and when they stood and were elected is.",
        ),
        "offtopic": (
            Reason.OUT_OF_SCOPE,
            f"I hold nothing about that{_SCOPE}",
        ),
    }
)


def _examples(words: Words, mentioned: Mentioned) -> tuple[str, ...]:
    """Two questions that get an answer, of what was named where there is something; of every party in one form."""
    found = [f"history of {seat}" for seat in mentioned.seats[:1]]
    found += [f"contests of {person}" for person in mentioned.people[:1]]
    for party in mentioned.parties[:1]:
        named = words.the_party(party)
        found += [f"how many seats did {named} win in 2024?", f"where did {named} come second in 2024?"]
    return tuple([*found, *EXAMPLES][:2])


def with_notes(answer: Answer, corrected: tuple[tuple[str, str], ...], *, carried: bool = False) -> Answer:
    """``answer`` with a word on what was read as a typo, and on what the conversation filled in."""
    texts = [answer.read_as or "", *(option.label for option in answer.options), answer.headline]
    notes = [f"Read “{typed}” as “{_as_shown(meant, texts)}”." for typed, meant in corrected]
    if carried and answer.read_as:
        notes.append(f"Carried over from before: {answer.read_as}.")
    return answer.model_copy(update={"notes": (*notes, *answer.notes)}) if notes else answer


def _as_shown(name: str, texts: Iterable[str]) -> str:
    """``name`` written as the reply writes its words, so that names have their capitals."""
    forms: dict[str, str] = {}
    for text in texts:
        for word in _WORD.findall(text):
            forms.setdefault(fold(word), word)
    return _WORD.sub(lambda found: forms.get(fold(found[0]), found[0]), name)
