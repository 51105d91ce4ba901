"""Referendums in words."""

from __future__ import annotations

from bot.answering.answer import Answer, Block, Kind, Listing, Paragraph
from bot.answering.national import not_held
from bot.answering.wording import Words, capital, counted, day, listed, number, percent
from knowledge.facts.country import CountFact, ReferendumArea, ReferendumFacts
from knowledge.query import Measure, ReferendumQuery

_EXAMPLES = ("what was the result of the 2016 referendum",)
_ABOUT_AREA = frozenset({Measure.TURNOUT, Measure.ELECTORATE, Measure.INVALID_VOTES, Measure.VALID_VOTES})


def answer_referendum(query: ReferendumQuery, facts: ReferendumFacts | None, words: Words) -> Answer:
    """The result of a referendum, in the whole or in a counting area."""
    if facts is None:
        return not_held("That referendum is not held here.", _EXAMPLES)
    if facts.asked_area is not None and facts.area is None:
        return _no_area(facts)
    area = facts.area or facts.whole
    if area is None:
        return not_held(f"Votes of the {facts.title} are not held.", _EXAMPLES)
    blocks: list[Block] = [_lines(area)]
    if facts.area is not None and facts.whole is not None:
        blocks.append(_lines(facts.whole))
    if facts.question:
        blocks.append(Paragraph(text=f"The question was: {facts.question}"))
    return Answer(
        kind=Kind.ANSWER,
        headline=_headline(query, facts, area),
        blocks=tuple(blocks),
        notes=(f"Held for {counted(facts.areas_held, 'counting area')}.",) if facts.areas_held else (),
        sources=words.sources([area.source]),
    )


def _no_area(facts: ReferendumFacts) -> Answer:
    asked = (facts.asked_area or "").replace("-", " ").title()
    near = f" Held nearby by name: {listed(facts.near)}." if facts.near else ""
    reason = "it was counted by local authority" if facts.areas_held > 20 else "only larger areas are held"
    return not_held(
        f"The {facts.title} is not held for {asked}: {reason}.{near}",
        _EXAMPLES,
        (_headline(ReferendumQuery(referendum=facts.id), facts, facts.whole),) if facts.whole is not None else (),
    )


def _headline(query: ReferendumQuery, facts: ReferendumFacts, area: ReferendumArea) -> str:
    """The occasion first: an option called "no" must not be read as an answer; unless it is asked whether one won."""
    occasion = f"{facts.title}, {day(facts.day)}"
    start = capital(occasion) if area.kind == "whole" else f"{area.area}, {occasion}"
    measure = next((m for m in query.measures if m in _ABOUT_AREA), None)
    if measure is not None:
        told = _about_area(measure, area)
        if told is not None:
            return f"{start}: {told}."
    counts = area.counts
    asked = next((c for c in counts if query.option and c.option.casefold() == query.option.casefold()), None)
    if asked is not None and query.check:
        return _checked(asked, area, occasion if area.kind == "whole" else start)
    if asked is not None:
        others = [c for c in counts if c is not asked]
        rest = f", against {listed([_count(c) for c in others])}" if others else ""
        won = " and the most votes" if asked is counts[0] else ""
        return f"{start}: {capital(asked.option)} got {_figures(asked)}{won}{rest}."
    first, others = counts[0], list(counts[1:])
    against = f" to {listed([_count(c) for c in others])}" if others else ""
    lead = ""
    if others and first.votes is not None and others[0].votes is not None:
        lead = f", a lead of {number(first.votes - others[0].votes)} votes"
    turnout = f"; turnout {percent(area.turnout)}" if area.turnout is not None else ""
    return f"{start}: {capital(first.option)} won with {_figures(first)}{against}{lead}{turnout}."


def _checked(asked: CountFact, area: ReferendumArea, start: str) -> str:
    """Whether the option asked about won."""
    first = area.counts[0]
    if asked is first:
        rest = listed([_count(c) for c in area.counts[1:]])
        return f"Yes: {start}: {capital(asked.option)} won with {_figures(asked)}{f', against {rest}' if rest else ''}."
    return f"No: {start}: {capital(asked.option)} lost with {_figures(asked)}, against {_count(first)}."


def _about_area(measure: Measure, area: ReferendumArea) -> str | None:
    if measure is Measure.TURNOUT and area.turnout is not None:
        of = f" of an electorate of {number(area.electorate)}" if area.electorate is not None else ""
        return f"turnout was {percent(area.turnout)}{of}"
    if measure is Measure.ELECTORATE and area.electorate is not None:
        return f"the electorate was {number(area.electorate)}"
    if measure is Measure.INVALID_VOTES and area.rejected is not None:
        return f"{counted(area.rejected, 'ballot paper')} were rejected"
    votes = [c.votes for c in area.counts if c.votes is not None]
    if measure is Measure.VALID_VOTES and len(votes) == len(area.counts):
        return f"{number(sum(votes))} valid votes were cast"
    return None


def _figures(count: CountFact) -> str:
    if count.votes is None:
        return f"{percent(count.share)} of the vote" if count.share is not None else "a number of votes not held"
    return f"{number(count.votes)} votes ({percent(count.share)})" if count.share is not None else number(count.votes)


def _count(count: CountFact) -> str:
    return f"{capital(count.option)} {_figures(count)}"


def _lines(area: ReferendumArea) -> Listing:
    """The area's result, one fact a line."""
    items = [f"{capital(c.option)}: {_figures(c)}" for c in area.counts]
    if area.turnout is not None:
        items.append(f"Turnout: {percent(area.turnout)}")
    if area.electorate is not None:
        items.append(f"Electorate: {number(area.electorate)}")
    if area.rejected is not None:
        items.append(f"Rejected ballot papers: {number(area.rejected)}")
    return Listing(title=area.area, items=tuple(items))
