"""Two people who never stood against each other, of whom it is asked which was ahead."""

from __future__ import annotations

from bot.answering.answer import Answer, Kind, Listing
from bot.answering.contests import share_words
from bot.answering.wording import Words, capital, day, listed, ordinal
from knowledge.facts.check import NeverMet
from knowledge.facts.contests import CandidacyFact
from knowledge.query import Check

_SHOWN = 12


def never_met(query: Check, facts: NeverMet, words: Words) -> Answer:
    """That nobody was ahead of the other, with where each stood."""
    sides = (facts.one, facts.other)
    who = listed(listed(side.names, "or") or "somebody unknown" for side in sides)
    lines = [_line(words, c) for side in sides for c in side.stood]
    few = [_line(words, side.stood[-1]) for side in sides if len(side.names) == 1 and side.stood]
    told = f"; {listed(few)}" if len(few) == len(sides) else ""
    return Answer(
        kind=Kind.ANSWER,
        headline=f"{'Yes' if query.negated else 'No'}: {who} never stood against each other in a contest held{told}.",
        blocks=(Listing(title="Where they stood:", items=tuple(capital(line) for line in lines[:_SHOWN])),),
        notes=(f"Before the general election of {day(facts.named_since)} only winners are held by name.",),
        sources=words.sources(c.source for side in sides for c in side.stood),
    )


def _line(words: Words, candidacy: CandidacyFact) -> str:
    """``Nigel Farage (Reform UK) won Clacton at the 2024 general election with 21,225 votes (46.2%)``."""
    figures = share_words(candidacy)
    place = f"came {ordinal(candidacy.position)}" if candidacy.position is not None else "stood"
    how = f"won {words.named(candidacy)}" if candidacy.elected else f"{place} {words.at(candidacy)}"
    return f"{words.candidate(candidacy)} {how}{f' with {figures}' if figures else ''}"
