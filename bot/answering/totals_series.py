"""Totals of several general elections or areas, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.answer import Table
from bot.answering.measured import bare, called
from bot.answering.national import place, seats_of, votes_of
from bot.answering.wording import Words, capital, counted, listed, number, percent
from knowledge.facts.totals import ElectionTotals, PartyTotalFact, TotalsFacts
from knowledge.query import Measure

_SENTENCES = 4
"""Up to so many elections are all told in the headline; more are told by the highest and the lowest."""


def worded(measure: Measure, value: float | None) -> str:
    """The figure of a measure as it is shown; empty where not held."""
    return "" if value is None else bare(measure, value)


def party_series_sentence(words: Words, facts: TotalsFacts, party: str, measures: Sequence[Measure]) -> str | None:
    """One party through several elections or areas; None where nothing of it is held."""
    found = [(each, _total(each, party)) for each in facts.elections]
    held = found if len(found) <= _SENTENCES else [(each, total) for each, total in found if total]
    if 0 < len(held) <= _SENTENCES:
        said = [f"{_figures(each, total, measures)} {place(words, each)}" for each, total in held]
        return f"{capital(words.the_party(party))} won {listed(said)}."
    measure = next(iter(measures), Measure.SEATS)
    values = [(value, each) for each, total in found if total and (value := total.value(measure)) is not None]
    if not values:
        return None
    return _extremes(words, values, measure, f"{capital(words.the_party(party))}, {called(measure)}")


def area_series_sentence(words: Words, facts: TotalsFacts, measures: Sequence[Measure]) -> str | None:
    """A figure of the whole area, or the party with most seats, through several elections; None where not held."""
    measure = next((m for m in measures if m not in (Measure.SEATS, Measure.VOTES, Measure.SHARE)), None)
    if measure is None:
        said = [_leader(words, each) for each in facts.elections]
        if len(said) <= _SENTENCES:
            return f"Most seats: {listed(said)}."
        return f"Most seats at {counted(len(said), 'general election')}: first {said[0]}, last {said[-1]}."
    values = [(value, each) for each in facts.elections if (value := each.value(measure)) is not None]
    if not values:
        return None
    if len(values) <= _SENTENCES:
        said = [f"{worded(measure, value)} {place(words, each)}" for value, each in values]
        return f"{capital(called(measure))}: {listed(said)}."
    return _extremes(words, values, measure, capital(called(measure)))


def series_table(words: Words, facts: TotalsFacts, party: str | None, measures: Sequence[Measure]) -> Table:
    """A row for each election (and area)."""
    shown = tuple(measures) or (Measure.SEATS, Measure.VOTES, Measure.SHARE)
    if party is not None:
        shown = tuple(dict.fromkeys((*shown, Measure.SEATS, Measure.VOTES, Measure.SHARE)))
        rows = [
            (_row_name(words, facts, each), *(worded(m, _value(each, _total(each, party), m)) for m in shown))
            for each in facts.elections
        ]
        return Table(
            title=words.party(party), columns=("Election", *(capital(called(m)) for m in shown)), rows=tuple(rows)
        )
    if not measures:
        return _leaders(words, facts)
    rows = [(_row_name(words, facts, each), *(worded(m, each.value(m)) for m in shown)) for each in facts.elections]
    return Table(columns=("Election", *(capital(called(m)) for m in shown)), rows=tuple(rows))


def _leaders(words: Words, facts: TotalsFacts) -> Table:
    rows = []
    for each in facts.elections:
        seated = [p for p in each.parties if p.seats][:3]
        cells = tuple(f"{words.short(p.party)} {p.seats}" for p in seated)
        rows.append((_row_name(words, facts, each), *cells, *("",) * (3 - len(cells))))
    return Table(columns=("Election", "Most seats", "Second", "Third"), rows=tuple(rows))


def _leader(words: Words, each: ElectionTotals) -> str:
    first = each.parties[0]
    return f"{words.the_party(first.party)} with {seats_of(first, each.house)} {place(words, each)}"


def _row_name(words: Words, facts: TotalsFacts, each: ElectionTotals) -> str:
    name = each.name.removesuffix(" general election")
    return f"{name}, {words.area(each.area)}" if len(facts.areas) > 1 else name


def _total(each: ElectionTotals, party: str) -> PartyTotalFact | None:
    return next((p for p in each.selected if p.party == party), None)


def _value(each: ElectionTotals, total: PartyTotalFact | None, measure: Measure) -> float | None:
    if measure in (Measure.COMMONS_MAJORITY, Measure.SWING, Measure.TURNOUT, Measure.ELECTORATE):
        return each.value(measure)
    return None if total is None else total.value(measure)


def _figures(each: ElectionTotals, total: PartyTotalFact | None, measures: Sequence[Measure]) -> str:
    if total is None:
        return "nothing held of its own" if each.pooled else "no seats (it did not stand)"
    other = [m for m in measures if m not in (Measure.SEATS, Measure.VOTES, Measure.SHARE)]
    more = "".join(f", {called(m)} {worded(m, value)}" for m in other if (value := _value(each, total, m)) is not None)
    if measures and measures[0] is Measure.SHARE and total.share is not None:
        votes = f" ({number(total.votes)} votes)" if total.votes is not None else ""
        return f"{percent(total.share)} of the vote{votes} and {seats_of(total, each.house)}{more}"
    if measures and measures[0] is Measure.VOTES:
        return f"{votes_of(total)} and {seats_of(total, each.house)}{more}"
    return f"{seats_of(total, each.house)} with {votes_of(total)}{more}"


def _extremes(words: Words, values: Sequence[tuple[float, ElectionTotals]], measure: Measure, subject: str) -> str:
    high, low = max(values, key=lambda v: v[0]), min(values, key=lambda v: v[0])
    first, last = values[0][1], values[-1][1]
    return (
        f"{subject} at {counted(len(values), 'general election')} from {first.day.year} to {last.day.year}: "
        f"highest {worded(measure, high[0])} {place(words, high[1])}, "
        f"lowest {worded(measure, low[0])} {place(words, low[1])}."
    )
