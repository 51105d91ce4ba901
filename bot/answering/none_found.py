"""The reply where a selection finds nothing: there was none, or it is not held."""

from __future__ import annotations

from collections.abc import Iterable

from bot.answering.answer import Answer, Kind
from bot.answering.measured import called
from bot.answering.national import not_held
from bot.answering.selected import (
    asked_kind,
    candidates_noun,
    governing_notes,
    modifiers,
    noun,
    occasion,
    seats_named,
    told_as_contests,
)
from bot.answering.when import when_phrase
from bot.answering.wording import Words, capital, day, number
from knowledge.facts.ranking import AggregateFacts, Gap, Held, ListFacts, RankFacts
from knowledge.models.elections import ElectionKind
from knowledge.query import Between, InYears, Measure, Of, OnDay, Selection

_MANY_UNHELD = 20
"""A figure unheld for more than one in so many is told in the headline."""
_UNHELD = {
    Measure.RESULT: "hold or gain",
    Measure.POSITION: "who came second",
    Measure.CAUSE: "the cause",
    Measure.WOMEN: "winner's gender",
}
"""What is not held, where it has another name than what is asked for."""
_ASK = ("which seats changed hands in 2017", "seats by party in 2024")


def nothing_found(
    words: Words, selection: Selection, facts: RankFacts | AggregateFacts | ListFacts, measure: Measure | None = None
) -> Answer:
    """Why there is nothing: the time is not covered, nothing fits, or the figure asked for is not held."""
    window, held, gaps = facts.window, facts.held, facts.gaps
    of = Of.CONTESTS if told_as_contests(selection) else facts.of
    nouns = candidates_noun(words, selection) if of is Of.CANDIDACIES else noun(asked_kind(selection))
    parts = [
        nouns[window.rows != 1],
        modifiers(words, selection, of, facts.names),
        seats_named(selection, ()),
        occasion(words, selection, window, held),
    ]
    described = " ".join(part for part in parts if part)
    if window.rows and measure is not None:
        return not_held(
            f"{capital(called(measure))} is not held for the {number(window.rows)} {described}.",
            examples(held),
        )
    unknown = next((gap for gap in gaps if gap.complete or gap.measure is Measure.WOMEN), None)
    if unknown is not None:
        of_them = "" if unknown.complete else f" for {number(unknown.unheld)} of the {number(unknown.rows)} contests"
        when = occasion(words, selection, window, held)
        return not_held(f"{capital(gap_name(unknown))} is not held{of_them} {when}.", _ASK)
    if of is Of.CANDIDACIES and held.contests and not held.candidates:
        return not_held(f"Candidates are not held by name {occasion(words, selection, window, held)}.", _ASK)
    if held.contests == 0 and not selection.seats:
        return _outside(words, selection, held)
    if held.line:
        return _of_its_line(words, selection, held, when=occasion(words, selection, window, held))
    return Answer(
        kind=Kind.ANSWER,
        headline=f"No {described} (0){held_for(selection, gaps)}.",
        notes=(*gap_notes(gaps), *governing_notes(selection), coverage(held)),
        examples=examples(held),
    )


def _of_its_line(words: Words, selection: Selection, held: Held, *, when: str) -> Answer:
    """A party that fought a time under another name: that none is held for it does not say it had none."""
    asked = words.parties(dict.fromkeys((*selection.winner, *selection.parties, *selection.runner_up)))
    return Answer(
        kind=Kind.ANSWER,
        headline=f"No candidates of {asked} are held under that name {when}: of the same line of parties,"
        f" {words.parties(held.line)} stood then.",
        notes=(coverage(held),),
        examples=tuple(f"seats won by {words.the_party(party)} {when}" for party in held.line),
    )


def gap_name(gap: Gap) -> str:
    """What is not held, in words."""
    return _UNHELD.get(gap.measure) or called(gap.measure)


def gap_notes(gaps: Iterable[Gap]) -> list[str]:
    """For how many contests what the list is picked by is not held."""
    return [f"{capital(gap_name(g))} is not held for {number(g.unheld)} of {number(g.rows)} of them." for g in gaps]


def held_for(selection: Selection, gaps: Iterable[Gap]) -> str:
    """ ", of the 65 of 1,032 whose majority is held", where a figure that is compared is not held for many."""
    compared = {*(condition.measure for condition in selection.conditions), Measure.WOMEN}
    for gap in gaps:
        if gap.measure in compared and gap.unheld * _MANY_UNHELD > gap.rows:
            return f", of the {number(gap.rows - gap.unheld)} of {number(gap.rows)} whose {gap_name(gap)} is held"
    return ""


def coverage(held: Held) -> str:
    """From when to when contests are held."""
    if held.first is None or held.last is None:
        return "No contests are held."
    return f"Held here: {day(held.first)} to {day(held.last)}."


def examples(held: Held) -> tuple[str, ...]:
    """A question of this kind that does get an answer."""
    return (f"by-elections in {held.last.year}",) if held.last else ()


def _outside(words: Words, selection: Selection, held: Held) -> Answer:
    """No contest at all was held then, or the time lies outside the data."""
    del words
    kind = asked_kind(selection)
    what = {ElectionKind.BY_ELECTION: "by-election", ElectionKind.GENERAL: "general election"}.get(
        kind or ElectionKind.NOTIONAL, "election"
    )
    when = when_phrase(selection.when)
    if _covered(selection, held):
        return Answer(
            kind=Kind.ANSWER,
            headline=f"No {what} was held {when}.",
            notes=(coverage(held),),
            examples=examples(held),
        )
    return not_held(f"No {what} {when} is held here.", examples(held), (coverage(held),))


def _covered(selection: Selection, held: Held) -> bool:
    """Whether the time asked about lies within what is held."""
    if held.first is None or held.last is None:
        return False
    match selection.when:
        case InYears(years=years):
            return held.first.year <= min(years) and max(years) <= held.last.year
        case OnDay(day=on):
            return held.first <= on <= held.last
        case Between(since=since, until=until):
            return (since is None or since <= held.last) and (until is None or held.first <= until)
        case _:
            return True
