"""Stated records in answers: who stated them, whether they were true on their date, and whether they are now."""

from __future__ import annotations

from bot.answering.answer import Answer, Block, Kind, Listing, Paragraph, Reason
from bot.answering.wording import Words, capital, day, listed
from knowledge.facts.words import ClaimFact, ClaimFacts
from knowledge.models.words import Verdict
from knowledge.query import Claims

_SHOWN = 8


def answer_claims(query: Claims, facts: ClaimFacts, words: Words) -> Answer:
    """The claim (or claims) held, each with its verdict."""
    if not facts.claims:
        return _decline(query, facts)
    first, rest = facts.claims[0], facts.claims[1:]
    blocks: list[Block] = [Paragraph(text=text) for text in _detail(first, facts)]
    if rest:
        items = tuple(f"{_statement(claim)} {verdict(claim)}" for claim in rest[:_SHOWN])
        blocks.append(Listing(title="Also stated:", items=items, left_out=len(rest[_SHOWN:])))
    return Answer(
        kind=Kind.ANSWER,
        headline=f"{verdict(first)} {_statement(first)}" if query.checked else f"{_statement(first)} {verdict(first)}",
        blocks=tuple(blocks),
        sources=words.sources(claim.source for claim in facts.claims[: _SHOWN + 1]),
    )


def verdict(claim: ClaimFact) -> str:
    """Whether it was true on its date, and whether it still is: ``True on 24 February 2017; no longer so since …``."""
    match claim.verdict:
        case Verdict.NOT_CHECKABLE:
            return "The results held here can neither prove nor disprove it."
        case Verdict.FALSE:
            return f"Not so on {day(claim.true_on)}{_exactly(claim)}"
        case Verdict.ROUNDED:
            exactly = f" ({claim.exact.removesuffix('.')})" if claim.exact else ""
            start = f"Right on {day(claim.true_on)} as a round figure{exactly}"
        case Verdict.TRUE:
            start = f"True on {day(claim.true_on)}"
    if claim.until == claim.true_on:
        return f"{start.replace(' on ', ' up to ', 1)}."
    if claim.until is not None:
        return f"{start}; no longer so after {day(claim.until)}."
    return f"{start}."


def _statement(claim: ClaimFact) -> str:
    return f"{claim.statement} (Stated by {claim.stated_by}, {day(claim.stated_on)}.)"


def _exactly(claim: ClaimFact) -> str:
    return f": {claim.exact}" if claim.exact else "."


def _detail(claim: ClaimFact, facts: ClaimFacts) -> list[str]:
    """The exact figure, what happened since, and up to when that is known."""
    lines = []
    if claim.exact and claim.verdict is Verdict.TRUE:
        lines.append(f"Exactly: {claim.exact}")
    if claim.later:
        lines.append(f"Since then: {claim.later} (Data to {day(facts.data_until)}.)")
    return lines


def _decline(query: Claims, facts: ClaimFacts) -> Answer:
    about = f" about {query.topic}" if query.topic else ""
    return Answer(
        kind=Kind.DECLINE,
        headline=f"No stated record or explanation{about} is held.",
        blocks=(Paragraph(text=capital(f"stated records are held about {listed(facts.places)}.")),),
        examples=tuple(f"quotes about {place}" for place in facts.places[:2]),
        reason=Reason.NOT_HELD,
    )
