"""Quotations in answers: exact words in quote marks, with speaker, role and date; a near-match as what it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.answering.answer import Answer, Block, Kind, Listing, Paragraph, Quotation, Reason
from bot.answering.wording import Words, counted, day, listed, possessive
from knowledge.facts.words import Nearness, QuoteFact, QuoteFacts, QuoteMatch
from knowledge.queries.nearness import nearness
from knowledge.query import Quotes

_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_SHOWN = 12
"""Quotations shown whole in one answer."""


def answer_quotes(query: Quotes, facts: QuoteFacts, words: Words) -> Answer:
    """What is held of the quotations asked for, or that nothing is, with whom words are held of."""
    if not facts.matches:
        return _said_by_another(query, facts, words) if facts.others_words else _decline(query, facts, words)
    quotes = [match.quote for match in facts.matches]
    return Answer(
        kind=Kind.ANSWER,
        headline=_headline(query, facts),
        blocks=_quotations(quotes, words),
        sources=words.sources(q.source for q in quotes[:_SHOWN]),
    )


def _headline(query: Quotes, facts: QuoteFacts) -> str:
    first = facts.matches[0]
    if first.nearness is None:
        return _on_topic(facts)
    if query.words and first.nearness is Nearness.NEAR:
        return _nearest(query.words, query, facts, first.quote)
    if query.words and query.ask == "did-say":
        within = "" if first.nearness is Nearness.EXACT else ", in these words"
        return f"Yes{within}: {_said(first.quote, query.words)}"
    if query.words:
        # Several people may have said the same words.
        others = "".join(f" Also {_said(m.quote, query.words)}" for m in _one_a_speaker(facts.matches)[1:3])
        return _said(first.quote, query.words) + others
    return _on_topic(facts)


def _on_topic(facts: QuoteFacts) -> str:
    """The quotations of a speaker, of a contest or on a topic: how many, and the first of them."""
    first = _said(facts.matches[0].quote, facts.topic)
    if len(facts.matches) == 1:
        return first
    speakers = list(dict.fromkeys(match.quote.speaker for match in facts.matches))
    held = counted(len(facts.matches), "quotation")
    if len(speakers) == 1:
        return f"{first} ({held} of {possessive(speakers[0])}{_about(facts)} are held.)"
    return f"{held}{_about(facts)} are held, of {_all_named(speakers)}; the first: {first}"


def _all_named(speakers: list[str]) -> str:
    named = _named(speakers)
    return listed([*named, "speakers not named"] if len(named) < len(speakers) else named)


def _nearest(asked: str, query: Quotes, facts: QuoteFacts, quote: QuoteFact) -> str:
    whose = f" of {possessive(listed(facts.asked_speakers, 'or'))}" if query.speakers else ""
    return f"No quotation held{whose} has the words “{asked}”. The nearest that is held: {_said(quote, asked)}"


def _said(quote: QuoteFact, about: str | None) -> str:
    """``Theresa May, Prime Minister, on 24 February 2017: “…”``, with the sentence nearest what was asked about."""
    return f"{quote.speaker}, {_role(quote)}on {day(quote.date)}: “{_excerpt(quote, about)}”"


def _role(quote: QuoteFact) -> str:
    """The role where it is short enough for a sentence; the quotation below always has it."""
    return f"{quote.role}, " if len(quote.role) <= 60 else ""


def _excerpt(quote: QuoteFact, about: str | None) -> str:
    """The quotation whole where it is short, else the sentence that has (most nearly) the words asked for."""
    sentences = _SENTENCE.split(quote.words)
    if len(quote.words) <= 240 or len(sentences) == 1:
        return quote.words
    if not about:
        return sentences[0]
    return max(sentences, key=lambda sentence: _score(about, sentence, quote))


def _score(about: str, sentence: str, quote: QuoteFact) -> float:
    alone = replace(quote, words=sentence, also_printed_as=())
    return nearness(about, alone)[1]


def _about(facts: QuoteFacts) -> str:
    """`` about Copeland``, from the place and topic asked for."""
    topics = [*facts.asked_places, *([facts.topic] if facts.topic else [])]
    return f" about {listed(topics)}" if topics else ""


def _one_a_speaker(matches: Sequence[QuoteMatch]) -> list[QuoteMatch]:
    return list({match.quote.speaker: match for match in reversed(matches)}.values())[::-1]


def _quotations(quotes: Sequence[QuoteFact], words: Words) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for quote in quotes[:_SHOWN]:
        blocks.append(_quotation(quote, words))
        blocks.extend(Paragraph(text=f"Also printed as: “{other}”") for other in quote.also_printed_as)
    if len(quotes) > _SHOWN:
        blocks.append(Paragraph(text=f"And {counted(len(quotes) - _SHOWN, 'more quotation')}."))
    return tuple(blocks)


def _quotation(quote: QuoteFact, words: Words) -> Quotation:
    source = words.reference.sources[quote.source]
    return Quotation(
        words=quote.words,
        speaker=quote.speaker,
        role=quote.role,
        said_on=quote.date,
        occasion=quote.occasion,
        source=f"{source.publisher}: {source.title}",
        partial=quote.partial,
    )


def _said_by_another(query: Quotes, facts: QuoteFacts, words: Words) -> Answer:
    """The words are held, but of somebody else than was asked about."""
    quotes = [match.quote for match in facts.others_words]
    asked = listed(facts.asked_speakers, "or")
    lead = "No: the words are held" if query.ask == "did-say" else "The words are held"
    return Answer(
        kind=Kind.ANSWER,
        headline=f"{lead} not of {asked} but of another: {_said(quotes[0], query.words)}",
        blocks=_quotations(quotes, words),
        sources=words.sources(q.source for q in quotes),
    )


def _decline(query: Quotes, facts: QuoteFacts, words: Words) -> Answer:
    """Nothing held: says so, and shows what is held of the speaker or the contest, or of whom anything is."""
    whose = f" of {possessive(listed(facts.asked_speakers, 'or'))}" if facts.asked_speakers else ""
    what = f" with the words “{query.words}”" if query.words else ""
    blocks: list[Block] = []
    there = [q for q in facts.same_speaker if q in facts.same_contest]
    if query.ask == "did-say" and there:
        return _otherwise(query, facts, there, words)
    near = facts.same_speaker or facts.same_contest
    if near:
        title = f"Held of {possessive(facts.asked_speakers[0])}:" if facts.same_speaker else "Held of others about it:"
        blocks.append(Listing(title=title, items=tuple(_line(q) for q in near[:6]), left_out=len(near[6:])))
    if not facts.same_speaker:
        blocks.append(Paragraph(text=f"Quotations are held of {listed(_named(facts.speakers))}."))
    return Answer(
        kind=Kind.DECLINE,
        headline=f"No quotation{whose}{what}{_about(facts)} is held.",
        blocks=tuple(blocks),
        examples=_examples(facts.speakers),
        reason=Reason.NOT_HELD,
        sources=words.sources(q.source for q in near[:6]),
    )


def _otherwise(query: Quotes, facts: QuoteFacts, quotes: Sequence[QuoteFact], words: Words) -> Answer:
    """Those words are not held of the speaker; what is held of them about the same contest is, as what it is."""
    whose = possessive(listed(facts.asked_speakers, "or"))
    asked = query.words or ""
    first = max(quotes, key=lambda quote: _score(asked, _excerpt(quote, asked), quote))
    return Answer(
        kind=Kind.ANSWER,
        headline=f"No quotation of {whose} with the words “{asked}” is held. Held is: {_said(first, asked)}",
        blocks=_quotations(quotes, words),
        sources=words.sources(q.source for q in quotes[:_SHOWN]),
    )


def _line(quote: QuoteFact) -> str:
    return f"{quote.speaker}, {day(quote.date)}: “{_excerpt(quote, None)}”"


def _examples(speakers: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"what did {speaker} say?" for speaker in _named(speakers)[:2])


def _named(speakers: Iterable[str]) -> list[str]:
    """The speakers without those whom the source does not name, who cannot be asked about."""
    return [speaker for speaker in speakers if "," not in speaker]
