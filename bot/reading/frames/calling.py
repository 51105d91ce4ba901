"""Elections that somebody called: "the snap election theresa may called" is no quotation."""

from __future__ import annotations

from bot.reading.scan import TokenKind
from bot.reading.work import Work

_KINDS = ("general_election", "by_election", "latest", "latest_by")
"""Cues of which contest is meant."""


def is_called(work: Work) -> bool:
    """ "what time was buckingham called": a seat is called when its result is declared."""
    if work.people or work.parties or not work.seats or work.slots.quoted or not work.says("calling"):
        return False
    told = {"declared", "say", "called_it", "cause", "when", "aux", "what", "seats", "result", *_KINDS}
    return told.issuperset(work.hits) and (work.has("declared") or (work.timed and work.has("when")))


def calls_election(work: Work) -> bool:
    """Whether an election is what is called, and nothing is said of it: not "may called the election a mistake"."""
    if is_called(work):
        return True
    tokens = work.cover.tokens
    for at, token in enumerate(tokens):
        if token.text not in work.group("calling"):
            continue
        behind = at + 1
        while behind < len(tokens) and tokens[behind].text in work.group("called_how"):
            behind += 1
        if behind < len(tokens) and tokens[behind].text in work.group("elections_called"):
            return _ends(work, behind + 1)
        before = {token.text for token in tokens[max(0, at - 4) : at]}
        return not before.isdisjoint(work.group("elections_called")) and _ends(work, at + 1)
    return False


def _ends(work: Work, at: int) -> bool:
    """Whether nothing, or only a time, stands from a place on."""
    tokens = work.cover.tokens
    if at >= len(tokens) or tokens[at].kind is not TokenKind.WORD:
        return True
    return tokens[at].text in work.group("called_for") or tokens[at].text in work.lexicon.forms.months
