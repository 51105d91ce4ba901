"""The general elections at which a figure was over or under a number, in words."""

from __future__ import annotations

from bot.answering.answer import Answer, Kind, Listing
from bot.answering.measured import called, condition_words, figure
from bot.answering.national import not_held, people_of, place, votes_of, within
from bot.answering.wording import Words, capital, counted, day, in_words, listed, number
from knowledge.facts.ranking import ElectionsFacts, RankedTotal
from knowledge.query import Elections, Measure

_NAMED = 8


def answer_elections(query: Elections, facts: ElectionsFacts, words: Words) -> Answer:
    """Which general elections fit, or the first or last of them."""
    if not facts.elections or facts.first is None or facts.last is None:
        return not_held(
            f"{capital(called(query.condition.measure))} of no general election asked about is held.",
            ("highest turnout at a general election",),
        )
    if query.any_party and query.check and facts.elections == 1:
        return _answer(query, _of_one(query, facts, words), facts, words)
    if query.beaten and facts.elections == 1:
        return _answer(query, _beaten_at_one(query, facts, words), facts, words)
    window = _window(facts, within(words, query.where.areas))
    asked = _asked(query, words)
    if not facts.entries:
        near = f"; the nearest was {_brief(query, facts.nearest, words)}" if facts.nearest else ""
        return _answer(
            query, f"{'No: none' if query.check else 'None'} of {window} was one {asked}{near}.", facts, words
        )
    if query.pick in {"first", "last"}:
        chosen = facts.entries[0] if query.pick == "first" else facts.entries[-1]
        said = f"The {query.pick} general election {asked} was the {chosen.totals.name}: {_told(query, chosen, words)}"
        return _answer(query, f"{said} (of {window}).", facts, words)
    many = len({entry.totals.election for entry in facts.entries})
    shown = facts.entries[:_NAMED]
    named = [_brief(query, entry, words) for entry in shown]
    more = len(facts.entries) - len(shown)
    names = listed([*named, f"{number(more)} more"] if more else named)
    verb = "was one" if many == 1 else "were ones"
    said = f"{in_words(many)} of {window} {verb} {asked}: {names}."
    return _answer(query, f"Yes: {said}" if query.check else capital(said), facts, words)


def _of_one(query: Elections, facts: ElectionsFacts, words: Words) -> str:
    """Which parties had so much at the one election looked through."""
    assert facts.first is not None
    area = within(words, query.where.areas)
    when = f"{f'{area} ' if area else ''}at the general election of {day(facts.first)}"
    had = condition_words(query.condition).removeprefix("with ")
    if not facts.entries:
        return f"No: no party had {had} {when}."
    parties = len(facts.entries)
    names = listed([_told(query, entry, words) for entry in facts.entries[:_NAMED]])
    return f"Yes: {in_words(parties)} {'party' if parties == 1 else 'parties'} had {had} {when}: {names}."


def _beaten_at_one(query: Elections, facts: ElectionsFacts, words: Words) -> str:
    """Whether a party had so much and was beaten at the one election looked through."""
    assert facts.first is not None
    asked = _asked(query, words).removeprefix("at which ")
    lead = "Yes" if facts.entries else "No: it is not so that"
    brief = f": {_told(query, facts.entries[0], words)}" if facts.entries else ""
    return f"{lead}{':' if facts.entries else ''} {asked} at the general election of {day(facts.first)}{brief}."


def _asked(query: Elections, words: Words) -> str:
    """``with a turnout below 60%``; ``at which Labour had more than 400 seats``."""
    condition = condition_words(query.condition)
    who = "a party" if query.any_party else words.parties(query.where.parties, "or")
    beaten = " and another party won most seats" if query.beaten else ""
    return f"at which {who} had {condition.removeprefix('with ')}{beaten}" if who else condition


def _window(facts: ElectionsFacts, area: str) -> str:
    """What was looked through."""
    assert facts.first is not None and facts.last is not None
    span = f"from {facts.first.year} to {facts.last.year} " if facts.first.year != facts.last.year else ""
    return f"the {counted(facts.elections, 'general election')} {span}held here{f' {area}' if area else ''}"


def _told(query: Elections, entry: RankedTotal, words: Words) -> str:
    """The figure that decides, and whose it is."""
    measure = query.condition.measure
    if entry.party is None or measure is Measure.COMMONS_MAJORITY:
        return figure(measure, entry.value)
    with_votes = f", {votes_of(entry.party)}" if measure is Measure.SEATS else ""
    shown = votes_of(entry.party) if measure in (Measure.VOTES, Measure.SHARE) else figure(measure, entry.value)
    return f"{words.the_party(entry.party.party)} with {shown}{with_votes}"


def _brief(query: Elections, entry: RankedTotal, words: Words) -> str:
    """``2001 (59.4%)``; with the party's name where any party was asked for."""
    name = entry.totals.name.removesuffix(" general election")
    whose = f"{people_of(words, entry.party.party)} " if entry.party is not None and query.any_party else ""
    return f"{name} ({whose}{figure(query.condition.measure, entry.value)})"


def _answer(query: Elections, headline: str, facts: ElectionsFacts, words: Words) -> Answer:
    items = tuple(f"{capital(place(words, e.totals))}: {_told(query, e, words)}" for e in facts.entries)
    missing = f"{capital(called(query.condition.measure))} is not held for {number(facts.unheld)} more."
    return Answer(
        kind=Kind.ANSWER,
        headline=headline,
        blocks=(Listing(items=items),) if items else (),
        notes=(missing,) if facts.unheld and not query.any_party else (),
        sources=words.sources(e.source for e in facts.entries[-3:]),
        colour=words.colour(facts.entries[-1].party.party) if facts.entries and facts.entries[-1].party else None,
    )
