"""Replies that put a choice or decline, in words: kind, short, the same for all, never a dead end."""

from __future__ import annotations

from bot.answering.answer import Answer, Kind, Option, Reason
from bot.answering.wording import Words, listed
from knowledge.query import Query

EXAMPLES = ("who won Copeland?", "smallest majority 2024")
"""Questions that always get an answer, offered where nothing closer is at hand."""
MAX_OPTIONS = 25
"""Choices that a reply lists."""


def clarify(about: str, options: tuple[tuple[str, Query], ...], words: Words) -> Answer:
    """Which of several is meant."""
    labels = [label for label, _ in options[:MAX_OPTIONS]]
    named = f"“{about}” could mean {listed(labels, 'or')}." if len(labels) <= 4 else f"“{about}” fits {len(labels)}."
    return Answer(
        kind=Kind.CLARIFY,
        headline=f"Which one do you mean? {named}",
        options=tuple(Option(label=label, query=query) for label, query in options[:MAX_OPTIONS]),
    )


def refuse(why: str, unread: tuple[str, ...]) -> Answer:
    """Why there is no answer, and what works."""
    reason, headline = _REFUSALS.get(why, _REFUSALS["nothing"])
    if why == "words" and unread:
        shown = ", ".join(f"“{word}”" for word in dict.fromkeys(unread[:4]))
        headline = f"I did not understand {shown} in that question."
    elif why == "elsewhere" and unread:
        headline = f"I hold UK parliamentary elections only, and nothing about {unread[0]}."
    return Answer(kind=Kind.DECLINE, headline=headline, reason=reason, examples=EXAMPLES)


_REFUSALS = {
    "nothing": (Reason.NOT_UNDERSTOOD, "I found no question in that."),
    "words": (Reason.NOT_UNDERSTOOD, "I did not understand that question."),
    "elsewhere": (Reason.OUT_OF_SCOPE, "I hold UK parliamentary elections only."),
    "opinion": (Reason.OUT_OF_SCOPE, "I give results, not opinions or advice."),
    "prediction": (Reason.OUT_OF_SCOPE, "I hold past results and make no predictions."),
}


def with_notes(answer: Answer, corrected: tuple[tuple[str, str], ...], *, carried: bool = False) -> Answer:
    """``answer`` with a word on what was read as a typo, and on what the conversation filled in."""
    notes = [f"Read “{typed}” as “{meant}”." for typed, meant in corrected]
    if carried and answer.read_as:
        notes.append(f"Carried over from before: {answer.read_as}.")
    return answer.model_copy(update={"notes": (*notes, *answer.notes)}) if notes else answer
