"""What several parties had together: the sum, shown."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.national import place
from bot.answering.wording import Words, capital, counted, listed, number, percent
from knowledge.facts.totals import ElectionTotals, PartyTotalFact
from knowledge.query import Measure


def together_sentence(words: Words, totals: ElectionTotals, measures: Sequence[Measure]) -> str | None:
    """``Labour and the Lib Dems together won 460 of 650 seats ...: 403 + 57 = 460``; None where one is not held."""
    measure = next((m for m in measures if m in (Measure.SEATS, Measure.VOTES, Measure.SHARE)), Measure.SEATS)
    values = [_value(total, measure) for total in totals.selected]
    held = [value for value in values if value is not None]
    if totals.missing or len(held) != len(values) or len(held) < 2:
        return None
    whole = sum(held)
    shown = " + ".join(_bare(measure, value) for value in held)
    who = listed([words.the_party(total.party) for total in totals.selected])
    won = f"{who} together won {_sized(totals, measure, whole)} {place(words, totals)}"
    return f"{capital(won)}: {shown} = {_bare(measure, whole)}."


def _value(total: PartyTotalFact, measure: Measure) -> float | None:
    """The party's figure."""
    if measure is Measure.SHARE:
        return total.share
    return total.votes if measure is Measure.VOTES else total.seats


def _bare(measure: Measure, value: float) -> str:
    """The figure as it stands in a sum: shares with two decimals, so that the sum is seen to be right."""
    return f"{100 * value:.2f}%" if measure is Measure.SHARE else number(round(value))


def _sized(totals: ElectionTotals, measure: Measure, value: float) -> str:
    """The sum with what it is a number of."""
    if measure is Measure.SHARE:
        return f"{percent(value)} of the vote"
    if measure is Measure.VOTES:
        return counted(round(value), "vote")
    of = f" of {number(totals.house)}" if totals.house is not None else ""
    return f"{number(round(value))}{of} seats"
