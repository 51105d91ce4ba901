"""Explainers in answers: the short text answers alone, detail and a worked example follow."""

from __future__ import annotations

from bot.answering.answer import Answer, Kind, Paragraph, Reason
from bot.answering.wording import Words, counted, listed
from knowledge.facts.words import ExplainFacts
from knowledge.query import Explain


def answer_explain(query: Explain, facts: ExplainFacts, words: Words) -> Answer:
    """What the word means."""
    held = facts.explainer
    if held is None:
        return Answer(
            kind=Kind.DECLINE,
            headline=f"No explanation of {query.term.replace('-', ' ')} is held.",
            blocks=(Paragraph(text=f"{counted(len(facts.terms), 'word')} explained: {listed(facts.terms)}."),),
            examples=tuple(f"what is {term}?" for term in facts.terms[:2]),
            reason=Reason.NOT_HELD,
        )
    more = [held.detail, held.example and f"Example: {held.example}"]
    if held.see_also:
        more.append(f"See also: {listed(held.see_also)}.")
    return Answer(
        kind=Kind.ANSWER,
        headline=held.short,
        blocks=tuple(Paragraph(text=text) for text in more if text),
        sources=words.sources([held.source]),
    )
