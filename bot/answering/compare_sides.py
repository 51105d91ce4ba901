"""The sides of a comparison as labelled figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import assert_never

from bot.answering.contest_measures import NAMES
from bot.answering.missing import did_not_stand_sentence, no_contest_sentence
from bot.answering.national import place, title, within
from bot.answering.selected import asked_kind, candidates_noun, modifiers, noun, occasion
from bot.answering.series import cell, figure_cell
from bot.answering.totals_series import worded
from bot.answering.when import when_phrase
from bot.answering.wording import Words, counted, number
from knowledge.facts.compare import CountSide, FigureSide, Side, TotalsSide
from knowledge.facts.contests import CandidacyFact
from knowledge.facts.figure import Measured
from knowledge.facts.totals import ElectionTotals, PartyTotalFact
from knowledge.queries.check_contest import value_of
from knowledge.queries.measures import of_contest
from knowledge.query import Measure, Of


@dataclass(frozen=True, slots=True)
class Column:
    """One thing compared: whom or what, where and when, its figures by measure, and the same as shown."""

    who: str
    """``Jeremy Corbyn (Independent)``, ``Labour``; empty where the contest or election itself is compared."""
    where: str
    """``in Copeland at the 2017 general election``."""
    title: str
    """Both, as the name of a row."""
    values: Mapping[Measure, float] = field(default_factory=dict)
    shown: Mapping[Measure, str] = field(default_factory=dict)
    missing: str | None = None
    """Why there are no figures, as a sentence."""
    sources: tuple[str, ...] = ()
    party: str | None = None


def columns(words: Words, side: Side) -> list[Column]:
    """What a side holds: one column for each contest, candidacy, or party at an election."""
    match side:
        case FigureSide():
            return _figures(words, side)
        case TotalsSide():
            return _totals(words, side)
        case CountSide():
            return [_count(words, side)]
        case _:
            assert_never(side)


def measure_name(measure: Measure) -> str:
    """As it is named in a sentence."""
    return NAMES[measure]


def _absent(title: str, sentence: str, source: str | None = None) -> Column:
    return Column("", title, title, missing=sentence, sources=(source,) if source else ())


def _figures(words: Words, side: FigureSide) -> list[Column]:
    if side.facts.missing is not None:
        sentence = no_contest_sentence(words, side.figure.where.when, side.facts.missing).rstrip(".")
        return [_absent(side.facts.missing.place or "that contest", sentence)]
    found = []
    for measured in side.facts.measured:
        if measured.entry.missing is not None:
            sentence = did_not_stand_sentence(words, measured.entry.missing)
            found.append(_absent(words.contest(measured.contest), sentence, measured.contest.source))
            continue
        subjects: tuple[CandidacyFact | None, ...] = measured.subjects or (None,)
        found.extend(_figure(words, measured, side.figure.measures, subject) for subject in subjects)
    return found


def _figure(words: Words, measured: Measured, measures: tuple[Measure, ...], subject: CandidacyFact | None) -> Column:
    shown = {m: cell(words, measured, m, subject) for m in measures}
    values = {m: value_of(measured, m, None if of_contest(m) else subject) for m in measures}
    named = subject is not None and (measured.named or not all(of_contest(m) for m in measures))
    who = words.candidate(subject) if named and subject is not None else ""
    winner = measured.entry.winner
    if who and Measure.MAJORITY in measures and winner is not None and subject is not None and not subject.elected:
        # a majority is the winner's, whoever it was asked of
        who = f"{words.candidate(winner)} over {who}"
    unheld = f"no figure for the {measure_name(measures[0])} is held {words.at(measured.contest)}" if measures else None
    return Column(
        who=who,
        where=words.at(measured.contest),
        title=f"{who}, {words.contest(measured.contest)}" if who else words.contest(measured.contest),
        values={m: v for m, v in values.items() if v is not None},
        shown={m: text for m, text in shown.items() if text is not None},
        missing=None if any(shown.values()) else unheld,
        sources=(measured.contest.source,),
        party=subject.party if subject is not None and measured.named else measured.contest.winner_party,
    )


def _totals(words: Words, side: TotalsSide) -> list[Column]:
    if not side.facts.elections:
        when = when_phrase(side.query.where.when)
        return [_absent("that election", f"no general election {when} is held")]
    found = []
    for totals in side.facts.elections:
        measures = side.query.measures
        if not side.query.where.parties:
            found.append(_total(words, totals, None, measures))
            continue
        found.extend(_total(words, totals, party, measures) for party in totals.selected)
        for party in totals.missing:
            where = place(words, totals)
            sentence = f"no figure for {words.the_party(party)} is held {where}"
            found.append(_absent(f"{words.party(party)} {where}", sentence))
    return found


def _area_title(words: Words, totals: ElectionTotals) -> str:
    """What is compared where no party is named: ``Scotland at the 2017 general election``, or the election."""
    area = within(words, (totals.area,)).removeprefix("in ")
    return f"{area} {place(words, totals).removeprefix(f'in {area} ')}" if area else title(words, totals)


def _total(words: Words, totals: ElectionTotals, party: PartyTotalFact | None, measures: tuple[Measure, ...]) -> Column:
    values = {m: (party or totals).value(m) for m in measures}
    held = {m: v for m, v in values.items() if v is not None}
    where = place(words, totals)
    who = words.the_party(party.party) if party is not None else ""
    source = party.source if party is not None else totals.facts.source if totals.facts is not None else None
    return Column(
        who=who,
        where=where,
        title=f"{who} {where}" if who else _area_title(words, totals),
        values=held,
        shown={m: with_unit(m, v, worded(m, v)) for m, v in held.items()},
        sources=(source,) if source else (),
        party=party.party if party is not None else None,
    )


def with_unit(measure: Measure, value: float, shown: str) -> str:
    """The figure with its unit where the bare number would not say what it counts."""
    if measure is Measure.SEATS:
        return counted(round(value), "seat")
    if measure in (Measure.VOTES, Measure.VALID_VOTES):
        return counted(round(value), "vote")
    return shown


def _count(words: Words, side: CountSide) -> Column:
    where = side.query.where
    _, several = noun(asked_kind(where), side.facts.window.elections)
    if side.query.of is Of.CANDIDACIES:
        several = candidates_noun(words, where)[1]
    parts = [several, modifiers(words, where, side.query.of, side.facts.names)]
    value = float(side.facts.window.rows)
    name = " ".join(part for part in parts if part)
    when = occasion(words, where, side.facts.window, side.facts.held)
    return Column(
        who="",
        where=when,
        title=f"{name} {when}".strip(),
        values={Measure.CANDIDATES: value},
        shown={Measure.CANDIDATES: f"{number(value)} {name}"},
        sources=tuple(item.contest.source for item in side.facts.items[:3]),
        party=next(iter(where.winner or where.parties), None),
    )


def difference(measure: Measure, one: float, other: float) -> str:
    """How far apart two figures are, in the measure's unit."""
    gap = abs(one - other)
    match measure:
        case Measure.SHARE | Measure.TURNOUT | Measure.SWING | Measure.CHANGE | Measure.TURNOUT_CHANGE:
            return f"{figure_cell(Measure.MAJORITY_SHARE, _tenths(one) - _tenths(other))}"
        case Measure.MAJORITY_SHARE | Measure.THIRD_MARGIN:
            return f"{figure_cell(Measure.MAJORITY_SHARE, gap)}"
        case Measure.VOTES | Measure.MAJORITY | Measure.VALID_VOTES | Measure.BEHIND | Measure.VOTE_CHANGE:
            return counted(round(gap), "vote")
        case Measure.SEATS | Measure.SEAT_CHANGE | Measure.GAINS | Measure.LOSSES:
            return counted(round(gap), "seat")
        case _:
            return number(gap)


def _tenths(fraction: float) -> float:
    """As it is shown, so that the difference of two shown figures is the one a reader works out."""
    return float(figure_cell(Measure.SHARE, fraction).rstrip("%").replace(",", "")) / 100
