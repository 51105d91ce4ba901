"""Means, medians and sums in words."""

from __future__ import annotations

from bot.answering.answer import Answer, Kind, Listing
from bot.answering.measured import called, figure
from bot.answering.none_found import gap_notes, nothing_found
from bot.answering.selected import candidates_scope, modifiers, seats_named, window_words
from bot.answering.wording import Words, capital, number
from knowledge.facts.ranking import AggregateFacts, Ranked
from knowledge.query import Aggregate, Measure, Of

_COUNTS = frozenset({Measure.CANDIDATES, Measure.DEPOSITS_LOST})
"""Small whole numbers, whose mean needs its decimal."""
_FUNCTIONS = {"average": "mean", "median": "median", "sum": "sum"}


def answer_aggregate(query: Aggregate, facts: AggregateFacts, words: Words) -> Answer:
    """The mean, median or sum over the contests or candidacies selected."""
    if facts.value is None or facts.highest is None:
        return nothing_found(words, query.where, facts, query.measure)
    contests = [facts.highest.contest]
    seats = seats_named(query.where, contests)
    if facts.of is Of.CANDIDACIES:
        scope = f"{candidates_scope(words, facts.where, facts.names)} {seats}".strip()
        scope = f"{scope} {window_words(words, facts.window)}"
        over = "candidates"
    else:
        scope = window_words(words, facts.window, f"{modifiers(words, facts.where, facts.of)} {seats}".strip())
        over = "contests"
    word = {"average": "average", "median": "median", "sum": "total"}[query.function]
    held = number(facts.window.held)
    counted = query.measure in _COUNTS and query.function != "sum"
    name = f"number of {called(query.measure)}" if counted else called(query.measure)
    value = f"{facts.value:.1f}" if counted else figure(query.measure, facts.value)
    headline = f"the {word} {name} {scope} was {value} ({_FUNCTIONS[query.function]} of {held} {over})."
    extremes = [("Highest", facts.highest), ("Lowest", facts.lowest)]
    unheld = facts.window.rows - facts.window.held
    return Answer(
        kind=Kind.ANSWER,
        headline=capital(headline),
        blocks=(Listing(items=tuple(_extreme(words, query, n, e) for n, e in extremes if e is not None)),),
        notes=(
            f"Arithmetic over {held} figures{f'; not held for {number(unheld)} more' if unheld else ''}.",
            *gap_notes(gap for gap in facts.gaps if gap.measure is not query.measure),
        ),
        sources=words.sources([facts.highest.contest.source]),
    )


def _extreme(words: Words, query: Aggregate, name: str, entry: Ranked) -> str:
    who = f", {words.candidate(entry.candidacy)}" if entry.candidacy is not None else ""
    return f"{name}: {words.contest(entry.contest)}, {figure(query.measure, entry.value)}{who}"
