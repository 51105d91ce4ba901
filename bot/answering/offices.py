"""Prime Ministers, party leaders and Speakers in words."""

from __future__ import annotations

from datetime import date

from bot.answering.answer import Answer, Kind, Listing
from bot.answering.national import not_held
from bot.answering.wording import Words, capital, counted, day, in_words, listed
from knowledge.facts.country import OfficeFacts, OfficeSpell, OfficeStep
from knowledge.query import OfficeHolder

_NAMED = 6
_EXAMPLES = ("who was prime minister in 1990", "who was prime minister after Eden")


def answer_office(query: OfficeHolder, facts: OfficeFacts, words: Words) -> Answer:
    """Who held the office, or when somebody did."""
    title = _title(words, facts)
    if not facts.held:
        return _unknown_office(facts, words, title)
    if query.after is not None or query.before is not None:
        return _beside(query, facts, words, title)
    if query.person is not None:
        return _person(query, facts, words, title)
    return _at(query, facts, words, title)


def _title(words: Words, facts: OfficeFacts) -> str:
    if facts.office == "prime-minister":
        return "Prime Minister"
    if facts.office == "party-leader":
        return f"leader of {words.the_party(facts.party)}" if facts.party else "leader of a party"
    return {"speaker": "Speaker of the House of Commons"}.get(facts.office, facts.office.replace("-", " "))


def _unknown_office(facts: OfficeFacts, words: Words, title: str) -> Answer:
    held = listed([words.the_party(p) for p in facts.parties])
    return not_held(
        f"Who was {title} is not held here.",
        _EXAMPLES,
        (f"Leaders are held of {held}.",) if held else (),
    )


def _at(query: OfficeHolder, facts: OfficeFacts, words: Words, title: str) -> Answer:
    spells, end, party = facts.holders, query.end, query.party
    if not spells:
        when = f" on {day(facts.at)}" if facts.at is not None else ""
        since = f" Dates are held from {day(facts.first)}." if facts.first is not None else ""
        return not_held(f"Nobody is held as {title}{when}.{since}", _EXAMPLES)
    if len(spells) > 1:
        return _several(query, facts, words, title)
    spell = spells[0]
    if end is not None:
        of = f" of {words.the_party(party)}" if party and facts.office == "prime-minister" else ""
        since = f", of those held here since {day(facts.first)}" if facts.first is not None else ""
        return _answer(words, f"The {end} {title}{of} was {spell.name}, {_dates(spell)}{since}.", spells)
    if facts.at is None:
        start = f"{spell.name}{_party(words, spell)} was {title} on {day(spell.as_of)}, the date of the data"
        headline = f"{start}, since {day(spell.start)}."
    else:
        when = f"on {day(facts.at)}" if facts.until is None else f"{_span(facts)}"
        headline = f"{spell.name}{_party(words, spell)} was {title} {when} ({_dates(spell)})."
    return _answer(words, headline, spells)


def _several(query: OfficeHolder, facts: OfficeFacts, words: Words, title: str) -> Answer:
    spells = facts.holders
    if facts.at is not None and facts.until is None:
        first, last = spells[0], spells[-1]
        headline = f"On {day(facts.at)} {last.name}{_party(words, last)} followed {first.name} as {title}."
        return _answer(words, headline, spells)
    named = [f"{s.name} ({_dates(s)})" for s in spells[:_NAMED]]
    party = query.party if facts.office == "prime-minister" else None
    of = f" of {words.the_party(party)}" if party else ""
    if len(spells) > _NAMED:
        people = list(dict.fromkeys(s.name for s in spells))
        headline = f"{len(people)} people{of} were {title} {_span(facts)}: {listed(people)}."
    else:
        headline = f"{capital(in_words(len(spells)))}{of} were {title} {_span(facts)}: {listed(named)}."
    return _answer(words, headline, spells)


def _beside(query: OfficeHolder, facts: OfficeFacts, words: Words, title: str) -> Answer:
    if not facts.steps:
        return not_held(f"No time as {title} is held for {facts.asked}.", _EXAMPLES)
    after = query.after is not None
    said = [_step(words, step, title, after=after) for step in facts.steps]
    spells = [s for step in facts.steps for s in (step.spell, step.other) if s is not None]
    return _answer(words, " ".join(said), sorted(spells, key=lambda s: s.start))


def _step(words: Words, step: OfficeStep, title: str, *, after: bool) -> str:
    spell, other = step.spell, step.other
    if other is None:
        edge = "after" if after else "before"
        until = f", in office on {day(spell.as_of)}" if spell.end is None else ""
        return f"Nobody is held as {title} {edge} {spell.name} ({_dates(spell)}{until})."
    who = f"{other.name}{_party(words, other)}"
    if after:
        gap = f"; {spell.name} left on {day(spell.end)}" if spell.end is not None and spell.end != other.start else ""
        return f"{who} followed {spell.name} as {title} on {day(other.start)}{gap}."
    until = f" until {day(other.end)}" if other.end is not None else ""
    return f"{who} was {title} before {spell.name}{until}; {spell.name} followed on {day(spell.start)}."


def _person(query: OfficeHolder, facts: OfficeFacts, words: Words, title: str) -> Answer:
    spells = facts.holders
    if not spells:
        since = f" since {day(facts.first)}" if facts.first is not None else ""
        if not facts.known:
            return not_held(f"Nobody called {facts.asked} is held as {title}{since}.", _EXAMPLES)
        return Answer(
            kind=Kind.ANSWER,
            headline=f"No: {facts.asked} is not held as {title} at any time{since}.",
            examples=_EXAMPLES,
        )
    name = spells[0].name
    if query.at is not None:
        last = query.until or query.at
        then = [s for s in spells if s.start <= last and (s.end is None or s.end >= query.at)]
        yes = "Yes" if then else "No"
        was = "was" if then else "was not"
        dates = "; ".join(_dates(s) for s in spells)
        return _answer(words, f"{yes}: {name} {was} {title} {_span(facts)} ({dates}).", spells)
    dates = listed([f"{_dates(s)}{_lasted(s)}" for s in spells])
    return _answer(words, f"{name}{_party(words, spells[0])} was {title} {dates}.", spells)


def _answer(words: Words, headline: str, spells: tuple[OfficeSpell, ...] | list[OfficeSpell]) -> Answer:
    lines = tuple(f"{s.name}{_party(words, s)}: {_dates(s)}{f'. {s.note}' if s.note else ''}" for s in spells)
    last = spells[-1]
    return Answer(
        kind=Kind.ANSWER,
        headline=capital(headline),
        blocks=(Listing(items=lines),),
        notes=(f"An open end means in office on {day(last.as_of)}.",) if last.end is None else (),
        sources=words.sources(s.source for s in spells),
        colour=words.colour(spells[0].party),
    )


def _party(words: Words, spell: OfficeSpell) -> str:
    return f" ({words.party(spell.party)})" if spell.party and spell.office != "party-leader" else ""


def _dates(spell: OfficeSpell) -> str:
    if spell.end is None:
        return f"from {day(spell.start)}"
    return f"from {day(spell.start)} to {day(spell.end)}"


def _lasted(spell: OfficeSpell) -> str:
    """How long, in whole years and days; empty while it lasts."""
    if spell.end is None:
        return ""
    years = spell.end.year - spell.start.year
    years -= (spell.end.month, spell.end.day) < (spell.start.month, spell.start.day)
    month, start = (3, 1) if (spell.start.month, spell.start.day) == (2, 29) else (spell.start.month, spell.start.day)
    days = (spell.end - date(spell.start.year + years, month, start)).days
    parts = [counted(years, "year")] if years else []
    parts += [counted(days, "day")] if days or not years else []
    return f" ({listed(parts)})"


def _span(facts: OfficeFacts) -> str:
    """The time asked about, which ends for those in office on the date of the data."""
    at, until = facts.at, facts.until
    if until is not None and facts.holders and facts.holders[-1].end is None:
        until = min(until, facts.holders[-1].as_of)
    if at is None:
        return "on the date of the data"
    if until is None:
        return f"on {day(at)}"
    if (at.month, at.day, until.month, until.day) == (1, 1, 12, 31):
        return f"in {at.year}" if at.year == until.year else f"from {at.year} to {until.year}"
    return f"from {day(at)} to {day(until)}"
